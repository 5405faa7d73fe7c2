"""Messages that wait: claimed one a chat in their order, then sent, tried again, or held until the chat is back.

A message whose reply was lost is doubtful: it may have arrived. The rule is at least once: it is sent again.
"""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from storage.following.due import quiet_until
from storage.following.follows import COLUMNS, moment, subscriber_from
from storage.following.records import Waiting
from storage.keys import marks

PENDING = "('waiting', 'sending', 'doubtful')"  # as in the partial indexes


def claim(db: Database, now: datetime, zone: str, busy: Collection[int], most: int) -> list[Waiting]:
    """Return up to `most` messages to send now, the oldest of each chat that is not `busy`, and mark them."""
    columns = ", ".join(f"s.{name}" for name in COLUMNS.split(", "))
    sql = f"""
        SELECT {columns}, o.id, o.kind, o.facts, o.attempts, o.doubts, o.composed_at, c.language, c.time_zone,
            c.quiet_from, c.quiet_to
        FROM outbox o JOIN subscribers s ON s.id = o.subscriber LEFT JOIN chats c ON c.id = o.chat
        WHERE o.state IN {PENDING} AND o.state <> 'sending' AND o.not_before <= ? AND o.chat NOT IN ({marks(busy)})
            AND NOT EXISTS (
                SELECT 1 FROM outbox b WHERE b.chat = o.chat AND b.id < o.id AND b.state IN {PENDING}
            )
        ORDER BY o.not_before, o.id LIMIT ?
    """
    at = moment(now)
    claimed: list[Waiting] = []
    for row in db.conn.execute(sql, (at, *busy, most)).fetchall():
        one = _waiting(row)
        until = quiet_until(now, row[15] or zone, row[16], row[17])
        if until:
            db.conn.execute("UPDATE outbox SET not_before = ? WHERE id = ?", (moment(until), one.id))
        elif one.subscriber.chat not in {other.subscriber.chat for other in claimed}:
            claimed.append(one)
    change = "UPDATE outbox SET state = 'sending', tried_at = ?, attempts = attempts + 1 WHERE id = ?"
    db.conn.executemany(change, [(at, one.id) for one in claimed])
    return claimed


def _waiting(row: Sequence[Any]) -> Waiting:
    by = subscriber_from((*row[:3], row[14] or row[3], *row[4:8]))
    return Waiting(row[8], by, row[9], tuple(json.loads(row[10])), row[11], row[12], row[13])


def find_message(db: Database, id: int) -> Waiting | None:
    """Return a message, sent or not."""
    columns = ", ".join(f"s.{name}" for name in COLUMNS.split(", "))
    sql = f"""
        SELECT {columns}, o.id, o.kind, o.facts, o.attempts, o.doubts, o.composed_at, c.language
        FROM outbox o JOIN subscribers s ON s.id = o.subscriber LEFT JOIN chats c ON c.id = o.chat WHERE o.id = ?
    """
    row = db.conn.execute(sql, (id,)).fetchone()
    return _waiting(row) if row else None


def recover(db: Database) -> int:
    """Mark what was being sent when the program stopped as doubtful, and return how many messages that are."""
    changed = db.conn.execute("UPDATE outbox SET state = 'doubtful', doubts = doubts + 1 WHERE state = 'sending'")
    return changed.rowcount


def mark_sent(db: Database, one: Waiting, message: int) -> None:
    """Note that a message has arrived, and that its facts were shown."""
    db.conn.execute("UPDATE outbox SET state = 'sent', message = ? WHERE id = ?", (message, one.id))
    corrected = 1 if one.kind == "correction" else 0  # its first fact is the withdrawn one
    rows = [(one.subscriber.id, fact, corrected if index == 0 else 0) for index, fact in enumerate(one.facts)]
    db.conn.executemany("INSERT OR IGNORE INTO shown (subscriber, fact, corrected) VALUES (?, ?, ?)", rows)


def try_again(db: Database, id: int, not_before: str, *, doubtful: bool) -> None:
    """Send a message again later; `doubtful` where it may have arrived."""
    sql = "UPDATE outbox SET state = ?, doubts = doubts + ?, not_before = max(not_before, ?) WHERE id = ?"
    doubts = db.conn.execute("SELECT doubts FROM outbox WHERE id = ?", (id,)).fetchone()[0]
    db.conn.execute(sql, ("doubtful" if doubtful or doubts else "waiting", int(doubtful), not_before, id))


