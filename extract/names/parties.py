"""Parties in texts and questions: countries, regions of Russia, blocs; by name, abbreviation or nationality.

A capital that stands for its state ("Пекин заявил") is no party here, nor is "республика": both need the context.
"""

import re
from collections.abc import Iterator
from functools import cache

from extract.data import load
from extract.model import Span
from extract.names.gazetteer import Gazetteer, lay_in
from extract.names.places import names_of, records
from extract.words.inflect import fold

# "казахский язык", "қазақ тілі", "the Kazakh language": a language is no party.
LANGUAGE_WORD = re.compile(r"\s+(?:язык|тіл(?:і|ді|де|ге|ін|інде)?\b|language)", re.IGNORECASE)
PARTY_REGIONS = "Россия"  # the country whose regions trade and sign in their own name


def party_names() -> Iterator[tuple[str, str]]:
    """Yield pairs of a party's canonical name and one of its names or nationality words."""
    for record in load("countries")["blocs"]:
        yield from ((record["ru"], name) for name in names_of(record, "zone"))
    for canonical, words in load("nationalities")["nationalities"].items():
        yield from ((canonical, word) for language in ("ru", "kk", "en") for word in words.get(language, ()))


def is_party(name: str) -> bool:
    """Tell whether a canonical name is that of a party: a country, a region of Russia, a bloc."""
    return name in _party_set()


@cache
def _party_set() -> frozenset[str]:
    places = (
        place.name
        for place in records()
        if place.kind == "country" or (place.kind == "region" and place.country == PARTY_REGIONS)
    )
    return frozenset((*places, *(record["ru"] for record in load("countries")["blocs"])))


@cache
def _gazetteer() -> Gazetteer[str | None]:
    gazetteer: Gazetteer[str | None] = Gazetteer()
    for name in load("places")["shadows"]:
        gazetteer.add(None, name)
    for place, record in records().items():
        if place.name in _party_set() and place.kind != "settlement":
            lay_in(gazetteer, place.name, record, names_of(record, place.kind))
        elif place.kind == "region":  # "North Kazakhstan" is no mention of Kazakhstan
            lay_in(gazetteer, None, record, names_of(record, place.kind))
    for record in load("countries")["blocs"]:
        lay_in(gazetteer, record["ru"], record, names_of(record, "zone"))
    for canonical, words in load("nationalities")["nationalities"].items():
        for word in words.get("ru", ()):
            gazetteer.add(canonical, word, small=True)
            for plural in _plural_forms(word):
                gazetteer.add(canonical, plural, small=True, decline=False)
        for word in words.get("kk", ()):
            gazetteer.add(canonical, word, small=True, decline=False)
        for word in words.get("en", ()):
            gazetteer.add(canonical, word, decline=False)
        for prefix in words.get("prefixes", ()):
            gazetteer.add(canonical, prefix, small=True, decline=False)
    return gazetteer


def _plural_forms(word: str) -> Iterator[str]:
    """Yield what `russian_forms` of the masculine adjective lacks: the other genders and the plural."""
    if word.endswith("ий"):
        stem = word[:-2]
        yield from (stem + ending for ending in ("ая", "ой", "ую", "ою", "ое", "ие", "их", "ими"))
    if word.endswith("ец"):
        yield from (word[:-2] + ending for ending in ("цы", "цев", "цам", "цами", "цах"))


def find_parties(text: str, *, caseless: bool = False) -> list[tuple[Span, str]]:
    """Return the parties that a text names, in its order; a compound adjective gives two.

    `caseless` is for questions: small letters count as well.
    """
    found = [(match.span, match.entries[0]) for match in _gazetteer().find(text, caseless=caseless)]
    return [
        (span, party)
        for span, party in found
        if party and _is_whole(text, span) and not LANGUAGE_WORD.match(text, span.stop)
    ]


def _is_whole(text: str, span: Span) -> bool:
    """A prefix counts only before a hyphen: "индо-" in "индо-казахстанский"."""
    if fold(text[span.start : span.stop]) not in _prefixes():
        return True
    return text[span.stop : span.stop + 1] in ("-", "–", "‑") and text[span.stop + 1 : span.stop + 2].isalpha()


@cache
def _prefixes() -> frozenset[str]:
    tables = load("nationalities")["nationalities"].values()
    return frozenset(fold(prefix) for words in tables for prefix in words.get("prefixes", ()))


EXAMPLES: dict[str, list[str]] = {
    "общие татарстано-казахстанские планы": ["Татарстан", "Казахстан"],
    "товарооборот РК и КНР": ["Казахстан", "Китай"],
    "министры КР и РК": ["Кыргызстан", "Казахстан"],
    "ҚР мен ҚХР саудасы": ["Казахстан", "Китай"],
    "узбекские предприниматели и турецкая компания": ["Узбекистан", "Турция"],
    "Қазақстандық кәсіпкерлер қытайлық инвесторлармен кездесті": ["Казахстан", "Китай"],
    "Kazakh-Uzbek trade and Turkish investors": ["Казахстан", "Узбекистан", "Турция"],
    "Kazakhstan’s exports to the European Union": ["Казахстан", "Европейский союз"],
    "Киргизия вошла в ЕАЭС": ["Кыргызстан", "Евразийский экономический союз"],
    "Северный Казахстан и Монголия": ["Монголия"],
    "қазақ-өзбек шекарасы": ["Казахстан", "Узбекистан"],
}
NOT_EXAMPLES = [
    "уроки: казахский язык",
    "қазақ тілі",
    "республика и ее партнеры",
    "Москва не комментирует",
    "индо и ирано",
]
