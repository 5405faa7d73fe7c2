"""Tables of every version lead to those of this one, and those of a newer one are left alone."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage import Store, StoreError
from storage.database import open_database
from storage.migrations import STEPS, migrations


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "coop.db")


@pytest.fixture
def db(path: str) -> Iterator[Database]:
    opened = open_database(path, read_only=False)
    yield opened
    opened.close()


def test_every_step_is_applied_once_in_order(db: Database, path: str) -> None:
    applied = [one.name for one in migrations.applied(db)]
    assert applied == [name for name, _ in STEPS]
    open_database(path, read_only=False).close()
    assert [one.name for one in migrations.applied(db)] == applied


def test_released_steps_keep_their_order() -> None:
    released = ["create_articles", "create_facts", "create_mentions", "create_spellings", "create_chats"]
    assert [name for name, _ in STEPS][: len(released)] == released


def test_tables_are_strict(db: Database) -> None:
    loose = [table.name for table in db.tables if not table.strict and not table.name.startswith(("_", "sqlite_"))]
    assert loose == []


def test_pragmas(db: Database) -> None:
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_foreign_keys_are_held(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO mentions (key, fact, reach) VALUES (1, 1, 0)")


def test_a_database_of_a_newer_version_is_left_alone(db: Database, path: str) -> None:
    table = migrations.migrations_table
    db.table(table).insert({"migration_set": "coopbot", "name": "from_the_future", "applied_at": "2030-01-01"})
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = Path(path).read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="newer version") as told:
            Store.open(path, read_only=read_only)
        assert "\n" not in str(told.value)
    assert Path(path).read_bytes() == before


def test_an_older_database_is_brought_up_to_date_when_written(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "_migrations", migrations._migrations[:2])
        open_database(path, read_only=False).close()
    with pytest.raises(StoreError, match="older version"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert store.counts()["articles"] == 0


def test_a_step_that_fails_leaves_nothing_behind(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(db: Database) -> None:
        db.execute("CREATE TABLE half (id INTEGER)")
        db.execute("CREATE TABLE half (id INTEGER)")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_migrations", [*migrations._migrations])
        migrations(name="broken")(broken)
        with pytest.raises(StoreError, match="half"):
            Store.open(path)
    with Store.open(path) as store:
        assert store.counts()["facts"] == 0
