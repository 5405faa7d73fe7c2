"""Sectors of the economy that a text or a question speaks of, by the stems of their words."""

import re
from functools import cache
from typing import Any

from extract.data import load
from extract.model import LANGUAGES


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, str]]:
    sectors: dict[str, str] = {}
    for record in load("sectors")["sectors"]:
        for language in LANGUAGES:
            for stem in record["stems"][language]:
                sectors.setdefault(stem.strip().lower(), record["ru"])
    listed = {stem for record in load("sectors")["sectors"] for stems in record["stems"].values() for stem in stems}
    longest_first = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first))})", re.IGNORECASE), sectors


def _pattern(stem: str) -> str:
    word = re.escape(stem.strip()) + (r"(?!\w)" if stem.endswith(" ") else "")
    return f"(?-i:{word})" if stem.isupper() else word


def find_sectors(text: str) -> tuple[str, ...]:
    """Return the canonical names of the sectors that a text speaks of, each once, in the order of first mention."""
    pattern, sectors = _stems()
    return tuple(dict.fromkeys(sectors[match[0].lower()] for match in pattern.finditer(text.replace("ё", "е"))))


def sector_words(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters, by which it names a sector: "жел", "электр" of "жел электр".

    A word that only begins with a stem counts as a whole.
    """
    plain = text.replace("ё", "е").lower()
    spans = (match.span() for match in _stems()[0].finditer(text.replace("ё", "е")))
    return frozenset(
        word[0]
        for start, stop in spans
        for word in re.finditer(r"\w+", plain[start : stop + 40])
        if start + word.start() < stop
    )


def wider_sectors(sector: str) -> tuple[str, ...]:
    """Return the sectors that hold a sector, the nearest first: wind power → renewables, energy."""
    wider = _records().get(sector, {}).get("wider")
    return (wider, *wider_sectors(wider)) if wider else ()


def is_narrow(sector: str) -> bool:
    """Tell whether all words of a sector speak of one and the same thing, as those of wind power do."""
    return bool(_records().get(sector, {}).get("narrow"))


@cache
def _records() -> dict[str, dict[str, Any]]:
    return {record["ru"]: record for record in load("sectors")["sectors"]}


EXAMPLES: dict[str, list[str]] = {
    "цех по сборке тракторов": ["машиностроение"],
    "нефтехимический комплекс": ["нефтехимия"],
    "жел электр станциялары": ["ветроэнергетика"],
    "poultry farms": ["птицеводство", "АПК"],
    "шина зауыты": ["автопром"],
}
NOT_EXAMPLES = ["window frames", "визит делегации", "кездесу өтті", "the talks were held"]
