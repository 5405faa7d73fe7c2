"""Lengths of time: "полтора часа" is 90 minutes, "три года" 3 years, "1 час 55 минут" 115 minutes, "алты ай" 6 months.

    text | numbers | unit behind each | whole numbers of the largest unit | neighbours that fall in unit joined

A year in figures, a time of day ("в 12 часов") and an age by itself named in other words are no length.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.data import load
from extract.model import Duration, DurationUnit, Span
from extract.values.amounts import qualifier_before
from extract.values.number_tokens import BLANK
from extract.values.numbers import find_numbers

UNITS: tuple[DurationUnit, ...] = ("year", "quarter", "month", "week", "day", "hour", "minute", "second")
WORD = re.compile(rf"{BLANK}{{0,2}}-?(?P<word>[^\W\d_]+)(?!\w)")
SYMBOL = re.compile(r"""\d+(?:[.,]\d+)?(?P<symbol>['"])""")
AT = re.compile(rf"(?<!\w)(?:в|к|с|до|после|около|at|by){BLANK}$", re.IGNORECASE)  # before an hour of the day
JOINED = re.compile(rf"{BLANK}{{1,2}}(?:(?:и|and|мен){BLANK})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    stop: int
    value: Decimal
    unit: DurationUnit


@cache
def _forms(table: str) -> dict[DurationUnit, str]:
    found = load("durations")[table]
    return {unit: "|".join(found[unit]) for unit in UNITS if unit in found}


@cache
def _halves() -> re.Pattern[str]:
    """The words for half a unit, each unit a group."""
    half, units = load("durations")["before"]["half"], _forms("units")
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(rf'(?P<{unit}>{forms})' for unit, forms in _forms('halves').items())}"
        rf"|{half}{BLANK}(?:{'|'.join(rf'(?P<half_{unit}>{units[unit]})' for unit in _forms('halves'))}))(?![\w-])",
    )


@cache
def _one() -> re.Pattern[str]:
    """The words for one unit: "ровно месяц", "a week"."""
    units = "|".join(rf"(?P<{unit}>{forms})" for unit, forms in _forms("units").items())
    return re.compile(rf"(?<![\w-])(?:(?:{load('durations')['before']['one']}){BLANK})(?:{units})(?![\w-])")


@cache
def _unit_of(word: str) -> DurationUnit | None:
    return next((unit for unit, forms in _forms("units").items() if re.fullmatch(forms, word)), None)


def find_durations(text: str) -> list[tuple[Span, Duration]]:
    """Return the lengths of time that a text names, in its order; a text that is a bare unit ("час") means one."""
    pieces: list[_Piece] = []
    small = text.lower().replace("ё", "е")
    for piece in sorted((*_counted(text, small), *_worded(small)), key=lambda one: (one.start, -one.stop)):
        last = pieces[-1] if pieces else None
        if last and piece.start < last.stop:
            continue
        pieces[-1:] = [_joined(last, piece)] if last and _goes_on(small, last, piece) else [*pieces[-1:], piece]
    return [_found(text, piece) for piece in pieces] or _alone(small)


def _counted(text: str, small: str) -> list[_Piece]:
    """Numbers with a unit behind them."""
    found = []
    for number in find_numbers(text):
        word = WORD.match(small, number.span.stop)
        unit = _unit_of(word["word"]) if word else None
        if word is None or unit is None or number.value <= 0 or (number.like_year and unit == "year"):
            continue
        if unit == "hour" and AT.search(text, max(0, number.span.start - 8), number.span.start):
            continue
        found.append(_whole(number.span.start, word.end(), number.value, unit))
    return found


def _worded(small: str) -> list[_Piece]:
    """Halves of a unit and single ones, in words."""
    found = []
    for pattern, value in ((_halves(), Decimal("0.5")), (_one(), Decimal(1))):
        for match in pattern.finditer(small):
            unit = next(unit for unit in UNITS if (match.lastgroup or "").removeprefix("half_") == unit)
            found.append(_whole(match.start(), match.end(), value, unit))
    return found


def _alone(small: str) -> list[tuple[Span, Duration]]:
    """A text that is nothing but a unit, or digits with a symbol."""
    text = small.strip()
    start = small.find(text)
    if text and (unit := _unit_of(text)):
        return [(Span(start, start + len(text)), Duration(1, unit))]
    if symbol := SYMBOL.fullmatch(text):
        named: dict[str, DurationUnit] = {sign: unit for unit, sign in load("durations")["symbols"].items()}
        number = Decimal(text[:-1].replace(",", "."))
        piece = _whole(start, start + len(text), number, named[symbol["symbol"]])
        return [_found(small, piece)]
    return []


def _whole(start: int, stop: int, value: Decimal, unit: DurationUnit) -> _Piece:
    """Step down to the largest unit of which there is a whole number: 3.5 months are 105 days."""
    while value % 1 and unit in load("durations")["steps"]:
        factor, unit = load("durations")["steps"][unit]
        value *= factor
    return _Piece(start, stop, value, unit)


def _goes_on(small: str, last: _Piece, piece: _Piece) -> bool:
    """ "1 час | 55 минут": the next piece is of a smaller unit and right behind."""
    smaller = UNITS.index(piece.unit) > UNITS.index(last.unit)
    return smaller and JOINED.fullmatch(small, last.stop, piece.start) is not None


def _joined(last: _Piece, piece: _Piece) -> _Piece:
    value, unit = last.value, last.unit
    while unit != piece.unit and unit in load("durations")["steps"]:
        factor, following = load("durations")["steps"][unit]
        if UNITS.index(following) > UNITS.index(piece.unit):
            break
        value, unit = value * factor, following
    if unit != piece.unit:
        return last
    return _Piece(last.start, piece.stop, value + piece.value, unit)


def _found(text: str, piece: _Piece) -> tuple[Span, Duration]:
    start, qualifier = qualifier_before(text, piece.start)
    return Span(start, piece.stop), Duration(int(piece.value), piece.unit, qualifier)


EXAMPLES: dict[str, list[Duration]] = {
    "завод строили три года": [Duration(3, "year")],
    "срок окупаемости – 3,5 года": [Duration(42, "month")],
    "полтора часа в пути": [Duration(90, "minute")],
    "через полгода": [Duration(6, "month")],
    "пол дня и две недели": [Duration(12, "hour"), Duration(2, "week")],
    "1 час 55 минут": [Duration(115, "minute")],
    "более 18 месяцев": [Duration(18, "month", "over")],
    "ровно месяц": [Duration(1, "month")],
    "час": [Duration(1, "hour")],
    "over five years": [Duration(5, "year", "over")],
    "it took a week, then 36 hours": [Duration(1, "week"), Duration(36, "hour")],
    "жоба үш жылға созылады": [Duration(3, "year")],
    "екі ай, 10 күн": [Duration(2, "month"), Duration(10, "day")],
}
NOT_EXAMPLES = [
    "в 2021 году",
    "в 12 часов",
    "2021 жыл",
    "прошлый месяц",
    "третий день",
    "5 тонн",
    "час пик",
    'завод "Рассвет 15"',
]
