"""Which facts answer which question, and what is said where none does."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Found, Money, Period, Role, Statement
from extract.query import Bound, Query
from storage import Store
from tests.stored import SEEN, agreement, article, found, meeting, project, query, trade

BILLION = Decimal(10**9)
SMAILOV = ("Алихан Смаилов", "премьер-министр Казахстана")
TOKAYEV = ("Касым-Жомарт Токаев", "президент Казахстана")


def tenge(billions: int) -> Money:
    return Money(Decimal(billions * 10**9), "KZT")


ARTICLES: dict[str, tuple[str | None, list[Found]]] = {
    "foundry": (
        "2024-02-01",
        [
            found(
                project(
                    "чугунолитейный завод",
                    "Костанай",
                    cost=tenge(78),
                    jobs=300,
                    participants=("КАМАЗ",),
                    end=2025,
                    stage="under_construction",
                ),
                "В Костанае КАМАЗ строит чугунолитейный завод.",
            )
        ],
    ),
    "region": ("2023-02-01", [found(project("завод мостов", "Костанайская область", participants=("KamLitKZ",)))]),
    "town": ("2022-02-01", [found(project("фабрика панелей", "Рудный", stage="launched", jobs=1000))]),
    "tyres": ("2022-06-01", [found(project("шинный завод", "Сарань", stage="launched"), "В Сарани открыли завод.")]),
    "joint": (
        "2024-08-07",
        [
            found(trade("Казахстан", "Узбекистан", millions=5000, period="2022", growth_pct=Decimal(30))),
            found(trade("Казахстан", "Узбекистан", millions=10_000, status="target")),
            found(
                project("69 совместных проектов", participants=("Казахстан", "Узбекистан"), count=69),
                "Казахстан и Узбекистан готовят 69 проектов.",
            ),
        ],
    ),
    "neighbours": (None, [found(trade("Беларусь", "Узбекистан", millions=245, flow="export", period="2021"))]),
    "turkey": (
        "2022-03-04",
        [
            found(trade("Казахстан", "Турция", millions=3000, flow="export", period="2021")),
            found(trade("Турция", "Казахстан", millions=1100, flow="export", period="2021")),
            found(trade("Казахстан", "Турция", millions=4100, period="2021")),
        ],
    ),
    "park": (
        "2025-06-01",
        [
            found(agreement("меморандум о масличном парке", "Туркестанская область", "Китай", date="2025-06")),
            found(project("парк масличных культур", "Туркестанская область", cost=Money(Decimal(140), "USD"))),
        ],
    ),
    "talks": (
        "2022-02-11",
        [
            found(meeting(TOKAYEV, ("Рустам Минниханов", "раис Татарстана"), place="Казань", topics=("нефтехимия",))),
            found(Statement(person="Олег Коробченко", role="министр торговли Татарстана", quote="Планы большие.")),
        ],
    ),
    "visit": (
        "2021-06-26",
        [
            found(meeting(SMAILOV, ("Фуат Октай", "вице-президент Турции"), date="2021-06-25")),
            found(Role(person="Сергей Токарев", position="директор", organisation="Тракторный двор")),
        ],
    ),
    "named": ("2020-01-01", [found(project("фабрика «Шалкия»", "Кызылординская область"))]),
    "chinese": ("2017-01-01", [found(project("хлопковый кластер", "Туркестан"))]),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(str(tmp_path_factory.mktemp("search") / "coop.db")) as opened:
        for id, (published, facts) in ARTICLES.items():
            text = "Allur и инвестор из Китая." if id == "chinese" else "Текст."
            opened.save_article(article(id, text, published), facts, seen_at=SEEN)
        yield opened


def ids(store: Store, asked: Query) -> list[str]:
    """The articles that answer, best first, each once."""
    return list(dict.fromkeys(hit.article.id for hit in store.search(asked).hits))


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        (query(kinds=("project",), places=("Костанай",)), ["foundry", "region"]),
        (query(kinds=("project",), places=("Костанайская область",)), ["region", "foundry", "town"]),
        (query(kinds=("project",), places=("Рудный",)), ["town"]),
        (query(kinds=("project",), places=("Шалкия",)), ["named"]),
        (query(kinds=("project",), places=("Рудный", "Сарань")), ["tyres", "town"]),
        (query(kinds=("project",), places=("Рудный", "Костанайская область")), ["town"]),
        (query(kinds=("trade",), parties=("Узбекистан",)), ["joint", "neighbours"]),
        (query(kinds=("trade",), parties=("Казахстан", "Узбекистан")), ["joint"]),
        (query(kinds=("project",), parties=("Казахстан", "Узбекистан")), ["joint"]),
        (query(kinds=("meeting",), parties=("Татарстан",)), ["talks"]),
        (query(kinds=("meeting",), places=("Турция",)), ["visit"]),
        (query(kinds=("agreement",), parties=("Казахстан", "Китай")), ["park"]),
        (query(people=("Токаев",)), ["talks"]),
        (query(people=("Токаева",)), ["talks"]),
        (query(people=("Токарев",)), ["visit"]),
        (query(people=("Коробчинко",)), ["talks"]),
        (query(people=("Коробчинком",)), ["talks"]),
        (query(people=("Бектенов",)), []),
        (query(people=("Марат Коробченко",)), []),
        (query(people=("Минниханов", "Токаев")), ["talks"]),
        (query(kinds=("statement",), people=("Коробченко",)), ["talks"]),
        (query(organisations=("КАМАЗ",)), ["foundry"]),
        (query(organisations=("KAMAZ",)), ["foundry"]),
        (query(sectors=("автопром",)), ["foundry", "region", "tyres"]),
        (query(kinds=("project",), stages=("launched",)), ["tyres", "town"]),
        (query(words=("шинного",)), ["tyres"]),
        (query(words=("tyre",)), ["tyres"]),
        (query(words=("шиный", "завод")), ["tyres"]),
        (query(words=("kostanay", "завод")), ["foundry", "region", "town"]),
        (query(kinds=("project",), bound=Bound("jobs", "over", Decimal(1000))), ["town"]),
        (query(kinds=("project",), bound=Bound("amount", "over", 50 * BILLION, "KZT")), ["foundry"]),
        (query(kinds=("project",), bound=Bound("amount", "over", 50 * BILLION, "USD")), []),
        (query(kinds=("trade",), bound=Bound("amount", "over", 4 * BILLION)), ["joint", "turkey"]),
        (
            query(kinds=("project",), bound=Bound("amount", "between", BILLION, "KZT", upper=100 * BILLION)),
            ["foundry"],
        ),
        (query(kinds=("project",), bound=Bound("jobs", "between", Decimal(300), upper=Decimal(900))), ["foundry"]),
        (query(kinds=("project",), currency="USD"), ["park"]),
        (query(kinds=("project",), currency="CNY"), []),
        (query(kinds=("trade",), bound=Bound("growth", "over", Decimal(20))), ["joint"]),
        (query(kinds=("trade",), period=Period("2021", "2021")), ["turkey", "neighbours"]),
        (query(kinds=("meeting",), period=Period("2022", "2022")), ["talks"]),
        (query(period=Period("2025", "2025")), ["park"]),
        (query(kinds=("project",), period=Period("2025", "2025"), slot="end"), ["foundry"]),
        (query(kinds=("trade",), status="target"), ["joint"]),
        (query(kinds=("agreement",), signed=True), ["park"]),
        (query(kinds=("agreement",), signed=False), []),
    ],
)
def test_what_answers(store: Store, asked: Query, articles: list[str]) -> None:
    assert sorted(ids(store, asked)) == sorted(articles)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        (query(kinds=("project",), places=("Костанай",)), "foundry"),
        (query(kinds=("trade",), parties=("Узбекистан",)), "joint"),
        (query(kinds=("project",), order="largest"), "foundry"),
        (query(kinds=("project",), order="smallest"), "park"),
        (query(kinds=("project",), order="latest"), "foundry"),
        (query(kinds=("meeting",), order="earliest"), "visit"),
        (query(kinds=("trade",), order="largest"), "joint"),
    ],
)
def test_what_comes_first(store: Store, asked: Query, first: str) -> None:
    assert ids(store, asked)[0] == first


def test_a_question_for_the_largest_means_what_is_not_what_is_aimed_at(store: Store) -> None:
    statuses = {hit.fact.status for hit in store.search(query(kinds=("trade",), order="largest")).hits}  # type: ignore[union-attr]
    assert statuses == {"actual"}


@pytest.mark.parametrize(
    ("flow", "parties", "millions"),
    [
        ("export", ("Казахстан", "Турция"), {3000}),
        ("import", ("Казахстан", "Турция"), {1100}),
        ("export", ("Турция", "Казахстан"), {1100}),
        ("turnover", ("Казахстан", "Турция"), {4100}),
    ],
)
def test_export_of_one_side_is_import_of_the_other(
    store: Store, flow: str, parties: tuple[str, ...], millions: set[int]
) -> None:
    hits = store.search(query(kinds=("trade",), flow=flow, parties=parties)).hits
    assert {int(hit.fact.amount.amount) // 10**6 for hit in hits} == millions  # type: ignore[union-attr]


def test_a_partner_named_elsewhere_in_the_article_counts_for_a_project_in_its_place(store: Store) -> None:
    asked = query(kinds=("project",), places=("Туркестанская область",), parties=("Китай",))
    (hit,) = store.search(asked).hits
    assert hit.article.id == "chinese"
    assert "party:Китай article" in hit.why


def test_an_organisation_named_elsewhere_in_the_article_is_better_than_none(store: Store) -> None:
    (hit,) = store.search(query(kinds=("project",), organisations=("Allur",))).hits
    assert (hit.article.id, hit.why[-1]) == ("chinese", "organisation:Allur article")


@given(st.lists(st.text(max_size=12), max_size=4), st.text(max_size=12), st.text(max_size=12))
def test_no_words_or_names_break_the_search(store: Store, words: list[str], name: str, other: str) -> None:
    asked = query(words=tuple(words), people=(name,), organisations=(other,))
    assert store.search(asked).total == 0
    store.search(query(words=tuple(words)))
    store.search(query(places=(name,), parties=(other,)))


def test_why_names_what_matched_and_how(store: Store) -> None:
    (foundry, region) = store.search(query(kinds=("project",), places=("Костанай",), words=("завод",))).hits
    assert foundry.why == ("kind:project exact", "place:Костанай exact", "word:завод exact")
    assert "place:Костанай=Костанайская область around" in region.why


@pytest.mark.parametrize(
    "asked",
    [
        query(kinds=("trade",), parties=("Япония",)),
        query(kinds=("trade",), parties=("Казахстан", "Бразилия")),
        query(kinds=("project",), places=("Бразилия",)),
        query(kinds=("project",), places=("Магадан",)),
        query(kinds=("meeting",), people=("Токаев", "Макрон")),
        query(kinds=("project",), sectors=("автопром",), places=("Рудный",)),
        query(kinds=("project",), period=Period("2030", "2030"), slot="end"),
    ],
)
def test_nothing_is_said_and_what_is_near_is_shown(store: Store, asked: Query) -> None:
    answer = store.search(asked)
    assert (answer.total, answer.hits) == (0, ())
    assert 1 <= len(answer.nearest) <= 3
    assert not asked.kinds or {hit.fact.kind for hit in answer.nearest} == set(asked.kinds)


def test_a_place_without_facts_is_answered_from_its_region(store: Store) -> None:
    assert {hit.article.id for hit in store.search(query(kinds=("project",), places=("Лисаковск",))).nearest} == {
        "foundry",
        "region",
        "town",
    }


@pytest.mark.parametrize(
    "asked",
    [
        query(),
        query(outside="weather", places=("Костанай",)),
        query(kinds=("project",), organisations=("Газпром",)),
        query(words=("космос", "спутники"), kinds=("project",)),
        query(words=("явка",), places=("Узбекистан",)),
        query(words=("барыс",)),
    ],
)
def test_a_question_that_touches_nothing_gets_nothing(store: Store, asked: Query) -> None:
    answer = store.search(asked)
    assert (answer.total, answer.hits) == (0, ())


def test_filler_words_are_given_up_and_named(store: Store) -> None:
    answer = store.search(query(kinds=("project",), places=("Сарань",), words=("пожалуйста",)))
    assert [hit.article.id for hit in answer.hits] == ["tyres"]
    assert answer.relaxed == ("word:пожалуйста",)


@pytest.mark.parametrize("text", ["проекты Kaspi в Сарани", "проекты компании Нурбанк в Сарани"])
def test_a_name_that_no_fact_holds_is_no_filler(store: Store, text: str) -> None:
    name = "kaspi" if "Kaspi" in text else "нурбанк"
    asked = replace(query(kinds=("project",), places=("Сарань",), words=(name,)), text=text)
    answer = store.search(asked)
    assert answer.total == 0
    assert [hit.article.id for hit in answer.nearest] == ["tyres"]


def test_a_sector_stands_for_the_words_that_name_it(store: Store) -> None:
    answer = store.search(query(places=("Сарань",), sectors=("автопром",), words=("автомобилестроение",)))
    assert [hit.article.id for hit in answer.hits] == ["tyres"]


def test_the_least_certain_word_is_given_up_first(store: Store) -> None:
    answer = store.search(query(words=("хлопковый", "шиннный", "завод")))
    assert answer.relaxed and answer.total
    assert "word:завод" not in answer.relaxed


def test_figures_of_the_nearest_year_stand_in_and_it_is_said(store: Store) -> None:
    answer = store.search(query(kinds=("trade",), parties=("Узбекистан", "Казахстан"), period=Period("2010", "2010")))
    assert answer.relaxed == ("period",)
    assert {hit.fact.period for hit in answer.hits} == {Period("2022", "2022")}  # type: ignore[union-attr]


def test_limit_cuts_the_hits_and_not_the_total(store: Store) -> None:
    answer = store.search(query(kinds=("project",)), limit=2)
    assert len(answer.hits) == 2
    assert answer.total == 8


def test_a_cost_that_is_asked_for_is_answered_by_facts_that_give_one(store: Store) -> None:
    assert ids(store, query(kinds=("project",), slot="cost")) == ["foundry", "park"]
    assert ids(store, query(kinds=("project",), places=("Сарань",), slot="cost")) == ["tyres"]


def test_of_a_person_without_statements_other_facts_are_shown(store: Store) -> None:
    answer = store.search(query(kinds=("statement",), people=("Минниханов",)))
    assert [hit.article.id for hit in answer.hits] == ["talks"]
    assert answer.relaxed == ("kinds",)
