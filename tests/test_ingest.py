"""Articles into the store: what is new is saved once, what fails is told and stops nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.ingest import ingest_articles
from bot.inputs import BadLine
from extract.model import Article, Evidence, Found, Money, Span, Trade
from storage import Store

TEXT = "Товарооборот Казахстана и Грузии составил 190 млн долларов."


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
