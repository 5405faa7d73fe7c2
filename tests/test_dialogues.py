"""The dialogues of the voice guide where there is an answer: line by line, over facts made here."""

from decimal import Decimal

import pytest

from extract.model import Language, Money, Project
from tests.dialogue import (
    BILLION,
    BUTADIENE,
    BUTADIENE_AGAIN,
    KIA,
    KOSTANAY,
    MILLION,
    POOL,
    TALKS,
    UZBEKISTAN,
    answer,
    labels,
    lines,
    turnover,
    usd,
)
from tests.fakes import Told


def test_1_projects_of_a_place() -> None:
    message = answer(*KOSTANAY, kinds=("project",), places=("Костанай",))
    assert lines(message) == [
        "<b>Костанай: 5 проектов</b>",
        "1. Автозавод Kia · запущен · 131,5 млрд тенге · 70 тыс. автомобилей в год · "
        '<a href="https://news.example/28">22.10.2025</a>',
        "2. Завод главных передач · строится · 82,5 млрд тенге · срок 2024 прошел · "
        '<a href="https://news.example/21">без даты</a>',
        '3. Завод чугунного литья · строится · 78,16 млрд тенге · <a href="https://news.example/21">без даты</a>',
        '4. Цех кабин тракторов BELARUS · запущен · <a href="https://news.example/32">без даты</a>',
        '5. Завод телевизоров · согласован · <a href="https://news.example/50">без даты</a>',
    ]
    assert labels(message.buttons) == "[1][2][3]/[4][5][Подписаться]/[Диаграмма][Excel]"


@pytest.mark.parametrize(
    ("language", "headline", "source"),
    [
        ("ru", "<b>190 млн $</b> — товарооборот Казахстан – Грузия, январь–июнь 2023 (+30%)", "Источник: "),
        (
            "kk",
            "<b>190 млн доллар</b> — Қазақстан – Грузия тауар айналымы, 2023 жылғы қаңтар–маусым (+30%)",
            "Дереккөз: ",
        ),
        ("en", "<b>$190 mln</b> — trade turnover, Kazakhstan – Georgia, January–June 2023 (+30%)", "Source: "),
    ],
)
def test_2_trade_of_a_pair(language: Language, headline: str, source: str) -> None:
    sentence = "За полгода Казахстан и Грузия нарастили товарооборот на 30%, до $190 млн."
    fact = turnover(190 * MILLION, "Грузия", "2023-01", "2023-06", growth_pct=Decimal(30))
    message = answer(Told(fact, sentence, "92", "2023-08-01"), language=language, kinds=("trade",), parties=("Грузия",))
    first, quoted, last = lines(message)
    assert first == headline
    assert quoted == f"<blockquote expandable>{sentence}</blockquote>"
    day = "1 Aug 2023" if language == "en" else "01.08.2023"
    assert last == f'{source}<a href="https://news.example/92">news.example</a>, {day}'


def test_3_by_year() -> None:
    message = answer(*UZBEKISTAN, kinds=("trade",), parties=("Узбекистан",), aggregate="by_year")
    assert lines(message) == [
        "<b>Товарооборот Казахстан – Узбекистан, млрд $</b>",
        '2010, январь–сентябрь: 1,2 · <a href="https://news.example/39">12.2010</a>',
        '2022: более 5 · <a href="https://news.example/45">07.08.2024</a>',
        '2023, январь–ноябрь: 4,1 · <a href="https://news.example/46">08.01.2024</a>',
        '2030, цель: 10 · <a href="https://news.example/46">08.01.2024</a>',
        'Год не указан: 1,9 · <a href="https://news.example/35">без даты</a>',
    ]


def test_a_pair_with_several_periods_shows_the_latest_result_and_lists_the_others() -> None:
    message = answer(*UZBEKISTAN, kinds=("trade",), parties=("Узбекистан",))
    shown = lines(message)
    assert shown[0] == "<b>4,1 млрд $</b> — товарооборот Казахстан – Узбекистан, январь–ноябрь 2023"
    assert shown[3:] == [
        "Другие показатели:",
        '1. 2022: более 5 млрд $ · <a href="https://news.example/45">07.08.2024</a>',
        '2. январь–сентябрь 2010: 1,2 млрд $ · <a href="https://news.example/39">12.2010</a>',
        '3. период не указан: 1,9 млрд $ · <a href="https://news.example/35">без даты</a>',
        '4. 2030, цель: 10 млрд $ · <a href="https://news.example/46">08.01.2024</a>',
    ]
    assert labels(message.buttons) == "[1][2][3]/[4][По годам][Подписаться]/[Сравнить][Excel]"


