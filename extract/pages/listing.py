"""Pages that list articles → entries whose text stands on their pages; and the feeds that a page names."""

import re

from lxml import html as markup

from extract.model import Article
from extract.pages.addresses import clean_address, identity_of, site_of
from extract.pages.encoding import decode
from extract.pages.entries import Entry, Unreadable, entry_of
from extract.pages.markup import html_tree, text_of
from extract.pages.sites import select

MOST = 200  # links of a page
SHORTEST_HEADLINE = 20  # characters: what is shorter is a section or a button
OF_ARTICLE = re.compile(r"\d{4,}|[^/]+-[^/]+-[^/]+|/20\d\d/\d\d?/")
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
FEED_PATH = re.compile(r"(?:^|[/._-])(?:rss|feed|atom)(?:$|[/._?-])|\.(?:rss|rdf|atom)$|/rss\d?\.xml", re.IGNORECASE)


def listed_entries(
    body: bytes, url: str | None = None, content_type: str | None = None, selector: str | None = None
) -> list[Entry]:
    """Return the articles that a page links to, each once. Raises Unreadable where there are none.

    `selector` finds the links, or elements that hold them. Without one, links within the site count whose words are a
    headline and whose address is that of an article.
    """
    tree = html_tree(decode(body, content_type))
    if tree is None:
        raise Unreadable("no page there")
    links = _selected(tree, selector) if selector else [one for one in tree.iter("a") if _leads_to_article(one, url)]
    entries: dict[str, Entry] = {}
    for link in links:
        address = clean_address(link.get("href"), url)
        if address is None or (url and identity_of(address) == identity_of(url)):
            continue
        title = text_of(link).replace("\n", " ") or None
        identity = identity_of(address)
        known = entries.get(identity)
        if known is None or len(title or "") > len(known.article.title or ""):
            article = Article(id=identity, text=title or "", url=address, title=title)
            entries[identity] = entry_of(article, page_wanted=True)
        if len(entries) >= MOST:
            break
    if not entries:
        how = f"by the selector {selector!r}" if selector else "without a selector"
        raise Unreadable(f"no links to articles found {how}; name a selector of the links")
    return list(entries.values())


def _selected(tree: markup.HtmlElement, selector: str) -> list[markup.HtmlElement]:
    found: list[markup.HtmlElement] = []
    for element in select(tree, selector):
        found += [element] if element.tag == "a" else element.iter("a")
    return found


def _leads_to_article(link: markup.HtmlElement, url: str | None) -> bool:
    address = clean_address(link.get("href"), url)
    if address is None or (url and site_of(address) != site_of(url)):
        return False
    path = address.split("://", 1)[1].partition("/")[2]
    return len(text_of(link)) >= SHORTEST_HEADLINE and bool(OF_ARTICLE.search(path))


def find_feeds(body: bytes, url: str | None = None, content_type: str | None = None) -> list[str]:
    """Return the addresses of feeds that a page declares, then of those that it links to, each once."""
    tree = html_tree(decode(body, content_type))
    if tree is None:
        return []
    declared = [
        one.get("href")
        for one in tree.iter("link")
        if (one.get("type") or "").split(";")[0].strip().lower() in FEED_TYPES
        and "comment" not in (one.get("href") or "")
    ]
    linked = [one.get("href") for one in tree.iter("a") if FEED_PATH.search((one.get("href") or "").split("?")[0])]
    addresses = (clean_address(one, url) for one in (*declared, *linked))
    return list(dict.fromkeys(one for one in addresses if one))
