"""The commands: one table, from which /help and the menus in Telegram are made; and what Telegram says of the bot."""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BotCommand

from extract.model import LANGUAGES, Language
from handlers.locales import say

log = logging.getLogger(__name__)
COMMANDS = (  # each has a handler and a text `command.<name>`
    "start",
    "help",
    "trade",
    "project",
    "person",
    "brief",
    "changes",
    "digest",
    "follow",
    "source",
    "settings",
    "language",
    "forget",
)


def described(language: Language) -> list[tuple[str, str]]:
    """Return each command with what it does."""
    return [(name, say(language, f"command.{name}")) for name in COMMANDS]


async def publish_commands(bot: Bot) -> None:
    """Tell Telegram the menu of commands and what the bot is, in each language and for everyone else.

    Telegram lets a bot describe itself a few times a day; where it says to wait, what it has stays in force.
    """
    for code in (None, *LANGUAGES):
        language: Language = code or "ru"
        menu = [BotCommand(command=name, description=text) for name, text in described(language)]
        await bot.set_my_commands(menu, language_code=code)
        try:
            await bot.set_my_description(say(language, "about.long").strip(), language_code=code)
            await bot.set_my_short_description(say(language, "about.short"), language_code=code)
        except TelegramRetryAfter as error:
            log.warning("the description is left as it is: %s", error)
