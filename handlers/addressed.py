"""Is a message meant for the bot? In private always; in a group by a mention, a reply to the bot, or its command."""

import re
from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import Message, MessageEntity

from extract.question import TURN

BLANKS = re.compile(rf"[\s\x00{TURN}]+")
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # of direction and of no width


class Addressed(Filter):
    """Lets messages meant for the bot pass and gives the handler its `question`, "" where there are no words."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        text = message.text or message.caption or ""
        if message.chat.type == "private":
            return {"question": cleaned(text)}
        me = await bot.me()
        rest = without_mention(text, message.entities or message.caption_entities or (), me.username or "")
        answered = message.reply_to_message and message.reply_to_message.from_user
        if rest is None and not (answered and answered.id == bot.id):
            return False
        return {"question": cleaned(text if rest is None else rest)}


def without_mention(text: str, entities: Sequence[MessageEntity], username: str) -> str | None:
    """Return a text without the mention of the bot, None where it is not mentioned."""
    for entity in entities:
        mentioned = entity.extract_from(text)
        if entity.type == "mention" and mentioned.lower() == f"@{username}".lower():
            return text.replace(mentioned, " ", 1)
    return None


def cleaned(text: str) -> str:
    """Return a question on one line, without marks that nobody sees."""
    return BLANKS.sub(" ", MARKS.sub("", text)).strip()
