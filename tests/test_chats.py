"""What is kept of a chat: what was chosen for it."""

from pathlib import Path

import pytest

from storage import ChatSettings, Store
from storage.database import open_database
from storage.migrations import migrations
from tests.fakes import memory_store

CHOSEN = ChatSettings("kk", "Asia/Qyzylorda", "22:30", "07:00")


def test_nothing_is_chosen_for_a_new_chat() -> None:
    with memory_store() as store:
        assert store.chat_settings(1) == ChatSettings()


def test_what_is_chosen_is_kept_for_that_chat_alone() -> None:
    with memory_store() as store:
        store.save_chat_settings(1, CHOSEN)
        assert store.chat_settings(1) == CHOSEN
        assert store.chat_settings(2) == ChatSettings()


def test_another_language_keeps_the_other_choices() -> None:
    with memory_store() as store:
        store.save_chat_settings(1, CHOSEN)
        store.set_language(1, "en")
        assert store.chat_settings(1) == ChatSettings("en", "Asia/Qyzylorda", "22:30", "07:00")


def test_a_language_chosen_before_there_were_other_settings_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "coop.db")
    before = [one.name for one in migrations._migrations].index("add_chat_settings")
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "_migrations", migrations._migrations[:before])
        db = open_database(path, read_only=False)
        db.execute("INSERT INTO chats (id, language) VALUES (5, 'kk')")
        db.close()
    with Store.open(path) as store:
        assert store.chat_settings(5) == ChatSettings("kk")
