"""Agreements: signed or not, by whom, for how much."""

from typing import Any

import pytest

from extract.document import read_document
from extract.examples import Example
from extract.explain import Dropped
from extract.facts.agreement import find_agreements
from extract.model import Article, Found
from extract.records import found_to_record


def read(example: Example) -> list[Found | Dropped]:
    article = Article("1", example.text, published=example.published, language=example.language or "ru")
    document = read_document(article)
    assert document is not None
    return list(find_agreements(document))


def records(example: Example) -> list[dict[str, Any]]:
    return [found_to_record(one) for one in read(example) if isinstance(one, Found)]


@pytest.mark.parametrize(
    "text, signed",
    [
        ("Казахстан и Сербия подписали договор о торговле.", True),
        ("Казахстан и Сербия подпишут договор о торговле.", False),
        ("Договор о торговле будет подписан Казахстаном и Сербией.", False),
        ("Казахстан и Сербия встречаются, чтобы подписать договор о торговле.", False),
    ],
)
def test_signed_or_not(text: str, signed: bool) -> None:
    [only] = records(Example(text))
    assert only["signed"] is signed


def test_source_of_the_news_is_no_party() -> None:
    [only] = records(Example("Казахстан и Сербия подписали меморандум о торговле, передает агентство «Кабар»."))
    assert only["parties"] == ["Казахстан", "Сербия"]


def test_document_named_again_is_one_agreement() -> None:
    text = "Казахстан и Сербия подписали меморандум о торговле. Документ подписан 14 мая 2024 года."
    [only] = records(Example(text))
    assert only["name"] == "меморандум о торговле"


def test_cost_of_a_project_is_no_sum_of_the_agreement() -> None:
    [only] = records(Example("Казахстан и Китай подписали соглашение: завод потребует 2 млрд долларов."))
    assert only["amount"] is None


@pytest.mark.parametrize(
    "text, reason",
    [
        ("Казахстан и Сербия так и не подписали соглашение о торговле.", "not signed"),
        ("Казахстан и Сербия заключили несколько договоров.", "no document in particular"),
        ("Подписан меморандум.", "the parties are not named"),
    ],
)
def test_what_is_refused_says_why(text: str, reason: str) -> None:
    assert [one.reason for one in read(Example(text)) if isinstance(one, Dropped)] == [reason]
