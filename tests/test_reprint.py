"""Reprints: the same text with another beginning or end, and never this month's figures in last month's words."""

import random

import pytest

from extract.model import Article
from extract.reprint import EXAMPLES, NOT_EXAMPLES, SHARED, TEXT, first_told, is_reprint, shingles, sketch

WORDS = ["завод", "рынок", "экспорт", "область", "министр", "товар", "проект", "встреча", "договор", "регион"]


@pytest.mark.parametrize("one, other", EXAMPLES)
def test_a_text_told_again(one: str, other: str) -> None:
    assert is_reprint(one, other) and is_reprint(other, one)


@pytest.mark.parametrize("one, other", EXAMPLES)
def test_a_text_told_again_is_found_by_its_sketch(one: str, other: str) -> None:
    assert len(set(sketch(one)) & set(sketch(other))) >= SHARED


@pytest.mark.parametrize("one, other", NOT_EXAMPLES)
def test_a_text_of_its_own(one: str, other: str) -> None:
    assert not is_reprint(one, other)


def test_half_of_a_long_text_is_found_by_its_sketch() -> None:
    choose = random.Random(7)
    whole = [choose.choice(WORDS) + str(choose.randrange(50)) for _ in range(400)]
    assert len(set(sketch(" ".join(whole))) & set(sketch(" ".join(whole[200:])))) >= SHARED


def test_the_first_source_is_the_first_that_tells_the_text() -> None:
    others = [Article("a", "Другой текст."), Article("b", TEXT), Article("c", "АСТАНА. " + TEXT)]
    assert first_told(Article("d", TEXT), others) is others[1]
    assert first_told(Article("b", TEXT), others[:2]) is None


def test_hashes_are_the_same_everywhere() -> None:
    assert shingles("один два три четыре") == {9129098327233902746}
    assert shingles("ОДИН, два – три четыре!") == shingles("один два три четыре")
