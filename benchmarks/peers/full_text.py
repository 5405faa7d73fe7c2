"""SQLite's FTS5 on stems, best first by bm25: all words, else any."""

import sqlite3
import sys
from pathlib import Path

from benchmarks.peers.asking import FOUND, Find, records, run


def prepare(folder: Path) -> Find:
    """Build the index on the disk."""
    db = sqlite3.connect(folder / "full_text.db")
    db.execute("CREATE VIRTUAL TABLE records USING fts5 (stems, content = '', tokenize = 'unicode61')")
    rows = ((number, stems) for number, _, stems in records(folder))
    db.executemany("INSERT INTO records (rowid, stems) VALUES (?, ?)", rows)
    db.execute("INSERT INTO records (records) VALUES ('optimize')")
    db.commit()

    def find(words: list[str], stems: list[str]) -> list[int]:
        for joint in (" AND ", " OR "):
            asked = joint.join(f'"{stem}"' for stem in stems)
            sql = "SELECT rowid FROM records WHERE records MATCH ? ORDER BY bm25(records) LIMIT ?"
            if found := db.execute(sql, [asked, FOUND]).fetchall():
                return [row[0] for row in found]
        return []

    return find


if __name__ == "__main__":
    sys.exit(run(prepare))
