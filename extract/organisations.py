"""Organisations: ТОО «Машиностроительный завод МТЗ-Казахстан» → "Машиностроительный завод МТЗ-Казахстан".

The tagger's spans are mended where it is weak: a quoted name is one organisation with the legal form before it, a
known name is given back in its spelling of record, and ministries by their full title.
"""

import re
from collections.abc import Iterator
from functools import cache

from extract.data import load
from extract.model import Span
from extract.tagger import Tagged

EXAMPLES = {
    "ПАО «КамАЗ» расширяет выпуск.": ["КАМАЗ"],
    "Завод строит ТОО «Тракторный двор».": ["Тракторный двор"],
}

_QUOTED = re.compile(r"[«“\"„](?P<name>[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ0-9][^«»“”\"„\n]{1,60})[»”\"“]")


@cache
def _legal_forms() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in load("organisations")["legal_forms"])
    return re.compile(rf"^(?:(?:{forms})\.?\s+)+|(?:,?\s+(?:{forms})\.?)+$")


@cache
def _known() -> dict[str, str]:
    table: dict[str, list[str]] = load("organisations")["known"]
    return {variant.lower(): name for name, variants in table.items() for variant in (name, *variants)}


@cache
def _ministries() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), full) for pattern, full in load("organisations")["bodies"]]


def canonical_organisation(name: str) -> str:
    """Return a name without quotes and legal form, in the spelling of record where it is known."""
    bare = _legal_forms().sub("", name.strip(' «»“”"„,.')).strip(' «»“”"„,')
    known = _known()
    lowered = bare.lower()
    if lowered in known:
        return known[lowered]
    for ending in load("organisations")["case_endings"]:
        if lowered.endswith(ending) and lowered[: -len(ending)] in known:
            return known[lowered[: -len(ending)]]
    return bare


def find_organisations(sentence: str, offset: int, tagged: Tagged) -> Iterator[tuple[Span, str]]:
    """Yield the organisations of a sentence that begins at `offset`, left to right, without overlaps."""
    candidates: list[tuple[Span, str]] = []
    for pattern, full in _ministries():
        for match in pattern.finditer(sentence):
            candidates.append((Span(match.start() + offset, match.end() + offset), full))
    for match in _QUOTED.finditer(sentence):
        name = match["name"].strip()
        if _looks_like_name(name, sentence[: match.start()], sentence[match.end() :]):
            candidates.append((Span(match.start() + offset, match.end() + offset), canonical_organisation(name)))
    for found in tagged.names:
        if found.type == "organisation":
            candidates.append((Span(found.start, found.stop), canonical_organisation(found.normal)))
    for match in _known_pattern().finditer(sentence):
        candidates.append((Span(match.start() + offset, match.end() + offset), canonical_organisation(match.group())))
    last = -1
    for span, name in sorted(candidates, key=lambda pair: (pair[0].start, -pair[0].stop)):
        if span.start >= last and len(name) > 1:
            yield span, name
            last = span.stop


@cache
def _known_pattern() -> re.Pattern[str]:
    names = sorted(_known(), key=len, reverse=True)
    endings = "|".join(load("organisations")["case_endings"])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?:{endings})?(?![\w-])", re.IGNORECASE)


def _looks_like_name(name: str, before: str, after: str) -> bool:
    """A quotation in quotes is no name: it is long, ends a sentence, or a verb of speech follows."""
    words = name.split()
    if len(words) > 7 or name.endswith((".", "!", "?", ",")):
        return False
    return not after.lstrip(" ,.").startswith(("–", "—", "- ")) or bool(re.search(r"\w\s*$", before))
