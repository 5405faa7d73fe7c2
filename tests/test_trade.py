"""Trade between parties: what is a fact, and what only looks like one."""

from typing import Any

import pytest

from extract.document import read_document
from extract.explain import Dropped
from extract.facts.trade import confidence, find_trades
from extract.model import Article, Found
from extract.records import fact_to_record


def read(text: str, published: str | None = "2024-05-20", title: str | None = None) -> list[Found | Dropped]:
    document = read_document(Article(id="a", text=text, title=title, published=published))
    return list(find_trades(document)) if document else []


def facts(text: str, published: str | None = "2024-05-20", title: str | None = None) -> list[dict[str, Any]]:
    return [fact_to_record(one.fact) for one in read(text, published, title) if isinstance(one, Found)]


@pytest.mark.parametrize(
    "text, qualifier",
    [
        ("Товарооборот Казахстана и России перевалил за 25 млрд долларов.", "over"),
        ("Товарооборот Казахстана и России вплотную приблизился к 30 млрд долларов.", "about"),
        ("Товарооборот Казахстана и России не превысил 30 млрд долларов.", "under"),
        ("Товарооборот Казахстана и России вырос до 30 млрд долларов.", "exact"),
        ("Trade between Kazakhstan and Russia surpassed $26 billion.", "over"),
        ("Қазақстан мен Ресей арасындағы тауар айналымы 27 млрд доллардан асты.", "over"),
    ],
)
def test_the_verb_opens_a_bound(text: str, qualifier: str) -> None:
    assert [one["qualifier"] for one in facts(text)] == [qualifier]


@pytest.mark.parametrize(
    "text, reason",
    [
        ("Товарооборот Казахстана и России вырос на 2 млрд долларов.", "a change of a sum, not a level"),
        ("Казахстан и Китай сблизились. Экспорт мяса в Китай вырос на 20%.", "trade in goods of one sort"),
        ("Uzbekistan’s trade turnover amounted to $81 billion in 2025.", "one country's trade with all others"),
    ],
)
def test_what_is_refused_is_told(text: str, reason: str) -> None:
    assert [one for one in read(text) if isinstance(one, Dropped) and one.reason.startswith(reason)]


def test_headline_and_body_are_one_fact() -> None:
    text = (
        "Товарооборот Казахстана и Грузии превысил $190 млн\n"
        "За 2023 год товарооборот Казахстана и Грузии вырос на 30% и составил 194,5 млн долларов."
    )
    found = [one for one in read(text) if isinstance(one, Found)]
    assert [(fact_to_record(one.fact)["amount"], len(one.evidence)) for one in found] == [(194_500_000, 2)]
    assert found[0].evidence[0].quote.startswith("За 2023 год")


def test_sums_that_differ_stay_apart() -> None:
    text = (
        "В 2021 году товарооборот Казахстана и Татарстана составил $423 млн. "
        "По другим данным, товарооборот Казахстана и Татарстана в 2021 году составил $629 млн."
    )
    assert [one["amount"] for one in facts(text)] == [423_000_000, 629_000_000]


def test_evidence_quotes_the_text() -> None:
    text = "Делегация Грузии прибыла в Казахстан. Двусторонний товарооборот в 2023 году составил 190 млн долларов."
    found = [one for one in read(text) if isinstance(one, Found)]
    assert all(text[piece.span.start : piece.span.stop] == piece.quote for one in found for piece in one.evidence)
    assert [piece.slots for piece in found[0].evidence][1] == ("parties",)


def test_undated_articles_leave_last_year_open() -> None:
    text = "В прошлом году товарооборот Казахстана и Китая составил 31 млрд долларов."
    assert facts(text, None)[0]["period"] is None
    assert facts(text)[0]["period"] == "2023"


def test_a_list_of_partners_takes_its_sums_in_turn() -> None:
    text = "Казахстан ждет гостей. Товарооборот с Кыргызстаном и Германией – $903 млн и $829 млн соответственно."
    assert [(one["parties"], one["amount"]) for one in facts(text)] == [
        (["Казахстан", "Кыргызстан"], 903_000_000),
        (["Казахстан", "Германия"], 829_000_000),
    ]


def test_a_list_of_partners_runs_over_lines() -> None:
    text = "Крупнейшие торговые партнеры Узбекистана в 2023 году:\n– Китай – $13,7 млрд;\n– Россия – $9,8 млрд."
    assert [(one["parties"], one["amount"], one["period"]) for one in facts(text)] == [
        (["Узбекистан", "Китай"], 13_700_000_000, "2023"),
        (["Узбекистан", "Россия"], 9_800_000_000, "2023"),
    ]


def test_a_sum_of_a_time_to_come_is_no_fact_yet() -> None:
    text = "Торговля Казахстана и Ирана в 2030 году – 3 млрд долларов."
    assert [one["status"] for one in facts(text)] == ["forecast"]
    assert [one["status"] for one in facts(text, "2031-05-20")] == ["actual"]


def test_a_measure_goes_on_with_the_pair_named_right_before() -> None:
    text = (
        "За 2023 год товарооборот Китая и США составил $660 млрд. Вырос и товарооборот Китая с Россией. "
        "Объем двусторонней торговли за девять месяцев 2023 года достиг $160 млрд."
    )
    assert [one["parties"] for one in facts(text)][-1] == ["Китай", "Россия"]


def test_what_was_inferred_costs_confidence() -> None:
    sure = confidence("named", period_carried=False, measure_carried=False, weak=False)
    assert sure > confidence("half", period_carried=False, measure_carried=False, weak=False)
    assert sure > confidence("named", period_carried=True, measure_carried=False, weak=False)
    assert 0 < confidence("focus", period_carried=True, measure_carried=True, weak=True) < sure <= 1
