"""Opens the SQLite file: one writer, readers that never wait for it, and plain words where that cannot be."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from storage.errors import StoreError, told_plainly
from storage.known import forget
from storage.migrations import check, is_current, migrate

BUSY_SECONDS = 5.0
MAPPED = 2**31 - 65536  # bytes of the file that are read without copying
CACHED = 64 * 2**20  # bytes


def open_database(path: str, *, read_only: bool, busy_seconds: float = BUSY_SECONDS) -> Database:
    """Open the database at `path`, made and brought up to date unless `read_only`. Raises StoreError."""
    if read_only and not Path(path).is_file():
        raise StoreError(f"there is no database at {path} yet; load articles with: coopbot ingest FILE")
    if Path(path).is_dir():
        raise StoreError(f"{path} is a folder; name a file")
    with told_plainly(path):
        connection = _connect(path, read_only, busy_seconds)
        try:
            db = Database(connection)
            db.execute(f"PRAGMA mmap_size = {MAPPED}")
            db.execute(f"PRAGMA cache_size = -{CACHED // 1024}")
            check(db, path)
            if read_only:
                if not is_current(db):
                    raise StoreError(
                        f"{path} is of an older version of Coopbot; bring it up to date with: coopbot ingest"
                    )
            else:
                _prepare(db)
            return db
        except BaseException:
            connection.close()
            raise


def _connect(path: str, read_only: bool, busy_seconds: float) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
    address = f"file:{quote(os.path.abspath(path))}?mode=ro"
    if not os.access(os.path.dirname(os.path.abspath(path)), os.W_OK) and not os.path.exists(f"{path}-wal"):
        address += "&immutable=1"  # a WAL database cannot be read otherwise where its folder may not be written to
    return sqlite3.connect(address, uri=True, timeout=busy_seconds, isolation_level=None)


def _prepare(db: Database) -> None:
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    if not is_current(db):
        migrate(db)


@contextmanager
def writing(db: Database, path: str) -> Iterator[Database]:
    """One transaction that holds the only writer's place from its start: all of it is stored, or nothing."""
    with told_plainly(path):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            forget(db)
            db.rollback()
            raise
        db.commit()


@contextmanager
def reading(db: Database, path: str) -> Iterator[Database]:
    """One view of the database, whatever others write meanwhile."""
    with told_plainly(path):
        db.execute("BEGIN")
        try:
            yield db
        finally:
            db.rollback()
