"""The sample articles have the shape that the rest of the project relies on."""

import json
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "bot" / "samples" / "articles.jsonl"

LANGUAGES_OF_SAMPLES = {"ru": 16, "kk": 7, "en": 7}
LONGEST_SHARED_PASSAGE = 60


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_iso(day: str) -> bool:
    """A day, a month or a year: "2022-01-24", "2022-01", "2022"."""
    try:
        date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])
    except ValueError:
        return False
    return len(day) in (4, 7, 10)


def passages(text: str, length: int) -> set[str]:
    return {text[start : start + length] for start in range(len(text) - length + 1)}


samples = rows(SAMPLES)


def test_there_are_thirty_samples_in_three_languages() -> None:
    assert Counter(sample["language"] for sample in samples) == LANGUAGES_OF_SAMPLES


def test_samples_have_their_own_ids_titles_and_addresses() -> None:
    assert [sample["id"] for sample in samples] == [f"sample-{number:03d}" for number in range(1, 31)]
    assert len({sample["url"] for sample in samples}) == len(samples)
    assert len({sample["title"] for sample in samples}) == len(samples)


@pytest.mark.parametrize("sample", samples, ids=lambda sample: sample["id"])
def test_a_sample_has_the_article_shape_and_is_flagged(sample: dict[str, Any]) -> None:
    assert sample.keys() - {"published"} == {"id", "url", "title", "language", "text", "sample"}
    assert sample["sample"] is True
    assert sample["url"].startswith("https://coopbot.example/samples/")
    assert 400 <= len(sample["text"]) <= 900
    assert "published" not in sample or is_iso(sample["published"])


def test_no_passage_stands_in_two_samples() -> None:
    cut = {sample["id"]: passages(sample["text"], LONGEST_SHARED_PASSAGE) for sample in samples}
    shared = {(one, other): cut[one] & cut[other] for one, other in combinations(cut, 2) if cut[one] & cut[other]}
    assert shared == {}
