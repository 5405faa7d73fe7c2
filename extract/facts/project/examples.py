"""What the project rules read, and what they leave."""

from typing import Any

from extract.examples import Example


def project(name: str, **slots: Any) -> dict[str, Any]:
    """Return a record of the contract's shape with the slots that matter."""
    return {"kind": "project", "name": name, **slots}


def capacity(value: float, unit: str, per: str | None = "year") -> dict[str, Any]:
    """Return a capacity as the contract writes it."""
    return {"value": value, "unit": unit, "per": per}


def cost(amount: int, currency: str = "KZT") -> dict[str, Any]:
    """Return an exact cost as the contract writes it."""
    return {"amount": amount, "currency": currency, "qualifier": "exact"}


EXAMPLES: tuple[Example, ...] = (
    Example(
        "В Рудном построят завод по производству кабеля мощностью 12 тысяч тонн в год, стоимость – 40 млрд тенге.",
        (
            project(
                "завод по производству кабеля",
                places=["Рудный"],
                stage="planned",
                capacities=[capacity(12_000, "тонна")],
                cost=cost(40_000_000_000),
            ),
        ),
    ),
    Example(
        "Обсуждено строительство заводов по производству стального литья и рулевых колонок в Костанае "
        "(ввод запланирован на 2025-2026 годы).",
        (
            project("завод по производству стального литья", places=["Костанай"], start=None, end=2026),
            project("завод по производству рулевых колонок", places=["Костанай"], start=None, end=2026),
        ),
    ),
    Example(
        "В Павлодарской области строят мебельную фабрику. Мощность – 5 тысяч тонн в год. Цена – 9 млрд тенге. "
        "Предприятие даст 120 рабочих мест.",
        (
            project(
                "мебельная фабрика",
                places=["Павлодарская область"],
                stage="under_construction",
                capacities=[capacity(5_000, "тонна")],
                cost=cost(9_000_000_000),
                jobs=120,
            ),
        ),
    ),
    Example(
        "Завершается проект по производству в Актюбинской области удобрений. Срок реализации – 2022-2026 годы.",
        (project("производство удобрений", places=["Актюбинская область"], start=2022, end=2026),),
    ),
    Example(
        "В Уральске открыли кирпичный завод за 3 млрд тенге, а в Семее заработал цех детской обуви на 45 рабочих мест.",
        (
            project("кирпичный завод", places=["Уральск"], cost=cost(3_000_000_000), jobs=None),
            project("цех детской обуви", places=["Семей"], cost=None, jobs=45),
        ),
    ),
    Example(
        "Стороны ведут 35 совместных проектов на 2 млрд долларов.",
        (project("35 совместных проектов", count=35, cost=cost(2_000_000_000, "USD")),),
    ),
    Example(
        "Подписано соглашение о строительстве в Таразе стекольного завода за 15 млрд тенге (30 млн долларов).",
        (project("стекольный завод", places=["Тараз"], stage="agreed", cost=cost(15_000_000_000)),),
    ),
    Example(
        "В Шымкенте построят маслозавод за 8 млрд тенге, из них 3 млрд тенге – заем.",
        (project("маслозавод", places=["Шымкент"], cost=cost(8_000_000_000)),),
    ),
    Example(
        "Железная дорога «Китай – Кыргызстан – Узбекистан» обойдется в 5 млрд долларов.",
        (
            project(
                "железная дорога «Китай – Кыргызстан – Узбекистан»",
                places=["Китай", "Кыргызстан", "Узбекистан"],
                cost=cost(5_000_000_000, "USD"),
            ),
        ),
    ),
    Example(
        "Два сахарных завода общей мощностью 90 тысяч тонн в Жамбылской области уже открыты, "
        "третий, до 40 тысяч тонн, строят.",
        (
            project("два сахарных завода", count=2, capacities=[capacity(90_000, "тонна", None)]),
            project("сахарный завод", count=None, stage="under_construction"),
        ),
    ),
    Example(
        "При строительстве химического завода в Таразе будет занято 900 человек, а на самом заводе – 200 человек.",
        (project("химический завод", jobs=200),),
    ),
    Example(
        "Қостанай облысында жылына 20 мың тонна өнім шығаратын кірпіш зауыты салынады, 150 жұмыс орны ашылады.",
        (project("кирпичный завод", places=["Костанайская область"], stage="planned", jobs=150),),
    ),
    Example(
        "A cement plant worth $80 million will be built in Shymkent and create 300 jobs.",
        (project("цементный завод", places=["Шымкент"], stage="planned", cost=cost(80_000_000, "USD"), jobs=300),),
    ),
    Example(
        "The countries are implementing 40 joint projects worth $2 billion.",
        (project("40 проектов", count=40, stage="under_construction", cost=cost(2_000_000_000, "USD")),),
    ),
    Example(
        "Подписан меморандум о заводе, где будут собирать электробусы. Мощность – 2 тысячи машин в год.",
        (project("завод по сборке электробусов", stage="agreed", capacities=[capacity(2_000, "автомобиль")]),),
    ),
    Example(
        "Министр рассказал о Кербулакской ГЭС. Мощность станции – 40 МВт, стоимость – 90 млрд тенге.",
        (project("Кербулакская ГЭС", capacities=[capacity(40, "МВт", None)], cost=cost(90_000_000_000)),),
    ),
    Example(
        "Цементный завод в Таразе построят за 60 млрд тенге. Мебельная фабрика в Шу обойдется в 2 млрд.",
        (
            project("цементный завод", places=["Тараз"], cost=cost(60_000_000_000)),
            project("мебельная фабрика", places=["Шу"], cost=cost(2_000_000_000)),
        ),
    ),
    Example(
        "На завод полипропилена в Атырау потратят 2 млрд долларов, столько же выделят на завод полиэтилена.",
        (
            project("завод полипропилена", cost=cost(2_000_000_000, "USD")),
            project("завод полиэтилена", cost=cost(2_000_000_000, "USD")),
        ),
    ),
    Example(
        "На 40 млрд тенге в области построят: молочный завод на 100 тонн в сутки и птицефабрику на 5 тысяч тонн мяса.",
        (project("молочный завод", cost=None), project("птицефабрика", cost=None)),
    ),
    Example(
        "Две ветряные электростанции, на 100 и 150 МВт, построят в Жанатасе. Первую запустят в 2025 году.",
        (
            project("две ветряные электростанции", count=2),
            project("ветряная электростанция", capacities=[capacity(100, "МВт", None)], end=2025),
        ),
    ),
    Example(
        "Россия и Узбекистан прорабатывают проекты на 3 млрд долларов.",
        (project("проекты", count=None, cost=cost(3_000_000_000, "USD")),),
    ),
    Example(
        "Обсуждена модернизация трассы Кызылорда – Жезказган и строительство логистического хаба на границе.",
        (
            project("трасса Кызылорда – Жезказган", places=["Кызылорда", "Жезказган"]),
            project("логистический хаб", places=[]),
        ),
    ),
    Example(
        "Химзавод в Сатпаеве будет введен в 2027 году, временно на нем заняты 300 человек.",
        (project("химзавод", places=["Сатпаев"], stage="planned", jobs=None, end=2027),),
    ),
    Example(
        "The first factory, a cement plant, will be built in Taraz. A wind farm worth $90 million will be launched.",
        (
            project("цементный завод", places=["Тараз"], stage="planned"),
            project("ветроэлектростанция", stage="planned", cost=cost(90_000_000, "USD")),
        ),
    ),
    Example(
        "Атырауда қуаты 50 МВт күн электр станциясы іске қосылды, оған 20 млрд теңге жұмсалды.",
        (
            project(
                "солнечная электростанция",
                places=["Атырау"],
                stage="launched",
                capacities=[capacity(50, "МВт", None)],
                cost=cost(20_000_000_000),
            ),
        ),
    ),
    Example(
        "Tashkent, Uzbekistan (Alfa News) — Beta will build a steel plant worth $120 million in the Jizzakh region.",
        (project("металлургический завод", places=["Джизакская область"], cost=cost(120_000_000, "USD")),),
    ),
    Example(
        "China to build a cement plant worth $90 million in Kyrgyzstan.",
        (project("цементный завод", places=["Кыргызстан"], cost=cost(90_000_000, "USD")),),
    ),
    Example(
        "В Рудном построят цементный завод мощностью 1 млн тонн в год. Выбросы составят 200 тонн в год.",
        (project("цементный завод", places=["Рудный"], capacities=[capacity(1_000_000, "тонна")]),),
    ),
    Example(
        "В Шымкенте построят завод керамической плитки мощностью 5 млн кв. м в год.",
        (project("завод керамической плитки", places=["Шымкент"], capacities=[capacity(5_000_000, "кв. м")]),),
    ),
    Example(
        "В Алматинской области построят АЭС. Атомная станция мощностью 2400 МВт появится к 2035 году.",
        (project("АЭС", places=["Алматинская область"], capacities=[capacity(2400, "МВт", None)]),),
    ),
    Example(
        "A solar power plant will be built in Navoi region. At the first stage a 200 MW plant will be opened in 2027.",
        (project("солнечная электростанция", capacities=[capacity(200, "МВт", None)], end=2027),),
    ),
    Example(
        "В Костанае построят завод за 12 млрд тенге, создадут 300 рабочих мест.",
        (project("завод", places=["Костанай"], stage="planned", cost=cost(12_000_000_000), jobs=300),),
    ),
)

