"""Is an article the text of another one, told again? Agencies' texts stand on many sites with another headline.

Texts are compared by shingles, runs of WIDTH words: A. Broder, "On the resemblance and containment of documents"
(1997). A reprint holds most shingles of the shorter text. To find what may be one among many articles, each is known by
its sketch, the smallest hashes of its shingles: two texts that share many shingles share some of these.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from heapq import nsmallest

from extract.model import Article
from extract.words.inflect import fold

WIDTH = 4  # words of a shingle
MOST_WORDS = 5_000  # of a text that are looked at
SHORTEST = 20  # shingles: shorter texts are alike by chance
SKETCH = 24  # hashes that an article is known by
SHARED = 3  # hashes of a sketch that a candidate has in common
SAME_TEXT = 0.5  # share of the shorter text's shingles
SAME_FIGURES = 0.8  # share of the shorter text's numbers: this month's report repeats the words of the last one
WORD = re.compile(r"[^\W_]+")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def shingles(text: str) -> frozenset[int]:
    """Return the shingles of a text as hashes of 63 bits, the same on every machine."""
    words = [fold(word) for word in WORD.findall(text[: MOST_WORDS * 20])[:MOST_WORDS]]
    runs = {" ".join(words[start : start + WIDTH]) for start in range(len(words) - WIDTH + 1)}
    return frozenset(_hash(run) for run in runs)


def sketch(text: str) -> tuple[int, ...]:
    """Return the hashes that a text is known by, none for a text too short to be compared."""
    found = shingles(text)
    return tuple(nsmallest(SKETCH, found)) if len(found) >= SHORTEST else ()


def is_reprint(one: str, other: str) -> bool:
    """Tell whether two texts are one, shortened or with another beginning, and give the same figures."""
    ours, theirs = shingles(one), shingles(other)
    shorter = min(len(ours), len(theirs))
    if shorter < SHORTEST or len(ours & theirs) < SAME_TEXT * shorter:
        return False
    numbers, others = sorted((set(FIGURE.findall(one)), set(FIGURE.findall(other))), key=len)
    return len(numbers & others) >= SAME_FIGURES * len(numbers)


def first_told(article: Article, like: Iterable[Article]) -> Article | None:
    """Return the first of `like`, which are in the order in which they were read, whose text `article` tells again."""
    return next((one for one in like if one.id != article.id and is_reprint(article.text, one.text)), None)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


LEAD = "АСТАНА. КазТАГ. "
TEXT = (
    "Товарооборот между Казахстаном и Узбекистаном по итогам 2023 года составил 4,4 млрд долларов, сообщили в "
    "министерстве торговли. Экспорт вырос на 12 процентов и достиг 2,9 млрд долларов, импорт сократился до 1,5 млрд "
    "долларов. Стороны намерены довести взаимную торговлю до 10 млрд долларов и построить на границе центр "
    "промышленной кооперации."
)
EXAMPLES: Sequence[tuple[str, str]] = (
    (TEXT, TEXT),
    (TEXT, LEAD + TEXT),
    (TEXT, "Новый рекорд торговли. " + TEXT.split(", сообщили")[0] + ". " + TEXT.split("торговли. ", 1)[1]),
    (TEXT, TEXT.rsplit(". ", 1)[0]),
)
NOT_EXAMPLES: Sequence[tuple[str, str]] = (
    (TEXT, TEXT.replace("2023", "2024").replace("4,4", "4,7").replace("2,9", "3,1").replace("1,5", "1,6")),
    (TEXT, "Главы министерств торговли обсудили строительство центра на границе и рост экспорта. " * 3),
    ("Коротко о главном.", "Коротко о главном."),
)
