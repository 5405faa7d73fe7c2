"""Buttons: what each does when pressed, and their rows. Data of a button is an id, never a text: 64 bytes are few."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from extract.model import Language

LONGEST_DATA = 64  # bytes
LONGEST_COPY = 256  # characters
IN_A_ROW = 3


class Page(CallbackData, prefix="p"):
    """Show the answer to a kept question from its thing number `first` on; `view` is another way to show it: "list"."""

    question: int
    first: int
    view: str = ""


class OpenFact(CallbackData, prefix="f"):
    """Show a fact with its quote; `ids` are facts that tell of the same thing, joined by "-", the one to show first."""

    language: str
    ids: str


class Story(CallbackData, prefix="t"):
    """Show what the articles tell of one project; `language` and `ids` as in `OpenFact`."""

    language: str
    ids: str


class Run(CallbackData, prefix="c"):
    """Run a command with a kept text behind it: Run("person", 7) is "/person Олжас Бектенов"."""

    command: str
    text: int


class Set(CallbackData, prefix="s"):
    """Keep a choice of /settings: Set("zone", "Asia/Almaty")."""

    name: str
    value: str = ""


class Forget(CallbackData, prefix="e"):
    """Erase all about a person; only that person may press it."""

    person: int


class Speak(CallbackData, prefix="l"):
    """Speak this language from now on."""

    language: str


class Ask(CallbackData, prefix="a"):
    """Answer a kept question in a new message."""

    question: int


class Menu(CallbackData, prefix="m"):
    """Show the buttons that found no room below the page of an answer; `Page` leads back."""

    question: int
    first: int
    view: str = ""


class Export(CallbackData, prefix="x"):
    """Send the answer to a kept question as a file; `form` is "xlsx" or "csv", `view` narrows it as the page does."""

    question: int
    form: str
    view: str = ""


class Help(CallbackData, prefix="h"):
    """Show how to ask."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does one thing: sends `data` to the bot, puts `copy` on the clipboard, or opens `url`."""

    label: str
    data: str | None = None
    copy: str | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


def press(label: str, data: CallbackData) -> Button:
    """Return a button that sends `data` to the bot."""
    return Button(label, data=data.pack())


def open_fact(label: str, ids: Sequence[int], language: Language) -> Button:
    """Return a button that opens the fact `ids[0]`; of the others as many as its data can carry are named with it."""
    return press(label, _with_ids(OpenFact, ids, language))


def open_story(label: str, ids: Sequence[int], language: Language) -> Button:
    """Return a button that shows what the articles tell of the project that `ids` tell of."""
    return press(label, _with_ids(Story, ids, language))


def _with_ids(kind: type[OpenFact] | type[Story], ids: Sequence[int], language: Language) -> OpenFact | Story:
    kept = list(ids)
    while len(f"{kind.__prefix__}:{language}:{'-'.join(map(str, kept))}") > LONGEST_DATA:
        kept.pop()
    return kind(language=language, ids="-".join(map(str, kept)))


def in_rows(buttons: Sequence[Button], most: int = IN_A_ROW) -> Rows:
    """Lay buttons out from left to right: five are a row of three and a row of two."""
    return tuple(tuple(buttons[start : start + most]) for start in range(0, len(buttons), most))


def markup(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return the keyboard as Telegram takes it, None for no buttons."""
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(one) for one in row] for row in rows])


def _button(button: Button) -> InlineKeyboardButton:
    copied = CopyTextButton(text=button.copy) if button.copy else None
    return InlineKeyboardButton(text=button.label, callback_data=button.data, url=button.url, copy_text=copied)
