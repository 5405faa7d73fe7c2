"""The transcript of the README, as the running product says it over the samples: `python -m tests.transcript`."""

import asyncio
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties

from bot.app import load_samples
from bot.terminal import TOKEN, Terminal
from bot.terminal_session import TerminalSession
from handlers import attach
from storage import Store
from tests.fakes import clock

README = Path(__file__).resolve().parent.parent / "README.md"
LINES = ("проекты в Костанае", "1", "товарооборот с Татарстаном за 2021 год", "а с Турцией?", "projects in Brazil")


async def transcript() -> str:
    """Return what is said and answered, a line each."""
    said: list[str] = []
    session = TerminalSession(show=said.append)
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    with Store.open(":memory:") as store:
        await load_samples(store)
        dispatcher = Dispatcher(store=store, clock=clock, time_zone="Asia/Almaty")
        attach(dispatcher)
        terminal = Terminal(dispatcher, bot, session, "ru")
        for line in LINES:
            said.append(f"> {line}")
            await terminal.say(line)
    return "\n".join(said).replace("\u00a0", " ")


def parts(readme: str) -> tuple[str, str, str]:
    """Return what stands before the first block of the README, the block, and what follows."""
    before, shown, after = readme.split("```\n", 2)
    return before, shown, after


if __name__ == "__main__":
    before, _, after = parts(README.read_text(encoding="utf-8"))
    README.write_text(f"{before}```\n{asyncio.run(transcript())}\n```\n{after}", encoding="utf-8")
