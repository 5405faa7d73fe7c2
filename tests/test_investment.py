"""Investments: the examples beside the rule, and what it leaves out."""

from typing import Any

import pytest

from extract.document import read_document
from extract.examples import Example
from extract.explain import Dropped
from extract.facts.investment import EXAMPLES, NOT_EXAMPLES, find_investments
from extract.model import Article, Found
from extract.records import found_to_record


def read(example: Example) -> list[Found | Dropped]:
    article = Article("1", example.text, published=example.published, language=example.language or "ru")
    document = read_document(article)
    assert document is not None
    return list(find_investments(document))


def records(example: Example) -> list[dict[str, Any]]:
    return [found_to_record(one) for one in read(example) if isinstance(one, Found)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_examples(example: Example) -> None:
    found = records(example)
    assert [
        {slot: record[slot] for slot in wanted} for record, wanted in zip(found, example.facts, strict=True)
    ] == list(example.facts)


@pytest.mark.parametrize("example", NOT_EXAMPLES, ids=lambda example: example.text[:50])
def test_counter_examples(example: Example) -> None:
    assert records(example) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:50])
def test_evidence_stands_in_the_text(example: Example) -> None:
    for one in read(example):
        if isinstance(one, Found):
            assert one.evidence
            assert all(example.text[piece.span.start : piece.span.stop] == piece.quote for piece in one.evidence)
