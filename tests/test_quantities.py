"""Quantities, units and rates in texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import load
from extract.model import LANGUAGES, Quantity
from extract.values import quantities
from extract.values.money import find_money
from extract.values.quantities import find_quantities
from extract.values.units import unit_after
from extract.words.wordlist import lower

UNITS = [record for table in ("measures", "things") for record in load("units")[table]]


def unit_of(words: str) -> str | None:
    """The key of the unit that the whole of `words` names."""
    unit = unit_after(words, lower(words), 0)
    return unit.key if unit and unit.stop == len(words) else None


@pytest.mark.parametrize("text, expected", quantities.EXAMPLES.items())
def test_examples(text: str, expected: list[Quantity]) -> None:
    assert [quantity for _, quantity in find_quantities(text)] == expected


@pytest.mark.parametrize("text", quantities.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text, words",
    [
        ("Завод даст до 300 тыс. тонн в год.", "до 300 тыс. тонн в год"),
        ("Завод даст 300 тыс. тонн меди в год.", "300 тыс. тонн"),
        ("Откроют 200 жаңа жұмыс орны.", "200 жаңа жұмыс орны"),
        ("It employs at least 1,000 people now.", "at least 1,000 people"),
    ],
)
def test_spans_cover_number_unit_qualifier_and_a_rate_that_follows(text: str, words: str) -> None:
    [(span, _)] = find_quantities(text)
    assert text[span.start : span.stop] == words


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: str(unit["ru"]))
def test_every_unit_has_names_and_is_read_by_its_key(unit: dict[str, str]) -> None:
    assert all(unit[language] for language in LANGUAGES)
    assert unit_of(unit["ru"]) == unit["ru"]


@pytest.mark.parametrize(
    "words, key",
    [
        ("тонн", "тонна"),
        ("тоннаға", "тонна"),
        ("tonnes", "тонна"),
        ("мегаватт", "МВт"),
        ("MW", "МВт"),
        ("шақырым", "км"),
        ("жұмыс орнын", "рабочее место"),
        ("jobs", "рабочее место"),
        ("кубометров", "куб. м"),
        ("м³", "куб. м"),
        ("гектаров", "га"),
        ("square metres", "кв. м"),
        ("шаршы метр", "кв. м"),
        ("баррелей", "баррель"),
        ("бас", "голова"),
    ],
)
def test_units_in_any_form_and_language(words: str, key: str) -> None:
    assert unit_of(words) == key


def test_an_unknown_word_is_no_unit() -> None:
    assert unit_of("гуава") is None


@given(st.text() | st.text("0123456789 ,.-тнгодвруб$штуктоннgodyear"))
def test_any_text_gives_ordered_spans_outside_money(text: str) -> None:
    spans = [span for span, _ in find_quantities(text)]
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(left.stop <= right.start for left, right in pairwise(spans))
    together = sorted([*spans, *(span for span, _ in find_money(text))])
    assert all(left.stop <= right.start for left, right in pairwise(together))
