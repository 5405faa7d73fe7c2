"""Serving Telegram by a webhook: Telegram posts each update to an address of ours and proves itself by a secret.

An update is answered for only when it has been handled: what a crash interrupts, Telegram delivers once more.
"""

import asyncio
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from bot.problems import Problem
from bot.settings import TELEGRAM, Settings

log = logging.getLogger(__name__)
STOPPING = (signal.SIGINT, signal.SIGTERM)


class _Updates(SimpleRequestHandler):
    """Takes updates; anybody else's secret may be any bytes."""

    def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool:
        given = telegram_secret_token.encode("utf-8", errors="surrogateescape")
        return secrets.compare_digest(given, (self.secret_token or "").encode())


def check_webhook(settings: Settings) -> None:
    """Raise Problem for an address that Telegram never calls; one's own Bot API server may call others."""
    if settings.telegram_api == TELEGRAM and (settings.webhook_url or "").startswith("http:"):
        raise Problem("WEBHOOK_URL has to begin with https://: Telegram calls no other address")


async def serve_webhook(dispatcher: Dispatcher, bot: Bot, settings: Settings, updates: Sequence[str]) -> None:
    """Take updates until the process is told to stop. Raises Problem where the address or the port will not do.

    The webhook stays registered, so that Telegram keeps what comes until the next start.
    """
    address = settings.webhook_url or ""
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else secrets.token_urlsafe(32)
    async with listening(dispatcher, bot, settings, secret):
        try:
            await bot.set_webhook(address, secret_token=secret, allowed_updates=list(updates))
        except TelegramBadRequest as error:
            raise Problem(f"WEBHOOK_URL is not accepted by Telegram ({error.message}): correct it") from error
        log.info("taking updates at %s, port %s", address, settings.webhook_port)
        await _told_to_stop()


@asynccontextmanager
async def listening(dispatcher: Dispatcher, bot: Bot, settings: Settings, secret: str) -> AsyncIterator[None]:
    """Listen at the path of the webhook while the block runs. Raises Problem where the port cannot be had."""
    application = web.Application()
    handler = _Updates(dispatcher, bot, handle_in_background=False, secret_token=secret)
    handler.register(application, path=urlsplit(settings.webhook_url or "").path or "/")
    setup_application(application, dispatcher, bot=bot)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, settings.webhook_host, settings.webhook_port).start()
        except OSError as error:
            where = f"{settings.webhook_host}:{settings.webhook_port}"
            raise Problem(f"cannot listen at {where}: set WEBHOOK_HOST and WEBHOOK_PORT to one that is free") from error
        yield
    finally:
        await runner.cleanup()


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_number in STOPPING:
        loop.add_signal_handler(signal_number, stop.set)
    try:
        await stop.wait()
    finally:
        for signal_number in STOPPING:
            loop.remove_signal_handler(signal_number)
