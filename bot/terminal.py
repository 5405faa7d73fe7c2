"""The chat in a terminal: typed lines go to the dispatcher as updates, a number presses a button."""

import re
from collections.abc import Mapping
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Chat, InlineKeyboardButton, Message, MessageEntity, Update, User

from bot.terminal_session import TerminalSession, now

TOKEN = "1:TERMINAL"  # has the form of a token and belongs to nobody
YOU = 1  # the id of the only person and chat


class Terminal:
    """One conversation: `open`, then `say` each line, then `close`."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot, session: TerminalSession, language: str) -> None:
        self._dispatcher, self._bot, self._session, self._language = dispatcher, bot, session, language

    async def open(self) -> None:
        """Let the bot start, as it does when it begins to poll."""
        await self._dispatcher.emit_startup(**self._context())

    async def say(self, line: str) -> None:
        """Hand one typed line to the bot and print what it answers; a blank line says nothing."""
        if not line.strip():
            return
        update = update_of(self._session, self._bot, line.strip(), self._language)
        if update is not None:
            await self._dispatcher.feed_update(self._bot, update)
        self._session.waiting.clear()

    async def close(self) -> None:
        """Let the bot stop."""
        await self._dispatcher.emit_shutdown(**self._context())
        await self._bot.session.close()

    def _context(self) -> dict[str, Any]:
        data = self._dispatcher.workflow_data
        return {"bot": self._bot, "bots": [self._bot], "dispatcher": self._dispatcher, **data}


def update_of(session: TerminalSession, bot: Bot, line: str, language: str) -> Update | None:
    """Return the update that Telegram would send for a typed `line`, None where nothing would be sent.

    A number chooses a button of the last keyboard while there is one of that number.
    """
    you = User(id=YOU, is_bot=False, first_name="You", language_code=language)
    if re.fullmatch(r"[0-9]{1,3}", line) and 0 < int(line) <= len(session.buttons):
        message_id, button = session.buttons[int(line) - 1]
        if isinstance(button, InlineKeyboardButton):
            return _press(session, bot, button, message_id, you)
        line = button.text
    message = Message(
        message_id=next(session.numbers),
        date=now(),
        chat=Chat(id=YOU, type="private", first_name="You"),
        from_user=you,
        text=line,
        entities=_command_entities(line),
    )
    return _update(session, bot, {"message": message})


def _press(
    session: TerminalSession, bot: Bot, button: InlineKeyboardButton, message_id: int, you: User
) -> Update | None:
    if button.copy_text:
        session.say_aside(button.copy_text.text)
    if button.url:
        session.say_aside(button.url)
    if button.callback_data is None:
        return None
    callback = CallbackQuery(
        id=f"press-{next(session.numbers)}",
        from_user=you,
        chat_instance="1",
        data=button.callback_data,
        message=session.messages.get(message_id),
    )
    session.waiting.add(callback.id)
    return _update(session, bot, {"callback_query": callback})


def _update(session: TerminalSession, bot: Bot, content: Mapping[str, Message | CallbackQuery]) -> Update:
    dumped = {name: value.model_dump(by_alias=True) for name, value in content.items()}
    return Update.model_validate({"update_id": next(session.numbers), **dumped}, context={"bot": bot})


def _command_entities(line: str) -> list[MessageEntity] | None:
    command = re.match(r"/\w+(?:@\w+)?", line)
    return [MessageEntity(type="bot_command", offset=0, length=command.end())] if command else None
