"""Percentages: "на 20,5%", "14,3%-ға", "25-30 percent"; and how many times: "вдвое" is 100, "в 3,8 раза" 280.

A value is negative only where a sign or "минус" stands before it. Behind a verb of falling "вдвое" is 50: the size of
the fall, whose direction the verb tells.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extract.data import load
from extract.model import Percent, Span
from extract.values.amounts import Amount, Labelled, qualifier_after, qualifier_before, read_amounts
from extract.values.number_tokens import BLANK, KAZAKH_ENDING
from extract.values.numbers import Number, find_numbers
from extract.words.wordlist import lower

PERCENT = "%"
TIMES = "times"
SIGN = re.compile(
    rf"\.?{BLANK}?[-‑]?(?:[%٪％](?:[-‑][^\W\d_]{{1,4}}(?!\w))?"
    rf"|процент(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)|проц(?:\.|(?!\w))|пайыз(?!дық{BLANK}тарма){KAZAKH_ENDING}(?!\w)|per{BLANK}?cent(?!\w)|pct(?!\w))",
    re.IGNORECASE,
)
MINUS = re.compile(rf"(?:(?:^|(?<=[\s(]))[−]|(?:^|(?<=\())[-–]|(?<!\w)(?:минус|minus){BLANK})$", re.IGNORECASE)
IN = re.compile(rf"(?<!\w)в{BLANK}", re.IGNORECASE)
WINDOW = 60  # characters in which the verb of a change is looked for


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    values: tuple[tuple[str, int], ...]  # of the groups: (multiples or parts, value)


def _listed(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _times() -> re.Pattern[str]:
    data = load("numerals")["times"]
    return re.compile(
        rf"{BLANK}?[-‑]?(?:(?P<ru>{_listed(data['ru'])})|(?P<kk>{_listed(data['kk'])})|(?P<en>{_listed(data['en'])}))(?!\w)"
    )


@cache
def _verbs(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_listed(load('numerals')['times'][name])})")


@cache
def _words() -> _Words:
    data = load("numerals")["times"]
    sources, values = [], []
    for kind in ("multiples", "parts"):
        for words, value in data[kind].items():
            forms = sorted(words.split(), key=len, reverse=True)
            sources.append(
                "|".join(re.escape(form).replace(r"\*", r"\w{0,12}").replace("_", rf"{BLANK}{{1,2}}") for form in forms)
            )
            values.append((kind, value))
    return _Words(re.compile(rf"(?<!\w)(?:{'|'.join(f'({source})' for source in sources)})(?![\w-])"), tuple(values))


def find_percents(text: str) -> list[tuple[Span, Percent]]:
    """Return the percentages and multiples of a text in its order, none overlapping."""
    small = lower(text)
    amounts = read_amounts(text, [_labelled(text, small, number) for number in find_numbers(text)])
    found = [pair for amount in amounts if (pair := _percent(text, small, amount))]
    taken = [span for span, _ in found]
    position = 0
    for span, percent in _worded(text, small):
        while position < len(taken) and taken[position].stop <= span.start:
            position += 1
        if position == len(taken) or span.stop <= taken[position].start:
            found.append((span, percent))
    return sorted(found, key=lambda pair: pair[0])


def _labelled(text: str, small: str, number: Number) -> Labelled[str]:
    if number.glued:
        return Labelled(number, number.span, None)
    start, stop = number.span.start, number.span.stop
    if sign := SIGN.match(text, stop):
        minus = MINUS.search(text, max(0, start - 8), start)
        if minus:
            number = Number(number.span, -number.value, number.scale, number.words)
        return Labelled(number, Span(minus.start() if minus else start, sign.end()), PERCENT)
    times = _times().match(small, stop)
    inner, qualifier = qualifier_after(text, stop)
    if times is None and inner > stop:
        times = _times().match(small, inner)
    else:
        qualifier = "exact"
    if times is None or (times["en"] and not _growing(small, start, times)):
        return Labelled(number, number.span, None)
    return Labelled(number, Span(start, times.end()), "в" if times["ru"] else TIMES, qualifier)


def _growing(small: str, start: int, times: re.Match[str]) -> bool:
    """Whether English "times" tells of growth: "grew 3.8 times", "four times as much"."""
    if times["en"] == "fold":
        return True
    after = small[times.end() : times.end() + 20].lstrip()
    return bool(_verbs("grows").search(small, max(0, start - WINDOW), start) or _verbs("compares").match(after))


def _percent(text: str, small: str, amount: Amount[str]) -> tuple[Span, Percent] | None:
    span = amount.span
    if amount.label == PERCENT:
        return span, Percent(amount.value, amount.qualifier, amount.upper)
    if amount.value <= 1:
        return None
    if amount.label == "в":
        preposition = IN.search(text, max(0, span.start - 3), span.stop)
        if preposition is None:
            return None
        span = Span(min(span.start, preposition.start()), span.stop)
    falls = _falling(small, span)
    upper = None if amount.upper is None else _change(amount.upper, falls)
    return span, Percent(_change(amount.value, falls), amount.qualifier, upper)


def _falling(small: str, span: Span) -> bool:
    after = small[span.stop : span.stop + 12].lstrip()
    clause = max(small.rfind(mark, max(0, span.start - WINDOW), span.start) for mark in (",", ";", ":"))
    before = _verbs("falls").search(small, max(0, clause + 1, span.start - WINDOW), span.start)
    return bool(before or _verbs("less").match(after))


def _change(times: Decimal, falls: bool) -> Decimal:
    """The change in percent that so many times make: 3.8 → 280, falling 2 → 50."""
    return round(100 - 100 / times, 2) if falls else (times - 1) * 100


def _worded(text: str, small: str) -> list[tuple[Span, Percent]]:
    """Multiples and parts told by a word of their own: "вдвое", "на треть", "doubled"."""
    found = []
    pattern, values = _words()
    for match in pattern.finditer(small):
        kind, value = values[(match.lastindex or 1) - 1]
        start, qualifier = qualifier_before(text, match.start())
        span = Span(start, match.end())
        if kind == "parts":
            found.append((span, Percent(Decimal(value), qualifier)))
        else:
            found.append((span, Percent(_change(Decimal(value), _falling(small, span)), qualifier)))
    return found


EXAMPLES: dict[str, list[Percent]] = {
    "вырос на 20,5%": [Percent(Decimal("20.5"))],
    "14,3%-ға артты": [Percent(Decimal("14.3"))],
    "прибавил почти 6 процентов": [Percent(Decimal(6), "about")],
    "на 25-30%": [Percent(Decimal(25), upper=Decimal(30))],
    "между 5% и 7%, доля 10 проц. рынка": [Percent(Decimal(5)), Percent(Decimal(7)), Percent(Decimal(10))],
    "from 18% to 25%": [Percent(Decimal(18)), Percent(Decimal(25))],
    "18%-дан астам": [Percent(Decimal(18), "over")],
    "28 пайызға жуық": [Percent(Decimal(28), "about")],
    "19.4 percent and 3 per cent": [Percent(Decimal("19.4")), Percent(Decimal(3))],
    "импорт (−3,3 %) и экспорт (+2%)": [Percent(Decimal("-3.3")), Percent(Decimal(2))],
    "минус 5%": [Percent(Decimal(-5))],
    "вырос вдвое": [Percent(Decimal(100))],
    "увеличился в 3,8 раза": [Percent(Decimal(280))],
    "более чем в два раза больше": [Percent(Decimal(100), "over")],
    "почти в полтора раза": [Percent(Decimal(50), "about")],
    "18%-ға көп": [Percent(Decimal(18))],
    "на 37,7 проц и": [Percent(Decimal("37.7"))],
    "торговля прибавила четверть": [Percent(Decimal(25))],
    "в 2-3 раза": [Percent(Decimal(100), upper=Decimal(200))],
    "упал в 2 раза": [Percent(Decimal(50))],
    "сократился вдвое": [Percent(Decimal(50))],
    "в четыре раза меньше": [Percent(Decimal(75))],
    "прибавил на треть, затем на четверть": [Percent(Decimal(33)), Percent(Decimal(25))],
    "более чем на треть": [Percent(Decimal(33), "over")],
    "намерены удвоить оборот": [Percent(Decimal(100))],
    "more than doubled": [Percent(Decimal(100), "over")],
    "a threefold rise": [Percent(Decimal(200))],
    "trade rose 2.5 times": [Percent(Decimal(150))],
    "four times as much as before": [Percent(Decimal(300))],
    "a 3.8-fold increase": [Percent(Decimal(280))],
    "сауда 2 есе өсті": [Percent(Decimal(100))],
    "2,5 есеге көбейді": [Percent(Decimal(150))],
    "екі есе артты": [Percent(Decimal(100))],
}
NOT_EXAMPLES = [
    "на 3 процентных пункта",
    "by 2 percentage points",
    "встречались три раза",
    "they met three times",
    "двукратный чемпион",
    "double-digit growth",
    "проценты по кредиту",
    "5 млн тонн",
]
