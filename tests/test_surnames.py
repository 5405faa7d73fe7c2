"""Surnames share a form in all their cases and spellings, and with no other surname."""

import pytest

from storage.surnames import same_person, surname_forms


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("Миннихановым", "Рустам Минниханов"),
        ("Ахметовой", "Айгуль Ахметова"),
        ("Ахметову", "Серик Ахметов"),
        ("Ерлановым", "Айдар Эрланов"),
        ("Ким", "Виктор Ким"),
    ],
)
def test_one_surname(asked: str, known: str) -> None:
    assert surname_forms(asked) & surname_forms(known)
    assert same_person(asked, known)


@pytest.mark.parametrize(("asked", "known"), [("Ахметов", "Серик Ахмедов"), ("Ким", "Виктор Кимов"), ("", "Ким")])
def test_other_surnames(asked: str, known: str) -> None:
    assert not surname_forms(asked) & surname_forms(known)
    assert not same_person(asked, known)


def test_the_written_forms_keep_the_letters() -> None:
    assert not surname_forms("Эрланов", spelled=True) & surname_forms("Ерланов", spelled=True)
