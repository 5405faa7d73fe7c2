"""Pages on one project, person, pair or country: what holds, how it came about, what wants care."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from extract.model import Agreement, Project, Role
from tests.dialogue import BILLION, BUTADIENE, BUTADIENE_AGAIN, KOSTANAY, POOL, TALKS, UZBEKISTAN, turnover
from tests.fakes import Chat, Told, keep, memory_store

SIGNED = Told(
    Agreement(name="протокол о торговле", form="protocol", parties=("Казахстан", "Узбекистан"), signed=True),
    "Подписан протокол о торговле.",
    "70",
    "2024-01-08",
)
PROMISED = Told(
    Agreement(
        name="меморандум о воде",
        form="memorandum",
        parties=("Казахстан", "Узбекистан"),
        signed=False,
        date="2025-03-01",
    ),
    "Меморандум о воде подпишут 1 марта 2025 года.",
    "71",
    "2024-11-01",
)
PLANT = Told(
    Project(name="завод ковров", places=("Узбекистан",), stage="planned", end=2024), "Завод ковров сдадут в 2024.", "72"
)
POST = Told(Role(person="Олжас Бектенов", position="премьер-министр Казахстана"), "Премьер – Бектенов.", "73")
OTHER_SUM = Told(
    turnover(Decimal("3.2") * BILLION, "Узбекистан", "2022"), "За 2022 год – 3,2 млрд.", "74", "2023-02-01"
)


@pytest.fixture
def chat() -> Iterator[Chat]:
    with memory_store() as store:
        told = [*KOSTANAY, POOL, BUTADIENE, BUTADIENE_AGAIN, *TALKS, *UZBEKISTAN]
        keep(store, [*told, SIGNED, PROMISED, PLANT, POST, OTHER_SUM])
        yield Chat(store)


def bare(text: str) -> list[str]:
    return re.sub(r"</?a[^>]*>", "", text).replace("\u00a0", " ").split("\n")


async def test_the_passport_of_a_project_tells_how_it_came_about(chat: Chat) -> None:
    page = bare(await chat.says("/project бутадиен"))
    assert page[0] == "<b>Около 1 млрд $</b> — проект «Бутадиен», Атырауская область · приостановлен"
    history = page.index("История:")
    assert page[history + 1 : history + 3] == [
        "• 05.02.2021: приостановлен · 1 млрд $",
        "• 24.01.2022: около 1 млрд $ · 186 тыс. тонн в год",
    ]
    assert page[-1] == "Источник: news.example, 24.01.2022"


async def test_an_ambiguous_project_is_chosen_by_a_button(chat: Chat) -> None:
    assert await chat.says("/project Костанай") == "<b>Костанай: какой проект?</b>"
    assert len(chat.labels) == 5 and chat.labels[0].startswith("Автозавод Kia")
    assert (await chat.presses(chat.labels[0])).startswith("<b>131,5")


async def test_a_page_on_a_person(chat: Chat) -> None:
    page = bare(await chat.says("/person Бектенов"))
    assert page[:4] == [
        "<b>Олжас Бектенов</b>",
        "<b>Должности: 1</b>",
        "• премьер-министр Казахстана · без даты",
        "<b>Встречи: 3</b>",
    ]
    assert page[4] == "• Акылбек Жапаров, глава кабмина Кыргызстана — Бишкек · 05.12.2024"


async def test_a_meeting_brief_has_figures_promises_and_conflicts(chat: Chat) -> None:
    page = bare(await chat.says("/brief Узбекистан"))
    assert page == [
        "<b>Узбекистан: справка к встрече</b>",
        "<b>Товарооборот: 3</b>",
        "• 4,1 млрд $ · товарооборот Казахстан – Узбекистан · январь–ноябрь 2023 · 08.01.2024",
        "• более 5 млрд $ · товарооборот Казахстан – Узбекистан · 2022 · 07.08.2024",
        "• 10 млрд $ · цель: товарооборот Казахстан – Узбекистан · 2030 · 08.01.2024",
        "<b>Проекты: 1</b>",
        "• Завод ковров · планируется · срок 2024 прошел · без даты",
        "<b>Соглашения: 2</b>",
        "• Меморандум о воде · Казахстан – Узбекистан · не подписан · 01.11.2024",
        "• Протокол о торговле · Казахстан – Узбекистан · подписан · 08.01.2024",
        "⚠️ <b>Источники расходятся: 2</b>",
        "• более 5 млрд $ · товарооборот Казахстан – Узбекистан · 2022 · 07.08.2024",
        "• 3,2 млрд $ · товарооборот Казахстан – Узбекистан · 2022 · 01.02.2023",
        "⚠️ <b>Срок прошел: 2</b>",
        "• Завод ковров · срок 2024 прошел · без даты",
        "• Меморандум о воде · Казахстан – Узбекистан · не подписан · 01.11.2024",
        "Не найдено: встречи",
    ]
    assert chat.labels == ["Товарооборот", "Проекты", "Соглашения"]
    assert bare(await chat.presses("Проекты"))[0].startswith("<b>Завод ковров</b>")


async def test_the_brief_of_a_region_and_of_nothing(chat: Chat) -> None:
    assert "<b>Костанайская область: справка к встрече</b>" in await chat.says("/brief Костанайская область")
    assert (await chat.says("/brief Япония")).startswith("<b>Не найдено: Япония.</b>")
    assert (await chat.says("/brief <b>")).startswith("<b>Не найдено: &lt;b&gt;.</b>")


@pytest.mark.parametrize(("command", "name"), [("trade", "Узбекистан"), ("person", "Олжас Бектенов")])
async def test_a_command_without_a_name_offers_names(chat: Chat, command: str, name: str) -> None:
    assert "Например: <code>/" in await chat.says(f"/{command}")
    assert 0 < len(chat.labels) <= 8
    assert name.split()[0] in await chat.presses(name)


async def test_the_trade_of_a_pair_can_be_followed_up(chat: Chat) -> None:
    await chat.says("/trade Узбекистан")
    assert "«товарооборот Казахстан – Узбекистан, 2022»" in await chat.says("а за 2022?")


@pytest.mark.parametrize(
    ("language", "line", "title"),
    [
        ("kk", "/brief Өзбекстан", "<b>Өзбекстан: кездесуге анықтама</b>"),
        ("en", "/brief Uzbekistan", "<b>Uzbekistan: meeting brief</b>"),
    ],
)
async def test_briefs_speak_three_languages(chat: Chat, language: str, line: str, title: str) -> None:
    assert bare(await Chat(chat.store, language).says(line))[0] == title
