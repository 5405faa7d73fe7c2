"""Facts survive the way into the JSON contract and back; bad records are named."""

import json
from decimal import Decimal

import pytest

from extract.model import (
    Agreement,
    Evidence,
    Fact,
    Found,
    Investment,
    Meeting,
    Mention,
    Money,
    Period,
    Person,
    Project,
    Quantity,
    Role,
    Span,
    Statement,
    Trade,
)
from extract.records import (
    BadArticle,
    article_from_record,
    evidence_to_record,
    fact_from_record,
    fact_to_record,
    found_to_record,
    mention_to_record,
)

FACTS: list[Fact] = [
    Trade(
        parties=("Казахстан", "Татарстан"),
        amount=Money(Decimal(423_300_000), "USD"),
        growth_pct=Decimal("-1.4"),
        period=Period("2021-01", "2021-11"),
    ),
    Trade(parties=("Беларусь", "Татарстан"), amount=Money(Decimal(15), "USD", "up_to", Decimal(20)), status="target"),
    Project(
        name="шинный завод",
        places=("Сарань", "Карагандинская область"),
        stage="under_construction",
        capacities=(Quantity(Decimal("3.5"), "шина", "year", "over", Decimal(9)),),
        cost=Money(Decimal("78.16"), "KZT", "about"),
        jobs=1100,
        start=2021,
        end=2022,
        participants=("Татнефть",),
        sector="автопром",
    ),
    Project(name="совместные проекты", count=84),
    Meeting(people=(Person("Олжас Бектенов", "премьер-министр Казахстана"),), place="Астана", topics=("торговля",)),
    Agreement(name="меморандум", form="memorandum", parties=("А", "Б"), signed=False, date="2024-05"),
    Investment(
        source=("Россия",), target=("Казахстан",), amount=Money(Decimal(1), "EUR"), period=Period("2021", "2021")
    ),
    Statement(person="Алихан Смаилов", quote="Мы братья"),
    Role(person="Алихан Смаилов", position="премьер-министр", organisation="Правительство"),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.kind)
def test_a_fact_comes_back_from_json_as_it_was(fact: Fact) -> None:
    assert fact_from_record(json.loads(json.dumps(fact_to_record(fact)))) == fact


def test_a_trade_has_the_fields_of_the_contract() -> None:
    assert fact_to_record(FACTS[0]) == {
        "kind": "trade",
        "parties": ["Казахстан", "Татарстан"],
        "flow": "turnover",
        "amount": 423_300_000,
        "currency": "USD",
        "qualifier": "exact",
        "growth_pct": -1.4,
        "period": "2021-01/2021-11",
        "status": "actual",
    }


def test_evidence_says_where_it_stands() -> None:
    evidence = Evidence(Span(0, 4), "Рост", "trade.level", ("amount",), "title")
    assert evidence_to_record(evidence) == {
        "start": 0,
        "stop": 4,
        "quote": "Рост",
        "rule": "trade.level",
        "slots": ["amount"],
        "in": "title",
    }
    record = found_to_record(Found(FACTS[0], (evidence,), 0.87654))
    assert record["confidence"] == 0.877 and len(record["evidence"]) == 1


def test_a_mention_gives_its_value_in_plain_units() -> None:
    mention = Mention("money", Span(3, 9), Money(Decimal(5), "USD"))
    assert mention_to_record(mention) == {
        "type": "money",
        "start": 3,
        "stop": 9,
        "value": {"amount": 5, "currency": "USD", "qualifier": "exact"},
    }


def test_an_article_keeps_what_its_record_says() -> None:
    record = {"id": "1", "url": "https://a.example/1", "published": "2022-01-24", "language": "ru", "text": "Текст"}
    article = article_from_record(record)
    assert {field: getattr(article, field) for field in record} == record
    assert (article.title, article.sample) == (None, False)


@pytest.mark.parametrize(
    "published, read",
    [("2022-01-24T10:00:00+06:00", "2022-01-24"), ("2022-01", "2022-01"), ("2022", "2022"), ("", None)],
)
def test_a_publication_date_is_as_precise_as_given(published: str, read: str | None) -> None:
    assert article_from_record({"id": 1, "text": "Текст", "published": published}).published == read


@pytest.mark.parametrize(
    "record, field",
    [
        ([], "object"),
        ({"text": "Текст"}, "id"),
        ({"id": True, "text": "Текст"}, "id"),
        ({"id": "1"}, "text"),
        ({"id": "1", "text": " "}, "text"),
        ({"id": "1", "text": "Тек\x00ст"}, "control character U\\+0000 in text at character 4"),
        ({"id": "1", "text": "Текст", "published": "24.01.2022"}, "published"),
        ({"id": "1", "text": "Текст", "published": "2022-13"}, "published"),
        ({"id": "1", "text": "Текст", "published": "2022-02-30"}, "published"),
        ({"id": "1", "text": "Текст", "url": 5}, "url"),
        ({"id": "1", "text": "Текст", "language": "de"}, "language"),
    ],
)
def test_a_bad_record_is_told_by_its_field(record: object, field: str) -> None:
    with pytest.raises(BadArticle, match=field):
        article_from_record(record)


def test_a_lone_surrogate_keeps_the_spans() -> None:
    assert article_from_record({"id": "1", "text": "a\ud800b"}).text == "a\ufffdb"
