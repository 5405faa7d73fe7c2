"""The facts that satisfy conditions: lists of facts of keys are cut with each other, the shortest first.

At most GATHERED facts are read for each key, the latest stored first: a common place costs no more than a rare one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlite_utils import Database

from extract.model import Language
from extract.query import ArticleReference, Hit, Order
from storage.articles import SHOWN_FROM
from storage.conditions import DATED_BY_ITSELF, Condition, Filter
from storage.facts import evidence_from_row, fact_from_slots
from storage.keys import ENOUGH, facts_of, marks
from storage.rank import Candidate, Match

GATHERED = 500
COUNTED = 5_000  # facts; a total above is given as this
ORDERS: dict[Order | None, str] = {
    "largest": "f.worth DESC",
    "smallest": "f.worth",
    "latest": "coalesce(f.last_day, a.published) DESC",
    "earliest": "coalesce(f.first_day, a.published) IS NULL, coalesce(f.first_day, a.published)",
}
MENTIONS, FACTS = "mentions m", "facts f"
SHOWN = f"f.withdrawn_at IS NULL AND f.confidence >= {SHOWN_FROM}"
Values = list[Any]


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin: a table that yields ids of facts, with conditions that an index answers."""

    table: str
    where: str
    values: Values
    order: str = "f.id DESC"

    @property
    def id(self) -> str:
        """The column with the id."""
        return "m.fact" if self.table == MENTIONS else "f.id"


def gather(
    db: Database, conditions: Sequence[Condition], filters: Sequence[Filter], order: Order | None = None
) -> tuple[list[Candidate], int]:
    """Return facts that satisfy all conditions and filters, the latest of many, and how many there are in all."""
    starts, rest = _starts(db, conditions, filters, order)
    sql, values = _select(starts, rest, filters, ORDERS.get(order), GATHERED)
    ids = [row[0] for row in db.execute(sql, values).fetchall()]
    total = len(ids)
    if total >= GATHERED:
        sql, values = _select(starts, rest, filters, None, COUNTED)
        total = min(int(db.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0]), COUNTED)
    return read_candidates(db, ids, conditions), total


def _starts(
    db: Database, conditions: Sequence[Condition], filters: Sequence[Filter], order: Order | None
) -> tuple[list[Start], Sequence[Condition]]:
    """Return where to begin, and the conditions that are left to check: the shortest list of facts, if it is short.

    Else the facts in the order that is asked for, or those of the period where they are few.
    """
    sizes = [sum(facts_of(db, choice.key) for choice in condition.choices) for condition in conditions]
    kinds = next((condition for condition in conditions if condition.type == "kind"), None)
    if kinds and min(sizes) >= ENOUGH:
        if order in ("largest", "smallest"):
            where = f"f.kind = ? AND {SHOWN}"
            return [Start(FACTS, where, [choice.name], ORDERS[order]) for choice in kinds.choices], conditions
        if in_period := _starts_in_period(db, kinds, filters):
            return in_period, conditions
    if not conditions:
        return [Start(FACTS, SHOWN, [])], ()
    shortest = sizes.index(min(sizes))
    choices = conditions[shortest].choices
    starts = [Start(MENTIONS, "m.key = ? AND m.reach <= ?", [one.key, one.reach], "m.fact DESC") for one in choices]
    return starts, [*conditions[:shortest], *conditions[shortest + 1 :]]


def _starts_in_period(db: Database, kinds: Condition, filters: Sequence[Filter]) -> list[Start]:
    """Return the facts of the kinds that are dated before the end of the period or undated, where they are few."""
    last = next((one.values[0] for one in filters if one.label == "period"), None)
    if last is None:
        return []
    named = [choice.name for choice in kinds.choices]
    starts = [Start(FACTS, f"f.kind = ? AND f.first_day <= ? AND {SHOWN}", [name, last]) for name in named]
    starts += [
        Start(FACTS, f"f.kind = ? AND f.first_day IS NULL AND {SHOWN}", [name])
        for name in named
        if name not in DATED_BY_ITSELF
    ]
    counted = "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT {})"
    few = [db.execute(counted.format(one.table, one.where, ENOUGH), one.values).fetchone()[0] for one in starts]
    return starts if max(few) < ENOUGH else []


