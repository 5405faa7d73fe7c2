"""What happens when a handler fails: the log gets the traceback with a code, the person gets the code."""

import logging
import secrets

from aiogram import Router
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, ErrorEvent, Message

from handlers.chat import chat_of, speaks
from handlers.locales import say
from storage import Store

log = logging.getLogger(__name__)
HARMLESS = ("message is not modified", "query is too old", "message to edit not found")


def make_router() -> Router:
    """Return the router that catches failures of the others."""
    router = Router(name="errors")
    router.errors.register(report)
    return router


async def report(event: ErrorEvent, store: Store) -> bool:
    """Log the failure of an update and answer it with the code of the log entry."""
    error = event.exception
    if isinstance(error, TelegramForbiddenError) or _is_harmless(error):
        log.info("not delivered: %s", error)
        return True
    code = secrets.token_hex(2).upper()
    log.error("update %s failed, code %s", event.update.update_id, code, exc_info=error)
    try:
        await _tell(event.update.message or event.update.callback_query, code, store)
    except TelegramAPIError as second:
        log.warning("code %s could not be told: %s", code, second)
    return True


def _is_harmless(error: Exception) -> bool:
    return isinstance(error, TelegramBadRequest) and any(known in error.message for known in HARMLESS)


async def _tell(asked: Message | CallbackQuery | None, code: str, store: Store) -> None:
    if isinstance(asked, CallbackQuery):
        await asked.answer(say(speaks(store, chat_of(asked), asked.from_user), "error.failed", code=code))
    elif asked:
        await asked.answer(say(speaks(store, asked.chat.id, asked.from_user), "error.failed", code=code))
