"""Forms of one word share a stem, and the things of the data are found by any of their words."""

import pytest

from extract.data import load
from extract.words.inflect import fold
from extract.words.stems import EXAMPLES, NOT_EXAMPLES, content_words, stem, stems_of, thing_of


@pytest.mark.parametrize(("one", "other"), EXAMPLES.items())
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(("one", "other"), NOT_EXAMPLES.items())
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize("form", ["зауыттың", "зауыттарға", "зауытта", "зауыты"])
def test_kazakh_suffixes(form: str) -> None:
    assert "зауыт" in stems_of(fold(form))


@pytest.mark.parametrize("word", ["шинный", "шин", "шиналар", "tyres", "tire"])
def test_a_thing_goes_by_words_of_three_languages(word: str) -> None:
    assert thing_of(fold(word)) == "шина"


@pytest.mark.parametrize("word", ["министр", "сотрудничество", "meeting"])
def test_most_words_are_no_thing(word: str) -> None:
    assert thing_of(fold(word)) is None


def test_content_words_leave_out_what_says_nothing() -> None:
    assert list(content_words("Более 70 000 тонн чугуна и стали в год, the plant")) == [
        "тонн",
        "чугуна",
        "стали",
        "plant",
    ]


def test_every_thing_is_found_by_each_of_its_words() -> None:
    lost = [word for words in load("terms")["things"] for word in words if not thing_of(fold(word))]
    assert lost == []
