"""How a peer is run: it reads the records, is asked every question, and writes what it found and how long it took.

    python -m benchmarks.peers.NAME FOLDER

FOLDER holds `records.tsv` (number, text, stems) and `questions.tsv` (words, stems). Coopbot is not imported.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

FOUND = 10
Find = Callable[[list[str], list[str]], list[int]]  # words and stems of a question to numbers of records, best first


def records(folder: Path) -> Iterator[tuple[int, str, str]]:
    """Yield the number, text and stems of each record."""
    with (folder / "records.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            number, text, stems = line.rstrip("\n").split("\t")
            yield int(number), text, stems


def run(prepare: Callable[[Path], Find]) -> int:
    """Ask all questions and print one line of JSON: seconds to prepare, then milliseconds and numbers for each."""
    folder = Path(sys.argv[1])
    start = time.perf_counter()
    find = prepare(folder)
    prepared = time.perf_counter() - start
    asked = [line.split("\t") for line in (folder / "questions.tsv").read_text(encoding="utf-8").splitlines()]
    answers = []
    for words, stems in asked[:20] + asked:  # the first ones warm up
        start = time.perf_counter()
        found = find(words.split(), stems.split())
        answers.append([1000 * (time.perf_counter() - start), found])
    print(json.dumps({"prepared": prepared, "answers": answers[min(20, len(asked)) :]}))
    return 0
