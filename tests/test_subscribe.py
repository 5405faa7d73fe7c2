"""Following in the chat: from a question to news in two taps, in three languages; the list and its buttons."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from bot.deliver import Delivery
from bot.news import compose
from bot.pace import Pace
from extract.model import Language
from storage import Store
from tests.fakes import NOON, Chat, memory_store
from tests.stored import article, found, project, trade

ZONE = "Asia/Almaty"
MORNING = NOON + timedelta(hours=24)
WORDS = {
    "ru": ("проекты в Костанае", "Подписаться", "Сразу", "Раз в день", "Отписаться", "Подписки"),
    "kk": ("Қостанайдағы жобалар", "Жазылу", "Бірден", "Күн сайын", "Жазылымнан бас тарту", "Жазылымдар"),
    "en": ("projects in Kostanay", "Follow", "At once", "Daily", "Unfollow", "Subscriptions"),
}
PLACE = {"ru": "Костанай", "kk": "Қостанай", "en": "Kostanay"}
DIGEST = {"ru": "Сводка", "kk": "шолу", "en": "Digest"}


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        opened.save_article(
            article("a0"), [found(project("автозавод Kia", "Костанай", stage="launched"))], seen_at=NOON.isoformat()
        )
        yield opened


async def tick(chat: Chat, now: datetime) -> int:
    """Match, compose and send as the bot does each minute."""
    pace = Pace(30, 20, lambda: 0.0, lambda seconds: asyncio.sleep(0))
    await compose(chat.store, lambda: now, ZONE)
    return await Delivery(chat.store, chat.bot, pace, lambda: now, ZONE).run()


def tells(store: Store, *names: str) -> None:
    for name in names:
        told = [found(project(name, "Костанай", stage="under_construction"))]
        store.save_article(article(f"about {name}"), told, seen_at=NOON.isoformat())


@pytest.mark.parametrize("language", WORDS)
async def test_two_taps_lead_from_a_question_to_an_alert(store: Store, language: Language) -> None:
    question, follow, at_once, _, unfollow, _ = WORDS[language]
    chat = Chat(store, language)
    await chat.says(question)
    await chat.presses(follow)
    await chat.presses(at_once)
    tells(store, "завод прицепов")
    assert await tick(chat, NOON) == 1
    text = chat.texts[-1]
    assert text.startswith(f"<b>{PLACE[language]}")
    assert "Завод прицепов" in text
    assert unfollow in chat.labels
    await chat.presses(unfollow)
    tells(store, "элеватор")
    assert await tick(chat, NOON) == 0


@pytest.mark.parametrize("language", WORDS)
async def test_two_taps_lead_from_a_question_to_a_daily_digest(store: Store, language: Language) -> None:
    question, follow, _, daily, _, follows = WORDS[language]
    chat = Chat(store, language)
    await chat.says(question)
    await chat.presses(follow)
    await chat.presses(daily)
    names = ("завод прицепов", "элеватор", "мельница", "птицефабрика", "школа", "больница", "тепличный комплекс")
    tells(store, *names)
    assert await tick(chat, NOON) == 0
    assert await tick(chat, MORNING) == 1
    text = chat.texts[-1]
    assert DIGEST[language] in text
    assert text.count("\n") <= 6
    assert follows in chat.labels
    await chat.presses("›")
    assert "4." in chat.texts[-1]
    assert await tick(chat, MORNING + timedelta(days=1)) == 0


async def test_a_command_follows_and_the_list_pauses(store: Store) -> None:
    chat = Chat(store)
    await chat.says("/follow проекты в Костанае")
    await chat.presses("Сразу")
    await chat.says("/digest")
    await chat.presses("1")
    await chat.presses("Пауза")
    tells(store, "завод прицепов")
    assert await tick(chat, NOON) == 0
    await chat.presses("Продолжить")
    tells(store, "элеватор")
    assert await tick(chat, NOON) == 1
    assert "прицепов" not in chat.texts[-1]


async def test_start_brings_what_waited_while_the_bot_was_blocked(store: Store) -> None:
    chat = Chat(store)
    await chat.says("/follow проекты в Костанае")
    await chat.presses("Сразу")
    (by,) = {one.chat_id for one in chat.sent("sendMessage")}  # type: ignore[attr-defined]
    tells(store, "завод прицепов")
    store.desk.hold(by, "bot was blocked by the user")
    assert await tick(chat, NOON) == 0
    await chat.says("/start")
    assert await tick(chat, NOON) == 1


async def test_a_new_figure_stands_beside_the_one_before(store: Store) -> None:
    first = trade("Казахстан", "Грузия", millions=150, period="2022")
    store.save_article(article("g1"), [found(first)], seen_at=NOON.isoformat())
    chat = Chat(store)
    await chat.says("/follow товарооборот с Грузией")
    await chat.presses("Сразу")
    second = trade("Казахстан", "Грузия", millions=180, period="2023")
    store.save_article(article("g2"), [found(second)], seen_at=NOON.isoformat())
    assert await tick(chat, NOON) == 1
    assert "+20% к 150 млн $ за 2022" in chat.texts[-1].replace("\N{NO-BREAK SPACE}", " ")
