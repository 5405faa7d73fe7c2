"""Articles with their facts: saving one is one transaction, and what it no longer states is withdrawn, not deleted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from sqlite_utils import Database

from extract.decide import fingerprint
from extract.model import Article, Found, Language
from storage.facts import FactRow, evidence_rows, row_of
from storage.keys import forget_mentions, marks, write_mentions
from storage.mentions import mentions_of
from storage.postings import seal
from storage.ranges import range_keys

INSERT_EVIDENCE = """
    INSERT INTO evidence VALUES (:fact, :position, :start, :stop, :quote, :rule, :slots, :within)
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
    if not rows:
        return None
    row = rows[0]
    return Article(
        id=row["id"],
        text=row["text"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        language=cast(Language | None, row["language"]),
        sample=bool(row["sample"]),
    )


def write_article(db: Database, article: Article, found: Sequence[Found], seen_at: str) -> Saved:
    """Store an article and all that it states, inside the caller's transaction."""
    number = _write_text(db, article, seen_at)
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


def _write_text(db: Database, article: Article, seen_at: str) -> int:
    columns = {name: getattr(article, name) for name in Article.__slots__}
    columns |= {"sample": int(article.sample), "fingerprint": fingerprint(article), "last_seen": seen_at}
    known = db.execute("SELECT number FROM articles WHERE id = ?", [article.id]).fetchone()
    if known:
        db.table("articles").update(known[0], columns)
        return int(known[0])
    return _insert(db, "articles", columns | {"first_seen": seen_at})


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
