"""How fast messages may go: so many a second in all, one a second to a chat, so many a minute to a group.

A slot is taken before a message goes and given back one second after the reply. Telegram counted the message somewhere
between the two, so the cap holds in every second that it can look at.
"""

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

SECOND, MINUTE = 1.0, 60.0


class Pace:
    """Slots for messages. `time` are seconds of a clock that never goes back; `sleep` waits so many."""

    def __init__(
        self,
        a_second: int,
        to_group_a_minute: int,
        time: Callable[[], float],
        sleep: Callable[[float], Awaitable[object]],
    ) -> None:
        self._cap, self._group_cap, self._time, self._sleep = a_second, to_group_a_minute, time, sleep
        self._taken: set[int] = set()
        self._groups: dict[int, deque[float]] = {}

    def room(self) -> int:
        """Return how many messages may go now."""
        return self._cap - len(self._taken)

    def busy(self) -> set[int]:
        """Return the chats that no message may go to now."""
        now = self._time()
        for chat, replies in list(self._groups.items()):
            while replies and replies[0] <= now - MINUTE:
                replies.popleft()
            if not replies:
                del self._groups[chat]
        return self._taken | {chat for chat, replies in self._groups.items() if len(replies) >= self._group_cap}

    def take(self, chat: int) -> None:
        """Take a slot for a message to a chat that is not busy."""
        self._taken.add(chat)

    @asynccontextmanager
    async def held(self, chat: int) -> AsyncIterator[None]:
        """Hold a taken slot while a message is sent, and for one second more."""
        try:
            yield
            if chat < 0:
                self._groups.setdefault(chat, deque()).append(self._time())
            await self._sleep(SECOND)
        finally:
            self._taken.discard(chat)
