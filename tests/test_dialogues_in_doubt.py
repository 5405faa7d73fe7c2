"""The dialogues of the voice guide in doubt: sources differ, another period, which person, nothing, out of scope."""

from decimal import Decimal

import pytest

from extract.model import Language, Meeting, Period, Person, Trade
from tests.dialogue import (
    BILLION,
    KOSTANAY,
    MILLION,
    TALKS,
    answer,
    labels,
    lines,
    turnover,
    usd,
)
from tests.fakes import Told


@pytest.mark.parametrize(
    ("language", "expected", "follow"),
    [
        (
            "ru",
            ["⚠️ <b>Источники расходятся: 423 и 629 млн $</b>", "Товарооборот Казахстан – Татарстан, 2021"],
            "Подписаться",
        ),
        ("en", ["⚠️ <b>Sources differ: $423 and 629 mln</b>", "Trade turnover, Kazakhstan – Tatarstan, 2021"], "Follow"),
    ],
)
def test_8_sources_that_differ_stand_side_by_side(language: Language, expected: list[str], follow: str) -> None:
    told = (
        Told(turnover(423 * MILLION, "Татарстан", "2021"), "За год – 423 млн.", "6", "2022-06-17"),
        Told(turnover(629 * MILLION, "Татарстан", "2021"), "За год – 629 млн.", "1"),
    )
    message = answer(*told, language=language, kinds=("trade",), parties=("Татарстан",), period=Period("2021", "2021"))
    shown = lines(message)
    assert shown[:2] == expected
    assert len(shown) == 4 and all(line.startswith("• ") for line in shown[2:])
    assert labels(message.buttons) == f"[1][2][{follow}]/[Excel]"


def test_sources_that_differ_on_an_earlier_period_are_noted_below() -> None:
    told = (
        Told(turnover(143 * MILLION, "Татарстан", "2022-01", "2022-04"), "За четыре месяца – 143 млн.", "6"),
        Told(turnover(423 * MILLION, "Татарстан", "2021"), "За год – 423 млн.", "6", "2022-06-17"),
        Told(turnover(629 * MILLION, "Татарстан", "2021"), "За год – 629 млн.", "1"),
    )
    message = answer(*told, kinds=("trade",), parties=("Татарстан",))
    assert lines(message)[0].startswith("<b>143 млн $</b>")
    assert lines(message)[-1] == "⚠️ 2021: источники расходятся"


def test_turnover_has_home_first_and_exports_their_direction() -> None:
    turned = Told(Trade(parties=("Татарстан", "Казахстан"), amount=usd(143 * MILLION)), "Оборот – 143 млн.")
    assert "товарооборот Казахстан – Татарстан" in answer(turned, kinds=("trade",)).text
    exports = Told(Trade(parties=("Татарстан", "Казахстан"), flow="export", amount=usd(MILLION)), "Экспорт – 1 млн.")
    assert "экспорт Татарстан – Казахстан" in answer(exports, kinds=("trade",)).text


def test_months_are_no_conflict_with_a_year_and_rounding_is_none() -> None:
    told = (
        Told(turnover(629 * MILLION, "Татарстан", "2021"), "За год – 629 млн.", "1"),
        Told(
            turnover(Decimal("423.3") * MILLION, "Татарстан", "2021-01", "2021-11"), "За 11 месяцев – 423,3 млн.", "2"
        ),
        Told(turnover(630 * MILLION, "Татарстан", "2021"), "За год – 630 млн.", "3"),
    )
    message = answer(*told, kinds=("trade",), parties=("Татарстан",))
    assert "расходятся" not in message.text


