"""Titles in English and Kazakh sentences, given in Russian, and who holds them."""

import pytest

from extract.document import read_document
from extract.languages import tagger_for
from extract.model import Article, Language
from extract.people import english_posts, kazakh_posts
from extract.people.foreign_posts import attach_foreign_posts


def people_of(text: str, language: Language) -> list[tuple[str, str | None]]:
    document = read_document(Article(id="a", text=text, language=language, published="2024-05-20"))
    assert document is not None
    found = [mention.person for sentence in document.sentences for mention in sentence.people if mention.person.name]
    return [(person.name, person.role) for person in found]


def titles(text: str, language: Language) -> list[str | None]:
    [tagged] = tagger_for(language).tag([(0, text)])
    return [mention.person.role for mention in attach_foreign_posts(text, tagged, (), language)]


@pytest.mark.parametrize("text, expected", english_posts.EXAMPLES.items())
def test_english_titles(text: str, expected: str) -> None:
    assert titles(text, "en") == [expected]


@pytest.mark.parametrize("text, expected", kazakh_posts.EXAMPLES.items())
def test_kazakh_titles(text: str, expected: str) -> None:
    assert titles(text, "kk") == [expected]


@pytest.mark.parametrize("text, language", [("The plant opened in May.", "en"), ("Зауыт мамырда ашылды.", "kk")])
def test_a_sentence_without_people(text: str, language: Language) -> None:
    assert titles(text, language) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Kazakh Prime Minister Olzhas Bektenov opened the plant.",
            [("Олжас Бектенов", "премьер-министр Казахстана")],
        ),
        (
            "Deputy Prime Minister – Minister of National Economy Serik Zhumangarin spoke.",
            [("Серик Жумангарин", "заместитель премьер-министра — министр национальной экономики")],
        ),
        (
            "Murat Nurtleu, Deputy Prime Minister and Minister of Foreign Affairs of Kazakhstan, spoke.",
            [("Мурат Нуртлеу", "заместитель премьер-министра — министр иностранных дел Казахстана")],
        ),
        (
            "President of Tatarstan Rustam Minnikhanov arrived. The head of state visited a plant.",
            [("Рустам Минниханов", "президент Татарстана"), ("Рустам Минниханов", "президент Татарстана")],
        ),
        (
            "Uzbek President Shavkat Mirziyoyev met his Kyrgyz counterpart Sadyr Japarov.",
            [("Шавкат Мирзиёев", "президент Узбекистана"), ("Садыр Жапаров", "президент Кыргызстана")],
        ),
        (
            "Yerlan Akkenzhenov, who is Minister of Energy of Kazakhstan, visited Baku.",
            [("Ерлан Аккенженов", "министр энергетики Казахстана")],
        ),
        (
            "Foreign ministers Bakhtiyor Saidov and Annalena Baerbock talked.",
            [("Бахтиёр Саидов", "министр иностранных дел"), ("Анналена Бербок", "министр иностранных дел")],
        ),
    ],
)
def test_english_holders(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert people_of(text, "en") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Қазақстан Премьер-Министрі Олжас Бектенов зауытты ашты.",
            [("Олжас Бектенов", "премьер-министр Казахстана")],
        ),
        (
            "Тоқаев Өзбекстан Президенті Шавкат Мирзиёевті қабылдады.",
            [("Шавкат Мирзиёев", "президент Узбекистана")],
        ),
        (
            "Мемлекет басшысы Қасым-Жомарт Тоқаев Әзербайжан Президенті Ильхам Әлиевпен кездесті.",
            [("Касым-Жомарт Токаев", "президент Казахстана"), ("Ильхам Алиев", "президент Азербайджана")],
        ),
        (
            "Премьер-Министрдің орынбасары – Сауда және интеграция министрі Серік Жұманғарин сөйледі.",
            [("Серик Жумангарин", "заместитель премьер-министра — министр торговли и интеграции")],
        ),
        (
            "Қостанай облысының әкімі Құмар Ақсақалов зауытты аралады. Әкім тапсырма берді.",
            [("Кумар Аксакалов", "аким Костанайской области"), ("Кумар Аксакалов", "аким Костанайской области")],
        ),
    ],
)
def test_kazakh_holders(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = people_of(text, "kk")
    assert [pair for pair in found if pair in expected] == expected
