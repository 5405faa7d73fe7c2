"""A query as conditions on keys: any key of a condition will do, every condition must hold.

Places, parties, people and organisations are never replaced by others; the caller may give up words and the period.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz.distance import OSA
from sqlite_utils import Database

from extract.inflect import fold, kazakh_stems
from extract.model import Place
from extract.parties import is_party
from extract.places import ancestors, place_named
from extract.query import Query
from extract.spelling import official_surnames, russian_name, skeleton
from storage.keys import key_id, keys_spelled, marks
from storage.mentions import IN_ARTICLE, IN_EVIDENCE, IN_SLOT, SURNAME, organisation_words, surname_beginning
from storage.terms import CERTAINTY, Term, look_up

CASE_ENDINGS = ("", "а", "у", "ым", "ом", "е", "ой", "ого", "ому", "и", "ю", "я", "ем", "ия", "ии", "ий", "ая", "ую")
MISSPELT = ("latin", "typo", "typos")
COMMON_BEGINNING = 5  # letters by which a region is known to be named after its town


@dataclass(frozen=True, slots=True)
class Choice:
    """One key that satisfies a condition, how sure that is (0 to 1), and how far the mention may reach."""

    key: int
    name: str
    how: str
    certainty: float = 1.0
    reach: int = IN_EVIDENCE


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold, by any of the choices; `label` as in "place:Костанай". No choice: nothing can satisfy it."""

    label: str
    choices: tuple[Choice, ...]

    @property
    def type(self) -> str:
        return self.label.partition(":")[0]

    @property
    def certainty(self) -> float:
        return max((choice.certainty for choice in self.choices), default=0.0)


def conditions_of(db: Database, query: Query) -> list[Condition]:
    """Return all conditions of a query but its words, its period and its bound."""
    found = [
        _any(db, "kind", query.kinds),
        _first(_any(db, "stage", query.stages)),
        _any(db, "status", (query.status,) if query.status else ()),
        _any(db, "signed", (str(query.signed).lower(),) if query.signed is not None else ()),
        _any(db, "sector", query.sectors),
        _any(db, "form", query.forms),
        _places(db, query.places),
        *(_party(db, party) for party in query.parties),
        *(_person(db, person) for person in query.people),
        *(_organisation(db, organisation) for organisation in query.organisations),
    ]
    return [condition for condition in found if condition is not None]


def _any(db: Database, type_: str, names: Iterable[str]) -> Condition | None:
    named = [(name, key_id(db, type_, name)) for name in names]
    choices = tuple(Choice(key, name, "exact") for name, key in named if key is not None)
    return Condition(f"{type_}:{'|'.join(name for name, _ in named)}", choices) if named else None


def _first(condition: Condition | None) -> Condition | None:
    """Prefer the first of several stages: "launched" is what was asked, "operating" will do."""
    if condition is None:
        return None
    choices = [replace(choice, certainty=1.0 if index == 0 else 0.8) for index, choice in enumerate(condition.choices)]
    return Condition(condition.label, tuple(choices))


def _places(db: Database, names: tuple[str, ...]) -> Condition | None:
    """Any of the places; a place that holds another one of the question only says where that lies."""
    places = [(place_named(name) or (Place(name, "settlement"),))[0] for name in names]
    above = {name for place in places for name in ancestors(place)}
    finest = [place for place in places if place.name not in above] or places
    choices = [choice for place in finest for choice in _place(db, place)]
    return Condition(f"place:{'|'.join(place.name for place in finest)}", tuple(choices)) if names else None


def _place(db: Database, place: Place) -> Iterator[Choice]:
    key = key_id(db, "place", place.name)
    if key is not None:
        yield Choice(key, place.name, "exact")
    if place.kind != "settlement" or not place.region:
        return
    if fold(place.region)[:COMMON_BEGINNING] == fold(place.name)[:COMMON_BEGINNING]:
        region = key_id(db, "area", place.region)
        if region is not None:
            yield Choice(region, place.region, "around", 0.6)


def _party(db: Database, name: str) -> Condition:
    if not is_party(name):
        return _places(db, (name,)) or Condition(f"place:{name}", ())
    key = key_id(db, "party", name)
    return Condition(f"party:{name}", () if key is None else (Choice(key, name, "exact"),))


def in_article(condition: Condition) -> Condition:
    """Let a condition be satisfied by what only the rest of the article says."""
    choices = tuple(Choice(c.key, c.name, c.how, c.certainty, IN_ARTICLE) for c in condition.choices)
    return Condition(condition.label, choices)


def _person(db: Database, name: str) -> Condition:
    """People of that surname; a surname that nobody bears and that is not well known may be misspelt."""
    choices: list[Choice] = []
    for asked in _readings(name):
        spelled = keys_spelled(db, surname_beginning(asked), "person")
        choices = [Choice(key, known, "exact") for key, known in spelled.items() if same_person(asked, known)]
        if choices:
            break
    surname = fold(name).split()[-1:]
    if not choices and surname and surname[0] not in official_surnames():
        term = look_up(db, surname[0])
        choices = [Choice(key, surname[0], how, CERTAINTY[how], IN_SLOT) for key, how in term.keys if how in MISSPELT]
    return Condition(f"person:{name}", tuple(choices))


