"""Delivery: each fault of Telegram, one case; nothing lost, nothing out of order, nobody held for an outage."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, SendMessage

from bot.app import first_of
from bot.deliver import Delivery
from bot.faults import LONGEST_WAIT, back_off
from bot.news import compose
from bot.pace import Pace
from bot.problems import Problem
from bot.terminal import TOKEN
from extract.model import Language
from extract.question import read_question
from storage import Store
from tests.fakes import TelegramSession, memory_store
from tests.stored import article, found, project

NOW = datetime(2026, 2, 6, 7, tzinfo=UTC)
ZONE = "Asia/Almaty"
ANN, BOB, GROUP, SUPERGROUP = 11, 12, -200300, -100200300
ANY = GetMe()


class Post:
    """A store, Telegram's side, and a clock that moves when somebody sleeps."""

    def __init__(self, store: Store) -> None:
        self.store, self.session, self.seconds, self.articles = store, TelegramSession(), 0.0, 0
        self.bot = Bot(TOKEN, session=self.session, default=DefaultBotProperties(parse_mode="HTML"))
        self.delivery = self.started()

    def started(self, a_second: int = 30, to_group: int = 20) -> Delivery:
        pace = Pace(a_second, to_group, lambda: self.seconds, self.sleep)
        return Delivery(self.store, self.bot, pace, self.clock, ZONE, chance=lambda: 0.0)

    def clock(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        until = self.seconds + seconds
        await asyncio.sleep(0)
        self.seconds = max(self.seconds, until)

    def follow(self, chat: int, thread: int = 0, language: Language = "ru") -> None:
        query = read_question("проекты в Костанае", "ru", date(2026, 2, 6))
        assert self.store.desk.follow(chat, query, "now", now=NOW, zone=ZONE, thread=thread, language=language)

    async def news(self, *names: str) -> None:
        """A message a name waits for everybody."""
        for name in names:
            self.articles += 1
            told = found(project(name, "Костанай", stage="launched"))
            self.store.save_article(article(f"a{self.articles}"), [told], seen_at=NOW.isoformat())
            await compose(self.store, self.clock, ZONE)

    @property
    def sent(self) -> list[SendMessage]:
        return [one for one in self.session.requests if isinstance(one, SendMessage)]


@pytest.fixture
def post() -> Iterator[Post]:
    with memory_store() as store:
        yield Post(store)


async def test_an_alert_arrives_once(post: Post) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    assert (await post.delivery.run(), await post.delivery.run()) == (1, 0)
    assert [one.chat_id for one in post.sent] == [ANN]
    assert "Kia" in post.sent[0].text


async def test_a_topic_gets_its_news(post: Post) -> None:
    post.follow(SUPERGROUP, thread=7)
    await post.news("автозавод Kia")
    await post.delivery.run()
    assert [(one.chat_id, one.message_thread_id) for one in post.sent] == [(SUPERGROUP, 7)]


@pytest.mark.parametrize(
    "error, seconds, doubts",
    [
        (TelegramRetryAfter(ANY, "Too Many Requests", 5), 5, 0),
        (TelegramServerError(ANY, "Bad Gateway"), 1, 1),
        (TelegramNetworkError(ANY, "ServerDisconnectedError"), 1, 1),
        (ClientDecodeError("Failed to decode", ValueError("html"), "<html>"), 1, 1),
        (TelegramAPIError(ANY, "something new"), 1, 0),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_what_passes_is_tried_again_and_holds_nobody(
    post: Post, error: Exception, seconds: int, doubts: int
) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", error)  # type: ignore[arg-type]
    await post.delivery.run()
    by = post.store.desk.subscriber(ANN)
    assert by and by.unreachable is None
    post.seconds = max(post.seconds, seconds)
    await post.delivery.run()
    assert len(post.sent) == 2
    message = post.store.desk.message(1)
    assert message and message.doubts == doubts


async def test_telegram_says_how_long_to_wait_and_other_chats_do_not_wait(post: Post) -> None:
    post.follow(ANN)
    post.follow(BOB)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", TelegramRetryAfter(ANY, "Too Many Requests", 40))
    assert await post.delivery.run() == 1
    post.seconds = 39
    assert await post.delivery.run() == 0
    post.seconds = 40
    assert await post.delivery.run() == 1
    assert {one.chat_id for one in post.sent} == {ANN, BOB}


@pytest.mark.parametrize(
    "error",
    [
        TelegramForbiddenError(ANY, "Forbidden: bot was blocked by the user"),
        TelegramForbiddenError(ANY, "Forbidden: user is deactivated"),
        TelegramBadRequest(ANY, "Bad Request: chat not found"),
    ],
    ids=str,
)
async def test_a_chat_that_is_gone_is_held_until_it_is_back(post: Post, error: TelegramAPIError) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", error)
    assert await post.delivery.run() == 0
    post.seconds = 10_000
    assert (await post.delivery.run(), len(post.sent)) == (0, 1)
    assert post.store.desk.resume(ANN)
    assert await post.delivery.run() == 1


async def test_a_closed_topic_holds_that_topic_only(post: Post) -> None:
    post.follow(SUPERGROUP, thread=7)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", TelegramBadRequest(ANY, "Bad Request: message thread not found"))
    post.follow(SUPERGROUP)
    await post.delivery.run()
    topic, whole = post.store.desk.subscriber(SUPERGROUP, 7), post.store.desk.subscriber(SUPERGROUP)
    assert topic and topic.unreachable and whole and whole.unreachable is None


async def test_a_message_that_telegram_refuses_does_not_stop_the_next(post: Post) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", TelegramBadRequest(ANY, "Bad Request: can't parse entities"))
    assert await post.delivery.run() == 0
    await post.news("завод прицепов")
    assert await post.delivery.run() == 1


async def test_a_group_that_became_a_supergroup_gets_its_news_there(post: Post) -> None:
    post.follow(GROUP)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", TelegramMigrateToChat(ANY, "group chat was upgraded", SUPERGROUP))
    assert await post.delivery.run() == 1
    assert [one.chat_id for one in post.sent] == [GROUP, SUPERGROUP]


@pytest.mark.parametrize(
    "error", [TelegramUnauthorizedError(ANY, "Unauthorized"), TelegramConflictError(ANY, "Conflict")], ids=str
)
async def test_without_a_token_delivery_stops_and_nothing_is_lost(post: Post, error: TelegramAPIError) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    post.session.fails("sendMessage", error)
    with pytest.raises(Problem, match=r"token|TOKEN"):
        await post.delivery.run()
    assert await post.delivery.run() == 1


async def test_serving_ends_with_the_reason_why_nothing_can_be_sent() -> None:
    stopped: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    stopped.set_exception(Problem("no token"))
    ended = []

    async def serving() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    with pytest.raises(Problem, match="no token"):
        await first_of(serving(), stopped)
    assert ended == [True]


async def test_what_was_being_sent_at_a_crash_is_sent_again(post: Post) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    post.store.desk.claim(NOW, ZONE)
    assert await post.delivery.run() == 0
    assert post.store.desk.recover() == 1
    assert await post.started().run() == 1


async def test_what_was_withdrawn_meanwhile_is_not_sent(post: Post) -> None:
    post.follow(ANN)
    await post.news("автозавод Kia")
    post.store.save_article(article("a1"), [], seen_at=NOW.isoformat())
    assert (await post.delivery.run(), post.sent) == (0, [])


class Server:
    """Notes when each message would reach Telegram."""

    def __init__(self, post: Post) -> None:
        self.at: list[tuple[float, Any]] = []
        send = post.session.make_request

        async def noted(bot: Bot, method: Any, timeout: int | None = None) -> Any:
            self.at.append((post.seconds, method.chat_id))
            return await send(bot, method, timeout)

        post.session.make_request = noted  # type: ignore[method-assign]


async def test_no_second_sees_more_than_the_cap_and_no_chat_more_than_one(post: Post) -> None:
    for chat in range(1, 12):
        post.follow(chat)
    await post.news("автозавод Kia", "завод прицепов", "элеватор")
    server = Server(post)
    delivery = post.started(a_second=3)
    while await delivery.run():
        pass
    assert len(server.at) >= 11
    for start, _ in server.at:
        window = [chat for at, chat in server.at if start <= at < start + 1]
        assert len(window) <= 3
        assert len(set(window)) == len(window)


async def test_a_group_gets_no_more_than_its_minute_holds(post: Post) -> None:
    delivery = post.started(to_group=2)
    post.follow(GROUP)
    for name in ("автозавод Kia", "завод прицепов", "элеватор"):
        await post.news(name)
        await delivery.run()
    assert len(post.sent) == 2
    post.seconds += 61
    await delivery.run()
    assert len(post.sent) == 3


def test_waits_grow_and_are_spread() -> None:
    assert [back_off(tried, 0.0) for tried in range(4)] == [1, 2, 4, 8]
    assert back_off(3, 0.99) > back_off(3, 0.5) > back_off(3, 0.0)
    assert back_off(1000, 1.0) == LONGEST_WAIT
