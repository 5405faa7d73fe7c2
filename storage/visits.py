"""When a person was here last, and what has become known or was withdrawn since."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from extract.query import Hit
from storage.candidates import read_candidates
from storage.hits import read_hits


@dataclass(frozen=True, slots=True)
class Changes:
    """Facts new since a visit and facts withdrawn since, the latest first; `since` is None where there was no visit.

    `new` and `withdrawn` hold at most as many as were asked for, the counts tell of all.
    """

    since: str | None
    new: tuple[Hit, ...]
    new_count: int
    withdrawn: tuple[Hit, ...]
    withdrawn_count: int


def write_visit(db: Database, chat: int, person: int, at: str, pause: str) -> None:
    """Note that a person is here; a visit that was last noted before the moment `pause` is a visit before this one."""
    newest = db.execute("SELECT coalesce(max(id), 0) FROM facts").fetchone()[0]
    db.execute(
        """
        INSERT INTO visits (chat, person, seen_at, fact) VALUES (:chat, :person, :at, :fact)
        ON CONFLICT DO UPDATE SET
            before_at = CASE WHEN seen_at < :pause THEN seen_at ELSE before_at END,
            before_fact = CASE WHEN seen_at < :pause THEN fact ELSE before_fact END,
            seen_at = max(seen_at, :at), fact = max(fact, :fact)
        """,
        {"chat": chat, "person": person, "at": at, "fact": newest, "pause": pause},
    )


def read_changes(db: Database, chat: int, person: int, most: int) -> Changes:
    """Return what has changed since the visit of a person before this one, or the latest facts where there was none."""
    row = db.execute(
        "SELECT before_at, before_fact FROM visits WHERE chat = ? AND person = ?", [chat, person]
    ).fetchone()
    since, fact = row if row and row[0] else (None, 0)
    new = "FROM facts WHERE id > ? AND withdrawn_at IS NULL"
    gone = "FROM facts WHERE withdrawn_at > ? AND id <= ?"
    return Changes(
        since,
        _hits(db, f"SELECT id {new} ORDER BY id DESC LIMIT ?", [fact, most]),
        _count(db, f"SELECT count(*) {new}", [fact]) if since else 0,
        _hits(db, f"SELECT id {gone} ORDER BY withdrawn_at DESC LIMIT ?", [since, fact, most]) if since else (),
        _count(db, f"SELECT count(*) {gone}", [since, fact]) if since else 0,
    )


def _hits(db: Database, sql: str, values: Sequence[object]) -> tuple[Hit, ...]:
    ids = [row[0] for row in db.execute(sql, list(values)).fetchall()]
    return read_hits(db, [(0.0, one) for id in ids for one in read_candidates(db, [id])])


def _count(db: Database, sql: str, values: Sequence[object]) -> int:
    return int(db.execute(sql, list(values)).fetchone()[0])
