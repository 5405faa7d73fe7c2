"""Erases all that is kept about a person: every row of every table that names the chat or the person."""

from collections.abc import Iterator

from sqlite_utils import Database

OWNERS = ("chat", "person")  # columns that name whom a row is about


def erase(db: Database, person: int, *, with_chat: bool) -> dict[str, int]:
    """Erase the rows about `person` and return how many of each table, those with none left out.

    `with_chat`: the private chat, which has the number of the person, goes too.
    """
    erased: dict[str, int] = {}
    for table, condition in _owned(db, with_chat):
        gone = db.execute(f"DELETE FROM [{table}] WHERE {condition}", {"person": person}).rowcount
        if gone:
            erased[table] = gone
    return erased


def count_kept(db: Database, person: int, *, with_chat: bool) -> int:
    """Return how many rows about a person are kept."""
    owned = _owned(db, with_chat)
    values = {"person": person}
    return sum(db.execute(f"SELECT count(*) FROM [{one}] WHERE {rows}", values).fetchone()[0] for one, rows in owned)


def _owned(db: Database, with_chat: bool) -> Iterator[tuple[str, str]]:
    """Yield each table that names owners with the condition of its rows; those come first that refer to others."""
    referred = {key.other_table for name in db.table_names() for key in db.table(name).foreign_keys}
    for table in sorted(db.table_names(), key=lambda name: (name in referred, name)):
        columns = {column.name for column in db.table(table).columns}
        owners = [owner for owner in OWNERS if owner in columns and (owner != "chat" or with_chat)]
        if table == "chats" and with_chat:
            owners.append("id")
        if owners:
            yield table, " OR ".join(f"[{owner}] = :person" for owner in owners)
