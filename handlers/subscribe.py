"""Following: a tap under an answer and a tap for how often; the list with its buttons.

In groups and channels administrators alone change what is followed; each topic of a group follows by itself.
"""

from dataclasses import replace
from datetime import date, datetime

from aiogram import Bot, Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from extract.model import Language
from extract.question import read_question
from handlers.addressed import cleaned
from handlers.chat import chat_of, edit, send, speaks
from handlers.following_buttons import (
    ChangeFollow,
    DigestHour,
    FollowAsk,
    FollowSet,
    OpenFollow,
    OpenFollows,
    of_chat,
)
from handlers.locales import say
from handlers.moment import Clock
from handlers.render.follows import (
    follow_message,
    followed_message,
    follows_message,
    hour_message,
    offer_message,
    what,
)
from handlers.render.parts import Voice
from storage import Store
from storage.following.conditions import is_followable
from storage.following.follows import MOST_FOLLOWS
from storage.following.records import PACES, Follow, Pace

ADMINISTRATORS = (ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR)


def make_router() -> Router:
    """Return the router of following."""
    router = Router(name="subscribe")
    for observer in (router.message, router.channel_post):
        observer.register(list_follows, Command("digest"))
        observer.register(follow_question, Command("follow"))
    router.callback_query.register(offer_pace, FollowAsk.filter())
    router.callback_query.register(follow_at_pace, FollowSet.filter())
    router.callback_query.register(press_follows, OpenFollows.filter())
    router.callback_query.register(open_follow, OpenFollow.filter())
    router.callback_query.register(change_follow, ChangeFollow.filter())
    router.callback_query.register(change_hour, DigestHour.filter())
    return router


async def list_follows(message: Message, store: Store, today: date) -> None:
    """List what the chat, or this topic of it, follows."""
    desk, where = store.desk, (message.chat.id, topic_of(message))
    voice = Voice(speaks(store, message.chat.id, message.from_user), today)
    shown = follows_message(desk.follows(*where), desk.subscriber(*where), voice)
    await send(message, shown.text, shown.buttons)


async def follow_question(
    message: Message, command: CommandObject, bot: Bot, store: Store, today: date, at: str
) -> None:
    """Follow the question behind the command: /follow проекты в Костанае."""
    language = speaks(store, message.chat.id, message.from_user)
    question = cleaned(command.args or "")
    voice = Voice(language, today)
    if not question:
        await send(message, voice.say("follow.how"))
        return
    query = read_question(question, language, today)
    if not is_followable(query):
        await send(message, voice.say("follow.nothing"))
        return
    kept = store.remember(message.chat.id, question, query.language, at=at)
    offer = offer_message(kept, question, replace(voice, language=query.language))
    await send(message, offer.text, offer.buttons)


async def offer_pace(
    callback: CallbackQuery, callback_data: FollowAsk, bot: Bot, store: Store, today: date, clock: Clock, time_zone: str
) -> None:
    """Ask how often news are wanted; "tell when it appears" needs no second tap."""
    kept = store.recalled(callback_data.question)
    if kept is None or not isinstance(callback.message, Message):
        await callback.answer(_say(callback, store, "answer.outdated"))
    elif not await may_change(callback, bot):
        await callback.answer(_say(callback, store, "follow.admins"))
    elif callback_data.once:
        await _follow(callback, kept, "once", store, today, clock(), time_zone, in_place=False)
    else:
        await callback.answer()
        offer = offer_message(callback_data.question, kept[0], Voice(kept[1], today))
        await send(callback.message, offer.text, offer.buttons)


async def follow_at_pace(
    callback: CallbackQuery, callback_data: FollowSet, bot: Bot, store: Store, today: date, clock: Clock, time_zone: str
) -> None:
    """Follow a question from now on."""
    kept = store.recalled(callback_data.question)
    pace = next((one for one in PACES if one == callback_data.pace), None)
    if kept is None or pace is None:
        await callback.answer(_say(callback, store, "answer.outdated"))
    elif not await may_change(callback, bot):
        await callback.answer(_say(callback, store, "follow.admins"))
    else:
        await _follow(callback, kept, pace, store, today, clock(), time_zone, in_place=True)


async def _follow(
    callback: CallbackQuery,
    kept: tuple[str, Language],
    pace: Pace,
    store: Store,
    today: date,
    now: datetime,
    zone: str,
    *,
    in_place: bool,
) -> None:
    question, language = kept
    query = read_question(question, language, today)
    if not is_followable(query):
        await callback.answer(say(language, "follow.nothing"))
        return
    chat, thread = where_of(callback)
    spoken = speaks(store, chat, callback.from_user)
    made = store.desk.follow(chat, query, pace, now=now, zone=zone, thread=thread, language=spoken)
    by = store.desk.subscriber(chat, thread)
    if made is None or by is None:
        await callback.answer(say(language, "follow.too_many", number=MOST_FOLLOWS))
        return
    await callback.answer()
    done = followed_message(made, by, Voice(language, today))
    if in_place:
        await edit(callback, done.text, done.buttons)
    elif isinstance(callback.message, Message):
        await send(callback.message, done.text, done.buttons)