def _readings(name: str) -> tuple[str, ...]:
    """Return a name as asked and as it may be meant: in Russian letters, spelled as on record, without suffixes."""
    name = russian_name(name, "en") if name.isascii() else name
    first, _, surname = name.rpartition(" ")
    stems = (fold(surname), *kazakh_stems(fold(surname), SURNAME))
    known = official_surnames()
    meant = (*(known[stem] for stem in stems if stem in known), *stems)
    return tuple(dict.fromkeys((name, *(f"{first} {one}".strip() for one in meant))))


def same_person(asked: str, known: str) -> bool:
    """Tell whether a name, perhaps only a surname in some case, may be that of a known person.

    Where both names give a first name, those must not contradict.
    """
    ours, theirs = skeleton(asked).split(), skeleton(known).split()
    if not ours or not theirs or not _same_surname(ours[-1], theirs[-1]):
        return False
    if len(ours) == 1 or len(theirs) == 1:
        return True
    return OSA.distance(ours[0], theirs[0]) <= max(1, len(theirs[0]) // 4)


def _same_surname(asked: str, known: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(asked, known, strict=False)))
    endings = (asked[shared:], known[shared:])
    return asked == known or (shared >= SURNAME and all(ending in CASE_ENDINGS for ending in endings))


def _organisation(db: Database, name: str) -> Condition:
    """Organisations with all words of that name, or facts whose sentences hold its words."""
    words = organisation_words(name)
    spelled = [set(keys_spelled(db, word, "organisation").items()) for word in words]
    named = set.intersection(*spelled) if spelled else set()
    choices = [Choice(key, known, "exact" if known == name else "part") for key, known in sorted(named)]
    if len(words) == 1:
        term = look_up(db, fold(name))
        choices += [Choice(key, name, how, 0.8) for key, how in term.keys if how in ("exact", "latin")]
    return Condition(f"organisation:{name}", tuple(choices))


def word_condition(term: Term) -> Condition:
    """Return the condition that a word of the question makes."""
    choices = tuple(Choice(key, term.word, how, CERTAINTY[how]) for key, how in term.keys)
    return Condition(f"word:{term.word}", choices)


def flow_conditions(db: Database, query: Query) -> list[Condition]:
    """The direction of trade: what A exports to B is what B imports from A, so both directions are looked at."""
    if query.flow is None:
        return []
    condition = _any(db, "flow", (query.flow,) if query.flow == "turnover" else ("export", "import"))
    return [condition] if condition else []


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on columns of facts `f` and of their articles `a`."""

    label: str
    sql: str
    values: tuple[str | float, ...]


DATED_BY_ITSELF = ("trade", "investment")  # kinds that belong to no time where they name none
DATED_BY_ARTICLE = ("meeting", "agreement", "statement", "role")  # kinds that news tell of when they happen


def filters_of(query: Query) -> list[Filter]:
    """Return the conditions of a query on columns: its period and its bound."""
    filters = []
    if query.period:
        filters.append(_in_period(query, query.period.first_day, query.period.last_day))
    if query.bound:
        filters.append(_in_bound(query))
    if query.aggregate == "sum" or query.order in ("largest", "smallest"):
        filters.append(Filter("amount", "f.amount IS NOT NULL", ()))
    return filters


def _in_period(query: Query, first: str, last: str) -> Filter:
    published = "(a.published <= ? AND a.published || '-99' >= ?)"
    own = "(f.first_day <= ? AND f.last_day >= ?)"
    if not query.kinds and not has_subject(query):
        return Filter("period", published, (last, first))
    kinds = f"f.kind IN ({marks(DATED_BY_ARTICLE)}) OR json_extract(f.slots, '$.stage') = 'launched'"
    values = (last, first, *DATED_BY_ARTICLE, last, first)
    return Filter("period", f"({own} OR (f.first_day IS NULL AND ({kinds}) AND {published}))", values)


def has_subject(query: Query) -> bool:
    """Tell whether a query names anything besides kinds and times."""
    named = (query.places, query.parties, query.people, query.organisations, query.sectors)
    return any(named)


def _in_bound(query: Query) -> Filter:
    assert query.bound
    bound, value = query.bound, float(query.bound.value)
    column = {"amount": "f.amount", "jobs": "f.jobs", "growth": "f.growth"}[bound.slot]
    sign = "<" if bound.relation == "under" else ">=" if bound.slot == "jobs" else ">"
    sql, values = f"{column} {sign} ?", [value]
    if bound.slot == "amount" and bound.relation == "over":
        sql, values = f"({sql} OR (f.over = 1 AND f.amount = ?))", [value, value]
    if bound.slot == "amount" and bound.currency:
        return Filter("bound", f"(f.currency = ? AND {sql})", (bound.currency, *values))
    return Filter("bound", sql, tuple(values))
