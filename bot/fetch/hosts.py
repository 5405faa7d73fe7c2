"""One request at a time for each host, with a pause after each; a host that asks for rest gets it."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.fetch.answer import FetchError

LONGEST_WAIT = 60.0  # seconds; whoever has to wait longer comes back in a later round


@dataclass(slots=True)
class _Host:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0  # by the monotonic clock
    resting: bool = False  # it asked for it


class Hosts:
    """The turns at all hosts. `pause` is in seconds; `now` and `sleep` are the monotonic clock."""

    def __init__(
        self,
        pause: float,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._pause, self._now, self._sleep = pause, now, sleep
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, name: str, pause: float = 0) -> AsyncIterator[None]:
        """Wait for the turn at a host. Raises FetchError where that would take too long."""
        host = self._hosts.setdefault(name, _Host())
        async with host.turn:
            wait = host.free_at - self._now()
            if wait > LONGEST_WAIT or (host.resting and wait > 0):
                reason = "it asked to be left alone" if host.resting else "its robots.txt asks for long pauses"
                raise FetchError(f"left for later: {reason}", retry_after=wait)
            if wait > 0:
                await self._sleep(wait)
            host.resting = False
            try:
                yield
            finally:
                if not host.resting:
                    host.free_at = self._now() + max(self._pause, pause)

    def rest(self, name: str, seconds: float) -> None:
        """Leave a host alone for a time that it asked for."""
        host = self._hosts.setdefault(name, _Host())
        host.free_at, host.resting = self._now() + seconds, True
