"""The pieces of messages: escaping, cutting, links, and what a button can carry."""

import pytest

from handlers.keyboards import open_fact
from handlers.render.parts import cut, fit, is_link, plain, safe, units


def test_blocks_that_do_not_fit_are_left_out_whole() -> None:
    blocks = ["<b>" + "я" * 3000 + "</b>", "<b>" + "😀" * 600 + "</b>", "конец"]
    assert fit(blocks) == blocks[0]
    assert units(plain(fit(blocks))) <= 4096


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("короткий", 10, "короткий"), ("завод стеновых панелей", 16, "завод стеновых…"), ("а" * 30, 10, "а" * 9 + "…")],
)
def test_long_names_are_cut_at_a_word(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown


def test_escaping() -> None:
    assert safe("a < b & c\x07") == "a &lt; b &amp; c "


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://news.example/1", True),
        ("http://news.example/а?б=1", True),
        ("javascript:alert(1)", False),
        ("https://localhost/1", False),
        ("https://news.example/a b", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_addresses_that_telegram_opens_become_links(url: str | None, links: bool) -> None:
    assert is_link(url) is links


def test_a_button_carries_as_many_ids_as_its_64_bytes_hold() -> None:
    data = open_fact("1", range(10**6, 10**6 + 30), "kk").data or ""
    assert data.startswith("f:kk:1000000-1000001-") and len(data.encode()) <= 64
