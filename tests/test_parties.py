"""Parties, by name, abbreviation and nationality; sectors."""

import pytest

from extract.names import parties, sectors
from extract.names.parties import find_parties, is_party
from extract.names.sectors import find_sectors, sector_words


def names(text: str, caseless: bool = False) -> list[str]:
    return [party for _, party in find_parties(text, caseless=caseless)]


@pytest.mark.parametrize("text, expected", parties.EXAMPLES.items())
def test_examples(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", parties.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "question, expected",
    [
        ("товарооборот казахстана и татарстана", ["Казахстан", "Татарстан"]),
        ("башкирия и казахстан", ["Башкортостан", "Казахстан"]),
        ("торговля рф и кнр", ["Россия", "Китай"]),
        ("kazakhstan–canada trade turnover", ["Казахстан", "Канада"]),
        ("german investment in uzbekistan", ["Германия", "Узбекистан"]),
        ("бқо-да қытай инвесторларымен қанша жоба бар", ["Китай"]),
        ("қазақстан корея саудасы", ["Казахстан", "Южная Корея"]),
        ("погода в астане", []),
    ],
)
def test_questions_need_no_capitals(question: str, expected: list[str]) -> None:
    assert names(question, caseless=True) == expected


def test_what_is_a_party() -> None:
    assert is_party("Татарстан") and is_party("Казахстан") and is_party("Евразийский экономический союз")
    assert not is_party("Костанайская область") and not is_party("Алматы")


@pytest.mark.parametrize("text, expected", sectors.EXAMPLES.items())
def test_sectors(text: str, expected: list[str]) -> None:
    assert list(find_sectors(text)) == expected


@pytest.mark.parametrize("text", sectors.NOT_EXAMPLES)
def test_no_sectors(text: str) -> None:
    assert find_sectors(text) == ()


@pytest.mark.parametrize(
    "text, words",
    [
        ("жел электр станциялары", {"жел", "электр"}),
        ("wind farms in Kazakhstan", {"wind", "farms"}),
        ("проекты в нефтехимии", {"нефтехимии"}),
        ("визит делегации", set()),
    ],
)
def test_words_that_name_a_sector(text: str, words: set[str]) -> None:
    assert sector_words(text) == words
