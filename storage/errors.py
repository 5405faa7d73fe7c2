"""What goes wrong with a database, told in one line with the cure."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(Exception):
    """The database cannot be used. The text is one line that names the file and the cure."""


@contextmanager
def told_plainly(path: str) -> Iterator[None]:
    """Turn what SQLite raises inside into a StoreError about the database at `path`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(_plain(path, str(error))) from error


def _plain(path: str, message: str) -> str:
    if "locked" in message or "busy" in message:
        return f"{path} is in use by another program; wait until it is done, then try again"
    if "not a database" in message or "encrypted" in message:
        return f"{path} is no database of Coopbot; name another file, this one is left as it is"
    if "unable to open" in message:
        return f"{path} cannot be opened; check that its folder exists and may be written to"
    if "readonly" in message or "read-only" in message or "read only" in message:
        return f"{path} cannot be written to; check the rights of the file and of its folder"
    if "full" in message:
        return f"{path} cannot grow, the disk is full; make room, what is stored is intact"
    if "malformed" in message:
        return f"{path} is damaged; bring back a copy of it, or load the articles into a new file"
    return f"{path}: {message}"
