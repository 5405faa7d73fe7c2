"""Telegram's side of a chat in a terminal: numbers messages, keeps them for later edits, prints what the bot sends.

The bot and its handlers cannot tell it from Telegram. A method that is not emulated here raises, it is never ignored:
otherwise a message could be lost in the terminal without anybody seeing it.
"""

from collections.abc import AsyncGenerator, Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMessageReaction,
)
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import (
    Chat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

from bot.terminal_files import Files
from bot.terminal_text import plain_message, terminal_text

Button = InlineKeyboardButton | KeyboardButton
Edit = EditMessageText | EditMessageReplyMarkup | EditMessageCaption | EditMessageMedia
Send = SendMessage | SendPhoto | SendDocument


class TerminalSession(BaseSession):
    """Stands in Telegram's place and prints by `show`; files that the bot sends go to `files`."""

    def __init__(
        self, show: Callable[[str], None] = print, *, colour: bool = False, files: Files | None = None
    ) -> None:
        super().__init__()
        self._show, self._colour, self._files = show, colour, files or Files()
        self.numbers = count(1)
        self.messages: dict[int, Message] = {}
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
        return cast(TelegramType, await self._do(bot, method))

    async def _do(self, bot: Bot, method: TelegramMethod[Any]) -> object:
        match method:
            case SendMessage() | SendPhoto() | SendDocument():
                return await self._send(bot, method)
            case EditMessageText() | EditMessageReplyMarkup() | EditMessageCaption() | EditMessageMedia():
                return await self._edit(bot, method)
            case AnswerCallbackQuery():
                self.waiting.discard(method.callback_query_id)
                if method.text:
                    self._show(f"({method.text})")
                return True
            case DeleteMessage():
                self.messages.pop(method.message_id, None)
                self.buttons = [one for one in self.buttons if one[0] != method.message_id]
                return True
            case SetMessageReaction():
                emojis = [one.emoji for one in method.reaction or [] if isinstance(one, ReactionTypeEmoji)]
                if emojis:
                    self._show(" ".join(emojis))
                return True
            case SendChatAction():
                return True
            case GetMe():
                return User(id=bot.id, is_bot=True, first_name="Coopbot", username="coopbot")
        raise NotImplementedError(f"{method.__api_method__} is not emulated in the terminal")

    async def _send(self, bot: Bot, method: Send) -> Message:
        markup = method.reply_markup
        written, content = await self._content(bot, method)
        message = Message(
            message_id=next(self.numbers),
            date=now(),
            chat=Chat(id=int(method.chat_id), type="private"),
            from_user=User(id=bot.id, is_bot=True, first_name="Coopbot"),
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
            **content,
        ).as_(bot)
        self.messages[message.message_id] = message
        self._show(terminal_text(written, colour=self._colour))
        self._show_keyboard(markup, message.message_id)
        return message

    async def _content(self, bot: Bot, method: Send | Edit) -> tuple[str, dict[str, Any]]:
        """What is written, in Telegram's HTML, and the fields of the message; files are saved and their path shown."""
        media: dict[str, Any] = {}
        match method:
            case SendMessage() | EditMessageText():
                return method.text or "", {"text": plain_message(method.text or "")}
            case EditMessageReplyMarkup():
                return "", {}
            case SendPhoto():
                written, media["photo"] = method.caption, await self._files.photo(bot, method, method.photo)
            case SendDocument():
                written, media["document"] = method.caption, await self._files.document(bot, method, method.document)
            case EditMessageMedia():
                if not isinstance(method.media, InputMediaPhoto):
                    raise NotImplementedError(f"media of type {method.media.type} are not emulated in the terminal")
                written, media["photo"] = method.media.caption, await self._files.photo(bot, method, method.media.media)
            case EditMessageCaption():
                written = method.caption
        for path in self._files.fresh():
            self._show(path)
        return written or "", {"caption": plain_message(written or ""), **media}

    async def _edit(self, bot: Bot, method: Edit) -> Message:
        old = self.messages.get(method.message_id or 0)
        if old is None:
            raise TelegramBadRequest(method, "Bad Request: message to edit not found")
        if isinstance(method, EditMessageText) and old.text is None:
            raise TelegramBadRequest(method, "Bad Request: there is no text in the message to edit")
        written, content = await self._content(bot, method)
        same = all(getattr(old, field) == value for field, value in content.items())
        if same and method.reply_markup == old.reply_markup:
            raise TelegramBadRequest(method, "Bad Request: message is not modified")
        change = {**content, "reply_markup": method.reply_markup, "edit_date": int(now().timestamp())}
        message = self.messages[old.message_id] = old.model_copy(update=change).as_(bot)
        if written:
            self._show(terminal_text(written, colour=self._colour))
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

    def say_aside(self, line: str) -> None:
        """Print what Telegram itself would show: a copied text, an address that opens."""
        self._show(line)


def _numbered(number: int, label: str) -> str:
    return f"[{number}]" if label == str(number) else f"[{number}] {label}"


def now() -> datetime:
    """Return the time that a new message is stamped with."""
    return datetime.now(UTC).replace(microsecond=0)
