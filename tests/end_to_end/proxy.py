"""Stands between the bot and an emulator: checks every request, and adds what the emulator lacks.

Methods that it does not know are answered with true. A webhook is registered under an address of the proxy, which hands
updates on with the secret that Telegram would send.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiogram.methods import SetWebhook
from aiogram.methods.base import TelegramMethod
from aiohttp import web

from tests.end_to_end.wire import BOT, method_of

RELAY = "/webhook"


@dataclass
class Proxy:
    """One emulator behind a check; `missing` tells which methods the emulator does not have."""

    upstream: str
    missing: Callable[[str], bool]
    requests: list[TelegramMethod[Any]] = field(default_factory=list)
    webhook: SetWebhook | None = None

    def application(self) -> web.Application:
        """Return the server to run in front of the emulator."""
        application = web.Application(client_max_size=50 * 2**20)
        application.router.add_route("POST", RELAY, self._relay)
        application.router.add_route("*", BOT, self._handle)
        return application

    async def _handle(self, request: web.Request) -> web.Response:
        method = await method_of(request)
        self.requests.append(method)
        if self.missing(request.match_info["method"]):
            return web.json_response({"ok": True, "result": True})
        form = await _copied(request)
        if isinstance(method, SetWebhook):
            self.webhook = method
            form = aiohttp.FormData({"url": f"http://{request.host}{RELAY}"})
        return await _posted(self.upstream + request.path_qs, form, {})

    async def _relay(self, request: web.Request) -> web.Response:
        assert self.webhook
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": self.webhook.secret_token or "",
        }
        return await _posted(self.webhook.url, await request.read(), headers)


async def _copied(request: web.Request) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            value.file.seek(0)
            form.add_field(name, value.file.read(), filename=value.filename)
        else:
            form.add_field(name, value)
    return form


async def _posted(address: str, body: bytes | aiohttp.FormData, headers: dict[str, str]) -> web.Response:
    async with aiohttp.ClientSession() as client, client.post(address, data=body, headers=headers) as answer:
        return web.Response(body=await answer.read(), status=answer.status, content_type=answer.content_type)
