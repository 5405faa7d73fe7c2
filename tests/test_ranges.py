"""The keys of a question's range cover every fact within it."""

from decimal import Decimal

import pytest

from extract.model import Period
from extract.query import Bound
from storage.facts import row_of
from storage.ranges import range_keys, step_of, steps_within, time_cover
from tests.stored import project, query, trade

TIMES = ["2021", "2021-03", "2021-03-15", "2020/2022", "2021-01/2021-06", "2021-12/2022-02", "1990/2030", "1850/2040"]
NUMBERS = [-5.0, 0.0, 0.5, 1.0, 9.99, 10.0, 1e6, 1.2e6, 1e9, 1e12]


def period(text: str) -> Period:
    first, _, last = text.partition("/")
    return Period(first, last or first)


@pytest.mark.parametrize("asked", TIMES)
@pytest.mark.parametrize("stated", TIMES)
def test_times_that_overlap_share_a_key(asked: str, stated: str) -> None:
    fact = trade("Казахстан", "Россия", period=stated)
    cover = time_cover(query(period=period(asked)), published=False)
    own, other = period(stated), period(asked)
    shared = set(cover) & set(range_keys(fact, row_of(fact), None))
    assert shared or not cover or own.first_day > other.last_day or other.first_day > own.last_day


@pytest.mark.parametrize(
    ("asked", "stated"), [("2021", "2022"), ("2021-03", "2021-04"), ("2021-03", "2022"), ("2021", "2019/2020")]
)
def test_times_apart_share_none(asked: str, stated: str) -> None:
    fact = trade("Казахстан", "Россия", period=stated)
    cover = time_cover(query(period=period(asked)), published=False)
    assert cover and not set(cover) & set(range_keys(fact, row_of(fact), None))


def test_news_has_the_time_of_its_article() -> None:
    launched, planned = (project("завод", "Рудный", stage=stage) for stage in ("launched", "planned"))
    assert ("year", "2021") in set(range_keys(launched, row_of(launched), "2021-05-05"))
    assert ("year", "2021") not in set(range_keys(planned, row_of(planned), "2021-05-05"))


def test_steps_sort_as_numbers_do() -> None:
    steps = [step_of(number) for number in NUMBERS]
    assert steps == sorted(steps)


@pytest.mark.parametrize("value", NUMBERS)
def test_steps_within_hold_all_numbers_within(value: float) -> None:
    steps = {step_of(number) for number in NUMBERS}
    limit = Decimal(value)
    over, under = (set(steps_within(steps, Bound("amount", relation, limit))) for relation in ("over", "under"))
    between = set(steps_within(steps, Bound("amount", "between", limit, upper=Decimal(10**9))))
    assert {step_of(number) for number in NUMBERS if number >= value} <= over
    assert {step_of(number) for number in NUMBERS if number <= value} <= under
    assert {step_of(number) for number in NUMBERS if value <= number <= 10**9} <= between
