"""Where sentences end, and which lines are no text."""

import pytest

from extract.segment import LONGEST, is_junk, recase, segment


def sentences(text: str) -> list[str]:
    return [text[piece.span.start : piece.span.stop] for piece in segment(text) if not piece.junk]


@pytest.mark.parametrize(
    "text, count",
    [
        ("Оборот составил 630 млн. долларов. Рост продолжится.", 2),
        ("Построено 200 тыс. кв. м жилья. Работы идут.", 2),
        ("В 2021 г. Казахстан увеличил вывоз зерна.", 1),
        ("Договор подписали И. Иванов и П. Петров.", 1),
        ("Shanghai Electric Co. Ltd. signed a deal. Work began.", 2),
        ("Экспорт 137,8 млн. АҚШ доллары болды.", 1),
        ("Первая строка\nВторая строка", 2),
        ("2022 ж. сауда көлемі өсті. Жоба басталды.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "line",
    [
        "Фото: пресс-служба",
        "© Агентство",
        "Читайте также: новости дня",
        "USD 539,4",
        "$ 450.1 € 489.0",
        "12:45",
        "16+",
        "—",
    ],
)
def test_junk(line: str) -> None:
    assert is_junk(line)


@pytest.mark.parametrize(
    "line", ["Фотография века показана на выставке.", "12 заводов запущено", "$450 млн вложат в завод"]
)
def test_running_text_is_no_junk(line: str) -> None:
    assert not is_junk(line)


@pytest.mark.parametrize(
    "line",
    [
        "date 2026-01-14 В Павлодаре строят завод.",
        "2026-01-14 10:30 В Павлодаре строят завод.",
        "12:30 14.01.2026 В Павлодаре строят завод.",
        "14.01.2026, 12:30 В Павлодаре строят завод.",
    ],
)
def test_the_date_of_the_page_is_no_part_of_its_first_sentence(line: str) -> None:
    assert [line[one.span.start : one.span.stop] for one in segment(line) if not one.junk] == [
        "В Павлодаре строят завод."
    ]


@pytest.mark.parametrize("line", ["14.01.2026 подписан меморандум.", "2026 год начался со встречи."])
def test_a_date_of_the_text_stays_in_it(line: str) -> None:
    assert [line[one.span.start : one.span.stop] for one in segment(line)] == [line]


def test_what_never_ends_is_cut_at_blanks() -> None:
    pieces = sentences("завод, " * 2000)
    assert max(map(len, pieces)) <= LONGEST and {piece[:5] for piece in pieces} == {"завод"}
    assert [len(piece) for piece in sentences("а" * 4000)] == [LONGEST, LONGEST, 4000 - 2 * LONGEST]


def test_capitals_of_a_dateline_become_names_letter_for_letter() -> None:
    line = "НУР-СУЛТАН. 24 ЯНВАРЯ - Премьер-министр РК встретился"
    assert recase(line).startswith("Нур-Султан. 24 Января - Премьер")
    assert len(recase(line)) == len(line)
