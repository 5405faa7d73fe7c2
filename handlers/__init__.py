"""The chat: Telegram in, message out, and all words that a person reads. A command is a file and a line in ROUTERS."""

from collections.abc import Collection

from aiogram import Dispatcher

from handlers import (
    ask,
    changes,
    dossiers,
    errors,
    export,
    feedback,
    forget,
    inline,
    membership,
    news,
    settings,
    source,
    start,
    subscribe,
)
from handlers.access import Access
from handlers.commands import publish_commands
from handlers.moment import Moment

__all__ = ["ROUTERS", "attach", "publish_commands"]

ROUTERS = (  # in the order they are tried
    errors.make_router,
    start.make_router,
    dossiers.make_router,
    changes.make_router,
    settings.make_router,
    forget.make_router,
    inline.make_router,
    source.make_router,
    export.make_router,
    subscribe.make_router,
    news.make_router,
    membership.make_router,
    ask.make_router,
)


def attach(dispatcher: Dispatcher, *, allowed: Collection[int] = (), admins: Collection[int] = ()) -> None:
    """Give a dispatcher its routers. It must hold `store`, `clock` (the time now) and `time_zone` ("Asia/Almaty").

    With `allowed` ids nobody else but `admins` gets an answer.
    """
    dispatcher.update.outer_middleware(Access(frozenset(allowed), frozenset(admins)))
    dispatcher.update.outer_middleware(Moment())
    dispatcher.include_router(feedback.make_router(frozenset(admins)))
    dispatcher.include_routers(*(make() for make in ROUTERS))
