"""Facts that somebody was shown and that are withdrawn now: each of them is told of it once."""

from dataclasses import dataclass

from sqlite_utils import Database

from extract.identity import amounts_agree, same_thing
from extract.model import Fact, Project, Trade
from storage.articles import SHOWN_FROM
from storage.candidates import read_candidates
from storage.facts import money_of
from storage.following.digests import put
from storage.following.follows import COLUMNS, subscriber_from
from storage.rank import Candidate


@dataclass(frozen=True, slots=True)
class Correction:
    """A withdrawn fact, and what its article states instead; None: nothing."""

    withdrawn: int
    instead: int | None
    silent: bool  # the article still says the same, only worded or read otherwise


def compose_corrections(db: Database, at: str, most: int) -> int:
    """Let corrections wait for up to `most` of those who were shown a withdrawn fact; return their number."""
    sql = """
        SELECT s.subscriber, s.fact FROM facts f JOIN shown s ON s.fact = f.id AND s.corrected = 0
        WHERE f.withdrawn_at IS NOT NULL LIMIT ?
    """
    rows = db.conn.execute(sql, (most,)).fetchall()
    found: dict[int, Correction] = {}
    for subscriber, fact in rows:
        if fact not in found:
            found[fact] = correction_of(db, fact)
        one = found[fact]
        db.conn.execute("UPDATE shown SET corrected = 1 WHERE subscriber = ? AND fact = ?", (subscriber, fact))
        if one.instead is not None:  # what the correction tells is no news afterwards
            add = "INSERT OR IGNORE INTO shown (subscriber, fact, corrected) VALUES (?, ?, 0)"
            db.conn.execute(add, (subscriber, one.instead))
        if not one.silent:
            row = db.conn.execute(f"SELECT {COLUMNS} FROM subscribers WHERE id = ?", (subscriber,)).fetchone()
            facts = [one.withdrawn, *([one.instead] if one.instead is not None else [])]
            put(db, subscriber_from(row), "correction", facts, key=f"{subscriber}:correction:{fact}", at=at)
    return len(rows)


def correction_of(db: Database, fact: int) -> Correction:
    """Return what the article of a withdrawn fact states instead."""
    old = read_candidates(db, [fact])[0]
    sql = """
        SELECT id FROM facts WHERE article = ? AND kind = ? AND withdrawn_at IS NULL AND confidence >= ? ORDER BY id
    """
    ids = [row[0] for row in db.conn.execute(sql, (old.article, old.fact.kind, SHOWN_FROM))]
    live = read_candidates(db, ids)
    same = [one for one in live if same_thing(old.fact, one.fact)]
    for one in same:
        if _says_the_same(old.fact, one.fact):
            return Correction(fact, one.id, silent=True)
    about = same or [one for one in live if _is_about_the_same(old.fact, one.fact)]
    return Correction(fact, _nearest(old, about), silent=False)


def _says_the_same(one: Fact, other: Fact) -> bool:
    first, second = money_of(one), money_of(other)
    sums = (first is None and second is None) or (
        first is not None and second is not None and first.currency == second.currency and amounts_agree(first, second)
    )
    stages = not (isinstance(one, Project) and isinstance(other, Project)) or one.stage == other.stage
    return sums and stages


def _is_about_the_same(one: Fact, other: Fact) -> bool:
    """Figures of one pair, flow and status: a misread sum or period leads to another such figure of the article."""
    if isinstance(one, Trade) and isinstance(other, Trade):
        return set(one.parties) == set(other.parties) and (one.flow, one.status) == (other.flow, other.status)
    return False


def _nearest(old: Candidate, about: list[Candidate]) -> int | None:
    """Return the fact that stands for the old one: of the same period where there is one; in doubt none."""
    same_period = [one for one in about if (one.first_day, one.last_day) == (old.first_day, old.last_day)]
    chosen = same_period or about
    return chosen[0].id if len(chosen) == 1 else None
