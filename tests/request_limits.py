"""What Telegram would refuse: lengths after parsing by TDLib's own parser, and the documented limits of keyboards."""

import json
from typing import Any

import tdjson
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendMessage, SetMyCommands
from aiogram.methods.base import TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

TEXT, ANSWER, DATA, COPY, COMMAND, DESCRIPTION = 4096, 200, 64, 256, 32, 256
BUTTONS, IN_A_ROW = 100, 8


def complaints(method: TelegramMethod[Any]) -> list[str]:
    """Return what Telegram would refuse in a request; texts are taken as HTML."""
    found: list[str] = []
    match method:
        case SendMessage() | EditMessageText():
            found += _text(method.text or "")
        case AnswerCallbackQuery():
            found += _length("answer", method.text or "", 0, ANSWER)
        case SetMyCommands():
            for command in method.commands:
                found += _length("command", command.command, 1, COMMAND)
                found += _length("description", command.description, 1, DESCRIPTION)
    markup = getattr(method, "reply_markup", None)
    return found + (_keyboard(markup) if isinstance(markup, InlineKeyboardMarkup) else [])


def parsed(html: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the bare text and the entities of Telegram's HTML. Raises ValueError where TDLib refuses it."""
    answer = _td({"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}})
    if answer["@type"] == "error":
        raise ValueError(answer["message"])
    text = answer["text"]["text"] if isinstance(answer["text"], dict) else answer["text"]
    return text, answer.get("entities", [])


def _text(html: str) -> list[str]:
    try:
        text, _ = parsed(html)
    except ValueError as error:
        return [f"text: {error}"]
    return _length("text", text.strip(), 1, TEXT)


def _keyboard(markup: InlineKeyboardMarkup) -> list[str]:
    rows = markup.inline_keyboard
    buttons = [button for row in rows for button in row]
    found = [problem for button in buttons for problem in _button(button)]
    if not 0 < len(buttons) <= BUTTONS or not all(0 < len(row) <= IN_A_ROW for row in rows):
        found.append(f"keyboard: rows of {[len(row) for row in rows]} buttons")
    return found


def _button(button: InlineKeyboardButton) -> list[str]:
    actions = [button.callback_data, button.url, button.copy_text]
    found = [] if sum(action is not None for action in actions) == 1 else ["button: not exactly one action"]
    found += _length("label", button.text, 1, 64)
    if button.callback_data is not None and not 0 < len(button.callback_data.encode()) <= DATA:
        found.append(f"callback data: {len(button.callback_data.encode())} bytes")
    if button.copy_text is not None:
        found += _length("copied text", button.copy_text.text, 1, COPY)
    return found


def _length(what: str, text: str, least: int, most: int) -> list[str]:
    units = len(text.encode("utf-16-le")) // 2
    return [] if least <= units <= most else [f"{what}: {units} characters, allowed {least} to {most}"]


def _td(request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"{}")
    return answer


_td({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
