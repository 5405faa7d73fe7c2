"""A Telegram of our own over HTTP, for what the emulators of others lack.

Updates are delivered again until they are confirmed, by offset or by a good answer of the webhook, which is called with
its secret; documents, pictures and edits are kept as Telegram keeps them; a request over the limits is refused.
"""

import asyncio
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerInlineQuery,
    DeleteWebhook,
    GetUpdates,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    SetWebhook,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import TelegramObject
from aiohttp import web

from bot.terminal_files import Files
from bot.terminal_session import TerminalSession
from tests.end_to_end.wire import BOT, method_of, refusal
from tests.request_limits import complaints

ACCEPTED = (AnswerInlineQuery, SetMyCommands, SetMyDescription, SetMyShortDescription)
AGAIN_SECONDS = 0.2  # Telegram waits longer before it delivers an update once more


class Telegram:
    """The server's state. Tests hand it updates and read `requests`; `answers_lost` makes the next replies vanish."""

    def __init__(self, folder: Path) -> None:
        self.session = TerminalSession(show=lambda line: None, files=Files(folder))
        self.requests: list[TelegramMethod[Any]] = []
        self.polls: list[int] = []  # the offset of each poll
        self.webhook: SetWebhook | None = None
        self.deliveries: list[tuple[int, int]] = []  # update and the status that the webhook answered
        self.answers_lost = 0
        self._pending: dict[int, dict[str, Any]] = {}
        self._ids = count(1000)

    def application(self) -> web.Application:
        """Return the server; it delivers to a webhook while it runs."""
        application = web.Application(client_max_size=50 * 2**20)
        application.router.add_route("*", BOT, self._handle)
        application.cleanup_ctx.append(self._delivering)
        return application

    def tells(self, content: Mapping[str, Any]) -> int:
        """Put an update before the bot, as {"message": ...}, and return its number."""
        number = next(self._ids)
        self._pending[number] = {"update_id": number, **content}
        return number

    def said(self) -> list[str]:
        """Return what the bot has said so far: texts and captions of what it sent and edited."""
        media = [(one, getattr(one, "media", None)) for one in self.requests]
        return [
            text
            for one, part in media
            if (text := getattr(one, "text", None) or getattr(one, "caption", None) or getattr(part, "caption", None))
        ]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = await method_of(request)
        if found := complaints(method):
            return refusal(400, f"Bad Request: {'; '.join(found)}")
        if isinstance(method, GetUpdates):
            return await self._updates(method)
        self.requests.append(method)
        token = request.match_info["token"]
        try:
            result = await self._result(token, method)
        except TelegramBadRequest as error:
            return refusal(400, error.message)
        if self.answers_lost:  # done, but the bot never hears of it
            self.answers_lost -= 1
            assert request.transport
            request.transport.abort()
        return web.json_response({"ok": True, "result": _dumped(result)})

    async def _result(self, token: str, method: TelegramMethod[Any]) -> object:
        match method:
            case SetWebhook():
                self.webhook = method
                return True
            case DeleteWebhook():
                self.webhook = None
                return True
            case _ if isinstance(method, ACCEPTED):
                return True
        return await self.session.make_request(Bot(token, session=self.session), method)

    async def _updates(self, method: GetUpdates) -> web.Response:
        """All updates from the offset on; only asking for later ones confirms them."""
        if self.webhook:
            return refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        self.polls.append(method.offset or 0)
        self._pending = {number: one for number, one in self._pending.items() if number >= (method.offset or 0)}
        for _ in range(int(method.timeout or 0) * 20):
            if self._pending:
                break
            await asyncio.sleep(0.05)
        return web.json_response({"ok": True, "result": list(self._pending.values())[: method.limit or 100]})

    async def _delivering(self, application: web.Application) -> Any:
        task = asyncio.create_task(self._deliver())
        yield
        task.cancel()

    async def _deliver(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as client:
            while True:
                await asyncio.sleep(0.02)
                if not self.webhook or not self._pending:
                    continue
                number, update = next(iter(self._pending.items()))
                headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.secret_token or ""}
                try:
                    async with client.post(self.webhook.url, json=update, headers=headers) as answer:
                        status = answer.status
                except aiohttp.ClientError:
                    status = 0
                self.deliveries.append((number, status))
                if status == 200:
                    self._pending.pop(number, None)
                else:
                    await asyncio.sleep(AGAIN_SECONDS)


def _dumped(result: object) -> Any:
    if isinstance(result, TelegramObject):
        return result.model_dump(mode="json", exclude_none=True, by_alias=True, warnings=False)
    return result
