"""What is new in a fact: nothing, a change of what was known before, or a new figure with the one before it.

Facts of earlier articles that share the names of a fact are compared with it. A reprint says nothing new, and neither
does an article that is older than what is known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from extract.identity import amounts_agree, same_thing
from extract.model import Agreement, Fact, Investment, Meeting, Money, Period, Project, Role, Statement, Trade
from extract.words.stems import content_words, stem
from storage.candidates import read_candidates
from storage.conditions import Choice, Condition
from storage.gather import gather
from storage.keys import key_id
from storage.mentions import IN_SLOT
from storage.rank import HOME, Candidate
from storage.spelled import Key
from storage.surnames import surname_forms

COMPARED = 60  # of the latest facts that share names with one
CHANGING = ("stage", "cost", "end")  # slots of a project whose change is news


@dataclass(frozen=True, slots=True)
class Novelty:
    """`previous` is the fact that was known before: of the same thing, or the figure before this one."""

    change: Literal["new", "changed", "same"]
    previous: int | None = None


def novelty_of(db: Database, one: Candidate) -> Novelty:
    """Compare a fact with those that were stored before it."""
    earlier = [other for other in _sharing_names(db, one) if other.id < one.id]
    same = [other for other in earlier if same_thing(other.fact, one.fact)]
    if not same:
        before = _figure_before(one.fact, earlier) if isinstance(one.fact, Trade) else None
        return Novelty("new", before)
    latest = max(same, key=lambda other: (other.published or "", other.id))
    old = bool(one.published and latest.published and one.published < latest.published)
    changed = isinstance(one.fact, Project) and not old and any(_changes(one.fact, same))
    return Novelty("changed" if changed else "same", latest.id)


def _changes(fact: Project, same: Sequence[Candidate]) -> Iterator[bool]:
    """Yield for each slot that may change whether none of the earlier facts said so."""
    for slot in CHANGING:
        value = getattr(fact, slot)
        if value is not None:
            known = [getattr(other.fact, slot) for other in same]
            yield not any(_equal(value, other) for other in known if other is not None)


def _equal(one: object, other: object) -> bool:
    if isinstance(one, Money) and isinstance(other, Money):
        return one.currency == other.currency and amounts_agree(one, other)
    return one == other


def _figure_before(fact: Trade, earlier: Sequence[Candidate]) -> int | None:
    """Return the latest figure of the same pair, flow and currency for a like time before: a year with a year."""
    if not fact.amount or not fact.period:
        return None
    fitting = [
        (other.fact.period.last_day, other.id)
        for other in earlier
        if isinstance(other.fact, Trade)
        and other.fact.amount
        and other.fact.period
        and set(other.fact.parties) == set(fact.parties)
        and (other.fact.flow, other.fact.status) == (fact.flow, fact.status)
        and (fact.flow == "turnover" or other.fact.parties == fact.parties)
        and other.fact.amount.currency == fact.amount.currency
        and is_like(other.fact.period, fact.period)
        and other.fact.period.last_day < fact.period.last_day
    ]
    return max(fitting)[1] if fitting else None


def is_like(one: Period, other: Period) -> bool:
    """Tell whether two times may be compared: like months of other years, whole years; never both."""
    months = [(period.first_day[5:7], period.last_day[5:7]) for period in (one, other)]
    spans = [int(period.last_day[:4]) - int(period.first_day[:4]) for period in (one, other)]
    days = [len(period.first) == 10 for period in (one, other)]
    return months[0] == months[1] and spans[0] == spans[1] and not any(days)


def _sharing_names(db: Database, one: Candidate) -> list[Candidate]:
    conditions = [_condition(db, [("kind", one.fact.kind)])]
    liked: list[int] = []
    for names in _names(one.fact):
        conditions.append(_condition(db, names))
        liked += [choice.key for choice in conditions[-1].choices]
    if not all(condition.choices for condition in conditions):
        return []
    ids = gather(db, conditions, [], [], None, COMPARED, liked if isinstance(one.fact, Project) else ())
    return read_candidates(db, ids)


def _condition(db: Database, keys: Sequence[Key]) -> Condition:
    numbers = [(key_id(db, *key), key[1]) for key in keys]
    return Condition("", tuple(Choice(number, name, "", reach=IN_SLOT) for number, name in numbers if number))


def _names(fact: Fact) -> Iterator[list[Key]]:
    """Yield keys, of each list one at least is shared by any fact that tells of the same thing."""
    match fact:
        case Trade() | Agreement():
            yield from ([("party", party)] for party in fact.parties if party != HOME)
        case Project():
            yield [("word", stem(word)) for word in content_words(fact.name)]
        case Meeting():
            yield [("surname", form) for person in fact.people for form in surname_forms(person.name)]
        case Investment():
            yield from ([("party", party)] for party in (*fact.source, *fact.target) if party != HOME)
        case Statement() | Role():
            yield [("surname", form) for form in surname_forms(fact.person)]
