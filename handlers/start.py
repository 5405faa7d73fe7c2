"""/start, /help and /language: what this is, how to ask, and in which language."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from extract.model import LANGUAGES, Language
from handlers.chat import chat_of, edit, send, speaks
from handlers.commands import COMMANDS, described
from handlers.keyboards import Help, Rows, Speak, press
from handlers.locales import examples, say
from storage import Store

ORDER: tuple[Language, ...] = ("kk", "ru", "en")


def make_router() -> Router:
    """Return the router of the first steps."""
    router = Router(name="start")
    router.message.register(start, CommandStart())
    router.message.register(show_help, Command("help"))
    router.message.register(choose_language, Command("language"))
    router.callback_query.register(set_language, Speak.filter())
    router.callback_query.register(press_help, Help.filter())
    return router


async def start(message: Message, store: Store) -> None:
    """Greet with what there is and one question to try."""
    language = speaks(store, message.chat.id, message.from_user)
    await send(message, say(language, "start.text").strip(), language_buttons())


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


async def set_language(callback: CallbackQuery, callback_data: Speak, store: Store) -> None:
    """Speak the chosen language from now on, and greet in it."""
    language = next((one for one in LANGUAGES if one == callback_data.language), None)
    if language is None:
        await callback.answer()
        return
    store.set_language(chat_of(callback), language)
    await callback.answer(say(language, "language.chosen"))
    await edit(callback, say(language, "start.text").strip(), language_buttons())


def language_buttons() -> Rows:
    """Return a button a language, each in its own words."""
    return (tuple(press(say(one, "language_name"), Speak(language=one)) for one in ORDER),)


def help_text(language: Language) -> str:
    """Return questions to try and the commands, made from their table."""
    questions = [f"• <code>{question}</code>" for question in examples(language)]
    commands = [f"/{name} — {text}" for name, text in described(language) if name in COMMANDS]
    return "\n".join([say(language, "help.title"), *questions, say(language, "help.note"), *commands])
