"""Which sentences tell of talks: phrases beyond "встретился с"."""

import pytest

from extract.document import read_document
from extract.facts.meeting import find_meetings
from extract.model import Article, Found, Language, Meeting

HELD: list[tuple[Language, str]] = [
    (
        "ru",
        "Прошли переговоры Касым-Жомарта Токаева и находящегося в Астане с визитом президента Кыргызстана "
        "Садыра Жапарова.",
    ),
    ("ru", "Президент Казахстана Касым-Жомарт Токаев побывал у президента Кыргызстана Садыра Жапарова."),
    ("ru", "Президент Кыргызстана Садыр Жапаров прилетел утром. Его принял президент Казахстана Касым-Жомарт Токаев."),
    (
        "ru",
        "Церемонии предшествовала беседа президента Казахстана Касым-Жомарта Токаева с президентом Кыргызстана "
        "Садыром Жапаровым.",
    ),
    (
        "ru",
        "Президент Казахстана Касым-Жомарт Токаев показал завод президенту Кыргызстана Садыру Жапарову "
        "и на встрече с ним говорил о воде.",
    ),
]


def people(text: str, language: Language) -> list[set[str]]:
    document = read_document(Article(id="1", text=text, published="2024-05-20", language=language))
    assert document is not None
    facts = [one.fact for one in find_meetings(document) if isinstance(one, Found)]
    return [{person.name for person in fact.people} for fact in facts if isinstance(fact, Meeting)]


@pytest.mark.parametrize(("language", "text"), HELD)
def test_talks_that_were_held(language: Language, text: str) -> None:
    assert people(text, language) == [{"Касым-Жомарт Токаев", "Садыр Жапаров"}]


@pytest.mark.parametrize(
    "text",
    [
        "Президенту Кыргызстана Садыру Жапарову предстоит разговор с президентом Казахстана Касым-Жомартом Токаевым, "
        "затем заседание комиссии с участием делегаций.",
        "Полиция задержала Садыра Жапарова, который возглавлял хокимият Термеза.",
    ],
)
def test_no_talks(text: str) -> None:
    assert people(text, "ru") == []
