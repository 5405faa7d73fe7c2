"""Projects: what is built, where, for how much, by when, and what only looks like one."""

from typing import Any

import pytest

from extract.document import read_document
from extract.explain import Dropped
from extract.facts.project import find_projects
from extract.model import Article, Found, Project
from extract.records import fact_to_record


def read(text: str, published: str | None = "2024-05-20", title: str | None = None) -> list[Found | Dropped]:
    document = read_document(Article(id="a", text=text, title=title, published=published))
    return list(find_projects(document)) if document else []


def facts(text: str, published: str | None = "2024-05-20") -> list[dict[str, Any]]:
    return [fact_to_record(one.fact) for one in read(text, published) if isinstance(one, Found)]


@pytest.mark.parametrize(
    "text, stage",
    [
        ("В Таразе заложен первый камень цементного завода.", "under_construction"),
        ("В Таразе сегодня открыли цементный завод.", "launched"),
        ("Подписан меморандум о строительстве цементного завода в Таразе.", "agreed"),
        ("Строительство цементного завода в Таразе приостановлено.", "suspended"),
        ("Инвестор вышел из проекта цементного завода в Таразе.", "cancelled"),
        ("В Таразе появится цементный завод.", "planned"),
        ("Таразда цемент зауыты салынып жатыр.", "under_construction"),
        ("Таразда цемент зауыты іске қосылды.", "launched"),
        ("A cement plant is under construction in Taraz.", "under_construction"),
        ("A cement plant was opened in Taraz.", "launched"),
    ],
)
def test_stage(text: str, stage: str) -> None:
    assert [one["stage"] for one in facts(text)] == [stage]


@pytest.mark.parametrize(
    "text, slot, value",
    [
        ("В Таразе построят цементный завод за 5 млрд тенге.", "cost", 5_000_000_000),
        ("В Таразе построят цементный завод. Товарооборот двух стран достиг 5 млрд долларов.", "cost", None),
        ("В Таразе построят цементный завод на 200 рабочих мест.", "jobs", 200),
        ("В Таразе построят цементный завод, запустить его хотят до конца 2026 года.", "end", 2026),
        ("Строительство цементного завода в Таразе начнут в 2025 году.", "start", 2025),
    ],
)
def test_one_slot(text: str, slot: str, value: int | None) -> None:
    [one] = facts(text)
    assert (one[slot]["amount"] if isinstance(one[slot], dict) else one[slot]) == value


def test_figures_of_several_sentences_make_one_fact_with_several_pieces_of_evidence() -> None:
    text = (
        "В Таразе построят цементный завод.\nПроект обойдется в 60 млрд тенге. "
        "Власти довольны. Предприятие будет выпускать 900 тысяч тонн в год и даст 250 рабочих мест."
    )
    [found] = [one for one in read(text) if isinstance(one, Found)]
    assert isinstance(found.fact, Project)
    assert (found.fact.cost is not None, found.fact.jobs, len(found.fact.capacities)) == (True, 250, 1)
    assert [piece.slots[0] for piece in found.evidence] == ["name", "cost", "capacities"]
    assert all(text[piece.span.start : piece.span.stop] == piece.quote for piece in found.evidence)


def test_figures_after_two_projects_in_one_breath_belong_to_neither() -> None:
    found = facts("В Таразе построят цементный завод и открыли мебельную фабрику. Мощность – 5 тысяч тонн в год.")
    assert [(one["name"], one["capacities"]) for one in found] == [("цементный завод", []), ("мебельная фабрика", [])]


def test_a_thing_only_mentioned_takes_no_figure_of_the_project_before_it() -> None:
    found = facts("В Таразе построят цементный завод.\nСырье даст комбинат минералов. Мощность – 5 тысяч тонн в год.")
    assert [(one["name"], len(one["capacities"])) for one in found if one["name"] == "цементный завод"] == [
        ("цементный завод", 0)
    ]


def test_figure_of_a_sentence_about_two_projects_is_no_ones() -> None:
    found = facts(
        "В Таразе построят три цементных завода на 900 тысяч тонн и солнечную электростанцию на 20 МВт. "
        "Таким образом, инвестиции составят 2 млрд долларов."
    )
    assert [one["cost"] for one in found] == [None, None]


def test_sum_of_the_first_plant_is_not_taken_from_the_second() -> None:
    found = facts("The company will build a cement plant in Taraz. The second factory is a $500 million venture.")
    assert [(one["name"], one["cost"]) for one in found] == [("цементный завод", None)]


def test_headline_and_text_tell_of_one_project() -> None:
    found = facts("Цементный завод появится в Таразе\nВ Таразе построят цементный завод за 6 млрд тенге.")
    assert [(one["name"], one["places"]) for one in found] == [("цементный завод", ["Тараз"])]


def test_sum_of_a_rounded_headline_gives_way_to_the_exact_one() -> None:
    [one] = facts(
        "Цементный завод за 88 млрд тенге построят в Таразе\nЦементный завод в Таразе обойдется в 88,6 млрд тенге."
    )
    assert one["cost"]["amount"] == 88_600_000_000


def test_what_is_inferred_costs_confidence() -> None:
    stated = read("В Таразе построят цементный завод.")
    inherited = read("Власти рассказали, что строят в Таразе. Цементный завод построят за 6 млрд тенге.")
    [sure], [unsure] = ([one for one in found if isinstance(one, Found)] for found in (stated, inherited))
    assert isinstance(unsure.fact, Project) and unsure.fact.places == ("Тараз",)
    assert sure.confidence > unsure.confidence


def test_refused_candidates_say_why() -> None:
    [dropped] = [one for one in read("Министр посетил машиностроительный завод.") if isinstance(one, Dropped)]
    assert (dropped.kind, dropped.reason) == ("project", "only mentioned")
