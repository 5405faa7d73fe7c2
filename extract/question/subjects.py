"""Whom and where a question is about: places, parties, organisations, people.

A country is a place where things are built in it, and a party where it trades, signs or invests.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.data import load
from extract.model import Kind, Span
from extract.names.gazetteer import Gazetteer, Word
from extract.names.parties import find_parties
from extract.names.places import find_places, place_named
from extract.question.lexicon import is_known, phrase_words
from extract.words.inflect import fold

ABBREVIATION = 4  # letters
LOCATIVE_WORDS = frozenset(("в", "во", "на", "in", "at", "near"))
LOCATIVE_ENDING = re.compile(r"\w+(?:[дт][ае](?:[гғ][ыі])?|[dt][ae]g?[yi]?)", re.IGNORECASE)
BUILT: frozenset[Kind] = frozenset(("project",))
SURNAME = re.compile(
    r"\w{2,}(?:[ое]в|ын|ин|ко|ский|ян|дзе|швили|ович|евич|улы|кызы)(?:а|у|ым|ом|е|ой|ыми?|ых|тын|тин|пен|мен|ка|ке|нын)?"
    r"|\w{3,}(?:ov|ev|yev|sky|skiy)(?:a|s)?"
)
DOUBTFUL = re.compile(r"(?:ын|ин|ко|ян)\w{0,3}$")  # many other words end so


@dataclass(frozen=True, slots=True)
class Subjects:
    """Canonical names with the spans of their words."""

    places: tuple[str, ...]
    parties: tuple[str, ...]
    organisations: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in the question: as a place, as a party, or as both."""

    span: Span
    place: str | None
    party: str | None
    country: bool


def find_subjects(text: str, words: Sequence[Word], kinds: Sequence[Kind]) -> Subjects:
    """Return the places, parties and organisations of a question that asks for `kinds` of facts."""
    organisations = [(match.span, match.entries[0]) for match in known_organisations().find(text, caseless=True)]
    taken = [span for span, _ in organisations]
    named = [one for one in _named(text, words, kinds) if not any(_overlap(one.span, span) for span in taken)]
    located = [one for one in named if one.place and (not one.party or _is_located(text, one, words))]
    # With nothing located, "проекты Татарстана" are those in Tatarstan.
    places, parties = [], []
    for one in named:
        if one.place and (one.party is None or _is_place(one, located, kinds)):
            places.append(one.place)
        elif one.party:
            parties.append(one.party)
    return Subjects(
        tuple(dict.fromkeys(places)),
        tuple(dict.fromkeys(parties)),
        tuple(dict.fromkeys(name for _, name in organisations)),
        tuple(sorted([*taken, *(one.span for one in named)])),
    )


def _is_place(one: _Named, located: list[_Named], kinds: Sequence[Kind]) -> bool:
    if kinds and not BUILT & set(kinds):
        return False
    return one in located or (bool(kinds) and not located)


def _is_located(text: str, one: _Named, words: Sequence[Word]) -> bool:
    """Tell whether "in" stands before a name, or a Kazakh case of place ends it."""
    before = [word.folded for word in words if word.stop <= one.span.start]
    return bool(before and before[-1] in LOCATIVE_WORDS) or bool(
        LOCATIVE_ENDING.fullmatch(text[one.span.start : one.span.stop].split()[-1]) and before[-1:] != ["с"]
    )


def _is_other_word(text: str) -> bool:
    """Tell whether small letters that could be an abbreviation are a word of questions: "ірі" is big, not ИРИ."""
    return text.islower() and len(text) <= ABBREVIATION and fold(text) in phrase_words()


def _named(text: str, words: Sequence[Word], kinds: Sequence[Kind]) -> list[_Named]:
    """Return the places and parties; a name that is an ordinary word as well counts where it has its capital."""
    places = find_places(text, caseless=True)
    parties = find_parties(text, caseless=True)
    found = [
        _Named(span, place.name, next((party for other, party in parties if _overlap(span, other)), None),
               place.kind == "country")
        for span, place in places
    ]  # fmt: skip
    found = [one for one in found if not _is_other_word(text[one.span.start : one.span.stop])]
    found += [
        _Named(Span(word.start, word.stop), named[0].name, None, False)
        for word in words
        if word.text.istitle() and (BUILT & set(kinds) or not is_surname(word)) and not is_known(word.text)
        if not any(_overlap(Span(word.start, word.stop), span) for span, _ in [*places, *parties])
        if (named := place_named(word.text))
    ]
    lone = [_Named(span, None, party, True) for span, party in parties if not any(_overlap(span, p) for p, _ in places)]
    return sorted([*found, *lone], key=lambda one: one.span)


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.stop and right.start < left.stop


@cache
def known_organisations() -> Gazetteer[str]:
    """Return the gazetteer of the organisations of the data."""
    gazetteer: Gazetteer[str] = Gazetteer()
    table: dict[str, list[str]] = load("organisations")["known"]
    for name, variants in table.items():
        for variant in (name, *variants):
            gazetteer.add(name, variant)
    return gazetteer


def is_surname(word: Word) -> bool:
    """Tell whether a word looks like a surname of the region, in whatever case."""
    return looks_like_surname(word.folded) and (word.text.istitle() or not DOUBTFUL.search(word.folded))


def looks_like_surname(folded: str) -> bool:
    """Tell whether a folded word ends as surnames of the region do, in whatever case."""
    return bool(SURNAME.fullmatch(folded))
