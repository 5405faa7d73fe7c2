"""Reading and extraction in a process of its own, so that the chat never waits for them.

A call that hangs or kills the process costs that one call: the process is started anew for the next one.
"""

import asyncio
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import ParamSpec, Self, TypeVar, cast

import extract
from extract.model import Article, Found
from extract.pages import Unreadable

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

SECONDS = 60.0  # that one call may take; a long article takes a tenth of one
STARTS = 3  # tries to start a process for one call
START_SECONDS = 120.0  # that a process may take to start and load its models
DYING_SECONDS = 2.0  # until the system tells what a process died of
MEMORY = 2 * 2**30  # bytes that the process may take; the models need a fifth of it
NICENESS = 10  # below the chat's own process


class WorkerFailed(Exception):
    """A call failed, took too long, or the process died of it. The text says which in one line."""


class ExtractionWorker:
    """One worker process, started with the first call; use it as an asynchronous context."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._turn = asyncio.Lock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kill()  # the thread that waits for an answer sees the end of the pipe
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, article: Article) -> list[Found]:
        """Return the facts of `article`. Raises WorkerFailed."""
        return await self.run(extract.extract, article)

    async def run(
        self, function: Callable[Parameters, Result], *arguments: Parameters.args, **named: Parameters.kwargs
    ) -> Result:
        """Call a function of a module in the worker. Raises WorkerFailed, or the function's own Unreadable."""
        async with self._turn:
            answer = await asyncio.get_running_loop().run_in_executor(
                self._thread, self._exchange, function, arguments, named
            )
        if isinstance(answer, BaseException):
            raise answer
        return cast(Result, answer)

    @property
    def process_id(self) -> int | None:
        """The process that works now, None while there is none."""
        return self._process.pid if self._process else None

    def _exchange(self, function: Callable[..., object], arguments: object, named: object) -> object:
        """Send one call and wait for its answer; an exception is returned, not raised."""
        try:
            pipe = self._sent((function, arguments, named))
            if not pipe.poll(self._seconds):
                self._kill()
                return WorkerFailed(f"took longer than {self._seconds:g} seconds and was stopped")
            return pipe.recv()
        except (EOFError, OSError):
            status = self._kill(patience=DYING_SECONDS)
            reason = f"killed by signal {-status}" if status and status < 0 else f"ended with status {status}"
            return WorkerFailed(f"the worker process was {reason}" if status else "the worker process went away")

    def _sent(self, call: object) -> Connection:
        """Hand a call to a process and return the pipe to it; one that dies before is no fault of the call."""
        for _ in range(STARTS):
            try:
                pipe = self._started()
                pipe.send(call)
                return pipe
            except (EOFError, OSError):
                self._kill()
        raise EOFError("no process starts")

    def _started(self) -> Connection:
        """Return the pipe to a process that is ready. Raises EOFError where it does not start."""
        if self._process and self._pipe and self._process.is_alive():
            return self._pipe
        self._kill()
        # A fresh process: the bot's own may hold locks and sockets that a forked one must not share.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="coopbot worker", daemon=True)
        self._pipe, self._process = ours, process
        process.start()
        theirs.close()
        if not ours.poll(START_SECONDS):
            raise EOFError("no start")
        ours.recv()
        return ours

    def _kill(self, patience: float = 0.0) -> int | None:
        """End the process, if there is one, and return its exit status; one that is dying gets `patience` seconds."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is None:
            return None
        process.join(patience)
        status = process.exitcode
        if status is None:
            process.kill()
            process.join(5)
        if pipe:
            pipe.close()
        return status


def _serve(pipe: Connection) -> None:
    """Answer calls until the other side goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts means the bot, which ends this process itself
    _stand_back()
    extract.warm_up()
    gc.collect()
    gc.freeze()  # what is loaded by now stays: the collector need not look at it again
    pipe.send("ready")
    with suppress(EOFError, OSError):
        while True:
            function, arguments, named = pipe.recv()
            pipe.send(_answer(function, arguments, named))


def _answer(function: Callable[..., object], arguments: tuple[object, ...], named: dict[str, object]) -> object:
    try:
        return function(*arguments, **named)
    except MemoryError:
        return WorkerFailed(f"needed more than {MEMORY // 2**20} MB of memory")
    except Unreadable as reason:
        return reason
    except Exception as error:  # only what surely comes through the pipe goes into it
        failed = WorkerFailed(f"{type(error).__name__}: {error}".replace("\n", " ")[:300])
        failed.add_note(traceback.format_exc())
        return failed


def _stand_back() -> None:
    """Let the chat go first: less of the processor, a bound of memory, and the first to go where memory runs out."""
    with suppress(OSError, AttributeError):
        os.nice(NICENESS)
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    with suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
        score.write("900")


async def extract_here(article: Article) -> list[Found]:
    """Return the facts of `article`, extracted in this process: for commands that do nothing else."""
    return extract.extract(article)
