"""Addresses of articles: one that works, without tracking, and an identity that all variants of a page share."""

import re
from functools import cache
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from extract.data import load
from extract.pages.encoding import INVISIBLE

# Addresses of pages as caches of AMP show them: google.com/amp/s/site/page, site.cdn.ampproject.org/c/s/site/page.
CACHED = re.compile(
    r"^https?://(?:www\.google\.[a-z.]+/amp|[^/]+\.cdn\.ampproject\.org/[cva])/(s/)?(?P<rest>[^/]+\..+)$"
)
AMP_PATH = re.compile(r"^/amp(?=/.)|/amp/?$|\.amp(?=\.html?$|$)", re.IGNORECASE)
LONGEST = 2_000  # characters; no browser takes much longer ones


def clean_address(address: str | None, base: str | None = None) -> str | None:
    """Return a web address, resolved against `base`, without fragment and tracking; None for what is none.

    "https://a.kz/n/1?utm_source=rss#top" → "https://a.kz/n/1". The page behind it is the same.
    """
    try:
        parts = urlsplit(urljoin(base or "", INVISIBLE.sub("", address or "").strip()))
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname.rstrip(".")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    cleaned = urlunsplit((parts.scheme.lower(), host + port, path, _query(parts), ""))
    return cleaned if len(cleaned) <= LONGEST else None


def identity_of(address: str) -> str:
    """Return what the variants of a page have in common, in the form of an address.

    With or without "www.", mobile or AMP, http or https, with or without a slash at the end:
    "http://m.a.kz/n/1/amp" → "https://a.kz/n/1".
    """
    if cached := CACHED.match(address):
        address = f"https://{cached['rest']}"
    cleaned = clean_address(address)
    if cleaned is None:
        return address
    parts = urlsplit(cleaned)
    path = AMP_PATH.sub("", parts.path).rstrip("/")
    return urlunsplit(("https", site_of(cleaned), path or "/", parts.query, ""))


def site_of(address: str) -> str:
    """Return the host of an address without the labels of its variants: "m.news.a.kz" → "news.a.kz"."""
    try:
        host = (urlsplit(address).netloc.rpartition("@")[2]).lower()
    except ValueError:
        return ""
    label, _, rest = host.partition(".")
    while label in _data()["variants"] and "." in rest:
        host = rest
        label, _, rest = host.partition(".")
    return host


def own_address(fetched: str | None, declared: str | None) -> str | None:
    """Return the address of a page that declares another for itself, which counts only within the same site.

    A page that calls the home page its own address is wrong, as many templates are.
    """
    here = clean_address(fetched)
    said = clean_address(declared, fetched)
    if here is None or said is None:
        return here or said
    home = urlsplit(said).path in ("", "/") and not urlsplit(said).query and urlsplit(here).path not in ("", "/")
    return said if site_of(said) == site_of(here) and not home else here


def _query(parts: SplitResult) -> str:
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name, value)]
    return urlencode(kept) if len(kept) != parts.query.count("&") + 1 else parts.query


def _tracks(name: str, value: str) -> bool:
    lowered = name.lower()
    if value.lower() in _data()["tracking_values"].get(lowered, ()):
        return True
    return any(lowered.startswith(one[:-1]) if one.endswith("*") else lowered == one for one in _data()["tracking"])


@cache
def _data() -> dict[str, Any]:
    return load("addresses")
