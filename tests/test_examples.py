"""Examples stand beside the rules of every kind of fact; each states exactly what is expected of it, slot by slot."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from extract.document import Document, read_document
from extract.examples import Example
from extract.explain import Dropped
from extract.facts import FINDERS, agreement, investment, meeting, project, role, statement, trade
from extract.model import Article, Found
from extract.records import found_to_record

Finder = Callable[[Document], Iterator[Found | Dropped]]

KINDS: tuple[tuple[Finder, Sequence[Example], Sequence[Example | str]], ...] = (
    (trade.find_trades, trade.EXAMPLES, trade.NOT_EXAMPLES),
    (project.find_projects, project.EXAMPLES, project.NOT_EXAMPLES),
    (meeting.find_meetings, meeting.EXAMPLES, meeting.NOT_EXAMPLES),
    (agreement.find_agreements, agreement.EXAMPLES, agreement.NOT_EXAMPLES),
    (investment.find_investments, investment.EXAMPLES, investment.NOT_EXAMPLES),
    (statement.find_statements, statement.EXAMPLES, statement.NOT_EXAMPLES),
    (role.find_roles, role.EXAMPLES, role.NOT_EXAMPLES),
)


def each(place: int) -> list[Any]:
    """Every example of every kind with its finder; `place` is 1 for those that state facts, 2 for the others."""
    return [
        pytest.param(kind[0], one if isinstance(one, Example) else Example(one), id=f"{kind[0].__name__}-{number}")
        for kind in KINDS
        for number, one in enumerate(kind[place])
    ]


def facts_of(find: Finder, example: Example) -> list[Found]:
    article = Article("1", example.text, published=example.published, language=example.language)
    document = read_document(article)
    assert document is not None
    return [one for one in find(document) if isinstance(one, Found)]


def test_every_kind_has_examples_and_counter_examples() -> None:
    assert {find for find, _, _ in KINDS} == set(FINDERS)
    assert all(examples and counter_examples for _, examples, counter_examples in KINDS)


@pytest.mark.parametrize("find, example", each(1))
def test_an_example_states_its_facts(find: Finder, example: Example) -> None:
    records = [found_to_record(one) for one in facts_of(find, example)]
    assert len(records) == len(example.facts), records
    shaped = [{slot: record[slot] for slot in fact} for record, fact in zip(records, example.facts, strict=True)]
    assert shaped == list(example.facts)


@pytest.mark.parametrize("find, example", each(1))
def test_its_evidence_stands_in_the_text(find: Finder, example: Example) -> None:
    pieces = [piece for one in facts_of(find, example) for piece in one.evidence]
    assert pieces
    assert [example.text[piece.span.start : piece.span.stop] for piece in pieces] == [piece.quote for piece in pieces]


@pytest.mark.parametrize("find, example", each(2))
def test_a_counter_example_states_nothing(find: Finder, example: Example) -> None:
    assert facts_of(find, example) == []
