"""What became of the entries of sources, so that none is fetched and looked at again without need."""

from sqlite_utils import Database

from extract.decide import LastReading


def read_last(db: Database, identity: str) -> LastReading | None:
    """Return what became of the entry of an article when it was last read, None where it never was."""
    sql = "SELECT digest, outcome, read_at FROM readings WHERE id = ?"
    row = db.conn.execute(sql, [identity]).fetchone()
    return LastReading(*row) if row else None


def write_last(db: Database, identity: str, last: LastReading) -> None:
    """Note what became of an entry."""
    db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", [identity, last.digest, last.outcome, last.at])
