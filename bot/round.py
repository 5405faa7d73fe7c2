"""One round over the sources.

    due sources | fetch | read | ingest articles | record

Only `fetch` touches the network. A source that fails is noted with its reason and stops no other.
"""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from bot.clock import Clock, timestamp
from bot.fetch import LARGEST_BODY, Fetched, FetchError
from bot.ingest import Extractor, Tally, ingest_articles
from bot.inputs import articles_in
from storage import Source, Store


class Fetcher(Protocol):
    """What a round needs of the web; `bot.fetch.Web` is one."""

    async def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return what an address gives; `unchanged` where it is as it was. Raises FetchError."""
        ...


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
        if not fetched.unchanged:
            articles = articles_in(fetched.body, fetched.url, fetched.content_type)
            tally = await ingest_articles(store, articles, extractor, clock)
            tally = replace(tally, refused=tuple(f"{source.address}: {line}" for line in tally.refused))
        store.record_round(
            source.id,
            at=timestamp(clock),
            etag=fetched.etag or (source.etag if fetched.unchanged else None),
            modified=fetched.modified or (source.modified if fetched.unchanged else None),
            articles=tally.saved,
        )
        total += tally
    return total


async def _fetch(source: Source, web: Fetcher) -> Fetched:
    if source.kind == "feed":
        return await web.get(source.address, source.etag, source.modified)
    return read_file(source.address, source.modified)


def read_file(path: str, modified: str | None) -> Fetched:
    """Return what a file holds; `unchanged` where it is as it was at `modified`. Raises FetchError."""
    try:
        changed = str(Path(path).stat().st_mtime_ns)
        if changed == modified:
            return Fetched(url=path, body=b"", unchanged=True)
        if Path(path).stat().st_size > LARGEST_BODY:
            raise FetchError(f"larger than {LARGEST_BODY // 2**20} MB")
        return Fetched(url=path, body=Path(path).read_bytes(), modified=changed)
    except OSError as error:
        raise FetchError(f"cannot be read ({error.strerror})") from error
