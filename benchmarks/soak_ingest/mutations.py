"""Ten thousand mutated feeds, sitemaps, channels and pages: no crash, no hang over the limit."""

import asyncio
import os
import time
from collections.abc import Callable
from random import Random

from benchmarks.soak_ingest.feeds import feed_paths
from benchmarks.soak_ingest.figure import Figure
from bot.worker import ExtractionWorker, WorkerFailed
from extract.pages import ListKind, Unreadable, read, read_page, read_source

COUNT = int(os.environ.get("MUTATIONS", "10000"))
SECONDS = 10.0  # that one may take
SEED = 20260205
KINDS: tuple[ListKind, ...] = ("feed", "sitemap", "listing", "telegram")
PARAGRAPH = "Товарооборот Казахстана и Узбекистана составил 4,4 млрд долларов, сообщили в министерстве торговли. "
PAGE = (
    '<!DOCTYPE html><html lang="ru"><head><meta charset="{charset}"><title>Рост торговли</title>'
    '<link rel="canonical" href="/news/1"><meta property="article:published_time" content="2024-02-05T10:00:00+05:00">'
    '<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2024-02-05"}}</script></head><body>'
    "<nav><a href='/news/2024/02/05/a-b-c'>Другая новость о важном событии</a></nav><article><h1>Рост торговли</h1>"
    f"<p>{PARAGRAPH * 3}</p><table><tr><td>1</td><td>2</td></tr></table><p>{PARAGRAPH * 2}</p></article></body></html>"
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/'
    'schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><news:news><news:publication_date>2024-02-05'
    "</news:publication_date><news:title>Рост</news:title></news:news></url></urlset>"
)
CHANNEL = (
    '<html><body><div class="tgme_widget_message" data-post="channel/12"><div class="tgme_widget_message_text">Рост<br>'
    f'{PARAGRAPH}</div><a class="tgme_widget_message_date"><time datetime="2024-02-05T10:00:00+00:00"></time></a></div>'
    "</body></html>"
)
JSON_FEED = (
    '{"version":"https://jsonfeed.org/version/1.1","title":"Новости","items":[{"id":"1","url":"https://a.example/1",'
    f'"title":"Рост","content_html":"<p>{PARAGRAPH}</p>","date_published":"2024-02-05T10:00:00+05:00"}}]}}'
)
TOKENS = (
    b"<![CDATA[", b"]]>", b"<!--", b"&#xD800;", b"&#0;", b"&#99999999999;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>", b"<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    b"<?xml version='1.0' encoding='utf-7'?>", b'<meta charset="utf-16">', b"http://[::1", b"javascript:alert(1)",
    b'"\\ud800"', b"1e999999", b"9999-99-99", b"0000-00-00T00:00:00Z", b"<table><td><table>", b"<svg><style><p>",
    "\u202e\u0000\ufeff".encode(), b"<script>", b"</article>", b"<base href='http://[x'>", b"%zz%",
    b"?utm_source=" * 50,
)  # fmt: skip


def check() -> list[Figure]:
    """Mutate and read, in a worker process with a limit of time."""
    return asyncio.run(_check())


async def _check() -> list[Figure]:
    choose = Random(SEED)
    bodies = _bodies()
    crashed, slowest, refused = 0, 0.0, 0
    async with ExtractionWorker(seconds=SECONDS) as worker:
        await worker.run(len, "")
        for number in range(COUNT):
            body = mutated(choose, bodies)
            how = number % 3
            start = time.perf_counter()
            try:
                if how == 0:
                    await worker.run(read_source, choose.choice(KINDS), body, "https://a.example/feed")
                elif how == 1:
                    await worker.run(read, body, "https://a.example/feed", choose.choice(("text/html", "x", "; =")))
                else:
                    await worker.run(read_page, body, "https://a.example/1")
            except Unreadable:
                refused += 1
            except WorkerFailed as failed:
                crashed += 1
                print(f"  mutation {number}: {failed}")
            slowest = max(slowest, time.perf_counter() - start)
    return [
        Figure("mutated feeds and pages", COUNT),
        Figure("of them crash or hang", crashed, 0),
        Figure("of them are refused in one line", refused),
        Figure("seconds for the slowest", slowest, SECONDS),
    ]


def _bodies() -> list[bytes]:
    """Return what is mutated: as many pages and others of our own as test feeds."""
    feeds = [path.read_bytes() for path in feed_paths()]
    pages = [PAGE.format(charset=one).encode(one, "replace") for one in ("utf-8", "windows-1251", "koi8-r")]
    own = [*pages, SITEMAP.encode(), CHANNEL.encode(), JSON_FEED.encode()]
    return feeds + own * (len(feeds) // len(own))


def mutated(choose: Random, bodies: list[bytes]) -> bytes:
    """Return one of `bodies`, changed one to four times."""
    body = choose.choice(bodies)
    for _ in range(choose.randint(1, 4)):
        change: Callable[[Random, bytes], bytes] = choose.choice(CHANGES)
        body = change(choose, body)
    return body


def _flipped(choose: Random, body: bytes) -> bytes:
    changed = bytearray(body)
    for _ in range(choose.randint(1, 20) if body else 0):
        changed[choose.randrange(len(changed))] = choose.randrange(256)
    return bytes(changed)


def _cut(choose: Random, body: bytes) -> bytes:
    return body[: choose.randrange(len(body) + 1)]


def _without_part(choose: Random, body: bytes) -> bytes:
    start = choose.randrange(len(body) + 1)
    return body[:start] + body[start + choose.randint(1, 200) :]


def _repeated(choose: Random, body: bytes) -> bytes:
    start = choose.randrange(len(body) + 1)
    part = body[start : start + choose.randint(1, 60)]
    return body[:start] + part * choose.choice((2, 10, 1_000)) + body[start:]


def _with_token(choose: Random, body: bytes) -> bytes:
    at = choose.randrange(len(body) + 1)
    return body[:at] + choose.choice(TOKENS) + body[at:]


def _nested(choose: Random, body: bytes) -> bytes:
    at = choose.randrange(len(body) + 1)
    return (
        body[:at]
        + choose.choice((b"<div>", b"<item>", b"<b>", b"[", b'{"a":')) * choose.choice((50, 3_000))
        + body[at:]
    )


def _other_encoding(choose: Random, body: bytes) -> bytes:
    return body.decode("utf-8", "replace").encode(choose.choice(("utf-16", "cp1251", "koi8-r", "utf-7")), "replace")


CHANGES = (_flipped, _cut, _without_part, _repeated, _with_token, _nested, _other_encoding)
