"""How connections are made: each socket is approved by the guard, and each failure has a line in plain words."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.fetch.addresses import REFUSED, Guard
from bot.fetch.answer import FetchError


class NotedResolver(AbstractResolver):
    """Resolves names and tells the guard where the allowed ones lead."""

    def __init__(self, guard: Guard, inner: AbstractResolver) -> None:
        self._guard, self._inner = guard, inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of `host`. Raises OSError."""
        found = await self._inner.resolve(host, port, family)
        self._guard.led(host, (one["host"] for one in found))
        return found

    async def close(self) -> None:
        """Close the resolver inside."""
        await self._inner.close()


def connector(guard: Guard, proxy: str | None = None, resolver: AbstractResolver | None = None) -> aiohttp.TCPConnector:
    """Return a connector that opens no socket but those that `guard` approves, and those to the `proxy`."""
    if proxy and (host := URL(proxy).host):
        guard = guard.with_names(host)
    return aiohttp.TCPConnector(
        resolver=NotedResolver(guard, resolver or aiohttp.ThreadedResolver()),
        socket_factory=guard.socket,
        ttl_dns_cache=60,
    )


@contextmanager
def told_plainly(seconds: float) -> Iterator[None]:
    """Turn whatever a request may raise into a FetchError of one line."""
    try:
        yield
    except aiohttp.ConnectionTimeoutError as error:
        raise FetchError("no connection in time") from error
    except TimeoutError as error:
        raise FetchError(f"no whole answer within {seconds:g} seconds") from error
    except aiohttp.InvalidURL as error:
        raise FetchError("not a web address") from error
    except aiohttp.ClientConnectorDNSError as error:
        raise FetchError("no such host, or no network") from error
    except aiohttp.ClientSSLError as error:
        raise FetchError("its certificate does not hold") from error
    except aiohttp.ClientPayloadError as error:
        raise FetchError("cut off before its end") from error
    except aiohttp.ClientConnectorError as error:
        raise FetchError(REFUSED if REFUSED in str(error.os_error) else "cannot be reached") from error
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise FetchError(f"cannot be reached ({type(error).__name__})") from error
