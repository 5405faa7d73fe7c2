"""The facts that satisfy conditions: sets of facts are cut block by block, the latest first, until there are enough.

Facts whose slots satisfy all conditions come before those where only a sentence does. What columns alone tell is
checked for the facts that are left, at most CHECKED of them, so that no question reads more than that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlite_utils import Database

from extract.query import Order
from storage.bits import bits_of, block_of, facts_in
from storage.conditions import Condition
from storage.filters import Filter
from storage.keys import marks, names_of
from storage.mentions import IMPLIED, IN_SLOT
from storage.postings import BLOCKS, TIERS, blocks_of, list_of, lists_of, read_sets, recent_of, whole_list

CHECKED = 4000  # facts
DOUBT = 0.2  # by which a choice may be less certain than the best one and still be as good
LIKED = 20  # facts with most of what is liked that are enough
BATCH = 500  # facts that are checked at once
ORDERS: dict[Order, tuple[str, str, bool]] = {
    "largest": ("worth", "f.worth DESC", True),
    "smallest": ("worth", "f.worth", False),
    "latest": ("latest", "coalesce(f.last_day, a.published) DESC", True),
    "earliest": ("earliest", "coalesce(f.first_day, a.published)", False),
}


@dataclass(slots=True)
class Lists:
    """The lists of facts of one condition; in each block a fact must be in one of them."""

    near: frozenset[int]  # those of facts whose slots satisfy the condition, and surely so
    blocks: dict[int, list[int]]  # numbers of the sets by block
    recent: dict[int, dict[int, list[int]]]  # facts that are in no set yet, by block and list


@dataclass(frozen=True, slots=True)
class Cut:
    """The facts of one block that satisfy all conditions, those of them whose slots do, and of these the `liked`."""

    block: int
    all: int
    near: int
    liked: int = 0


def gather(
    db: Database,
    conditions: Sequence[Condition],
    covers: Sequence[Sequence[int]],
    filters: Sequence[Filter],
    order: Order | None,
    most: int,
    liked: Sequence[int] = (),
) -> list[int]:
    """Return up to `most` facts that satisfy all conditions and filters: the first by `order`, else the latest.

    Of many, those come first whose slots hold most of the keys `liked`.
    """
    lists = [
        _read(db, [(one.key, one.reach) for one in condition.choices], _sure(condition)) for condition in conditions
    ]
    lists += [_read(db, [(key, IN_SLOT) for key in cover]) for cover in covers]
    cuts = _cuts(db, lists, [_read(db, [(key, IMPLIED)]) for key in liked])
    ids = _ordered(db, cuts, order, most) if order else _latest(cuts, most, bool(liked))
    return _checked(db, ids, filters, most)


def _sure(condition: Condition) -> frozenset[int]:
    """Return the keys of the surest choices: a town comes before the region around it."""
    return frozenset(one.key for one in condition.choices if one.certainty > condition.certainty - DOUBT)


def _read(db: Database, keys: Sequence[tuple[int, int]], sure: frozenset[int] | None = None) -> Lists:
    wanted = {one for key, reach in keys for one in lists_of(key, reach)}
    recent: dict[int, dict[int, list[int]]] = {}
    for one, fact in recent_of(db, [key for key, _ in keys]):
        if one in wanted:
            recent.setdefault(block_of(fact), {}).setdefault(one, []).append(fact)
    nearest = {one for key, reach in keys if sure is None or key in sure for one in lists_of(key, reach)}
    near = frozenset(one for one in nearest if one % TIERS == IN_SLOT)
    return Lists(near, blocks_of(db, [lists_of(key, reach) for key, reach in keys]), recent)


def _cuts(db: Database, lists: Sequence[Lists], liked: Sequence[Lists]) -> Iterator[Cut]:
    """Yield what all lists share, the latest block first."""
    shared = set.intersection(*({*one.blocks, *one.recent} for one in lists))
    for block in sorted(shared, reverse=True):
        numbers = {number for one in (*lists, *liked) for number in one.blocks.get(block, ())}
        sets = dict(read_sets(db, sorted(numbers)))
        everything = near = -1
        for one in lists:
            of_all, of_near = _united(one, block, sets)
            everything &= of_all
            near &= of_near
            if not everything:
                break
        if everything:
            best = near
            for one in liked:
                best = best & _united(one, block, sets)[1] or best
            yield Cut(block, everything, near, best if best != near else 0)


def _united(one: Lists, block: int, sets: Mapping[int, int]) -> tuple[int, int]:
    """Return the facts of a block that are in any of the lists, and those in the near ones."""
    everything = near = 0
    found = [(number >> BLOCKS, sets[number]) for number in one.blocks.get(block, ())]
    found += [(number, bits_of(facts)) for number, facts in one.recent.get(block, {}).items()]
    for number, bits in found:
        everything |= bits
        if number in one.near:
            near |= bits
    return everything, near


def _latest(cuts: Iterator[Cut], most: int, liking: bool) -> Iterator[int]:
    """Yield the latest facts: those that are liked, those whose slots satisfy the conditions, the others."""
    liked_count = near_count = 0
    near: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for cut in cuts:
        yield from facts_in(cut.liked, cut.block)
        near.append((cut.near & ~cut.liked, cut.block))
        others.append((cut.all & ~cut.near, cut.block))
        liked_count += cut.liked.bit_count()
        near_count += near[-1][0].bit_count()
        if liked_count + near_count >= most and (not liking or liked_count >= min(LIKED, most)):
            yield from _facts_in_all(near)
            near = []
    yield from _facts_in_all(near)
    yield from _facts_in_all(others)


def _facts_in_all(sets: Iterable[tuple[int, int]]) -> Iterator[int]:
    for bits, block in sets:
        yield from facts_in(bits, block)


def _ordered(db: Database, cuts: Iterator[Cut], order: Order, most: int) -> Iterator[int]:
    """Yield the first facts by an order: those of the first step of its scale, then of the next; last those of none."""
    type_, column, backwards = ORDERS[order]
    left = {cut.block: cut.all for cut in cuts}
    if sum(bits.bit_count() for bits in left.values()) > most:
        for _, key in sorted(names_of(db, type_).items(), reverse=backwards):
            step: list[int] = []
            for block, bits in whole_list(db, list_of(key, IN_SLOT)).items():
                if found := bits & left.get(block, 0):
                    left[block] &= ~found
                    step += facts_in(found, block)
            yield from _sorted(db, step[:CHECKED], column)
    for block, bits in left.items():
        yield from facts_in(bits, block)


def _sorted(db: Database, ids: Sequence[int], column: str) -> list[int]:
    if len(ids) < 2:
        return list(ids)
    sql = f"""
        SELECT f.id FROM facts f JOIN articles a ON a.number = f.article
        WHERE f.id IN ({marks(ids)}) ORDER BY {column}, f.id DESC
    """
    return [row[0] for row in db.conn.execute(sql, ids)]


def _checked(db: Database, ids: Iterator[int], filters: Sequence[Filter], most: int) -> list[int]:
    """Return the first facts that pass all filters, in the order in which they come."""
    if not filters:
        return list(islice(ids, most))
    kept: list[int] = []
    values = [value for one in filters for value in one.values]
    sides = " AND ".join(one.sql for one in filters)
    for _ in range(0, CHECKED, BATCH):
        batch = list(islice(ids, BATCH))
        sql = f"""
            SELECT f.id FROM facts f JOIN articles a ON a.number = f.article
            WHERE f.id IN ({marks(batch)}) AND {sides}
        """
        passed = {row[0] for row in db.conn.execute(sql, [*batch, *values])}
        kept += [one for one in batch if one in passed]
        if len(kept) >= most or len(batch) < BATCH:
            break
    return kept[:most]
