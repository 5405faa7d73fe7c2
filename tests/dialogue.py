"""What a dialogue of the voice guide is tested with: a question as it was read, facts to find, lines to compare."""

from datetime import date
from decimal import Decimal
from typing import Any

from extract.model import Language, Meeting, Money, Period, Person, Project, Quantity, Trade
from extract.query import Answer, Query
from handlers.keyboards import Rows
from handlers.render.answer import render_answer
from handlers.render.parts import Message, Voice
from tests.fakes import Told, hits
from tests.request_limits import parsed

TODAY = date(2026, 2, 6)
MILLION, BILLION = Decimal(10**6), Decimal(10**9)


def answer(
    *told: Told, language: Language = "ru", relaxed: tuple[str, ...] = (), nearest: tuple[Told, ...] = (), **asked: Any
) -> Message:
    """What the bot says to a question that was read as `asked` and found `told`."""
    query = Query(text=asked.pop("text", "вопрос"), language=language, **asked)
    found = Answer(query, len(told), hits(*told), relaxed, hits(*nearest))
    message = render_answer(found, Voice(language, TODAY), keep=lambda question: 7)
    parsed(message.text)  # TDLib takes it
    return message


def lines(message: Message) -> list[str]:
    """The lines of a message; no-break blanks as ordinary ones, links as [date]."""
    text = message.text.replace("\u00a0", " ")
    return text.split("\n")


def labels(rows: Rows) -> str:
    """The buttons as the guide writes them: "[1][2][3]/[4]"."""
    return "/".join("".join(f"[{button.label}]" for button in row) for row in rows)


def usd(amount: Decimal, **how: Any) -> Money:
    return Money(amount, "USD", **how)


def turnover(amount: Decimal, party: str, first: str | None, last: str | None = None, **more: Any) -> Trade:
    period = Period(first, last or first) if first else None
    hedge = more.pop("qualifier", "exact")
    return Trade(parties=("Казахстан", party), amount=usd(amount, qualifier=hedge), period=period, **more)


KIA = Told(
    Project(
        name="автозавод Kia",
        places=("Костанай",),
        stage="launched",
        cost=Money(Decimal("131.5") * BILLION, "KZT"),
        capacities=(Quantity(Decimal(70_000), "автомобиль", "year"),),
    ),
    "В Костанае заработал автозавод Kia.",
    "28",
    "2025-10-22",
)
GEARS = Told(
    Project(
        name="завод главных передач",
        places=("Костанай",),
        stage="under_construction",
        cost=Money(Decimal("82.5") * BILLION, "KZT"),
        end=2024,
    ),
    "Завод главных передач достроят в 2024 году.",
    "21",
)
FOUNDRY = Told(
    Project(
        name="завод чугунного литья",
        places=("Костанайская область",),
        stage="under_construction",
        cost=Money(Decimal("78.16") * BILLION, "KZT"),
    ),
    "На заводе чугунного литья монтируют печи.",
    "21",
)
CABS = Told(
    Project(name="цех кабин тракторов BELARUS", places=("Костанай",), stage="launched"), "Цех кабин открыт.", "32"
)
TELEVISIONS = Told(
    Project(name="завод телевизоров", places=("Костанай",), stage="agreed"), "О заводе телевизоров договорились.", "50"
)
KOSTANAY = (KIA, GEARS, FOUNDRY, CABS, TELEVISIONS)
POOL = Told(Project(name="проекты кооперации", places=("Костанай",), count=69), "Идет работа над 69 проектами.", "51")


UZBEKISTAN = (
    Told(
        turnover(5 * BILLION, "Узбекистан", "2022", qualifier="over"), "За 2022 год – более 5 млрд.", "45", "2024-08-07"
    ),
    Told(
        turnover(Decimal("1.2") * BILLION, "Узбекистан", "2010-01", "2010-09"),
        "За девять месяцев 2010 года – 1,2 млрд.",
        "39",
        "2010-12",
    ),
    Told(
        turnover(Decimal("4.1") * BILLION, "Узбекистан", "2023-01", "2023-11"),
        "За 11 месяцев 2023 года – 4,1 млрд.",
        "46",
        "2024-01-08",
    ),
    Told(turnover(Decimal("1.9") * BILLION, "Узбекистан", None), "Оборот достиг 1,9 млрд.", "35"),
    Told(turnover(10 * BILLION, "Узбекистан", "2030", status="target"), "К 2030 году – 10 млрд.", "46", "2024-01-08"),
)


BEKTENOV = Person("Олжас Бектенов", "премьер-министр Казахстана")
TALKS = (
    Told(
        Meeting(people=(BEKTENOV, Person("Акылбек Жапаров", "глава кабмина Кыргызстана")), place="Бишкек"),
        "Бектенов и Жапаров обсудили торговлю.",
        "82",
        "2024-12-05",
    ),
    Told(
        Meeting(people=(BEKTENOV, Person("Адылбек Касымалиев", "глава кабмина Кыргызстана")), place="Астана"),
        "Бектенов принял Касымалиева.",
        "85",
    ),
    Told(
        Meeting(people=(BEKTENOV, Person("Чжан Цихай", "Xinjiang Lihua"))), "Бектенов встретился с Чжан Цихаем.", "59"
    ),
)


BUTADIENE = Told(
    Project(
        name="проект «Бутадиен»",
        places=("Атырауская область", "Казахстан"),
        cost=usd(BILLION, qualifier="about"),
        capacities=(Quantity(Decimal(186_000), "тонна", "year"),),
    ),
    "Проект оценен примерно в миллиард долларов, мощность – 186 тысяч тонн каучука в год.",
    "seed",
    "2022-01-24",
)
BUTADIENE_AGAIN = Told(
    Project(name="комплекс «Бутадиен»", places=("Атырауская область",), stage="suspended", cost=usd(BILLION)),
    "Комплекс за 1 млрд долларов остался без партнера.",
    "13",
    "2021-02-05",
)
