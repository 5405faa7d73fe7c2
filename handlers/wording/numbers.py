"""Numbers, counts, percents and quantities: "1 100", "21 проект", "+20,5%", "186 тыс. тонн в год"."""

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal

from extract.model import Language, Quantity
from handlers.locales import form, say
from handlers.wording.units import unit

NO_BREAK = "\u00a0"
MINUS = "−"
DASH = "–"
SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
THOUSAND = Decimal(1000)
MOST_DECIMALS = 3  # "78,161 млрд" is read at a glance, "78,160123 млрд" is not


def number(value: Decimal | int, language: Language) -> str:
    """Return a number with all its digits: 1100 → "1 100" or "1,100"; the precision is that of `value`."""
    exact = Decimal(value)
    decimals = _decimals(exact)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(abs(exact), pattern, locale=language) if exact >= 0 else MINUS + number(-exact, language)


def year(value: int | str) -> str:
    """Return a year: no mark ever stands between its digits."""
    return str(value)


def count(amount: int, key: str, language: Language) -> str:
    """Return a count with its noun: 21 "project" → "21 проект"."""
    return f"{number(amount, language)} {form(language, f'count.{key}', amount)}"


def percent(value: Decimal, language: Language) -> str:
    """Return a change: "+20,5%", "−5%"; no change is "0%"."""
    sign = "+" if value > 0 else ""
    return f"{sign}{number(value, language)}%"


def scale_of(values: Iterable[Decimal], language: Language, *, thousands: bool = True) -> tuple[Decimal, str]:
    """Return the divisor and the key that suit all `values`: 423300000 → (10**6, "million"); (1, "") for none.

    No digit is lost by it. Thousands are named in Russian and Kazakh only: English writes them out.
    """
    amounts = [abs(value) for value in values]
    for size, name in SCALES:
        if all(amount >= size and _decimals(amount / size) <= MOST_DECIMALS for amount in amounts):
            return size, name
    whole = all(amount >= 10 * THOUSAND and amount % THOUSAND == 0 for amount in amounts)
    return (THOUSAND, "thousand") if thousands and language != "en" and whole else (Decimal(1), "")


def scaled(value: Decimal, upper: Decimal | None, language: Language) -> tuple[str, str]:
    """Return the digits of a value or range and the word of their scale: ("1,5–2", "млрд"), ("1 200", "")."""
    values = [value] if upper is None else [value, upper]
    size, name = scale_of(values, language)
    digits = DASH.join(number(one / size, language) for one in values)
    return digits, say(language, f"scale.{name}") if name else ""


def quantity(value: Quantity, language: Language) -> str:
    """Return a quantity with its unit: "3,5 млн шин в год", "186,000 tonnes a year", "более 50 км"."""
    digits, scale = scaled(value.value, value.upper, language)
    amount = value.value if value.upper is None else value.upper
    parts = [digits, scale, unit(value.unit, amount, language, behind_scale=bool(scale))]
    text = NO_BREAK.join(part for part in parts if part)
    if value.per:
        text = say(language, f"per.{value.per}", value=text)
    return qualified(text, value.qualifier, language)


def qualified(text: str, qualifier: str, language: Language) -> str:
    """Return `text` with "около", "более", "менее" or "до" of its language; an exact value as it is."""
    return text if qualifier == "exact" else say(language, f"qualifier.{qualifier}", value=text)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
