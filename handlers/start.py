"""/start, /help and /language: what this is, how to ask, and in which language."""

import re
from datetime import date
from hashlib import sha256

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from extract.model import LANGUAGES, Language
from handlers.answering import answer_question
from handlers.chat import chat_of, edit, send, speaks
from handlers.commands import described
from handlers.conversing import keep_answer, person_of
from handlers.keeping import Keeper
from handlers.keyboards import Ask, Button, Help, Rows, Speak, press
from handlers.locales import examples, openings, say
from handlers.pictures import Draw, Pictures
from storage import Store

ORDER: tuple[Language, ...] = ("kk", "ru", "en")
MOST_QUESTIONS = 3
SHARED = re.compile(r"q_(\d{1,18})_([0-9a-f]{8})")


def make_router() -> Router:
    """Return the router of the first steps."""
    router = Router(name="start")
    router.message.register(start, CommandStart())
    router.message.register(show_help, Command("help"))
    router.message.register(choose_language, Command("language"))
    router.callback_query.register(set_language, Speak.filter())
    router.callback_query.register(press_help, Help.filter())
    return router


async def start(
    message: Message, command: CommandObject, bot: Bot, store: Store, today: date, at: str, draw: Draw | None = None
) -> None:
    """Greet with questions to try, then answer one; a link that shares a question is answered at once.

    What waited while the bot was blocked may come now.
    """
    language = speaks(store, message.chat.id, message.from_user)
    if store.desk.resume(message.chat.id):
        await send(message, say(language, "follow.resumed"))
    keep = Keeper(store, message.chat.id, at)
    kept = shared_question(store, command.args or "")
    questions = questions_to_try(store, language, today)
    if kept is None:
        await send(message, say(language, "start.text").strip(), first_buttons(questions, language, keep))
        if not questions:
            return
    question, spoken = kept or (questions[0], language)
    answered = answer_question(store, question, spoken, today, keep=keep)
    sent = await Pictures(store, bot, at, draw).send(message, answered)
    keep_answer(store, answered, sent, message.message_id, person_of(message), at)


async def show_help(message: Message, store: Store) -> None:
    """Show questions to try, and the commands."""
    await send(message, help_text(speaks(store, message.chat.id, message.from_user)))


async def press_help(callback: CallbackQuery, store: Store) -> None:
    """Show the same from a button."""
    await callback.answer()
    if isinstance(callback.message, Message):
        await send(callback.message, help_text(speaks(store, chat_of(callback), callback.from_user)))


async def choose_language(message: Message, store: Store) -> None:
    """Offer the languages."""
    await send(message, say(speaks(store, message.chat.id, message.from_user), "language.choose"), language_buttons())


async def set_language(callback: CallbackQuery, callback_data: Speak, store: Store, today: date, at: str) -> None:
    """Speak the chosen language from now on, and greet in it."""
    language = next((one for one in LANGUAGES if one == callback_data.language), None)
    if language is None:
        await callback.answer()
        return
    store.set_language(chat_of(callback), language)
    await callback.answer(say(language, "language.chosen"))
    questions = questions_to_try(store, language, today)
    buttons = first_buttons(questions, language, Keeper(store, chat_of(callback), at))
    await edit(callback, say(language, "start.text").strip(), buttons)


def questions_to_try(store: Store, language: Language, today: date) -> list[str]:
    """Return the first questions of the list to which there is an answer."""
    answered = (one for one in openings(language) if answer_question(store, one, language, today).answer.hits)
    return [question for question, _ in zip(answered, range(MOST_QUESTIONS), strict=False)]


def first_buttons(questions: list[str], language: Language, keep: Keeper) -> Rows:
    """Return a row a question, and the languages below them."""
    rows: tuple[tuple[Button, ...], ...] = tuple((press(one, Ask(question=keep(one, language))),) for one in questions)
    return (*rows, *language_buttons())


def language_buttons() -> Rows:
    """Return a button a language, each in its own words."""
    return (tuple(press(say(one, "language_name"), Speak(language=one)) for one in ORDER),)


def help_text(language: Language) -> str:
    """Return questions to try and the commands, made from their table."""
    questions = [f"• <code>{question}</code>" for question in examples(language)]
    commands = [f"/{name} — {text}" for name, text in described(language)]
    return "\n".join([say(language, "help.title"), *questions, say(language, "help.note"), *commands])


def share_key(number: int, question: str) -> str:
    """Return what a link to a kept question carries: its number, and a mark that only the question itself gives."""
    return f"q_{number}_{_mark(question)}"


def shared_question(store: Store, key: str) -> tuple[str, Language] | None:
    """Return the question that a link shares, None for another link or a question that is forgotten."""
    found = SHARED.fullmatch(key)
    kept = store.recalled(int(found[1])) if found else None
    return kept if found and kept and _mark(kept[0]) == found[2] else None


def _mark(question: str) -> str:
    return sha256(question.encode("utf-8", "surrogatepass")).hexdigest()[:8]
