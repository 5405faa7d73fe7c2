"""Names of pairs, places and people. Templates never decline them: "Казахстан – Турция"."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from anyascii import anyascii

from extract.data import load
from extract.model import LANGUAGES, Language, Person
from extract.names.display import display_name
from extract.names.places import place_named
from handlers.wording.posts import post_name

CYRILLIC = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
SIGNS = str.maketrans("", "", "ьъЬЪ")
PAIR = " – "
HOME = "Казахстан"  # "товарооборот с Японией" is asked from here


def pair(parties: Iterable[str], language: Language) -> str:
    """Return parties joined by a dash: "Казахстан – Грузия"."""
    return PAIR.join(display_name(party, language) for party in parties)


def listed(names: Iterable[str], language: Language) -> str:
    """Return names with commas between them, each once."""
    return ", ".join(dict.fromkeys(display_name(name, language) for name in names))


def place(names: tuple[str, ...], language: Language) -> str:
    """Return where something is by the narrowest of `names`; a country only where nothing narrower is known.

    Several places of one level, as of a railway, are all given.
    """
    known = [(name, found[0].kind if (found := place_named(name)) else None) for name in names]
    for level in (("settlement", "zone", None), ("region",), ("country",)):
        chosen = [name for name, kind in known if kind in level]
        if chosen:
            return listed(chosen[:3], language)
    return ""


@lru_cache(maxsize=4096)
def person_name(name: str, language: Language) -> str:
    """Return a personal name as the language has it; one that is not known there in Latin letters for English."""
    if known := _officials().get(name):
        return known[LANGUAGES.index(language)]
    return anyascii(name.translate(SIGNS)) if language == "en" and CYRILLIC.search(name) else name


@cache
def _officials() -> dict[str, list[str]]:
    return {names[0]: names for names in load("people_names")["officials"]}


def person(value: Person, language: Language) -> str:
    """Return a person with the post that the text gives: "Акылбек Жапаров, глава кабмина Кыргызстана"."""
    name = person_name(value.name, language)
    return f"{name}, {post_name(value.role, language)}" if value.role else name


def capitalised(text: str) -> str:
    """Return `text` with its first letter large; the others stay."""
    return text[:1].upper() + text[1:]
