"""Sums of money: "423,3 млн $", "1 млрд доллардан астам", "$1.5–2 bln". No currency is turned into another."""

from collections.abc import Sequence
from decimal import Decimal

from extract.model import Language, Money
from handlers.locales import form, knows, many, say
from handlers.wording.numbers import DASH, NO_BREAK, number, qualified, scale_of, scaled

SIGNS_BEFORE = "$€£"


def money(value: Money, language: Language) -> str:
    """Return a sum with its currency and qualifier, as precise as the source."""
    digits, scale = scaled(value.amount, value.upper, language)
    largest = value.amount if value.upper is None else value.upper
    if language == "kk" and value.qualifier in ("over", "under", "up_to"):
        return _kazakh(value, digits, scale)
    return qualified(_with_currency(digits, scale, value.currency, largest, language), value.qualifier, language)


def sums(values: Sequence[Money], language: Language) -> str:
    """Return several exact sums of one currency with that currency once: "423 и 629 млн $".

    Sums of different currencies or with qualifiers are given in full each.
    """
    plain = all(one.qualifier == "exact" and one.upper is None for one in values)
    if not plain or len({one.currency for one in values}) > 1:
        return ", ".join(money(one, language) for one in values)
    size, name = scale_of([one.amount for one in values], language)
    separator = _and(language) if len(values) == 2 else ("; " if language != "en" else ", ")
    digits = separator.join(number(one.amount / size, language) for one in values)
    scale = say(language, f"scale.{name}") if name else ""
    return _with_currency(digits, scale, values[0].currency, values[-1].amount, language)


def unit_of_sums(values: Sequence[Money], language: Language) -> tuple[Decimal, str] | None:
    """Return the divisor and the unit of a column of sums: (10**9, "млрд $"); None where they share no currency."""
    currencies = {one.currency for one in values}
    if len(currencies) != 1 or not values:
        return None
    largest = max(one.amount for one in values)
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if largest >= size and min(one.amount for one in values) * 10 >= size:
            scale = say(language, f"scale.{name}")
            return Decimal(size), _with_currency("", scale, currencies.pop(), Decimal(5), language)
    return None


def bare(value: Money, size: Decimal, language: Language) -> str:
    """Return a sum of a column whose unit stands in its heading: "более 5", "1,5–2"."""
    ends = [value.amount] if value.upper is None else [value.amount, value.upper]
    return qualified(DASH.join(number(end / size, language) for end in ends), value.qualifier, language)


def currency_name(currency: str, language: Language) -> str:
    """Return "В тенге", "In dollars"."""
    key = f"in_currency.{currency}"
    return say(language, key if knows(language, key) else "in_currency.other")


def _with_currency(digits: str, scale: str, currency: str, amount: Decimal, language: Language) -> str:
    key = f"currency.{currency}"
    name = currency
    if knows(language, key):
        name = many(language, key) if scale else form(language, key, amount)
    if language == "en" and name in SIGNS_BEFORE:
        return name + NO_BREAK.join(part for part in (digits, scale) if part) if digits else f"{name}{NO_BREAK}{scale}"
    return NO_BREAK.join(part for part in (digits, scale, name) if part)


def _kazakh(value: Money, digits: str, scale: str) -> str:
    if not knows("kk", f"grammar.from.{value.currency}"):
        amount = _with_currency(digits, scale, value.currency, value.amount, "kk")
        return qualified(amount, value.qualifier, "kk")
    start = NO_BREAK.join(part for part in (digits, scale) if part)
    suffixed = {case: f"{start}{NO_BREAK}{say('kk', f'grammar.{case}.{value.currency}')}" for case in ("from", "to")}
    return say("kk", f"grammar.money.{value.qualifier}", **suffixed)


def _and(language: Language) -> str:
    return {"ru": " и ", "kk": " және ", "en": " and "}[language]
