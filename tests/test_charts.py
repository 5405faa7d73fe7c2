"""Charts show only what may be compared, worded for their reader; the picture holds what a telephone shows."""

from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from extract.model import LANGUAGES, Language, Money, Project, Trade
from handlers.charts.draw import WIDTH, draw
from handlers.charts.model import Bar, Chart
from tests.dialogue import BILLION, KOSTANAY, MILLION, UZBEKISTAN, answer, lines, turnover, usd
from tests.fakes import Told

YEARS = {"kinds": ("trade",), "parties": ("Узбекистан",), "aggregate": "by_year"}


def chart(*told: Told, language: Language = "ru", **asked: object) -> Chart:
    found = answer(*told, language=language, **asked).chart
    assert found, "no chart"
    return found


def rows(shown: Chart) -> list[tuple[str, str, str]]:
    return [(bar.label, bar.shown, bar.style) for bar in shown.bars]


def test_3_by_year_parts_and_aims_look_different_and_what_has_no_year_is_left_to_the_caption() -> None:
    shown = chart(*UZBEKISTAN, **YEARS)
    assert (shown.title, shown.unit) == ("Товарооборот Казахстан – Узбекистан", "млрд\u00a0$")
    assert rows(shown) == [
        ("2010, январь–сентябрь", "1,2", "part"),
        ("2022", "> 5", "whole"),
        ("2023, январь–ноябрь", "4,1", "part"),
        ("2030, цель", "10", "target"),
    ]
    assert shown.legend == (("part", "Неполный год"), ("target", "Цель"))
    assert shown.remark == "Неполные годы заштрихованы"
    assert shown.source == "Источники: news.example, 12.2010 – 07.08.2024"


@pytest.mark.parametrize(
    ("language", "title", "unit", "first", "remark"),
    [
        ("kk", "Қазақстан – Өзбекстан тауар айналымы", "млрд доллар", "2010 жыл, қаңтар–қыркүйек", "штрихталған"),
        ("en", "Trade turnover, Kazakhstan – Uzbekistan", "$ bln", "2010, January–September", "hatched"),
    ],
)
def test_a_chart_speaks_the_language_of_its_question(
    language: Language, title: str, unit: str, first: str, remark: str
) -> None:
    shown = chart(*UZBEKISTAN, language=language, **YEARS)
    assert (shown.title, shown.unit.replace("\u00a0", " ")) == (title, unit)
    assert shown.bars[0].label.startswith(first[:4]) and shown.remark.endswith(remark)


def test_a_whole_year_stands_for_its_parts_and_the_longest_part_for_shorter_ones() -> None:
    told = [
        Told(turnover(100 * MILLION, "Грузия", "2021-01", "2021-03"), "Квартал.", "1"),
        Told(turnover(300 * MILLION, "Грузия", "2021-01", "2021-09"), "Девять месяцев.", "2"),
        Told(turnover(500 * MILLION, "Грузия", "2022"), "Год.", "3"),
        Told(turnover(400 * MILLION, "Грузия", "2022-01", "2022-11"), "Одиннадцать месяцев.", "4"),
    ]
    shown = chart(*told, kinds=("trade",), parties=("Грузия",), aggregate="by_year")
    assert [(bar.shown, bar.style) for bar in shown.bars] == [("300", "part"), ("500", "whole")]


def test_sources_that_differ_stand_side_by_side() -> None:
    told = [
        Told(turnover(423 * MILLION, "Татарстан", "2021"), "423.", "6", "2022-06-17"),
        Told(turnover(629 * MILLION, "Татарстан", "2021"), "629.", "1"),
        Told(turnover(700 * MILLION, "Татарстан", "2022"), "700.", "2"),
    ]
    shown = chart(*told, kinds=("trade",), parties=("Татарстан",), aggregate="by_year")
    assert [bar.shown for bar in shown.bars] == ["423", "629", "700"]
    assert shown.notes == ("⚠️ 2021: источники расходятся",)


@pytest.mark.parametrize(
    "other",
    [
        Trade(parties=("Казахстан", "Узбекистан"), amount=Money(BILLION, "RUB")),
        turnover(3 * BILLION, "Узбекистан", None),
        turnover(3 * BILLION, "Китай", "2021"),
        turnover(3 * BILLION, "Узбекистан", "2016", "2020"),
    ],
    ids=["another currency", "no year", "another pair", "several years"],
)
def test_figures_that_cannot_be_compared_make_no_chart(other: Trade) -> None:
    one = Told(turnover(5 * BILLION, "Узбекистан", "2022"), "Пять.", "1")
    assert answer(one, Told(other, "Другое.", "2"), **YEARS).chart is None


