"""Articles with the facts expected of them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = dict[str, Any]

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's record, its expected facts, and the kinds of phrase that it was written for."""

    article: Record
    facts: tuple[Record, ...]
    phrases: frozenset[int]


def read_corpus(folder: Path) -> list[Entry]:
    """Read `articles.jsonl` and `expected.jsonl` of a folder. Raises KeyError for an article without expectations."""
    expected = {row["id"]: row for row in _rows(folder / "expected.jsonl")}
    return [
        Entry(article, tuple(expected[article["id"]]["facts"]), frozenset(expected[article["id"]]["phrases"]))
        for article in _rows(folder / "articles.jsonl")
    ]


def _rows(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
