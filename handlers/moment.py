"""Each update happens at one moment: handlers get `today`, in the time zone of the settings, and `at`, an ISO time."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

Clock = Callable[[], datetime]
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Moment(BaseMiddleware):
    """Asks the dispatcher's `clock` once an update."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        clock: Clock = data["clock"]
        now = clock()
        data["at"] = now.isoformat(timespec="seconds")
        data["today"] = now.astimezone(ZoneInfo(data["time_zone"])).date()
        return await handler(event, data)
