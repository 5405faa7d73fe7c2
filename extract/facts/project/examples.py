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
        (project("35 проектов", count=35, cost=cost(2_000_000_000, "USD")),),
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
)

NOT_EXAMPLES: tuple[str, ...] = (
    "Премьер-министр посетил машиностроительный завод и побеседовал с рабочими.",
    "В области построят завод.",
    "В селе строят дома для семей, пострадавших от паводка.",
    "Производство автомобилей выросло на 12%.",
    "С начала года в области создано 4 тысячи рабочих мест.",
    "Сырье поступает с Зыряновского обогатительного комбината.",
    "Работы идут в индустриальной зоне «Север».",
    "ТОО «Костанайский кирпичный завод» подало жалобу.",
    "Товарооборот двух стран достиг 3 млрд долларов.",
    "Зауытта жұмысшылар мерекені атап өтті.",
    "The plant is an important employer.",
    "The minister thanked the workers of the factory.",
)
