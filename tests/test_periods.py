"""Periods of time in texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import load
from extract.periods import finding as periods
from extract.periods.finding import find_periods
from extract.periods.words import ROLES, VALUED, time_words


def written(text: str, published: str | None) -> list[str]:
    return [str(period or "?") for _, period in find_periods(text, published)]


@pytest.mark.parametrize("text, published, expected", periods.EXAMPLES)
def test_examples(text: str, published: str | None, expected: list[str]) -> None:
    assert written(text, published) == expected


@pytest.mark.parametrize("text", periods.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert written(text, "2024-05-20") == []


def test_span_leaves_the_preposition_out() -> None:
    text = "Товарооборот за январь-май 2023 года составил 5 млрд."
    [(span, _)] = find_periods(text, None)
    assert text[span.start : span.stop] == "январь-май 2023 года"


@pytest.mark.parametrize("published", [None, "", "2024", "2024-13", "вчера", "2024-02-31", "0001-01-01", "9999-12-31"])
def test_any_date_of_publication_is_taken(published: str | None) -> None:
    find_periods("вчера, в прошлом году, за 11 месяцев, в мае, через 2 недели, 29 февраля", published)


def test_a_year_is_enough_for_relative_years_only() -> None:
    assert written("в прошлом году за 11 месяцев", "2024") == ["2023-01/2023-11"]
    assert written("за 11 месяцев", "2024") == ["?"]


def test_twenty_ninth_of_february() -> None:
    assert written("29 февраля 2024 года", None) == ["2024-02-29"]
    assert written("29 февраля 2023 года", None) == ["2023-02"]


def test_every_word_list_has_a_tag() -> None:
    data = load("periods")
    assert set(data["roles"]) == set(ROLES)
    assert set(VALUED) <= set(data)


def test_numerals_of_two_words_are_one() -> None:
    assert [(word.tag, word.value) for word in time_words("двадцать четвертого")] == [("O", 24)]
    assert [(word.tag, word.value) for word in time_words("он бір")] == [("N", 11)]


@given(st.text(), st.none() | st.text())
def test_any_text_is_read(text: str, published: str | None) -> None:
    spans = [span for span, _ in find_periods(text, published)]
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(left.stop <= right.start for left, right in pairwise(spans))


RUSSIAN = "в за 5 31 2021 2022-м год месяцев января - . , и с по первый полгода вчера квартал начала мая назад 23"
OTHERS = "Q1 last of same financial жылы өткен айда years Jan May first half since the Monday"
WORDS = st.sampled_from([*RUSSIAN.split(" "), *OTHERS.split(" ")])


@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from([None, "2024", "2024-05", "2024-05-20"]))
def test_any_row_of_time_words_is_read(text: str, published: str | None) -> None:
    for _, period in find_periods(text, published):
        assert period is None or period.first_day <= period.last_day


@pytest.mark.parametrize("text", ["за 11 месяцев 2021 года ", "2021-", "1 ", "январь-", "первый "])
def test_a_long_text_is_read(text: str) -> None:
    for span, _ in find_periods(text * (100_000 // len(text)), "2024-05-20"):
        assert 0 <= span.start < span.stop <= 100_000
