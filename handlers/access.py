"""Who may use the bot. With a list of ids everybody else is refused, and so is whatever comes from nobody."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User

from handlers.chat import speaks
from handlers.locales import say

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Access(BaseMiddleware):
    """Lets updates of those allowed pass; an empty list lets everyone in."""

    def __init__(self, allowed: frozenset[int], admins: frozenset[int] = frozenset()) -> None:
        self.open = not allowed
        self.known = allowed | admins

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if self.open or (user and user.id in self.known):
            return await handler(event, data)
        if user and isinstance(event, Update):
            await self._refuse(event.message or event.callback_query, user, data)
        return None

    async def _refuse(self, asked: Message | CallbackQuery | None, user: User, data: dict[str, Any]) -> None:
        if (isinstance(asked, Message) and asked.chat.type == "private") or isinstance(asked, CallbackQuery):
            await asked.answer(say(speaks(data["store"], user.id, user), "error.no_access", id=user.id))
