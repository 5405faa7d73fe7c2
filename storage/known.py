"""Keys and spellings that an open database is known to hold, so that common words are not looked up again and again.

They are never deleted, only undone with the transaction that wrote them; `forget` is called then.
"""

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from storage.spelled import Key

MOST = 300_000  # of each; all are forgotten then


@dataclass(slots=True)
class Known:
    """The numbers of keys, and spellings as form and key's number."""

    keys: dict[Key, int] = field(default_factory=dict)
    spellings: set[tuple[str, int]] = field(default_factory=set)


_KNOWN: WeakKeyDictionary[Database, Known] = WeakKeyDictionary()


def known(db: Database) -> Known:
    """Return what is known of an open database, for reading and adding to."""
    found = _KNOWN.get(db)
    if found is None or len(found.keys) > MOST or len(found.spellings) > MOST:
        found = _KNOWN[db] = Known()
    return found


def forget(db: Database) -> None:
    """Forget what is known of a database: a transaction was undone."""
    _KNOWN.pop(db, None)
