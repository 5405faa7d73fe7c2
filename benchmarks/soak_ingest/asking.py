"""Asking while a round runs in the same process: the time from the moment of a question to its answer."""

import asyncio
import gc
import os
import tempfile
import time
from datetime import date
from pathlib import Path

import extract
from benchmarks.measuring import percentile
from benchmarks.soak_ingest.figure import Figure
from benchmarks.soak_ingest.kills import clock
from benchmarks.soak_ingest.material import articles
from bot.ingest import ingest_articles
from bot.worker import ExtractionWorker, extract_here
from handlers.answering import answer_question
from storage import Store

STORED = int(os.environ.get("ARTICLES", "1000"))
ASKED = 600
EVERY = 0.05  # seconds between two questions
SLOWER = 2.0  # times the quiet p99
QUESTIONS = (
    "проекты в Костанае", "товарооборот с Узбекистаном по годам", "с кем встречался Бектенов", "самый дорогой проект",
    "Қостанай облысындағы жобалар", "trade with Turkey", "сколько проектов в Казахстане", "соглашения с Татарстаном",
    "инвестиции в энергетику", "projects in Almaty", "проэкты в Кастанае", "экспорт в Китай за 2023 год",
)  # fmt: skip


def check() -> list[Figure]:
    """Ask at a steady pace, first alone, then while articles are ingested."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_check(str(Path(folder) / "coopbot.db")))


async def _check(path: str) -> list[Figure]:
    with Store.open(path) as store:
        await ingest_articles(store, articles(STORED), extract_here, clock)
        for question in QUESTIONS:
            answer_question(store, question, None, date(2026, 2, 5))
        gc.collect()
        gc.freeze()
        quiet = await _asked(store)
        async with ExtractionWorker() as worker:
            await worker.run(extract.warm_up)
            more = (one for one in articles(100 * STORED) if int(one.id.removeprefix("soak-")) >= STORED)
            ingesting = asyncio.create_task(ingest_articles(store, more, worker, clock))
            before = store.counts()["articles"]
            busy = await _asked(store)
            read = store.counts()["articles"] - before
            ingesting.cancel()
            await asyncio.gather(ingesting, return_exceptions=True)
    ratio = percentile(busy, 99) / percentile(quiet, 99)
    return [
        Figure("questions asked, first alone, then during a round", ASKED),
        Figure("articles that the round read meanwhile", read, 1, at_least=True),
        Figure("p50 alone, milliseconds", percentile(quiet, 50)),
        Figure("p50 during the round, milliseconds", percentile(busy, 50)),
        Figure("p99 alone, milliseconds", percentile(quiet, 99)),
        Figure("p99 during the round, milliseconds", percentile(busy, 99)),
        Figure("p99 during the round, times the one alone", ratio, SLOWER),
    ]


async def _asked(store: Store) -> list[float]:
    """Ask ASKED questions at their moments, whatever the answers take, and return the times to each answer."""
    times = []
    start = time.perf_counter() + EVERY
    for number in range(ASKED):
        moment = start + number * EVERY
        await asyncio.sleep(max(0.0, moment - time.perf_counter()))
        answer_question(store, QUESTIONS[number % len(QUESTIONS)], None, date(2026, 2, 5))
        times.append(1000 * (time.perf_counter() - moment))
    return times
