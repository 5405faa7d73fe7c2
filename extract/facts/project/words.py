"""The words of `projects.toml`, compiled: heads, stages, and what stands beside each kind of figure."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from extract.data import load
from extract.model import LANGUAGES, Language, Stage

ABBREVIATION = 4  # letters of the longest abbreviation: "ГРЭС"
STAGES: tuple[Stage, ...] = (
    "cancelled", "suspended", "launched", "under_construction", "operating", "agreed", "planned",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A noun for something built. `family`: heads that may stand for it later; `telling`: a name by itself."""

    name: str
    gender: str
    family: str
    generic: bool = False
    telling: bool = False
    narrow: tuple[str, ...] = ()
    kind: str = ""  # what the data calls it: "ТЭЦ" for "теплоэлектроцентраль"


@cache
def data() -> dict[str, Any]:
    """Return the tables of `projects.toml`."""
    return load("projects")


@cache
def heads(language: Language) -> dict[str, Head]:
    """Return the heads of a language by their words; a word that ends in "*" is a stem."""
    found: dict[str, Head] = {}
    for record in data()["heads"]:
        head = Head(
            record["ru"],
            record["gender"],
            record["family"],
            record.get("generic", False),
            record.get("telling", False),
            tuple(record.get("narrow", ())),
            record["ru"],
        )
        for word in record["words"][language]:
            found[word] = _named_by(word, head) if language == "ru" and not head.generic else head
    return found


def _named_by(word: str, head: Head) -> Head:
    """A Russian head is called by its own word; abbreviations and longer terms by the name of the record."""
    if len(word) <= ABBREVIATION or " " in word or word == head.name:
        return head
    gender = "f" if word[-1] in "аяь" else "n" if word[-1] in "ео" else "m"
    return replace(head, name=word, gender=gender)


@cache
def compound_head(word: str) -> Head | None:
    """Return the head of a Russian compound by its last part: "химзавод" is a plant, and tells which."""
    for last in data()["compound"]["ru"]:
        if word.endswith(last) and len(word) > len(last) + 1 and word.isalpha():
            return replace(heads("ru")[last], name=word, telling=True, narrow=())
    return None


@cache
def head_pattern(language: Language) -> tuple[re.Pattern[str], dict[str, Head]]:
    """Return a pattern over the heads of a language, longest first, and the head of each word without its "*"."""
    words = sorted(heads(language), key=len, reverse=True)
    listed = "|".join(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    known = {word.rstrip("*"): head for word, head in heads(language).items()}
    return re.compile(rf"(?<![\w-])(?P<head>{listed})(?!\w)", re.IGNORECASE), known


def head_of(word: str, language: Language) -> Head | None:
    """Return the head that a matched word belongs to."""
    lowered = word.lower()
    known = head_pattern(language)[1]
    for stop in range(len(lowered), 1, -1):
        if lowered[:stop] in known:
            return known[lowered[:stop]]
    return None


@cache
def words(*path: str) -> frozenset[str]:
    """Return a list of words of the data as a set."""
    table: Any = data()
    for key in path:
        table = table[key]
    return frozenset(table)


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """Return one pattern for a table entry: a list, or a table of lists by language; case is ignored."""
    table: Any = data()
    for key in path:
        table = table[key]
    listed = table if isinstance(table, list) else [one for language in LANGUAGES for one in table.get(language, ())]
    return re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE)


def stem(word: str) -> str:
    """Return the first letters of a word, enough to know it again in another case."""
    return word.lower().replace("ё", "е")[:5]


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the words of a name, small words left out."""
    return frozenset(stem(word) for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2)
