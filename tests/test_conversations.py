"""What is kept of a chat for follow-ups, edits, reactions and visits; and that all of it can be erased."""

from collections.abc import Iterator

import pytest

from storage import Reply, Store
from tests.dialogue import BUTADIENE, KIA
from tests.fakes import keep, memory_store

EARLY, NOON, LATE = "2026-02-06T06:00:00+00:00", "2026-02-06T07:00:00+00:00", "2026-02-06T09:00:00+00:00"
CHAT, PERSON, OTHER = -5, 7, 8


def answer(store: Store, chat: int, person: int, question: str, at: str = NOON, asked: int = 1) -> None:
    store.keep_answer(chat, person, Reply(asked, 2, question, "ru"), at=at, pause=EARLY)


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as store:
        yield store


def test_the_last_question_of_a_person_in_a_chat_is_kept_for_a_while(store: Store) -> None:
    answer(store, CHAT, PERSON, "проекты", NOON)
    answer(store, CHAT, OTHER, "trade", NOON)
    assert store.last_turn(CHAT, PERSON, since=EARLY) == ("проекты", "ru")
    assert store.last_turn(CHAT, PERSON, since=LATE) is None
    assert store.last_turn(PERSON, PERSON, since=EARLY) is None


def test_a_message_that_comes_late_does_not_replace_a_newer_question(store: Store) -> None:
    answer(store, CHAT, PERSON, "вторая", LATE, asked=5)
    answer(store, CHAT, PERSON, "первая", LATE, asked=4)
    assert store.last_turn(CHAT, PERSON, since=EARLY) == ("вторая", "ru")


def test_reactions_are_counted_and_lead_to_their_question(store: Store) -> None:
    answer(store, CHAT, PERSON, "проекты")
    store.keep_reactions(CHAT, PERSON, 2, ("👎",), at=NOON)
    store.keep_reactions(CHAT, OTHER, 2, ("👎", "🤔"), at=NOON)
    store.keep_reactions(CHAT, OTHER, 2, ("👎",), at=LATE)
    assert store.reactions() == [("👎", 2)]
    assert store.questions_with(("👎",), most=5) == [("проекты", 2)]


def test_changes_are_told_from_the_end_of_the_visit_before(store: Store) -> None:
    keep(store, [KIA])
    store.note_visit(CHAT, PERSON, at=EARLY, pause=EARLY)
    first = store.changes(CHAT, PERSON, most=5)
    assert first.since is None and len(first.new) == 1
    keep(store, [BUTADIENE])
    store.note_visit(CHAT, PERSON, at=LATE, pause=NOON)
    second = store.changes(CHAT, PERSON, most=5)
    assert (second.since, second.new_count, second.withdrawn_count) == (EARLY, 1, 0)
    assert [hit.article.id for hit in second.new] == ["seed"]
    store.note_visit(CHAT, PERSON, at=LATE, pause=NOON)
    assert store.changes(CHAT, PERSON, most=5) == second


def test_everything_about_a_person_can_be_erased_and_nothing_about_others(store: Store) -> None:
    for chat, person in ((PERSON, PERSON), (CHAT, PERSON), (OTHER, OTHER)):
        answer(store, chat, person, "проекты")
        store.keep_reactions(chat, person, 2, ("👎",), at=NOON)
    store.remember(PERSON, "проекты", "ru", at=NOON)
    store.set_language(PERSON, "kk")
    erased = store.erase(PERSON, with_chat=True)
    assert erased == {"chats": 1, "questions": 1, "reactions": 2, "replies": 2, "turns": 2, "visits": 2}
    assert store.kept_about(PERSON, with_chat=True) == 0
    assert store.kept_about(OTHER, with_chat=True) == 4


def test_every_table_that_names_a_chat_or_a_person_is_covered(store: Store) -> None:
    tables = {table.name: {column.name for column in table.columns} for table in store._db.tables}
    owned = {name for name, columns in tables.items() if columns & {"chat", "person", "chat_id", "user_id", "user"}}
    assert all(tables[name] & {"chat", "person"} for name in owned)
