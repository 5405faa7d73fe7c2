"""Sums of money in texts."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import load
from extract.model import LANGUAGES, Money
from extract.values import money
from extract.values.currencies import codes, currency_name
from extract.values.money import find_money

NAMED_BY_ONE_NOUN = [noun for noun in load("currencies")["nouns"] if noun["default"]]


def sums(text: str) -> list[Money]:
    return [found for _, found in find_money(text)]


@pytest.mark.parametrize("text, expected", money.EXAMPLES.items())
def test_examples(text: str, expected: list[Money]) -> None:
    assert sums(text) == expected


@pytest.mark.parametrize("text", money.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert sums(text) == []


@pytest.mark.parametrize(
    "text, words",
    [
        ("Стоимость — порядка 1,2 млрд тенге, сообщили вчера.", "порядка 1,2 млрд тенге"),
        ("Вложат от 10 до 15 млн долларов США в год.", "от 10 до 15 млн долларов США"),
        ("The deal is worth more than US$ 3 billion in all.", "more than US$ 3 billion"),
        ("Құны 88 млрд теңгеден астам болады.", "88 млрд теңгеден астам"),
        ("Вложено 300 млн долл. Завод построят.", "300 млн долл"),
        ("Продано на 7 млн фунтов стерлингов.", "7 млн фунтов стерлингов"),
        ("Выручка 20 руб. в час", "20 руб."),
    ],
)
def test_spans_cover_the_expression_with_its_qualifier(text: str, words: str) -> None:
    [(span, _)] = find_money(text)
    assert text[span.start : span.stop] == words


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\u2009"])
def test_blanks_within_numbers(blank: str) -> None:
    assert sums(f"1{blank}250{blank}000{blank}тенге") == [Money(Decimal(1_250_000), "KZT")]


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_currency_is_read_by_its_code(code: str) -> None:
    assert sums(f"{code} 3 million") == sums(f"3 million {code}") == [Money(Decimal(3_000_000), code)]


@pytest.mark.parametrize("record", load("currencies")["currencies"], ids=lambda record: str(record["code"]))
def test_every_currency_has_names_in_three_languages(record: dict[str, str]) -> None:
    assert all(currency_name(record["code"], language) == record[language] != "" for language in LANGUAGES)


@pytest.mark.parametrize("record", load("currencies")["currencies"], ids=lambda record: str(record["code"]))
def test_currencies_are_read_by_the_names_that_are_shown(record: dict[str, str]) -> None:
    if record["noun"] and record["en"].replace(" ", "").isalpha():
        assert sums(f"5 million {record['en']}") == [Money(Decimal(5_000_000), record["code"])]


def test_nouns_name_known_currencies() -> None:
    assert {noun["default"] for noun in NAMED_BY_ONE_NOUN} <= codes()
    assert {record["noun"] for record in load("currencies")["currencies"]} - {""} <= {
        noun["noun"] for noun in load("currencies")["nouns"]
    }


@given(st.text() | st.text("0123456789 ,.$€–-мнлрдтыUSDколарвиоь"))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    spans = [span for span, _ in find_money(text)]
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(left.stop <= right.start for left, right in pairwise(spans))
