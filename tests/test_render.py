"""Messages beyond the dialogues: what articles say is escaped, nothing is too long, nothing unequal is compared."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from aiogram.methods import SendMessage
from hypothesis import given
from hypothesis import strategies as some

from extract.model import (
    Agreement,
    Evidence,
    Fact,
    Investment,
    Kind,
    Language,
    Meeting,
    Money,
    Period,
    Person,
    Project,
    Role,
    Span,
    Statement,
)
from extract.query import Answer, Bound, Query
from handlers.keyboards import markup
from handlers.render.answer import render_answer
from handlers.render.facts import fact_message
from handlers.render.parts import Voice
from tests.dialogue import (
    BEKTENOV,
    BILLION,
    BUTADIENE,
    CABS,
    GEARS,
    KIA,
    KOSTANAY,
    POOL,
    UZBEKISTAN,
    answer,
    labels,
    lines,
    turnover,
    usd,
)
from tests.fakes import Told, hits
from tests.request_limits import complaints, parsed

VOICE = Voice("ru", date(2026, 2, 6))
EVIL = "завод <b>«A&B»</b> \"'</a>&lt;script&gt;\x00\x1b[2J"


@pytest.mark.parametrize(
    "fact",
    [
        Project(name=EVIL, places=(EVIL,), participants=(EVIL,)),
        Meeting(people=(Person(EVIL, EVIL), Person("Ли Цян")), place=EVIL, topics=(EVIL,)),
        Agreement(name=EVIL, form="memorandum", parties=(EVIL, EVIL)),
        Investment(source=(EVIL,), target=(EVIL,)),
        Statement(person=EVIL, role=EVIL, quote=EVIL),
        Role(person=EVIL, position=EVIL, organisation=EVIL),
    ],
    ids=lambda fact: fact.kind,
)
def test_what_an_article_says_is_no_markup(fact: Fact) -> None:
    told = Told(fact, EVIL, published="2024-01-01")
    for message in (fact_message([told.hit()], VOICE), answer(told, Told(CABS.fact, "Цех открыт.", "b"))):
        text, entities = parsed(message.text)
        assert "<script>" not in text and "\x1b" not in text and "\x00" not in text
        kinds = {entity["type"]["@type"].removeprefix("textEntityType") for entity in entities}
        assert kinds <= {"Bold", "TextUrl", "ExpandableBlockQuote", "BlockQuote"}


@given(some.text(max_size=3000), some.text(max_size=300), some.sampled_from(["ru", "kk", "en"]))
def test_no_article_makes_a_message_that_telegram_refuses(sentence: str, name: str, language: Language) -> None:
    told = [
        Told(Project(name=name, places=(name,), stage="agreed"), sentence or "–", f"a{number}") for number in range(9)
    ]
    message = answer(*told, language=language, kinds=("project",), text=name or "?")
    assert complaints(SendMessage(chat_id=1, text=message.text, reply_markup=markup(message.buttons))) == []
    shown = fact_message([told[0].hit()], Voice(language, VOICE.today))
    assert complaints(SendMessage(chat_id=1, text=shown.text, reply_markup=markup(shown.buttons))) == []


def test_a_quote_is_verbatim() -> None:
    sentence = "Стоимость проекта - порядка 1 миллиарда долларов & срок - 2021-2025 годы."
    message = fact_message([Told(BUTADIENE.fact, sentence).hit()], VOICE)
    assert sentence in parsed(message.text)[0]


def test_the_sentence_of_each_figure_is_quoted() -> None:
    hit = replace(
        Told(BUTADIENE.fact, "Строится комплекс.").hit(),
        evidence=(
            Evidence(Span(0, 18), "Строится комплекс.", "told", ("name",)),
            Evidence(Span(19, 39), "Стоит он 1 млрд.", "told", ("cost",)),
            Evidence(Span(40, 60), "Дадут 186 тыс. тонн.", "told", ("capacities",)),
        ),
    )
    whole = fact_message([hit], VOICE).text
    assert "<blockquote expandable>Строится комплекс.\nСтоит он 1 млрд.\nДадут 186 тыс. тонн.</blockquote>" in whole
    query = Query(text="мощность", language="ru", kinds=("project",), slot="capacity", words=("комплекс",))
    asked = render_answer(Answer(query, 1, (hit,)), VOICE).text
    assert "<blockquote expandable>Строится комплекс.\nДадут 186 тыс. тонн.</blockquote>" in asked


def test_at_most_five_things_stand_on_a_page_and_the_pages_are_numbered() -> None:
    told = [
        Told(Project(name=f"завод «Марка {number}»", stage="agreed"), f"Завод {number}.", f"a{number}")
        for number in range(14)
    ]
    found = Answer(Query(text="проекты", language="ru", kinds=("project",)), 14, hits(*told))
    shown = [render_answer(found, VOICE, first=first, keep=lambda question: 7) for first in (0, 5, 10, 99)]
    assert [message.text.count("\n") for message in shown] == [5, 5, 4, 4]
    assert [labels(message.buttons).split("/", 2)[2] for message in shown[:3]] == [
        "[1–5 / 14][›][Подписаться]", "[‹][6–10 / 14][›]", "[‹][11–14 / 14]"
    ]  # fmt: skip
    assert lines(shown[1])[1].startswith("6. Завод «Марка 5»")


def test_without_a_memory_there_are_no_pages() -> None:
    told = [Told(Project(name=f"завод «Марка {number}»"), f"Завод {number}.", f"a{number}") for number in range(7)]
    found = Answer(Query(text="проекты", language="ru", kinds=("project",)), 7, hits(*told))
    assert labels(render_answer(found, VOICE).buttons) == "[1][2][3]/[4][5]"


def test_a_count_is_at_least_where_not_all_are_at_hand() -> None:
    found = Answer(Query(text="проекты", language="ru", kinds=("project",)), 900, hits(*KOSTANAY))
    assert lines(render_answer(found, VOICE))[0] == "<b>не менее 5 проектов</b>"


def test_portfolios_are_listed_last_and_not_counted() -> None:
    message = answer(POOL, *KOSTANAY[:2], kinds=("project",), places=("Костанай",))
    shown = lines(message)
    assert shown[0] == "<b>Костанай: 2 проекта</b>"
    assert shown[3].startswith("3. Проекты кооперации · 69 проектов")
    assert shown[4] == "Пулы (1) не учтены"


def test_one_thing_from_three_articles_counts_once_and_reprints_are_no_confirmation() -> None:
    reprint = Told(KIA.fact, KIA.sentence, "copy", "2025-10-20")
    another = Told(
        Project(name="завод Kia", places=("Костанай",)), "Kia собирает машины в Костанае.", "x", "2025-10-21"
    )
    message = answer(KIA, reprint, another, kinds=("project",), places=("Костанай",))
    confirming = [line for line in lines(message) if line.startswith("О том же: ")]
    assert confirming == ['О том же: <a href="https://news.example/x">news.example</a>, 21.10.2025']


def test_the_latest_article_tells_the_stage() -> None:
    old = Told(
        Project(name="завод Kia", places=("Костанай",), stage="under_construction"), "Строят.", "old", "2023-01-01"
    )
    message = answer(old, KIA, GEARS, kinds=("project",), places=("Костанай",))
    assert " · запущен · " in lines(message)[1]


def test_a_target_is_never_shown_as_a_result() -> None:
    message = answer(UZBEKISTAN[4], kinds=("trade",), parties=("Узбекистан",))
    assert lines(message)[0] == "<b>10 млрд $</b> — цель: товарооборот Казахстан – Узбекистан, 2030"
    largest = answer(*UZBEKISTAN, kinds=("trade",), parties=("Узбекистан",), order="largest")
    assert lines(largest)[0].startswith("<b>Более 5 млрд $</b>")
    assert "Периоды разные: показатели не сравниваются" in largest.text


def test_pairs_are_ranked_only_over_one_period() -> None:
    china = Told(turnover(28 * BILLION, "Китай", "2021"), "С Китаем – 28 млрд.", "c")
    turkey = Told(turnover(4 * BILLION, "Турция", "2021"), "С Турцией – 4 млрд.", "t")
    months = Told(turnover(3 * BILLION, "Италия", "2021-01", "2021-11"), "С Италией – 3 млрд.", "i")
    same = answer(turkey, china, kinds=("trade",), parties=("Турция", "Китай"), aggregate="compare")
    assert [line[:6] for line in lines(same)[1:]] == ["1. 28 ", "2. 4 м"]
    assert "не сравниваются" not in same.text
    mixed = answer(turkey, china, months, kinds=("trade",), aggregate="by_party")
    assert lines(mixed)[-1] == "Периоды разные: показатели не сравниваются"


def test_a_question_of_jobs_shows_jobs_in_the_list() -> None:
    told = [
        Told(Project(name=f"завод «Марка {number}»", jobs=1000 + number), f"Завод {number}.", f"a{number}")
        for number in (1, 2)
    ]
    message = answer(*told, kinds=("project",), bound=Bound("jobs", "over", Decimal(1000)))
    assert lines(message)[:2] == [
        "<b>Более 1 000 рабочих мест: 2 проекта</b>",
        '1. Завод «Марка 1» · 1 001 рабочее место · <a href="https://news.example/a1">без даты</a>',
    ]


def test_sums_are_added_only_in_one_currency_and_say_over_how_many() -> None:
    rubles = Told(
        Project(name="завод «Север»", places=("Костанай",), cost=Money(BILLION, "RUB", "over")), "Север.", "n"
    )
    message = answer(*KOSTANAY, rubles, POOL, kinds=("project",), places=("Костанай",), aggregate="sum")
    assert lines(message) == [
        "<b>292,16 млрд тенге</b> — стоимость, 3 из 6: Костанай",
        "<b>Более 1 млрд рублей</b> — стоимость, 1 из 6: Костанай",
    ]


def test_nothing_is_ever_averaged_or_added_over_periods() -> None:
    message = answer(*UZBEKISTAN, kinds=("trade",), parties=("Узбекистан",), aggregate="sum")
    assert "более 5 млрд $" in message.text.replace("\u00a0", " ")


def test_a_pair_without_figures_with_home_says_so_first() -> None:
    told = Told(
        turnover(2 * BILLION, "Кыргызстан", "2023").__class__(
            parties=("Турция", "Кыргызстан"), amount=usd(2 * BILLION), period=Period("2023", "2023")
        ),
        "Турция и Кыргызстан – 2 млрд.",
    )
    message = answer(told, kinds=("trade",), parties=("Кыргызстан",))
    assert lines(message)[:2] == [
        "<b>Данных нет: товарооборот Казахстан – Кыргызстан.</b> Ближайшее:",
        "<b>2 млрд $</b> — товарооборот Турция – Кыргызстан, 2023",
    ]


def test_words_that_were_given_up_are_named() -> None:
    message = answer(*KOSTANAY, relaxed=("word:грибы",), kinds=("project",), places=("Костанай",), words=("грибы",))
    assert lines(message)[:2] == ["<b>Данных нет: «грибы».</b> Ближайшее:", "<b>Костанай: 5 проектов</b>"]


def test_sample_data_are_marked() -> None:
    told = Told(CABS.fact, CABS.sentence, sample=True)
    assert lines(answer(told, kinds=("project",)))[0] == "<i>Образцы данных: не для работы</i>"
    assert "Образцы" not in answer(CABS, kinds=("project",)).text


def test_doubt_has_its_line() -> None:
    assert "Требует проверки: низкая уверенность" in answer(Told(CABS.fact, CABS.sentence, confidence=0.3)).text
    assert "Требует проверки" not in answer(CABS).text


@pytest.mark.parametrize(
    ("fact", "kind", "headline"),
    [
        (
            Agreement(
                name="меморандум о подготовке кадров", form="memorandum", parties=("Казахстан", "Китай"), signed=False
            ),
            "agreement",
            "<b>Меморандум о подготовке кадров</b> · Казахстан – Китай · не подписан",
        ),
        (
            Agreement(name="соглашение о поставках", form="agreement", amount=usd(BILLION), date="2024-05-17"),
            "agreement",
            "<b>1 млрд $</b> — соглашение о поставках · подписано 17 мая 2024",
        ),
        (
            Investment(source=("Турция",), target=("Казахстан",), amount=usd(4 * BILLION, qualifier="over")),
            "investment",
            "<b>Более 4 млрд $</b> — инвестиции Турция – Казахстан, период не указан",
        ),
        (
            Statement(person="Ли Цян", role="премьер Китая", quote="Работа идет"),
            "statement",
            "<b>Ли Цян</b>, премьер Китая",
        ),
        (Role(person="Ли Цян", position="премьер Китая"), "role", "<b>Ли Цян</b> — премьер Китая"),
        (
            Meeting(people=(BEKTENOV, Person("Ли Цян")), place="Пекин", date="2024-05-17"),
            "meeting",
            "<b>Олжас Бектенов – Ли Цян</b> — Пекин, 17 мая 2024",
        ),
        (
            Project(name="завод «Арка»", places=("Рудный", "Казахстан"), stage="planned"),
            "project",
            "<b>Завод «Арка»</b> · Рудный · планируется",
        ),
    ],
)
def test_headlines(fact: Fact, kind: Kind, headline: str) -> None:
    assert lines(answer(Told(fact, "Так написано."), kinds=(kind,)))[0] == headline


def test_the_copied_citation_names_figure_site_and_date() -> None:
    [button, *_] = answer(KIA, kinds=("project",)).buttons[0]
    assert (button.copy or "").replace("\u00a0", " ") == (
        "131,5 млрд тенге — автозавод Kia, Костанай · запущен (news.example, 22.10.2025) https://news.example/28"
    )


def test_a_growth_alone_is_the_figure() -> None:
    fact = turnover(BILLION, "Турция", "2022", growth_pct=Decimal(-5))
    bare = type(fact)(parties=fact.parties, period=fact.period, growth_pct=fact.growth_pct)
    assert lines(answer(Told(bare, "Упал на 5%."), kinds=("trade",)))[0].startswith("<b>−5%</b> — товарооборот")
