"""What Telegram would refuse in a request of the bot.

The lengths come from the published Bot API schema (`bot_api_limits.json`), texts are measured after TDLib's own parser.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import tdjson
from aiogram.client.default import Default
from aiogram.methods import AnswerInlineQuery, SetMyCommands
from aiogram.methods.base import TelegramMethod
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, TelegramObject

ROWS = json.loads(Path(__file__).with_name("bot_api_limits.json").read_text(encoding="utf-8"))
LIMITS: dict[tuple[str, str], tuple[int, int, str, bool]] = {(row[0], row[1]): tuple(row[2:]) for row in ROWS}
BUTTONS, IN_A_ROW, LABEL, COMMANDS, RESULTS = 100, 8, 64, 100, 50
LABELLING = {"text", "style", "icon_custom_emoji_id"}  # fields of a button that say how it looks, not what it does

checked: list[str] = []  # every request of this run
refused: list[str] = []  # what Telegram would have refused in them


def check(method: TelegramMethod[Any]) -> list[str]:
    """Return the complaints about a request, and keep them for the end of the run: no handler can swallow them."""
    checked.append(method.__api_method__)
    found = complaints(method)
    refused.extend(f"{method.__api_method__}: {complaint}" for complaint in found)
    return found


def complaints(method: TelegramMethod[Any]) -> list[str]:
    """Return what Telegram would refuse in a request; a text whose mode is left to the bot is taken as HTML."""
    return list(_walk(method, method.__api_method__))


def parsed(html: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the bare text and the entities of Telegram's HTML. Raises ValueError where TDLib refuses it."""
    answer = _td({"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}})
    if answer["@type"] == "error":
        raise ValueError(answer["message"])
    text = answer["text"]["text"] if isinstance(answer["text"], dict) else answer["text"]
    return text, answer.get("entities", [])


def _walk(thing: TelegramObject | TelegramMethod[Any], owner: str) -> Iterator[str]:
    """Yield the complaints about a method or type and all that it holds."""
    for field in type(thing).model_fields:
        value = getattr(thing, field)
        if isinstance(value, str):
            yield from _text(thing, owner, field, value)
        for part in _parts(value):
            yield from _walk(part, type(part).__name__)
    match thing:
        case InlineKeyboardMarkup():
            yield from _keyboard(thing)
        case InlineKeyboardButton():
            yield from _button(thing)
        case BotCommand() if not re.fullmatch(r"[a-z0-9_]+", thing.command):
            yield f"command: {thing.command!r} has other letters than a-z, 0-9 and _"
        case SetMyCommands() if len(thing.commands) > COMMANDS:
            yield f"{len(thing.commands)} commands"
        case AnswerInlineQuery() if len(thing.results) > RESULTS:
            yield f"{len(thing.results)} results"


def _parts(value: object) -> Iterator[TelegramObject]:
    if isinstance(value, TelegramObject) and not isinstance(value, InputFile):
        yield value
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        for one in value:
            yield from _parts(one)


def _text(thing: TelegramObject | TelegramMethod[Any], owner: str, field: str, value: str) -> Iterator[str]:
    if (owner, field) not in LIMITS:
        return
    least, most, unit, after_parsing = LIMITS[owner, field]
    mode = getattr(thing, "parse_mode", None)
    if after_parsing and (isinstance(mode, Default) or str(mode).upper().endswith("HTML")):
        try:
            value = parsed(value)[0].strip()
        except ValueError as error:
            yield f"{field}: {error}"
            return
    length = len(value.encode()) if unit == "bytes" else len(value.encode("utf-16-le")) // 2
    if not least <= length <= most:
        yield f"{field}: {length} {unit}, allowed {least} to {most}"


def _keyboard(markup: InlineKeyboardMarkup) -> Iterator[str]:
    rows = [len(row) for row in markup.inline_keyboard]
    if sum(rows) > BUTTONS or not all(0 < row <= IN_A_ROW for row in rows):
        yield f"keyboard: rows of {rows} buttons"


def _button(button: InlineKeyboardButton) -> Iterator[str]:
    actions = [name for name in type(button).model_fields.keys() - LABELLING if getattr(button, name) is not None]
    if len(actions) != 1:
        yield f"button: not exactly one action but {sorted(actions)}"
    if not 0 < len(button.text.encode("utf-16-le")) // 2 <= LABEL:
        yield f"label: {button.text!r}"


def _td(request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"{}")
    return answer


_td({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
