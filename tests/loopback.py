"""Servers on free loopback ports, for tests of what the web may answer."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.fetch import Guard

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]
LOOPBACK = Guard(["127.0.0.0/8"])


@asynccontextmanager
async def servers() -> AsyncIterator[Serve]:
    """Yield a function that starts a server for a handler and returns the address of its feed.

    The handler sees every request but that for robots.txt, unless it is named `answer_all`.
    """
    runners: list[web.AppRunner] = []

    async def start(handler: Handler) -> str:
        application = web.Application()
        if getattr(handler, "__name__", "") != "answer_all":
            application.router.add_get("/robots.txt", _no_robots)
        application.router.add_get("/{path:.*}", handler)
        runner = web.AppRunner(application, shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        runners.append(runner)
        return f"http://127.0.0.1:{runner.addresses[0][1]}/feed"

    try:
        yield start
    finally:
        for runner in runners:
            await runner.cleanup()


async def _no_robots(request: web.Request) -> web.Response:
    return web.Response(status=404)
