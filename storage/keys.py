"""Keys, their lists of facts and their spellings: written with an article, looked up by a question."""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from sqlite_utils import Database

from storage.known import Known, known
from storage.mentions import Mentions
from storage.postings import post
from storage.spelled import Key

BEGINNING = 7  # letters of a word that the index of typos looks at
GAPS = 2  # letters that may be left out of them
SHORTEST_TYPO = 5  # letters: shorter words are too like each other
ENOUGH = 2000  # spellings that are read; more are as good as "many"


def write_mentions(db: Database, fact_id: int, mentions: Mentions) -> None:
    """Store what a fact can be found by, instead of what it could be found by before."""
    held = known(db)
    post(db, fact_id, {_key_made(db, key, held): reach for key, reach in mentions.keys.items()})
    spellings = {(form, _key_made(db, key, held)): key[0] for form, key in mentions.spellings}
    added = sorted(spellings.keys() - held.spellings)
    if not added:
        return
    forms = {form for form, number in added if spellings[form, number] == "word" and len(form) >= SHORTEST_TYPO}
    new_forms = forms - _known_forms(db, forms)
    db.conn.executemany("INSERT OR IGNORE INTO spellings (form, key) VALUES (?, ?)", added)
    beginnings = {form[:BEGINNING] for form in new_forms}
    gaps = [(gap, beginning) for beginning in sorted(beginnings) for gap in gaps_of(beginning)]
    db.conn.executemany("INSERT OR IGNORE INTO beginnings (gap, beginning) VALUES (?, ?)", gaps)
    held.spellings.update(added)


def _key_made(db: Database, key: Key, held: Known) -> int:
    number = held.keys.get(key) or key_id(db, *key)
    if number is None:
        number = int(db.conn.execute("INSERT INTO keys (type, name) VALUES (?, ?)", key).lastrowid or 0)
    held.keys[key] = number
    return number


def _known_forms(db: Database, forms: Collection[str]) -> set[str]:
    sql = f"SELECT form FROM spellings WHERE form IN ({marks(forms)})"
    return {row[0] for row in db.conn.execute(sql, list(forms))}


def forget_mentions(db: Database, fact_id: int) -> None:
    """Let a fact be found by nothing any more."""
    post(db, fact_id, {})


def key_id(db: Database, type_: str, name: str) -> int | None:
    """Return the number of a key, None where no fact ever had it."""
    row = db.conn.execute("SELECT id FROM keys WHERE type = ? AND name = ?", [type_, name]).fetchone()
    return int(row[0]) if row else None


def names_of(db: Database, type_: str) -> dict[str, int]:
    """Return all keys of a type that has few: names with numbers."""
    return dict(db.conn.execute("SELECT name, id FROM keys WHERE type = ?", [type_]).fetchall())


def keys_spelled(db: Database, form: str, type_: str) -> dict[int, str]:
    """Return the keys of a type that a form spells, with their names."""
    sql = "SELECT keys.id, keys.name FROM spellings JOIN keys ON keys.id = key WHERE form = ? AND type = ?"
    return dict(db.conn.execute(sql, [form, type_]).fetchall())


def rarest_spelled(db: Database, forms: Iterable[str], type_: str) -> dict[int, str]:
    """Return what `keys_spelled` does for the form that spells fewest keys; of many the first ENOUGH are read."""
    sql = "SELECT keys.id, keys.name FROM spellings JOIN keys ON keys.id = key WHERE form = ? AND type = ? LIMIT ?"
    spelled = (dict(db.conn.execute(sql, [form, type_, ENOUGH]).fetchall()) for form in forms)
    return min(spelled, key=len, default={})


def forms_beginning(db: Database, beginning: str, limit: int) -> list[tuple[str, int]]:
    """Return forms of words that begin so, with their keys."""
    sql = """
        SELECT form, key FROM spellings JOIN keys ON keys.id = key
        WHERE form >= ? AND form < ? AND type = 'word' LIMIT ?
    """
    return [(form, key) for form, key in db.conn.execute(sql, [beginning, beginning + "\U0010ffff", limit])]


def forms_like(db: Database, word: str) -> Iterator[tuple[str, int]]:
    """Yield forms of words whose beginning is like that of `word`, with their keys: candidates for a typo."""
    gaps = sorted(gaps_of(word[:BEGINNING]))
    sql = f"SELECT DISTINCT beginning FROM beginnings WHERE gap IN ({marks(gaps)})"
    for (beginning,) in db.conn.execute(sql, gaps).fetchall():
        yield from forms_beginning(db, beginning, ENOUGH)


def gaps_of(word: str) -> set[str]:
    """Return a word with up to GAPS letters left out, in every way."""
    kept = range(max(len(word) - GAPS, 1), len(word) + 1)
    return {"".join(letters) for count in kept for letters in combinations(word, count)}


def marks(values: Iterable[object]) -> str:
    """Return as many question marks as there are values, for a list in SQL."""
    return ", ".join("?" for _ in values)
