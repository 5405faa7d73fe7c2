"""A followed question as conditions on the keys of one fact. Pure: by names, not numbers of keys.

A fact tells of its keys; one condition of each question is its handle, by which the questions that may concern a fact
are found. The others are then checked, as a search would have done.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from extract.model import KINDS, Fact, Period, Place, Project, Trade
from extract.names.parties import is_party
from extract.names.places import ancestors, place_named
from extract.names.sectors import sector_words
from extract.query import Bound, Query
from extract.words.inflect import fold
from extract.words.stems import is_vague, stem, thing_of
from storage.facts import FactRow
from storage.following.records import Article
from storage.mentions import IN_EVIDENCE, organisation_words
from storage.ranges import DATED_BY_ARTICLE
from storage.rank import HOME
from storage.spelled import Key
from storage.surnames import same_person, surname_forms

NAMED = "named"  # a key of conditions alone: a word of an organisation's name, in Latin letters
COMMON_BEGINNING = 5  # letters by which a region is known to be named after its town
Held = Mapping[Key, int]  # the keys of a fact with their reaches
# The condition with the fewest facts is the handle.
RARITY = ("person", "organisation", "word", "place", "party", "sector", "form", "stage", "status", "signed", "kind")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold: one of `keys` within reach, or all of `together`."""

    type: str
    keys: frozenset[Key]
    broad: bool = False  # holds for so many facts that another handle is better

    def holds(self, held: Held) -> bool:
        """Tell whether a fact with these keys satisfies it."""
        return any(held.get(key, IN_EVIDENCE + 1) <= IN_EVIDENCE for key in self.keys)


def followed(query: Query) -> Query:
    """Return what of a question is followed: its conditions, not its wording, order or sum; trade is seen from home."""
    home = query.kinds == ("trade",) and len(query.parties) == 1 and HOME not in query.parties and not query.places
    return replace(
        query,
        text="",
        language="ru",
        parties=(HOME, *query.parties) if home else query.parties,
        words=_telling(query),
        order=None,
        aggregate=None,
        slot=None,
        read_as=None,
        outside=None,
    )


def is_followable(query: Query) -> bool:
    """Tell whether a question has any condition at all; a greeting or the weather has none."""
    return not query.outside and bool(conditions_of(followed(query)) or query.period or query.bound)


def _telling(query: Query) -> tuple[str, ...]:
    """Leave out words that a search gives up in silence: vague ones, and those that told the sector."""
    asked = f"{query.read_as or query.text} {' '.join(query.words)}"
    explained = {fold(one) for one in sector_words(asked)} if query.sectors else set()
    return tuple(word for word in query.words if not is_vague(word) and word not in explained)


def conditions_of(query: Query) -> tuple[Condition, ...]:
    """Return all conditions on keys of a followed question."""
    return tuple(_conditions(query))


def handle_of(query: Query) -> frozenset[Key]:
    """Return keys of which every fact that satisfies the question has one."""
    conditions = conditions_of(query)
    if not conditions:
        return frozenset(("kind", kind) for kind in KINDS)
    return min(conditions, key=lambda one: (one.broad, RARITY.index(one.type))).keys


def _conditions(query: Query) -> Iterator[Condition]:
    simple = {
        "kind": query.kinds,
        "stage": query.stages,
        "status": (query.status,) if query.status else (),
        "signed": (str(query.signed).lower(),) if query.signed is not None else (),
        "sector": query.sectors,
        "form": query.forms,
    }
    for type_, names in simple.items():
        if names:
            yield Condition(type_, frozenset((type_, str(name)) for name in names))
    if query.places:
        yield _places(query.places)
    for party in query.parties:
        yield Condition("party", frozenset({("party", party)}), party == HOME) if is_party(party) else _places((party,))
    for person in query.people:
        forms = surname_forms(person) | surname_forms(person, spelled=True)
        yield Condition("person", frozenset(("surname", form) for form in forms))
    for organisation in query.organisations:
        yield _organisation(organisation)
    for word in query.words:
        thing = thing_of(word)
        yield Condition("word", frozenset({("word", stem(word)), *((("thing", thing),) if thing else ())}))


