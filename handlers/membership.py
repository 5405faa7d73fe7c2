"""A chat comes and goes: the bot is blocked, removed, let back in, or its group becomes a supergroup."""

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated, Message

from storage import Store

AWAY = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


def make_router() -> Router:
    """Return the router of chats that come and go."""
    router = Router(name="membership")
    router.message.register(move_group, F.migrate_to_chat_id)
    router.my_chat_member.register(notice_coming_and_going)
    return router


async def move_group(message: Message, store: Store) -> None:
    """A group became a supergroup: all that belongs to it goes with it."""
    if message.migrate_to_chat_id:
        store.desk.move(message.chat.id, message.migrate_to_chat_id)


async def notice_coming_and_going(update: ChatMemberUpdated, store: Store) -> None:
    """Someone blocked the bot, removed it from a chat, or let it back in."""
    if update.new_chat_member.status in AWAY:
        store.desk.hold(update.chat.id, "bot was removed")
    else:
        store.desk.resume(update.chat.id)
