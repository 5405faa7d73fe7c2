"""Do two facts tell of one thing? The rule's own examples, and what the counting of things rests on."""

from decimal import Decimal

import pytest

from extract.grouping import group_facts
from extract.identity import EXAMPLES, NOT_EXAMPLES, amounts_agree, same_subject, same_thing
from extract.model import (
    Agreement,
    Fact,
    Flow,
    Investment,
    Meeting,
    Money,
    Period,
    Person,
    Project,
    Quantity,
    Role,
    Statement,
    Status,
    Trade,
)


def usd(millions: str, qualifier: str = "exact") -> Money:
    return Money(Decimal(millions) * 10**6, "USD", qualifier)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), EXAMPLES)
def test_one_thing_in_two_wordings(one: Fact, other: Fact) -> None:
    assert same_thing(one, other)
    assert same_thing(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_EXAMPLES)
def test_two_things(one: Fact, other: Fact) -> None:
    assert not same_thing(one, other)
    assert not same_thing(other, one)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (usd("423.3"), usd("423"), True),
        (usd("629"), usd("630"), True),
        (usd("629"), usd("600", "over"), True),
        (usd("4900"), usd("5000", "about"), True),
        (usd("423"), usd("629"), False),
        (usd("143"), usd("423"), False),
        (usd("1340"), usd("1000"), False),
        (usd("6000"), usd("5000"), False),
        (usd("423"), Money(Decimal(423_000_000), "EUR"), False),
    ],
)
def test_sums_agree_within_their_rounding(one: Money, other: Money, agree: bool) -> None:
    assert amounts_agree(one, other) is agree
    assert amounts_agree(other, one) is agree


def trade(
    *parties: str,
    flow: Flow = "turnover",
    status: Status = "actual",
    period: str | None = "2021",
    millions: str = "100",
) -> Trade:
    span = Period(period, period) if period else None
    return Trade(parties=parties, flow=flow, status=status, period=span, amount=usd(millions))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (trade("Казахстан", "Турция"), trade("Турция", "Казахстан"), True),
        (trade("Казахстан", "Турция", flow="export"), trade("Турция", "Казахстан", flow="import"), True),
        (trade("Казахстан", "Турция", flow="export"), trade("Казахстан", "Турция", flow="import"), False),
        (trade("Казахстан", "Турция", flow="export"), trade("Казахстан", "Турция"), False),
        (trade("Казахстан", "Турция"), trade("Казахстан", "Турция", status="target"), False),
        (trade("Казахстан", "Турция"), trade("Казахстан", "Турция", period="2020"), False),
        (trade("Казахстан", "Турция"), trade("Казахстан", "Турция", period=None), False),
        (trade("Казахстан", "Турция"), trade("Казахстан", "Китай"), False),
    ],
)
def test_what_a_figure_measures(one: Trade, other: Trade, same: bool) -> None:
    assert same_subject(one, other) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            Project(name="завод по выпуску шин", places=("Сарань",)),
            Project(name="шинный завод", places=("Карагандинская область",)),
            id="a word and its adjective",
        ),
        pytest.param(
            Project(name="гидрометаллургический комбинат", places=("Павлодар",), cost=usd("1000")),
            Project(name="новое предприятие цветной металлургии", places=("Павлодар",), cost=usd("1000")),
            id="the same sum at the same place",
        ),
        pytest.param(
            Project(
                name="цех по розливу воды", places=("Рудный",), capacities=(Quantity(Decimal(7000), "бутылка", "day"),)
            ),
            Project(
                name="производство напитков",
                places=("Рудный",),
                capacities=(Quantity(Decimal(7000), "бутылка", "day"),),
            ),
            id="the same capacity at the same place",
        ),
        pytest.param(
            Meeting(people=(Person("Олжас Бектенов", "премьер"), Person("Ли Цян")), date="2024-05-17"),
            Meeting(people=(Person("Ли Цян"), Person("Олжас Бектенов")), date="2024-05"),
            id="a day and its month",
        ),
        pytest.param(
            Agreement(name="меморандум о выпуске вагонов", form="memorandum", parties=("Казахстан", "Китай")),
            Agreement(name="меморандум по выпуску вагонов", form="memorandum", parties=("Китай", "Казахстан")),
            id="parties in another order",
        ),
        pytest.param(
            Investment(source=("Турция",), target=("Казахстан",), amount=usd("4000", "over")),
            Investment(source=("Турция",), target=("Казахстан",), amount=usd("4200")),
            id="over four billion",
        ),
    ],
)
def test_one_thing(one: Fact, other: Fact) -> None:
    assert same_thing(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            Project(name="железная дорога Китай – Кыргызстан", places=("Китай", "Кыргызстан")),
            Project(name="железная дорога Казахстан – Иран", places=("Казахстан", "Иран")),
            id="two railways",
        ),
        pytest.param(
            Meeting(people=(Person("Олжас Бектенов"),), date="2024-05-17"),
            Meeting(people=(Person("Олжас Бектенов"), Person("Ли Цян")), date="2024-05-17"),
            id="a partner who is not named",
        ),
        pytest.param(
            Project(name="завод «Север»", places=("Костанай",)),
            Project(name="завод «Юг»", places=("Костанай",)),
            id="two brands",
        ),
        pytest.param(
            Project(name="завод", places=("Костанай",)),
            Project(name="фабрика", places=("Костанай",)),
            id="words for any plant",
        ),
        pytest.param(
            Project(name="завод шин", places=("Казахстан",)),
            Project(name="завод литья", places=("Казахстан",)),
            id="a country",
        ),
        pytest.param(
            Meeting(people=(Person("Олжас Бектенов"), Person("Ли Цян")), date="2024-05-17"),
            Meeting(people=(Person("Олжас Бектенов"), Person("Ли Цян")), date="2024-10-04"),
            id="two days",
        ),
        pytest.param(
            Meeting(people=(Person("Олжас Бектенов"), Person("Ли Цян")), date="2024-05-17"),
            Meeting(people=(Person("Олжас Бектенов"), Person("Дин Сюэсян")), date="2024-05-17"),
            id="two partners on a day",
        ),
        pytest.param(
            Statement(person="Ли Цян", quote="Работа идет"),
            Statement(person="Ли Цян", quote="Работа окончена"),
            id="two quotes",
        ),
        pytest.param(
            Role(person="Ли Цян", position="премьер"), Project(name="Ли Цян", places=("Костанай",)), id="two kinds"
        ),
    ],
)
def test_not_one_thing(one: Fact, other: Fact) -> None:
    assert not same_thing(one, other)


def test_a_fact_may_show_that_two_groups_are_one_thing() -> None:
    names = ["завод литья", "проект «Арка»", "завод литья «Арка»"]
    assert group_facts([Project(name=name, places=("Рудный",)) for name in names]) == [[0, 1, 2]]


def test_small_steps_do_not_make_two_sums_one() -> None:
    facts = [Trade(parties=("Казахстан", "Китай"), amount=usd(str(sum), "about")) for sum in (100, 105, 111)]
    assert group_facts(facts) == [[0, 1], [2]]


def test_facts_are_grouped_in_the_order_of_their_first() -> None:
    facts = [trade("Казахстан", "Китай", millions=sum) for sum in ("100", "300", "100.2", "301")]
    assert group_facts(facts) == [[0, 2], [1, 3]]