def _places(names: tuple[str, ...]) -> Condition:
    """Any of the places; a place that holds another one of the question only says where that lies."""
    places = [(place_named(name) or (Place(name, "settlement"),))[0] for name in names]
    above = {name for place in places for name in ancestors(place)}
    finest = [place for place in places if place.name not in above] or places
    keys = {("place", place.name) for place in finest}
    for place in finest:
        region = place.region if place.kind == "settlement" else None
        if region and fold(region)[:COMMON_BEGINNING] == fold(place.name)[:COMMON_BEGINNING]:
            keys.add(("area", region))
    return Condition("place", frozenset(keys), any(place.kind == "country" for place in finest))


def _organisation(name: str) -> Condition:
    words = organisation_words(name)
    named = (NAMED, max(words, key=len, default=fold(name)))
    return Condition("organisation", frozenset({named, ("word", stem(fold(name)))} if len(words) == 1 else {named}))


def satisfies(query: Query, conditions: tuple[Condition, ...], held: Held, row: FactRow, told: Article) -> bool:
    """Tell whether a fact is what a followed question asks for."""
    return (
        all(condition.holds(held) for condition in conditions)
        and all(_bears(person, held) for person in query.people)
        and all(_is_named(organisation, held) for organisation in query.organisations)
        and (query.period is None or _in_period(query, query.period, row, told))
        and (query.bound is None or _in_bound(query.bound, row))
        and _flows(told.fact, query)
    )


def _bears(asked: str, held: Held) -> bool:
    if " " not in asked:
        return True
    return any(type_ == "person" and same_person(asked, name) for type_, name in held)


def _is_named(asked: str, held: Held) -> bool:
    """An organisation with all words of the name; of one word, a sentence with it will do."""
    words = set(organisation_words(asked))
    if any(type_ == "organisation" and words <= set(organisation_words(name)) for type_, name in held):
        return True
    return len(words) == 1 and held.get(("word", stem(fold(asked))), IN_EVIDENCE + 1) <= IN_EVIDENCE


def _in_period(query: Query, period: Period, row: FactRow, told: Article) -> bool:
    first, last = period.first_day, period.last_day
    published = told.published is not None and told.published <= last and f"{told.published}-99" >= first
    if not query.kinds and not _has_subject(query):
        return published
    if row.first_day and row.last_day:
        return row.first_day <= last and row.last_day >= first
    launched = isinstance(told.fact, Project) and told.fact.stage == "launched"
    return published and (row.kind in DATED_BY_ARTICLE or launched)


def _has_subject(query: Query) -> bool:
    return any((query.places, query.parties, query.people, query.organisations, query.sectors))


def _in_bound(bound: Bound, row: FactRow) -> bool:
    found: Any = {"amount": row.amount, "jobs": row.jobs, "growth": row.growth}[bound.slot]
    if found is None or (bound.slot == "amount" and bound.currency and row.currency != bound.currency):
        return False
    value = float(bound.value)
    if bound.relation == "between":
        return bool(value <= found <= float(bound.value if bound.upper is None else bound.upper))
    if bound.relation == "under":
        return bool(found < value)
    same = found == value and (bound.slot == "jobs" or (bound.slot == "amount" and bool(row.over)))
    return bool(found > value or same)


def _flows(fact: Fact, query: Query) -> bool:
    if query.flow is None or not isinstance(fact, Trade):
        return True
    if query.flow == "turnover" or fact.flow == "turnover":
        return query.flow == fact.flow
    first = next(iter(fact.parties), None)
    if len(query.parties) < 2:
        return fact.flow == query.flow or first in query.parties
    return (fact.flow == query.flow) == (first == query.parties[0])
