"""Any text that is no command is a question; buttons below an answer turn its pages and open its facts."""

from datetime import date

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

from extract.model import LANGUAGES
from extract.query import Hit
from handlers.addressed import Addressed
from handlers.answering import Answered, answer_question
from handlers.chat import brief, chat_of, send, speaks
from handlers.conversing import in_conversation, keep_answer, person_of
from handlers.keeping import Keeper
from handlers.keyboards import Ask, Menu, OpenFact, Page, markup
from handlers.locales import say
from handlers.pictures import Draw, Pictures
from handlers.render.facts import fact_message, withdrawn_message
from handlers.render.parts import Voice
from storage import Store

LONGEST_QUESTION = 500
REFUSED = ("voice", "video_note", "sticker", "animation", "audio", "video", "photo", "document", "location", "contact",
           "poll", "dice", "venue", "story")  # fmt: skip


def make_router() -> Router:
    """Return the router of questions; it takes every text that no other router took."""
    router = Router(name="ask")
    router.message.register(answer_text, F.text | F.caption, Addressed())
    router.edited_message.register(answer_edited, F.text, Addressed())
    router.message.register(refuse_other_content, F.content_type.in_(REFUSED), Addressed())
    router.callback_query.register(turn_page, Page.filter())
    router.callback_query.register(ask_kept, Ask.filter())
    router.callback_query.register(open_menu, Menu.filter())
    router.callback_query.register(open_fact, OpenFact.filter())
    router.callback_query.register(ignore_unknown)
    return router


async def answer_text(
    message: Message, question: str, bot: Bot, store: Store, today: date, at: str, draw: Draw | None = None
) -> None:
    """Answer a question in a message of its own."""
    if not await _readable(message, question, store):
        return
    said, language = in_conversation(store, message, question, at)
    answered = answer_question(
        store, said, language, today, keep=Keeper(store, message.chat.id, at), brief=brief(store, message.chat.id)
    )
    sent = await Pictures(store, bot, at, draw).send(message, answered)
    keep_answer(store, answered, sent, message.message_id, person_of(message), at)


async def answer_edited(
    message: Message, question: str, bot: Bot, store: Store, today: date, at: str, draw: Draw | None = None
) -> None:
    """Answer a question that was changed: in the message that answered it, where there is one."""
    known = store.reply_to(message.chat.id, message.message_id)
    if not await _readable(message, question, store):
        return
    said, language = in_conversation(store, message, question, at, edited=known[1] if known else "")
    answered = answer_question(
        store, said, language, today, keep=Keeper(store, message.chat.id, at), brief=brief(store, message.chat.id)
    )
    pictures = Pictures(store, bot, at, draw)
    sent = (await pictures.change(message, known[0], answered)) if known else None
    sent = sent or await pictures.send(message, answered)
    keep_answer(store, answered, sent, message.message_id, person_of(message), at)


async def _readable(message: Message, question: str, store: Store) -> bool:
    """Tell whether a question can be read, and tell the person why where it cannot."""
    language = speaks(store, message.chat.id, message.from_user)
    if not question:
        await send(message, say(language, "answer.text_only"))
    elif len(question) > LONGEST_QUESTION:
        await send(message, say(language, "answer.too_long"))
    return 0 < len(question) <= LONGEST_QUESTION


async def refuse_other_content(message: Message, store: Store) -> None:
    """Say that pictures, files and voices are not read."""
    await send(message, say(speaks(store, message.chat.id, message.from_user), "answer.text_only"))


async def ask_kept(
    callback: CallbackQuery,
    callback_data: Ask,
    bot: Bot,
    store: Store,
    today: date,
    at: str,
    draw: Draw | None = None,
) -> None:
    """Answer the question that a button holds, in a message of its own."""
    kept = store.recalled(callback_data.question)
    if kept is None or not isinstance(callback.message, Message):
        await _outdated(callback, store)
        return
    await callback.answer()
    answered = answer_question(
        store, *kept, today, keep=Keeper(store, chat_of(callback), at), brief=brief(store, chat_of(callback))
    )
    sent = await Pictures(store, bot, at, draw).send(callback.message, answered)
    keep_answer(store, answered, sent, sent.message_id, callback.from_user.id, at)


async def ignore_unknown(callback: CallbackQuery, store: Store) -> None:
    """Answer a button that no router knows: of an older version, or with data that somebody made up."""
    await _outdated(callback, store)


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
    return answer_question(
        store, *kept, today, keep=keep, first=shown.first, view=shown.view, brief=brief(store, chat_of(callback))
    )


async def open_fact(callback: CallbackQuery, callback_data: OpenFact, store: Store, today: date) -> None:
    """Show a fact with its sentence in a message of its own, so that the list stays.

    The button may be old: a fact that its article no longer states is shown as withdrawn.
    """
    told = (language for language in LANGUAGES if language == callback_data.language)
    language = next(told, None) or speaks(store, chat_of(callback), callback.from_user)
    ids = [int(one) for one in callback_data.ids.split("-") if one.isdecimal()]
    hits: list[Hit] = [hit for hit in map(store.hit, ids) if hit]
    if not hits or not isinstance(callback.message, Message):
        await callback.answer(say(language, "answer.gone"))
        return
    voice = Voice(language, today)
    above = [f"<i>{voice.say('banner.sample')}</i>"] if any(hit.article.sample for hit in hits) else []
    stated = [hit for hit in hits if hit.withdrawn_at is None]
    shown = fact_message(stated, voice, above) if stated else withdrawn_message(hits[0], voice, above)
    await callback.answer()
    await send(callback.message, shown.text, shown.buttons)


async def _outdated(callback: CallbackQuery, store: Store) -> None:
    await callback.answer(say(speaks(store, chat_of(callback), callback.from_user), "answer.outdated"))
