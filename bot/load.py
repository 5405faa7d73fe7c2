"""Loading by hand: files, addresses, one round over the sources; each refusal is told in a line of its own."""

import sys
from collections.abc import Iterable

from bot.clock import clock
from bot.fetch import FetchError
from bot.ingest import Tally, ingest_articles, retry_aside
from bot.inputs import BadLine, articles_in, articles_of
from bot.problems import Problem, complain
from bot.round import ingest_round
from bot.settings import load_settings
from bot.wiring import web_of
from bot.worker import ExtractionWorker, extract_here
from extract.model import Article
from storage import Store


def is_address(name: str) -> bool:
    """Tell whether a name is a web address rather than a file."""
    return name.startswith(("http://", "https://"))


async def load_files(store: Store, names: list[str]) -> int:
    """Load files and addresses in turn. Returns the exit status: 1 where anything was refused."""
    total, broken = Tally(), 0
    for name in names:
        try:
            articles: Iterable[Article | BadLine] = await _download(name) if is_address(name) else articles_of(name)
            tally = await ingest_articles(store, articles, extract_here, clock)
        except Problem as problem:
            complain(str(problem))
            broken = 1
            continue
        for line in tally.refused:
            complain(f"{name}: {line}")
        total += tally
    _report(total)
    return 1 if total.refused else broken


async def _download(address: str) -> list[Article | BadLine]:
    async with web_of(load_settings()) as web:
        try:
            fetched = await web.get(address)
        except FetchError as error:
            raise Problem(f"{address}: {error}; check the address and the network") from error
    articles = articles_in(fetched.body, fetched.url, fetched.content_type)
    if not articles:
        raise Problem(f"{address}: no article there; give the address of a feed or of an article")
    return articles


async def run_round(store: Store) -> int:
    """Run one round over the sources. Returns the exit status: 1 where any of them failed."""
    if not store.sources():
        raise Problem("no sources yet; add one: coopbot sources add ADDRESS, or name files: coopbot ingest FILE")
    async with web_of(load_settings()) as web:
        tally = await ingest_round(store, web, extract_here, clock)
    for line in tally.refused:
        complain(line)
    _report(tally)
    return 1 if tally.refused else 0


async def retry(store: Store) -> int:
    """Try the articles again that were set aside. Returns the exit status: 1 where any of them failed again."""
    if not store.aside():
        print("no article is set aside", file=sys.stderr)
        return 0
    async with ExtractionWorker() as extractor:
        tally = await retry_aside(store, extractor, clock)
    for line in tally.refused:
        complain(line)
    _report(tally)
    return 1 if tally.refused else 0


def add_source(store: Store, address: str | None) -> int:
    """Keep a source for the rounds to come. Returns the exit status."""
    if not address:
        raise Problem("no address; write coopbot sources add https://site/feed.xml, or a file")
    source = store.add_source("feed" if is_address(address) else "file", address)
    print(f"{source.id}  {source.kind}  {source.address}")
    return 0


def list_sources(store: Store) -> int:
    """Print a line for each source: what it is, when it was read last, and what went wrong if anything did."""
    for source in store.sources():
        state = source.error or (f"read {source.checked_at}" if source.checked_at else "not read yet")
        print(f"{source.id}  {source.kind}  {source.address}  {state}")
    return 0


def _report(tally: Tally) -> None:
    parts = [f"{tally.saved + tally.reprints} articles read", f"{tally.facts} new facts"]
    if tally.reprints:
        parts.append(f"{tally.reprints} of them reprints")
    if tally.withdrawn:
        parts.append(f"{tally.withdrawn} facts withdrawn")
    if tally.same:
        parts.append(f"{tally.same} articles unchanged")
    if tally.refused:
        parts.append(f"{len(tally.refused)} refused")
    print(", ".join(parts), file=sys.stderr)
