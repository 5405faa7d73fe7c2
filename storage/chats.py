"""What is kept of chats: what was chosen for them, and questions that buttons lead back to."""

from dataclasses import dataclass, fields
from typing import cast

from sqlite_utils import Database

from extract.model import Language

KEPT = 20_000  # remembered questions; older ones are forgotten, their buttons then say so


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What was chosen for a chat; None: nothing was.

    Quiet hours are local times, "22:00" to "07:00", both or none. `brief`: answers of three facts, without quotes.
    """

    language: Language | None = None
    time_zone: str | None = None
    quiet_from: str | None = None
    quiet_to: str | None = None
    brief: bool = False


def read_settings(db: Database, chat: int) -> ChatSettings:
    """Return what was chosen for a chat."""
    sql = "SELECT language, time_zone, quiet_from, quiet_to, brief FROM chats WHERE id = ?"
    row = db.execute(sql, [chat]).fetchone()
    return ChatSettings(row[0], row[1], row[2], row[3], bool(row[4])) if row else ChatSettings()


def write_settings(db: Database, chat: int, settings: ChatSettings) -> None:
    """Keep what was chosen for a chat."""
    chosen = {field.name: getattr(settings, field.name) for field in fields(settings)}
    db.table("chats").upsert({"id": chat} | chosen, pk="id")


def read_language(db: Database, chat: int) -> Language | None:
    """Return the language that a chat has chosen."""
    row = db.execute("SELECT language FROM chats WHERE id = ?", [chat]).fetchone()
    return cast(Language, row[0]) if row else None


def write_language(db: Database, chat: int, language: Language) -> None:
    """Keep the language that a chat has chosen."""
    db.table("chats").upsert({"id": chat, "language": language}, pk="id")


def remember_question(db: Database, chat: int, question: str, language: Language, at: str) -> int:
    """Keep a question and return its number; the same question of a chat keeps its number."""
    known = db.execute(
        "SELECT id FROM questions WHERE chat = ? AND question = ? AND language = ?", [chat, question, language]
    ).fetchone()
    if known:
        db.execute("UPDATE questions SET asked_at = ? WHERE id = ?", [at, known[0]])
        return int(known[0])
    row = {"chat": chat, "question": question, "language": language, "asked_at": at}
    number = int(db.table("questions").insert(row, pk="id").last_pk or 0)
    db.execute("DELETE FROM questions WHERE id <= ?", [number - KEPT])
    return number


def recall_question(db: Database, number: int) -> tuple[str, Language] | None:
    """Return a remembered question with its language, None where it has been forgotten."""
    row = db.execute("SELECT question, language FROM questions WHERE id = ?", [number]).fetchone()
    return (row[0], cast(Language, row[1])) if row else None
