"""News that were sent: their pages, and following no more what they told of."""

from datetime import date

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.chat import chat_of, edit, speaks
from handlers.delivering import message_of
from handlers.following_buttons import DigestPage, OpenFollows, Unfollow
from handlers.locales import say
from handlers.moment import Clock
from handlers.subscribe import end_follow, may_change, press_follows, where_of
from storage import Store


def make_router() -> Router:
    """Return the router of the buttons below news."""
    router = Router(name="news")
    router.callback_query.register(turn_news, DigestPage.filter())
    router.callback_query.register(unfollow_news, Unfollow.filter())
    return router


async def turn_news(callback: CallbackQuery, callback_data: DigestPage, store: Store, today: date) -> None:
    """Show another page of the news that a message told of."""
    one = store.desk.message(callback_data.message)
    shown = (
        message_of(store, one, today, callback_data.first) if one and _is_here(callback, one.subscriber.chat) else None
    )
    if shown is None:
        await callback.answer(_say(callback, store, "answer.outdated"))
        return
    await callback.answer()
    await edit(callback, shown.text, shown.buttons)


async def unfollow_news(
    callback: CallbackQuery, callback_data: Unfollow, bot: Bot, store: Store, today: date, clock: Clock, time_zone: str
) -> None:
    """Follow no more what a message told of."""
    where = where_of(callback)
    sent = store.desk.message(callback_data.message)
    follows = store.desk.follows(*where)
    asked = store.desk.watching(sent.facts) if sent and _is_here(callback, sent.subscriber.chat) else set()
    meant = [one for one in follows if one.watch in asked]
    if not meant:
        await callback.answer(_say(callback, store, "follow.gone"))
    elif not await may_change(callback, bot):
        await callback.answer(_say(callback, store, "follow.admins"))
    elif len(meant) == 1:
        await end_follow(callback, meant[0], store, clock(), time_zone)
    else:
        await press_follows(callback, OpenFollows(), store, today)


def _is_here(callback: CallbackQuery, chat: int) -> bool:
    return chat_of(callback) == chat


def _say(callback: CallbackQuery, store: Store, key: str) -> str:
    return say(speaks(store, chat_of(callback), callback.from_user), key)
