"""Any text that is no command is a question; buttons below an answer turn its pages and open its facts."""

from datetime import date

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

from extract.model import LANGUAGES, Language
from extract.query import Hit
from handlers.answering import Answered, answer_question
from handlers.chat import chat_of, send, speaks
from handlers.keyboards import Menu, OpenFact, Page, markup
from handlers.locales import say
from handlers.pictures import Draw, Pictures
from handlers.render.facts import fact_message
from handlers.render.parts import Voice
from storage import Store

LONGEST_QUESTION = 500


def make_router() -> Router:
    """Return the router of questions; it takes every text that no other router took."""
    router = Router(name="ask")
    router.message.register(answer_text, F.text)
    router.message.register(refuse_other_content)
    router.callback_query.register(turn_page, Page.filter())
    router.callback_query.register(open_menu, Menu.filter())
    router.callback_query.register(open_fact, OpenFact.filter())
    return router


async def answer_text(message: Message, bot: Bot, store: Store, today: date, at: str, draw: Draw | None = None) -> None:
    """Answer a question in a message of its own."""
    question = message.text or ""
    language = speaks(store, message.chat.id, message.from_user)
    if len(question) > LONGEST_QUESTION:
        await message.answer(say(language, "answer.too_long"))
        return
    keep = Keeper(store, message.chat.id, at)
    answered = answer_question(store, question, language, today, keep=keep)
    await Pictures(store, bot, at, draw).send(message, answered)


async def refuse_other_content(message: Message, store: Store) -> None:
    """Say that pictures, files and voices are not read; what Telegram itself reports in a chat is passed over."""
    if message.content_type in ("photo", "document", "voice", "video", "audio", "sticker", "video_note", "location"):
        await message.answer(say(speaks(store, message.chat.id, message.from_user), "answer.text_only"))


async def turn_page(
    callback: CallbackQuery,
    callback_data: Page,
    bot: Bot,
    store: Store,
    today: date,
    at: str,
    draw: Draw | None = None,
) -> None:
    """Show another page or view of an answer, in the same message where it can become that."""
    answered = _again(callback, callback_data, store, today, at)
    if answered is None:
        await _outdated(callback, store)
        return
    await callback.answer()
    await Pictures(store, bot, at, draw).turn(callback, answered)


async def open_menu(callback: CallbackQuery, callback_data: Menu, store: Store, today: date, at: str) -> None:
    """Show the buttons that found no room below an answer, in place of those that did."""
    answered = _again(callback, callback_data, store, today, at)
    if answered is None or not isinstance(callback.message, Message):
        await _outdated(callback, store)
        return
    await callback.answer()
    await callback.message.edit_reply_markup(reply_markup=markup(answered.menu or answered.buttons))


def _again(callback: CallbackQuery, shown: Page | Menu, store: Store, today: date, at: str) -> Answered | None:
    """Answer the question of a button once more; None where it has been forgotten."""
    kept = store.recalled(shown.question)
    if kept is None:
        return None
    keep = Keeper(store, chat_of(callback), at)
    return answer_question(store, *kept, today, keep=keep, first=shown.first, view=shown.view)


async def open_fact(callback: CallbackQuery, callback_data: OpenFact, store: Store, today: date) -> None:
    """Show a fact with its sentence in a message of its own, so that the list stays."""
    told = (language for language in LANGUAGES if language == callback_data.language)
    language = next(told, None) or speaks(store, chat_of(callback), callback.from_user)
    ids = [int(one) for one in callback_data.ids.split("-") if one.isdecimal()]
    hits: list[Hit] = [hit for hit in map(store.hit, ids) if hit]
    if not hits or not isinstance(callback.message, Message):
        await callback.answer(say(language, "answer.gone"))
        return
    voice = Voice(language, today)
    above = [f"<i>{voice.say('banner.sample')}</i>"] if any(hit.article.sample for hit in hits) else []
    shown = fact_message(hits, voice, above)
    await callback.answer()
    await send(callback.message, shown.text, shown.buttons)


async def _outdated(callback: CallbackQuery, store: Store) -> None:
    await callback.answer(say(speaks(store, chat_of(callback), callback.from_user), "answer.outdated"))


class Keeper:
    """Keeps questions of a chat for its buttons, each once an answer."""

    def __init__(self, store: Store, chat: int, at: str) -> None:
        self._store, self._chat, self._at = store, chat, at
        self._kept: dict[str, int] = {}

    def __call__(self, question: str, language: Language) -> int:
        if question not in self._kept:
            self._kept[question] = self._store.remember(self._chat, question, language, at=self._at)
        return self._kept[question]
