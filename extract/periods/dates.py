"""Calendar arithmetic for periods: what words such as "last", "вчера" or a month without a year mean on a given day.

Every function returns None where the publication is not known precisely enough.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from extract.model import Period

AHEAD = 45  # days: "15 февраля" in an article of February 12 is to come, not a year ago
STEPS = {"l": -1, "b": -2, "c": 0, "n": 1}  # last, before last, current, next


@dataclass(frozen=True, slots=True)
class Reference:
    """When the text was published, as precisely as known."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    def year_from(self, step: int) -> int | None:
        """Return the year `step` years after the publication's."""
        return self.year + step if self.year else None

    def months_from(self, tag: str, length: int) -> Period | None:
        """Return the last, current or next part of the year of `length` months: a month or a quarter."""
        if not self.year or not self.month or tag not in STEPS:
            return None
        start = (self.year * 12 + self.month - 1) // length * length + STEPS[tag] * length
        stop = start + length - 1
        return Period(f"{start // 12:04}-{start % 12 + 1:02}", f"{stop // 12:04}-{stop % 12 + 1:02}")


def parse_reference(published: str | None) -> Reference:
    """Read an ISO date of any precision; anything else is an unknown time."""
    match = re.match(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?!\d))?)?(?![\d])", published or "", re.ASCII)
    if not match:
        return Reference()
    year, month = int(match[1]), int(match[2]) if match[2] else None
    written = day(year, month, int(match[3])) if month and match[3] else None
    return Reference(year, month, date.fromisoformat(written) if written else None)


def day(year: int, month: int, number: int) -> str | None:
    """Return an ISO date, or None where the calendar has no such day."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def days_from(reference: Reference, step: int) -> Period | None:
    """Return the day `step` days after the publication."""
    if not reference.day or abs(step) > 366:
        return None
    written = (reference.day + timedelta(days=step)).isoformat()
    return Period(written, written)


def week(reference: Reference, tag: str) -> Period | None:
    """Return the last, current or next week, Monday to Sunday."""
    if not reference.day or tag not in STEPS:
        return None
    monday = reference.day + timedelta(days=7 * STEPS[tag] - reference.day.weekday())
    return Period(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def weekday(reference: Reference, number: int, tag: str) -> Period | None:
    """Return the nearest such weekday not after the publication; with "last" before it, with "next" after it."""
    if not reference.day:
        return None
    back = (reference.day.weekday() - number) % 7
    step = {"l": -(back or 7), "n": 7 - back}.get(tag, -back)
    return days_from(reference, step)


def near_day(reference: Reference, month: int, number: int) -> int | None:
    """Return the year of a day that the text gives without one: the nearest not after publication, or just ahead."""
    if not reference.year:
        return None
    if not reference.day:
        return reference.year if reference.month and month <= reference.month else None
    for year in (reference.year + 1, reference.year):
        written = day(year, month, number)
        if written and date.fromisoformat(written) <= reference.day + timedelta(days=AHEAD):
            return year
    return reference.year - 1


def near_months(reference: Reference, first: int, last: int, statistic: bool, lag: int) -> int | None:
    """Return the year of months that the text gives without one.

    Months that ended before the publication are this year's; later ones are the last year's where the words tell of
    a `statistic` ("за ноябрь") that ended at most `lag` months ago; a month that is running is this year's.
    """
    if not reference.year or not reference.month:
        return None
    if first == last == reference.month:
        return reference.year
    for year in (reference.year, reference.year - 1):
        age = (reference.year - year) * 12 + reference.month - last
        if age > 0 and age <= max(lag, last == reference.month):
            return year if year == reference.year or statistic else None
    return None
