"""What exists in one language exists in all three."""

from collections import Counter
from typing import get_args

import pytest

from extract.data import load
from extract.model import KINDS, LANGUAGES, Language, Stage, Status
from extract.names.display import display_name
from extract.names.parties import find_parties
from extract.names.places import records
from extract.names.sectors import find_sectors
from extract.words.inflect import fold
from handlers.commands import described
from handlers.locales import keys

UNITS = [record for table in load("units").values() for record in table if isinstance(record, dict)]
NAMED = [
    *records().values(),
    *load("countries")["blocs"],
    *load("sectors")["sectors"],
    *load("currencies")["currencies"],
    *UNITS,
]


def test_every_name_exists_in_three_languages() -> None:
    assert [record for record in NAMED if not all(record.get(language, "").strip() for language in LANGUAGES)] == []


def test_every_text_exists_in_three_languages() -> None:
    assert keys("ru") == keys("kk") == keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_described(language: Language) -> None:
    assert [name for name, text in described(language) if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_stage_and_status_has_a_word(language: Language) -> None:
    texts = keys(language)
    for values in (KINDS, get_args(Stage), get_args(Status)):
        assert [value for value in values if not any(key.endswith(f".{value}") for key in texts)] == []


def test_scripts_fit_their_languages() -> None:
    assert [record["en"] for record in NAMED if any("а" <= letter <= "я" for letter in record["en"].lower())] == []
    assert [record["ru"] for record in NAMED if "ё" in record["ru"].lower()] == []


def test_no_place_is_listed_twice() -> None:
    listed = Counter((place.name, place.kind, place.country) for place in records())
    doubles = [name for name, count in listed.items() if count > 1]
    assert doubles == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sectors_have_stems_in_every_language(language: str) -> None:
    assert [record["ru"] for record in load("sectors")["sectors"] if not record["stems"].get(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sectors_are_found_by_their_own_names(language: str) -> None:
    unknown = [record[language] for record in load("sectors")["sectors"] if not find_sectors(record[language])]
    assert unknown == []


def test_nationalities_belong_to_known_parties() -> None:
    for canonical in load("nationalities")["nationalities"]:
        assert [party for _, party in find_parties(canonical)] == [canonical]


def test_display_names() -> None:
    assert display_name("Костанайская область", "kk") == "Қостанай облысы"
    assert display_name("Китай", "en") == "China"
    assert display_name("машиностроение", "kk") == "машина жасау"
    assert display_name("Неведомск", "en") == "Неведомск"


def test_words_marked_common_are_names_of_their_record() -> None:
    for record in records().values():
        listed = {fold(name) for name in (record["ru"], record["kk"], record["en"], *record.get("aliases", ()))}
        assert {fold(word) for word in record.get("common", ())} <= listed
