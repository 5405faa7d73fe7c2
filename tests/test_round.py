"""Rounds over sources: what is new is read, what fails is told and stops nothing else."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.fetch import Fetched, FetchError
from bot.round import ingest_round
from extract.model import Article, Evidence, Found, Money, Span, Trade
from storage import Store

TEXT = "Товарооборот Казахстана и Грузии составил 190 млн долларов."
FEED = b"""<rss version="2.0"><channel><title>News</title>
<item><guid>n1</guid><title>One</title><description>Trade grew to a new level this year.</description></item>
<item><guid>n2</guid><title>Two</title><description>The plant was opened in the city today.</description></item>
</channel></rss>"""


def clock() -> datetime:
    return datetime(2026, 2, 5, 12, tzinfo=UTC)


async def one_fact(article: Article) -> list[Found]:
    trade = Trade(parties=("Казахстан", "Грузия"), amount=Money(Decimal(190_000_000), "USD"))
    return [Found(trade, (Evidence(Span(0, len(article.text)), article.text, "test"),), 0.9)]


class FakeWeb:
    """Addresses with what they give: a body, an error, or None for "not changed"."""

    def __init__(self, pages: dict[str, bytes | FetchError | None]) -> None:
        self.pages = pages
        self.asked: list[tuple[str, str | None, str | None]] = []

    async def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched:
        self.asked.append((url, etag, modified))
        page = self.pages[url]
        if isinstance(page, FetchError):
            raise page
        if page is None:
            return Fetched(url, b"", unchanged=True)
        return Fetched(url, page, "application/rss+xml", etag='"v1"')


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "coopbot.db")) as opened:
        yield opened


async def test_a_round_reads_feeds_and_files_and_asks_for_changes_only(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "f1", "text": TEXT}, ensure_ascii=False), encoding="utf-8")
    store.add_source("feed", "https://news.example/feed")
    store.add_source("file", str(path))
    web = FakeWeb({"https://news.example/feed": FEED})

    tally = await ingest_round(store, web, one_fact, clock)
    assert tally.saved == 3 and not tally.refused

    web.pages["https://news.example/feed"] = None
    tally = await ingest_round(store, web, one_fact, clock)
    assert (tally.saved, tally.same) == (0, 0)
    assert web.asked[-1] == ("https://news.example/feed", '"v1"', None)

    path.write_text(json.dumps({"id": "f2", "text": TEXT}, ensure_ascii=False), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert (await ingest_round(store, web, one_fact, clock)).saved == 1


async def test_a_failing_source_is_noted_and_the_next_one_is_read(store: Store) -> None:
    store.add_source("feed", "https://down.example/feed")
    store.add_source("file", "/no/such/file")
    store.add_source("feed", "https://news.example/feed")
    web = FakeWeb({"https://down.example/feed": FetchError("answered 500"), "https://news.example/feed": FEED})
    tally = await ingest_round(store, web, one_fact, clock)
    assert tally.saved == 2
    assert tally.refused[0] == "https://down.example/feed: answered 500"
    assert tally.refused[1].startswith("/no/such/file: cannot be read")
    assert [source.error for source in store.sources()][:1] == ["answered 500"]
    web.pages["https://down.example/feed"] = FEED
    await ingest_round(store, web, one_fact, clock)
    assert store.sources()[0].error is None
