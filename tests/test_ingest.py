"""Articles into the store: what is new is saved once, what fails is told and stops nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.ingest import Tally, ingest_articles, ingest_entry, retry_aside, rules_of, wanted
from bot.inputs import BadLine
from extract.model import Article, Evidence, Found, Money, Span, Trade
from extract.pages.entries import entry_of
from extract.query import Query
from storage import Store

TEXT = "Товарооборот Казахстана и Грузии составил 190 млн долларов."
LONG = (
    "Товарооборот Казахстана и Грузии составил 190 млн долларов, сообщили в министерстве торговли по итогам встречи "
    "глав правительств. Экспорт вырос на 12 процентов, импорт остался прежним, стороны намерены открыть новый центр."
)


def clock() -> datetime:
    return datetime(2026, 2, 5, 12, tzinfo=UTC)


async def one_fact(article: Article) -> list[Found]:
    trade = Trade(parties=("Казахстан", "Грузия"), amount=Money(Decimal(190_000_000), "USD"))
    return [Found(trade, (Evidence(Span(0, len(article.text)), article.text, "test"),), 0.9)]


async def failing(article: Article) -> list[Found]:
    if article.id == "bad":
        raise ValueError("no luck")
    return await one_fact(article)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "coopbot.db")) as opened:
        yield opened


async def test_an_article_is_saved_once_and_again_only_when_it_changes(store: Store) -> None:
    first = await ingest_articles(store, [Article("a", TEXT)], one_fact, clock)
    again = await ingest_articles(store, [Article("a", TEXT + "\n")], one_fact, clock)
    changed = await ingest_articles(store, [Article("a", TEXT.replace("190", "195"))], one_fact, clock)
    assert (first.saved, first.facts) == (1, 1)
    assert (again.saved, again.same) == (0, 1)
    assert changed.saved == 1


async def test_bad_lines_foreign_texts_and_failures_are_told_and_the_others_saved(store: Store) -> None:
    inputs: list[Article | BadLine] = [
        Article("bad", TEXT),
        BadLine(2, "broken JSON"),
        Article("zh", "哈萨克斯坦与中国的贸易额达到新的高度"),
        Article("good", TEXT),
    ]
    tally = await ingest_articles(store, inputs, failing, clock)
    assert tally.saved == 1 and store.article("good") is not None
    assert [line.split(":")[0] for line in tally.refused] == ["article bad", "line 2", "article zh"]


async def test_an_article_that_cannot_be_read_is_set_aside_after_two_tries_and_can_be_tried_again(store: Store) -> None:
    tried = []

    async def poisoned(article: Article) -> list[Found]:
        tried.append(article.id)
        return await failing(article)

    tally = await ingest_articles(store, [Article("bad", TEXT), Article("good", TEXT)], poisoned, clock)
    assert tried == ["bad", "bad", "good"] and tally.refused[0].startswith("article bad: could not be read")
    [aside] = store.aside()
    assert (aside.article.id, aside.error, aside.tries) == ("bad", "ValueError: no luck", 2)

    assert (await ingest_articles(store, [Article("bad", TEXT)], poisoned, clock)).aside == 1
    assert len(tried) == 3
    await retry_aside(store, poisoned, clock)
    assert store.aside()[0].tries == 4
    assert (await retry_aside(store, one_fact, clock)).saved == 1
    assert store.aside() == [] and store.article("bad") is not None


async def test_a_changed_text_of_an_article_that_was_set_aside_is_tried(store: Store) -> None:
    await ingest_articles(store, [Article("bad", TEXT)], failing, clock)
    assert (await ingest_articles(store, [Article("bad", TEXT + " Итого.")], one_fact, clock)).saved == 1
    assert store.aside() == []


async def test_a_reprint_is_joined_to_its_first_source(store: Store) -> None:
    reprints = [Article("a", LONG), Article("b", "АСТАНА. КазТАГ. " + LONG), Article("c", "Еще раз. " + LONG)]
    tally = await ingest_articles(store, reprints, one_fact, clock)
    assert (tally.saved, tally.reprints) == (1, 2)
    hits = store.search(Query(text="", language="ru", kinds=("trade",))).hits
    assert {hit.article.id: hit.article.origin for hit in hits} == {"a": "a", "b": "a", "c": "a"}


async def test_rounds_leave_out_what_is_old_or_off_topic_and_remember_it(store: Store) -> None:
    rules = rules_of(365, clock)
    for text, published, outcome in [
        (TEXT, "2020-01-01", Tally(old=1)),
        ("Сборная выиграла матч со счетом 3:1.", "2026-02-05", Tally(off_topic=1)),
        (TEXT, "2026-02-05", Tally(saved=1, facts=1)),
    ]:
        article = Article(text + published, text, f"https://a.example/{published}", published=published)
        entry = entry_of(replace(article, published=None))
        assert wanted(store, entry, rules, clock)
        assert await ingest_entry(store, entry, article, one_fact, clock, rules) == outcome
        assert not wanted(store, entry, rules, clock)
    assert not wanted(store, entry_of(Article("old", TEXT, published="2019")), rules, clock)
