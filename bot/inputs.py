"""Files and standard input as articles: JSON lines, a saved page or a saved feed, told apart by how they begin."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from bot.jsonl import LONGEST_LINE, LONGEST_TEXT, BadLine, read_articles
from bot.problems import Problem
from extract.model import Article
from extract.pages import Unreadable, looks_like_json_feed, read

LARGEST_PAGE = 20 * 2**20  # bytes; a page or feed is parsed whole
START = 1024


def articles_of(path: str) -> Iterator[Article | BadLine]:
    """Yield what a file holds, "-" for the standard input. Raises Problem where there is nothing to read."""
    if path == "-":
        yield from _lines(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(path).open("rb") as stream:
            yield from _lines(stream, path) if _is_jsonl(stream) else _pages(stream, path)
    except OSError as error:
        raise Problem(f"{path}: cannot be read ({error.strerror}); check the name and the permission") from error


def articles_in(body: bytes, address: str, content_type: str | None = None) -> list[Article | BadLine]:
    """Return the articles of bytes that a source gave, whatever of the three shapes they have."""
    if _looks_like_jsonl(body[:START]):
        return list(read_articles(BytesIO(body)))
    try:
        return list(read(body, address, content_type))
    except Unreadable as reason:
        return [BadLine(1, str(reason))]


def _is_jsonl(stream: BinaryIO) -> bool:
    start = stream.read(START)
    stream.seek(0)
    return _looks_like_jsonl(start)


def _looks_like_jsonl(start: bytes) -> bool:
    """Markup begins with "<"; whatever else it is, the JSON reader names what is wrong line by line."""
    if looks_like_json_feed(start):
        return False
    return not start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<", b"\xff\xfe", b"\xfe\xff"))


def _lines(stream: BinaryIO, name: str) -> Iterator[Article | BadLine]:
    empty = True
    for one in read_articles(stream):
        empty = False
        yield one
    if empty:
        raise Problem(f"{name}: empty; give articles as JSON lines, or a saved page or feed")


def _pages(stream: BinaryIO, path: str) -> Iterator[Article | BadLine]:
    body = stream.read(LARGEST_PAGE + 1)
    if len(body) > LARGEST_PAGE:
        raise Problem(f"{path}: larger than {LARGEST_PAGE // 2**20} MB; split it")
    try:
        articles = read(body, None)
    except Unreadable as reason:
        raise Problem(f"{path}: {reason}") from reason
    if not articles:
        raise Problem(f"{path}: no article in this page or feed; check that it is the saved page itself")
    yield from articles


__all__ = ["LONGEST_LINE", "LONGEST_TEXT", "BadLine", "articles_in", "articles_of"]
