"""Bytes of pages and feeds in, articles out. A source kind is one reader here."""

from extract.model import Article
from extract.pages.feed import looks_like_feed, read_feed
from extract.pages.html import read_page

__all__ = ["looks_like_feed", "read", "read_feed", "read_page"]


def read(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Article]:
    """Read a feed or a page, whichever `body` is; no articles where it is neither or holds no text."""
    if looks_like_feed(body):
        return read_feed(body, url, content_type)
    page = read_page(body, url, content_type)
    return [page] if page else []
