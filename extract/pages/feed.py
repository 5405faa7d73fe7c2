"""RSS, Atom and RDF feeds → articles (feedparser)."""

import re
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

import feedparser

from extract.model import Article
from extract.pages.html import plain_text

ROOT = re.compile(rb"<(?:\w+:)?(rss|feed|rdf|channel)\b", re.IGNORECASE)
ROOT_WIDE = re.compile(r"<(?:\w+:)?(rss|feed|rdf)\b", re.IGNORECASE)
START = 2_000  # bytes in which the root element stands, behind declarations and comments


def looks_like_feed(body: bytes) -> bool:
    """Say whether `body` starts like a feed and not like a page."""
    start = body[:START]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return bool(ROOT_WIDE.search(start.decode("utf-16", "ignore")))
    return bool(ROOT.search(start)) and b"<html" not in start.lower()


def read_feed(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Article]:
    """Return the entries of a feed that have any text, in its order.

    `url` resolves relative links, `content_type` is the header of the answer and settles the encoding. An entry's id is
    its link, else its own id within this feed, else a digest of what it says: "1" is an id in many feeds. A broken
    feed gives the entries before the break.
    """
    headers = {"content-type": content_type} if content_type else {}
    if url:
        headers["content-location"] = url
    parsed = feedparser.parse(BytesIO(body), response_headers=headers)
    articles = (read_entry(entry, url) for entry in parsed.entries)
    return [article for article in articles if article]


def read_entry(entry: Any, url: str | None = None) -> Article | None:
    """Return the article of one entry of the feed at `url`, None where it has neither title nor text."""
    title = plain_text(entry.get("title", "")).replace("\n", " ") or None
    bodies = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    text = max((plain_text(body) for body in bodies), key=len) or title
    if not text:
        return None
    link = entry.get("link") or None
    own = f"{url}#{entry.id}" if entry.get("id") and url else entry.get("id")
    identity = link or own or sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    return Article(id=identity, text=text, url=link, title=title, published=published_day(entry))


def published_day(entry: Any) -> str | None:
    """Return the ISO day that an entry gives for its publication; None where there is none that a calendar has.

    The day is the one at the publisher's own clock where the date is written the usual way, since feedparser moves
    times to Greenwich, and an evening in one zone is the next day in another.
    """
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    if moment is None:
        return None
    try:
        greenwich = date(*moment[:3])
    except ValueError:
        return None
    written = entry.get("published") or entry.get("updated") or ""
    return _day_as_written(written, greenwich).isoformat()


def _day_as_written(written: str, greenwich: date) -> date:
    """Return the neighbour of `greenwich` whose day of month stands first in `written`."""
    iso = re.match(r"\s*\d{4}-\d\d-(\d\d)", written)
    usual = re.match(r"\s*(?:\w+,\s*)?(\d{1,2})\s", written)
    stated = iso or usual
    if stated is None:
        return greenwich
    neighbours = (date.fromordinal(greenwich.toordinal() + step) for step in (0, -1, 1))
    return next((day for day in neighbours if day.day == int(stated[1])), greenwich)
