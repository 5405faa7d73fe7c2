"""Small grammar of names: adjectives that agree with a head, its plural, and counts written in words."""

import re
from collections.abc import Sequence

from extract.facts.project.words import Head
from extract.values.numbers import parse_number
from extract.words.inflect import genitive
from extract.words.nominative import adjective_form, plural_noun
from extract.words.tagger import Token

HUSHING = "жшчщ"
VOWELS = "аеёиоуыэюяй"
GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}


def agree(adjective: str, gender: str) -> str:
    """Return an adjective, given as masculine nominative, in the form for gender m, f, n or p (plural)."""
    return adjective_form(adjective, GENDERS.get(gender, "Masc"), plural=gender == "p")


def plural_of(head: Head) -> str:
    """Return the nominative plural of a head: "завод" → "заводы", "ВЭС" → "ВЭС"."""
    if head.name.isupper() or " " in head.name:
        return head.name
    return plural_noun(head.name)


def genitive_plural(lemma: str) -> str:
    """Return the likeliest genitive plural of a noun: "шина" → "шин", "деталь" → "деталей", "автобус" → "автобусов"."""
    stem, last = lemma[:-1], lemma[-1:]
    if lemma.endswith("ка") and lemma[-3:-2] not in VOWELS:
        return f"{lemma[:-2]}{'е' if lemma[-3:-2] in HUSHING else 'о'}к"
    if lemma.endswith(("ия", "ие")):
        return f"{stem}й"
    if last in "аоя":
        return stem if last != "я" else f"{stem}ь"
    if last in "ье" or last in HUSHING:
        return f"{stem if last in 'ье' else lemma}ей"
    return f"{stem}ев" if last == "й" else f"{lemma}ев" if last == "ц" else f"{lemma}ов"


def counted(count: int, head: Head, adjectives: Sequence[str] = (), number: str = "") -> str:
    """Return a number of things: "2 завода", "21 объект", "три ветряные фермы". Adjectives are masculine nominatives.

    `number` words the count as the text does ("три"); without it the name has digits.
    """
    *attributes, noun = head.name.split()
    one = count % 10 == 1 and count % 100 != 11
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    told = [agree(adjective, head.gender if one else "p") for adjective in adjectives]
    told += attributes if one else [re.sub(r"(?:ая|ый|ое|ой)$", "ые", attribute) for attribute in attributes]
    if not one and not (few and head.gender == "f"):
        told = [f"{adjective[:-1]}х" for adjective in told]
    if not noun.isupper() and not one:
        noun = genitive(noun) if few else genitive_plural(noun)
    return " ".join([number or str(count), *told, noun])


def count_of(token: Token) -> int | None:
    """Return the whole number that a token writes in digits or words, or None."""
    if token.pos != "NUM" and not token.text.isdigit():
        return None
    value = parse_number(token.text) or parse_number(token.lemma)
    return int(value) if value is not None and value == int(value) and value < 10_000 else None
