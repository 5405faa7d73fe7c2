"""Facts are found alike whether their keys stand in rows, in sets of bits, or in both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Store
from tests.stored import LATER, SEEN, article, found, project, query, trade

PLACES = ("Костанай", "Рудный", "Павлодар")


@pytest.fixture(params=[1, 7, 10**6], ids=["sealed", "both", "rows"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Forty articles with a plant and a figure each; the parameter is the number of facts that are sealed at once."""
    monkeypatch.setattr("storage.postings.SEALED_AFTER", request.param)
    with Store.open(str(tmp_path / "coop.db")) as opened:
        for number in range(40):
            save(opened, number, PLACES[number % 3], SEEN)
        yield opened


def save(store: Store, number: int, place: str, at: str) -> None:
    plant = project(f"завод номер {number}", place)
    figure = trade("Казахстан", "Россия", millions=number + 1, period=str(2000 + number % 20))
    store.save_article(article(f"a{number}"), [found(plant, f"В городе {place} строят."), found(figure)], seen_at=at)


def articles(store: Store, **conditions: object) -> set[str]:
    return {hit.article.id for hit in store.search(query(**conditions), limit=100).hits}


def test_all_facts_of_a_place_are_found(store: Store) -> None:
    assert articles(store, kinds=("project",), places=("Рудный",)) == {f"a{number}" for number in range(1, 40, 3)}


def test_a_place_holds_what_lies_in_it(store: Store) -> None:
    found_there = articles(store, kinds=("project",), places=("Костанайская область",))
    assert found_there == {f"a{number}" for number in range(40) if number % 3 < 2}


def test_the_years_of_figures(store: Store) -> None:
    period = trade(period="2005").period
    assert articles(store, kinds=("trade",), parties=("Россия",), period=period) == {"a5", "a25"}


@pytest.mark.parametrize(("order", "first"), [("largest", "a39"), ("smallest", "a0")])
def test_order_by_amount(store: Store, order: str, first: str) -> None:
    hits = store.search(query(kinds=("trade",), parties=("Россия",), order=order), limit=5).hits
    assert hits[0].article.id == first


def test_order_among_more_than_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.search.GATHERED", 4)
    hits = store.search(query(kinds=("trade",), parties=("Россия",), order="largest"), limit=2).hits
    assert [hit.article.id for hit in hits] == ["a39", "a38"]


def test_a_fact_that_is_no_longer_stated_is_not_found(store: Store) -> None:
    store.save_article(article("a4"), [], seen_at=LATER)
    assert "a4" not in articles(store, kinds=("project",))
    assert "a4" not in articles(store, kinds=("trade",))


def test_an_article_with_another_fact_is_found_by_that_one(store: Store) -> None:
    store.save_article(article("a5"), [found(trade("Казахстан", "Китай", period="2004"))], seen_at=LATER)
    assert articles(store, kinds=("trade",), parties=("Китай",)) == {"a5"}
    assert "a5" not in articles(store, kinds=("trade",), parties=("Россия",))


@pytest.mark.parametrize("sentence", ["Завод строят в Рудном немцы.", "Завод строят в Рудном."])
def test_what_a_fact_is_found_by_follows_its_sentence(store: Store, sentence: str) -> None:
    plant = project("завод номер 1", "Рудный")
    store.save_article(article("a1"), [found(plant, sentence)], seen_at=LATER)
    assert ("a1" in articles(store, kinds=("project",), words=("немцы",))) is ("немцы" in sentence)
