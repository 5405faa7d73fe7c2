"""Facts as hits: with the sentences that they stand in, and what is shown of their articles."""

from collections.abc import Sequence
from typing import Any, cast

from sqlite_utils import Database

from extract.model import Evidence, Language
from extract.query import ArticleReference, Hit
from storage.facts import evidence_from_row
from storage.keys import marks
from storage.rank import Candidate


def read_hits(db: Database, scored: Sequence[tuple[float, Candidate]]) -> tuple[Hit, ...]:
    """Return candidates as hits, with their evidence and articles."""
    ids = [one.id for _, one in scored]
    evidence: dict[int, list[Evidence]] = {}
    sql = f"""
        SELECT fact, start, stop, quote, rule, slots, within FROM evidence
        WHERE fact IN ({marks(ids)}) ORDER BY fact, position
    """
    for fact, *row in db.conn.execute(sql, ids):
        evidence.setdefault(fact, []).append(evidence_from_row(*row))
    numbers = sorted({one.article for _, one in scored})
    sql = f"""
        SELECT a.number, a.id, a.url, a.title, a.published, a.language, a.sample, o.id AS origin
        FROM articles a LEFT JOIN articles o ON o.number = a.origin WHERE a.number IN ({marks(numbers)})
    """
    articles = {row["number"]: _reference(row) for row in db.query(sql, numbers)}
    return tuple(
        Hit(
            id=one.id,
            fact=one.fact,
            evidence=tuple(evidence.get(one.id, ())),
            confidence=one.confidence,
            article=articles[one.article],
            score=round(score, 3),
            why=tuple(str(match) for match in sorted(one.matches, key=lambda match: -match.quality)),
            withdrawn_at=one.withdrawn_at,
        )
        for score, one in scored
    )


def _reference(row: dict[str, Any]) -> ArticleReference:
    language = cast(Language, row["language"] or "ru")
    return ArticleReference(
        row["id"], row["url"], row["title"], row["published"], language, bool(row["sample"]), row["origin"]
    )
