"""The corpus of articles with expected facts: its shape, and how well the extractor does on it."""

import json
from collections import Counter
from typing import Any, get_args

import pytest

from benchmarks.corpus import CORPUS, read_corpus
from benchmarks.extraction import FLOORS, fallen, figures_of
from extract.model import KINDS, Flow, Stage, Status
from extract.records import article_from_record, period_from_text
from tests.test_samples import is_iso

corpus = read_corpus(CORPUS)
LEAST = {"ru": 120, "kk": 15, "en": 15}
PHRASE_KINDS = set(range(1, 91))


def test_there_are_enough_articles_in_each_language() -> None:
    counts = Counter(entry.article["language"] for entry in corpus)
    assert all(counts[language] >= least for language, least in LEAST.items())


def test_every_article_is_one() -> None:
    ids = [article_from_record(entry.article).id for entry in corpus]
    assert len(set(ids)) == len(ids)


def test_some_articles_hold_no_fact() -> None:
    assert sum(not entry.facts for entry in corpus) >= 10


def test_every_kind_of_phrase_has_an_article() -> None:
    assert set().union(*(entry.phrases for entry in corpus)) == PHRASE_KINDS


def is_period(text: str) -> bool:
    period = period_from_text(text)
    assert period is not None
    return is_iso(period.first) and is_iso(period.last) and period.first <= period.last


@pytest.mark.parametrize("fact", [fact for entry in corpus for fact in entry.facts], ids=lambda fact: fact["kind"])
def test_expected_facts_keep_to_the_vocabulary(fact: dict[str, Any]) -> None:
    assert fact["kind"] in KINDS
    assert is_period(fact.get("period", "2021")) and is_iso(fact.get("date", "2021"))
    assert ("amount" in fact) == ("currency" in fact)
    match fact["kind"]:
        case "trade":
            assert len(fact["parties"]) == 2
            assert fact["flow"] in get_args(Flow) and fact["status"] in get_args(Status)
            assert "amount" in fact or "growth_pct" in fact
        case "project":
            assert fact["name"]
            assert fact["stage"] in get_args(Stage) or (fact["stage"] is None and fact.get("unsure"))
        case "meeting":
            assert len(fact["people"]) >= 2
        case "agreement":
            assert fact["parties"] and isinstance(fact["signed"], bool)


def test_no_figure_falls_below_its_floor() -> None:
    """`make floors` raises them; lowering one takes LOWER=1 and a reason in the commit."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert fallen(figures_of(corpus), floors) == []


def test_every_floor_can_be_fallen_below() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert [(group, name) for group, row in floors.items() for name, floor in row.items() if not floor > 0] == []
