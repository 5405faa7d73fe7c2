"""Pages and feeds as bytes: which encoding, which text, which day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pages import Unreadable, looks_like_feed, read, read_feed
from extract.pages.encoding import decode
from extract.pages.markup import plain_text

ENTRY = (
    "<item><guid>1</guid><title>Рост торговли</title><link>https://a.example/1</link>"
    "<pubDate>Mon, 24 Jan 2022 01:30:00 +0600</pubDate>"
    "<description>&lt;p&gt;Товарооборот вырос.&lt;/p&gt;</description></item>"
)
BODY = "<p>" + "Стороны обсудили строительство завода и условия поставки оборудования на следующий год. " * 6 + "</p>"


def feed(encoding: str) -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>Новости</title>'
    return (head + ENTRY + "</channel></rss>").encode(encoding)


def page(encoding: str) -> bytes:
    head = f'<html><head><meta charset="{encoding}"><title>Завод</title></head><body><article><h1>Завод</h1>'
    return (head + BODY + "</article></body></html>").encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_a_feed_is_read_in_its_encoding(encoding: str) -> None:
    [article] = read(feed(encoding), "https://a.example/feed")
    assert (article.id, article.title, article.text) == ("https://a.example/1", "Рост торговли", "Товарооборот вырос.")


def test_the_day_is_that_of_the_publisher() -> None:
    assert read_feed(feed("utf-8"))[0].published == "2022-01-24"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_a_page_is_read_in_its_encoding(encoding: str) -> None:
    [article] = read(page(encoding), "https://a.example/1")
    assert "обсудили строительство завода" in article.text and article.id == "https://a.example/1"


def test_a_wrong_header_does_not_spoil_utf_8() -> None:
    assert "Завод" in decode(page("utf-8"), "text/html; charset=windows-1251")


@pytest.mark.parametrize(
    "source, text",
    [
        ("<p>Два<br>слова</p>", "Два\nслова"),
        ("a &amp; b", "a & b"),
        ("<script>alert(1)</script>Текст", "Текст"),
        ("<p>Один</p><p>Два</p>", "Один\nДва"),
        ("без разметки", "без разметки"),
        ("a<!-- b -->c", "ac"),
    ],
)
def test_plain_text(source: str, text: str) -> None:
    assert plain_text(source) == text


def test_a_broken_feed_gives_what_stands_before_the_break() -> None:
    assert len(read_feed(feed("utf-8")[:-30])) == 1


def test_entities_from_outside_are_not_read() -> None:
    hostile = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>'
    with pytest.raises(Unreadable, match="entities"):
        read(hostile)


def test_entries_without_a_link_do_not_share_an_id_between_feeds() -> None:
    bare = (
        feed("utf-8")
        .replace(b"<link>https://a.example/1</link>", b"")
        .replace(b"<guid>", b'<guid isPermaLink="false">')
    )
    assert read(bare, "https://a.example/feed")[0].id != read(bare, "https://b.example/feed")[0].id


def test_a_page_is_no_feed() -> None:
    assert looks_like_feed(feed("utf-8")) and not looks_like_feed(page("utf-8"))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_left(body: bytes) -> None:
    try:
        assert isinstance(read(body), list)
    except Unreadable as reason:
        assert str(reason)
