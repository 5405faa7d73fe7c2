"""Quantities: "186 тысяч тонн в год" → Quantity(186_000, "тонна", "year"); no date, percentage or sum of money is one.

numbers outside money | unit or thing beside each | ranges and qualifiers | per what
"""

import re
from decimal import Decimal
from typing import NamedTuple

from extract.data import load
from extract.model import Per, Qualifier, Quantity, Span
from extract.values.amounts import Amount, Labelled, qualifier_after, read_amounts
from extract.values.money import find_money
from extract.values.number_tokens import BLANK
from extract.values.numbers import Number, find_numbers
from extract.values.rates import Rate, capacity_before, rate_after, rate_before
from extract.values.units import Unit, noun_after, unit_after, unit_before
from extract.words.wordlist import lower

LIST = re.compile(rf"[^0-9.;:()!?\n]{{0,60}}(?:,|{BLANK}(?:и|and|және|мен)){BLANK}(?:[^0-9.,;:()!?\n]{{1,20}}{BLANK})?")
JOINED = re.compile(rf"{BLANK}(?:и|and|және){BLANK}(?:[^\W\d_]{{1,20}}{BLANK})?")
END = re.compile(rf"\.?{BLANK}?(?:[.,;)\n]|$)")
YEAR = re.compile(rf"(?:[-–]|(?<!\w)(?:в|с|к|in|since|by|until){BLANK})$", re.IGNORECASE)
LEAST = 100  # of things outside the data: fewer may be anything


class _Label(NamedTuple):
    """What a number counts; `known` tells that the data know it."""

    key: str
    measure: bool
    known: bool


def find_quantities(text: str) -> list[tuple[Span, Quantity]]:
    """Return the quantities of a text in its order, none overlapping, none within a sum of money.

    Spans cover number, unit, qualifier, and the words of the rate where they follow at once.
    """
    folded = lower(text)
    money = iter([span for span, _ in find_money(text)])
    taken = next(money, None)
    labelled: list[Labelled[_Label]] = []
    for number in find_numbers(text):
        while taken and taken.stop <= number.span.start:
            taken = next(money, None)
        if not (taken and taken.start < number.span.stop):
            labelled.append(_labelled(text, folded, number))
    return _rated(folded, read_amounts(text, labelled))


def _labelled(text: str, folded: str, number: Number) -> Labelled[_Label]:
    start, stop = number.span.start, number.span.stop
    none: Labelled[_Label] = Labelled(number, number.span, None)
    digits = text[start : start + 2]
    if number.glued or (digits[0] == "0" and digits[1:].isdigit()):
        return none
    unit = unit_after(text, folded, stop)
    qualifier: Qualifier = "exact"
    if unit is None:
        inner, qualifier = qualifier_after(text, stop)
        unit = unit_after(text, folded, inner) if inner > stop else None
    if unit is not None:
        return none if _doubtful(text, number, unit) else _label(number, unit, qualifier)
    if END.match(text, stop) and (before := unit_before(folded, start)):
        return _label(number, before._replace(stop=stop), "exact")
    if number.value < LEAST or number.like_year:
        return none
    noun = noun_after(text, folded, stop)
    return none if noun is None else _label(number, noun, "exact", known=False)


def _label(number: Number, unit: Unit, qualifier: Qualifier, *, known: bool = True) -> Labelled[_Label]:
    return Labelled(number, Span(number.span.start, unit.stop), _Label(unit.key, unit.measure, known), qualifier)


def _doubtful(text: str, number: Number, unit: Unit) -> bool:
    """Whether it is rather a date ("2022 г.", "2011 twelve plants") or "one of": "один завод"."""
    start = number.span.start
    if unit.measure:
        return number.like_year and unit.stop - number.span.stop < 3
    return (number.words and number.value == 1) or (
        number.like_year and YEAR.search(text, max(0, start - 7), start) is not None
    )


def _rated(folded: str, amounts: list[Amount[_Label]]) -> list[tuple[Span, Quantity]]:
    found: list[tuple[Span, Quantity]] = []
    used = 0
    unrated = load("units")["unrated"]["units"]
    rates = _shared(folded, amounts, [_following(folded, amounts, position) for position in range(len(amounts))])
    for amount, rate in zip(amounts, rates, strict=True):
        span, label, per = amount.span, amount.label, rate.per if rate else None
        if label.key in unrated and rate and not rate.close:
            per = None
        elif per is None and label.key not in unrated:
            per = rate_before(folded, span.start, used)
        if rate and rate.close and rate.start >= span.stop:
            span = Span(span.start, rate.stop)
        used = max(used, rate.stop if rate else 0, span.stop)
        if label.known or per is not None or capacity_before(folded, span.start):
            found.append((span, Quantity(amount.value, label.key, per, amount.qualifier, amount.upper)))
    return found


def _following(folded: str, amounts: list[Amount[_Label]], position: int) -> Rate | None:
    limit = amounts[position + 1].span.start if position + 1 < len(amounts) else len(folded)
    return rate_after(folded, amounts[position].span.stop, limit)


