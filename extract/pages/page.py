"""Web pages → the article that they carry: by the selectors of a known site, else by trafilatura."""

from hashlib import sha256

import trafilatura
from lxml import html as markup
from trafilatura.settings import Document

from extract.model import Article
from extract.pages.addresses import identity_of, own_address
from extract.pages.dates import day_of, page_day
from extract.pages.encoding import decode
from extract.pages.junk import without_junk
from extract.pages.markup import html_tree, text_of
from extract.pages.sites import Site, drop, select, site_at

SHORTEST = 150  # characters that a selector has to find before it is believed
PRUNED = [
    "//*[contains(@class, 'currency') or contains(@class, 'weather') or contains(@class, 'rates')]",
    "//*[contains(@class, 'read-also') or contains(@class, 'readalso') or contains(@class, 'related')]",
]


def read_page(body: bytes, url: str | None = None, content_type: str | None = None) -> Article | None:
    """Return the main text of a page with its title and stated day; None where there is no text to speak of.

    `content_type` is the header of the answer. The id is the identity of the page's address, else a digest of its text.
    """
    source = decode(body, content_type)
    tree = html_tree(source) if source.strip() else None
    if tree is None:
        return None
    address = own_address(url, _declared_address(tree))
    site = site_at(address)
    title, day = _by_title(tree, site), _by_day(tree, site)
    text = _by_selector(tree, site)
    if text is None:
        document = _main(source, address)
        text = (document.text if document else None) or ""
        title = title or (document.title if document else None)
    text = without_junk(text)
    if not text:
        return None
    title = title or _social_title(tree) or next((text_of(one) for one in tree.iter("title")), None)
    day = day or page_day(tree, address)
    identity = identity_of(address) if address else sha256(text.encode()).hexdigest()[:16]
    return Article(id=identity, text=text, url=address, title=title or None, published=day)


def _main(source: str, url: str | None) -> Document | None:
    document = trafilatura.bare_extraction(
        source, url=url, with_metadata=True, include_comments=False, prune_xpath=PRUNED,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    return document if isinstance(document, Document) else None


def _by_selector(tree: markup.HtmlElement, site: Site) -> str | None:
    """Return the text in the first of a site's places that has enough of it."""
    for selector in _alternatives(site.text):
        parts = []
        for element in select(tree, selector):
            drop(element, site.drop)
            parts.append(text_of(element))
        text = "\n".join(dict.fromkeys(part for part in parts if part))
        if len(text) >= SHORTEST:
            return text
    return None


def _by_title(tree: markup.HtmlElement, site: Site) -> str | None:
    found = (text_of(one) for selector in _alternatives(site.title) for one in select(tree, selector))
    return next((text.replace("\n", " ") for text in found if text), None)


def _by_day(tree: markup.HtmlElement, site: Site) -> str | None:
    found = (text_of(one) for selector in _alternatives(site.day) for one in select(tree, selector))
    return next((day for text in found if (day := day_of(text))), None)


def _alternatives(selectors: str | None) -> list[str]:
    return [one.strip() for one in (selectors or "").split(",") if one.strip()]


def _declared_address(tree: markup.HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return str(link.get("href"))
    return next((str(one) for one in tree.xpath("//meta[@property='og:url']/@content") if one), None)


def _social_title(tree: markup.HtmlElement) -> str | None:
    return next((str(one).strip() for one in tree.xpath("//meta[@property='og:title']/@content") if one), None)
