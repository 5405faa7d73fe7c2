"""Who follows what: chats and topics as subscribers, their questions, and when they are due next."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from extract.model import Language
from extract.query import Query
from storage.chats import read_settings
from storage.following.due import next_digest
from storage.following.matching import forget_watch, write_watch
from storage.following.records import Follow, Pace, Subscriber

MOST_FOLLOWS = 100  # of one chat or topic
COLUMNS = "id, chat, thread, language, digest_at, weekday, empty_note, unreachable"


def moment(at: datetime) -> str:
    """Return a time as it is kept: ISO, UTC, to the second, so that texts sort as times do."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def subscriber_from(row: Sequence[Any]) -> Subscriber:
    """Return the subscriber of a row of COLUMNS."""
    id, chat, thread, language, digest_at, weekday, empty_note, unreachable = row
    return Subscriber(id, chat, thread, language, digest_at, weekday, bool(empty_note), unreachable)


def find_subscriber(db: Database, chat: int, thread: int) -> Subscriber | None:
    """Return the subscriber that a chat or topic is."""
    sql = f"SELECT {COLUMNS} FROM subscribers WHERE chat = ? AND thread = ?"
    row = db.execute(sql, [chat, thread]).fetchone()
    return subscriber_from(row) if row else None


def make_subscriber(db: Database, chat: int, thread: int, language: Language) -> Subscriber:
    """Return the subscriber that a chat or topic is from now on."""
    sql = """
        INSERT OR IGNORE INTO subscribers (chat, thread, language, digest_at, weekday, empty_note)
        VALUES (?, ?, ?, '09:00', 0, 0)
    """
    db.execute(sql, [chat, thread, language])
    made = find_subscriber(db, chat, thread)
    assert made
    return made


def read_follows(db: Database, subscriber: int) -> list[Follow]:
    """Return what a subscriber follows, the oldest first."""
    sql = "SELECT id, subscriber, watch, question, language, pace, paused FROM follows WHERE subscriber = ? ORDER BY id"
    return [
        Follow(row[0], row[1], row[2], row[3], row[4], row[5], paused=bool(row[6]))
        for row in db.conn.execute(sql, [subscriber])
    ]


def write_follow(
    db: Database, by: Subscriber, question: str, language: Language, query: Query, pace: Pace
) -> Follow | None:
    """Follow a question from now on; one that is followed already changes its pace. None: there are too many."""
    watch = write_watch(db, query)
    known = next((one for one in read_follows(db, by.id) if one.watch == watch), None)
    if known:
        db.execute("UPDATE follows SET pace = ?, paused = 0 WHERE id = ?", [pace, known.id])
    elif len(read_follows(db, by.id)) >= MOST_FOLLOWS:
        forget_watch(db, watch)
        return None
    else:
        sql = """
            INSERT INTO follows (subscriber, watch, question, language, pace, paused, seen)
            VALUES (?, ?, ?, ?, ?, 0, (SELECT coalesce(max(id), 0) FROM facts))
        """
        db.execute(sql, [by.id, watch, question, language, pace])
    return next(one for one in read_follows(db, by.id) if one.watch == watch)


def remove_follow(db: Database, follow: Follow) -> None:
    """Follow a question no longer."""
    db.execute("DELETE FROM follows WHERE id = ?", [follow.id])
    forget_watch(db, follow.watch)


def pause_follow(db: Database, follow: Follow, paused: bool) -> None:
    """Pause a question, or go on with it; what came meanwhile is passed over."""
    sql = "UPDATE follows SET paused = ?, seen = max(seen, (SELECT coalesce(max(id), 0) FROM facts)) WHERE id = ?"
    db.execute(sql, [int(paused), follow.id])


def schedule(db: Database, by: Subscriber, now: datetime, zone: str) -> None:
    """Set when a subscriber is due next, after `now`; `zone` is used where the chat has chosen none."""
    zone = read_settings(db, by.chat).time_zone or zone
    paces = {one.pace for one in read_follows(db, by.id) if not one.paused}
    daily = moment(next_digest(now, zone, by.digest_at)) if "daily" in paces else None
    weekly = moment(next_digest(now, zone, by.digest_at, by.weekday)) if "weekly" in paces else None
    alert = db.execute("SELECT alert_at FROM subscribers WHERE id = ?", [by.id]).fetchone()[0]
    alert = alert if paces & {"once", "now"} else None
    due = min((at for at in (daily, weekly, alert) if at), default=None)
    sql = "UPDATE subscribers SET daily_at = ?, weekly_at = ?, alert_at = ?, due_at = ? WHERE id = ?"
    db.execute(sql, [daily, weekly, alert, due, by.id])