def test_partners_are_compared_in_one_period_and_the_others_are_only_named() -> None:
    told = [
        Told(turnover(5 * BILLION, "Турция", "2021", qualifier="about"), "Турция: 5 млрд.", "1"),
        Told(turnover(18 * BILLION, "Китай", "2021"), "Китай: 18 млрд.", "2"),
        Told(turnover(4 * BILLION, "Узбекистан", "2022-01", "2022-06"), "Узбекистан: 4 млрд.", "3"),
    ]
    shown = chart(*told, kinds=("trade",), aggregate="by_party")
    assert (shown.title, shown.unit) == ("Товарооборот: Казахстан", "млрд\u00a0$, 2021")
    assert rows(shown) == [("Китай", "18", "whole"), ("Турция", "≈ 5", "whole")]
    assert shown.notes == ("Другой период или валюта, не сравнивается: Узбекистан",)


def test_projects_by_stage_and_by_region() -> None:
    ferry = Told(Project(name="паром", places=("Актау", "Казахстан")), "Паром.", "9")
    stages = chart(*KOSTANAY, ferry, kinds=("project",), aggregate="by_stage")
    assert rows(stages) == [
        ("Запущено", "2", "whole"),
        ("Строится", "2", "whole"),
        ("Согласовано", "1", "whole"),
        ("Стадия не указана", "1", "whole"),
    ]
    message = answer(*KOSTANAY, ferry, kinds=("project",), aggregate="by_region")
    assert message.chart and [(bar.label, bar.shown) for bar in message.chart.bars] == [
        ("Костанайская область", "5"),
        ("Мангистауская область", "1"),
    ]
    assert lines(message)[1].startswith("Костанайская область: 5 — автозавод Kia, ")


def test_samples_are_marked_in_the_picture_itself() -> None:
    told = [
        Told(turnover(year * MILLION, "Грузия", str(year)), f"Год {year}.", str(year), sample=True)
        for year in (2020, 2021)
    ]
    assert (
        "Образцы данных: не для работы"
        in chart(*told, kinds=("trade",), parties=("Грузия",), aggregate="by_year").notes
    )


def test_a_range_ends_in_a_piece_of_its_own() -> None:
    told = [
        Told(Trade(parties=("Казахстан", "Грузия"), amount=usd(BILLION, upper=2 * BILLION), period=None), "x", "0"),
        Told(turnover(BILLION, "Грузия", "2020"), "Год.", "1"),
        Told(turnover(3 * BILLION, "Грузия", "2021"), "Год.", "2"),
    ]
    assert len(chart(*told, kinds=("trade",), parties=("Грузия",), aggregate="by_year").bars) == 2
    ranged = Bar("2021", 1.0, "1–2", upper=2.0)
    assert draw(Chart("Т", "млрд $", (ranged,), "И")) != draw(Chart("Т", "млрд $", (Bar("2021", 2.0, "1–2"),), "И"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_a_png_as_wide_as_a_telephone_and_no_taller_than_telegram_takes(language: Language) -> None:
    names = ("Ә" * 60, "очень длинное название области " * 4, "$1 и $2", "<b>", "a" * 200)
    bars = tuple(Bar(name, float(number), str(number)) for number, name in enumerate(names * 2))
    pictures = [chart(*UZBEKISTAN, language=language, **YEARS), Chart("Т" * 300, "", bars, "И" * 500, notes=("$x$",))]
    for shown in pictures:
        image = Image.open(BytesIO(draw(shown)))
        assert image.format == "PNG" and image.width == WIDTH
        assert image.width + image.height < 10_000 and image.height < 20 * image.width


def test_the_same_content_has_the_same_key_and_any_other_another() -> None:
    one = Chart("Т", "млрд $", (Bar("2021", 1.0, "1"),), "И")
    assert one.key == Chart("Т", "млрд $", (Bar("2021", 1.0, "1"),), "И").key
    assert one.key != Chart("Т", "млрд $", (Bar("2021", float(Decimal("1.1")), "1,1"),), "И").key
