"""What belongs to one person: settings, what changed since the last visit, erasing, reactions, inline questions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from extract.model import LANGUAGES
from handlers import publish_commands
from storage import ChatSettings
from tests.dialogue import BUTADIENE, KOSTANAY, POOL, UZBEKISTAN
from tests.fakes import Chat, keep, memory_store, written

PERSON = {"id": 1, "is_bot": False, "first_name": "You", "language_code": "ru"}


@pytest.fixture
def chat() -> Iterator[Chat]:
    with memory_store() as store:
        keep(store, [*KOSTANAY, POOL, *UZBEKISTAN])
        yield Chat(store)


def later(chat: Chat, hours: int) -> None:
    """Let some hours pass."""
    now: datetime = chat.dispatcher["clock"]() + timedelta(hours=hours)
    chat.dispatcher["clock"] = lambda: now


async def test_settings_are_changed_by_buttons_in_their_message(chat: Chat) -> None:
    assert await chat.says("/settings") == (
        "<b>Настройки</b>\nЯзык: Русский\nЧасовой пояс: Астана\nОтветы: полные\nТихие часы: нет"
    )
    await chat.presses("краткие")
    await chat.presses("Москва")
    await chat.presses("22–07")
    changed = await chat.presses("English")
    assert changed == "<b>Settings</b>\nLanguage: English\nTime zone: Moscow\nAnswers: short\nQuiet hours: 22:00–07:00"
    assert chat.store.chat_settings(1) == ChatSettings("en", "Europe/Moscow", "22:00", "07:00", True)
    assert len(chat.sent("sendMessage")) == 1
    assert {"• English", "• Moscow", "• short", "• 22–07"} <= set(chat.labels)


@pytest.mark.parametrize("data", ["s:zone:Mars", "s:length:", "s:quiet:1-2", "s:language:de", "s:x:y"])
async def test_choices_that_are_not_offered_change_nothing(chat: Chat, data: str) -> None:
    shown = {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "…"}
    await chat.gets(callback_query={"id": "1", "from": PERSON, "chat_instance": "1", "message": shown, "data": data})
    assert chat.store.chat_settings(1) == ChatSettings()


async def test_short_answers_have_three_facts_and_no_quotes(chat: Chat) -> None:
    await chat.says("/settings")
    await chat.presses("краткие")
    assert len((await chat.says("проекты в Костанае")).split("\n")) == 5  # heading, three facts, pools
    assert "1–3 / 6" in chat.labels
    assert "<blockquote" not in await chat.says("товарооборот с Узбекистаном")


async def test_changes_since_the_last_visit(chat: Chat) -> None:
    assert (await chat.says("/changes")).startswith("<b>Это первое посещение.</b> Последнее:\n1. ")
    later(chat, 5)
    assert await chat.says("/changes") == "С 06.02.2026 ничего не изменилось"
    later(chat, 24)
    keep(chat.store, [BUTADIENE])
    shown = (await chat.says("/changes")).replace("\u00a0", " ").split("\n")
    assert shown[0] == "<b>С 06.02.2026: 1 новый факт</b>" and shown[1].startswith("1. Проект «Бутадиен»")
    assert "Источник" in await chat.presses("1")


async def test_what_an_article_withdraws_is_a_change(chat: Chat) -> None:
    keep(chat.store, [BUTADIENE])
    await chat.says("проекты в Костанае")
    later(chat, 24)
    article = chat.store.article("seed")
    assert article
    chat.store.save_article(article, [], seen_at="2026-02-07T07:00:00+00:00")
    shown = await chat.says("/changes")
    assert "<b>Отозвано: 1</b>\n• Проект «Бутадиен»" in shown


async def test_forgetting_erases_all_and_proves_it(chat: Chat) -> None:
    await chat.says("проекты в Костанае")
    await chat.says("/settings")
    await chat.presses("краткие")
    asked = await chat.says("/forget")
    assert asked.startswith("<b>Хранится записей: 5</b>")
    erased = await chat.presses("Удалить")
    assert erased.split("\n")[0] == "<b>Удалено записей: 5</b>"
    assert set(erased.split("\n")[1:-1]) == {
        "• настройки: 1",
        "• вопросы: 1",
        "• ответы: 1",
        "• последний вопрос: 1",
        "• посещения: 1",
    }
    assert erased.split("\n")[-1] == "Осталось: 0"
    assert chat.store.kept_about(1, with_chat=True) == 0
    assert "Хранится записей: 0" in await chat.says("/forget")


async def test_nobody_can_erase_the_data_of_another(chat: Chat) -> None:
    await chat.says("проекты в Костанае")
    shown = {"message_id": 5, "date": 0, "chat": {"id": -9, "type": "group"}, "text": "…"}
    press = {"id": "1", "from": {**PERSON, "id": 2}, "chat_instance": "1", "message": shown, "data": "e:1"}
    [answer] = await chat.gets(callback_query=press)
    assert written(answer) == "Кнопка другого участника"
    assert chat.store.kept_about(1, with_chat=True) > 0


def reaction(*emoji: str, **more: Any) -> dict[str, Any]:
    new = [{"type": "emoji", "emoji": one} for one in emoji]
    private = {"id": 1, "type": "private"}
    return {
        "chat": private,
        "message_id": 2,
        "date": 0,
        "user": PERSON,
        "old_reaction": [],
        "new_reaction": new,
        **more,
    }


async def test_reactions_are_kept_and_counted_for_administrators(chat: Chat) -> None:
    await chat.says("проекты в Костанае")
    assert await chat.gets(message_reaction=reaction("👎", message_id=max(chat.session.messages))) == []
    assert chat.store.questions_with(("👎",), most=3) == [("проекты в Костанае", 1)]
    await chat.gets(message_reaction=reaction("👍", message_id=max(chat.session.messages)))
    assert chat.store.reactions() == [("👍", 1)]
    boss = Chat(chat.store, admins=frozenset({1}))
    assert await boss.says("/feedback") == "<b>Реакции на ответы</b>\n👍 1"
    assert "Реакции на ответы" not in await chat.says("/feedback")


async def inline(chat: Chat, question: str) -> Any:
    [answer] = [
        one
        for one in await chat.gets(inline_query={"id": "1", "from": PERSON, "query": question, "offset": ""})
        if one.__api_method__ == "answerInlineQuery"
    ]
    return answer


async def test_an_inline_question_offers_the_answer_and_its_facts_with_sources(chat: Chat) -> None:
    answer = await inline(chat, "projects in Kostanay")
    whole, *facts = answer.results
    assert whole.title == "Kostanay: 5 projects"
    assert facts[0].title.replace("\u00a0", " ") == "131.5 bln tenge — автозавод Kia, Kostanay · launched"
    assert all("Source: " in fact.input_message_content.message_text for fact in facts)
    assert answer.is_personal and answer.cache_time > 0
    link = whole.reply_markup.inline_keyboard[0][0].url
    opened = await chat.says(f"/start {link.rsplit('=', 1)[1]}")
    assert opened.startswith("<b>Kostanay: 5 projects</b>")


async def test_an_inline_question_not_typed_yet_offers_questions_and_one_without_answer_says_so(chat: Chat) -> None:
    assert [result.title.split(":")[0] for result in (await inline(chat, "")).results] == ["Костанай"]
    nothing = await inline(chat, "погода")
    assert nothing.results == [] and nothing.button.text == "Не найдено. Открыть бот"


async def test_telegram_is_told_the_commands_and_what_the_bot_is(chat: Chat) -> None:
    await publish_commands(chat.bot)
    for method in ("setMyCommands", "setMyDescription", "setMyShortDescription"):
        assert [one.language_code for one in chat.sent(method)] == [None, *LANGUAGES]  # type: ignore[attr-defined]
    assert chat.dispatcher.resolve_used_update_types() and {
        "inline_query",
        "message_reaction",
        "edited_message",
    } <= set(chat.dispatcher.resolve_used_update_types())
