"""Percentages and multiples in texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Percent
from extract.values import percents
from extract.values.percents import find_percents


@pytest.mark.parametrize("text, expected", percents.EXAMPLES.items())
def test_examples(text: str, expected: list[Percent]) -> None:
    assert [percent for _, percent in find_percents(text)] == expected


@pytest.mark.parametrize("text", percents.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert find_percents(text) == []


@pytest.mark.parametrize(
    "text, words",
    [
        ("Оборот вырос более чем на 20,5% за год.", "более чем на 20,5%"),
        ("Экспорт увеличился почти в 3,8 раза.", "почти в 3,8 раза"),
        ("Сауда 14,3%-ға артты.", "14,3%-ға"),
        ("Trade has more than doubled since.", "more than doubled"),
        ("Рост на 25–30 процентов.", "25–30 процентов"),
    ],
)
def test_spans_cover_the_expression_with_its_qualifier(text: str, words: str) -> None:
    [(span, _)] = find_percents(text)
    assert text[span.start : span.stop] == words


@given(st.text() | st.text("0123456789 ,.%-–вдоеразtimesна"))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    spans = [span for span, _ in find_percents(text)]
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(left.stop <= right.start for left, right in pairwise(spans))
