"""The facts of each key: the newest as rows, older ones as sets of bits by block.

Rows are quick to add, sets quick to cut; every SEALED_AFTER facts the rows are moved into the sets, in the transaction
of the article that fills them. A key has one list for each tier: what slots name or imply, what the evidence holds,
what only the rest of the article holds.
"""

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence

from sqlite_utils import Database

from storage.bits import bits_of, block_of, pack, packed_with, unpack
from storage.mentions import IMPLIED

TIERS = 4  # numbers of lists for a key, one is spare
BLOCKS = 16  # bits for the number of a block
REPLACE = "INSERT OR REPLACE INTO postings (number, facts) VALUES (?, ?)"
SEALED_AFTER = 512  # facts


def list_of(key: int, reach: int) -> int:
    """Return the number of the list of a key that a mention of that reach belongs to."""
    return key * TIERS + max(reach - IMPLIED, 0)


def lists_of(key: int, reach: int) -> range:
    """Return the lists of a key with mentions of up to that reach, the nearest first."""
    return range(key * TIERS, list_of(key, reach) + 1)


def has_facts(db: Database, key: int) -> bool:
    """Tell whether any fact has the key."""
    sql = """
        SELECT EXISTS (SELECT 1 FROM postings WHERE number BETWEEN ? AND ?)
            OR EXISTS (SELECT 1 FROM mentions WHERE key = ?)
    """
    return bool(db.conn.execute(sql, [*_numbers(key * TIERS, key * TIERS + TIERS - 1), key]).fetchone()[0])


def blocks_of(db: Database, lists: Iterable[range]) -> dict[int, list[int]]:
    """Return the blocks in which any of the lists has facts, with the numbers of their sets."""
    blocks: dict[int, list[int]] = {}
    run = db.conn.execute
    for some in lists:
        for (number,) in run("SELECT number FROM postings WHERE number BETWEEN ? AND ?", _numbers(some[0], some[-1])):
            blocks.setdefault(number & ((1 << BLOCKS) - 1), []).append(number)
    return blocks


def read_sets(db: Database, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the sets of facts with these numbers."""
    marked = ", ".join("?" * len(numbers))
    for number, packed in db.conn.execute(f"SELECT number, facts FROM postings WHERE number IN ({marked})", numbers):
        yield number, unpack(packed)


def whole_list(db: Database, one: int) -> dict[int, int]:
    """Return all facts of a list by block."""
    sql = "SELECT number, facts FROM postings WHERE number BETWEEN ? AND ? ORDER BY number DESC"
    found = {
        number & ((1 << BLOCKS) - 1): unpack(packed) for number, packed in db.conn.execute(sql, _numbers(one, one))
    }
    recent = "SELECT fact FROM mentions WHERE key = ? AND max(reach, ?) = ?"
    tier = IMPLIED + one % TIERS
    for (fact,) in db.conn.execute(recent, [one // TIERS, IMPLIED, tier]):
        found[block_of(fact)] = found.get(block_of(fact), 0) | bits_of([fact])
    return found


def recent_of(db: Database, keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the lists of keys and the facts in them that have not been sealed yet."""
    marked = ", ".join("?" * len(keys))
    for key, fact, reach in db.conn.execute(f"SELECT key, fact, reach FROM mentions WHERE key IN ({marked})", keys):
        yield list_of(key, reach), fact


def _numbers(first: int, last: int) -> tuple[int, int]:
    return first << BLOCKS, ((last + 1) << BLOCKS) - 1


def sealed_upto(db: Database) -> int:
    """Return the last fact that is in the sets."""
    return int(db.conn.execute("SELECT upto FROM sealed").fetchone()[0])


def post(db: Database, fact: int, reaches: dict[int, int]) -> None:
    """Let a fact be found by exactly these keys with their reaches; what it was found by before is forgotten."""
    packed = array("I", sorted(key * TIERS + reach for key, reach in reaches.items())).tobytes()
    before = read_found_by(db, fact)
    if packed == before:
        return
    db.conn.execute("UPDATE facts SET found_by = ? WHERE id = ?", [packed, fact])
    if fact > sealed_upto(db):
        if before:
            db.conn.execute("DELETE FROM mentions WHERE fact = ?", [fact])
        rows = [(key, fact, reach) for key, reach in sorted(reaches.items())]
        db.conn.executemany("INSERT INTO mentions (key, fact, reach) VALUES (?, ?, ?)", rows)
        return
    old = {list_of(key, reach) for key, reach in unpacked(before)}
    new = {list_of(key, reach) for key, reach in reaches.items()}
    for one in old - new:
        _change(db, one, block_of(fact), 0, bits_of([fact]))
    for one in new - old:
        _change(db, one, block_of(fact), bits_of([fact]), 0)


def read_found_by(db: Database, fact: int) -> bytes:
    """Return what `unpacked` reads."""
    return bytes(db.conn.execute("SELECT found_by FROM facts WHERE id = ?", [fact]).fetchone()[0])


def reaches_of(found_by: bytes, wanted: Container[int]) -> dict[int, int]:
    """Return those of the keys of a fact that are wanted, with their reaches."""
    return {one // TIERS: one % TIERS for one in array("I", found_by) if one // TIERS in wanted}


def unpacked(found_by: bytes) -> list[tuple[int, int]]:
    """Return the keys of a fact with their reaches."""
    return [divmod(one, TIERS) for one in array("I", found_by)]


def seal(db: Database, last: int) -> None:
    """Move the rows of facts up to `last` into the sets, where there are enough of them."""
    if last - sealed_upto(db) < SEALED_AFTER:
        return
    rows = db.conn.execute("SELECT key, reach, fact FROM mentions ORDER BY key, reach, fact").fetchall()
    placed = ((list_of(key, reach), block_of(fact), fact) for key, reach, fact in rows)
    sets: dict[tuple[int, int], list[int]] = {}
    for one, block, fact in placed:
        sets.setdefault((one, block), []).append(fact)
    for (one, block), facts in sets.items():
        number = one << BLOCKS | block
        row = db.conn.execute("SELECT facts FROM postings WHERE number = ?", [number]).fetchone()
        db.conn.execute(REPLACE, [number, packed_with(row[0] if row else b"", facts)])
    db.conn.execute("DELETE FROM mentions")
    db.conn.execute("UPDATE sealed SET upto = ?", [last])


def _change(db: Database, one: int, block: int, more: int, less: int) -> None:
    number = one << BLOCKS | block
    row = db.conn.execute("SELECT facts FROM postings WHERE number = ?", [number]).fetchone()
    bits = ((unpack(row[0]) if row else 0) | more) & ~less
    if bits:
        db.conn.execute(REPLACE, [number, pack(bits)])
    else:
        db.conn.execute("DELETE FROM postings WHERE number = ?", [number])