def _select(
    starts: Sequence[Start], conditions: Sequence[Condition], filters: Sequence[Filter], order: str | None, limit: int
) -> tuple[str, Values]:
    """Return the query for the ids of facts: one part for each start, cut with all conditions and filters."""
    parts, everything = [], []
    for start in starts:
        where, values = [start.where], list(start.values)
        for condition in conditions:
            sql, more = _holds(condition, start.id)
            where.append(sql)
            values += more
        for one in filters:
            where.append(one.sql)
            values += one.values
        joined = "JOIN articles a ON a.number = f.article" if filters or order else ""
        if joined and start.table == MENTIONS:
            joined = f"JOIN facts f ON f.id = m.fact {joined}"
        parts.append(
            f"SELECT * FROM (SELECT {start.id} FROM {start.table} {joined}"
            f" WHERE {' AND '.join(where)} ORDER BY {order or start.order} LIMIT {limit})"
        )
        everything += values
    return " UNION ".join(parts), everything


def _holds(condition: Condition, fact: str) -> tuple[str, Values]:
    """Return SQL that tells whether the fact with the id `fact` satisfies a condition."""
    parts, values = [], []
    for reach in sorted({choice.reach for choice in condition.choices}):
        keys = [choice.key for choice in condition.choices if choice.reach == reach]
        parts.append(f"(o.key IN ({marks(keys)}) AND o.reach <= ?)")
        values += [*keys, reach]
    return f"EXISTS (SELECT 1 FROM mentions o WHERE o.fact = {fact} AND ({' OR '.join(parts)}))", values


def read_candidates(db: Database, ids: Sequence[int], conditions: Sequence[Condition] = ()) -> list[Candidate]:
    """Return the facts with these ids and how each condition is satisfied by them."""
    matches = _matches(db, ids, conditions)
    sql = f"""
        SELECT f.id, f.slots, f.article, f.confidence, f.first_day, f.last_day, a.published, f.amount, f.worth
        FROM facts f JOIN articles a ON a.number = f.article WHERE f.id IN ({marks(ids)})
    """
    return [
        Candidate(
            id=row["id"],
            fact=fact_from_slots(row["slots"]),
            article=row["article"],
            confidence=row["confidence"],
            first_day=row["first_day"],
            last_day=row["last_day"],
            published=row["published"],
            amount=row["amount"],
            worth=row["worth"],
            matches=matches.get(row["id"], ()),
        )
        for row in db.query(sql, list(ids))
    ]


def _matches(db: Database, ids: Sequence[int], conditions: Sequence[Condition]) -> dict[int, tuple[Match, ...]]:
    keys = sorted({choice.key for condition in conditions for choice in condition.choices})
    if not ids or not keys:
        return {}
    reaches: dict[int, dict[int, int]] = {}
    sql = f"SELECT fact, key, reach FROM mentions WHERE key IN ({marks(keys)}) AND fact IN ({marks(ids)})"
    for fact, key, reach in db.execute(sql, [*keys, *ids]).fetchall():
        reaches.setdefault(fact, {})[key] = reach
    return {fact: tuple(_best(conditions, held)) for fact, held in reaches.items()}


def _best(conditions: Iterable[Condition], held: dict[int, int]) -> Iterable[Match]:
    """Yield the best way in which each condition is satisfied by a fact that has the keys `held`."""
    for condition in conditions:
        ways = [
            Match(condition.label, choice.name, choice.how, choice.certainty, held[choice.key])
            for choice in condition.choices
            if choice.key in held and held[choice.key] <= choice.reach
        ]
        if ways:
            yield max(ways, key=lambda way: way.quality)


def read_hits(db: Database, scored: Sequence[tuple[float, Candidate]]) -> tuple[Hit, ...]:
    """Return candidates as hits, with their evidence and articles."""
    ids = [one.id for _, one in scored]
    evidence: dict[int, list[Any]] = {}
    for row in db.query(f"SELECT * FROM evidence WHERE fact IN ({marks(ids)}) ORDER BY fact, position", ids):
        evidence.setdefault(row["fact"], []).append(evidence_from_row(row))
    numbers = sorted({one.article for _, one in scored})
    sql = f"SELECT number, id, url, title, published, language, sample FROM articles WHERE number IN ({marks(numbers)})"
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
        )
        for score, one in scored
    )


def _reference(row: dict[str, Any]) -> ArticleReference:
    language = cast(Language, row["language"] or "ru")
    return ArticleReference(row["id"], row["url"], row["title"], row["published"], language, bool(row["sample"]))
