"""Articles from files and sources into the database.

    due sources | fetch | read | decide | extract | save

Only `fetch` touches the network and only `save` the database. Each article is saved on its own, in one transaction:
whatever breaks, what was saved before stays.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from bot.fetch import LARGEST_BODY, Fetched, FetchError
from bot.inputs import BadLine, articles_in
from extract.decide import decide
from extract.language import detect_language
from extract.model import Article, Found
from storage import Source, Store

log = logging.getLogger(__name__)

Extractor = Callable[[Article], Awaitable[list[Found]]]
Clock = Callable[[], datetime]


class Fetcher(Protocol):
    """What a round needs of the web; `bot.fetch.Web` is one."""

    async def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched | None:
        """Return what an address gives, None where it has not changed. Raises FetchError."""
        ...


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of articles: how many were new or changed, how many the same, and a line for each refused one."""

    saved: int = 0
    same: int = 0
    facts: int = 0
    refused: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.saved + other.saved,
            self.same + other.same,
            self.facts + other.facts,
            self.refused + other.refused,
        )


def timestamp(clock: Clock) -> str:
    """Return the present moment as ISO text in UTC, to the second."""
    return clock().astimezone(UTC).isoformat(timespec="seconds")


def with_language(article: Article) -> Article | None:
    """Return `article` with its language, None where it is in none that is read."""
    if article.language:
        return article
    language = detect_language(f"{article.title or ''}\n{article.text}")
    return replace(article, language=language) if language else None


async def ingest_articles(
    store: Store, articles: Iterable[Article | BadLine], extractor: Extractor, clock: Clock
) -> Tally:
    """Save the facts of each article that is new or changed; a refused one is named and the others go on."""
    tally = Tally()
    for one in articles:
        if isinstance(one, BadLine):
            tally += Tally(refused=(f"line {one.number}: {one.reason}",))
        else:
            tally += await _ingest_one(store, one, extractor, clock)
    return tally


async def _ingest_one(store: Store, read: Article, extractor: Extractor, clock: Clock) -> Tally:
    article = with_language(read)
    if article is None:
        return Tally(refused=(f"article {read.id}: not in Russian, Kazakh or English; nothing was kept of it",))
    if decide(store.article(article.id), article) == "same":
        return Tally(same=1)
    try:
        found = await extractor(article)
    except Exception as error:  # whatever a text provokes must not stop the others
        log.exception("article %s", article.id)
        return Tally(refused=(f"article {article.id}: could not be read ({type(error).__name__}); see the log",))
    saved = store.save_article(article, found, seen_at=timestamp(clock))
    return Tally(saved=1, facts=saved.new)


async def ingest_round(store: Store, web: Fetcher, extractor: Extractor, clock: Clock) -> Tally:
    """Run one round over the sources; a failing source is noted with its reason and does not stop the others."""
    total = Tally()
    for source in store.sources():
        try:
            fetched = await _fetch(source, web)
        except FetchError as error:
            store.record_round(source.id, at=timestamp(clock), error=str(error))
            total += Tally(refused=(f"{source.address}: {error}",))
            continue
        tally = Tally()
        if fetched is not None:
            articles = articles_in(fetched.body, fetched.url, fetched.content_type)
            tally = await ingest_articles(store, articles, extractor, clock)
            tally = replace(tally, refused=tuple(f"{source.address}: {line}" for line in tally.refused))
        store.record_round(
            source.id,
            at=timestamp(clock),
            etag=fetched.etag if fetched else source.etag,
            modified=fetched.modified if fetched else source.modified,
            articles=tally.saved,
        )
        total += tally
    return total


async def _fetch(source: Source, web: Fetcher) -> Fetched | None:
    if source.kind == "feed":
        return await web.get(source.address, source.etag, source.modified)
    return read_file(source.address, source.modified)


def read_file(path: str, modified: str | None) -> Fetched | None:
    """Return what a file holds, None where it is as it was at `modified`. Raises FetchError."""
    try:
        changed = str(Path(path).stat().st_mtime_ns)
        if changed == modified:
            return None
        if Path(path).stat().st_size > LARGEST_BODY:
            raise FetchError(f"larger than {LARGEST_BODY // 2**20} MB")
        return Fetched(url=path, body=Path(path).read_bytes(), modified=changed)
    except OSError as error:
        raise FetchError(f"cannot be read ({error.strerror})") from error
