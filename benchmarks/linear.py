"""Is extraction linear in the length of the text, on ordinary and on hostile texts?

    python -m benchmarks.linear [KB ...]

Prints the CPU time for each KB of characters at every size, 1, 10, 100 and 1000 KB unless others are given, and the
ratio of the last to the second; the goal is at most GOAL times. Returns 1 where a text misses it.
"""

import sys
import time
from collections.abc import Sequence

import extract
from benchmarks.corpus import CORPUS, read_corpus
from extract.model import Article, Language

SIZES = (1, 10, 100, 1000)  # KB of characters
GOAL = 2.0
HOSTILE = {
    "digits": "1 1 1 000 ",
    "one digit run": "1",
    "scales": "млн млрд ",
    "currency signs": "$$$",
    "open brackets": "((((«",
    "commas": "завод, завод, ",
    "capitals": "Казахстан И Россия ",
    "no sentence end": "товарооборот составил 5 млн долларов и ",
    "lines": "Рост\n",
    "one word": "а",
}


def seconds_of(text: str, language: Language) -> float:
    """Return the CPU seconds that extraction takes."""
    start = time.process_time()
    extract.extract(Article("1", text, published="2024-05-20", language=language))
    return time.process_time() - start


def texts() -> dict[str, tuple[str, Language]]:
    """Return what is repeated up to each size: the articles of the corpus by language, then hostile pieces."""
    corpus = read_corpus(CORPUS)
    languages: tuple[Language, ...] = ("ru", "kk", "en")
    ordinary = {
        f"news, {language}": (
            "\n".join(entry.article["text"] for entry in corpus if entry.article["language"] == language) + "\n",
            language,
        )
        for language in languages
    }
    return ordinary | {name: (piece, "ru") for name, piece in HOSTILE.items()}


def main(sizes: Sequence[int]) -> int:
    """Print the table. Returns 1 where a text misses the goal."""
    missed = 0
    print(f"{'ms for each KB':20}" + "".join(f"{size:>8} KB" for size in sizes) + "   ratio")
    for name, (piece, language) in texts().items():
        seconds_of(piece[:1000], language)
        row = []
        for size in sizes:
            text = (piece * (size * 1000 // len(piece) + 1))[: size * 1000]
            row.append(1000 * seconds_of(text, language) / size)
        ratio = row[-1] / max(row[min(1, len(row) - 1)], 1e-9)
        missed += ratio > GOAL
        print(
            f"{name:20}" + "".join(f"{value:11.2f}" for value in row) + f"{ratio:8.2f}" + " missed" * (ratio > GOAL),
            flush=True,
        )
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or SIZES))
