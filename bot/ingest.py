"""Articles into the database.

    decide | extract | save

Each article is saved on its own, in one transaction: whatever breaks, what was saved before stays. One that cannot be
extracted is set aside after TRIES tries and stops nothing.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import timedelta

from bot.clock import Clock, timestamp
from bot.inputs import BadLine
from extract.decide import BY_HAND, LastReading, Rules, decide, is_due, is_too_old
from extract.language import detect_language
from extract.model import Article, Found
from extract.pages import Entry
from extract.reprint import first_told
from storage import Store

log = logging.getLogger(__name__)

Extractor = Callable[[Article], Awaitable[list[Found]]]
TRIES = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of articles: each is counted once among the first six, or has a line in `refused`.

    `facts` counts those that are new or stated again, `withdrawn` those that changed articles no longer state.
    """

    saved: int = 0
    reprints: int = 0
    same: int = 0
    old: int = 0
    off_topic: int = 0
    aside: int = 0
    facts: int = 0
    withdrawn: int = 0
    refused: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))

    @property
    def outcome(self) -> str:
        """What became of a single article, in a word or two."""
        outcomes = {"saved": self.saved, "reprint": self.reprints, "too old": self.old, "off topic": self.off_topic}
        outcomes |= {"same": self.same, "aside": self.aside}
        return next((name for name, count in outcomes.items() if count), "refused")


def rules_of(oldest_days: int, clock: Clock) -> Rules:
    """Return the rules of rounds: articles of the last `oldest_days` days that are about cooperation."""
    return Rules(oldest=(clock() - timedelta(days=oldest_days)).date(), on_topic=True)


def with_language(article: Article) -> Article | None:
    """Return `article` with its language, None where it is in none that is read."""
    if article.language:
        return article
    language = detect_language(f"{article.title or ''}\n{article.text}")
    return replace(article, language=language) if language else None


def wanted(store: Store, entry: Entry, rules: Rules, clock: Clock) -> bool:
    """Tell whether an entry of a source is to be read, its page fetched if need be: it is new or may have changed."""
    if is_too_old(entry.article.published, rules):
        return False
    return is_due(store.last_reading(entry.article.id), entry.digest, entry.article.published, clock())


async def ingest_entry(
    store: Store, entry: Entry, article: Article, extractor: Extractor, clock: Clock, rules: Rules
) -> Tally:
    """Save the facts of an entry's article, and remember that it was read; a refused one is told once."""
    tally = await _ingest_one(store, article, extractor, clock, rules)
    store.note_reading(entry.article.id, LastReading(entry.digest, tally.outcome, timestamp(clock)))
    return tally


async def ingest_articles(
    store: Store,
    articles: Iterable[Article | BadLine],
    extractor: Extractor,
    clock: Clock,
    rules: Rules = BY_HAND,
) -> Tally:
    """Save the facts of each article that is new or changed; a refused one is named and the others go on."""
    tally = Tally()
    for one in articles:
        if isinstance(one, BadLine):
            tally += Tally(refused=(f"line {one.number}: {one.reason}",))
        else:
            tally += await _ingest_one(store, one, extractor, clock, rules)
    return tally


async def retry_aside(store: Store, extractor: Extractor, clock: Clock) -> Tally:
    """Try the articles again that were set aside."""
    tally = Tally()
    for one in store.aside():
        tally += await _ingest_one(store, one.article, extractor, clock, BY_HAND, again=True)
    return tally


async def _ingest_one(
    store: Store, read: Article, extractor: Extractor, clock: Clock, rules: Rules, *, again: bool = False
) -> Tally:
    article = with_language(read)
    if article is None:
        return Tally(refused=(f"article {read.id}: not in Russian, Kazakh or English; nothing was kept of it",))
    match decide(store.article(article.id), article, rules):
        case "same":
            return Tally(same=1)
        case "too old":
            return Tally(old=1)
        case "off topic":
            return Tally(off_topic=1)
    if store.is_aside(article) and not again:
        return Tally(aside=1)
    found = await _extracted(article, extractor)
    if isinstance(found, str):
        store.set_aside(article, found, tries=TRIES, at=timestamp(clock))
        cure = "it is set aside; try again with: coopbot ingest --retry"
        return Tally(refused=(f"article {article.id}: could not be read ({found}); {cure}",))
    source = first_told(article, store.like(article))
    saved = store.save_article(article, found, seen_at=timestamp(clock), repeats=source.id if source else None)
    told = Tally(reprints=1) if source else Tally(saved=1)
    return told + Tally(facts=saved.new, withdrawn=saved.withdrawn)


async def _extracted(article: Article, extractor: Extractor) -> list[Found] | str:
    """Return the facts of an article, or in one line why there is no telling after TRIES tries."""
    reason = ""
    for number in range(1, TRIES + 1):
        try:
            return await extractor(article)
        except Exception as error:  # whatever a text provokes must not stop the others
            log.warning("article %s, try %d of %d failed", article.id, number, TRIES, exc_info=error)
            reason = f"{type(error).__name__}: {error}".replace("\n", " ")[:300].removeprefix("WorkerFailed: ")
    return reason
