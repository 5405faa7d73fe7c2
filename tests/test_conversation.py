"""A conversation as people lead it: follow-ups, changed questions, groups, odd texts, old buttons, many at once."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from handlers.start import share_key
from storage import Store
from tests.dialogue import BUTADIENE, KOSTANAY, TALKS, UZBEKISTAN
from tests.fakes import Chat, keep, memory_store, written

PERSON = {"id": 1, "is_bot": False, "first_name": "You", "language_code": "ru"}
GROUP = {"id": -100, "type": "supergroup", "title": "Отдел", "is_forum": True}
QUESTION = "проекты в Костанае"


@pytest.fixture
def chat() -> Iterator[Chat]:
    with memory_store() as store:
        keep(store, [*KOSTANAY, BUTADIENE, *TALKS, *UZBEKISTAN])
        yield Chat(store)


def message(text: str | None = QUESTION, id: int = 50, **more: Any) -> dict[str, Any]:
    """A message as Telegram words it; `text` None for one of pictures or sounds."""
    words = {"text": text} if text is not None else {}
    return {"message_id": id, "date": 0, "chat": {"id": 1, "type": "private"}, "from": PERSON, **words, **more}


def spaced(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("said", "read_as", "headline"),
    [
        (
            ["товарооборот с Узбекистаном", "а за 2022?"],
            "<i>Прочитано: «товарооборот Казахстан – Узбекистан, 2022»</i>",
            "<b>Более 5 млрд $</b> — товарооборот Казахстан – Узбекистан, 2022",
        ),
        (
            ["проекты в Костанае", "и в Атырауской области?"],
            "<i>Прочитано: «проекты, Атырауская область»</i>",
            "<b>Около 1 млрд $</b> — проект «Бутадиен», Атырауская область",
        ),
        (
            ["trade with Uzbekistan", "and for 2022?"],
            "<i>Read as “trade turnover, Kazakhstan – Uzbekistan, 2022”</i>",
            "<b>Over $5 bln</b> — trade turnover, Kazakhstan – Uzbekistan, 2022",
        ),
        (
            ["Өзбекстанмен тауар айналымы", "ал 2022 жылы?"],
            "<i>«Қазақстан – Өзбекстан тауар айналымы, 2022 жыл» деп оқылды</i>",
            "<b>5 млрд доллардан астам</b> — Қазақстан – Өзбекстан тауар айналымы, 2022 жыл",
        ),
    ],
)
async def test_a_follow_up_is_answered_and_told_how_it_was_read(
    chat: Chat, said: list[str], read_as: str, headline: str
) -> None:
    for line in said:
        answer = spaced(await chat.says(line))
    assert answer.split("\n")[:2] == [read_as, headline]


async def test_a_follow_up_leans_on_the_question_of_a_button_and_its_pages_turn(chat: Chat) -> None:
    await chat.says("/language")
    await chat.presses("Русский")
    await chat.presses("проекты в Костанае")
    assert "Прочитано: «проекты, Костанай, запущен, действует»" in await chat.says("а запущенные?")
    listed = await chat.presses("1")
    assert "Источник" in listed


async def test_a_shared_question_is_answered_at_once_and_a_made_up_one_is_not(chat: Chat) -> None:
    number = chat.store.remember(7, "проекты в Костанае", "ru", at="2026-02-06")
    assert (await chat.says(f"/start {share_key(number, 'проекты в Костанае')}")).startswith("<b>Костанай: 5 проектов")
    assert len(chat.texts) == 1
    await chat.says(f"/start q_{number}_00000000")
    assert chat.texts[1].startswith("<b>Coopbot")


async def test_nobody_leans_on_the_question_of_another_person_in_a_group(chat: Chat) -> None:
    mention = [{"type": "mention", "offset": 0, "length": 8}]
    await chat.gets(message=message("@coopbot товарооборот с Узбекистаном", chat=GROUP, entities=mention))
    other = message("@coopbot а за 2022?", 51, chat=GROUP, entities=mention)
    [answer] = await chat.gets(message={**other, "from": {**PERSON, "id": 2}})
    assert "Прочитано" not in spaced(written(answer))


async def test_a_changed_question_changes_its_answer(chat: Chat) -> None:
    await chat.gets(message=message("товарооборот с Узбекистаном", 50))
    [changed] = await chat.gets(edited_message=message("проекты в Костанае", 50, edit_date=1))
    assert changed.__api_method__ == "editMessageText"
    assert (written(changed) or "").startswith("<b>Костанай: 5 проектов</b>")
    assert changed.message_id in chat.session.messages  # type: ignore[attr-defined]


async def test_a_changed_follow_up_leans_on_what_stood_before_it(chat: Chat) -> None:
    await chat.gets(message=message("товарооборот с Узбекистаном", 50))
    await chat.gets(message=message("а за 2019?", 60))
    [changed] = await chat.gets(edited_message=message("а за 2022?", 60, edit_date=1))
    assert "«товарооборот Казахстан – Узбекистан, 2022»" in spaced(written(changed))


async def test_a_changed_question_whose_answer_is_gone_is_answered_anew(chat: Chat) -> None:
    await chat.gets(message=message("товарооборот с Узбекистаном", 50))
    chat.session.messages.clear()
    requests = await chat.gets(edited_message=message("проекты в Костанае", 50, edit_date=1))
    assert [one.__api_method__ for one in requests] == ["editMessageText", "sendMessage"]


MENTION = [{"type": "mention", "offset": 0, "length": 8}]
COMMAND = [{"type": "bot_command", "offset": 0, "length": 5}]
OTHERS = [{"type": "bot_command", "offset": 0, "length": 14}]
BOT = {"id": 1, "is_bot": True, "first_name": "Coopbot"}


@pytest.mark.parametrize(
    ("more", "answered"),
    [
        ({"text": "@coopbot проекты в Костанае", "entities": MENTION}, True),
        ({"text": "проекты в Костанае", "reply_to_message": message("…", 40, **{"from": BOT})}, True),
        ({"text": "/help", "entities": COMMAND}, True),
        ({"text": "/help@otherbot", "entities": OTHERS}, False),
        ({"text": "@someone проекты", "entities": MENTION}, False),
        ({"text": "проекты в Костанае"}, False),
        ({"text": None, "voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}, False),
        ({"text": None, "new_chat_title": "Отдел"}, False),
    ],
)
async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(
    chat: Chat, more: dict[str, Any], answered: bool
) -> None:
    topic = {"chat": GROUP, "message_thread_id": 9, "is_topic_message": True}
    requests = [one for one in await chat.gets(message=message(**{**topic, **more})) if one.__api_method__ != "getMe"]
    assert bool(requests) == answered
    for one in requests:
        assert one.message_thread_id == 9  # type: ignore[attr-defined]
        assert one.reply_parameters.message_id == 50  # type: ignore[attr-defined]


async def test_channels_are_passed_over(chat: Chat) -> None:
    channel = {"id": -200, "type": "channel", "title": "Новости"}
    assert await chat.gets(channel_post={"message_id": 1, "date": 0, "chat": channel, "text": QUESTION}) == []


FILE = {"file_id": "x", "file_unique_id": "x"}


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {**FILE, "duration": 1}},
        {"photo": [{**FILE, "width": 1, "height": 1}]},
        {"document": FILE},
        {"sticker": {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}},
        {"location": {"latitude": 1.0, "longitude": 1.0}},
        {"dice": {"emoji": "🎲", "value": 3}},
    ],
    ids=lambda content: next(iter(content)),
)
async def test_what_is_no_text_gets_a_friendly_line(chat: Chat, content: dict[str, Any]) -> None:
    [answer] = await chat.gets(message=message(None, **content))
    assert written(answer) == "Читаются только вопросы текстом. Например: <code>проекты в Костанае</code>"


async def test_a_picture_with_a_question_below_it_is_answered(chat: Chat) -> None:
    photo = [{**FILE, "width": 1, "height": 1}]
    [answer] = await chat.gets(message=message(None, photo=photo, caption=QUESTION))
    assert (written(answer) or "").startswith("<b>Костанай: 5 проектов</b>")


@pytest.mark.parametrize(
    "text",
    [
        "🙂" * 2048,
        "🙂" * 200,
        "\u202eпроекты в Костанае\u202c",
        "про\x00екты <b>в</b> Костанае",
        "\u200b\u200f",
        "&lt;script&gt; <a href='x'>",
        "/start " + "q" * 64,
        "@coopbot",
        "\x1f\x1f",
        "а\x1fб",
    ],
)
async def test_hostile_texts_get_an_answer(chat: Chat, text: str, caplog: pytest.LogCaptureFixture) -> None:
    name = "</b><b>Иван & \u202e" + "🙂" * 20
    assert await chat.gets(message=message(text, **{"from": {**PERSON, "first_name": name, "username": "a_b"}}))
    assert "failed" not in caplog.text


@pytest.mark.parametrize(
    "data", ["", "x", "vote:1", "p:", "p:x:y:z", "f:ru:" + "9" * 50, "a:99999999999999999999", "l:<b>"]
)
async def test_buttons_of_others_and_of_nobody_are_answered(chat: Chat, data: str) -> None:
    press = {"id": "1", "from": PERSON, "chat_instance": "1", "message": message("…", 5), "data": data}
    requests = await chat.gets(callback_query=press)
    assert [one.__api_method__ for one in requests] == ["answerCallbackQuery"]


async def test_a_button_works_after_a_restart(chat: Chat) -> None:
    await chat.says(QUESTION)
    again = Chat(chat.store)
    again.session.buttons, again.session.messages = chat.session.buttons, chat.session.messages
    assert "Источник" in await again.presses("1")


async def test_a_double_tap_is_answered_twice_and_harms_nothing(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    await chat.says(QUESTION)
    data = next(button.callback_data for _, button in chat.session.buttons if button.text == "1")  # type: ignore[union-attr]
    press = {"from": PERSON, "chat_instance": "1", "message": message("…", 5), "data": data}
    await asyncio.gather(*(chat.gets(callback_query={"id": str(one), **press}) for one in range(2)))
    assert len(chat.sent("answerCallbackQuery")) == 2
    assert "failed" not in caplog.text


async def test_fifty_people_at_once_get_their_own_answers(chat: Chat) -> None:
    questions = ["проекты в Костанае", "с кем встречался Бектенов", "товарооборот с Узбекистаном", "погода"]

    async def ask(person: int) -> None:
        private = {"id": person, "type": "private"}
        await chat.gets(message=message(questions[person % 4], chat=private, **{"from": {**PERSON, "id": person}}))
        await chat.gets(message=message("а за 2022?", 60, chat=private, **{"from": {**PERSON, "id": person}}))

    await asyncio.gather(*(ask(person) for person in range(1, 51)))
    told: dict[int, list[str]] = {}
    for one in chat.sent("sendMessage"):
        told.setdefault(one.chat_id, []).append(spaced(written(one)))  # type: ignore[attr-defined]
    openings = {0: "<b>Костанай", 1: "<b>Олжас Бектенов", 2: "<b>4,1 млрд $</b>", 3: "Погоды в базе нет"}
    assert len(told) == 50
    assert all(texts[0].startswith(openings[person % 4]) for person, texts in told.items())
    assert all(len(texts) == 2 for texts in told.values())


async def test_an_older_update_that_comes_later_does_not_become_the_last_question(chat: Chat) -> None:
    store: Store = chat.store
    await chat.gets(message=message("товарооборот с Узбекистаном", 61, date=200))
    await chat.gets(message=message("проекты в Костанае", 60, date=100))
    assert store.last_turn(1, 1, since="2000") == ("товарооборот с Узбекистаном", "ru")
