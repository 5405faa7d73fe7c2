"""A query as conditions on keys: any key of a condition will do, every condition must hold.

Places, parties, people and organisations are never replaced by others; the caller may give up words and the period.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlite_utils import Database

from extract.model import KINDS, Place
from extract.names.parties import is_party
from extract.names.places import ancestors, place_named
from extract.query import Query
from extract.words.inflect import fold, kazakh_stems
from extract.words.spelling import official_surnames, russian_name
from extract.words.stems import stem
from storage.keys import key_id, keys_spelled, rarest_spelled
from storage.mentions import IN_ARTICLE, IN_EVIDENCE, IN_SLOT, organisation_words
from storage.surnames import SHORTEST, same_person, surname_forms
from storage.terms import CERTAINTY, Term, forms_near, look_up

MISSPELT = ("latin", "typo", "typos")
CHOSEN = 100  # organisations or people that one name may stand for
NAMED = 0.9  # how sure a fact is of a place whose name is a word of its own name: "фабрика «Шалкия»"
RESPELT = 0.95  # how sure another spelling of a name is
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


def kinds_condition(db: Database) -> Condition:
    """Return the condition that every fact satisfies."""
    return _any(db, "kind", KINDS) or Condition("kind:", ())


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
    if place.kind != "settlement":
        return
    if place.region and fold(place.region)[:COMMON_BEGINNING] == fold(place.name)[:COMMON_BEGINNING]:
        region = key_id(db, "area", place.region)
        if region is not None:
            yield Choice(region, place.region, "around", 0.6)
        return
    named = key_id(db, "word", stem(fold(place.name))) if key is None else None
    if named is not None:
        yield Choice(named, place.name, "named", NAMED, IN_SLOT)


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
        choices = _bearers(db, asked)
        if choices:
            break
    surname = fold(name).split()[-1:]
    if not choices and surname and surname[0] not in official_surnames():
        choices = _misspelt_person(db, surname[0])
    return Condition(f"person:{name}", tuple(choices[:CHOSEN]))


def _bearers(db: Database, asked: str, how: str = "exact") -> list[Choice]:
    """Return those whom a name may mean: all of a surname, of a full name those whose first name fits."""
    written, forms = surname_forms(asked, spelled=True), surname_forms(asked)
    if " " in asked:
        spelled = [keys_spelled(db, form, "person") for form in sorted(forms)]
        known = {key: name for some in spelled for key, name in some.items() if same_person(asked, name)}
        return [Choice(key, name, how, CERTAINTY[how]) for key, name in known.items()]
    numbers = {form: key_id(db, "surname", form) for form in sorted(written | forms)}
    return [
        Choice(key, asked, how, CERTAINTY[how] * (1.0 if form in written else RESPELT))
        for form, key in numbers.items()
        if key is not None
    ]


def _readings(name: str) -> tuple[str, ...]:
    """Return a name as asked and as it may be meant: in Russian letters, spelled as on record, without suffixes."""
    name = russian_name(name, "en") if name.isascii() else name
    first, _, surname = name.rpartition(" ")
    stems = (fold(surname), *kazakh_stems(fold(surname), SHORTEST))
    known = official_surnames()
    meant = (*(known[stem] for stem in stems if stem in known), *stems)
    return tuple(dict.fromkeys((name, *(f"{first} {one}".strip() for one in meant))))


def _misspelt_person(db: Database, surname: str) -> list[Choice]:
    """Return people whose surname is nearest to a misspelt one; else the words of slots that are."""
    by_distance: dict[int, list[Choice]] = {}
    near: dict[str, int] = {}
    for written in sorted(surname_forms(surname, spelled=True), key=len, reverse=True):
        for form, (distance, _) in forms_near(db, written).items():
            near[form] = min(distance, near.get(form, distance))
    for form, distance in near.items():
        found = _bearers(db, form, "typo" if distance == 1 else "typos")
        by_distance.setdefault(distance, []).extend(found)
    by_distance = {distance: found for distance, found in by_distance.items() if found}
    if by_distance:
        return by_distance[min(by_distance)]
    term = look_up(db, surname)
    return [Choice(key, surname, how, CERTAINTY[how], IN_SLOT) for key, how in term.keys if how in MISSPELT]


def _organisation(db: Database, name: str) -> Condition:
    """Organisations with all words of that name, or facts whose sentences hold its words."""
    words = organisation_words(name)
    spelled = rarest_spelled(db, words, "organisation")
    named = sorted(key for key, known in spelled.items() if set(words) <= set(organisation_words(known)))
    choices = [Choice(key, spelled[key], "exact" if spelled[key] == name else "part") for key in named]
    choices = sorted(choices, key=lambda choice: choice.how != "exact")[:CHOSEN]
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
