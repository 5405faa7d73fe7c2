"""The part of the store that is about following: one class, each method one transaction."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlite_utils import Database

from extract.model import Language
from extract.query import Query
from storage.database import reading, writing
from storage.following import corrections, digests, follows, matching, outbox
from storage.following.conditions import followed
from storage.following.follows import moment
from storage.following.records import Follow, News, Pace, Subscriber, Waiting
from storage.keys import marks


class Desk:
    """Subscribers, what they follow, and the messages that wait for them. Raises StoreError as the store does."""

    def __init__(self, db: Database, path: str) -> None:
        self._db, self._path = db, path

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with writing(self._db, self._path) as db:
            yield db

    def subscriber(self, chat: int, thread: int = 0) -> Subscriber | None:
        """Return the subscriber that a chat or one of its topics is; None: it has never followed anything."""
        return follows.find_subscriber(self._db, chat, thread)

    def follows(self, chat: int, thread: int = 0) -> list[Follow]:
        """Return what a chat or topic follows, the oldest first."""
        with reading(self._db, self._path) as db:
            by = follows.find_subscriber(db, chat, thread)
            return follows.read_follows(db, by.id) if by else []

    def follow(
        self, chat: int, query: Query, pace: Pace, *, now: datetime, zone: str, thread: int = 0, language: Language
    ) -> Follow | None:
        """Follow a question from now on, or change the pace of one that is followed. None: there are too many."""
        with self._writing() as db:
            by = follows.make_subscriber(db, chat, thread, language)
            made = follows.write_follow(db, by, query.text, query.language, followed(query), pace)
            follows.schedule(db, by, now, zone)
            return made

    def change(
        self, follow: Follow, *, now: datetime, zone: str, pace: Pace | None = None, paused: bool | None = None
    ) -> None:
        """Change the pace of what is followed, pause it, or go on with it."""
        with self._writing() as db:
            if pace:
                db.execute("UPDATE follows SET pace = ? WHERE id = ?", [pace, follow.id])
            if paused is not None:
                follows.pause_follow(db, follow, paused)
            self._schedule(db, follow.subscriber, now, zone)

    def unfollow(self, follow: Follow, *, now: datetime, zone: str) -> None:
        """Follow a question no longer."""
        with self._writing() as db:
            follows.remove_follow(db, follow)
            self._schedule(db, follow.subscriber, now, zone)

    def set_digest(self, by: Subscriber, *, now: datetime, zone: str, at: str, weekday: int, empty_note: bool) -> None:
        """Set when digests come, by the chat's own clock, and whether a day without news is worth a note."""
        with self._writing() as db:
            sql = "UPDATE subscribers SET digest_at = ?, weekday = ?, empty_note = ? WHERE id = ?"
            db.execute(sql, [at, weekday, int(empty_note), by.id])
            self._schedule(db, by.id, now, zone)

    def reschedule(self, chat: int, *, now: datetime, zone: str) -> None:
        """Set anew when a chat is due: its time zone or quiet hours have changed."""
        with self._writing() as db:
            for (id,) in db.execute("SELECT id FROM subscribers WHERE chat = ?", [chat]).fetchall():
                self._schedule(db, id, now, zone)

    def _schedule(self, db: Database, subscriber: int, now: datetime, zone: str) -> None:
        row = db.execute(f"SELECT {follows.COLUMNS} FROM subscribers WHERE id = ?", [subscriber]).fetchone()
        follows.schedule(db, follows.subscriber_from(row), now, zone)

    def match(self, now: datetime, most: int = 200) -> int:
        """Compare new facts with what is followed; return how many were looked at, 0 when all have been."""
        return matching.match_new(self._db, self._path, moment(now), most)

    def correct(self, now: datetime, most: int = 200) -> int:
        """Let corrections of withdrawn facts wait for those who were shown them; 0 when there are none left."""
        with self._writing() as db:
            return corrections.compose_corrections(db, moment(now), most)

    def compose(self, now: datetime, zone: str, most: int = 50) -> int:
        """Let what is due wait to be sent; return how many subscribers were due, 0 when none is left."""
        with self._writing() as db:
            return digests.compose_due(db, now, zone, most)

    def claim(self, now: datetime, zone: str, busy: Collection[int] = (), most: int = 20) -> list[Waiting]:
        """Return messages to send now, one a chat, none to a chat that is `busy`."""
        with self._writing() as db:
            return outbox.claim(db, now, zone, busy, most)

    def message(self, id: int) -> Waiting | None:
        """Return a message by its number, sent or not; None: it was forgotten."""
        return outbox.find_message(self._db, id)

    def recover(self) -> int:
        """Mark what was being sent when the program stopped as doubtful; for the start."""
        with self._writing() as db:
            return outbox.recover(db)

    def sent(self, one: Waiting, message: int) -> None:
        """Note that a message has arrived under that number."""
        with self._writing() as db:
            outbox.mark_sent(db, one, message)

    def again(self, one: Waiting, not_before: datetime, *, doubtful: bool = False) -> None:
        """Send a message again, not before then; `doubtful`: it may have arrived."""
        with self._writing() as db:
            outbox.try_again(db, one.id, moment(not_before), doubtful=doubtful)

    def drop(self, one: Waiting, *, refused: bool = False) -> None:
        """Send a message no more: nothing of it holds any longer, or Telegram will not have it."""
        with self._writing() as db:
            outbox.put_aside(db, one.id, "refused" if refused else "dropped")

    def hold(self, chat: int, reason: str, thread: int | None = None) -> None:
        """Note that nothing can be sent to a chat, or to one topic of it."""
        with self._writing() as db:
            outbox.hold_chat(db, chat, thread, reason)

    def resume(self, chat: int) -> bool:
        """Note that a chat is back; tells whether it had been away."""
        with self._writing() as db:
            return outbox.resume_chat(db, chat)

    def move(self, old: int, new: int) -> None:
        """Give all that belongs to a group to the supergroup that it became."""
        with self._writing() as db:
            outbox.move_chat(db, old, new)

    def tried_since(self, chat: int, since: datetime) -> int:
        """Return how many messages were tried for a chat since then."""
        return outbox.sent_since(self._db, chat, moment(since))

    def forget_before(self, then: datetime) -> None:
        """Forget messages that were dealt with before then."""
        with self._writing() as db:
            outbox.forget_old(db, moment(then))

    def note_shown(self, chat: int, facts: Collection[int], language: Language, thread: int = 0) -> None:
        """Note which facts a chat was shown in an answer, so that it hears of corrections."""
        with self._writing() as db:
            by = follows.make_subscriber(db, chat, thread, language)
            rows = [(by.id, fact) for fact in facts]
            db.conn.executemany("INSERT OR IGNORE INTO shown (subscriber, fact, corrected) VALUES (?, ?, 0)", rows)

    def live(self, facts: Collection[int]) -> set[int]:
        """Return those of the facts that their articles still state."""
        sql = f"SELECT id FROM facts WHERE withdrawn_at IS NULL AND id IN ({marks(facts)})"
        return {row[0] for row in self._db.conn.execute(sql, list(facts))}

    def watching(self, facts: Collection[int]) -> set[int]:
        """Return the followed questions that any of the facts was news to."""
        sql = f"SELECT watch FROM news WHERE fact IN ({marks(facts)})"
        return {row[0] for row in self._db.conn.execute(sql, list(facts))}

    def is_edited(self, fact: int) -> bool:
        """Tell whether a fact was withdrawn because its article was changed, not because it had been misread."""
        sql = """
            SELECT 1 FROM facts f JOIN versions v ON v.article = f.article
            WHERE f.id = ? AND v.replaced_at = f.withdrawn_at
        """
        return self._db.execute(sql, [fact]).fetchone() is not None

    def news(self, facts: Collection[int]) -> dict[int, News]:
        """Return what is new in each of the facts."""
        sql = f"SELECT fact, previous, change FROM changes WHERE fact IN ({marks(facts)})"
        return {row[0]: News(*row) for row in self._db.conn.execute(sql, list(facts))}
