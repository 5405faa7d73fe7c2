"""Articles into the database.

    decide | extract | save

Each article is saved on its own, in one transaction: whatever breaks, what was saved before stays.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

from bot.clock import Clock, timestamp
from bot.inputs import BadLine
from extract.decide import decide
from extract.language import detect_language
from extract.model import Article, Found
from storage import Store

log = logging.getLogger(__name__)

Extractor = Callable[[Article], Awaitable[list[Found]]]


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
