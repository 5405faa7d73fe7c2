"""What runs by the clock: name, minutes between two runs, coroutine. Nothing is skipped in silence."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)
logging.getLogger("apscheduler").setLevel(logging.WARNING)  # each run is told below, by its name


@dataclass(frozen=True, slots=True)
class Job:
    """A job that starts at once and then every so many minutes."""

    name: str
    minutes: int
    run: Callable[[], Awaitable[object]]


def scheduler_of(jobs: tuple[Job, ...]) -> AsyncIOScheduler:
    """Return a scheduler that is to be started inside a running event loop.

    A run that is late runs once as soon as it can (`coalesce`, no grace time): after an outage there is one catch-up.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    for job in jobs:
        scheduler.add_job(
            _logged,
            "interval",
            args=[job],
            minutes=job.minutes,
            id=job.name,
            next_run_time=datetime.now(UTC),
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
    return scheduler


async def _logged(job: Job) -> None:
    try:
        log.info("%s: %s", job.name, await job.run())
    except asyncio.CancelledError:  # the bot stops: the scheduler would report it as a failure
        log.info("%s was stopped", job.name)
    except Exception:  # the next run may succeed; the reason must not be lost
        log.exception("%s failed", job.name)
