"""/forget: erases all that is kept about a person, and says what it was and that nothing is left."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from extract.model import Language
from handlers.chat import chat_of, edit, send, speaks
from handlers.keyboards import Forget, Rows, press
from handlers.locales import knows, say
from handlers.wording.numbers import number
from storage import Store


def make_router() -> Router:
    """Return the router of erasing."""
    router = Router(name="forget")
    router.message.register(ask_first, Command("forget"))
    router.callback_query.register(erase, Forget.filter())
    return router


async def ask_first(message: Message, store: Store) -> None:
    """Say what will be erased, with a button to do so."""
    language = speaks(store, message.chat.id, message.from_user)
    if message.from_user is None:
        return
    kept = store.kept_about(message.from_user.id, with_chat=message.chat.type == "private")
    buttons: Rows = ((press(say(language, "button.erase"), Forget(person=message.from_user.id)),),) if kept else ()
    await send(message, say(language, "forget.ask", count=number(kept, language)), buttons)


async def erase(callback: CallbackQuery, callback_data: Forget, store: Store) -> None:
    """Erase all about the person who asked for it; the button of another person does nothing."""
    chat, person = chat_of(callback), callback.from_user.id
    language = speaks(store, chat, callback.from_user)
    if callback_data.person != person:
        await callback.answer(say(language, "forget.not_yours"))
        return
    private = chat == person
    erased = store.erase(person, with_chat=private)
    left = store.kept_about(person, with_chat=private)
    await callback.answer()
    await edit(callback, erased_text(erased, left, language))


def erased_text(erased: dict[str, int], left: int, language: Language) -> str:
    """Return what was erased, a line a kind, and how much is left."""
    counts: dict[str, int] = {}
    for table, rows in erased.items():
        key = f"forget.table.{table}"
        what = say(language, key if knows(language, key) else "forget.table.other")
        counts[what] = counts.get(what, 0) + rows
    lines = [f"• {what}: {number(rows, language)}" for what, rows in counts.items()]
    title = say(language, "forget.done", count=number(sum(counts.values()), language))
    return "\n".join([title, *lines, say(language, "forget.left", count=number(left, language))])
