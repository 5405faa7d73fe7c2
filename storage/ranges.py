"""Times and numbers of facts as keys, so that "in 2021" and "over 1 billion" are lists of facts like any other.

A question's range is covered by the keys of all years, months or steps that it touches: the lists hold every fact
within it and some near its ends, which the filters of the question then leave out.
"""

from collections.abc import Iterable, Iterator
from math import floor, log10

from extract.model import Fact, Period, Project
from extract.query import Bound, Query
from storage.facts import FactRow
from storage.spelled import Key

LONGEST = 30  # years or months that get a key each; what lasts longer is "long"
LONG = "long"
LAST_STEP = "~"  # after every step
STEPS = 8  # of a number from one power of ten to the next
DATED_BY_ITSELF = ("trade", "investment")  # kinds that belong to no time where they name none
DATED_BY_ARTICLE = ("meeting", "agreement", "statement", "role")  # kinds that news tell of when they happen


def range_keys(fact: Fact, row: FactRow, published: str | None) -> Iterator[Key]:
    """Yield the keys of the times and numbers of a fact in an article of that date."""
    article = Period(published, published) if published else None
    if row.first_day and row.last_day:
        yield from _time_keys("", row.first_day, row.last_day)
    elif article and (fact.kind in DATED_BY_ARTICLE or (isinstance(fact, Project) and fact.stage == "launched")):
        yield from _time_keys("", article.first_day, article.last_day)
    if article:
        yield from _time_keys("published ", article.first_day, article.last_day)
    if day := row.last_day or published:
        yield "latest", day[:7]
    if day := row.first_day or published:
        yield "earliest", day[:7]
    if row.amount is not None:
        yield "has", "amount"
        yield f"amount {row.currency}", step_of(row.amount)
    if row.worth is not None:
        yield "worth", step_of(row.worth)
    if row.jobs is not None:
        yield "jobs", step_of(row.jobs)
    if row.growth is not None:
        yield "growth", step_of(row.growth)


def _time_keys(of: str, first: str, last: str) -> Iterator[Key]:
    """Yield the years that a time touches, and its months where it is no row of whole years."""
    years = _years(first, last)
    if len(years) > LONGEST:
        yield f"{of}year", LONG
        yield f"{of}whole", LONG
        return
    yield from ((f"{of}year", year) for year in years)
    months = _months(first, last)
    if (first[5:], last[5:]) == ("01-01", "12-31") or len(months) > LONGEST:
        yield from ((f"{of}whole", year) for year in years)
    else:
        yield from ((f"{of}month", month) for month in months)


def time_cover(query: Query, *, published: bool) -> list[Key]:
    """Return the keys of all facts within the period of a query, or of articles `published` then; [] for no bounds."""
    assert query.period
    first, last, of = query.period.first_day, query.period.last_day, "published " if published else ""
    years, months = _years(first, last), _months(first, last)
    if len(years) > LONGEST:
        return []
    if (first[5:], last[5:]) == ("01-01", "12-31") or len(months) > LONGEST:
        return [(f"{of}year", year) for year in (*years, LONG)]
    whole = [(f"{of}whole", year) for year in (*years, LONG)]
    return [*((f"{of}month", month) for month in months), *whole]


def _years(first: str, last: str) -> list[str]:
    return [f"{year:04}" for year in range(int(first[:4]), int(last[:4]) + 1)]


def _months(first: str, last: str) -> list[str]:
    start, stop = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, min(stop, start + LONGEST) + 1)]


def step_of(number: float) -> str:
    """Return the step of a number; steps sort as their numbers do, those of negative ones come first."""
    if number < 1:
        return "000" if number < 0 else "001"
    return f"{floor(log10(number) * STEPS) + 2:03}"


def steps_within(steps: Iterable[str], bound: Bound) -> list[str]:
    """Return those of the steps that may hold numbers within a bound."""
    first = "" if bound.relation == "under" else step_of(float(bound.value))
    highest = bound.value if bound.relation == "under" else bound.upper
    last = LAST_STEP if highest is None else step_of(float(highest))
    return [step for step in steps if first <= step <= last]