@pytest.mark.parametrize(
    ("language", "first", "headline"),
    [
        (
            "ru",
            "<b>За 2023 год данных нет.</b> Ближайшее:",
            "<b>Более 1,2 млрд $</b> — товарооборот Казахстан – Кыргызстан, январь–сентябрь 2024 (+1,6%)",
        ),
        (
            "kk",
            "<b>2023 жыл бойынша дерек жоқ.</b> Ең жақыны:",
            "<b>1,2 млрд доллардан астам</b> — Қазақстан – Қырғызстан тауар айналымы, "
            "2024 жылғы қаңтар–қыркүйек (+1,6%)",
        ),
        (
            "en",
            "<b>No data for 2023.</b> Nearest:",
            "<b>Over $1.2 bln</b> — trade turnover, Kazakhstan – Kyrgyzstan, January–September 2024 (+1.6%)",
        ),
    ],
)
def test_9_another_period(language: Language, first: str, headline: str) -> None:
    fact = turnover(
        Decimal("1.2") * BILLION, "Кыргызстан", "2024-01", "2024-09", qualifier="over", growth_pct=Decimal("1.6")
    )
    message = answer(
        Told(fact, "За девять месяцев – более 1,2 млрд.", "82", "2024-12-05"),
        language=language,
        relaxed=("period",),
        kinds=("trade",),
        parties=("Кыргызстан",),
        period=Period("2023", "2023"),
    )
    assert lines(message)[:2] == [first, headline]


@pytest.mark.parametrize(
    ("language", "first", "names"),
    [
        ("ru", "<b>Жапаров: кто именно?</b>", "[Акылбек Жапаров]/[Садыр Жапаров]"),
        ("kk", "<b>Жапаров: қайсысы?</b>", "[Ақылбек Жапаров]/[Садыр Жапаров]"),
        ("en", "<b>Japarov: which one?</b>", "[Akylbek Japarov]/[Sadyr Japarov]"),
    ],
)
def test_10_a_name_that_two_people_bear(language: Language, first: str, names: str) -> None:
    other = Told(Meeting(people=(Person("Садыр Жапаров"), Person("Касым-Жомарт Токаев"))), "Встретились.", "90")
    message = answer(TALKS[0], other, language=language, kinds=("meeting",), people=("Жапаров",))
    assert lines(message) == [first]
    assert labels(message.buttons) == names


@pytest.mark.parametrize(
    ("language", "read_as", "first"),
    [
        ("ru", "проекты в костанае", "<i>Прочитано: «проекты в костанае»</i>"),
        ("kk", "Қостанай жобалары", "<i>«Қостанай жобалары» деп оқылды</i>"),
        ("en", "Kazakhstan trade turnover", "<i>Read as “Kazakhstan trade turnover”</i>"),
    ],
)
def test_11_how_a_question_was_read(language: Language, read_as: str, first: str) -> None:
    message = answer(*KOSTANAY, language=language, kinds=("project",), places=("Костанай",), read_as=read_as)
    assert lines(message)[0] == first


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ru",
            [
                "<b>Не найдено: товарооборот Казахстан – Япония.</b>",
                'Ближайшее: Китай, 28,2 млрд $, январь–ноябрь 2022, <a href="https://news.example/51">без даты</a>',
            ],
        ),
        (
            "kk",
            [
                "<b>Табылмады: Қазақстан – Жапония тауар айналымы.</b>",
                "Ең жақыны: Қытай, 28,2 млрд доллар, 2022 жылғы қаңтар–қараша, "
                '<a href="https://news.example/51">күні жоқ</a>',
            ],
        ),
        (
            "en",
            [
                "<b>Not found: trade turnover, Kazakhstan – Japan.</b>",
                'Nearest: China, $28.2 bln, January–November 2022, <a href="https://news.example/51">no date</a>',
            ],
        ),
    ],
)
def test_12_nothing_found(language: Language, expected: list[str]) -> None:
    near = Told(turnover(Decimal("28.2") * BILLION, "Китай", "2022-01", "2022-11"), "С Китаем – 28,2 млрд.", "51")
    message = answer(language=language, nearest=(near,), kinds=("trade",), parties=("Япония",))
    assert lines(message) == expected


@pytest.mark.parametrize(
    ("language", "expected", "button"),
    [
        ("ru", "Погоды в базе нет. Есть проекты, товарооборот, встречи, соглашения.", "[Помощь]"),
        (
            "kk",
            "Базада ауа райы дерегі жоқ. Жобалар, тауар айналымы, кездесулер, келісімдер бар.",
            "[Көмек]",
        ),
        ("en", "No weather here. There are projects, trade, meetings, agreements.", "[Help]"),
    ],
)
def test_13_scope(language: Language, expected: str, button: str) -> None:
    message = answer(language=language, outside="weather")
    assert message.text == expected
    assert labels(message.buttons) == button
