"""Questions as queries."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.data import load
from extract.model import LANGUAGES
from extract.names.parties import is_party
from extract.query import Bound, Query
from extract.question import TURN, read_question
from extract.question.examples import EXAMPLES, NOT_EXAMPLES
from extract.question.keyboard import TO_LATIN, kazakh_letters, russian_letters
from extract.question.mending import mend
from extract.question.spelling import mended

TODAY = date(2024, 5, 20)


def shown(query: Query, field: str) -> Any:
    value = getattr(query, field)
    if isinstance(value, Bound):
        upper = f" {value.upper}" if value.upper else ""
        return f"{value.slot} {value.relation} {value.value} {value.currency}{upper}"
    return str(value) if field == "period" and value else value


@pytest.mark.parametrize("question, expected", EXAMPLES.items())
def test_examples(question: str, expected: dict[str, Any]) -> None:
    query = read_question(question, today=TODAY)
    assert {field: shown(query, field) for field in expected} == expected


@pytest.mark.parametrize("question, subject", NOT_EXAMPLES.items())
def test_subjects_outside_the_product(question: str, subject: str) -> None:
    query = read_question(question)
    assert query.outside == subject and query.kinds == ()


@pytest.mark.parametrize("question", ["завод в Астане и погода", "товарооборот по курсу доллара", "проекты в спорте"])
def test_nothing_is_outside_where_something_inside_is_asked(question: str) -> None:
    assert read_question(question).outside is None


def test_the_text_is_kept_as_typed() -> None:
    assert read_question("ghjtrns d rjcnfyft").text == "ghjtrns d rjcnfyft"


@pytest.mark.parametrize(
    "question, preferred, expected",
    [
        ("Haier", "kk", "kk"),
        ("Haier", None, "en"),
        ("Татнефть", "kk", "kk"),
        ("Татнефть", "en", "ru"),
        ("проекты Haier", "en", "ru"),
        ("projects in Almaty", "ru", "en"),
        ("Алматыдағы зауыт", "ru", "kk"),
        ("покажи projects in Karaganda region", None, "en"),
    ],
)
def test_language_of_the_answer(question: str, preferred: Any, expected: str) -> None:
    assert read_question(question, preferred).language == expected


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("тавараоборот", "товарооборот"),
        ("татарстн", "татарстан"),
        ("узбикистаном", "узбекистаном"),
        ("инвестицыи", "инвестиции"),
        ("turnovr", "turnover"),
        ("kizilorda", "kyzylorda"),
        ("пакистанам", "пакистаном"),
        ("шиный", "шинный"),
        ("сколко", "сколько"),
    ],
)
def test_typos(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "word", ["Туркестан", "Туркменистан", "Смаилов", "Жапаров", "Иванов", "Masdar", "хлопок", "мәселе", "Haier", "банк"]
)
def test_no_typos(word: str) -> None:
    assert mended(word) is None


@pytest.mark.parametrize(
    "text", ["projects in Kostanay", "Fufeng Group", "cement plants", "2010", "KamLitKZ", "Жапаров"]
)
def test_nothing_to_mend(text: str) -> None:
    assert not mend(text).changed


def test_letters() -> None:
    assert [russian_letters(word) for word in ("shinnyi", "vstrechi", "soglasheniya")] == [
        "шинный",
        "встречи",
        "соглашения",
    ]
    assert kazakh_letters("jobalary") == "жобалары"


@pytest.mark.parametrize("question", ["проекты в костанае", "товарооборот с китаем", "встречи токаева"])
def test_any_russian_question_may_be_typed_in_the_latin_layout(question: str) -> None:
    typed = question.translate(TO_LATIN)
    assert read_question(typed).read_as == question


def test_parties_are_parties() -> None:
    for question in EXAMPLES:
        assert all(is_party(party) for party in read_question(question).parties)


def test_every_table_of_words_has_three_languages() -> None:
    tables = load("questions")
    missing = [
        (table, key, language)
        for table, keys in tables.items()
        for key, listed in keys.items()
        for language in LANGUAGES
        if not listed.get(language)
    ]
    assert missing == []


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_characters=TURN)), st.sampled_from([None, "ru", "kk", "en"]), st.none() | st.dates()
)
def test_any_text_is_read(question: str, language: Any, today: date | None) -> None:
    query = read_question(question, language, today)
    assert query.text == question and query.language in LANGUAGES


PIECES = (
    "проекты в 2021 больше 5 млрд $ % - , за последние лет c rjcnfyft zavod Казахстан мен 1000-нан көп топ-3 ҚР 9999-12"
)
WORDS = st.sampled_from(PIECES.split(" "))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=10).map(" ".join), st.none() | st.dates())
def test_any_row_of_words_is_read(question: str, today: date | None) -> None:
    read_question(question, today=today)


@pytest.mark.parametrize("piece", ["проекты ", "ghjtrns ", "а", "ж-", "1", "товарообрт ", "qwrtp", "\u0301", "1 млрд "])
def test_long_questions_are_read_from_their_start(piece: str) -> None:
    question = piece * (10_000 // len(piece))
    assert read_question(question).kinds == read_question(question[:600]).kinds
