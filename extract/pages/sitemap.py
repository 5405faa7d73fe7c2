"""News sitemaps and indexes of sitemaps → entries whose text stands on their pages."""

import re
import zlib

from lxml import etree

from extract.model import Article
from extract.pages.addresses import clean_address, identity_of
from extract.pages.dates import day_of
from extract.pages.encoding import decode
from extract.pages.entries import Entry, Listing, Unreadable, entry_of
from extract.pages.markup import has_hostile_entities, plain_text

ROOT = re.compile(r"<(?:[\w-]+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
START = 4_000  # characters
LARGEST = 50 * 2**20  # bytes of a sitemap once it is unpacked; the protocol allows no more
MOST = 1_000  # addresses of one sitemap that are taken, the newest
MOST_SITEMAPS = 10  # of an index
GZIP = b"\x1f\x8b"


def looks_like_sitemap(body: bytes) -> bool:
    """Say whether `body`, perhaps compressed, is a sitemap or an index of sitemaps."""
    head = _unpacked(body, 4 * START) if body.startswith(GZIP) else body[: 4 * START]
    return bool(ROOT.search(decode(head)[:START]))


def read_sitemap(body: bytes, url: str | None = None, content_type: str | None = None) -> Listing:
    """Return the pages of a sitemap, the newest first, and the sitemaps of an index. Raises Unreadable."""
    source = decode(_unpacked(body, LARGEST) if body.startswith(GZIP) else body, content_type)
    if has_hostile_entities(source):
        raise Unreadable("declares entities that come from outside or are made of others; refused")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source, count=1)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("broken XML where a sitemap was expected") from error
    if root is None:
        raise Unreadable("no element in this sitemap")
    pages: list[tuple[str, Entry]] = []
    sitemaps: list[tuple[str, str]] = []
    for element in root:
        told = _told(element)
        address = clean_address(told.get("loc"), url)
        if address is None:
            continue
        if _name(element) == "sitemap":
            sitemaps.append((told.get("lastmod", ""), address))
        elif _name(element) == "url":
            pages.append((told.get("publication_date") or told.get("lastmod", ""), _entry(address, told)))
    pages.sort(key=lambda pair: pair[0], reverse=True)
    sitemaps.sort(key=lambda pair: pair[0], reverse=True)
    return Listing(tuple(entry for _, entry in pages[:MOST]), tuple(one for _, one in sitemaps[:MOST_SITEMAPS]))


def _entry(address: str, told: dict[str, str]) -> Entry:
    title = plain_text(told.get("title", "")).replace("\n", " ") or None
    published = day_of(told["publication_date"]) if "publication_date" in told else None
    article = Article(id=identity_of(address), text=title or "", url=address, title=title, published=published)
    return entry_of(article, page_wanted=True, changed=told.get("lastmod", ""))


def _told(element: etree._Element) -> dict[str, str]:
    """Return the texts of the elements inside one address, by their names without a namespace."""
    return {_name(one): (one.text or "").strip() for one in element.iter(etree.Element) if one is not element}


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _unpacked(body: bytes, most: int) -> bytes:
    """Return what a compressed body holds, as far as it can be unpacked. Raises Unreadable beyond `most` bytes."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacking.decompress(body, most)
    except zlib.error as error:
        raise Unreadable("broken compression") from error
    if unpacking.unconsumed_tail and most == LARGEST:
        raise Unreadable(f"more than {LARGEST // 2**20} MB once unpacked")
    return unpacked
