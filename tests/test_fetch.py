"""Fetching from loopback servers that behave and misbehave."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web

from bot.fetch import REDIRECTS, FetchError, Web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start a server on a free loopback port for a handler; its address comes back."""
    runners: list[web.AppRunner] = []

    async def start(handler: Handler) -> str:
        application = web.Application()
        application.router.add_get("/{path:.*}", handler)
        runner = web.AppRunner(application, shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        runners.append(runner)
        return f"http://127.0.0.1:{runner.addresses[0][1]}/feed"

    yield start
    for runner in runners:
        await runner.cleanup()


async def test_a_page_comes_with_what_to_send_back(serve: Serve) -> None:
    async def page(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(body=b"body", headers={"ETag": '"1"', "Last-Modified": "Mon, 24 Jan 2022 00:00:00 GMT"})

    address = await serve(page)
    async with Web() as client:
        fetched = await client.get(address)
        assert fetched is not None
        assert (fetched.body, fetched.etag) == (b"body", '"1"')
        assert await client.get(address, fetched.etag, fetched.modified) is None


async def test_the_reader_says_who_it_is(serve: Serve) -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(text=request.headers["User-Agent"])

    async with Web() as client:
        fetched = await client.get(await serve(echo))
    assert fetched is not None and fetched.body.startswith(b"coopbot/")


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
async def test_a_refusal_is_told_by_its_status(serve: Serve, status: int) -> None:
    async def refuse(request: web.Request) -> web.Response:
        return web.Response(status=status)

    address = await serve(refuse)
    async with Web() as client:
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
    async with Web(largest=2**20) as client:
        with pytest.raises(FetchError, match="larger than 1 MB"):
            await client.get(address)


async def test_a_small_body_that_unpacks_to_a_large_one_is_cut_off(serve: Serve) -> None:
    async def bomb(request: web.Request) -> web.Response:
        return web.Response(body=gzip.compress(b"0" * 30 * 2**20), headers={"Content-Encoding": "gzip"})

    address = await serve(bomb)
    async with Web(largest=2**20) as client:
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
    async with Web(seconds=0.3) as client:
        with pytest.raises(FetchError, match="no answer within"):
            await client.get(address)


async def test_redirects_come_to_an_end(serve: Serve) -> None:
    async def loop(request: web.Request) -> web.Response:
        raise web.HTTPFound("/again")

    address = await serve(loop)
    async with Web() as client:
        with pytest.raises(FetchError, match=f"more than {REDIRECTS} redirects"):
            await client.get(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "https://", "ftp://127.0.0.1/", "nothing", "http://[::1"])
async def test_an_address_that_leads_nowhere_is_told_in_one_line(address: str) -> None:
    async with Web(seconds=2) as client:
        with pytest.raises(FetchError) as caught:
            await client.get(address)
    assert "\n" not in str(caught.value)
