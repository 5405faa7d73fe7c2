"""What is due: new facts become a message that waits, and the cursors move on, in one transaction."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.following.due import next_digest, quiet_until
from storage.following.follows import COLUMNS, moment, subscriber_from
from storage.following.matching import forget_watch
from storage.following.records import MessageKind, Subscriber
from storage.keys import marks

ALERTS = ("once", "now")
PENDING = "('waiting', 'sending', 'doubtful', 'held')"
INSERT = """
    INSERT OR IGNORE INTO outbox (key, subscriber, chat, kind, facts, composed_at, not_before, state, attempts, doubts)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0)
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A subscriber with its clock, and the moments at which its messages are due."""

    by: Subscriber
    zone: str
    quiet: tuple[str | None, str | None]
    daily_at: str | None
    weekly_at: str | None
    alert_at: str | None

    def paces(self, now: str) -> list[str]:
        """Return the paces of follows that are due."""
        moments = (("daily", self.daily_at), ("weekly", self.weekly_at))
        alerts = ALERTS if self.alert_at and self.alert_at <= now else ()
        return [*alerts, *(pace for pace, at in moments if at and at <= now)]


def compose_due(db: Database, now: datetime, zone: str, most: int) -> int:
    """Compose for up to `most` subscribers who are due, and return their number; the caller's transaction."""
    due = _read_due(db, moment(now), zone, most)
    for one in due:
        if until := quiet_until(now, one.zone, *one.quiet):
            db.conn.execute("UPDATE subscribers SET due_at = ? WHERE id = ?", (moment(until), one.by.id))
        else:
            _compose(db, one, now)
    return len(due)


def _read_due(db: Database, now: str, zone: str, most: int) -> list[Due]:
    columns = ", ".join(f"s.{name}" for name in COLUMNS.split(", "))
    sql = f"""
        SELECT {columns}, s.daily_at, s.weekly_at, s.alert_at, c.language, c.time_zone, c.quiet_from, c.quiet_to
        FROM subscribers s LEFT JOIN chats c ON c.id = s.chat
        WHERE s.due_at <= ? AND s.unreachable IS NULL ORDER BY s.due_at LIMIT ?
    """
    return [
        Due(subscriber_from(row[:8]), row[12] or zone, (row[13], row[14]), *row[8:11])
        for row in db.conn.execute(sql, (now, most))
    ]


def _compose(db: Database, due: Due, now: datetime) -> None:
    at, by = moment(now), due.by
    paces = due.paces(at)
    follows = db.conn.execute(
        f"SELECT id, watch, pace, seen FROM follows WHERE subscriber = ? AND paused = 0 AND pace IN ({marks(paces)})",
        (by.id, *paces),
    ).fetchall()
    upto = db.conn.execute("SELECT upto FROM matched").fetchone()[0]
    found = {id: _news(db, watch, seen, upto) for id, watch, _, seen in follows}
    facts = _fresh(db, by, {fact for some in found.values() for fact in some})
    kind: MessageKind = "digest" if "daily" in paces or "weekly" in paces else "alert"
    if facts:
        put(db, by, kind, facts, key=f"{by.id}:{kind}:{at}:{upto}", at=at)
    elif kind == "digest" and by.empty_note and not _is_waiting(db, by):
        put(db, by, "empty", (), key=f"{by.id}:empty:{at}", at=at)
    db.conn.executemany("UPDATE follows SET seen = ? WHERE id = ?", [(upto, id) for id, *_ in follows])
    for id, watch, pace, _ in follows:
        if pace == "once" and found[id]:
            db.conn.execute("DELETE FROM follows WHERE id = ?", (id,))
            forget_watch(db, watch)
    _reschedule(db, due, now, paces)


def _news(db: Database, watch: int, seen: int, upto: int) -> list[int]:
    sql = "SELECT fact FROM news WHERE watch = ? AND fact > ? AND fact <= ?"
    return [row[0] for row in db.conn.execute(sql, (watch, seen, upto))]


def _fresh(db: Database, by: Subscriber, facts: Iterable[int]) -> list[int]:
    """Leave out what the subscriber was shown or waits for, and what has been withdrawn meanwhile."""
    asked = sorted(facts)
    if not asked:
        return []
    known = {one for row in pending_facts(db, by) for one in row}
    sql = f"""
        SELECT id FROM facts WHERE id IN ({marks(asked)}) AND withdrawn_at IS NULL
            AND id NOT IN (SELECT fact FROM shown WHERE subscriber = ?) ORDER BY id
    """
    return [row[0] for row in db.conn.execute(sql, (*asked, by.id)) if row[0] not in known]


def pending_facts(db: Database, by: Subscriber) -> list[list[int]]:
    """Return the facts of the messages that wait for a subscriber."""
    sql = f"SELECT facts FROM outbox WHERE subscriber = ? AND state IN {PENDING}"
    return [json.loads(row[0]) for row in db.conn.execute(sql, (by.id,))]


def _is_waiting(db: Database, by: Subscriber) -> bool:
    sql = "SELECT 1 FROM outbox WHERE subscriber = ? AND state IN ('waiting', 'sending', 'doubtful', 'held') LIMIT 1"
    return db.conn.execute(sql, (by.id,)).fetchone() is not None


def put(db: Database, by: Subscriber, kind: MessageKind, facts: Sequence[int], *, key: str, at: str) -> None:
    """Let a message wait. Older news that nobody has tried to send yet join it; a correction stays by itself."""
    before: list[Any] = []
    if kind != "correction":
        sql = """
            SELECT id, kind, facts, not_before FROM outbox
            WHERE subscriber = ? AND state IN ('waiting', 'held') AND doubts = 0 AND kind <> 'correction' ORDER BY id
        """
        before = db.conn.execute(sql, (by.id,)).fetchall()
    merged = [fact for _, _, some, _ in before for fact in json.loads(some)]
    kinds = {kind, *(row[1] for row in before)}
    joined: MessageKind = kind if kind == "correction" else "digest" if "digest" in kinds else "alert"
    joined = "empty" if kinds == {"empty"} else joined
    not_before = max([at, *(row[3] for row in before)])
    everything = list(dict.fromkeys([*merged, *facts]))
    db.conn.execute(INSERT, (key, by.id, by.chat, joined, json.dumps(everything), at, not_before))
    db.conn.executemany("UPDATE outbox SET state = 'merged' WHERE id = ?", [(row[0],) for row in before])


def _reschedule(db: Database, due: Due, now: datetime, paces: Sequence[str]) -> None:
    """Set the next moments: always later than now and than those just served, whatever the clock was set to."""
    by = due.by

    def following(served: str | None, pace: str, weekday: int | None) -> str | None:
        if served is None or pace not in paces:
            return served
        after = max(now, datetime.fromisoformat(served))
        return moment(next_digest(after, due.zone, by.digest_at, weekday))

    daily = following(due.daily_at, "daily", None)
    weekly = following(due.weekly_at, "weekly", by.weekday)
    alert = None if "now" in paces else due.alert_at
    next_at = min((at for at in (daily, weekly, alert) if at), default=None)
    sql = "UPDATE subscribers SET daily_at = ?, weekly_at = ?, alert_at = ?, due_at = ? WHERE id = ?"
    db.conn.execute(sql, (daily, weekly, alert, next_at, by.id))
