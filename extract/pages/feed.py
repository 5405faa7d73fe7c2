"""RSS, Atom and RDF feeds → entries (feedparser)."""

import re
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

import feedparser

from extract.model import Article
from extract.pages.addresses import clean_address, identity_of
from extract.pages.encoding import decode
from extract.pages.entries import Entry, Unreadable, entry_of
from extract.pages.junk import without_junk
from extract.pages.markup import has_hostile_entities, plain_text, tidy

ROOT = re.compile(r"<(?:[\w-]+:)?(rss|feed|rdf|channel)\b", re.IGNORECASE)
START = 2_000  # characters in which the root element stands, behind declarations and comments
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
FULL = 600  # characters from which the content of an entry is taken for the article
LONG = 1_500  # characters from which a summary is
CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|(?:читать|узнать)\s+(?:далее|больше|полностью)|толығырақ|read\s+more)\W*$",
    re.I,
)
HEADERS = {"content-type": "application/xml; charset=utf-8"}
MOST = 2_000  # entries that are read


def looks_like_feed(body: bytes) -> bool:
    """Say whether `body` starts like a feed and not like a page."""
    start = decode(body[: 2 * START])[:START]
    return bool(ROOT.search(start)) and "<html" not in start.lower()


def feed_entries(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Entry]:
    """Return the entries of a feed that say anything, in its order. Raises Unreadable for what is unsafe or broken.

    `url` resolves relative links, `content_type` is the header of the answer. A broken feed gives the entries before
    the break.
    """
    source = decode(body, content_type)
    if has_hostile_entities(source):
        raise Unreadable("declares entities that come from outside or are made of others; refused")
    headers = HEADERS | ({"content-location": url} if url else {})
    utf8 = DECLARED.sub("", source, count=1).encode("utf-8", "replace")
    try:
        parsed = feedparser.parse(BytesIO(utf8), response_headers=headers, sanitize_html=False)
    except Exception as error:  # it promises to raise nothing, and hostile numbers make it
        raise Unreadable(f"broken beyond reading ({type(error).__name__})") from error
    entries = (_entry(one, url) for one in parsed.entries[:MOST])
    return [entry for entry in entries if entry]


def read_feed(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Article]:
    """Return what the entries of a feed themselves tell, without their pages. Raises Unreadable."""
    return [entry.article for entry in feed_entries(body, url, content_type) if entry.article.text]


def _entry(entry: Any, url: str | None) -> Entry | None:
    """Return one entry of the feed at `url`, None where it has neither title nor text nor link.

    Its id is that of its link, else its own id within this feed, else a digest of what it says: "1" is an id in many
    feeds.
    """
    title = plain_text(str(entry.get("title") or "")).replace("\n", " ") or None
    full = [str(part.get("value") or "") for part in entry.get("content") or ()]
    full += [str(entry.get(name) or "") for name in ("yandex_full-text", "turbo_content")]
    content = max((without_junk(plain_text(one)) for one in full), key=len, default="")
    summary = without_junk(plain_text(str(entry.get("summary") or "")))
    text = max(content, summary, key=len) or title or ""
    link = clean_address(str(entry.get("link") or ""), url) if entry.get("link") else None
    if not text and not link:
        return None
    own = tidy(str(entry.get("id") or ""))
    named = f"{url}#{own}" if own and url else own
    identity = identity_of(link) if link else named or sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    complete = (len(content) >= FULL and not CUT.search(content)) or (len(summary) >= LONG and not CUT.search(summary))
    article = Article(id=identity, text=text, url=link, title=title, published=published_day(entry))
    return entry_of(article, page_wanted=not complete, changed=_last_change(entry))


def published_day(entry: Any) -> str | None:
    """Return the ISO day that an entry gives for its publication; None where there is none that a calendar has.

    The day is the one at the publisher's own clock where the date is written the usual way, since feedparser moves
    times to Greenwich, and an evening in one zone is the next day in another.
    """
    moment = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
    if moment is None:
        return None
    try:
        greenwich = date(*moment[:3])
    except (ValueError, TypeError, OverflowError):
        return None
    written = entry.get("published") or _last_change(entry)
    return _day_as_written(str(written), greenwich).isoformat()


def _last_change(entry: Any) -> str:
    """Return when an entry says it was changed; feedparser itself would answer with the day of publication."""
    return str(dict.get(entry, "updated") or "")


def _day_as_written(written: str, greenwich: date) -> date:
    """Return the neighbour of `greenwich` whose day of month stands first in `written`."""
    iso = re.match(r"\s*\d{4}-\d\d-(\d\d)", written)
    usual = re.match(r"\s*(?:\w+,\s*)?(\d{1,2})\s", written)
    stated = iso or usual
    if stated is None or not 1 < greenwich.toordinal() < date.max.toordinal():
        return greenwich
    neighbours = (date.fromordinal(greenwich.toordinal() + step) for step in (0, -1, 1))
    return next((day for day in neighbours if day.day == int(stated[1])), greenwich)
