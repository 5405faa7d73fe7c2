"""New facts beside followed questions: each fact is looked up by its keys, no question is asked of the whole store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sqlite_utils import Database

from extract.query import Query
from storage.articles import SHOWN_FROM
from storage.candidates import read_candidates
from storage.database import reading, writing
from storage.facts import row_of
from storage.following.conditions import NAMED, Condition, Held, conditions_of, handle_of, satisfies
from storage.following.novelty import novelty_of
from storage.following.records import Article, News, query_from, query_text
from storage.keys import marks
from storage.mentions import organisation_words
from storage.postings import read_found_by, unpacked
from storage.rank import Candidate
from storage.spelled import Key

ALERTS = ("once", "now")
AT_ONCE = 400  # values in one list of SQL


@dataclass(slots=True)
class Matches:
    """What a run found: facts that are news, by the question that they are news to."""

    news: list[tuple[int, int]] = field(default_factory=list)  # watch and fact
    changes: list[News] = field(default_factory=list)


def write_watch(db: Database, query: Query) -> int:
    """Return the number of a followed question; equal questions share one."""
    text = query_text(query)
    known = db.execute("SELECT id FROM watches WHERE query = ?", [text]).fetchone()
    if known:
        return int(known[0])
    number = int(db.conn.execute("INSERT INTO watches (query) VALUES (?)", [text]).lastrowid or 0)
    rows = [(type_, name, number) for type_, name in handle_of(query)]
    db.conn.executemany("INSERT INTO watch_keys (type, name, watch) VALUES (?, ?, ?)", rows)
    return number


def forget_watch(db: Database, watch: int) -> None:
    """Forget a question that nobody follows any more."""
    if db.execute("SELECT 1 FROM follows WHERE watch = ? LIMIT 1", [watch]).fetchone() is None:
        for sql in (
            "DELETE FROM watch_keys WHERE watch = ?",
            "DELETE FROM news WHERE watch = ?",
            "DELETE FROM watches WHERE id = ?",
        ):
            db.execute(sql, [watch])


def match_new(db: Database, path: str, now: str, most: int) -> int:
    """Compare up to `most` new facts with what is followed and return how many there were; reprints are no news.

    What is read is read before the transaction that writes: the chat never waits for a comparison.
    """
    with reading(db, path) as view:
        start = view.execute("SELECT upto FROM matched").fetchone()[0]
        sql = """
            SELECT f.id, f.withdrawn_at IS NULL AND f.confidence >= ? AND a.origin IS NULL
            FROM facts f JOIN articles a ON a.number = f.article WHERE f.id > ? ORDER BY f.id LIMIT ?
        """
        rows = view.conn.execute(sql, [SHOWN_FROM, start, most]).fetchall()
        if not rows:
            return 0
        found = _matches(view, [id for id, is_news in rows if is_news])
    with writing(db, path) as written:
        moved = written.conn.execute("UPDATE matched SET upto = ? WHERE upto = ?", [rows[-1][0], start])
        if moved.rowcount:
            _write(written, found, now)
    return len(rows)


def _write(db: Database, found: Matches, now: str) -> None:
    run = db.conn.executemany
    run("INSERT OR IGNORE INTO news (watch, fact) VALUES (?, ?)", found.news)
    rows = [(one.fact, one.previous, one.change) for one in found.changes]
    run("INSERT OR REPLACE INTO changes (fact, previous, change) VALUES (?, ?, ?)", rows)
    sql = """
        UPDATE subscribers SET alert_at = coalesce(alert_at, ?1), due_at = min(coalesce(due_at, ?1), ?1)
        WHERE id IN (SELECT subscriber FROM follows WHERE watch = ?2 AND pace IN ('once', 'now') AND paused = 0)
    """
    run(sql, [(now, watch) for watch in sorted({watch for watch, _ in found.news})])


def _matches(db: Database, facts: Sequence[int]) -> Matches:
    found = Matches()
    for start in range(0, len(facts), AT_ONCE):
        for one in sorted(read_candidates(db, facts[start : start + AT_ONCE]), key=lambda candidate: candidate.id):
            watches = set(_watching(db, one))
            if not watches:
                continue
            novelty = novelty_of(db, one)
            if novelty.change == "same":  # news only to those whose question the earlier fact did not answer
                before = read_candidates(db, [novelty.previous] if novelty.previous else [])
                watches -= {watch for earlier in before for watch in _watching(db, earlier, among=watches)}
                found.changes.append(News(one.id, None, "new"))
            else:
                found.changes.append(News(one.id, novelty.previous, novelty.change))
            found.news += [(watch, one.id) for watch in sorted(watches)]
    return found


def _watching(db: Database, one: Candidate, among: set[int] | None = None) -> Iterator[int]:
    """Yield the questions that a fact answers."""
    held = held_by(db, one.id)
    row, told = row_of(one.fact), Article(one.fact, one.published)
    candidates = among if among is not None else _by_handle(db, held)
    for watch in candidates:
        query, conditions = _compiled(_query_of(db, watch))
        if satisfies(query, conditions, held, row, told):
            yield watch


def _by_handle(db: Database, held: Held) -> set[int]:
    found: set[int] = set()
    for type_, name in held:
        found.update(row[0] for row in db.conn.execute(HANDLES, (type_, name)))
    return found


HANDLES = "SELECT watch FROM watch_keys WHERE type = ? AND name = ?"


def held_by(db: Database, fact: int) -> dict[Key, int]:
    """Return the keys of a fact with their reaches, and the words of the names of organisations."""
    reaches = dict(unpacked(read_found_by(db, fact)))
    sql = f"SELECT id, type, name FROM keys WHERE id IN ({marks(reaches)})"
    held = {(type_, name): reaches[id] for id, type_, name in db.conn.execute(sql, list(reaches))}
    for (type_, name), reach in list(held.items()):
        if type_ == "organisation":
            held.update({(NAMED, word): reach for word in organisation_words(name)})
    return held


def _query_of(db: Database, watch: int) -> str:
    return str(db.conn.execute("SELECT query FROM watches WHERE id = ?", (watch,)).fetchone()[0])


@lru_cache(maxsize=100_000)
def _compiled(text: str) -> tuple[Query, tuple[Condition, ...]]:
    query = query_from(text)
    return query, conditions_of(query)
