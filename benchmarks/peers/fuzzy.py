"""rapidfuzz over every record: the share of words in common, misspelt ones too. For small numbers of records only."""

import sys
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.peers.asking import FOUND, Find, records, run


def prepare(folder: Path) -> Find:
    """Read all records into memory."""
    texts = {number: text for number, text, _ in records(folder)}

    def find(words: list[str], stems: list[str]) -> list[int]:
        found = process.extract(" ".join(words), texts, scorer=fuzz.token_set_ratio, limit=FOUND)
        return [number for _, _, number in found]

    return find


if __name__ == "__main__":
    sys.exit(run(prepare))
