"""A bot behind a webhook, to be measured: the real one over a database, or one that says the same to everybody.

    python -m benchmarks.chat_server PORT API [DATABASE] [--uncached]

Without DATABASE every message gets one fixed answer. Serves until its standard input closes; each line that comes in is
answered with the seconds of processor time that the process has used.
"""

import asyncio
import sys
import time

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from bot.app import DEFAULTS, dispatcher_of
from bot.drawing import DrawingWorker
from bot.settings import Settings
from bot.webhook import listening
from extract.question import follow_up, reading
from handlers import answer_cache
from storage import Store

SECRET = "benchmark"
PATH = "/telegram"
REPLY = "<b>Костанай: 5 проектов</b>\n" + "1. Завод · запущен · 131,5 млрд тенге · 22.10.2025\n" * 5


def trivial() -> Dispatcher:
    """Return the least that a bot can do: one handler, one fixed answer."""
    router = Router()

    @router.message(F.text)
    async def answer(message: Message) -> None:
        await message.answer(REPLY)

    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    return dispatcher


async def main(port: int, api: str, database: str | None, *, cached: bool) -> None:
    """Serve the real bot over `database`, or the trivial one, until the input ends."""
    settings = Settings(webhook_url=f"http://127.0.0.1:{port}{PATH}", webhook_port=port)
    bot = Bot("1:BENCHMARK", session=AiohttpSession(api=TelegramAPIServer.from_base(api)), default=DEFAULTS)
    if not cached:
        answer_cache.MOST_HITS = 0
        vars(follow_up)["read_alone"] = reading.read_question.__wrapped__
    if database is None:
        async with listening(trivial(), bot, settings, SECRET):
            await _report()
        return
    with Store.open(database) as store:
        async with DrawingWorker() as draw, listening(dispatcher_of(store, settings, draw), bot, settings, SECRET):
            await _report()


async def _report() -> None:
    print("ready", flush=True)
    while await asyncio.to_thread(sys.stdin.readline):
        print(time.process_time(), flush=True)


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--uncached"]
    path = arguments[2] if len(arguments) > 2 else None
    asyncio.run(main(int(arguments[0]), arguments[1], path, cached="--uncached" not in sys.argv))
