"""Articles as JSON lines: what is bad is named by its line, what is good is read."""

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.jsonl import LONGEST_LINE, LONGEST_TEXT, BadLine, read_articles
from extract.model import Article

GOOD = json.dumps({"id": "1", "text": "Текст"}, ensure_ascii=False).encode()


def read(body: bytes) -> list[Article | BadLine]:
    return list(read_articles(BytesIO(body)))


def test_blank_lines_and_a_byte_order_mark_do_not_count() -> None:
    assert read(b"\xef\xbb\xbf" + GOOD + b"\n\n  \r\n" + GOOD) == [Article("1", "Текст"), Article("1", "Текст")]


@pytest.mark.parametrize(
    "line, reason",
    [
        (b'{"id": "2", "text"', "broken JSON at character 19"),
        (b"\xff\xfe", "not UTF-8 at byte 1"),
        (b"[1, 2]", "not an object"),
        (b'{"id": "2"}', "no text"),
        (b'{"id": "2", "text": "a\x01b"}', "broken JSON"),
        (b'{"id": "2", "text": "a\\u0001b"}', "control character U+0001"),
        (b"[" * 100_000, "JSON that no article needs"),
        (b'{"id": "2", "text": "' + b"a" * (LONGEST_TEXT + 1) + b'"}', "text of 1,000,001 characters"),
        (b'{"id": "2", "text": "' + b"a" * 20 * 2**20 + b'"}', "longer than 8 MB"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, reason: str) -> None:
    first, bad, last = read(GOOD + b"\n" + line + b"\n" + GOOD + b"\n")
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(bad, BadLine) and bad.number == 2 and reason in bad.reason
    assert "\n" not in bad.reason and len(bad.reason) < 200


def test_the_longest_line_is_not_held_in_memory_twice() -> None:
    assert [type(one) for one in read(b"x" * (3 * LONGEST_LINE))] == [BadLine]


@given(st.binary(max_size=300))
def test_any_bytes_give_articles_or_reasons(body: bytes) -> None:
    assert all(isinstance(one, Article | BadLine) for one in read(body))
