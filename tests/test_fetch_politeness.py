"""How a site is treated: its robots.txt, pauses, cache lifetimes, requests for rest and moves."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web

from bot.fetch import Fetched, FetchError, Web
from bot.fetch.hosts import Hosts
from bot.fetch.lifetime import LONGEST_FRESH, LONGEST_REST, fresh_seconds, retry_after
from bot.fetch.robots import robots_of
from tests.loopback import LOOPBACK, Serve, servers

NOW = datetime(2026, 2, 6, 7, 0, 0, tzinfo=UTC)
SITE = "https://news.example"


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    async with servers() as start:
        yield start


@pytest.mark.parametrize(
    "headers, seconds",
    [
        ({}, 0),
        ({"Cache-Control": "public, max-age=600"}, 600),
        ({"Cache-Control": 'max-age="600"'}, 600),
        ({"Cache-Control": "max-age=600", "Age": "100"}, 500),
        ({"Cache-Control": "no-cache, max-age=600"}, 0),
        ({"Cache-Control": "s-maxage=600"}, 0),
        ({"Cache-Control": "max-age=31536000"}, LONGEST_FRESH),
        ({"Expires": "Fri, 06 Feb 2026 08:00:00 GMT"}, 3600),
        ({"Expires": "Fri, 06 Feb 2026 08:00:00 GMT", "Date": "Fri, 06 Feb 2026 07:30:00 GMT"}, 1800),
        ({"Expires": "Fri, 06 Feb 2026 08:00:00 GMT", "Cache-Control": "max-age=60"}, 60),
        ({"Expires": "0"}, 0),
        ({"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0),
    ],
)
def test_how_long_an_answer_stays_fresh(headers: dict[str, str], seconds: float) -> None:
    assert fresh_seconds(headers, NOW) == seconds


@pytest.mark.parametrize(
    "written, seconds",
    [
        ("120", 120),
        ("Fri, 06 Feb 2026 09:00:00 GMT", 7200),
        ("Fri, 06 Feb 2026 06:00:00 GMT", 0),
        ("999999999", LONGEST_REST),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(written: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": written}, NOW) == seconds


@pytest.mark.parametrize(
    "answer, refused",
    [
        (Fetched(SITE, b"User-agent: *\nDisallow: /private"), ["/private/a"]),
        (Fetched(SITE, b"User-agent: coopbot\nDisallow: /\n\nUser-agent: *\nAllow: /"), ["/feed", "/private/a"]),
        (Fetched(SITE, b"User-agent: *\nDisallow: /\n\nUser-agent: CoopBot\nAllow: /"), []),
        (Fetched(SITE, b"<html>no robots here</html>"), []),
        (FetchError("answered 404", status=404), []),
        (FetchError("answered 403", status=403), []),
        (FetchError("more than 5 redirects", status=302), []),
        (FetchError("answered 503", status=503), ["/feed", "/private/a"]),
        (FetchError("cannot be reached"), ["/feed", "/private/a"]),
    ],
)
def test_robots_txt_is_obeyed_as_rfc_9309_has_it(answer: Fetched | FetchError, refused: list[str]) -> None:
    robots = robots_of(answer)
    for path in ("/feed", "/private/a"):
        try:
            robots.check(SITE + path, "coopbot")
            assert path not in refused
        except FetchError:
            assert path in refused


@pytest.mark.parametrize(
    "text, seconds",
    [(b"Crawl-delay: 7", 7), (b"Crawl-delay: 0.5", 0.5), (b"Request-rate: 1/20", 20), (b"Crawl-delay: x", 0), (b"", 0)],
)
def test_robots_txt_may_ask_for_pauses(text: bytes, seconds: float) -> None:
    assert robots_of(Fetched(SITE, b"User-agent: *\n" + text)).pause("coopbot") == seconds


async def test_robots_txt_is_asked_for_once_and_stops_a_request(serve: Serve) -> None:
    asked: list[str] = []

    async def answer_all(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(text="User-agent: *\nDisallow: /feed" if request.path == "/robots.txt" else "page")

    address = await serve(answer_all)
    async with Web(LOOPBACK, pause=0) as client:
        with pytest.raises(FetchError, match=r"robots\.txt does not allow it"):
            await client.get(address)
        assert (await client.get(address.replace("/feed", "/page"))).body == b"page"
    assert asked == ["/robots.txt", "/page"]


class Time:
    """A monotonic clock that only sleeping moves."""

    def __init__(self) -> None:
        self.moment = 100.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += seconds


async def test_requests_to_one_host_wait_for_each_other_and_those_to_another_do_not() -> None:
    time, order = Time(), []
    hosts = Hosts(2, time.now, time.sleep)

    async def visit(host: str, name: str) -> None:
        async with hosts.turn(host):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    await asyncio.gather(visit("a", "first"), visit("a", "second"))
    assert order == ["first begins", "first ends", "second begins", "second ends"] and time.slept == [2]
    await visit("b", "third")
    assert time.slept == [2]


async def test_a_host_may_ask_for_longer_pauses_and_for_rest() -> None:
    time = Time()
    hosts = Hosts(1, time.now, time.sleep)
    async with hosts.turn("a", 5):
        pass
    async with hosts.turn("a", 5):
        hosts.rest("a", 30)
    assert time.slept == [5]
    with pytest.raises(FetchError, match="asked to be left alone") as caught:
        async with hosts.turn("a"):
            pass
    assert caught.value.retry_after == 30
    time.moment += 30
    async with hosts.turn("a", 3_000):
        pass
    with pytest.raises(FetchError, match="left for later"):
        async with hosts.turn("a"):
            pass


async def test_a_server_that_asks_for_rest_is_not_asked_again(serve: Serve) -> None:
    asked = []

    async def busy(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=429, headers={"Retry-After": "600"})

    address = await serve(busy)
    async with Web(LOOPBACK, pause=0) as client:
        with pytest.raises(FetchError, match="answered 429") as caught:
            await client.get(address)
        assert caught.value.retry_after == 600
        with pytest.raises(FetchError, match="left for later"):
            await client.get(address + "/other")
    assert asked == ["/feed"]


@pytest.mark.parametrize(
    "statuses, moved",
    [((301,), "1"), ((308, 301), "2"), ((302,), None), ((301, 302), "1"), ((302, 301), None), ((303,), None)],
)
async def test_a_move_for_good_is_told_and_one_for_now_is_not(
    statuses: tuple[int, ...], moved: str | None, serve: Serve
) -> None:
    async def moving(request: web.Request) -> web.Response:
        step = int(request.query.get("step", 0))
        if step < len(statuses):
            return web.Response(status=statuses[step], headers={"Location": f"/feed?step={step + 1}"})
        return web.Response(text="here")

    address = await serve(moving)
    async with Web(LOOPBACK, pause=0) as client:
        answer = await client.get(address)
    assert answer.body == b"here" and answer.moved == (f"{address}?step={moved}" if moved else None)


async def test_cache_lifetime_comes_with_the_answer_also_where_nothing_changed(serve: Serve) -> None:
    async def fresh(request: web.Request) -> web.Response:
        status = 304 if "If-None-Match" in request.headers else 200
        return web.Response(status=status, headers={"Cache-Control": "max-age=900", "ETag": '"1"'})

    address = await serve(fresh)
    async with Web(LOOPBACK, pause=0) as client:
        assert (await client.get(address)).fresh_seconds == 900
        again = await client.get(address, '"1"')
    assert again.unchanged and again.fresh_seconds == 900
