"""The order of facts, from values alone."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from extract.model import Fact, Money, Period, Trade
from extract.query import Query
from extract.records import fact_to_record
from storage.rank import Candidate, Match, distance, rank, recency
from tests.stored import meeting, project, query, trade


def slots_of(fact: Fact) -> str:
    """A fact as the store keeps it."""
    return json.dumps(fact_to_record(fact))


EXACT = Match("place:Костанай", "Костанай", "exact", 1.0, 0)
PLAIN = Candidate(
    1, "project", slots_of(project("завод", "Костанай")), 1, 0.8, None, None, "2024-01-01", None, None, (EXACT,)
)
ANY = query(kinds=("project",))


def order(*candidates: Candidate, asked: Query = ANY, sources: dict[int, int] | None = None) -> list[int]:
    """The ids in the order of their rank."""
    return [one.id for _, one in rank(candidates, asked, sources or {})]


def of(fact: Fact, id: int, **columns: object) -> Candidate:
    return replace(PLAIN, kind=fact.kind, slots=slots_of(fact), id=id, **columns)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "better",
    [
        {"confidence": 0.95},
        {"published": "2025-01-01"},
        {"last_day": "2026-12-31"},
    ],
)
def test_better_comes_first(better: dict[str, object]) -> None:
    assert order(PLAIN, of(PLAIN.fact, 2, **better)) == [2, 1]


@pytest.mark.parametrize(
    "worse",
    [
        {"matches": (replace(EXACT, certainty=0.6),)},
        {"matches": (replace(EXACT, reach=1),)},
        {"matches": (EXACT, replace(EXACT, reach=3))},
        {"published": None},
    ],
)
def test_worse_comes_later(worse: dict[str, object]) -> None:
    assert order(of(PLAIN.fact, 2, **worse), PLAIN) == [1, 2]


def test_what_more_articles_tell_comes_first() -> None:
    assert order(PLAIN, replace(PLAIN, id=2), sources={1: 3}) == [1, 2]


def test_a_right_place_counts_more_than_news() -> None:
    newer = of(PLAIN.fact, 2, published="2026-01-01", matches=(replace(EXACT, certainty=0.6),))
    assert order(newer, PLAIN) == [1, 2]


def test_home_trade_comes_first_then_the_whole_then_what_is() -> None:
    facts: list[Trade] = [
        trade("Беларусь", "Узбекистан"),
        trade("Казахстан", "Узбекистан", status="target"),
        trade("Казахстан", "Узбекистан", flow="export", status="target"),
        trade("Казахстан", "Узбекистан"),
    ]
    candidates = [of(fact, id) for id, fact in enumerate(facts)]
    assert order(*candidates, asked=query(kinds=("trade",))) == [3, 1, 2, 0]


def test_facts_of_an_asked_year_alone_come_before_longer_periods() -> None:
    year = of(trade("Казахстан", "Китай"), 1, first_day="2021-01-01", last_day="2021-12-31")
    longer = of(trade("Казахстан", "Китай"), 2, first_day="2020-01-01", last_day="2021-12-31")
    assert order(longer, year, asked=query(kinds=("trade",), period=Period("2021", "2021"))) == [1, 2]


def test_without_a_kind_projects_come_before_talks() -> None:
    talks = of(meeting(("Серик Ахметов", "аким")), 2)
    assert order(talks, PLAIN, asked=query(places=("Костанай",))) == [1, 2]


@pytest.mark.parametrize(
    ("asked", "ids"), [("largest", [2, 1, 3]), ("smallest", [1, 2, 3]), ("latest", [3, 1, 2]), ("earliest", [1, 3, 2])]
)
def test_an_order_that_is_asked_for(asked: str, ids: list[int]) -> None:
    costly = project("завод", cost=Money(Decimal(10**9), "KZT"))
    candidates = [
        of(costly, 1, worth=1.0, first_day="2020-01-01", last_day="2020-12-31"),
        of(costly, 2, worth=9.0, published=None),
        of(costly, 3, worth=None, published="2024"),
    ]
    assert order(*candidates, asked=query(order=asked)) == ids


def test_recency_halves_with_the_years() -> None:
    assert recency("2026-01-01", "2026-01-01") == 1.0
    assert recency("2023-01-01", "2026-01-01") == pytest.approx(0.5, abs=0.01)
    assert recency(None, "2026-01-01") < 0.5
    assert recency("2022", "2022-07") == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize(
    ("days", "years"),
    [(("2021-01-01", "2021-12-31"), 0), (("2018-01-01", "2018-12-31"), 2), (("2024-06-01", "2024-06-30"), 2)],
)
def test_years_between_a_fact_and_a_period(days: tuple[str, str], years: float) -> None:
    assert distance(replace(PLAIN, first_day=days[0], last_day=days[1]), Period("2021", "2021")) == years
    assert distance(PLAIN, Period("2021", "2021")) is None


def test_a_match_tells_what_and_how() -> None:
    assert str(EXACT) == "place:Костанай exact"
    assert str(replace(EXACT, reach=2)) == "place:Костанай evidence"
    assert str(Match("word:шиный", "шин", "typo", 0.6, 0)) == "word:шиный=шин typo"