async def press_follows(callback: CallbackQuery, callback_data: OpenFollows, store: Store, today: date) -> None:
    """Show the list; below a message with news it comes as a message of its own, so that the news stay."""
    where = where_of(callback)
    voice = Voice(speaks(store, where[0], callback.from_user), today)
    shown = follows_message(store.desk.follows(*where), store.desk.subscriber(*where), voice, callback_data.first)
    await callback.answer()
    if isinstance(callback.message, Message) and _holds_news(callback.message):
        await send(callback.message, shown.text, shown.buttons)
    else:
        await edit(callback, shown.text, shown.buttons)


def _holds_news(message: Message) -> bool:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    data = [button.callback_data or "" for row in rows for button in row]
    return not any(one.startswith(("fo:", "fc:", "fd:")) for one in data)


async def open_follow(callback: CallbackQuery, callback_data: OpenFollow, store: Store, today: date) -> None:
    """Show one thing that is followed, with what can be done about it."""
    where = where_of(callback)
    one, by = of_chat(store.desk.follows(*where), callback_data.follow), store.desk.subscriber(*where)
    if one is None or by is None:
        await callback.answer(_say(callback, store, "follow.gone"))
        return
    await callback.answer()
    shown = follow_message(one, by, Voice(speaks(store, where[0], callback.from_user), today))
    await edit(callback, shown.text, shown.buttons)


async def change_follow(
    callback: CallbackQuery,
    callback_data: ChangeFollow,
    bot: Bot,
    store: Store,
    today: date,
    clock: Clock,
    time_zone: str,
) -> None:
    """Change how often news come, pause, go on, or follow no more."""
    where = where_of(callback)
    one, by = of_chat(store.desk.follows(*where), callback_data.follow), store.desk.subscriber(*where)
    if one is None or by is None:
        await callback.answer(_say(callback, store, "follow.gone"))
        return
    if not await may_change(callback, bot):
        await callback.answer(_say(callback, store, "follow.admins"))
        return
    now, language = clock(), speaks(store, where[0], callback.from_user)
    if callback_data.to == "delete":
        await end_follow(callback, one, store, now, time_zone)
        return
    pace = next((pace for pace in PACES if pace == callback_data.to), None)
    paused = {"pause": True, "resume": False}.get(callback_data.to, False if pace and one.paused else None)
    store.desk.change(one, now=now, zone=time_zone, pace=pace, paused=paused)
    changed = of_chat(store.desk.follows(*where), one.id) or one
    await callback.answer()
    shown = follow_message(changed, by, Voice(language, today))
    await edit(callback, shown.text, shown.buttons)


async def end_follow(callback: CallbackQuery, one: Follow, store: Store, now: datetime, zone: str) -> None:
    """Follow a thing no more, and say so."""
    store.desk.unfollow(one, now=now, zone=zone)
    language = speaks(store, chat_of(callback), callback.from_user)
    await callback.answer()
    text = say(language, "follow.deleted", what=what(one.question))
    if isinstance(callback.message, Message):
        await send(callback.message, text)


async def change_hour(
    callback: CallbackQuery,
    callback_data: DigestHour,
    bot: Bot,
    store: Store,
    today: date,
    clock: Clock,
    time_zone: str,
) -> None:
    """Show or change when digests come."""
    where = where_of(callback)
    by = store.desk.subscriber(*where)
    wanted = callback_data
    if by is None:
        await callback.answer(_say(callback, store, "follow.gone"))
        return
    if (wanted.minutes, wanted.weekday, wanted.empty) != (-1, -1, -1):
        if not await may_change(callback, bot):
            await callback.answer(_say(callback, store, "follow.admins"))
            return
        minutes = wanted.minutes if 0 <= wanted.minutes < 24 * 60 else None
        hour = f"{minutes // 60:02}:{minutes % 60:02}" if minutes is not None else by.digest_at
        weekday = wanted.weekday if 0 <= wanted.weekday < 7 else by.weekday
        empty = bool(wanted.empty) if wanted.empty >= 0 else by.empty_note
        store.desk.set_digest(by, now=clock(), zone=time_zone, at=hour, weekday=weekday, empty_note=empty)
        by = replace(by, digest_at=hour, weekday=weekday, empty_note=empty)
    await callback.answer()
    shown = hour_message(by, Voice(speaks(store, where[0], callback.from_user), today))
    await edit(callback, shown.text, shown.buttons)


async def may_change(callback: CallbackQuery, bot: Bot) -> bool:
    """Tell whether who pressed a button may change what the chat follows: in private anyone, else administrators."""
    message = callback.message
    if message is None or message.chat.type == "private":
        return True
    member = await bot.get_chat_member(message.chat.id, callback.from_user.id)
    return member.status in ADMINISTRATORS


def topic_of(message: Message) -> int:
    """Return the topic of a group that a message stands in, 0 for none."""
    return message.message_thread_id or 0 if message.is_topic_message else 0


def where_of(callback: CallbackQuery) -> tuple[int, int]:
    """Return the chat and topic in which a button was pressed."""
    return chat_of(callback), topic_of(callback.message) if isinstance(callback.message, Message) else 0


def _say(callback: CallbackQuery, store: Store, key: str) -> str:
    return say(speaks(store, chat_of(callback), callback.from_user), key)
