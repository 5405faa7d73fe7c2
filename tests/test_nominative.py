"""Russian noun phrases in the nominative."""

import pytest

from extract.languages import tagger_for
from extract.words import nominative


@pytest.mark.parametrize("text, expected", nominative.EXAMPLES.items())
def test_examples(text: str, expected: str) -> None:
    [tagged] = tagger_for("ru").tag([(0, text)])
    assert nominative.nominative(tagged.tokens) == expected


@pytest.mark.parametrize(
    "lemma, gender, expected",
    [
        ("торговый", "Fem", "торговая"),
        ("технический", "Neut", "техническое"),
        ("последний", "Fem", "последняя"),
        ("общий", "Neut", "общее"),
    ],
)
def test_adjectives_agree(lemma: str, gender: str, expected: str) -> None:
    assert nominative.adjective_form(lemma, gender) == expected


@pytest.mark.parametrize(
    "lemma, expected", [("связь", "связи"), ("отрасль", "отрасли"), ("дело", "дела"), ("завод", "заводы")]
)
def test_plurals(lemma: str, expected: str) -> None:
    assert nominative.plural_noun(lemma) == expected
