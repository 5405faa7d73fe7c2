"""Answers as files: every slot a column, the sentence and the link beside it, nothing that a spreadsheet would run."""

import csv
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile

from extract.model import LANGUAGES, Agreement, Fact, Investment, Language, Meeting, Money, Person, Role, Statement
from handlers.export import file_name
from handlers.files.formats import csv_bytes, xlsx_bytes
from handlers.files.table import table_of
from handlers.render.parts import Voice, citation
from storage import Store
from tests.dialogue import BUTADIENE, KIA, KOSTANAY, TALKS, UZBEKISTAN
from tests.fakes import Chat, Told, hits, keep, memory_store

KINDS: tuple[Fact, ...] = (
    KIA.fact,
    UZBEKISTAN[1].fact,
    Meeting(people=(Person("Олжас Бектенов", "премьер-министр"),), place="Астана", date="2024-12-05", topics=("газ",)),
    Agreement(name="меморандум", form="memorandum", parties=("Казахстан", "Китай"), date="2024-05"),
    Investment(source=("Китай",), target=("Казахстан",), amount=Money(Decimal("1.5") * 10**9, "USD", "over")),
    Statement(person="Олжас Бектенов", role="премьер-министр", quote="Построим"),
    Role(person="Олжас Бектенов", position="премьер-министр", organisation="Правительство"),
)


def table(*told: Told, language: Language = "ru") -> list[dict[str, str]]:
    delimiter = "," if language == "en" else ";"
    text = csv_bytes(table_of(hits(*told), language), language).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter))


def cells(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))


def test_a_row_holds_every_slot_the_sentence_and_the_link() -> None:
    [row] = table(KIA)
    assert row["Вид"] == "проект" and row["Название"] == "автозавод Kia" and row["Место"] == "Костанай"
    assert (row["Сумма"], row["Валюта"], row["Точность"]) == ("131500000000", "KZT", "точно")
    assert row["Мощность"].replace("\u00a0", " ") == "70 тыс. автомобилей в год"
    assert row["Предложение из статьи"] == KIA.sentence
    assert (row["Ссылка"], row["Опубликовано"]) == ("https://news.example/28", "2025-10-22")
    assert row["Рабочие места"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_of_all_kinds_share_one_table(language: Language) -> None:
    told = [Told(fact, "Так сказано.", str(number)) for number, fact in enumerate(KINDS)]
    made = table_of(hits(*told), language)
    assert len(set(made.headings)) == len(made.headings)
    assert {len(row) for row in made.rows} == {len(made.keys)}
    assert all(any(row[made.keys.index(key)] is not None for row in made.rows) for key in ("date", "amount", "people"))
    assert csv_bytes(made, language)[:3] == b"\xef\xbb\xbf"


def test_numbers_are_written_as_the_readers_excel_reads_them() -> None:
    fact = UZBEKISTAN[1].fact
    told = Told(fact, "Полтора.", "1", confidence=0.75)
    assert table(told)[0]["Уверенность"] == "0,75"
    assert table(told, language="en")[0]["Confidence"] == "0.75"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "|"])
def test_a_text_is_never_a_formula(start: str) -> None:
    fact = Statement(person="Автор", quote=f'{start}HYPERLINK("https://bad.example")')
    [row] = table(Told(fact, "Так сказано."))
    assert row["Слова"].startswith(f"'{start}")
    assert "<f>" not in cells(xlsx_bytes(table_of(hits(Told(fact, "=1+1")), "ru"), "ru", "т"))


def test_the_workbook_survives_characters_that_no_workbook_holds() -> None:
    fact = Statement(person="\ud800А\x00", quote="\x0b" + "ж" * 40_000)
    text = cells(xlsx_bytes(table_of(hits(Told(fact, "s")), "kk"), "kk", "t"))
    assert "ж" * 100 in text and "\ud800" not in text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("проекты в Костанае", "проекты в Костанае"),
        ("../../etc/passwd", ".. etc passwd".strip(". ")),
        ("???", "coopbot"),
        ("a\u202eb\x00c", "a b c"),
        ("слово " * 40, ("слово " * 9).strip()),
    ],
)
def test_a_file_is_named_by_its_question(question: str, name: str) -> None:
    assert file_name(question) == name


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as store:
        keep(store, [*KOSTANAY, BUTADIENE, *TALKS])
        yield store


async def test_an_answer_is_taken_away_as_a_workbook_and_then_as_csv(store: Store) -> None:
    chat = Chat(store)
    await chat.says("проекты в Костанае")
    assert await chat.presses("Excel") == "<b>5 фактов</b>: проекты в Костанае"
    await chat.presses("CSV")
    sent = [one.document for one in chat.session.requests if isinstance(one, SendDocument)]
    files = [one for one in sent if isinstance(one, BufferedInputFile)]
    assert [one.filename for one in files] == [
        "проекты в Костанае 2026-02-06.xlsx",
        "проекты в Костанае 2026-02-06.csv",
    ]
    assert files[1].data.decode("utf-8-sig").count("https://news.example/") == 5
    assert zipfile.is_zipfile(BytesIO(files[0].data))


async def test_a_file_of_a_forgotten_question_is_not_made_up(store: Store) -> None:
    chat = Chat(store)
    await chat.says("проекты в Костанае")
    buttons = list(chat.session.buttons)
    with memory_store() as empty:
        later = Chat(empty, session=chat.session)
        later.session.buttons = buttons
        await later.presses("Excel")
    assert not chat.sent("sendDocument")


def test_a_citation_always_fits_and_always_names_its_source() -> None:
    voice = Voice("ru", date(2026, 2, 6))
    [hit] = hits(KIA)
    assert citation("131,5 млрд тенге", hit, voice).endswith("(news.example, 22.10.2025) https://news.example/28")
    long = citation("очень длинное название " * 40, hit, voice)
    assert len(long) <= 256 and "…" in long and "(news.example, 22.10.2025)" in long
