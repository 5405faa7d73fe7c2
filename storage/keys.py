"""Keys, their lists of facts and their spellings: written with an article, looked up by a question."""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from sqlite_utils import Database

from storage.mentions import Mentions

BEGINNING = 7  # letters of a word that the index of typos looks at
GAPS = 2  # letters that may be left out of them
SHORTEST_TYPO = 5  # letters: shorter words are too like each other
ENOUGH = 2000  # facts of a key that are counted; more are as good as "many"


def write_mentions(db: Database, fact_id: int, mentions: Mentions) -> None:
    """Store what a fact can be found by; the fact has no mentions before."""
    run = db.conn.executemany
    forms = {form for form, key in mentions.spellings if key[0] == "word" and len(form) >= SHORTEST_TYPO}
    new_forms = forms - _known_forms(db, forms)
    keys = sorted({*mentions.keys, *(key for _, key in mentions.spellings)})
    run("INSERT OR IGNORE INTO keys (type, name) VALUES (?, ?)", keys)
    rows = [(fact_id, reach, *key) for key, reach in mentions.keys.items()]
    run("INSERT INTO mentions (key, fact, reach) SELECT id, ?, ? FROM keys WHERE type = ? AND name = ?", rows)
    spellings = [(form, *key) for form, key in sorted(mentions.spellings)]
    run("INSERT OR IGNORE INTO spellings (form, key) SELECT ?, id FROM keys WHERE type = ? AND name = ?", spellings)
    beginnings = {form[:BEGINNING] for form in new_forms}
    gaps = [(gap, beginning) for beginning in sorted(beginnings) for gap in gaps_of(beginning)]
    run("INSERT OR IGNORE INTO beginnings (gap, beginning) VALUES (?, ?)", gaps)


def _known_forms(db: Database, forms: Collection[str]) -> set[str]:
    sql = f"SELECT form FROM spellings WHERE form IN ({marks(forms)})"
    return {row[0] for row in db.execute(sql, list(forms))}


def forget_mentions(db: Database, fact_id: int) -> None:
    """Let a fact be found by nothing any more."""
    db.execute("DELETE FROM mentions WHERE fact = ?", [fact_id])


def key_id(db: Database, type_: str, name: str) -> int | None:
    """Return the number of a key, None where no fact ever had it."""
    row = db.execute("SELECT id FROM keys WHERE type = ? AND name = ?", [type_, name]).fetchone()
    return int(row[0]) if row else None


def facts_of(db: Database, key: int) -> int:
    """Return how many facts a key has, counted up to ENOUGH."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM mentions WHERE key = ? LIMIT ?)"
    return int(db.execute(counted, [key, ENOUGH]).fetchone()[0])


def keys_spelled(db: Database, form: str, type_: str) -> dict[int, str]:
    """Return the keys of a type that a form spells, with their names."""
    sql = "SELECT keys.id, keys.name FROM spellings JOIN keys ON keys.id = key WHERE form = ? AND type = ?"
    return dict(db.execute(sql, [form, type_]).fetchall())


def forms_beginning(db: Database, beginning: str, limit: int) -> list[tuple[str, int]]:
    """Return forms of words that begin so, with their keys."""
    sql = """
        SELECT form, key FROM spellings JOIN keys ON keys.id = key
        WHERE form >= ? AND form < ? AND type = 'word' LIMIT ?
    """
    return [(form, key) for form, key in db.execute(sql, [beginning, beginning + "\U0010ffff", limit])]


def forms_like(db: Database, word: str) -> Iterator[tuple[str, int]]:
    """Yield forms of words whose beginning is like that of `word`, with their keys: candidates for a typo."""
    gaps = sorted(gaps_of(word[:BEGINNING]))
    sql = f"SELECT DISTINCT beginning FROM beginnings WHERE gap IN ({marks(gaps)})"
    for (beginning,) in db.execute(sql, gaps).fetchall():
        yield from forms_beginning(db, beginning, ENOUGH)


def gaps_of(word: str) -> set[str]:
    """Return a word with up to GAPS letters left out, in every way."""
    kept = range(max(len(word) - GAPS, 1), len(word) + 1)
    return {"".join(letters) for count in kept for letters in combinations(word, count)}


def marks(values: Iterable[object]) -> str:
    """Return as many question marks as there are values, for a list in SQL."""
    return ", ".join("?" for _ in values)
