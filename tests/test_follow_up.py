"""Questions that lean on the one before them, in three languages; and those that do not."""

from datetime import date
from typing import Any

import pytest

from extract.model import Period
from extract.query import Query
from extract.question import TURN, read_question

TODAY = date(2026, 2, 6)
YEAR = Period("2022", "2022")


def talked(*lines: str) -> Query:
    return read_question(TURN.join(lines), "ru", TODAY)


@pytest.mark.parametrize(
    ("before", "then", "expected"),
    [
        ("товарооборот с Турцией", "а за 2022?", {"kinds": ("trade",), "parties": ("Турция",), "period": YEAR}),
        ("товарооборот с Турцией", "2022", {"parties": ("Турция",), "period": YEAR}),
        ("товарооборот с Турцией за 2022", "а с Китаем?", {"parties": ("Китай",), "period": YEAR}),
        ("товарооборот с Турцией за 2022", "Китай?", {"parties": ("Китай",), "period": YEAR}),
        ("товарооборот Казахстана с Турцией", "а с Китаем?", {"parties": ("Казахстан", "Китай")}),
        ("товарооборот с Турцией за 2022", "а экспорт?", {"flow": "export", "parties": ("Турция",), "period": YEAR}),
        ("проекты в Костанае", "и в Атырау?", {"kinds": ("project",), "places": ("Атырау",), "parties": ()}),
        ("проекты в Костанае", "а в Узбекистане?", {"kinds": ("project",), "places": ("Узбекистан",)}),
        ("проекты в Костанае", "а запущенные?", {"places": ("Костанай",), "stages": ("launched", "operating")}),
        ("проекты в Костанае", "а самый дорогой?", {"places": ("Костанай",), "order": "largest"}),
        ("проекты Китая в Костанае", "а в Атырау?", {"places": ("Атырау",), "parties": ("Китай",)}),
        ("стоимость проекта Бутадиен", "а мощность?", {"slot": "capacity", "words": ("бутадиен",)}),
        ("с кем встречался Бектенов", "а Смаилов?", {"kinds": ("meeting",), "people": ("смаилов",)}),
        ("проекты в Узбекистане", "а товарооборот?", {"kinds": ("trade",), "parties": ("Узбекистан",), "places": ()}),
        ("товарооборот с Узбекистаном", "а соглашения?", {"kinds": ("agreement",), "parties": ("Узбекистан",)}),
        ("trade with Turkey", "and Uzbekistan?", {"language": "en", "parties": ("Узбекистан",)}),
        ("projects in Kostanay", "what about Atyrau", {"language": "en", "places": ("Атырау",)}),
        ("Түркиямен тауар айналымы", "ал 2022 жылы?", {"language": "kk", "parties": ("Турция",), "period": YEAR}),
        ("Қостанайдағы жобалар", "ал Атырауда ше?", {"language": "kk", "places": ("Атырау",)}),
        ("проекты в Костанае", "а в Нарнии?", {"places": (), "words": ("нарнии",)}),
        ("товарооборот с Турцией", "and for 2022?", {"language": "en", "parties": ("Турция",), "period": YEAR}),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_replace(before: str, then: str, expected: dict[str, Any]) -> None:
    query = talked(before, then)
    assert query.joined
    assert {name: getattr(query, name) for name in expected} == expected


def test_a_conversation_is_followed_over_several_questions() -> None:
    query = talked("товарооборот с Турцией", "а за 2022?", "а экспорт?", "а с Китаем?")
    assert (query.parties, query.flow, query.period) == (("Китай",), "export", YEAR)
    assert query.text == TURN.join(["товарооборот с Турцией", "а за 2022?", "а экспорт?", "а с Китаем?"])


def test_a_long_conversation_keeps_its_first_question_and_the_last_ones() -> None:
    query = talked("товарооборот с Турцией", *(f"а за {year}?" for year in range(2010, 2023)))
    assert query.text.split(TURN)[0] == "товарооборот с Турцией"
    assert len(query.text.split(TURN)) == 6 and query.period == YEAR


@pytest.mark.parametrize(
    "then",
    [
        "проекты в Атырау",
        "Атырау",
        "Бектенов",
        "а какая погода?",
        "спасибо",
        "а почему?",
        "шинный завод",
        "привет",
        "и",
    ],
)
def test_what_stands_on_its_own_is_not_joined(then: str) -> None:
    query = talked("проекты в Костанае", then)
    assert not query.joined
    assert query == read_question(then, "ru", TODAY)
