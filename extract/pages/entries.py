"""What a source lists: entries, each an article as far as the source itself tells it."""

from dataclasses import dataclass
from hashlib import sha256

from extract.model import Article


class Unreadable(Exception):
    """A source gave what cannot be read. The text says why in one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a source lists.

    `article.text` is what the source itself gives, perhaps only a title or nothing; `page_wanted`: the text itself
    stands on the page at `article.url`. `digest` changes when the source says something else of it.
    """

    article: Article
    page_wanted: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source gave: entries in its order, and addresses of further sitemaps, the newest first."""

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def entry_of(article: Article, *, page_wanted: bool = False, changed: str = "") -> Entry:
    """Return an entry with its digest; `changed` is what else the source says of its last change."""
    seen = (article.url, article.title, article.published, article.text, changed)
    digest = sha256("\x00".join(part or "" for part in seen).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Entry(article, page_wanted and article.url is not None, digest)
