"""Meetings: who, when and where."""

from typing import Any

import pytest

from extract.document import read_document
from extract.examples import Example
from extract.explain import Dropped
from extract.facts.meeting import find_meetings
from extract.model import Article, Found
from extract.records import found_to_record


def read(example: Example) -> list[Found | Dropped]:
    article = Article("1", example.text, published=example.published, language=example.language or "ru")
    document = read_document(article)
    assert document is not None
    return list(find_meetings(document))


def records(example: Example) -> list[dict[str, Any]]:
    return [found_to_record(one) for one in read(example) if isinstance(one, Found)]


def meeting(text: str, published: str | None = "2024-05-20") -> dict[str, Any]:
    [only] = records(Example(text, published=published))
    return only


TALKS = "Раис Татарстана Рустам Минниханов {} встретился с президентом Узбекистана Шавкатом Мирзиёевым."


@pytest.mark.parametrize(
    "when, published, date",
    [
        ("сегодня", "2024-05-20", "2024-05-20"),
        ("вчера", "2024-05-20", "2024-05-19"),
        ("17 мая", "2024-05-20", "2024-05-17"),
        ("сегодня", None, None),
        ("", "2024-05-20", None),
    ],
)
def test_day_is_what_the_text_says_of_it(when: str, published: str | None, date: str | None) -> None:
    assert meeting(TALKS.format(when), published)["date"] == date


def test_dateline_is_neither_place_nor_day() -> None:
    found = meeting("КАЗАНЬ, 17 мая. " + TALKS.format("накануне саммита"))
    assert (found["place"], found["date"]) == (None, None)


def test_same_day_takes_the_day_named_before() -> None:
    found = meeting("Казань, 17 мая 2024 г. – Груз доставлен. В тот же день " + TALKS.format(""))
    assert found["date"] == "2024-05-17"


def test_headline_and_body_are_one_meeting_shown_by_the_body() -> None:
    text = "Минниханов встретился с Мирзиёевым\n" + TALKS.format("в Казани") + " Говорили о нефтехимии."
    [only] = [one for one in read(Example(text)) if isinstance(one, Found)]
    assert only.evidence[0].quote.startswith("Раис")
    assert len(records(Example(text))[0]["people"]) == 2


def test_place_and_day_may_follow() -> None:
    found = meeting(TALKS.format("") + " Переговоры прошли 17 мая в Казани.")
    assert (found["place"], found["date"]) == ("Казань", "2024-05-17")


@pytest.mark.parametrize(
    "text, reason",
    [
        ("Встреча президентов Касым-Жомарта Токаева и Шавката Мирзиёева отменена.", "did not take place"),
        ("Встреча президентов Касым-Жомарта Токаева и Шавката Мирзиёева намечена на май.", "still to come"),
        ("Президент Касым-Жомарт Токаев встретился с жителями Рудного.", "no talks of two sides"),
        ("Президент Касым-Жомарт Токаев провел переговоры с инвесторами.", "the other side is not named"),
    ],
)
def test_what_is_refused_says_why(text: str, reason: str) -> None:
    assert [one.reason for one in read(Example(text)) if isinstance(one, Dropped)] == [reason]


def test_talks_by_telephone_have_no_place() -> None:
    text = "Президент Казахстана Касым-Жомарт Токаев провел телефонный разговор с президентом Узбекистана Шавкатом "
    assert meeting(text + "Мирзиёевым. Лидеры вспомнили, что обсудили в Самарканде.")["place"] is None


def test_a_question_is_no_meeting() -> None:
    assert records(Example("Когда президенты Касым-Жомарт Токаев и Шавкат Мирзиёев встретились?")) == []