def put_aside(db: Database, id: int, state: str) -> None:
    """Send a message no more: "dropped": nothing of it holds, "refused": by Telegram."""
    db.conn.execute("UPDATE outbox SET state = ? WHERE id = ?", (state, id))


def hold_chat(db: Database, chat: int, thread: int | None, reason: str) -> None:
    """Note that nothing can be sent to a chat (or one topic of it): what waits is held, what is followed stays."""
    which = "chat = ?1 AND (?2 IS NULL OR thread = ?2)"
    db.conn.execute(f"UPDATE subscribers SET unreachable = ?3 WHERE {which}", (chat, thread, reason))
    sql = f"""
        UPDATE outbox SET state = 'held' WHERE state IN {PENDING}
            AND subscriber IN (SELECT id FROM subscribers WHERE {which})
    """
    db.conn.execute(sql, (chat, thread))


def resume_chat(db: Database, chat: int) -> bool:
    """Note that a chat is back, and let what was held wait again. Tells whether it had been away."""
    away = db.conn.execute("SELECT 1 FROM subscribers WHERE chat = ? AND unreachable IS NOT NULL", (chat,)).fetchone()
    if away:
        db.conn.execute("UPDATE subscribers SET unreachable = NULL WHERE chat = ?", (chat,))
        db.conn.execute("UPDATE outbox SET state = 'waiting' WHERE state = 'held' AND chat = ?", (chat,))
    return away is not None


def move_chat(db: Database, old: int, new: int) -> None:
    """Give all rows of a group to the supergroup that it became."""
    run = db.conn.execute
    run("UPDATE OR IGNORE chats SET id = ? WHERE id = ?", (new, old))
    run("DELETE FROM chats WHERE id = ?", (old,))
    run("UPDATE OR IGNORE questions SET chat = ? WHERE chat = ?", (new, old))
    for id, thread in run("SELECT id, thread FROM subscribers WHERE chat = ?", (old,)).fetchall():
        known = run("SELECT id FROM subscribers WHERE chat = ? AND thread = ?", (new, thread)).fetchone()
        if known is None:
            run("UPDATE subscribers SET chat = ? WHERE id = ?", (new, id))
            continue
        for table in ("follows", "shown", "outbox"):
            run(f"UPDATE OR IGNORE {table} SET subscriber = ? WHERE subscriber = ?", (known[0], id))
            run(f"DELETE FROM {table} WHERE subscriber = ?", (id,))
        run(
            "UPDATE subscribers SET due_at = (SELECT due_at FROM subscribers WHERE id = ?2) WHERE id = ?1",
            (known[0], id),
        )
        run("DELETE FROM subscribers WHERE id = ?", (id,))
    run("UPDATE outbox SET chat = ? WHERE chat = ?", (new, old))


def sent_since(db: Database, chat: int, since: str) -> int:
    """Return how many messages were tried for a chat since then."""
    sql = (
        "SELECT count(*) FROM outbox WHERE subscriber IN (SELECT id FROM subscribers WHERE chat = ?) AND tried_at >= ?"
    )
    return int(db.conn.execute(sql, (chat, since)).fetchone()[0])


def forget_old(db: Database, before: str) -> None:
    """Forget messages that were dealt with before then, news that everybody has looked at, and questions of nobody."""
    done = "('sent', 'merged', 'dropped', 'refused')"
    db.conn.execute(f"DELETE FROM outbox WHERE state IN {done} AND composed_at < ?", (before,))
    seen = db.conn.execute("SELECT min(seen) FROM follows WHERE paused = 0").fetchone()[0]
    db.conn.execute("DELETE FROM news WHERE fact <= coalesce(?, fact)", (seen,))
    unfollowed = "NOT IN (SELECT watch FROM follows)"  # those of erased chats
    db.conn.execute(f"DELETE FROM watch_keys WHERE watch {unfollowed}")
    db.conn.execute(f"DELETE FROM news WHERE watch {unfollowed}")
    db.conn.execute(f"DELETE FROM watches WHERE id {unfollowed}")
