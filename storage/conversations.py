"""What was asked in a chat last, so that a follow-up can lean on it, and which message answers which."""

from dataclasses import dataclass
from typing import cast

from sqlite_utils import Database

from extract.model import Language

LATE = 10  # seconds: updates of one moment may change places, those of two do not
KEPT = 20_000  # replies; older ones are forgotten: an edit of their question is then answered anew


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: to the message `asked`, in the message `answered`; `question` is the conversation up to it."""

    asked: int
    answered: int
    question: str
    language: Language


def read_turn(db: Database, chat: int, person: int, since: str) -> tuple[str, Language] | None:
    """Return what `person` asked last in a chat, with its language, unless that was before `since`."""
    row = db.execute(
        "SELECT question, language FROM turns WHERE chat = ? AND person = ? AND asked_at >= ?", [chat, person, since]
    ).fetchone()
    return (row[0], cast(Language, row[1])) if row else None


def write_turn(db: Database, chat: int, person: int, reply: Reply, at: str) -> None:
    """Keep what a person asked last in a chat; of messages that come together the one sent last is the last."""
    db.execute(
        """
        INSERT INTO turns (chat, person, question, language, message, asked_at)
        VALUES (:chat, :person, :question, :language, :message, :at)
        ON CONFLICT DO UPDATE
        SET question = excluded.question, language = excluded.language, message = excluded.message,
            asked_at = excluded.asked_at
        WHERE excluded.message >= turns.message
            OR unixepoch(excluded.asked_at) - unixepoch(turns.asked_at) > :late
        """,
        {
            "chat": chat,
            "person": person,
            "question": reply.question,
            "language": reply.language,
            "message": reply.asked,
            "at": at,
            "late": LATE,
        },
    )


def write_reply(db: Database, chat: int, person: int, reply: Reply) -> None:
    """Keep which message answers which."""
    row = [chat, person, reply.asked, reply.answered, reply.question]
    columns = "chat, person, asked, answered, question"
    last = db.execute(f"INSERT OR REPLACE INTO replies ({columns}) VALUES (?, ?, ?, ?, ?)", row).lastrowid or 0
    db.execute("DELETE FROM replies WHERE id <= ?", [last - KEPT])


def read_reply(db: Database, chat: int, asked: int) -> tuple[int, str] | None:
    """Return the message that answers message `asked`, and its question."""
    row = db.execute("SELECT answered, question FROM replies WHERE chat = ? AND asked = ?", [chat, asked]).fetchone()
    return (int(row[0]), str(row[1])) if row else None


def write_reactions(db: Database, chat: int, person: int, message: int, emoji: tuple[str, ...], at: str) -> None:
    """Keep the reactions of a person to a message in place of those before, with the question that it answers."""
    row = db.execute("SELECT question FROM replies WHERE chat = ? AND answered = ?", [chat, message]).fetchone()
    db.execute("DELETE FROM reactions WHERE chat = ? AND message = ? AND person = ?", [chat, message, person])
    for one in emoji:
        db.execute(
            "INSERT OR IGNORE INTO reactions (chat, person, message, emoji, question, at) VALUES (?, ?, ?, ?, ?, ?)",
            [chat, person, message, one, row[0] if row else None, at],
        )


def count_reactions(db: Database) -> list[tuple[str, int]]:
    """Return each reaction with how often it was given, the most frequent first."""
    sql = "SELECT emoji, count(*) FROM reactions GROUP BY emoji ORDER BY count(*) DESC, emoji"
    return [(row[0], int(row[1])) for row in db.execute(sql).fetchall()]


def reacted_questions(db: Database, emoji: tuple[str, ...], most: int) -> list[tuple[str, int]]:
    """Return the questions whose answers got one of these reactions, with how often, the most frequent first."""
    marks = ", ".join("?" * len(emoji))
    sql = f"""
        SELECT question, count(*) FROM reactions WHERE emoji IN ({marks}) AND question IS NOT NULL
        GROUP BY question ORDER BY count(*) DESC, max(at) DESC LIMIT ?
    """
    return [(row[0], int(row[1])) for row in db.execute(sql, [*emoji, most]).fetchall()]
