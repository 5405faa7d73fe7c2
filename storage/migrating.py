"""How tables are brought up to date: steps in the order in which they were added, each one transaction."""

import sqlite3
from collections.abc import Callable

from sqlite_utils import Database, Migrations

from storage.errors import StoreError

MARK = 0x436F6F70  # "Coop": tells our files from those of other programs

migrations = Migrations("coopbot")


def is_current(db: Database) -> bool:
    """Tell whether every migration has been applied."""
    return not migrations.pending(db)


def check(db: Database, path: str) -> None:
    """Raise StoreError for a file of another program, or one that a newer version has written."""
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    if mark != MARK and db.table_names():
        raise StoreError(f"{path} belongs to another program; name another file, this one is left as it is")
    known = {name for name, _ in STEPS}
    if any(applied.name not in known for applied in migrations.applied(db)):
        raise StoreError(f"{path} was written by a newer version of Coopbot; update this one, or name another file")


def migrate(db: Database) -> None:
    """Bring the tables up to date; each step is one transaction."""
    db.execute(f"PRAGMA application_id = {MARK}")
    migrations.apply(db)


STEPS: list[tuple[str, Callable[[Database], None]]] = []


def step(function: Callable[[Database], None]) -> Callable[[Database], None]:
    """Add a migration to the end of the list."""
    STEPS.append((function.__name__, function))
    migrations(name=function.__name__)(function)
    return function


def run(db: Database, statements: str) -> None:
    """Run statements one by one, inside the transaction of the migration."""
    statement = ""
    for line in statements.strip().splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
