"""What a fact can be found by, and how far each key is from what the fact says itself."""

import pytest

from extract.model import Article, Fact, Investment, Role
from storage.mentions import Key, known_organisations, latin, mentions_of, resolve_places
from tests.stored import agreement, article, found, meeting, project, trade

IN_SLOT, IMPLIED, IN_EVIDENCE, IN_ARTICLE = 0, 1, 2, 3
AKIM = ("Кумар Аксакалов", "аким Костанайской области")


def keys(fact: Fact, quote: str = "Это обсудили.", read: Article | None = None) -> dict[Key, int]:
    return mentions_of(found(fact, quote), read or article()).keys


@pytest.mark.parametrize(
    ("fact", "key", "reach"),
    [
        (project("завод", "Рудный"), ("place", "Рудный"), IN_SLOT),
        (project("завод", "Рудный"), ("place", "Костанайская область"), IMPLIED),
        (project("завод", "Рудный"), ("place", "Казахстан"), IMPLIED),
        (project("завод", "Рудный"), ("party", "Казахстан"), IMPLIED),
        (project("завод", "Костанайская область"), ("area", "Костанайская область"), IN_SLOT),
        (project("завод", stage="launched"), ("stage", "launched"), IN_SLOT),
        (project("завод", participants=("КАМАЗ",)), ("organisation", "КАМАЗ"), IN_SLOT),
        (project("завод", participants=("КАМАЗ",)), ("sector", "машиностроение"), IMPLIED),
        (project("завод тракторов"), ("sector", "машиностроение"), IN_SLOT),
        (project("шинный завод"), ("thing", "шина"), IN_SLOT),
        (trade("Казахстан", "Китай", flow="export"), ("flow", "export"), IN_SLOT),
        (trade("Казахстан", "Китай"), ("party", "Китай"), IN_SLOT),
        (trade("Казахстан", "Китай"), ("place", "Китай"), IMPLIED),
        (trade("Казахстан", "Китай"), ("word", "china"), IMPLIED),
        (meeting(AKIM, place="Рудный"), ("person", "Кумар Аксакалов"), IN_SLOT),
        (meeting(AKIM), ("place", "Костанайская область"), IMPLIED),
        (meeting(AKIM), ("party", "Казахстан"), IMPLIED),
        (agreement("меморандум", "Министерство торговли Узбекистана"), ("party", "Узбекистан"), IMPLIED),
        (agreement("меморандум", "Казахстан"), ("signed", "true"), IN_SLOT),
        (agreement("меморандум", "Казахстан"), ("form", "memorandum"), IN_SLOT),
        (Investment(source=("Китай",), target=("Казахстан",)), ("party", "Китай"), IN_SLOT),
        (Role(person="Ли Вэй", position="директор", organisation="Haier"), ("organisation", "Haier"), IN_SLOT),
    ],
)
def test_what_a_fact_says(fact: Fact, key: Key, reach: int) -> None:
    assert keys(fact)[key] == reach


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        (project("завод", "Рудный"), ("area", "Костанайская область")),
        (project("завод", "Рудный", participants=("Китай",)), ("place", "Китай")),
        (trade("Казахстан", "Татарстан"), ("party", "Россия")),
        (trade("Казахстан", "Китай"), ("organisation", "Китай")),
    ],
)
def test_what_a_fact_does_not_say(fact: Fact, key: Key) -> None:
    assert key not in keys(fact)


def test_the_sentence_and_the_article_count_less() -> None:
    read = Article(id="a1", title="Новости хлопка", text="КАМАЗ и китайский инвестор.", language="ru")
    held = keys(project("завод"), "В Рудном с узбекской стороной строят завод тракторов.", read)
    assert held["place", "Рудный"] == IN_EVIDENCE
    assert held["party", "Узбекистан"] == IN_EVIDENCE
    assert held["sector", "машиностроение"] == IN_EVIDENCE
    assert held["word", "трактор"] == IN_EVIDENCE
    assert held["thing", "хлопок"] == IN_ARTICLE
    assert held["party", "Китай"] == IN_ARTICLE
    assert held["organisation", "КАМАЗ"] == IN_ARTICLE


def test_figures_of_trade_take_no_party_from_the_sentence() -> None:
    assert ("party", "Китай") not in keys(trade("Казахстан", "Турция"), "С Турцией, не с Китаем, торговля выросла.")


def test_of_places_that_share_a_name_the_one_that_fits_the_others() -> None:
    town, _ = resolve_places(["Рудный", "Костанайская область"])
    assert town.region == "Костанайская область"
    assert [place.name for place in resolve_places(["Неведомск", "Неведомск"])] == ["Неведомск"]


def test_known_organisations() -> None:
    assert known_organisations("Проект ведут «Татнефть» и ТОО «Ромашка».") == {"Татнефть"}


def test_spellings() -> None:
    assert latin("камаз") == "kamaz"
    spelled = mentions_of(found(project("завод", participants=("КАМАЗ",))), article()).spellings
    assert ("kamaz", ("organisation", "КАМАЗ")) in spelled
