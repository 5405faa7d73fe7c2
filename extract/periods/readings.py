"""What a matched row of time words stands for: one production a kind of period.

A production returns the period, None where it cannot be resolved, or raises NoPeriod where the words are none.
"""

import re
from collections.abc import Callable

from extract.data import load
from extract.model import Period
from extract.periods.dates import STEPS, Reference, day, days_from, near_day, near_months, week, weekday
from extract.periods.words import TimeWord

LAG = 6  # months: a statistic without its year is seldom older
# "октябре", "шілдеде"; "маусымында" wants an owner, and "Қазанда" may be the city.
LOCATIVE = re.compile(r"(?!қазан)\w+(?<![ыі]н)[дт][ае]|[а-я]+е", re.IGNORECASE)
KAZAKH_SUMMARY = re.compile(r"(?:ай|жарты)\w*(?:[дт][ае]|да[ғг]ы|дың|ның)", re.IGNORECASE)


class NoPeriod(Exception):
    """The words matched but are no period: an impossible day, an amount, a plain number."""


class Reading:
    """A match of a rule with the words behind its tags."""

    def __init__(self, match: re.Match[str], words: list[TimeWord], reference: Reference) -> None:
        self.match, self.words, self.reference = match, words, reference

    def word(self, group: str) -> TimeWord:
        """Return the first word of a group."""
        return self.words[self.match.start(group)]

    def number(self, group: str) -> int:
        """Return the number that the first word of a group stands for."""
        value = self.word(group).value
        return value if isinstance(value, int) else 0

    def has(self, group: str) -> bool:
        """Tell whether a group exists in the rule and took part."""
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def previous(self) -> TimeWord | None:
        """Return the word before the match."""
        return self.words[self.match.start() - 1] if self.match.start() else None

    def before(self) -> str:
        """Return the tag of the word before the match, "" at the beginning."""
        previous = self.previous()
        return previous.tag if previous else ""

    def following(self) -> str:
        """Return the tag of the word after the match, "" at the end."""
        return self.words[self.match.end()].tag if self.match.end() < len(self.words) else ""

    def names_year(self) -> bool:
        """Tell whether the year stands before or after the core."""
        return self.has("after") or self.has("before")

    def year(self) -> int | None:
        """Return the year that stands before or after the core; None where it cannot be resolved."""
        group = "after" if self.has("after") else "before"
        word = self.word(group)
        if word.tag in "YZ":
            return self.number(group)
        if word.tag == "E":
            return self.reference.year_from(self.number(group))
        last = self.words[self.match.end(group) - 1].text.lower()
        if word.tag not in STEPS or last in load("periods")["plural"]["words"]:
            return None  # "предыдущий год" is relative to another, "в прошлые годы" names none
        return self.reference.year_from(STEPS[word.tag])


Production = Callable[[Reading], Period | None]


def _months(reading: Reading, first: int, last: int, *, statistic: bool = True, lag: int = 12) -> Period | None:
    """Return months of the named year, or of the year that the convention gives where none is named."""
    if not 1 <= first <= last <= 12:
        raise NoPeriod
    named = reading.names_year()
    year = reading.year() if named else near_months(reading.reference, first, last, statistic, lag)
    return Period(f"{year:04}-{first:02}", f"{year:04}-{last:02}") if year else None


def month_range(reading: Reading) -> Period | None:
    """ "январь–октябрь 2023" """
    first, last = reading.number("first"), reading.number("last")
    return _months(reading, first, last) if first <= last else None


def month(reading: Reading) -> Period | None:
    """ "в январе 2023 года", "за ноябрь", "қаңтар айында" """
    word, before = reading.word("first"), reading.before()
    shown = before in ("v", "i", "o", "s", "t") or reading.has("noun") or LOCATIVE.fullmatch(word.text)
    if not reading.names_year() and not shown:
        raise NoPeriod
    return _months(reading, reading.number("first"), reading.number("first"), statistic=before == "v", lag=LAG)


def counted_months(reading: Reading) -> Period | None:
    """ "за 11 месяцев 2021 года", "первые пять месяцев", "алты айда", "за полгода" """
    counted = reading.number("count") if reading.has("count") else 6
    if reading.has("ordinal") and reading.number("ordinal") != 1:
        raise NoPeriod
    last = reading.words[reading.match.end() - 1].text
    summary = reading.before() in ("v", "o") or reading.has("ordinal") or KAZAKH_SUMMARY.fullmatch(last)
    if not reading.names_year() and not summary:
        raise NoPeriod
    return _months(reading, 1, counted, lag=LAG)


def quarter(reading: Reading) -> Period | None:
    """ "I квартал 2022", "три квартала", "2022 жылғы I тоқсан" """
    return _part(reading, 3)


def half(reading: Reading) -> Period | None:
    """ "первое полугодие 2023", "in the first half of 2023", "за полугодие" """
    if not reading.has("ordinal"):
        if reading.before() != "v":
            raise NoPeriod
        return _months(reading, 1, 6, lag=LAG)
    return _part(reading, 6)


def _part(reading: Reading, length: int) -> Period | None:
    word, number = reading.word("ordinal"), reading.number("ordinal")
    last = reading.number("last") if reading.has("last") else number
    if word.tag == "N" and not word.text.isdigit():  # "три квартала" are nine months, "3 квартал" is the third
        number = 1
    statistic = reading.before() == "v"
    return _months(reading, (number - 1) * length + 1, last * length, statistic=statistic, lag=LAG)


