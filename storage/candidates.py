"""The facts with these numbers, and how they satisfy the conditions of a query."""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from storage.conditions import Condition
from storage.keys import marks
from storage.mentions import IMPLIED, IN_ARTICLE
from storage.postings import reaches_of
from storage.rank import Candidate, Match


def read_candidates(
    db: Database, ids: Sequence[int], conditions: Sequence[Condition] = (), liked: Sequence[int] = ()
) -> list[Candidate]:
    """Return the facts with these ids, how each condition is satisfied by them, and how much of `liked` they have."""
    sql = f"""
        SELECT f.id, f.kind, f.slots, f.article, f.confidence, f.first_day, f.last_day, a.published, f.amount, f.worth,
            f.found_by, coalesce(a.origin, a.number), f.withdrawn_at
        FROM facts f JOIN articles a ON a.number = f.article WHERE f.id IN ({marks(ids)})
    """
    wanted = {choice.key for condition in conditions for choice in condition.choices}.union(liked)
    found = []
    for row in db.conn.execute(sql, ids):
        number, kind, slots, article, confidence, first, last, published, amount, worth, found_by, origin, gone = row
        held = reaches_of(found_by, wanted)
        share = sum(held.get(key, IN_ARTICLE) <= IMPLIED for key in liked) / len(liked) if liked else 0.0
        found.append(
            Candidate(
                id=number,
                kind=kind,
                slots=slots,
                article=article,
                confidence=confidence,
                first_day=first,
                last_day=last,
                published=published,
                amount=amount,
                worth=worth,
                matches=tuple(_best(conditions, held)),
                liked=share,
                origin=origin,
                withdrawn_at=gone,
            )
        )
    return found


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
