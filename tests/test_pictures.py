"""Charts in the chat: one upload a picture, the caption says the same in words, views change in place."""

from collections.abc import Iterator

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageMedia, EditMessageReplyMarkup, SendPhoto
from aiogram.types import BufferedInputFile

from extract.model import Project
from handlers.charts.model import Chart
from storage import Store
from tests.dialogue import BILLION, KOSTANAY, UZBEKISTAN, turnover
from tests.fakes import Chat, Told, keep, memory_store

AKTAU = Told(Project(name="паромный терминал", places=("Актау",), stage="planned"), "Построят паромный терминал.", "9")
PAVLODAR = tuple(
    Told(Project(name=f"завод «Марка {number}»", places=("Павлодар",), stage=stage), f"«Марка {number}».", "p")
    for number, stage in enumerate(("agreed", "planned") * 4, 1)
)
TURKEY = Told(turnover(5 * BILLION, "Турция", "2023-01", "2023-11"), "С Турцией 5 млрд за 11 месяцев.", "t")


class Drawings:
    """Draws nothing, but counts."""

    def __init__(self) -> None:
        self.charts: list[Chart] = []

    async def __call__(self, chart: Chart) -> bytes:
        self.charts.append(chart)
        return b"PNG"


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as store:
        keep(store, [*KOSTANAY, *UZBEKISTAN, AKTAU, *PAVLODAR, TURKEY])
        yield store


@pytest.fixture
def drawings() -> Drawings:
    return Drawings()


@pytest.fixture
def chat(store: Store, drawings: Drawings) -> Chat:
    return Chat(store, draw=drawings)


def photos(chat: Chat) -> list[object]:
    return [one.photo for one in chat.session.requests if isinstance(one, SendPhoto)]


async def test_a_row_of_years_is_a_picture_with_the_same_in_its_caption(chat: Chat) -> None:
    caption = (await chat.says("товарооборот с Узбекистаном по годам")).replace("\u00a0", " ")
    assert caption.startswith("<b>Товарооборот Казахстан – Узбекистан, млрд $</b>\n2010, январь–сентябрь: 1,2 · ")
    assert caption.endswith("\nНеполные годы заштрихованы")
    assert len(photos(chat)) == 1


async def test_the_same_picture_is_uploaded_once_for_everybody(chat: Chat, drawings: Drawings, store: Store) -> None:
    await chat.says("товарооборот с Узбекистаном по годам")
    await chat.says("динамика товарооборота с Узбекистаном")
    first, second = photos(chat)
    assert isinstance(first, BufferedInputFile) and isinstance(second, str)
    assert len(drawings.charts) == 1


async def test_a_picture_that_telegram_has_forgotten_is_uploaded_anew(chat: Chat, drawings: Drawings) -> None:
    await chat.says("товарооборот с Узбекистаном по годам")
    method = chat.sent("sendPhoto")[0]
    chat.session.fails("sendPhoto", TelegramBadRequest(method, "Bad Request: wrong file identifier/HTTP URL specified"))
    await chat.says("товарооборот с Узбекистаном по годам")
    assert [isinstance(photo, str) for photo in photos(chat)] == [False, True, False]
    assert len(drawings.charts) == 2


async def test_another_refusal_is_not_taken_for_a_forgotten_picture(chat: Chat, drawings: Drawings) -> None:
    await chat.says("товарооборот с Узбекистаном по годам")
    method = chat.sent("sendPhoto")[0]
    chat.session.fails("sendPhoto", TelegramBadRequest(method, "Bad Request: chat not found"))
    assert "Код" in await chat.says("товарооборот с Узбекистаном по годам")
    assert len(drawings.charts) == 1


async def test_without_drawing_the_answer_is_text(store: Store) -> None:
    chat = Chat(store)
    assert "2010, январь–сентябрь" in await chat.says("товарооборот с Узбекистаном по годам")
    assert not photos(chat)


async def test_a_chart_that_fails_leaves_the_text(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    async def breaks(chart: Chart) -> bytes:
        raise RuntimeError("no font")

    chat = Chat(store, draw=breaks)
    assert "2010, январь–сентябрь" in await chat.says("товарооборот с Узбекистаном по годам")
    assert "no font" in caplog.text


async def test_the_views_of_a_chart_change_in_its_place_and_a_list_comes_below(chat: Chat) -> None:
    assert "Костанайская область: 5" in await chat.says("проекты по областям")
    assert "Запущено: 2" in await chat.presses("По стадиям")
    assert [type(one) for one in chat.session.requests if isinstance(one, SendPhoto | EditMessageMedia)] == [
        SendPhoto,
        EditMessageMedia,
    ]
    assert (await chat.presses("Список")).split("\n")[1].startswith("1. ")
    assert chat.sent("sendMessage")


async def test_a_chart_opened_from_a_list_leaves_the_list(chat: Chat) -> None:
    await chat.says("проекты в Костанае")
    assert "Запущено: 2" in await chat.presses("Диаграмма")
    assert len(photos(chat)) == 1 and not chat.sent("editMessageText")


async def test_what_finds_no_room_is_behind_one_button_and_back(chat: Chat) -> None:
    await chat.says("проекты в Павлодаре")
    assert chat.labels == ["1", "2", "3", "4", "5", "Действия", "1–5 / 8", "›", "Подписаться"]
    before = chat.session.messages.copy()
    await chat.presses("Действия")
    assert chat.labels == ["Диаграмма", "Excel", "‹"]
    assert [type(one) for one in chat.session.requests[-2:]][-1] is EditMessageReplyMarkup
    await chat.presses("‹")
    assert chat.labels[5] == "Действия" and chat.session.messages.keys() == before.keys()


async def test_a_pair_is_set_beside_other_partners_of_the_same_months(chat: Chat, drawings: Drawings) -> None:
    await chat.says("товарооборот с Узбекистаном")
    await chat.presses("Сравнить")
    [shown] = drawings.charts
    assert [bar.label for bar in shown.bars] == ["Турция", "Узбекистан"]
    assert shown.unit.replace("\u00a0", " ") == "млрд $, январь–ноябрь 2023"


async def test_a_figure_without_others_of_its_period_is_not_compared(chat: Chat) -> None:
    with memory_store() as store:
        keep(store, UZBEKISTAN)
        alone = Chat(store)
        await alone.says("товарооборот с Узбекистаном")
        assert await alone.presses("Сравнить") == "За этот период данных о других партнерах нет"
