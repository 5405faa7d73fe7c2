"""Articles as JSON lines: each line is read on its own, and one that cannot be used is named with its number."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from extract.model import Article
from extract.records import BadArticle, article_from_record

LONGEST_LINE = 8 * 2**20  # bytes; a line is held in memory whole
LONGEST_TEXT = 1_000_000  # characters; about a novel, far above any piece of news
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no article: `number` counts from 1, `reason` says what is wrong and the cure."""

    number: int
    reason: str


def read_articles(stream: BinaryIO) -> Iterator[Article | BadLine]:
    """Yield an Article or a BadLine for each line of `stream` that is not blank, in order."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            _skip_rest_of_line(stream, line)
            yield BadLine(number, f"longer than {LONGEST_LINE // 2**20} MB; cut the text")
            continue
        if number == 1:
            line = line.removeprefix(BYTE_ORDER_MARK)
        if line.strip():
            try:
                yield read_article(line)
            except BadArticle as error:
                yield BadLine(number, str(error))


def read_article(line: bytes) -> Article:
    """Read one line. Raises BadArticle, whose text says what is wrong and the cure."""
    try:
        record = json.loads(line.rstrip(b"\r\n").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadArticle(f"not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadArticle(f"broken JSON at character {error.pos + 1} ({error.msg}); write one object a line") from error
    except (RecursionError, ValueError) as error:  # nested too deep; a number of thousands of digits
        raise BadArticle(
            "JSON that no article needs (too deep or too long a number); write one object a line"
        ) from error
    article = article_from_record(record)
    if len(article.text) > LONGEST_TEXT:
        raise BadArticle(f"text of {len(article.text):,} characters; at most {LONGEST_TEXT:,} are read, cut it")
    return article


def _skip_rest_of_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(LONGEST_LINE)
