"""An answer that many ask for is worked out once, and never shown after a fact has changed."""

from collections.abc import Iterator

import pytest

from extract.query import Answer, Query
from handlers import answer_cache
from handlers.answer_cache import AnswerCache
from storage import Store
from tests.dialogue import FOUNDRY, KOSTANAY
from tests.fakes import Chat, Told, keep, memory_store


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were looked up."""
    asked: list[str] = []
    search = Store.search

    def counting(store: Store, query: Query, *, limit: int = 50) -> Answer:
        asked.append(query.text)
        return search(store, query, limit=limit)

    monkeypatch.setattr(Store, "search", counting)
    return asked


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as store:
        keep(store, KOSTANAY)
        yield store


async def test_the_same_question_is_looked_up_once_for_all_chats(store: Store, searched: list[str]) -> None:
    first = await Chat(store).says("проекты в Костанае")
    assert await Chat(store).says("проекты в Костанае") == first
    assert searched == ["проекты в Костанае"]


async def test_a_new_fact_and_a_changed_one_are_seen_at_once(store: Store) -> None:
    chat = Chat(store)
    assert "5 проектов" in await chat.says("проекты в Костанае")
    keep(store, [*KOSTANAY, Told(FOUNDRY.fact, "Завод чугунного литья открыт.", "99", "2026-02-01")])
    assert "01.02.2026" in await chat.says("проекты в Костанае")
    keep(store, [Told(KOSTANAY[0].fact, KOSTANAY[0].sentence, "21")])  # article 21 no longer tells of two plants
    assert "4 проекта" in await chat.says("проекты в Костанае")


async def test_a_chat_writes_much_and_no_answer_is_forgotten(store: Store, searched: list[str]) -> None:
    version = store.version()
    chat = Chat(store)
    for line in ("/help", "проекты в Костанае", "погода", "проекты в Костанае"):
        await chat.says(line)
    assert store.version() == version and searched.count("проекты в Костанае") == 1


async def test_the_buttons_of_a_shared_answer_are_those_of_the_chat(store: Store) -> None:
    for chat in (Chat(store), Chat(store)):
        await chat.says("сколько проектов в Костанайской области")
        assert (await chat.presses("Список")).split("\n")[1].startswith("1. ")


async def test_languages_days_and_views_have_answers_of_their_own(store: Store) -> None:
    assert "5 проектов" in await Chat(store).says("Костанай проекты")
    assert "Kostanay: 5 projects" in await Chat(store, "en").says("Kostanay projects")


def test_another_version_forgets_everything() -> None:
    cache: AnswerCache[str] = AnswerCache()
    assert cache.get("a", 1) is None
    cache.keep("a", "answer", 5)
    assert cache.get("a", 1) == "answer"
    assert cache.get("a", 2) is None and cache.get("a", 1) is None


def test_the_least_recently_asked_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_cache, "MOST_HITS", 12)
    cache: AnswerCache[str] = AnswerCache()
    cache.get("a", 1)
    for key in "ab":
        cache.keep(key, key, 5)
    cache.get("a", 1)
    cache.keep("c", "c", 5)
    assert [cache.get(key, 1) for key in "abc"] == ["a", None, "c"]
    cache.keep("d", "d", 12)  # larger than all room there is
    assert cache.get("d", 1) is None and cache.get("a", 1) == "a"
