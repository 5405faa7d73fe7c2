"""Whom a post speaks for."""

import pytest

from extract.facts import sides
from extract.facts.sides import opposed, side_of


@pytest.mark.parametrize("role, expected", sides.EXAMPLES.items())
def test_examples(role: str, expected: str) -> None:
    assert side_of(role) == expected


@pytest.mark.parametrize("role", sides.NOT_EXAMPLES)
def test_counter_examples(role: str) -> None:
    assert side_of(role) is None


def test_posts_of_one_country_are_not_opposed() -> None:
    assert opposed("президент Казахстана", "президент Китая")
    assert not opposed("президент Казахстана", "министр торговли Казахстана")
    assert opposed("президент Казахстана", None)
