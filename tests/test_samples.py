"""The sample articles and the test corpus have the shape that the rest of the project relies on."""

import json
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from extract.model import KINDS, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "bot" / "samples" / "articles.jsonl"
CORPUS = ROOT / "tests" / "corpus"

LANGUAGES_OF_SAMPLES = {"ru": 16, "kk": 7, "en": 7}
LANGUAGES_OF_CORPUS = {"ru": 60, "kk": 15, "en": 15}
LONGEST_SHARED_PASSAGE = 60
PHRASE_KINDS = set(range(1, 91))
STATUSES = {"actual", "target", "forecast"}
FLOWS = {"turnover", "export", "import"}
STAGES = {"planned", "agreed", "under_construction", "launched", "operating", "suspended", "cancelled"}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_iso(day: str) -> bool:
    """A day, a month or a year: "2022-01-24", "2022-01", "2022"."""
    try:
        date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])
    except ValueError:
        return False
    return len(day) in (4, 7, 10)


def is_period(period: str) -> bool:
    first, _, last = period.partition("/")
    last = last or first
    return is_iso(first) and is_iso(last) and len(first) == len(last) and first <= last


def passages(text: str, length: int) -> set[str]:
    return {text[start : start + length] for start in range(len(text) - length + 1)}


samples = rows(SAMPLES)
articles = rows(CORPUS / "articles.jsonl")
expected = rows(CORPUS / "expected.jsonl")


def test_there_are_thirty_samples_in_three_languages() -> None:
    assert Counter(sample["language"] for sample in samples) == LANGUAGES_OF_SAMPLES


def test_samples_have_their_own_ids_titles_and_addresses() -> None:
    assert [sample["id"] for sample in samples] == [f"sample-{number:03d}" for number in range(1, 31)]
    assert len({sample["url"] for sample in samples}) == len(samples)
    assert len({sample["title"] for sample in samples}) == len(samples)


@pytest.mark.parametrize("sample", samples, ids=lambda sample: sample["id"])
def test_a_sample_has_the_article_shape_and_is_flagged(sample: dict[str, Any]) -> None:
    assert sample.keys() - {"published"} == {"id", "url", "title", "language", "text", "sample"}
    assert sample["sample"] is True
    assert sample["url"].startswith("https://coopbot.example/samples/")
    assert 400 <= len(sample["text"]) <= 900
    assert "published" not in sample or is_iso(sample["published"])


def test_no_passage_stands_in_two_samples() -> None:
    cut = {sample["id"]: passages(sample["text"], LONGEST_SHARED_PASSAGE) for sample in samples}
    shared = {(one, other): cut[one] & cut[other] for one, other in combinations(cut, 2) if cut[one] & cut[other]}
    assert shared == {}


def test_corpus_articles_and_expected_facts_go_together() -> None:
    assert Counter(article["language"] for article in articles) == LANGUAGES_OF_CORPUS
    assert [article["id"] for article in articles] == [row["id"] for row in expected]
    assert len({article["id"] for article in articles}) == len(articles)
    assert set(LANGUAGES_OF_CORPUS) == set(LANGUAGES)


@pytest.mark.parametrize("article", articles, ids=lambda article: article["id"])
def test_a_corpus_article_is_short_and_dated_or_undated(article: dict[str, Any]) -> None:
    assert (150 if article["language"] == "ru" else 100) <= len(article["text"]) <= 700
    assert article["published"] is None or is_iso(article["published"])


def test_every_phrase_kind_has_a_corpus_article() -> None:
    assert set().union(*(row["phrases"] for row in expected)) == PHRASE_KINDS


def test_ten_russian_corpus_articles_hold_no_fact() -> None:
    russian = {article["id"] for article in articles if article["language"] == "ru"}
    assert sum(not row["facts"] for row in expected if row["id"] in russian) == 10


@pytest.mark.parametrize("row", [row for row in expected if row["facts"]], ids=lambda row: row["id"])
def test_expected_facts_keep_to_the_vocabulary(row: dict[str, Any]) -> None:
    for fact in row["facts"]:
        assert fact["kind"] in KINDS
        assert is_period(fact.get("period", "2021"))
        assert is_iso(fact.get("date", "2021"))
        assert ("amount" in fact) == ("currency" in fact)
        if fact["kind"] == "trade":
            assert len(fact["parties"]) == 2 and fact["flow"] in FLOWS and fact["status"] in STATUSES
            assert "amount" in fact or "growth_pct" in fact
        elif fact["kind"] == "project":
            assert fact["name"] and fact["stage"] in STAGES
        elif fact["kind"] == "meeting":
            assert len(fact["people"]) >= 2
        else:
            assert len(fact["parties"]) >= 2 and isinstance(fact["signed"], bool)
