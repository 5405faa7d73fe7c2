"""The look at an article's words: it loses nothing that states facts."""

import json
from pathlib import Path

import pytest

from extract.model import Article
from extract.records import article_from_record
from extract.relevance import EXAMPLES, NOT_EXAMPLES, is_relevant

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize("text", EXAMPLES)
def test_cooperation(text: str) -> None:
    assert is_relevant(Article("1", text))


@pytest.mark.parametrize("text", NOT_EXAMPLES)
def test_other_news(text: str) -> None:
    assert not is_relevant(Article("1", text))


def test_no_article_of_the_corpus_that_states_facts_is_lost() -> None:
    facts = {}
    for line in (CORPUS / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        facts[record["id"]] = record["facts"]
    articles = map(json.loads, (CORPUS / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    lost = [one["id"] for one in articles if facts[one["id"]] and not is_relevant(article_from_record(one))]
    assert lost == []
