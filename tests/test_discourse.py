"""The pair an article is talking of, sentence by sentence, and on whose side it stands."""

import pytest

from extract.discourse import EXAMPLES, NOT_EXAMPLES, Focus, focus
from extract.document import read_document
from extract.model import Article


def read(text: str) -> tuple[Focus, ...]:
    document = read_document(Article(id="a", text=text, published="2024-05-20"))
    assert document is not None
    return focus(document)


@pytest.mark.parametrize("text, pair", EXAMPLES.items())
def test_examples(text: str, pair: tuple[str, ...]) -> None:
    assert read(text)[-1].parties == pair


@pytest.mark.parametrize("text", NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert all(one.parties == () for one in read(text))


def test_what_follows_lights_up_the_headline() -> None:
    headline = read("Торговля растет\nКазахстан и Грузия провели переговоры в Тбилиси.")[0]
    assert set(headline.parties) == {"Казахстан", "Грузия"}


def test_the_focus_moves_on() -> None:
    found = read(
        "Казахстан и Грузия расширяют торговлю. Иначе обстоят дела с Ираном. "
        "Иран и Казахстан строят дорогу. Иран предложил Казахстану порт. Иран готов ждать."
    )
    assert set(found[0].parties) == {"Казахстан", "Грузия"}
    assert set(found[-1].parties) == {"Казахстан", "Иран"}


def test_whose_statistics_they_are_is_home() -> None:
    found = read("По данным таможни Китая, торговля с Россией и США растет. С Россией дела лучше.")
    assert found[-1].home == "Китай"


def test_a_partner_outside_the_pair_deals_with_home() -> None:
    one = Focus(("Казахстан", "Китай"), home="Казахстан")
    assert one.partner_of("Китай") == "Казахстан"
    assert one.partner_of("Россия") == "Казахстан"


def test_dollars_of_the_united_states_are_no_party() -> None:
    assert "США" not in read("Казахстан и Грузия наторговали на 190 млн долларов США.")[0].parties
