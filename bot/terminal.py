"""The chat in a terminal: a session that hands typed lines to the dispatcher as updates and prints what the bot sends.

The bot and its handlers cannot tell it from Telegram. A method that is not emulated here raises, it is never ignored:
otherwise a message could be lost in the terminal without anybody seeing it.
"""

import re
from collections.abc import AsyncGenerator, Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendMessage,
)
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import (
    CallbackQuery,
    Chat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
    User,
)

from bot.terminal_text import plain_message, terminal_text

Button = InlineKeyboardButton | KeyboardButton
TOKEN = "1:TERMINAL"  # has the form of a token and belongs to nobody
YOU = 1  # the id of the only person and chat


class TerminalSession(BaseSession):
    """Stands in Telegram's place: numbers messages, keeps them for later edits, prints them by `show`."""

    def __init__(self, show: Callable[[str], None] = print, *, colour: bool = False) -> None:
        super().__init__()
        self._show, self._colour = show, colour
        self._numbers = count(1)
        self._messages: dict[int, Message] = {}
        self.buttons: list[tuple[int, Button]] = []  # the last keyboard: message id and button
        self.waiting: set[str] = set()  # callbacks that the bot has yet to answer

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65_536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """Nothing is sent to the bot but text, so there is nothing to download."""
        raise NotImplementedError("no files in the terminal")
        yield b""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        """Do what Telegram would do with `method`."""
        return cast(TelegramType, self._do(bot, method))

    def _do(self, bot: Bot, method: TelegramMethod[Any]) -> object:
        match method:
            case SendMessage():
                return self._send(bot, method)
            case EditMessageText() | EditMessageReplyMarkup():
                return self._edit(bot, method)
            case AnswerCallbackQuery():
                self.waiting.discard(method.callback_query_id)
                if method.text:
                    self._show(f"({method.text})")
                return True
            case DeleteMessage():
                self._messages.pop(method.message_id, None)
                self.buttons = [one for one in self.buttons if one[0] != method.message_id]
                return True
            case SendChatAction():
                return True
            case GetMe():
                return User(id=bot.id, is_bot=True, first_name="Coopbot", username="coopbot")
        raise NotImplementedError(f"{method.__api_method__} is not emulated in the terminal")

    def _send(self, bot: Bot, method: SendMessage) -> Message:
        markup = method.reply_markup
        message = Message(
            message_id=next(self._numbers),
            date=_now(),
            chat=Chat(id=int(method.chat_id), type="private"),
            from_user=User(id=bot.id, is_bot=True, first_name="Coopbot"),
            text=plain_message(method.text),
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
        ).as_(bot)
        self._messages[message.message_id] = message
        self._show(terminal_text(method.text, colour=self._colour))
        self._show_keyboard(markup, message.message_id)
        return message

    def _edit(self, bot: Bot, method: EditMessageText | EditMessageReplyMarkup) -> Message:
        old = self._messages.get(method.message_id or 0)
        if old is None:
            raise TelegramBadRequest(method, "Bad Request: message to edit not found")
        change: dict[str, Any] = {"reply_markup": method.reply_markup, "edit_date": int(_now().timestamp())}
        if isinstance(method, EditMessageText):
            change["text"] = plain_message(method.text or "")
        if change.get("text", old.text) == old.text and method.reply_markup == old.reply_markup:
            raise TelegramBadRequest(method, "Bad Request: message is not modified")
        message = self._messages[old.message_id] = old.model_copy(update=change).as_(bot)
        if isinstance(method, EditMessageText):
            self._show(terminal_text(method.text or "", colour=self._colour))
        self._show_keyboard(method.reply_markup, old.message_id)
        return message

    def _show_keyboard(self, markup: object, message_id: int) -> None:
        match markup:
            case InlineKeyboardMarkup():
                rows: list[list[Button]] = [list(row) for row in markup.inline_keyboard]
            case ReplyKeyboardMarkup():
                rows = [list(row) for row in markup.keyboard]
            case ReplyKeyboardRemove():
                rows = []
            case _:
                return  # as in Telegram, earlier buttons stay in force
        self.buttons = [(message_id, button) for row in rows for button in row]
        numbers = count(1)
        for row in rows:
            self._show("  ".join(_numbered(next(numbers), button.text) for button in row))

    def update_of(self, bot: Bot, line: str, language: str) -> Update | None:
        """Return the update that Telegram would send for a typed `line`, None where nothing would be sent.

        A number chooses a button of the last keyboard while there is one of that number.
        """
        you = User(id=YOU, is_bot=False, first_name="You", language_code=language)
        if re.fullmatch(r"[0-9]{1,3}", line) and 0 < int(line) <= len(self.buttons):
            message_id, button = self.buttons[int(line) - 1]
            if isinstance(button, InlineKeyboardButton):
                return self._press(bot, button, message_id, you)
            line = button.text
        message = Message(
            message_id=next(self._numbers),
            date=_now(),
            chat=Chat(id=YOU, type="private", first_name="You"),
            from_user=you,
            text=line,
            entities=_command_entities(line),
        )
        return self._update(bot, {"message": message})

    def _press(self, bot: Bot, button: InlineKeyboardButton, message_id: int, you: User) -> Update | None:
        if button.copy_text:
            self._show(button.copy_text.text)
        if button.url:
            self._show(button.url)
        if button.callback_data is None:
            return None
        callback = CallbackQuery(
            id=f"press-{next(self._numbers)}",
            from_user=you,
            chat_instance="1",
            data=button.callback_data,
            message=self._messages.get(message_id),
        )
        self.waiting.add(callback.id)
        return self._update(bot, {"callback_query": callback})

    def _update(self, bot: Bot, content: Mapping[str, Message | CallbackQuery]) -> Update:
        dumped = {name: value.model_dump(by_alias=True) for name, value in content.items()}
        return Update.model_validate({"update_id": next(self._numbers), **dumped}, context={"bot": bot})


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
        update = self._session.update_of(self._bot, line.strip(), self._language)
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


def _numbered(number: int, label: str) -> str:
    return f"[{number}]" if label == str(number) else f"[{number}] {label}"


def _command_entities(line: str) -> list[MessageEntity] | None:
    command = re.match(r"/\w+(?:@\w+)?", line)
    return [MessageEntity(type="bot_command", offset=0, length=command.end())] if command else None


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
