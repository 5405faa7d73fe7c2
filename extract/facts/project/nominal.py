"""Small grammar of names: adjectives that agree with a head, its plural, and counts written in words."""

from extract.facts.project.words import Head
from extract.inflect import genitive
from extract.nominative import adjective_form, plural_noun
from extract.numbers import parse_number
from extract.tagger import Token

GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}


def agree(adjective: str, gender: str) -> str:
    """Return an adjective, given as masculine nominative, in the form for gender m, f, n or p (plural)."""
    return adjective_form(adjective, GENDERS.get(gender, "Masc"), plural=gender == "p")


def plural_of(head: Head) -> str:
    """Return the nominative plural of a head: "завод" → "заводы", "ВЭС" → "ВЭС"."""
    if head.name.isupper() or " " in head.name:
        return head.name
    return plural_noun(head.name)


def counted(count: int, head: Head) -> str:
    """Return a number of things: "2 завода", "10 предприятий"."""
    name = head.name
    if name.isupper() or " " in name:
        return f"{count} {name}"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return f"{count} {genitive(name)}"
    if name[-2:] in ("ия", "ие"):
        return f"{count} {name[:-1]}й"
    return f"{count} {name[:-1]}" if name[-1] in "ао" else f"{count} {name}ов"


def count_of(token: Token) -> int | None:
    """Return the whole number that a token writes in digits or words, or None."""
    if token.pos != "NUM" and not token.text.isdigit():
        return None
    value = parse_number(token.text) or parse_number(token.lemma)
    return int(value) if value is not None and value == int(value) and value < 10_000 else None
