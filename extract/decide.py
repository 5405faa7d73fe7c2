"""What is to be done with an article that was read: is it new, changed, the same, too old, not about cooperation?

Everything here is decided from values: no store, no clock.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Literal

from extract.model import Article
from extract.relevance import is_relevant

Decision = Literal["new", "changed", "same", "too old", "off topic"]

AGAIN_AFTER = timedelta(days=1)  # that a page is read again after: articles are corrected soon or never
AGAIN_WITHIN = timedelta(days=7)  # of its publication


@dataclass(frozen=True, slots=True)
class Rules:
    """What is kept: nothing published before the day `oldest`, and only what is about cooperation where `on_topic`."""

    oldest: date | None = None
    on_topic: bool = False


BY_HAND = Rules()  # who names a file means all that is in it


@dataclass(frozen=True, slots=True)
class LastReading:
    """What became of an entry of a source when it was last read: `digest` is the entry's, `at` an ISO time in UTC."""

    digest: str
    outcome: str
    at: str


def fingerprint(article: Article) -> str:
    """Return a digest of all that a reader sees of `article`; equal digests mean that nothing changed.

    White space at the ends does not count: feeds add and drop it from one day to the next.
    """
    seen = (article.url, article.title, article.published, article.language, article.text)
    return sha256("\x00".join((part or "").strip() for part in seen).encode("utf-8", "surrogatepass")).hexdigest()


def decide(known: Article | None, read: Article, rules: Rules = BY_HAND) -> Decision:
    """Compare an article as just read with the stored one of the same id, None where there is none.

    What is stored already is kept up to date whatever the rules.
    """
    if known is not None:
        return "same" if fingerprint(known) == fingerprint(read) else "changed"
    if is_too_old(read.published, rules):
        return "too old"
    return "new" if not rules.on_topic or is_relevant(read) else "off topic"


def is_too_old(published: str | None, rules: Rules) -> bool:
    """Tell whether a day of publication lies before what is kept; an undated article does not."""
    return bool(published and rules.oldest and published < rules.oldest.isoformat()[: len(published)])


def is_due(last: LastReading | None, digest: str, published: str | None, now: datetime) -> bool:
    """Tell whether an entry is to be read: it is new, its source says something else of it, or it is young.

    `now` knows its zone. A young article is read once a day, since corrections do not always reach the feed; undated
    ones and those that were not kept are not read again.
    """
    if last is None or last.digest != digest:
        return True
    if last.outcome in ("too old", "off topic") or not published:
        return False
    young = published >= (now - AGAIN_WITHIN).date().isoformat()[: len(published)]
    return young and datetime.fromisoformat(last.at) + AGAIN_AFTER <= now
