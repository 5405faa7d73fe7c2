"""Delivery: what waits in the outbox is put into words and sent, each chat in its order, within Telegram's caps."""

import asyncio
import logging
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.faults import Outcome, outcome_of
from bot.pace import Pace
from bot.problems import Problem
from handlers.chat import NO_PREVIEW
from handlers.delivering import message_of
from handlers.keyboards import markup
from storage import Store
from storage.following.records import Waiting

log = logging.getLogger(__name__)
REPLY_TIMEOUT = 20  # seconds


class Delivery:
    """Sends what waits. `clock` is the time now, `pace` the slots, `chance` spreads the waits after faults."""

    def __init__(
        self,
        store: Store,
        bot: Bot,
        pace: Pace,
        clock: Callable[[], datetime],
        zone: str,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._store, self._bot, self._pace, self._clock, self._zone = store, bot, pace, clock, zone
        self._chance = chance
        self._running: set[asyncio.Task[bool]] = set()

    async def run(self, stop: datetime | None = None) -> int:
        """Send what is due, nothing new after `stop`; return how many messages arrived. Raises Problem.

        Messages to groups whose minute is full are left for the next run.
        """
        arrived = 0
        try:
            while self._start_due(stop) or self._running:
                done, self._running = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
                arrived += sum(task.result() for task in done)
        finally:
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)
            self._running = set()
        return arrived

    def _start_due(self, stop: datetime | None) -> bool:
        """Begin to send as many messages as may go now; tell whether any was begun."""
        room, now = self._pace.room(), self._clock()
        if room <= 0 or (stop and now >= stop):
            return False
        claimed = self._store.desk.claim(now, self._zone, self._pace.busy(), room)
        for one in claimed:
            self._pace.take(one.subscriber.chat)
            self._running.add(asyncio.create_task(self._send(one)))
        return bool(claimed)

    async def _send(self, one: Waiting) -> bool:
        chat = one.subscriber.chat
        async with self._pace.held(chat):
            try:
                return await self._try(one)
            except Exception as error:  # whatever it was, the message must not be lost
                try:
                    outcome = outcome_of(error, one.attempts, self._chance())
                except Problem:
                    self._store.desk.again(one, self._clock())
                    raise
                self._settle(one, outcome, error)
                return False

    async def _try(self, one: Waiting) -> bool:
        by = one.subscriber
        zone = self._store.chat_settings(by.chat).time_zone or self._zone
        shown = message_of(self._store, one, self._clock().astimezone(ZoneInfo(zone)).date())
        if shown is None:
            self._store.desk.drop(one)
            return False
        sent = await self._bot.send_message(
            by.chat,
            shown.text,
            message_thread_id=by.thread or None,
            reply_markup=markup(shown.buttons),
            link_preview_options=NO_PREVIEW,
            request_timeout=REPLY_TIMEOUT,
        )
        self._store.desk.sent(one, sent.message_id)
        return True

    def _settle(self, one: Waiting, outcome: Outcome, error: Exception) -> None:
        desk, chat = self._store.desk, one.subscriber.chat
        log.warning("message %d: %s (%s)", one.id, outcome.act, error)
        match outcome.act:
            case "again":
                desk.again(one, self._clock() + timedelta(seconds=outcome.seconds), doubtful=outcome.doubtful)
            case "move":
                desk.again(one, self._clock())
                desk.move(chat, outcome.to)
            case "hold":
                desk.hold(chat, str(error))
            case "hold topic":
                desk.hold(chat, str(error), one.subscriber.thread)
            case "refuse":
                desk.drop(one, refused=True)
