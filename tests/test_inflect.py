"""Forms of names by their endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.words.inflect import decline, fold, genitive, kazakh_stems, russian_forms


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Казахстан", "Казахстана"),
        ("Астана", "Астаны"),
        ("Рига", "Риги"),
        ("Сарань", "Сарани"),
        ("Израиль", "Израиля"),
        ("Рудный", "Рудного"),
        ("Китай", "Китая"),
        ("Турция", "Турции"),
        ("Египет", "Египта"),
        ("Костанайская область", "Костанайской области"),
        ("Набережные Челны", "Набережных Челнов"),
        ("Нижний Новгород", "Нижнего Новгорода"),
        ("Центральная Азия", "Центральной Азии"),
        ("Соединенные Штаты Америки", "Соединенных Штатов Америки"),
        ("область Абай", "области Абай"),
        ("Ростов-на-Дону", "Ростова-на-Дону"),
        ("Порт-Саид", "Порт-Саида"),
        ("Босния и Герцеговина", "Боснии и Герцеговины"),
        ("Алматы", "Алматы"),
        ("КНР", "КНР"),
        ("Баку", "Баку"),
    ],
)
def test_genitive(name: str, expected: str) -> None:
    assert genitive(name) == expected


@pytest.mark.parametrize(
    "name, forms",
    [
        ("Астана", {"Астаны", "Астане", "Астану", "Астаной"}),
        ("Сарань", {"Сарани", "Саранью"}),
        ("Рудный", {"Рудного", "Рудному", "Рудным", "Рудном"}),
        ("Набережные Челны", {"Набережных Челнах", "Набережными Челнами"}),
        ("Экибастуз", {"Экибастуза", "Экибастузе"}),
        ("Костанайская область", {"Костанайской областью", "Костанайскую область"}),
    ],
)
def test_russian_forms(name: str, forms: set[str]) -> None:
    assert forms | {name} <= russian_forms(name)


@pytest.mark.parametrize(
    "word, stem",
    [
        ("Қазақстанмен", "Қазақстан"),
        ("Өзбекстандағы", "Өзбекстан"),
        ("облысындағы", "облысы"),
        ("облыстарында", "облыстары"),
        ("Қостанайдың", "Қостанай"),
        ("Түркияға", "Түркия"),
        ("Ташкенттегі", "Ташкент"),
        ("Ресейден", "Ресей"),
        ("ozbekstanmen", "ozbekstan"),
    ],
)
def test_kazakh_suffixes_come_off(word: str, stem: str) -> None:
    assert fold(stem) in kazakh_stems(fold(word))


@pytest.mark.parametrize("word, stem", [("Келесі", "Келес"), ("Малина", "Мали"), ("Қарсы", "Қарс")])
def test_other_words_are_no_forms(word: str, stem: str) -> None:
    assert fold(stem) not in kazakh_stems(fold(word))


@pytest.mark.parametrize("word, folded", [("Қостанай", "костанай"), ("Türkiye", "turkiye"), ("Xi’an", "xian")])
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text(alphabet="абвгдеийоуыьяАЛШ -", max_size=20))
def test_declining_never_fails_and_keeps_the_nominative(name: str) -> None:
    assert len(decline(name)) == 6
    assert name in decline(name)[0]


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
