"""kill -9 at random moments of a round over many articles: afterwards the database is that of an undisturbed round.

The round runs in a forked process, so that a hundred starts take no time; another run has its worker killed instead.
"""

import asyncio
import os
import signal
import sqlite3
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import extract
from benchmarks.soak_ingest.figure import Figure
from benchmarks.soak_ingest.material import articles
from bot.ingest import Tally, ingest_entry, rules_of, wanted
from bot.worker import ExtractionWorker, extract_here
from extract.pages.entries import entry_of
from storage import Store

COUNT = int(os.environ.get("ARTICLES", "1000"))
KILLS = int(os.environ.get("KILLS", "100"))
WORKER_KILLS = max(1, KILLS // 5)
SEED = 20260206
FACTS = """
    SELECT a.id, f.kind, f.slots, f.confidence, f.withdrawn_at IS NULL,
        (SELECT group_concat(e.quote, '|') FROM (SELECT quote FROM evidence WHERE fact = f.id ORDER BY position) e),
        length(f.found_by)
    FROM facts f JOIN articles a ON a.number = f.article ORDER BY 1, 2, 3
"""
ARTICLES = "SELECT a.id, a.text, o.id FROM articles a LEFT JOIN articles o ON o.number = a.origin ORDER BY 1"
POSTED = "SELECT k.type, k.name FROM keys k ORDER BY 1, 2"


def clock() -> datetime:
    return datetime(2026, 2, 5, tzinfo=UTC)


async def ingest(path: str, extractor: object = extract_here) -> Tally:
    """Run one round over the articles, as a round over sources does with its entries."""
    total, rules = Tally(), rules_of(36_500, clock)
    with Store.open(path) as store:
        for article in articles(COUNT):
            entry = entry_of(article)
            if wanted(store, entry, rules, clock):
                total += await ingest_entry(store, entry, article, extractor, clock, rules)  # type: ignore[arg-type]
    return total


def check() -> list[Figure]:
    """Ingest undisturbed, with kills of the process, and with kills of its worker; compare."""
    extract.warm_up()
    with tempfile.TemporaryDirectory() as folder:
        quiet, killed, crippled = (str(Path(folder) / name) for name in ("quiet.db", "killed.db", "crippled.db"))
        start = time.perf_counter()
        asyncio.run(ingest(quiet))
        seconds = time.perf_counter() - start
        done = _killed_again_and_again(killed, seconds)
        failed = asyncio.run(_with_worker_killed(crippled, seconds))
        return [
            Figure("articles of a round", COUNT),
            Figure("seconds that it takes undisturbed", seconds),
            Figure("kills of the process within the round", done, KILLS, at_least=True),
            *_compared("after them", quiet, killed),
            Figure("kills of the worker within another round", failed, 1, at_least=True),
            *_compared("after these", quiet, crippled),
        ]


def _killed_again_and_again(path: str, seconds: float) -> int:
    """Start the round and kill it at a random moment, KILLS times, then let it end. Returns how many kills hit it."""
    choose, hits = Random(SEED), 0
    while hits < KILLS:
        child = os.fork()
        if child == 0:
            asyncio.run(ingest(path))
            os._exit(0)
        time.sleep(choose.uniform(0, 1.6 * seconds / KILLS))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break  # the round was over before all kills had come
        hits += 1
    asyncio.run(ingest(path))
    return hits


async def _with_worker_killed(path: str, seconds: float) -> int:
    """Let the round run while its worker is killed at random moments. Returns how often."""
    choose, kills = Random(SEED), 0
    async with ExtractionWorker() as worker:
        round_ = asyncio.create_task(ingest(path, worker))
        while not round_.done() and kills < WORKER_KILLS:
            await asyncio.sleep(choose.uniform(0, 2 * seconds / WORKER_KILLS))
            if worker.process_id and not round_.done():
                os.kill(worker.process_id, signal.SIGKILL)
                kills += 1
        await round_
    return kills


def _compared(when: str, expected: str, found: str) -> list[Figure]:
    ours, theirs = sqlite3.connect(expected), sqlite3.connect(found)
    stored = [row[0] for row in theirs.execute("SELECT id FROM articles")]
    wanted_ids = {article.id for article in articles(COUNT)}
    differences = {
        name: len(set(ours.execute(sql)) ^ set(theirs.execute(sql)))
        for name, sql in (("facts", FACTS), ("articles", ARTICLES), ("keys", POSTED))
    }
    healthy = theirs.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    aside = theirs.execute("SELECT count(*) FROM aside").fetchone()[0]
    return [
        Figure(f"{when}: articles that are missing or there twice", _faults(stored, wanted_ids), 0),
        Figure(f"{when}: articles that differ", differences["articles"], 0),
        Figure(f"{when}: facts that differ", differences["facts"], 0),
        Figure(f"{when}: keys of facts that differ", differences["keys"], 0),
        Figure(f"{when}: articles set aside", aside, 0),
        Figure(f"{when}: faults of the file", 0 if healthy else 1, 0),
    ]


def _faults(stored: list[str], wanted_ids: set[str]) -> int:
    return len(wanted_ids ^ set(stored)) + len(stored) - len(set(stored))
