"""Pictures that Telegram has already: by their content, so that none is uploaded twice."""

from sqlite_utils import Database

KEPT = 5_000  # pictures; the oldest are forgotten and uploaded anew


def read_picture(db: Database, key: str) -> str | None:
    """Return Telegram's id of the picture, None where it has not been sent yet."""
    row = db.execute("SELECT file_id FROM pictures WHERE key = ?", [key]).fetchone()
    return str(row[0]) if row else None


def write_picture(db: Database, key: str, file_id: str, at: str) -> None:
    """Keep Telegram's id of a picture; `at` is an ISO time."""
    db.execute("INSERT OR REPLACE INTO pictures (key, file_id, kept_at) VALUES (?, ?, ?)", [key, file_id, at])
    db.execute(
        "DELETE FROM pictures WHERE key IN (SELECT key FROM pictures ORDER BY kept_at DESC, key LIMIT -1 OFFSET ?)",
        [KEPT],
    )
