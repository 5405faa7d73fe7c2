"""Are values read as Duckling's own examples say? Sums, numbers, ordinals, measures, lengths of time and dates.

    python -m benchmarks.duckling FILE

FILE holds lines {"dim", "value", "text"} in the notation of Duckling's test corpus: "DurationData 90 Minute". The whole
text has to give the one value expected, relative dates on the corpus's own day, 12 February 2013. Prints each miss,
each kind beside its goal, and what is left out with the reason. Returns 1 where a kind misses its goal.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from extract.model import Period
from extract.periods.finding import find_periods
from extract.values.durations import find_durations
from extract.values.money import find_money
from extract.values.numerals import find_numerals, find_ordinals
from extract.values.quantities import find_quantities

TODAY = "2013-02-12"
GOALS = {"Duration": 0.95, "Time": 0.95}  # of the others everything
CURRENCIES = {"Dollar": "USD", "Cent": "USD", "Unnamed": "USD"}
QUALIFIERS = {"simple": "exact", "above": "over", "under": "under", "between": "exact"}
# How many of our unit one of theirs is: 500 grams are 0.5 "кг".
MEASURES = {
    "Millimetre": "0.001 м", "Centimetre": "0.01 м", "Metre": "1 м", "Kilometre": "1000 м", "Gram": "0.001 кг",
    "Millilitre": "0.001 л", "Litre": "1 л", "Hectolitre": "100 л",
}  # fmt: skip
OURS = {
    "м": "1 м", "метр": "1 м", "км": "1000 м", "километр": "1000 м", "см": "0.01 м", "сантиметр": "0.01 м",
    "мм": "0.001 м", "миллиметр": "0.001 м", "г": "0.001 кг", "грамм": "0.001 кг", "кг": "1 кг", "килограмм": "1 кг",
    "л": "1 л", "литр": "1 л", "мл": "0.001 л", "миллилитр": "0.001 л", "гл": "100 л", "гектолитр": "100 л",
}  # fmt: skip
LEFT_OUT = {
    "an hour, minute or second of a day": re.compile(r"(?:Hour|Minute|Second)$"),
    "a unit that news does not use": re.compile(r"\b(?:Foot|Inch|Mile|Ounce|Pound)\b"),
    "an open interval": re.compile(r"OpenInterval"),
}
# Examples that a text of news means otherwise, or that are no value there.
OTHERWISE = {
    "a day without its year: a calendar looks ahead, news back": (
        "пятница", "в понедельник", "во вторник", "8 августа", "13 - 15 июля", "с 13 по 15 июля", "8 авг - 12 авг",
        "в третьем квартале", "14. - 15.10", "14. - 15.10.", "14./15.10.",
    ),
    "a stretch counted from today, whose ends news leaves open": (
        "два года назад", "последние 2 месяца", "последние 2 недели", "следующие 3 дня", "следующие 3 месяца",
    ),
    "a day that may as well be a decimal number": ("10.12.", "14 - 15.10."),
    "a season": ("зима", "лето"),
    "a coin whose currency is not told": ("10 c", "10 центов", "десять пени", "десять центов"),
    "the name of a currency before its number, which in a sentence belongs to the sum before": ("Евро 20", "бакса 42"),
}  # fmt: skip


def left_out(value: str, text: str) -> str | None:
    """Return why an example is none of our types, or None."""
    if value.startswith("DurationData"):
        return None
    reasons = [why for why, pattern in LEFT_OUT.items() if pattern.search(value)]
    reasons += [why for why, texts in OTHERWISE.items() if text in texts]
    return reasons[0] if reasons else None


def numbers_in(value: str) -> list[Decimal]:
    """Return the numbers of a value in Duckling's notation."""
    return [Decimal(number) for number in re.findall(r"-?\d+(?:\.\d+)?(?:e\d+)?", value)]


def expected_money(value: str) -> tuple[object, ...]:
    """ "above Dollar 1.42" → amount, upper end of a range, currency, qualifier."""
    kind, unit, *_ = value.split()
    amounts = [number / 100 if unit == "Cent" else number for number in numbers_in(value)]
    return amounts[0], amounts[1] if len(amounts) > 1 else None, CURRENCIES.get(unit, unit), QUALIFIERS[kind]


