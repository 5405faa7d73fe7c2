"""The commands: one table, from which /help and the menu in Telegram are made."""

from aiogram import Bot
from aiogram.types import BotCommand

from extract.model import LANGUAGES, Language
from handlers.locales import say

COMMANDS = (
    "start",
    "help",
    "trade",
    "project",
    "person",
    "brief",
    "source",
    "language",
)  # each has a handler and a text `command.<name>`


def described(language: Language) -> list[tuple[str, str]]:
    """Return each command with what it does."""
    return [(name, say(language, f"command.{name}")) for name in COMMANDS]


async def publish_commands(bot: Bot) -> None:
    """Tell Telegram the menu of commands, in each language and for everyone else."""
    for language in (None, *LANGUAGES):
        menu = [BotCommand(command=name, description=text) for name, text in described(language or "ru")]
        await bot.set_my_commands(menu, language_code=language)
