"""The tick of following: what is new is matched and put in line, then sent."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiogram import Bot

from bot.clock import Clock, clock
from bot.deliver import Delivery
from bot.pace import SECOND, Pace
from bot.problems import Problem
from bot.settings import Settings
from storage import Store

log = logging.getLogger(__name__)
TICK = timedelta(seconds=50)  # the next tick is a minute after the start of this one
KEPT = timedelta(days=30)  # buttons of older news are not pressed any more


def news_job(
    store: Store, bot: Bot, settings: Settings, stopped: "asyncio.Future[None]"
) -> Callable[[], Awaitable[object]]:
    """Return the coroutine of a tick; a Problem that lets nothing be sent is put into `stopped`.

    What was being sent when the program stopped is doubtful, and Telegram may still count it: the first tick waits.
    """
    doubtful = store.desk.recover()
    if doubtful:
        log.warning("%d messages may have arrived before the last stop and are sent again", doubtful)
    pace = Pace(settings.sends_a_second, settings.sends_to_group_a_minute, time.monotonic, asyncio.sleep)
    delivery = Delivery(store, bot, pace, clock, settings.time_zone)
    rested = False

    async def tick() -> str:
        nonlocal rested
        started = clock()
        if not rested:
            await asyncio.sleep(SECOND)
            rested = True
        await compose(store, clock, settings.time_zone)
        store.desk.forget_before(started - KEPT)
        try:
            return f"{await delivery.run(started + TICK)} messages sent"
        except Problem as problem:
            if not stopped.done():
                stopped.set_exception(problem)
            return str(problem)

    return tick


async def compose(store: Store, clock: Clock, zone: str) -> None:
    """Let what is new wait for those who follow it, a few at a time, so that the chat is answered meanwhile."""
    desk = store.desk
    for step in (desk.match, desk.correct, lambda now: desk.compose(now, zone)):
        while step(clock()):
            await asyncio.sleep(0)
