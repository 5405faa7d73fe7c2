"""The composition root: the same dispatcher behind Telegram and behind the terminal."""

import asyncio
import locale
import logging
import os
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from importlib.resources import files
from io import BytesIO
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramConflictError, TelegramNetworkError, TelegramUnauthorizedError

from bot.clock import clock
from bot.drawing import DrawingWorker, draw_here
from bot.ingest import ingest_articles
from bot.jsonl import read_articles
from bot.news import news_job
from bot.problems import Problem
from bot.round import ingest_round
from bot.schedule import Job, scheduler_of
from bot.settings import Settings
from bot.terminal import TOKEN, Terminal
from bot.terminal_session import TerminalSession
from bot.webhook import check_webhook, serve_webhook
from bot.wiring import web_of
from bot.worker import ExtractionWorker, extract_here
from handlers import attach, publish_commands
from handlers.charts.draw import can_draw
from handlers.pictures import Draw
from storage import Store

log = logging.getLogger(__name__)
DEFAULTS = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)


def dispatcher_of(store: Store, settings: Settings, draw: Draw) -> Dispatcher:
    """Return the dispatcher with all handlers and what they need; without the library for charts answers stay text."""
    dispatcher = Dispatcher(store=store, clock=clock, time_zone=settings.time_zone)
    dispatcher["draw"] = draw if can_draw() else None
    attach(dispatcher, allowed=frozenset(settings.allowed_ids), admins=frozenset(settings.admin_ids))
    return dispatcher


async def serve(settings: Settings, database: str) -> int:
    """Serve Telegram until stopped and return the exit status. Raises Problem where token or network will not do."""
    if settings.bot_token is None:
        raise Problem("no BOT_TOKEN: get one from @BotFather and set it in .env; without one: coopbot chat")
    check_webhook(settings)
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api))
    bot = Bot(settings.bot_token.get_secret_value(), session=session, default=DEFAULTS)
    with Store.open(database) as store:
        try:
            me = await bot.get_me()
            log.info("serving @%s", me.username)
            await publish_commands(bot)
            async with _working(store, settings, bot) as stopped, DrawingWorker() as draw:
                dispatcher = dispatcher_of(store, settings, draw)
                await first_of(_take_updates(dispatcher, bot, settings), stopped)
        except TelegramUnauthorizedError as error:
            raise Problem("BOT_TOKEN is not accepted by Telegram: copy it anew from @BotFather") from error
        except TelegramConflictError as error:
            raise Problem("this token is polled by another process: stop that one first") from error
        except TelegramNetworkError as error:
            raise Problem(f"{settings.telegram_api} cannot be reached: check the network and TELEGRAM_API") from error
        finally:
            await bot.session.close()
    return 0


async def _take_updates(dispatcher: Dispatcher, bot: Bot, settings: Settings) -> None:
    updates = dispatcher.resolve_used_update_types()
    if settings.webhook_url:
        await serve_webhook(dispatcher, bot, settings, updates)
    else:
        await bot.delete_webhook()  # Telegram answers no polling while one is set
        await dispatcher.start_polling(bot, allowed_updates=updates)


async def first_of(serving: Coroutine[Any, Any, None], stopped: asyncio.Future[None]) -> None:
    """Serve until that ends by itself, or until `stopped` holds the reason why nothing can be sent, which is raised."""
    task = asyncio.ensure_future(serving)
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        task.cancel()  # does nothing to one that is done
        await asyncio.gather(task, return_exceptions=True)
    (stopped if stopped.done() else task).result()


@asynccontextmanager
async def _working(store: Store, settings: Settings, bot: Bot) -> AsyncIterator[asyncio.Future[None]]:
    """Run the jobs by the clock while the bot serves. Gives a future that holds a Problem once nothing can be sent."""
    stopped: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    async with web_of(settings) as web, ExtractionWorker() as extractor:

        async def ingest() -> object:
            return await ingest_round(store, web, extractor, clock)

        news = news_job(store, bot, settings, stopped)
        scheduler = scheduler_of((Job("ingest", settings.ingest_minutes, ingest), Job("news", 1, news)))
        scheduler.start()
        try:
            yield stopped
        finally:
            scheduler.shutdown(wait=False)
            stopped.cancel()


async def talk(settings: Settings, database: str, language: str | None) -> int:
    """Talk in the terminal until the input ends. Returns the exit status."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    session = TerminalSession(colour=colour)
    bot = Bot(TOKEN, session=session, default=DEFAULTS)
    with Store.open(database) as store:
        await load_samples(store)
        terminal = Terminal(dispatcher_of(store, settings, draw_here), bot, session, language or system_language())
        await terminal.open()
        await terminal.say("/start")
        try:
            while (line := await asyncio.to_thread(_read_line)) is not None:
                await terminal.say(line)
        finally:
            await terminal.close()
    return 0


async def load_samples(store: Store) -> None:
    """Load the sample articles into an empty database, so that there is something to ask."""
    if store.is_empty():
        print("Loading sample articles …", file=sys.stderr)
        samples = files("bot").joinpath("samples/articles.jsonl").read_bytes()
        tally = await ingest_articles(store, read_articles(BytesIO(samples)), extract_here, clock)
        for line in tally.refused:
            log.error("samples: %s", line)


def system_language() -> str:
    """Return the language of this machine as a Telegram client would tell it."""
    return (locale.getlocale()[0] or "en")[:2].lower()


def _read_line() -> str | None:
    """Return the next typed line, None at the end of the input."""
    try:
        return input("> " if sys.stdin.isatty() else "")
    except EOFError:
        return None