def short_part(reading: Reading) -> Period | None:
    """ "Q1 2022", "1H 2023" """
    value = reading.word("first").value
    return _months(reading, *value, statistic=False) if isinstance(value, tuple) else None


def relative_month(reading: Reading) -> Period | None:
    """ "в прошлом месяце" """
    return reading.reference.months_from(reading.word("which").tag, 1)


def relative_quarter(reading: Reading) -> Period | None:
    """ "в следующем квартале" """
    return reading.reference.months_from(reading.word("which").tag, 3)


def relative_week(reading: Reading) -> Period | None:
    """ "на прошлой неделе" """
    return week(reading.reference, reading.word("which").tag)


def since_start(reading: Reading) -> Period | None:
    """ "с начала года": January to the month of publication; only of the publication's own year"""
    reference = reading.reference
    year = reading.year() if reading.names_year() else reference.year
    if not reference.month or year != reference.year:
        return None
    return Period(f"{year:04}-01", f"{year:04}-{reference.month:02}")


def months_across(reading: Reading) -> Period | None:
    """ "с ноября 2022 по март 2023 года" """
    first = f"{reading.number('year'):04}-{reading.number('first'):02}"
    last = f"{reading.number('after'):04}-{reading.number('last'):02}"
    return Period(first, last) if first <= last else None


def days(reading: Reading) -> Period | None:
    """ "24 января 2022 года", "10-12 октября", "January 24, 2022", "2022 жылғы 24 қаңтар" """
    first = reading.number("day")
    last = reading.number("until") if reading.has("until") else first
    number = reading.number("month")
    if reading.word("month").text.lower() == "май" or not 1 <= first <= last <= 31:  # "2 май зауыты" makes butter
        raise NoPeriod
    year = reading.year() if reading.names_year() else near_day(reading.reference, number, first)
    begins, ends = day(year or 2000, number, first), day(year or 2000, number, last)
    if not begins or not ends:
        raise NoPeriod
    return Period(begins, ends) if year else None


def exact_date(reading: Reading) -> Period | None:
    """ "24.01.2022", "2022-01-24" """
    value = reading.word("date").value
    written = day(*value) if isinstance(value, tuple) else None
    if not written:
        raise NoPeriod
    return Period(written, written)


def figured_days(reading: Reading) -> Period | None:
    """ "14. - 15.10.18", "29.09. - 01.10.2024": the year of the publication where none is given"""
    value = reading.word("dates").value
    numbers = list(value) if isinstance(value, tuple) else []
    given = len(numbers) == 5 or (len(numbers) == 4 and numbers[3] > 12)
    year = numbers.pop() if given else near_day(reading.reference, numbers[-1], numbers[-2])
    if len(numbers) == 3:
        numbers.insert(1, numbers[2])
    if year is None or not len(numbers) == 4:
        raise NoPeriod
    year += 2000 if year < 100 else 0
    first, last = day(year, numbers[1], numbers[0]), day(year, numbers[3], numbers[2])
    if not first or not last or first >= last:
        raise NoPeriod
    return Period(first, last)


def day_off(reading: Reading) -> Period | None:
    """ "вчера", "today" """
    return days_from(reading.reference, reading.number("off"))


def counted_days(reading: Reading) -> Period | None:
    """ "две недели назад", "через неделю" """
    length = 7 if reading.word("unit").tag == "w" else 1
    counted = reading.number("count") if reading.has("count") else 1
    return days_from(reading.reference, counted * length * (1 if reading.has("ahead") else -1))


def weekdays(reading: Reading) -> Period | None:
    """ "в среду", "в следующий понедельник", "сәрсенбі күні" """
    which = reading.word("which").tag if reading.has("which") else ""
    if not which and reading.before() != "i" and not reading.has("noun"):
        raise NoPeriod
    return weekday(reading.reference, reading.number("weekday"), which)


def years(reading: Reading) -> Period | None:
    """ "2021-2025 годы", "с 2022 по 2024 год" """
    first, last = reading.number("first"), reading.number("last")
    if last < 100:
        last += first // 100 * 100
    tags = {word.tag for word in reading.words[reading.match.start() : reading.match.end()]}
    if "t" in tags and not tags & {"y", "x"} and reading.before() != "s":
        raise NoPeriod
    if not first < last <= first + 60:
        raise NoPeriod
    return Period(f"{first:04}", f"{last:04}")


def financial_year(reading: Reading) -> Period | None:
    """ "financial year 2022-23": April to March, as India and Japan count it"""
    if not reading.has("last"):
        return None
    first, last = reading.number("first"), reading.number("last")
    if last % 100 != (first + 1) % 100:
        raise NoPeriod
    return Period(f"{first:04}-04", f"{first + 1:04}-03")


def named_year(reading: Reading) -> Period | None:
    """ "2021 год", "в прошлом году", "былтыр" """
    year = reading.year()
    return Period(f"{year:04}", f"{year:04}") if year else None


def bare_year(reading: Reading) -> Period | None:
    """A year without its word: after a preposition, and in Russian not before a word that it could count."""
    previous, following = reading.previous(), reading.following()
    if previous is None or previous.tag not in ("i", "o", "v", "s", "t", "&"):
        raise NoPeriod
    if following in ("u", "#", "N") or (following == "_" and not previous.text.isascii()):
        raise NoPeriod
    return named_year(reading)


def unresolved(reading: Reading) -> Period | None:
    """ "за последние пять лет", "за аналогичный период 2020 года" """
    return None