NOT_EXAMPLES: tuple[str | Example, ...] = (
    "Премьер-министр посетил машиностроительный завод и побеседовал с рабочими.",
    "В области построят завод.",
    "В селе строят дома для семей, пострадавших от паводка.",
    "Производство автомобилей выросло на 12%.",
    "С начала года в области создано 4 тысячи рабочих мест.",
    "Сырье поступает с Зыряновского обогатительного комбината.",
    "Работы идут в индустриальной зоне «Север».",
    "ТОО «Костанайский кирпичный завод» подало жалобу.",
    "Товарооборот двух стран достиг 3 млрд долларов.",
    "Рядом с цементным заводом в Таразе откроют школу.",
    "Турбины поступят с машиностроительного завода, который работает в Уральске.",
    "В свободной экономической зоне, где уже стоят восемь заводов, обсудили развитие туризма.",
    Example("Жүк көлігінің жетекші көпірі жөндеуден өтті.", language="kk"),
    "Зауытта жұмысшылар мерекені атап өтті.",
    "The plant is an important employer.",
    "Нефтегазовый комплекс Казахстана стал главной темой встречи; инвестиции составили 5 млрд долларов.",
    "Пациенты едут в индийские клиники, которые строят новые корпуса.",
    "In Poland 230 enterprises with French capital operate and employ 40,000 people.",
    "Зерно отправили по железной дороге мощностью 2 млн тонн грузов в год.",
    "Мұнай жеткізу желісі жылына 2 млн тонна өткізеді.",
    "Цементный завод в Таразе в прошлом году произвёл продукции на 27,3 млрд тенге.",
    "The minister thanked the workers of the factory.",
)
