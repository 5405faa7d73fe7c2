"""Articles with their facts: saving one is one transaction, and what it no longer states is withdrawn, not deleted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlite_utils import Database

from extract.decide import fingerprint
from extract.model import Article, Found, Language
from storage.aside import forget_aside
from storage.facts import FactRow, evidence_rows, row_of
from storage.keys import forget_mentions, marks, write_mentions
from storage.mentions import mentions_of
from storage.postings import seal
from storage.ranges import range_keys
from storage.reprints import ids_of, numbers_like, root_of, write_sketch

INSERT_EVIDENCE = """
    INSERT INTO evidence VALUES (:fact, :position, :start, :stop, :quote, :rule, :slots, :within)
"""
KEEP_VERSION = """
    INSERT INTO versions (article, version, url, title, published, language, text, replaced_at)
    SELECT number, (SELECT count(*) + 1 FROM versions WHERE article = number),
        url, title, published, language, text, ? FROM articles WHERE number = ?
"""
SHOWN_FROM = 0.5  # confidence: facts below are stored for review and not shown


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving an article changed: facts that are new (or stated again), and facts that it no longer states."""

    new: int
    withdrawn: int


def read_article(db: Database, identity: str) -> Article | None:
    """Return the article with that id."""
    rows = list(db.query("SELECT * FROM articles WHERE id = ?", [identity]))
    return _article(rows[0]) if rows else None


def read_versions(db: Database, identity: str) -> list[Article]:
    """Return what the article with that id said before, the first version first; none where it never changed."""
    sql = """
        SELECT a.id, a.sample, v.* FROM versions v JOIN articles a ON a.number = v.article
        WHERE a.id = ? ORDER BY v.version
    """
    return [_article(row) for row in db.query(sql, [identity])]


def read_like(db: Database, article: Article) -> list[Article]:
    """Return the articles whose text may be that of `article`, in the order in which they were read."""
    known = (read_article(db, one) for one in ids_of(db, numbers_like(db, article)))
    return [one for one in known if one and one.id != article.id]


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        text=row["text"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        language=cast(Language | None, row["language"]),
        sample=bool(row["sample"]),
    )


def write_article(
    db: Database, article: Article, found: Sequence[Found], seen_at: str, repeats: str | None = None
) -> Saved:
    """Store an article and all that it states, inside the caller's transaction.

    `repeats` is the id of the article whose text it tells again.
    """
    number = _write_text(db, article, seen_at, root_of(db, repeats) if repeats else None)
    forget_aside(db, article.id)
    known = {
        row["identity"]: row
        for row in db.query("SELECT id, identity, withdrawn_at FROM facts WHERE article = ?", [number])
    }
    stated = _merged(found)
    new, last = 0, 0
    for identity, (one, row) in stated.items():
        before = known.get(identity)
        new += before is None or before["withdrawn_at"] is not None
        fact_id = _write_fact(db, number, one, row, seen_at, before["id"] if before else None)
        db.conn.executemany(INSERT_EVIDENCE, evidence_rows(fact_id, one.evidence))
        last = max(last, fact_id)
        if one.confidence >= SHOWN_FROM:
            mentions = mentions_of(one, article)
            for key in range_keys(one.fact, row, article.published):
                mentions.add(*key)
            write_mentions(db, fact_id, mentions)
        else:
            forget_mentions(db, fact_id)
    gone = [row["id"] for identity, row in known.items() if identity not in stated and row["withdrawn_at"] is None]
    for fact_id in gone:
        db.execute("UPDATE facts SET withdrawn_at = ? WHERE id = ?", [seen_at, fact_id])
        forget_mentions(db, fact_id)
    seal(db, last)
    return Saved(new=new, withdrawn=len(gone))


def _write_text(db: Database, article: Article, seen_at: str, origin: int | None) -> int:
    columns = {name: getattr(article, name) for name in Article.__slots__}
    columns |= {"sample": int(article.sample), "fingerprint": fingerprint(article), "last_seen": seen_at}
    known = db.execute("SELECT number, fingerprint, text FROM articles WHERE id = ?", [article.id]).fetchone()
    if known is None:
        number = _insert(db, "articles", columns | {"first_seen": seen_at, "origin": origin})
        write_sketch(db, number, article.text, None)
        return number
    number, before, text = int(known[0]), known[1], known[2]
    if before != columns["fingerprint"]:
        db.execute(KEEP_VERSION, [seen_at, number])
        write_sketch(db, number, article.text, text)
    if origin != number and not db.execute("SELECT 1 FROM articles WHERE origin = ?", [number]).fetchone():
        columns["origin"] = origin  # one that others repeat stays their source
    db.table("articles").update(number, columns)
    return number


def _insert(db: Database, table: str, columns: dict[str, object]) -> int:
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(columns)})"
    return int(db.conn.execute(sql, list(columns.values())).lastrowid or 0)


def _merged(found: Sequence[Found]) -> dict[str, tuple[Found, FactRow]]:
    """One entry a fact: a fact that was found twice keeps all its evidence and the better confidence."""
    merged: dict[str, tuple[Found, FactRow]] = {}
    for one in found:
        row = row_of(one.fact)
        if row.identity in merged:
            before, _ = merged[row.identity]
            evidence = tuple(dict.fromkeys((*before.evidence, *one.evidence)))
            one = replace(before, evidence=evidence, confidence=max(before.confidence, one.confidence))
        merged[row.identity] = one, row
    return merged


def _write_fact(db: Database, number: int, one: Found, row: FactRow, seen_at: str, known: int | None) -> int:
    if known is not None:
        db.execute(
            "UPDATE facts SET confidence = ?, last_seen = ?, withdrawn_at = NULL WHERE id = ?",
            [one.confidence, seen_at, known],
        )
        db.execute("DELETE FROM evidence WHERE fact = ?", [known])
        return known
    columns = {name: getattr(row, name) for name in FactRow.__slots__}
    seen = {"article": number, "confidence": one.confidence, "first_seen": seen_at, "last_seen": seen_at}
    return _insert(db, "facts", columns | seen)
