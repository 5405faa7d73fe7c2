"""A chat: the language it is spoken to, and how messages are sent and edited."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, LinkPreviewOptions, Message, ReplyParameters, User

from extract.model import LANGUAGES, Language
from handlers.keyboards import Rows, markup
from storage import Store

DEFAULT_LANGUAGE: Language = "ru"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def speaks(store: Store, chat: int, user: User | None) -> Language:
    """Return the language that a chat chose, else that of the person's Telegram where we speak it."""
    chosen = store.language_of(chat)
    if chosen:
        return chosen
    told = (user.language_code or "")[:2] if user else ""
    return next((language for language in LANGUAGES if language == told), DEFAULT_LANGUAGE)


def brief(store: Store, chat: int) -> bool:
    """Tell whether a chat wants its answers short."""
    return store.chat_settings(chat).brief


def chat_of(callback: CallbackQuery) -> int:
    """Return the chat in which a button was pressed."""
    return callback.message.chat.id if callback.message else callback.from_user.id


async def send(message: Message, text: str, buttons: Rows = ()) -> Message:
    """Send a message to the chat of `message`; in a group it stands as the answer to it."""
    return await message.answer(
        text, reply_markup=markup(buttons), link_preview_options=NO_PREVIEW, reply_parameters=answers_to(message)
    )


def answers_to(message: Message) -> ReplyParameters | None:
    """Return what ties an answer to a question among those of others; in a private chat there is no other."""
    if message.chat.type == "private" or (message.from_user and message.from_user.is_bot):
        return None
    return ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)


async def edit(callback: CallbackQuery, text: str, buttons: Rows = ()) -> None:
    """Put a text in place of the one whose button was pressed; the same text again changes nothing."""
    if not isinstance(callback.message, Message):  # too old to be edited
        return
    try:
        await callback.message.edit_text(text, reply_markup=markup(buttons), link_preview_options=NO_PREVIEW)
    except TelegramBadRequest as error:
        if "not modified" not in error.message:
            raise
