"""PostgreSQL's pg_trgm: every word is like some word of the text, by a GIN index. A cluster of its own, thrown away."""

import atexit
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg

from benchmarks.peers.asking import FOUND, Find, records, run

OWNER = "postgres"  # the server refuses to run as root
LIKENESS = 0.5


def prepare(folder: Path) -> Find:
    """Start a server on a socket of its own, load the records and index them."""
    home = folder / "postgres"
    home.mkdir()
    _start(home)
    db = psycopg.connect(host=str(home), dbname="postgres", user=OWNER, autocommit=True)
    db.execute("CREATE EXTENSION pg_trgm")
    db.execute("CREATE TABLE records (number integer PRIMARY KEY, text text)")
    with db.cursor().copy("COPY records FROM STDIN") as copy:
        for number, text, _ in records(folder):
            copy.write_row((number, text))
    db.execute("SET maintenance_work_mem = '512MB'")
    db.execute("CREATE INDEX by_trigrams ON records USING gin (text gin_trgm_ops)")
    db.execute("VACUUM ANALYZE records")
    db.execute(f"SET pg_trgm.word_similarity_threshold = {LIKENESS}")
    db.execute("SET statement_timeout = '20s'")

    def find(words: list[str], stems: list[str]) -> list[int]:
        like = " AND ".join("%s <%% text" for _ in words)
        order = " + ".join("word_similarity(%s, text)" for _ in words)
        sql = f"SELECT number FROM records WHERE {like} ORDER BY {order} DESC LIMIT {FOUND}"
        try:
            return [row[0] for row in db.execute(sql, [*words, *words])]
        except psycopg.errors.QueryCanceled:
            return []

    return find


def _start(home: Path) -> None:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    owner = OWNER if os.geteuid() == 0 else None
    if owner:
        shutil.chown(home, OWNER)
        for parent in [*home.parents][:2]:
            parent.chmod(parent.stat().st_mode | 0o711)

    def call(*command: str) -> None:
        subprocess.run(command, check=True, user=owner, stdout=subprocess.DEVNULL, cwd=home)

    call(str(programs / "initdb"), "-D", str(home / "data"), "-U", OWNER, "--auth=trust", "-E", "UTF8")
    options = f"-c listen_addresses='' -k {home} -c shared_buffers=512MB -c fsync=off"
    call(str(programs / "pg_ctl"), "-D", str(home / "data"), "-l", str(home / "log"), "-w", "-o", options, "start")
    atexit.register(call, str(programs / "pg_ctl"), "-D", str(home / "data"), "-m", "immediate", "stop")


if __name__ == "__main__":
    sys.exit(run(prepare))
