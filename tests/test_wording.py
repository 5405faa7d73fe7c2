"""Numbers, money, dates and plurals as the voice guide's table has them, in three languages."""

import re
from decimal import Decimal
from typing import get_args

import pytest

from extract.model import LANGUAGES, AgreementForm, Flow, Kind, Language, Money, Per, Period, Quantity, Stage, Status
from extract.query import Slot
from handlers.locales import keys, say, values
from handlers.wording.dates import asked_period, long_date, period, short_date, year_first
from handlers.wording.money import money, sums, unit_of_sums
from handlers.wording.names import pair, person_name, place
from handlers.wording.numbers import count, number, percent, quantity
from handlers.wording.posts import post_name

BILLION = Decimal(10**9)


def spaced(text: str) -> str:
    """The text with ordinary blanks for the no-break ones."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "ru", "kk", "en"),
    [
        (Decimal(1100), "1 100", "1 100", "1,100"),
        (Decimal("78.16"), "78,16", "78,16", "78.16"),
        (Decimal(-5), "−5", "−5", "−5"),
        (Decimal(0), "0", "0", "0"),
    ],
)
def test_numbers(value: Decimal, ru: str, kk: str, en: str) -> None:
    assert [spaced(number(value, language)) for language in LANGUAGES] == [ru, kk, en]


@pytest.mark.parametrize(
    ("value", "ru", "kk", "en"),
    [
        (Money(Decimal(423_300_000), "USD"), "423,3 млн $", "423,3 млн доллар", "$423.3 mln"),
        (Money(Decimal(78_160_000_000), "KZT"), "78,16 млрд тенге", "78,16 млрд теңге", "78.16 bln tenge"),
        (Money(4 * BILLION, "RUB"), "4 млрд рублей", "4 млрд рубль", "4 bln rubles"),
        (Money(BILLION, "USD", "about"), "около 1 млрд $", "шамамен 1 млрд доллар", "about $1 bln"),
        (Money(BILLION, "USD", "over"), "более 1 млрд $", "1 млрд доллардан астам", "over $1 bln"),
        (Money(BILLION, "USD", "under"), "менее 1 млрд $", "1 млрд доллардан аз", "under $1 bln"),
        (Money(BILLION, "USD", "up_to"), "до 1 млрд $", "1 млрд долларға дейін", "up to $1 bln"),
        (Money(BILLION, "KZT", "over"), "более 1 млрд тенге", "1 млрд теңгеден астам", "over 1 bln tenge"),
        (Money(BILLION, "EUR", "up_to"), "до 1 млрд евро", "1 млрд еуроға дейін", "up to €1 bln"),
        (Money(Decimal(21), "RUB"), "21 рубль", "21 рубль", "21 rubles"),
        (Money(Decimal("1.5") * BILLION, "USD", upper=2 * BILLION), "1,5–2 млрд $", "1,5–2 млрд доллар", "$1.5–2 bln"),
        (Money(Decimal(500_000), "USD"), "500 тыс. $", "500 мың доллар", "$500,000"),
        (Money(Decimal(1_234_567), "KZT"), "1 234 567 тенге", "1 234 567 теңге", "1,234,567 tenge"),
        (Money(Decimal("12.5") * 10**12, "KZT"), "12,5 трлн тенге", "12,5 трлн теңге", "12.5 trln tenge"),
        (Money(7 * BILLION, "XTS"), "7 млрд XTS", "7 млрд XTS", "7 bln XTS"),
    ],
)
def test_money(value: Money, ru: str, kk: str, en: str) -> None:
    assert [spaced(money(value, language)) for language in LANGUAGES] == [ru, kk, en]


def test_no_blank_in_a_sum_may_break() -> None:
    assert " " not in money(Money(Decimal(423_300_000), "USD"), "ru")
    assert " " not in money(Money(Decimal(1_100), "KZT"), "kk")


@pytest.mark.parametrize(
    ("value", "ru", "kk", "en"),
    [
        (
            Quantity(Decimal(186_000), "тонна", "year"),
            "186 тыс. тонн в год",
            "жылына 186 мың тонна",
            "186,000 tonnes a year",
        ),
        (Quantity(Decimal("1.5"), "тонна"), "1,5 тонны", "1,5 тонна", "1.5 tonnes"),
        (Quantity(Decimal(21), "трактор"), "21 трактор", "21 трактор", "21 tractors"),
        (Quantity(Decimal(1), "автобус"), "1 автобус", "1 автобус", "1 bus"),
        (
            Quantity(Decimal(3_500_000), "шина", "year"),
            "3,5 млн шин в год",
            "жылына 3,5 млн шина",
            "3.5 mln tyres a year",
        ),
        (Quantity(Decimal(1100), "МВт"), "1 100 МВт", "1 100 МВт", "1,100 MW"),
        (Quantity(Decimal(50), "км", None, "over"), "более 50 км", "кемінде 50 км", "over 50 km"),
        (Quantity(Decimal(7), "метр ткани"), "7 метр ткани", "7 метр ткани", "7 метр ткани"),
    ],
)
def test_quantities(value: Quantity, ru: str, kk: str, en: str) -> None:
    assert [spaced(quantity(value, language)) for language in LANGUAGES] == [ru, kk, en]


@pytest.mark.parametrize(
    ("value", "ru", "en"),
    [(Decimal("20.5"), "+20,5%", "+20.5%"), (Decimal(-5), "−5%", "−5%"), (Decimal(0), "0%", "0%")],
)
def test_changes(value: Decimal, ru: str, en: str) -> None:
    assert (percent(value, "ru"), percent(value, "en")) == (ru, en)


@pytest.mark.parametrize(
    ("amount", "ru", "kk", "en"),
    [
        (0, "проектов", "жоба", "projects"),
        (1, "проект", "жоба", "project"),
        (2, "проекта", "жоба", "projects"),
        (5, "проектов", "жоба", "projects"),
        (11, "проектов", "жоба", "projects"),
        (14, "проектов", "жоба", "projects"),
        (21, "проект", "жоба", "projects"),
        (24, "проекта", "жоба", "projects"),
        (101, "проект", "жоба", "projects"),
        (111, "проектов", "жоба", "projects"),
    ],
)
def test_counts(amount: int, ru: str, kk: str, en: str) -> None:
    counts = [spaced(count(amount, "project", language)) for language in LANGUAGES]
    assert counts == [f"{amount} {noun}" for noun in (ru, kk, en)]


@pytest.mark.parametrize(
    ("iso", "ru", "kk", "en"),
    [
        ("2022-01-24", "24.01.2022", "24.01.2022", "24 Jan 2022"),
        ("2010-12", "12.2010", "12.2010", "Dec 2010"),
        ("2010", "2010", "2010", "2010"),
        (None, "без даты", "күні жоқ", "no date"),
    ],
)
def test_dates_of_sources(iso: str | None, ru: str, kk: str, en: str) -> None:
    assert [short_date(iso, language) for language in LANGUAGES] == [ru, kk, en]


def test_days_in_words() -> None:
    days = [long_date("2022-01-24", language) for language in LANGUAGES]
    assert days == ["24 января 2022", "2022 жылғы 24 қаңтар", "24 January 2022"]


@pytest.mark.parametrize(
    ("first", "last", "ru", "kk", "en"),
    [
        ("2021-01", "2021-11", "январь–ноябрь 2021", "2021 жылғы қаңтар–қараша", "January–November 2021"),
        ("2022-01", "2022-03", "I квартал 2022", "2022 жылғы I тоқсан", "Q1 2022"),
        ("2021", "2025", "2021–2025", "2021–2025 жж.", "2021–2025"),
        ("2021", "2021", "2021", "2021 жыл", "2021"),
        ("2021-01", "2021-12", "2021", "2021 жыл", "2021"),
        ("2021-05", "2021-05", "май 2021", "2021 жылғы мамыр", "May 2021"),
        (
            "2021-11",
            "2022-03",
            "ноябрь 2021 – март 2022",
            "2021 жылғы қараша – 2022 жылғы наурыз",
            "November 2021 – March 2022",
        ),
        ("2022-01-24", "2022-01-24", "24 января 2022", "2022 жылғы 24 қаңтар", "24 January 2022"),
    ],
)
def test_periods(first: str, last: str, ru: str, kk: str, en: str) -> None:
    assert [period(Period(first, last), language) for language in LANGUAGES] == [ru, kk, en]


def test_periods_behind_a_preposition_and_in_a_column() -> None:
    assert asked_period(Period("2023", "2023"), "ru") == "2023 год"
    assert asked_period(Period("2021-01", "2021-11"), "ru") == "январь–ноябрь 2021"
    assert year_first(Period("2010-01", "2010-09"), "ru") == "2010, январь–сентябрь"
    assert year_first(Period("2022", "2022"), "kk") == "2022"


def test_several_sums_share_their_currency() -> None:
    both = [Money(Decimal(423_000_000), "USD"), Money(Decimal(629_000_000), "USD")]
    assert spaced(sums(both, "ru")) == "423 и 629 млн $"
    assert spaced(sums(both, "kk")) == "423 және 629 млн доллар"
    assert spaced(sums(both, "en")) == "$423 and 629 mln"
    assert spaced(sums([both[0], Money(Decimal(5_000_000), "EUR")], "ru")) == "423 млн $, 5 млн евро"


def test_a_column_has_one_unit_where_its_sums_share_a_currency() -> None:
    column = [Money(Decimal("1.2") * BILLION, "USD"), Money(5 * BILLION, "USD", "over")]
    unit = unit_of_sums(column, "ru")
    assert unit and spaced(unit[1]) == "млрд $"
    assert unit_of_sums([*column, Money(BILLION, "EUR")], "ru") is None


def test_names_are_shown_as_each_language_has_them_and_never_declined() -> None:
    assert pair(("Казахстан", "Грузия"), "ru") == "Казахстан – Грузия"
    assert pair(("Казахстан", "Грузия"), "kk") == "Қазақстан – Грузия"
    assert pair(("Казахстан", "Грузия"), "en") == "Kazakhstan – Georgia"
    assert place(("Казахстан", "Костанайская область", "Костанай"), "kk") == "Қостанай"
    assert place(("Казахстан",), "en") == "Kazakhstan"
    assert person_name("Касым-Жомарт Токаев", "en") == "Kassym-Jomart Tokayev"
    assert person_name("Касым-Жомарт Токаев", "kk") == "Қасым-Жомарт Тоқаев"
    assert person_name("Иван Мельник", "en") == "Ivan Melnik"


@pytest.mark.parametrize(
    ("stored", "kk", "en"),
    [
        ("президент Узбекистана", "Өзбекстан президенті", "president of Uzbekistan"),
        ("министр иностранных дел Китая", "Қытай сыртқы істер министрі", "foreign minister of China"),
        ("аким Костанайской области", "Қостанай облысы әкімі", "akim of Kostanay region"),
        ("президент", "президент", "president"),
        ("министр торговли и промышленности Китая", "министр торговли и промышленности Китая", None),
        ("президент компании «Арка»", "президент компании «Арка»", None),
    ],
)
def test_posts_are_told_in_other_languages_only_where_they_are_known(stored: str, kk: str, en: str | None) -> None:
    assert [post_name(stored, language) for language in LANGUAGES] == [stored, kk, en or stored]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_exists_in_every_language(language: Language) -> None:
    assert keys(language) == keys("ru")


@pytest.mark.parametrize(
    ("table", "values_of"),
    [
        ("flow", Flow),
        ("status", Status),
        ("stage", Stage),
        ("stage_count", Stage),
        ("signed", AgreementForm),
        ("unsigned", AgreementForm),
        ("count", AgreementForm),
        ("kind", AgreementForm),
        ("kind", Kind),
        ("count", Kind),
        ("per", Per),
        ("slot", Slot),
    ],
)
def test_every_value_of_the_model_has_its_word(table: str, values_of: object) -> None:
    assert {f"{table}.{value}" for value in get_args(values_of)} <= keys("ru")


def placeholders(text: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(text)))


@pytest.mark.parametrize("key", sorted(key for key in keys("ru") if not key.startswith(("count.", "currency."))))
def test_every_language_fills_in_the_same(key: str) -> None:
    both = {"quarter", "number"}  # Roman in Russian and Kazakh, Arabic in English
    russian = placeholders(values("ru")[key]) - both
    assert all(placeholders(values(language)[key]) - both == russian for language in LANGUAGES)


NEVER = {
    "praise and apology": re.compile(
        r"к сожалению|извин|пожалуйста|впечатля|unfortunately|sorry|\bplease\b|өкініш|кешір", re.I
    ),
    "an exclamation mark": re.compile("!"),
    "the letter": re.compile("[ёЁ]"),
    "the bot of itself": re.compile(r"\b(?:я|мне|мой|I|me|менің|маған)\b"),
    "a guess": re.compile(r"возможно|имели в виду|did you mean|maybe", re.I),
    "an unnamed source": re.compile(r"по данным СМИ|media report", re.I),
    "an average": re.compile(r"в среднем|on average|орта есеппен", re.I),
    "a picture": re.compile("[\U0001f300-\U0001faff]"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", NEVER.values(), ids=NEVER.keys())
def test_what_is_never_written(language: Language, pattern: re.Pattern[str]) -> None:
    assert [text for text in map(str, values(language).values()) if pattern.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_have_no_symbols(language: Language) -> None:
    labels = [str(text) for key, text in values(language).items() if key.startswith("button.")]
    assert labels and not [label for label in labels if re.search(r"[^\w\s]", label)]


def test_an_unknown_text_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("ru", "answer.of_nothing")
