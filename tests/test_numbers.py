"""Numbers, numerals and ordinals in texts."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.values import numbers, numerals
from extract.values.number_tokens import decimal_comma, parse_digits
from extract.values.numbers import find_numbers, parse_number
from extract.values.numerals import find_numerals, find_ordinals


@pytest.mark.parametrize("text, expected", numbers.EXAMPLES.items())
def test_examples(text: str, expected: list[str]) -> None:
    assert [number.value for number in find_numbers(text)] == [Decimal(value) for value in expected]


@pytest.mark.parametrize("text", numbers.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize("text, expected", numerals.EXAMPLES.items())
def test_numerals_with_their_sign(text: str, expected: list[str]) -> None:
    assert [value for _, value in find_numerals(text)] == [Decimal(value) for value in expected]


@pytest.mark.parametrize("text, expected", numerals.ORDINAL_EXAMPLES.items())
def test_ordinals(text: str, expected: list[int]) -> None:
    assert [value for _, value in find_ordinals(text)] == expected


@pytest.mark.parametrize(
    "digits, comma, value",
    [
        ("1 250 000", True, "1250000"),
        ("183,243", True, "183.243"),
        ("183,243", False, "183243"),
        ("1,234.5", False, "1234.5"),
        ("1.234,5", True, "1234.5"),
        ("1.250.000", True, "1250000"),
        ("0,125", False, "0.125"),
        (".5", False, "0.5"),
    ],
)
def test_points_and_commas(digits: str, comma: bool, value: str) -> None:
    assert parse_digits(digits, comma) == Decimal(value)


@pytest.mark.parametrize("digits", ["19.08.19", "1.2.3", "1,2,3", "1" * 40])
def test_dates_lists_and_accounts_are_no_numbers(digits: str) -> None:
    assert parse_digits(digits, True) is None


def test_the_text_tells_what_a_comma_means() -> None:
    assert decimal_comma("достиг 183,243 млрд")
    assert decimal_comma("жетті 4,5 млрд")
    assert not decimal_comma("reached 183,243 tons")
    assert not decimal_comma("500,000")


def test_a_text_that_is_one_number() -> None:
    assert parse_number(" 1 млрд 318 млн ") == 1_318_000_000
    assert parse_number("около 5") is None


@given(st.text() | st.text("0123456789 ,.-/:полторамлндвестиtwohalf"))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    for spans in (
        [number.span for number in find_numbers(text)],
        [span for span, _ in find_numerals(text)],
        [span for span, _ in find_ordinals(text)],
    ):
        assert all(0 <= span.start < span.stop <= len(text) for span in spans)
        assert all(left.stop <= right.start for left, right in pairwise(spans))


@given(st.integers(0, 10**15))
def test_digits_in_groups_are_read_back(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", " ")) == value
