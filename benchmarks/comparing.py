"""Peers: other programs over the same records and questions, each in a process and an environment of its own."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Asked
from benchmarks.records import articles
from extract.question.keyboard import russian_letters
from extract.words.inflect import fold
from extract.words.stems import content_words, stem

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".cache" / "bench" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer by its module, and the most records that it can be asked to search."""

    name: str
    module: str
    most: int = 10**9


PEERS = (
    Peer("tantivy", "tantivy_fuzzy"),
    Peer("FTS5, stems", "full_text"),
    Peer("pg_trgm", "trigrams"),
    Peer("rapidfuzz", "fuzzy", 10_000),
)


def write_records(folder: Path, size: int, seed: int, asked: Sequence[Asked]) -> Path:
    """Write the records and questions as peers read them: folded words in Cyrillic, and their stems."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with (folder / "records.tsv").open("w", encoding="utf-8") as lines:
        number = 0
        for _, made in articles(size, seed):
            for one in made:
                number += 1
                # the name of the kind, and the places above, are what a fact is found by besides its sentence
                told = " ".join(value for _, value in one.traits if value.isalpha() and not value.isascii())
                words = list(content_words(f"{one.found.evidence[0].quote} {told} {KINDS.get(one.traits[0][1], '')}"))
                years = [value for name, value in one.traits if name == "year"]
                stems = [stem(word) for word in words]
                lines.write(f"{number}\t{' '.join([*words, *years])}\t{' '.join([*stems, *years])}\n")
    with (folder / "questions.tsv").open("w", encoding="utf-8") as lines:
        for question in asked:
            words = _words(question.question.text)
            lines.write(f"{' '.join(words)}\t{' '.join(map(stem, words))}\n")
    return folder


KINDS = {"project": "проект", "trade": "товарооборот", "agreement": "меморандум", "meeting": "встреча"}


def _words(text: str) -> list[str]:
    words = [fold(russian_letters(word)) if word.isascii() else word for word in content_words(text)]
    return [*words, *(word for word in text.split() if word.isdigit())]


def ask_peer(peer: Peer, folder: Path, size: int) -> list[tuple[float, list[int]]] | None:
    """Return milliseconds and numbers for each question; None where the peer is not installed or not up to it."""
    if size > peer.most or not PYTHON.exists():
        return None
    command = [str(PYTHON), "-m", f"benchmarks.peers.{peer.module}", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"{peer.name} failed")
        return None
    return [(milliseconds, numbers) for milliseconds, numbers in json.loads(done.stdout.splitlines()[-1])["answers"]]
