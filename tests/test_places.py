"""Places in running text and in questions."""

import pytest

from extract.model import Place
from extract.names import places
from extract.names.places import ancestors, find_places, known_names, place_named


def names(text: str, caseless: bool = False) -> list[str]:
    return [place.name for _, place in find_places(text, caseless=caseless)]


@pytest.mark.parametrize("text, expected", places.EXAMPLES.items())
def test_examples(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", places.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "question, expected",
    [
        ("проекты в костанае", ["Костанай"]),
        ("заводы в набережных челнах", ["Набережные Челны"]),
        ("костанай облысындагы жобалар", ["Костанайская область"]),
        ("projects in kostanay region", ["Костанайская область"]),
        ("ozbekstanmen tauar ainalymy", ["Узбекистан"]),
        ("tovarooborot s kitaem", ["Китай"]),
        ("бүгінгі доллар бағамы", []),
        ("что там в сарани", ["Сарань"]),
        ("бқо-да қанша жоба бар", ["Западно-Казахстанская область"]),
        ("экспорт в сша", ["США"]),
        ("tell us about trade", []),
        ("что из того построено", []),
    ],
)
def test_questions_need_no_capitals(question: str, expected: list[str]) -> None:
    assert names(question, caseless=True) == expected


def test_span_is_the_words_of_the_text() -> None:
    text = "Завод в Карагандинской области запущен."
    [(span, place)] = find_places(text)
    assert text[span.start : span.stop] == "Карагандинской области"
    assert place == Place("Карагандинская область", "region", None, "Казахстан")


@pytest.mark.parametrize("case", ["Туркестан", "Туркестана", "Түркістанда", "Turkestan", "туркестан"])
def test_city_is_told_from_its_region_by_the_word(case: str) -> None:
    assert place_named(case)[0].kind == "settlement"
    assert place_named("Туркестанской области")[0].kind == "region"
    assert place_named("Түркістан облысында")[0].name == place_named("Turkestan region")[0].name


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Костанай", ("Костанайская область", "Казахстан")),
        ("Казань", ("Татарстан", "Россия")),
        ("Татарстан", ("Россия",)),
        ("Ташкент", ("Узбекистан",)),
        ("Казахстан", ()),
    ],
)
def test_ancestors(name: str, expected: tuple[str, ...]) -> None:
    assert ancestors(place_named(name)[0]) == expected


def test_every_region_named_by_a_settlement_exists() -> None:
    listed = {place.name for place in places.records()}
    assert {place.region for place in places.records() if place.region} <= listed


def test_every_place_is_found_by_each_of_its_names() -> None:
    unknown = [
        (place.name, language)
        for place, record in places.records().items()
        for language in ("ru", "kk", "en")
        if place.name not in {named.name for named in place_named(record[language])}
    ]
    assert unknown == []


def test_known_names_are_folded_and_lead_to_canonical_ones() -> None:
    known = known_names()
    assert known["казакстан"] == ("Казахстан",)
    assert known["кустанаи" if "кустанаи" in known else "кустанай"] == ("Костанай",)
    assert known["eurasian economic union"] == ("Евразийский экономический союз",)


def test_unknown_name_is_no_place() -> None:
    assert place_named("Неведомск") == () == place_named("")