def found_money(text: str) -> list[tuple[object, ...]]:
    """Return the sums of a text in the shape of `expected_money`; "не более" and "менее" are one to Duckling."""
    return [
        (one.amount, one.upper, one.currency, "under" if one.qualifier == "up_to" else one.qualifier)
        for _, one in find_money(text)
    ]


def expected_measure(value: str) -> tuple[object, ...]:
    """ "simple Gram 500 Nothing" → 0.5, "кг"."""
    factor, unit = MEASURES[value.split()[1]].split()
    return numbers_in(value)[0] * Decimal(factor), unit


def found_measure(text: str) -> list[tuple[object, ...]]:
    """Return the measures of a text in metres, kilograms and litres."""
    found: list[tuple[object, ...]] = []
    for _, one in find_quantities(text):
        factor, unit = OURS.get(one.unit, f"1 {one.unit}").split(maxsplit=1)
        found.append((one.value * Decimal(factor), unit))
    return found


def expected_time(value: str) -> tuple[object, ...]:
    """Return the first and last day of "datetime (2013, 4, 1, …) Quarter" or of an interval, whose end is left out."""
    days = [_day(*map(int, numbers)) for numbers in re.findall(r"\((\d{4}), (\d+), (\d+)", value)]
    grain = value.split()[-1]
    if len(days) == 2:
        return days[0].isoformat(), (days[1] - timedelta(days=1)).isoformat()
    months = {"Month": 1, "Quarter": 3, "Year": 12}.get(grain)
    last = _months_on(days[0], months) if months else days[0] + timedelta(days=7 if grain == "Week" else 1)
    return days[0].isoformat(), (last - timedelta(days=1)).isoformat()


def _day(year: int, month: int, day: int) -> date:
    return date(year, month or 1, day or 1)  # 0 stands for "all of it"


def _months_on(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def found_time(text: str) -> list[tuple[object, ...]]:
    """Return the periods of a text as first and last day."""
    return [
        (one.first_day, one.last_day) if isinstance(one, Period) else (None,) for _, one in find_periods(text, TODAY)
    ]


KINDS: dict[str, tuple[Callable[[str], tuple[object, ...]], Callable[[str], list[tuple[object, ...]]]]] = {
    "AmountOfMoney": (expected_money, found_money),
    "Numeral": (lambda value: (numbers_in(value)[0],), lambda text: [(one,) for _, one in find_numerals(text)]),
    "Ordinal": (lambda value: (numbers_in(value)[0],), lambda text: [(one,) for _, one in find_ordinals(text)]),
    "Quantity": (expected_measure, found_measure),
    "Distance": (expected_measure, found_measure),
    "Volume": (expected_measure, found_measure),
    "Duration": (
        lambda value: (int(value.split()[1]), value.split()[2].lower()),
        lambda text: [(one.value, one.unit) for _, one in find_durations(text)],
    ),
    "Time": (expected_time, found_time),
}


def main(path: Path) -> int:
    """Score a file and print what it says. Returns 1 where a kind misses its goal."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    out: Counter[tuple[str, str]] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        example = json.loads(line)
        kind, value, text = example["dim"], example["value"], example["text"]
        if why := left_out(value, text):
            out[kind, why] += 1
            continue
        expected, found = KINDS[kind][0](value), KINDS[kind][1](text)
        total[kind] += 1
        right[kind] += found == [expected]
        if found != [expected]:
            print(f"missed {kind}: {text!r} is {value}, read as {found}")
    for (kind, why), count in sorted(out.items()):
        print(f"left out {kind}: {count}, {why}")
    missed = 0
    for kind, count in total.items():
        goal = GOALS.get(kind, 1.0)
        missed += right[kind] < goal * count
        print(f"{kind:14} {right[kind]:3} of {count:3}  {right[kind] / count:.3f}  goal {goal:.2f}")
    return int(bool(missed))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.duckling FILE")
    sys.exit(main(Path(sys.argv[1])))
