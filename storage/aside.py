"""Articles that could not be read: set aside with their error, so that they stop nothing and can be tried again."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from extract.decide import fingerprint
from extract.model import Article


@dataclass(frozen=True, slots=True)
class Aside:
    """An article that was set aside: `error` is one line, `tries` how often it was tried, `at` an ISO time."""

    article: Article
    error: str
    tries: int
    at: str


def read_aside(db: Database) -> list[Aside]:
    """Return what is set aside, the latest first."""
    rows = db.query("SELECT record, error, tries, tried_at FROM aside ORDER BY tried_at DESC, id")
    return [Aside(_article(row["record"]), row["error"], row["tries"], row["tried_at"]) for row in rows]


def is_aside(db: Database, article: Article) -> bool:
    """Tell whether just this text of an article is set aside."""
    row = db.conn.execute("SELECT fingerprint FROM aside WHERE id = ?", [article.id]).fetchone()
    return bool(row) and row[0] == fingerprint(article)


def write_aside(db: Database, article: Article, error: str, tries: int, at: str) -> None:
    """Set an article aside; tries of the same text add up."""
    if is_aside(db, article):
        db.execute(
            "UPDATE aside SET error = ?, tries = tries + ?, tried_at = ? WHERE id = ?", [error, tries, at, article.id]
        )
        return
    row = [article.id, json.dumps(_record(article)), fingerprint(article), error, tries, at]
    db.execute("INSERT OR REPLACE INTO aside VALUES (?, ?, ?, ?, ?, ?)", row)


def forget_aside(db: Database, identity: str) -> None:
    """Set an article aside no longer: it was read."""
    db.execute("DELETE FROM aside WHERE id = ?", [identity])


def _record(article: Article) -> dict[str, object]:
    return {name: value for name in Article.__slots__ if (value := getattr(article, name)) is not None}


def _article(record: str) -> Article:
    return Article(**json.loads(record))