def _shared(folded: str, amounts: list[Amount[_Label]], rates: list[Rate | None]) -> list[Rate | None]:
    """Give the rate at the end of a list to its items, "60 тыс. тонн каучука и 40 тыс. тонн эфира в год", and that of
    an item to the next behind "и": "300 тыс. тонн руды ежегодно и давать 15 тонн сплава"."""
    for position in range(len(amounts) - 2, -1, -1):
        first, second, rate = amounts[position], amounts[position + 1], rates[position + 1]
        open_item = rates[position] is None and rate is not None and first.label.key == second.label.key
        if open_item and LIST.fullmatch(folded, first.span.stop, second.span.start):
            rates[position] = rate
    for position in range(1, len(amounts)):
        first, second, rate = amounts[position - 1], amounts[position], rates[position - 1]
        if rates[position] is not None or rate is None or first.label.key != second.label.key:
            continue
        if rate.start >= first.span.stop and JOINED.fullmatch(folded, rate.stop, second.span.start):
            rates[position] = rate
    return rates


def _quantity(value: str, unit: str, per: Per | None = None, qualifier: Qualifier = "exact") -> Quantity:
    return Quantity(Decimal(value), unit, per, qualifier)


EXAMPLES: dict[str, list[Quantity]] = {
    "186 тысяч тонн бутадиеновых каучуков в год": [_quantity("186000", "тонна", "year")],
    "3,5 миллиона многопрофильных шин ежегодно": [_quantity("3500000", "шина", "year")],
    "ежегодно выпускать 70 тыс автомобилей": [_quantity("70000", "автомобиль", "year")],
    "30 тыс. легковых машин": [_quantity("30000", "автомобиль")],
    "мощностью до 2 ГВт": [_quantity("2", "ГВт", None, "up_to")],
    "электростанция на 1,6 ГВт": [_quantity("1.6", "ГВт")],
    "создадут более 500 новых рабочих мест": [_quantity("500", "рабочее место", None, "over")],
    "рабочих мест – 21.": [_quantity("21", "рабочее место")],
    "рабочих мест планируется 1,5 тыс.": [_quantity("1500", "рабочее место")],
    "180 тыс. куб. м в год, штат - 40 человек": [_quantity("180000", "куб. м", "year"), _quantity("40", "человек")],
    "корпус площадью 25 тыс. кв.м": [_quantity("25000", "кв. м")],
    "120 000 баррелей в сутки": [_quantity("120000", "баррель", "day")],
    "5 млн т/год": [_quantity("5000000", "тонна", "year")],
    "площадка в 63 га": [_quantity("63", "га")],
    "330 млн кВт·ч": [_quantity("330000000", "кВт·ч")],
    "до 74 тыс. ведущих мостов ежегодно": [_quantity("74000", "ведущий мост", "year", "up_to")],
    "мощность — 4,5 тыс. стальных ворот в год": [_quantity("4500", "ворот", "year")],
    "60 тыс. тонн каучука и 40 тыс. тонн эфира в год": [
        _quantity("60000", "тонна", "year"),
        _quantity("40000", "тонна", "year"),
    ],
    "от 100 до 120 тыс. тонн": [Quantity(Decimal(100_000), "тонна", upper=Decimal(120_000))],
    "35–40 тонн в месяц": [Quantity(Decimal(35), "тонна", "month", upper=Decimal(40))],
    "пол-литра": [_quantity("0.5", "л")],
    "жылына 100 мың тонна дайын өнім": [_quantity("100000", "тонна", "year")],
    "айына 3 млн. дана кірпіш": [_quantity("3000000", "штука", "month")],
    "15 мыңға жуық адам": [_quantity("15000", "человек", None, "about")],
    "1100-ден аса адамға жұмыс": [_quantity("1100", "человек", None, "over")],
    "200 жаңа жұмыс орны ашылады": [_quantity("200", "рабочее место")],
    "50 мың тоннаға жуық май": [_quantity("50000", "тонна", None, "about")],
    "ұзындығы 225 шақырымдық жол": [_quantity("225", "км")],
    "98 инвестициялық жоба": [_quantity("98", "проект")],
    "a 160-megawatt plant": [_quantity("160", "МВт")],
    "to handle 500,000 tons annually and employ 1,000 people": [
        _quantity("500000", "тонна", "year"),
        _quantity("1000", "человек"),
    ],
    "annual capacity of 3.5 million tires": [_quantity("3500000", "шина", "year")],
    "some 14,700 jobs": [_quantity("14700", "рабочее место", None, "about")],
    "2.5 million steel doors a year": [_quantity("2500000", "doors", "year")],
    "34 joint investment projects": [_quantity("34", "проект")],
    "100 млн долларов и 5 тонн": [_quantity("5", "тонна")],
}
NOT_EXAMPLES = [
    "в 2022 г. открыт",
    "в 2029-м запустят",
    "5 сентября 2021 года",
    "за 11 месяцев",
    "первый завод",
    "один завод",
    "20,5% акций",
    "100 млн долларов",
    "с 10 до 18 часов",
    "8 800 080 19 47",
    "2 тоннеля",
    "in 2011 companies",
    "the two economies can",
    "24.kg",
    "ветер 10:30",
    "2:1 в пользу гостей",
    "выпуск 2 500 лет назад",
]
