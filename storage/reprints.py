"""Which articles may tell the same text: each is found by a few hashes of its text, however many articles there are."""

from sqlite_utils import Database

from extract.model import Article
from extract.reprint import SHARED, sketch
from storage.keys import marks

COMMON = 60  # articles with the same hash are read at most: what more share is the frame of a site's pages
MOST = 5  # candidates that are compared


def write_sketch(db: Database, number: int, text: str, before: str | None) -> None:
    """Let the article of that number be found by its text, and no longer by the text that it had `before`."""
    if before is not None:
        gone = [(one, number) for one in sketch(before)]
        db.conn.executemany("DELETE FROM sketches WHERE hash = ? AND article = ?", gone)
    rows = [(one, number) for one in sketch(text)]
    db.conn.executemany("INSERT OR IGNORE INTO sketches (hash, article) VALUES (?, ?)", rows)


def numbers_like(db: Database, article: Article) -> list[int]:
    """Return the numbers of articles whose text may be that of `article`, in the order in which they were read."""
    shared: dict[int, int] = {}
    for one in sketch(article.text):
        for (number,) in db.conn.execute("SELECT article FROM sketches WHERE hash = ? LIMIT ?", [one, COMMON]):
            shared[number] = shared.get(number, 0) + 1
    likely = sorted((-count, number) for number, count in shared.items() if count >= SHARED)[:MOST]
    return sorted(number for _, number in likely)


def root_of(db: Database, identity: str) -> int | None:
    """Return the number of the article that the one of this id repeats, its own where it repeats none."""
    row = db.conn.execute("SELECT coalesce(origin, number) FROM articles WHERE id = ?", [identity]).fetchone()
    return int(row[0]) if row else None


def ids_of(db: Database, numbers: list[int]) -> list[str]:
    """Return the ids of articles in the order of their numbers."""
    sql = f"SELECT id FROM articles WHERE number IN ({marks(numbers)}) ORDER BY number"
    return [row[0] for row in db.conn.execute(sql, numbers)]