def test_4_the_largest_is_sought_in_each_currency_and_among_single_projects() -> None:
    zone = Told(
        Project(name="российская промышленная зона", places=("Порт-Саид",), stage="agreed", cost=usd(7 * BILLION)),
        "В промышленную зону вложат 7 млрд долларов.",
        "125",
        "2018-03-08",
    )
    cluster = Told(
        Project(name="хлопково-текстильный кластер", cost=Money(200 * BILLION, "KZT", "over")), "Кластер строят.", "59"
    )
    pool = Told(Project(name="десять заводов", count=10, cost=usd(9 * BILLION)), "Десять заводов за 9 млрд.", "60")
    message = answer(KIA, zone, cluster, pool, kinds=("project",), order="largest")
    assert lines(message) == [
        "<b>7 млрд $</b> — российская промышленная зона, Порт-Саид · согласован",
        'В тенге: более 200 млрд тенге, Хлопково-текстильный кластер, <a href="https://news.example/59">без даты</a>',
        "Пулы не учтены",
        "<blockquote expandable>В промышленную зону вложат 7 млрд долларов.</blockquote>",
        'Источник: <a href="https://news.example/125">news.example</a>, 08.03.2018',
    ]
    assert labels(message.buttons) == "[Список][Копировать][Статья]/[Подписаться][Диаграмма][Excel]"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "ru",
            [
                "<b>5 проектов</b> — Костанайская область",
                "Запущено: 2 — автозавод Kia, цех кабин тракторов BELARUS",
                "Строится: 2 — завод главных передач, завод чугунного литья",
                "Согласовано: 1 — завод телевизоров",
                "Пулы (1) не учтены",
            ],
        ),
        (
            "kk",
            [
                "<b>5 жоба</b> — Қостанай облысы",
                "Іске қосылды: 2 — автозавод Kia, цех кабин тракторов BELARUS",
                "Салынып жатыр: 2 — завод главных передач, завод чугунного литья",
                "Келісілді: 1 — завод телевизоров",
                "Пулдар (1) есепке кірмейді",
            ],
        ),
        (
            "en",
            [
                "<b>5 projects</b> — Kostanay region",
                "Launched: 2 — автозавод Kia, цех кабин тракторов BELARUS",
                "Under construction: 2 — завод главных передач, завод чугунного литья",
                "Agreed: 1 — завод телевизоров",
                "Pools (1) not counted",
            ],
        ),
    ],
)
def test_5_count_by_stage(language: Language, expected: list[str]) -> None:
    again = Told(
        Project(name="автозавод Kia", places=("Костанай",), stage="launched"),
        "Kia выпускает машины.",
        "29",
        "2025-01-09",
    )
    message = answer(
        *KOSTANAY,
        again,
        POOL,
        language=language,
        kinds=("project",),
        places=("Костанайская область",),
        aggregate="count",
    )
    assert lines(message) == expected


def test_6_meetings_of_a_person() -> None:
    message = answer(*TALKS, kinds=("meeting",), people=("Бектенов",))
    assert lines(message) == [
        "<b>Олжас Бектенов: 3 встречи</b>",
        '1. Акылбек Жапаров, глава кабмина Кыргызстана — Бишкек · <a href="https://news.example/82">05.12.2024</a>',
        '2. Адылбек Касымалиев, глава кабмина Кыргызстана — Астана · <a href="https://news.example/85">без даты</a>',
        '3. Чжан Цихай, Xinjiang Lihua · <a href="https://news.example/59">без даты</a>',
    ]
    assert labels(message.buttons) == "[1][2][3]/[Подписаться][Excel]"


def test_7_the_cost_of_a_project() -> None:
    message = answer(BUTADIENE, BUTADIENE_AGAIN, kinds=("project",), slot="cost", words=("бутадиен",))
    shown = lines(message)
    assert shown[0] == "<b>Около 1 млрд $</b> — проект «Бутадиен», Атырауская область"
    assert shown[1] == 'Та же сумма: <a href="https://news.example/13">news.example</a>, 05.02.2021'
    assert shown[-1] == 'Источник: <a href="https://news.example/seed">news.example</a>, 24.01.2022'


@pytest.mark.parametrize(
    ("slot", "headline"),
    [
        ("capacity", "<b>186 тыс. тонн в год</b> — мощность: проект «Бутадиен», Атырауская область"),
        ("jobs", "<b>Не указано</b> — рабочие места: проект «Бутадиен», Атырауская область"),
        ("end", "<b>Не указано</b> — срок ввода: проект «Бутадиен», Атырауская область"),
    ],
)
def test_what_the_text_does_not_state_is_not_stated(slot: str, headline: str) -> None:
    message = answer(BUTADIENE, KIA, kinds=("project",), slot=slot, words=("бутадиен",))
    assert lines(message)[0] == headline
