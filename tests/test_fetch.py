"""Fetching from loopback servers that behave and misbehave."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.fetch import LARGEST_BODY, REDIRECTS, FetchError, Web
from tests.loopback import LOOPBACK, Serve, servers


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start a server on a free loopback port for a handler; its address comes back."""
    async with servers() as start:
        yield start


def reader(seconds: float = 5, largest: int = LARGEST_BODY) -> Web:
    return Web(LOOPBACK, seconds=seconds, largest=largest, pause=0)


async def test_a_page_comes_with_what_to_send_back(serve: Serve) -> None:
    async def page(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(body=b"body", headers={"ETag": '"1"', "Last-Modified": "Mon, 24 Jan 2022 00:00:00 GMT"})

    address = await serve(page)
    async with reader() as client:
        fetched = await client.get(address)
        assert (fetched.body, fetched.etag) == (b"body", '"1"')
        again = await client.get(address, fetched.etag, fetched.modified)
    assert again.unchanged and again.body == b""


async def test_the_reader_says_who_it_is(serve: Serve) -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(text=request.headers["User-Agent"])

    async with reader() as client:
        fetched = await client.get(await serve(echo))
    assert fetched.body.startswith(b"coopbot/")


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
async def test_a_refusal_is_told_by_its_status(serve: Serve, status: int) -> None:
    async def refuse(request: web.Request) -> web.Response:
        return web.Response(status=status)

    address = await serve(refuse)
    async with reader() as client:
        with pytest.raises(FetchError, match=str(status)):
            await client.get(address)


async def test_a_body_without_end_is_cut_off(serve: Serve) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(10_000):
            await response.write(b"x" * 65_536)
        return response

    address = await serve(endless)
    async with reader(largest=2**20) as client:
        with pytest.raises(FetchError, match="larger than 1 MB"):
            await client.get(address)


async def test_a_small_body_that_unpacks_to_a_large_one_is_cut_off(serve: Serve) -> None:
    async def bomb(request: web.Request) -> web.Response:
        return web.Response(body=gzip.compress(b"0" * 30 * 2**20), headers={"Content-Encoding": "gzip"})

    address = await serve(bomb)
    async with reader(largest=2**20) as client:
        with pytest.raises(FetchError, match="larger than 1 MB"):
            await client.get(address)


async def test_a_slow_server_is_left(serve: Serve) -> None:
    async def slow(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(100):
            await response.write(b"x")
            await asyncio.sleep(0.05)
        return response

    address = await serve(slow)
    async with reader(seconds=0.3) as client:
        with pytest.raises(FetchError, match="no whole answer within"):
            await client.get(address)


async def test_redirects_come_to_an_end(serve: Serve) -> None:
    async def loop(request: web.Request) -> web.Response:
        raise web.HTTPFound("/again")

    address = await serve(loop)
    async with reader() as client:
        with pytest.raises(FetchError, match=f"more than {REDIRECTS} redirects"):
            await client.get(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "https://", "ftp://127.0.0.1/", "nothing", "http://[::1"])
async def test_an_address_that_leads_nowhere_is_told_in_one_line(address: str) -> None:
    async with reader(seconds=2) as client:
        with pytest.raises(FetchError) as caught:
            await client.get(address)
    assert "\n" not in str(caught.value)


async def test_not_changed_is_no_answer_to_a_first_request(serve: Serve) -> None:
    async def never_changed(request: web.Request) -> web.Response:
        return web.Response(status=304)

    address = await serve(never_changed)
    async with reader() as client:
        with pytest.raises(FetchError, match="304"):
            await client.get(address)


GZIPPED = gzip.compress(b"first ") + gzip.compress(b"second")


@pytest.mark.parametrize(
    "packing, body, told",
    [
        ("gzip", GZIPPED, b"first second"),
        ("x-gzip", GZIPPED, b"first second"),
        ("deflate", zlib.compress(b"body"), b"body"),
        ("deflate", zlib.compress(b"body")[2:-4], b"body"),
        ("gzip", GZIPPED[:20], "cut off before its end"),
        ("gzip", b"plain text", "says gzip and is not"),
        ("br", b"brotli", "packed as 'br'"),
        ("gzip, gzip", b"twice", "packed as"),
    ],
)
async def test_a_packed_body_is_unpacked_or_refused(packing: str, body: bytes, told: bytes | str, serve: Serve) -> None:
    async def packed(request: web.Request) -> web.Response:
        assert request.headers["Accept-Encoding"] == "gzip, deflate"
        return web.Response(body=body, headers={"Content-Encoding": packing})

    address = await serve(packed)
    async with reader() as client:
        if isinstance(told, bytes):
            assert (await client.get(address)).body == told
        else:
            with pytest.raises(FetchError, match=told):
                await client.get(address)


async def test_a_body_that_breaks_off_is_refused(serve: Serve) -> None:
    async def broken(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"<rss>")
        assert request.transport is not None
        request.transport.close()
        return response

    address = await serve(broken)
    async with reader() as client:
        with pytest.raises(FetchError, match="cut off before its end"):
            await client.get(address)
