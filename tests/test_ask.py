"""A conversation through the real dispatcher: questions, pages, facts behind buttons, strangers and failures."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import SendMessage

from extract.model import LANGUAGES, Found, Language, Meeting, Person, Project
from handlers import publish_commands
from handlers.answering import answer_question
from handlers.commands import COMMANDS
from storage import Store
from tests.dialogue import BUTADIENE, KOSTANAY, POOL, TALKS, TODAY, UZBEKISTAN
from tests.fakes import Chat, Told, keep, memory_store

PLANTS = tuple(
    Told(
        Project(name=f"завод «Марка {number}»", places=("Павлодар",), stage="agreed"),
        f"Построят «Марку {number}».",
        "p",
    )
    for number in range(1, 9)
)


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as store:
        keep(store, [*KOSTANAY, POOL, BUTADIENE, *TALKS, *UZBEKISTAN, *PLANTS])
        yield store


@pytest.fixture
def chat(store: Store) -> Chat:
    return Chat(store)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("проекты в Костанае", "<b>Костанай: 5 проектов</b>"),
        ("projects in Kostanay", "<b>Kostanay: 5 projects</b>"),
        ("Қостанай облысындағы жобалар", "<b>Қостанай облысы: 5 жоба</b>"),
        ("с кем встречался Бектенов", "<b>Олжас Бектенов: 3 встречи</b>"),
        ("товарооборот с Узбекистаном", "<b>4,1 млрд $</b> — товарооборот Казахстан – Узбекистан, январь–ноябрь 2023"),
        ("стоимость проекта Бутадиен", "<b>Около 1 млрд $</b> — проект «Бутадиен», Атырауская область"),
        ("погода в Астане", "Погоды в базе нет. Есть проекты, товарооборот, встречи, соглашения."),
    ],
)
async def test_a_question_is_answered_in_its_language(chat: Chat, question: str, headline: str) -> None:
    assert spaced(await chat.says(question)).split("\n")[0] == headline


async def test_a_button_opens_the_fact_with_its_sentence_and_leaves_the_list(chat: Chat) -> None:
    await chat.says("проекты в Костанае")
    opened = await chat.presses("1")
    assert "<blockquote expandable>" in opened and "Источник: " in opened
    assert len(chat.sent("sendMessage")) == 2 and not chat.sent("editMessageText")


async def test_a_fact_is_opened_in_the_language_of_its_question(chat: Chat) -> None:
    await chat.says("projects in Kostanay")
    assert "Source: " in await chat.presses("1")


async def test_pages_are_turned_in_place(chat: Chat) -> None:
    first = await chat.says("проекты в Павлодаре")
    assert first.startswith("<b>Павлодар: 8 проектов</b>")
    assert chat.labels == ["1", "2", "3", "4", "5", "Действия", "1–5 / 8", "›", "Подписаться"]
    second = await chat.presses("›")
    assert second.split("\n")[0] == first.split("\n")[0]
    assert second.split("\n")[1].startswith("6. ")
    assert chat.labels == ["6", "7", "8", "Подписаться", "Excel", "‹", "6–8 / 8"]
    assert await chat.presses("‹") == first
    assert len(chat.sent("sendMessage")) == 1 and len(chat.sent("editMessageText")) == 2


async def test_the_page_that_is_shown_can_be_pressed_without_harm(chat: Chat) -> None:
    await chat.says("проекты в Павлодаре")
    await chat.presses("1–5 / 8")
    assert len(chat.sent("sendMessage")) == 1


async def test_a_count_can_be_opened_as_a_list(chat: Chat) -> None:
    await chat.says("сколько проектов в Костанайской области")
    listed = await chat.presses("Список")
    assert listed.split("\n")[1].startswith("1. ")


async def test_a_pair_can_be_seen_by_year(chat: Chat) -> None:
    await chat.says("товарооборот с Узбекистаном")
    column = await chat.presses("По годам")
    assert spaced(column).startswith("<b>Товарооборот Казахстан – Узбекистан, млрд $</b>")


async def test_one_of_several_people_is_chosen_by_a_button(chat: Chat) -> None:
    keep(
        chat.store,
        [Told(Meeting(people=(Person("Садыр Жапаров"), Person("Ли Цян"))), "Жапаров и Ли Цян говорили.", "z")],
    )
    assert await chat.says("с кем встречался Жапаров") == "<b>Жапаров: кто именно?</b>"
    assert chat.labels == ["Акылбек Жапаров", "Садыр Жапаров"]
    chosen = await chat.presses("Садыр Жапаров")
    assert "Жапаров и Ли Цян говорили." in chosen


async def test_nothing_found_is_said_plainly(chat: Chat) -> None:
    said = await chat.says("товарооборот с Японией")
    assert said.startswith("<b>Не найдено: товарооборот Казахстан – Япония.</b>\nБлижайшее: ")


async def test_an_empty_store_says_how_to_fill_it() -> None:
    with memory_store() as store:
        assert await Chat(store).says("проекты в Костанае") == "В базе нет статей. Загрузить: coopbot ingest FILE"


async def test_every_message_is_answered_and_nothing_breaks(chat: Chat) -> None:
    for line in ("?", "<b>", "/", "/nothing", "а" * 501, "🙂", "%s {0} \\", "' OR 1=1 --", "a\nb"):
        assert await chat.says(line), line
    assert not [text for text in chat.texts if "Код" in text]


@pytest.mark.parametrize(
    ("language", "greeting"),
    [
        ("ru", "Coopbot: факты об экономическом сотрудничестве"),
        ("kk", "Coopbot: экономикалық ынтымақтастық деректері"),
        ("en", "Coopbot: facts on economic cooperation"),
        ("de", "Coopbot: факты об экономическом сотрудничестве"),
    ],
)
async def test_14_the_greeting_is_in_the_language_of_the_person(store: Store, language: str, greeting: str) -> None:
    chat = Chat(store, language)
    await chat.says("/start")
    greeted, answered = (str(one.text) for one in chat.sent("sendMessage"))  # type: ignore[attr-defined]
    assert greeting in greeted and "<a href=" in answered
    rows = chat.sent("sendMessage")[0].reply_markup.inline_keyboard  # type: ignore[attr-defined]
    assert [len(row) for row in rows] == [1, 1, 1, 3]
    assert [button.text for button in rows[-1]] == ["Қазақша", "Русский", "English"]


async def test_a_chosen_language_is_kept(chat: Chat) -> None:
    await chat.says("/language")
    assert "Жобалар, тауар айналымы" in await chat.presses("Қазақша")
    assert (await chat.says("/help")).startswith("<b>Қалай сұрау керек</b>")
    assert (await Chat(chat.store, "en").says("/help")).startswith("<b>Қалай сұрау керек</b>")


async def test_help_names_every_command_and_its_questions_are_answered(chat: Chat) -> None:
    shown = await chat.says("/help")
    assert all(f"/{command} — " in shown for command in COMMANDS)
    for question in [line[8:-7] for line in shown.split("\n") if line.startswith("• <code>")]:
        assert await chat.says(question)


async def test_the_help_button_of_an_answer_out_of_scope(chat: Chat) -> None:
    await chat.says("погода в Астане")
    assert (await chat.presses("Помощь")).startswith("<b>Как спросить</b>")


async def test_sources(chat: Chat) -> None:
    assert (await chat.says("/source")).startswith("Источников нет.")
    source = chat.store.add_source("feed", "https://news.example/rss")
    chat.store.record_round(source.id, at="2026-02-05T07:00:00+00:00", articles=3)
    assert spaced(await chat.says("/source")).split("\n")[:2] == [
        "<b>Источники: 1</b>",
        "1. https://news.example/rss · 3 статьи",
    ]
    assert spaced(await chat.says("/source 1")).split("\n")[1] == "3 статьи · прочитан 05.02.2026"
    assert await chat.says("/source 2") == "Источника 2 нет. Всего: 1"
    assert await chat.says("/source <b>") == "Источника &lt;b&gt; нет. Всего: 1"


async def test_strangers_are_refused_and_told_their_number(store: Store) -> None:
    chat = Chat(store, allowed=frozenset({99}))
    assert await chat.says("проекты в Костанае") == "Доступ ограничен. Ваш номер для администратора: 1"
    assert "Костанай" not in "".join(chat.texts)


async def test_those_on_the_list_are_served(store: Store) -> None:
    chat = Chat(store, allowed=frozenset({1}))
    assert (await chat.says("проекты в Костанае")).startswith("<b>Костанай")


async def test_a_failure_is_logged_with_the_code_that_the_person_gets(
    chat: Chat, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object, **more: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Store, "search", broken)
    said = await chat.says("проекты в Костанае")
    code = said.rsplit(" ", 1)[1]
    assert said == f"Ответить не удалось. Повторите позже. Код {code}"
    assert f"code {code}" in caplog.text and "secret detail" in caplog.text
    assert "secret" not in "".join(chat.texts)


async def test_a_person_who_blocked_the_bot_is_no_failure(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    method = SendMessage(chat_id=1, text="–")
    chat.session.fails("sendMessage", TelegramForbiddenError(method, "Forbidden: bot was blocked by the user"))
    await chat.says("проекты в Костанае")
    assert "code" not in caplog.text
    assert (await chat.says("проекты в Костанае")).startswith("<b>Костанай")


async def test_a_button_pressed_too_late_is_no_failure(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    await chat.says("проекты в Костанае")
    method = SendMessage(chat_id=1, text="–")
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    chat.session.fails("answerCallbackQuery", TelegramBadRequest(method, old))
    with pytest.raises(AssertionError, match="without an answer"):
        await chat.presses("1")
    assert "code" not in caplog.text


async def test_a_fact_and_a_list_that_are_gone_are_said_to_be(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    await chat.says("проекты в Павлодаре")
    monkeypatch.setattr(Store, "hit", lambda self, id: None)
    monkeypatch.setattr(Store, "recalled", lambda self, id: None)
    assert await chat.presses("1") == "Этого факта больше нет"
    assert await chat.presses("›") == "Список устарел. Задайте вопрос снова"


async def test_the_menu_of_commands_is_told_in_each_language(chat: Chat) -> None:
    await publish_commands(chat.bot)
    menus = chat.sent("setMyCommands")
    assert [menu.language_code for menu in menus] == [None, *LANGUAGES]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_the_command_line_gets_the_same_text_without_pages(store: Store, language: Language | None) -> None:
    answered = answer_question(store, "проекты в Павлодаре", language, TODAY)
    assert answered.text.startswith("<b>Павлодар: 8 проектов</b>")
    assert answered.answer.total == 8
    assert [button.label for row in answered.buttons for button in row] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("language", "warning"),
    [
        ("ru", "⚠️ <b>Отозвано 07.02.2026</b>: статья изменена, этого в ней больше нет"),
        ("kk", "⚠️ <b>Кері қайтарылды, 07.02.2026</b>: мақала өзгертілген, онда бұл енді жоқ"),
        ("en", "⚠️ <b>Withdrawn 7 Feb 2026</b>: the article was changed and no longer says this"),
    ],
)
async def test_an_old_button_to_a_withdrawn_fact_says_so(language: Language, warning: str) -> None:
    question = {"ru": "проекты в Павлодаре", "kk": "Павлодардағы жобалар", "en": "projects in Pavlodar"}[language]
    with memory_store() as store:
        keep(store, PLANTS)
        chat = Chat(store, language)
        await chat.says(question)
        changed = store.article("p")
        assert changed
        store.save_article(replace(changed, text="Опровержение."), [], seen_at="2026-02-07T07:00:00+00:00")
        opened = spaced(await chat.presses("1"))
        assert opened.split("\n")[0] == warning and "Построят" in opened
        assert getattr(chat.sent("sendMessage")[-1], "reply_markup", None) is None


def test_a_reprint_confirms_nothing_and_its_first_source_is_shown() -> None:
    told = [replace(PLANTS[0], article=id, published=f"2026-01-0{day}") for day, id in enumerate(("r1", "r2", "r3"), 1)]
    own = replace(told[2], sentence="Завод «Марка 1» будет в Павлодаре.")
    with memory_store() as store:
        keep(store, [told[0], own])
        article = store.article("r1")
        assert article
        found = Found(told[1].fact, told[1].hit().evidence, 0.9)
        reprint = replace(article, id="r2", url="https://other.example/r2", published="2026-01-09")
        store.save_article(reprint, [found], seen_at="2026-02-06T07:00:00+00:00", repeats="r1")
        answered = answer_question(store, "завод «Марка 1»", "ru", TODAY)
        assert "other.example" not in answered.text and answered.text.count("https://news.example") == 2
