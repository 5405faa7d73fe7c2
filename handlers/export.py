"""The button "Excel" below an answer: all its facts as a workbook, and from there as CSV."""

import asyncio
import re
from datetime import date

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from extract.model import Language
from extract.query import Hit
from handlers.answering import ALL_HITS, facts_behind
from handlers.chat import chat_of, speaks
from handlers.files.formats import csv_bytes, xlsx_bytes
from handlers.files.table import table_of
from handlers.keyboards import Export, in_rows, markup, press
from handlers.locales import say
from handlers.render.parts import bold, cut, fit, safe
from handlers.wording.numbers import count, number
from storage import Store

FORMS = ("xlsx", "csv")
LONGEST_NAME = 60  # characters of a file's name, without its date
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')


def make_router() -> Router:
    """Return the router of exports."""
    router = Router(name="export")
    router.callback_query.register(send_file, Export.filter())
    return router


async def send_file(callback: CallbackQuery, callback_data: Export, store: Store, today: date) -> None:
    """Send the facts behind an answer as a file in the language of the question."""
    kept = store.recalled(callback_data.question)
    if kept is None or callback_data.form not in FORMS or not isinstance(callback.message, Message):
        await callback.answer(say(speaks(store, chat_of(callback), callback.from_user), "answer.outdated"))
        return
    question, language = kept
    hits = facts_behind(store, question, language, today, callback_data.view)
    await callback.answer()
    if not hits:
        await callback.message.answer(say(language, "answer.gone"))
        return
    content = await asyncio.to_thread(_content, hits, language, callback_data.form, question)
    name = f"{file_name(question)} {today.isoformat()}.{callback_data.form}"
    buttons = []
    if callback_data.form == "xlsx":
        csv = Export(question=callback_data.question, form="csv", view=callback_data.view)
        buttons.append(press(say(language, "button.csv"), csv))
    file, caption = BufferedInputFile(content, name), _caption(hits, question, language)
    await callback.message.answer_document(file, caption=caption, reply_markup=markup(in_rows(buttons)))


def _content(hits: tuple[Hit, ...], language: Language, form: str, question: str) -> bytes:
    table = table_of(hits, language)
    return csv_bytes(table, language) if form == "csv" else xlsx_bytes(table, language, cut(question, 200))


def _caption(hits: tuple[Hit, ...], question: str, language: Language) -> str:
    total = count(len(hits), "fact", language)
    lines = [f"<i>{say(language, 'banner.sample')}</i>"] if any(hit.article.sample for hit in hits) else []
    lines.append(say(language, "export.caption", count=bold(total), question=safe(cut(question, 200))))
    if len(hits) >= ALL_HITS:
        lines.append(say(language, "export.cut", number=number(ALL_HITS, language)))
    return fit(lines, 1024)


def file_name(question: str) -> str:
    """Return a question as the name of a file: without what no system allows in one, cut at a word."""
    return cut(" ".join(FORBIDDEN.sub(" ", question).split()), LONGEST_NAME).strip(". …") or "coopbot"
