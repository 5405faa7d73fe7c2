"""Markup → trees without entities from outside, and trees → the text that a reader sees."""

import re

from lxml import etree
from lxml import html as markup

from extract.pages.encoding import INVISIBLE

BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr",
        "ul",
    }
)  # fmt: skip
SILENT = frozenset(["script", "style", "template", "head", "noscript", "svg", "button", "select", "option", "textarea"])
ENTITY = re.compile(r"<!ENTITY\s+[^>]{0,400}?(?:\bSYSTEM\b|\bPUBLIC\b|[\"'][^\"'>]*[&%][^\"'>]*[\"'])", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,2000}>")


def has_hostile_entities(source: str) -> bool:
    """Tell whether a document declares entities that come from outside or are made of others ("entity bomb")."""
    return bool(ENTITY.search(source))


def html_tree(source: str) -> markup.HtmlElement | None:
    """Return the tree of a page, None where there is nothing in it."""
    parser = markup.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source, count=1)  # lxml refuses a str that declares an encoding
    try:
        return markup.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def plain_text(source: str) -> str:
    """Return what a reader sees of a piece of markup: a line a block, no tags, entities resolved.

    "<p>Два<br>слова</p>" → "Два\\nслова".
    """
    if "<" not in source and "&" not in source:
        return tidy(source)
    try:
        root = markup.fragment_fromstring(source, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return tidy(TAG.sub(" ", source))
    return text_of(root)


def text_of(root: markup.HtmlElement) -> str:
    """Return what a reader sees of an element, a line a block."""
    return tidy("".join(_pieces(root)))


def _pieces(root: markup.HtmlElement) -> list[str]:
    pieces: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append("" if silent else node.tail or "")
            continue
        block = "\n" if node.tag in BLOCKS else ""
        if event == "start":
            silent += node.tag in SILENT
            pieces.append("" if silent else block + (node.text or ""))
        else:
            silent -= node.tag in SILENT
            pieces.append("" if silent else block + (node.tail or "" if node is not root else ""))
    return pieces


def tidy(text: str) -> str:
    """Return a text with single spaces and without empty lines and invisible characters."""
    lines = (re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in INVISIBLE.sub(" ", text).split("\n"))
    return "\n".join(line for line in lines if line)
