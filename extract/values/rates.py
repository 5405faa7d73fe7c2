"""Per what a quantity is counted: "в год", "ежегодно", "жылына", "a year", "/сут", after the quantity or before it."""

import re
from functools import cache
from typing import NamedTuple, cast

from extract.data import load
from extract.model import Per
from extract.values.units import spelled

HORIZON = 70  # characters in which the rate of a quantity may stand
# A sentence end, a bracket or another number stands between a quantity and what does not belong to it.
BARRIER = re.compile(r"[.!?](?:\s|$)|[;:()\n0-9]")


class Rate(NamedTuple):
    """A rate at its place; `close` tells that it stands right behind the quantity."""

    per: Per
    start: int
    stop: int
    close: bool


@cache
def _rates(side: str) -> re.Pattern[str]:
    named = []
    for per, words in load("units")["rates"][side].items():
        alternatives = "|".join(spelled(word) for word in sorted(words, key=len, reverse=True))
        named.append(f"(?P<{per}>{alternatives})")
    return re.compile(rf"(?:(?<!\w)|(?=/))(?:{'|'.join(named)})(?!\w)")


@cache
def _capacity() -> re.Pattern[str]:
    words = "|".join(spelled(word) for word in load("units")["capacity"]["words"])
    return re.compile(rf"(?<!\w)(?:{words})")


def rate_after(folded: str, stop: int, limit: int) -> Rate | None:
    """Return the rate that follows a quantity which ends at `stop`, before `limit`; `folded` is in small letters.

    Other words may stand between ("тонн каучуков в год"), a number or the end of the sentence may not.
    """
    limit = min(limit, stop + HORIZON)
    barrier = BARRIER.search(folded, stop, limit)
    match = _rates("after").search(folded, stop, barrier.start() if barrier else limit)
    if match is None:
        return None
    return Rate(
        cast(Per, match.lastgroup), match.start(), match.end(), not folded[stop : match.start()].strip(" \u00a0-")
    )


def rate_before(folded: str, start: int, limit: int) -> Per | None:
    """Return the rate told by words before a quantity that begins at `start`, behind `limit`."""
    clause = _clause(folded, start, limit)
    found = [match.lastgroup for match in _rates("before").finditer(folded, clause, start)]
    return cast(Per, found[-1]) if found else None


def capacity_before(folded: str, start: int) -> bool:
    """Tell whether words before `start` speak of what is made or can be made: "мощностью", "выпускать", "capacity"."""
    return _capacity().search(folded, _clause(folded, start, 0), start) is not None


def _clause(folded: str, start: int, limit: int) -> int:
    begins = max(limit, start - HORIZON, 0)
    for barrier in BARRIER.finditer(folded, begins, start):
        # "Мощность: 5 тыс. тонн": a colon right before the number divides nothing.
        if barrier.group()[0] not in ":(" or folded[barrier.end() : start].strip():
            begins = barrier.end()
    return begins
