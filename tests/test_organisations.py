"""Organisations in sentences: their whole names, in the nominative, without quotes and legal forms."""

import pytest

from extract.document import read_document
from extract.model import Article, Language
from extract.names import organisations
from extract.names.organisations import canonical_organisation


def organisations_of(text: str) -> list[str]:
    language: Language = "en" if text.isascii() else "ru"
    document = read_document(Article(id="a", text=text, language=language))
    assert document is not None
    return [name for sentence in document.sentences for _, name in sentence.organisations]


@pytest.mark.parametrize("text, expected", organisations.EXAMPLES.items())
def test_examples(text: str, expected: list[str]) -> None:
    assert organisations_of(text) == expected


@pytest.mark.parametrize("text", organisations.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert organisations_of(text) == []


@pytest.mark.parametrize(
    "written, canonical",
    [
        ("ПАО «КамАЗ»", "КАМАЗ"),
        ("АО «НК «КазМунайГаз»", "КазМунайГаз"),
        ("Татнефтью", "Татнефть"),
        ("Eurasian Development Bank (EDB)", "ЕАБР"),
        ("Азиатский банк инфраструктурных инвестиций (AIIB)", "Азиатский банк инфраструктурных инвестиций"),
        ("Green Capital Kazakhstan LLP", "Green Capital Kazakhstan"),
    ],
)
def test_a_name_has_one_spelling(written: str, canonical: str) -> None:
    assert canonical_organisation(written) == canonical
