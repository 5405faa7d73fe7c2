"""Extraction in a process of its own, so that the chat never waits for it."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType
from typing import Self

import extract
from extract.model import Article, Found


class ExtractionWorker:
    """One worker process, started with the first article; use it as an asynchronous context."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def __aenter__(self) -> Self:
        # A fresh process: the bot's own may hold locks and sockets that a forked one must not share.
        self._pool = ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, article: Article) -> list[Found]:
        """Return the facts of `article`."""
        if self._pool is None:
            raise RuntimeError("ExtractionWorker is to be entered first")
        return await asyncio.get_running_loop().run_in_executor(self._pool, extract.extract, article)


async def extract_here(article: Article) -> list[Found]:
    """Return the facts of `article`, extracted in this process: for commands that do nothing else."""
    return extract.extract(article)
