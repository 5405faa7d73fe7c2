"""Bytes of feeds, sitemaps, lists and pages in, articles out. A kind of source is one reader here."""

from dataclasses import replace
from typing import Literal

from extract.model import Article
from extract.pages.entries import Entry, Listing, Unreadable
from extract.pages.feed import feed_entries, looks_like_feed, read_feed
from extract.pages.json_feed import json_feed_entries, looks_like_json_feed
from extract.pages.listing import find_feeds, listed_entries
from extract.pages.page import read_page
from extract.pages.sitemap import looks_like_sitemap, read_sitemap
from extract.pages.telegram import channel_entries, channel_page, looks_like_channel

ListKind = Literal["feed", "sitemap", "listing", "telegram"]

__all__ = [
    "Entry",
    "ListKind",
    "Listing",
    "Unreadable",
    "channel_page",
    "find_feeds",
    "kind_of",
    "looks_like_feed",
    "looks_like_json_feed",
    "read",
    "read_entry_page",
    "read_feed",
    "read_page",
    "read_source",
]


def kind_of(body: bytes) -> ListKind:
    """Tell what kind of list `body` is by its own bytes; a page that is nothing else is a listing."""
    if looks_like_json_feed(body):
        return "feed"
    if looks_like_sitemap(body):
        return "sitemap"
    if looks_like_feed(body):
        return "feed"
    return "telegram" if looks_like_channel(body) else "listing"


def read_source(
    kind: ListKind,
    body: bytes,
    url: str | None = None,
    content_type: str | None = None,
    selector: str | None = None,
) -> Listing:
    """Return what a source lists. Raises Unreadable, whose text says in one line why it cannot be read.

    What the bytes are goes before what they were said to be, but a page is never taken for the feed it should be.
    """
    found = kind_of(body)
    if found == "listing" and kind != "listing":
        raise Unreadable(_instead_of(kind, body))
    match found:
        case "feed":
            entries_of = json_feed_entries if looks_like_json_feed(body) else feed_entries
            return Listing(tuple(entries_of(body, url, content_type)))
        case "sitemap":
            return read_sitemap(body, url, content_type)
        case "telegram":
            return Listing(tuple(channel_entries(body, url, content_type)))
    return Listing(tuple(listed_entries(body, url, content_type, selector)))


def read_entry_page(
    entry: Entry, body: bytes, url: str | None = None, content_type: str | None = None
) -> Article | None:
    """Return the article of an entry from its page; None where the page has no text to speak of.

    The entry's identity stays, its title and day go before those of the page, and so does its text where it is longer.
    """
    page = read_page(body, url or entry.article.url, content_type)
    known = entry.article
    if page is None:
        return None
    return replace(
        known,
        text=page.text if len(page.text) >= len(known.text) else known.text,
        url=page.url or known.url,
        title=known.title or page.title,
        published=known.published or page.published,
    )


def read(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Article]:
    """Read a feed, a channel or a page, whichever `body` is; no articles where it holds no text. Raises Unreadable."""
    if looks_like_json_feed(body):
        return [entry.article for entry in json_feed_entries(body, url, content_type) if entry.article.text]
    if looks_like_feed(body):
        return read_feed(body, url, content_type)
    if looks_like_channel(body):
        return [entry.article for entry in channel_entries(body, url, content_type)]
    page = read_page(body, url, content_type)
    return [page] if page else []


def _instead_of(kind: str, body: bytes) -> str:
    if not body.strip():
        return "an empty answer"
    start = body[:2_000].lower()
    if b"<html" in start or b"<!doctype html" in start:
        return f"a page where a {kind} was expected"
    return f"no {kind}; the answer begins with {body[:30].decode('utf-8', 'replace')!r}"
