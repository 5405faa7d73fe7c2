"""JSON Feed (jsonfeed.org, versions 1 and 1.1) → entries."""

import json
import re
from hashlib import sha256
from typing import Any

from extract.model import Article
from extract.pages.addresses import clean_address, identity_of
from extract.pages.dates import day_of
from extract.pages.encoding import decode
from extract.pages.entries import Entry, Unreadable, entry_of
from extract.pages.feed import CUT, FULL, MOST
from extract.pages.junk import without_junk
from extract.pages.markup import plain_text, tidy

VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/')
START = 4_000  # bytes in which the version stands


def looks_like_json_feed(body: bytes) -> bool:
    """Say whether `body` is an object that calls itself a JSON Feed."""
    start = body[:START].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and bool(VERSION.search(body[:START]) or VERSION.search(body[-START:]))


def json_feed_entries(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Entry]:
    """Return the entries of a JSON Feed that say anything, in its order. Raises Unreadable where it is broken."""
    try:
        feed = json.loads(decode(body, content_type))
    except (ValueError, RecursionError) as error:
        raise Unreadable("broken JSON where a JSON Feed was expected") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise Unreadable("no list of items in this JSON Feed")
    entries = (_entry(item, url) for item in items[:MOST] if isinstance(item, dict))
    return [entry for entry in entries if entry]


def _entry(item: dict[str, Any], url: str | None) -> Entry | None:
    title = plain_text(_text(item, "title")).replace("\n", " ") or None
    content = without_junk(plain_text(_text(item, "content_html")) or tidy(_text(item, "content_text")))
    summary = without_junk(tidy(_text(item, "summary")))
    text = max(content, summary, key=len) or title or ""
    told = _text(item, "url") or _text(item, "external_url")
    link = clean_address(told, url) if told else None
    if not text and not link:
        return None
    own = tidy(_text(item, "id"))
    named = f"{url}#{own}" if own and url else own
    identity = identity_of(link) if link else named or sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    published = day_of(_text(item, "date_published") or _text(item, "date_modified"))
    article = Article(id=identity, text=text, url=link, title=title, published=published)
    complete = len(content) >= FULL and not CUT.search(content)
    return entry_of(article, page_wanted=not complete, changed=_text(item, "date_modified"))


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)
