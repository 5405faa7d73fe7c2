"""What a query asks of the times and numbers of facts, and the keys that cover all facts that have them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from extract.query import Query
from storage.keys import key_id, marks, names_of
from storage.ranges import DATED_BY_ARTICLE, steps_within, time_cover
from storage.spelled import Key


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on columns of facts `f` and of their articles `a`."""

    label: str
    sql: str
    values: tuple[str | float, ...]


def filters_of(query: Query) -> list[Filter]:
    """Return the conditions of a query on columns: its period, its bound, the currency of its figures."""
    filters = []
    if query.period:
        filters.append(_in_period(query, query.period.first_day, query.period.last_day))
    if query.bound:
        filters.append(_in_bound(query))
    elif query.currency:
        filters.append(Filter("currency", "f.currency = ?", (query.currency,)))
    if _by_amount(query):
        filters.append(Filter("amount", "f.amount IS NOT NULL", ()))
    return filters


def _in_period(query: Query, first: str, last: str) -> Filter:
    published = "(a.published <= ? AND a.published || '-99' >= ?)"
    own = "(f.first_day <= ? AND f.last_day >= ?)"
    if _by_article(query):
        return Filter("period", published, (last, first))
    kinds = f"f.kind IN ({marks(DATED_BY_ARTICLE)}) OR json_extract(f.slots, '$.stage') = 'launched'"
    values = (last, first, *DATED_BY_ARTICLE, last, first)
    return Filter("period", f"({own} OR (f.first_day IS NULL AND ({kinds}) AND {published}))", values)


def covers_of(db: Database, query: Query) -> list[list[int]]:
    """Return for the conditions of `filters_of` the keys of which each fact that satisfies them has one."""
    covers = []
    if query.period and (times := time_cover(query, published=_by_article(query))):
        covers.append(_known(db, times))
    if (bound := query.bound) and (bound.slot != "amount" or bound.currency):
        names = names_of(db, f"amount {bound.currency}" if bound.slot == "amount" else bound.slot)
        covers.append([names[step] for step in steps_within(names, bound)])
    if query.currency and not query.bound:
        covers.append(list(names_of(db, f"amount {query.currency}").values()))
    if _by_amount(query):
        covers.append(_known(db, [("has", "amount")]))
    return covers


def _known(db: Database, keys: Iterable[Key]) -> list[int]:
    return [number for key in keys if (number := key_id(db, *key)) is not None]


def _by_article(query: Query) -> bool:
    """A question for news of a time means when it was news."""
    return not query.kinds and not has_subject(query)


def _by_amount(query: Query) -> bool:
    return query.aggregate == "sum" or query.order in ("largest", "smallest")


def has_subject(query: Query) -> bool:
    """Tell whether a query names anything besides kinds and times."""
    named = (query.places, query.parties, query.people, query.organisations, query.sectors)
    return any(named)


def _in_bound(query: Query) -> Filter:
    assert query.bound
    bound, value = query.bound, float(query.bound.value)
    column = {"amount": "f.amount", "jobs": "f.jobs", "growth": "f.growth"}[bound.slot]
    if bound.upper is not None:
        between = f"{column} BETWEEN ? AND ?"
        limits = (value, float(bound.upper))
        return (
            Filter("bound", f"(f.currency = ? AND {between})", (bound.currency, *limits))
            if bound.currency
            else Filter("bound", between, limits)
        )
    sign = "<" if bound.relation == "under" else ">=" if bound.slot == "jobs" else ">"
    sql, values = f"{column} {sign} ?", [value]
    if bound.slot == "amount" and bound.relation == "over":
        sql, values = f"({sql} OR (f.over = 1 AND f.amount = ?))", [value, value]
    if bound.slot == "amount" and bound.currency:
        return Filter("bound", f"(f.currency = ? AND {sql})", (bound.currency, *values))
    return Filter("bound", sql, tuple(values))
