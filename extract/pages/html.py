"""Web pages → the article that they carry (trafilatura), and markup → plain text."""

import codecs
import re
from hashlib import sha256

import trafilatura
from lxml import etree
from lxml import html as markup
from trafilatura.settings import Document

from extract.model import Article

CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD = 4_096  # bytes; browsers look for the declaration of the encoding in the first kilobyte, pages place it later
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
SILENT = frozenset(("script", "style", "template", "head"))
DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_page(body: bytes, url: str | None = None, content_type: str | None = None) -> Article | None:
    """Return the main text of a page with its title and stated day; None where there is no text to speak of.

    `content_type` is the header of the answer. The id is the page's address, or a digest of its text.
    """
    source = INVISIBLE.sub(" ", decode(body, content_type))
    if not source.strip():
        return None
    document = trafilatura.bare_extraction(
        source, url=url, with_metadata=True, include_comments=False, date_extraction_params=DATES
    )
    if not isinstance(document, Document) or not document.text:
        return None
    text = document.text
    address = url or document.url
    identity = address or sha256(text.encode()).hexdigest()[:16]
    return Article(id=identity, text=text, url=address, title=document.title or None, published=document.date or None)


def decode(body: bytes, content_type: str | None = None) -> str:
    """Return the text of a page: by its byte order mark, UTF-8 if it is valid, the header, the page, else cp1251.

    Valid UTF-8 of more than ASCII is never anything else, while headers are often wrong.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff")
    declared = [CHARSET.search(content_type or ""), CHARSET.search(body[:HEAD].decode("latin-1"))]
    for encoding in ("utf-8", *(found[1] for found in declared if found)):
        try:
            return body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    # A single broken letter in a page that says UTF-8 does not make it cp1251.
    says_utf8 = any(found and found[1].lower() in ("utf-8", "utf8") for found in declared)
    return body.decode("utf-8" if says_utf8 else "cp1251", "replace")


def plain_text(source: str) -> str:
    """Return what a reader sees of a piece of markup: a line a block, no tags, entities resolved.

    "<p>Два<br>слова</p>" → "Два\\nслова".
    """
    source = INVISIBLE.sub(" ", source)
    if "<" not in source and "&" not in source:
        return _tidy(source)
    try:
        root = markup.fragment_fromstring(source, create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    return _tidy("".join(_pieces(root)))


def _pieces(element: markup.HtmlElement) -> list[str]:
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(node.tail or "")
            continue
        block = "\n" if node.tag in BLOCKS else ""
        if event == "start":
            silent = any(parent.tag in SILENT for parent in (node, *node.iterancestors()))
            pieces.append(block + ("" if silent else node.text or ""))
        else:
            pieces.append(block + (node.tail or "" if node is not element else ""))
    return pieces


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
