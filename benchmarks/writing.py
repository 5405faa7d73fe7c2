"""Another process that saves facts at a steady rate, to see what questions notice of it."""

import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path

from benchmarks.records import FACTS, articles
from storage import Store

RATE = 500  # facts a second
SEED = 271
LONGEST = 600  # seconds


@contextmanager
def ingesting(path: Path) -> Iterator[None]:
    """Let facts be saved into a database while the block runs; says so where the rate could not be kept."""
    context = multiprocessing.get_context("spawn")
    started, done = context.Event(), context.Event()
    writer = context.Process(target=_write, args=(str(path), started, done))
    writer.start()
    started.wait()
    try:
        yield
    finally:
        done.set()
        writer.join()


def _write(path: str, started: Event, done: Event) -> None:
    count = 0
    with Store.open(path, busy_seconds=60) as store:
        for article, made in articles(RATE * LONGEST, SEED):
            store.save_article(article, [one.found for one in made], seen_at="2026-01-02T00:00:00")
            if count == 0:
                started.set()
                start = time.monotonic()
            count += FACTS
            time.sleep(max(start + count / RATE - time.monotonic(), 0))
            if done.is_set():
                break
    rate = count / (time.monotonic() - start)
    if rate < 0.95 * RATE:
        print(f"only {rate:.0f} facts a second were saved meanwhile", file=sys.stderr)
