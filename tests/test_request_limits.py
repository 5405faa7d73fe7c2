"""The checker of requests refuses what Telegram refuses, and nothing else."""

from typing import Any

import pytest
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    EditMessageMedia,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    SetMyDescription,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import (
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
)

from tests.request_limits import LIMITS, complaints


def message(*rows: list[InlineKeyboardButton]) -> SendMessage:
    return SendMessage(chat_id=1, text="x", reply_markup=InlineKeyboardMarkup(inline_keyboard=list(rows)))


def button(**action: Any) -> InlineKeyboardButton:
    return InlineKeyboardButton(text="b", **action)


def article(text: str, id: str = "1") -> AnswerInlineQuery:
    content = InputTextMessageContent(message_text=text)
    return AnswerInlineQuery(
        inline_query_id="1", results=[InlineQueryResultArticle(id=id, title="t", input_message_content=content)]
    )


@pytest.mark.parametrize(
    "method",
    [
        SendMessage(chat_id=1, text=f"<b>{'x' * 4096}</b>"),
        SendMessage(chat_id=1, text="🙂" * 2048),
        SendMessage(chat_id=1, text="5 < 6", parse_mode=None),
        SendPhoto(chat_id=1, photo="f", caption="c" * 1024),
        AnswerCallbackQuery(callback_query_id="1", text="z" * 200),
        message([button(callback_data="я" * 32)] * 8),
        message([button(copy_text=CopyTextButton(text="t" * 256))]),
        article("<b>text</b>"),
    ],
)
def test_what_telegram_takes_is_let_pass(method: TelegramMethod[Any]) -> None:
    assert complaints(method) == []


@pytest.mark.parametrize(
    "method",
    [
        SendMessage(chat_id=1, text="x" * 4097),
        SendMessage(chat_id=1, text="🙂" * 2049),
        SendMessage(chat_id=1, text="<i> </i>"),
        SendMessage(chat_id=1, text="5 < 6"),
        SendMessage(chat_id=1, text="<b>open"),
        SendPhoto(chat_id=1, photo="f", caption="c" * 1025),
        SendDocument(chat_id=1, document="f", caption="c" * 1025),
        EditMessageMedia(chat_id=1, message_id=1, media=InputMediaPhoto(media="f", caption="c" * 1025)),
        AnswerCallbackQuery(callback_query_id="1", text="z" * 201),
        SetMyCommands(commands=[BotCommand(command="Start!", description="d")]),
        SetMyCommands(commands=[BotCommand(command="start", description="d" * 257)]),
        SetMyDescription(description="d" * 513),
        message([button(callback_data="я" * 33)]),
        message([button()]),
        message([button(callback_data="1", url="https://news.example")]),
        message([button(callback_data="1")] * 9),
        message(*[[button(callback_data="1")]] * 101),
        message([button(copy_text=CopyTextButton(text="t" * 257))]),
        article("</b>"),
        article("x" * 4097),
        article("x", id="x" * 65),
        AnswerInlineQuery(inline_query_id="1", results=article("x").results * 51),
    ],
)
def test_what_telegram_refuses_is_named(method: TelegramMethod[Any]) -> None:
    assert complaints(method)


def test_the_limits_are_those_of_the_schema() -> None:
    assert len(LIMITS) > 100
    assert LIMITS["sendPhoto", "caption"][1] == LIMITS["InputMediaPhoto", "caption"][1] == 1024
