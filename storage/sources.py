"""Sources of articles, and how their last round went."""

from dataclasses import dataclass
from typing import Literal, cast

from sqlite_utils import Database

SourceKind = Literal["file", "feed"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where articles come from. `etag` and `modified` are the server's, for asking only for what is new."""

    id: int
    kind: SourceKind
    address: str
    etag: str | None = None
    modified: str | None = None
    checked_at: str | None = None
    error: str | None = None
    errors: int = 0  # rounds that failed since the last good one
    articles: int = 0  # read over all rounds


def read_sources(db: Database) -> list[Source]:
    """Return all sources in the order in which they were added."""
    return [_source(row) for row in db.query("SELECT * FROM sources ORDER BY id")]


def _source(row: dict[str, object]) -> Source:
    return Source(**cast(dict[str, int], row))  # type: ignore[arg-type]


def write_source(db: Database, kind: SourceKind, address: str) -> Source:
    """Add a source, or return the known one of that address."""
    row = {"kind": kind, "address": address, "errors": 0, "articles": 0}
    if not list(db.query("SELECT id FROM sources WHERE address = ?", [address])):
        db.table("sources").insert(row, pk="id")
    return _source(next(iter(db.query("SELECT * FROM sources WHERE address = ?", [address]))))


def write_round(
    db: Database,
    source_id: int,
    *,
    at: str,
    etag: str | None = None,
    modified: str | None = None,
    error: str | None = None,
    articles: int = 0,
) -> None:
    """Note how a round went. A failed one keeps what the server said last, and adds to the count of errors."""
    if error is None:
        sql = """
            UPDATE sources SET checked_at = ?, etag = ?, modified = ?, error = NULL, errors = 0, articles = articles + ?
            WHERE id = ?
        """
        db.execute(sql, [at, etag, modified, articles, source_id])
    else:
        sql = "UPDATE sources SET checked_at = ?, error = ?, errors = errors + 1, articles = articles + ? WHERE id = ?"
        db.execute(sql, [at, error, articles, source_id])
