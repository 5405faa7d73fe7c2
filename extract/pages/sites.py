"""Sites whose markup is known: selectors of an article's text, title and day, as data."""

from dataclasses import dataclass
from functools import cache, lru_cache

from cssselect import SelectorError
from lxml import html as markup
from lxml.cssselect import CSSSelector

from extract.data import load
from extract.pages.addresses import site_of
from extract.pages.entries import Unreadable


@dataclass(frozen=True, slots=True)
class Site:
    """CSS selectors of one site, None where nothing is known; `drop` are parts that are not the article's text."""

    text: str | None = None
    title: str | None = None
    day: str | None = None
    drop: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def site_at(address: str | None) -> Site:
    """Return what is known of the site of an address; of a known site's subdomains the same."""
    host = site_of(address or "").partition(":")[0]
    while host:
        if host in _sites():
            return _sites()[host]
        host = host.partition(".")[2]
    return Site(drop=_defaults())


def select(root: markup.HtmlElement, selector: str) -> list[markup.HtmlElement]:
    """Return the elements that a CSS selector finds, in document order. Raises Unreadable for a wrong selector."""
    return list(_compiled(selector)(root))


@lru_cache(maxsize=512)
def _compiled(selector: str) -> CSSSelector:
    try:
        return CSSSelector(selector, translator="html")
    except SelectorError as error:
        raise Unreadable(f"{selector!r} is no CSS selector ({error}); write one such as .news-list a") from error


def drop(root: markup.HtmlElement, selectors: tuple[str, ...]) -> None:
    """Take the elements that selectors find out of a tree; the text around them stays."""
    for selector in selectors:
        for element in select(root, selector):
            if element is not root and element.getparent() is not None:
                element.drop_tree()


@cache
def _defaults() -> tuple[str, ...]:
    return tuple(load("sites")["defaults"]["drop"])


@cache
def _sites() -> dict[str, Site]:
    return {
        host: Site(one.get("text"), one.get("title"), one.get("day"), (*_defaults(), *one.get("drop", ())))
        for host, one in load("sites")["sites"].items()
    }
