"""Charts drawn in a process of its own, so that the chat never waits for one."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from types import TracebackType
from typing import Self

from handlers.charts.draw import can_draw, draw, warm_up
from handlers.charts.model import Chart


class DrawingWorker:
    """One worker process that has the library loaded before the first chart; use it as an asynchronous context."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def __aenter__(self) -> Self:
        if can_draw():
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))
            self._pool.submit(warm_up)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, chart: Chart) -> bytes:
        """Return the chart as a PNG."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, draw, chart)


async def draw_here(chart: Chart) -> bytes:
    """Return the chart as a PNG, drawn in a thread of this process: for one person at a terminal."""
    return await asyncio.to_thread(draw, chart)
