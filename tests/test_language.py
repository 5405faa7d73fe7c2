"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import language
from extract.language import detect_language
from extract.model import LANGUAGES


@pytest.mark.parametrize("text, expected", language.EXAMPLES.items())
def test_examples(text: str, expected: str) -> None:
    assert detect_language(text) == expected


@pytest.mark.parametrize("text", language.NOT_EXAMPLES)
def test_other_languages(text: str) -> None:
    assert detect_language(text) is None


def test_foreign_names_do_not_change_the_language() -> None:
    assert (
        detect_language("Компании Hyundai Engineering и KazMunayGas подписали меморандум с Samruk-Kazyna Invest")
        == "ru"
    )
    assert detect_language("The plant of ТОО «Тракторный двор» was opened in Kostanay") == "en"


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert detect_language(text) in (None, *LANGUAGES)


def test_a_long_text_has_its_language() -> None:
    assert detect_language("Завод запущен в области. " * 100_000) == "ru"
