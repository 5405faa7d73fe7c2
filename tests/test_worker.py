"""The worker process: what it cannot do is told in one line, and the next call finds it at work again."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.worker import ExtractionWorker, WorkerFailed
from extract.model import Article
from extract.pages import Unreadable, read_source

ARTICLE = Article("1", "Товарооборот Казахстана и Грузии за 2023 год составил 190 млн долларов.", language="ru")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def worker() -> AsyncIterator[ExtractionWorker]:
    async with ExtractionWorker(seconds=2) as one:
        yield one


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_facts_come_from_another_process(worker: ExtractionWorker) -> None:
    [found] = await worker(ARTICLE)
    assert found.fact.kind == "trade" and worker.process_id not in (None, os.getpid())


async def test_an_error_is_told_and_the_process_goes_on(worker: ExtractionWorker) -> None:
    await worker(ARTICLE)
    before = worker.process_id
    with pytest.raises(WorkerFailed, match="ValueError: invalid literal"):
        await worker.run(int, "x")
    with pytest.raises(Unreadable, match="an empty answer"):
        await worker.run(read_source, "feed", b"")
    assert worker.process_id == before


async def test_what_takes_too_long_is_stopped(worker: ExtractionWorker) -> None:
    with pytest.raises(WorkerFailed, match="took longer than 2 seconds"):
        await worker.run(time.sleep, 600)
    assert await worker(ARTICLE)


async def test_a_killed_process_is_replaced(worker: ExtractionWorker) -> None:
    await worker(ARTICLE)
    call = asyncio.create_task(worker.run(time.sleep, 1.5))
    await asyncio.sleep(0.1)
    assert worker.process_id
    os.kill(worker.process_id, signal.SIGKILL)
    with pytest.raises(WorkerFailed, match="killed by signal 9"):
        await call
    assert await worker(ARTICLE)


async def test_memory_is_bounded(worker: ExtractionWorker) -> None:
    with pytest.raises(WorkerFailed, match="memory"):
        await worker.run(bytearray, 3 * 2**30)
    assert await worker(ARTICLE)


async def test_threads_of_numerics_are_one(worker: ExtractionWorker) -> None:
    assert await worker.run(os.getenv, "OPENBLAS_NUM_THREADS") == "1"
