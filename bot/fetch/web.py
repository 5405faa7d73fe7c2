"""One HTTP client for everything that is read from the web."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.clock import Clock, clock
from bot.fetch.addresses import Guard
from bot.fetch.answer import Fetched, FetchError
from bot.fetch.body import ACCEPTED, LARGEST_BODY, PIECE, read_body
from bot.fetch.connection import connector, told_plainly
from bot.fetch.hosts import Hosts
from bot.fetch.lifetime import fresh_seconds, retry_after
from bot.fetch.robots import LARGEST_ROBOTS, Robots, robots_of

AGENT = "coopbot"  # the name that robots.txt knows us by
USER_AGENT = f"{AGENT}/0.1 (news reader; obeys robots.txt; asks for each page once)"
HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
SECONDS = 30.0  # for one whole answer, however slowly it drips
CONNECT_SECONDS = 10.0
PAUSE_SECONDS = 1.0  # between two requests to one host
REDIRECTS = 5
MOVED = (301, 302, 303, 307, 308)
MOVED_FOR_GOOD = (301, 308)
ASKS_FOR_REST = (429, 503)


class Web:
    """One HTTP client; use it as an asynchronous context. It obeys `guard`, robots.txt and the pauses between requests.

    Proxies of the environment are left aside, since names would then be resolved out of the guard's sight; `proxy`
    names one on purpose.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        *,
        seconds: float = SECONDS,
        largest: int = LARGEST_BODY,
        pause: float = PAUSE_SECONDS,
        proxy: str | None = None,
        resolver: AbstractResolver | None = None,
        now: Clock = clock,
    ) -> None:
        self._guard, self._seconds, self._largest = guard or Guard(), seconds, largest
        self._proxy, self._resolver, self._now = proxy, resolver, now
        self._hosts = Hosts(pause)
        self._robots: dict[str, tuple[Robots, float]] = {}  # by site, with the moment of the loop until when to keep
        self._asking: dict[str, asyncio.Lock] = {}  # by site: its robots.txt is asked for once
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=connector(self._guard, self._proxy, self._resolver),
            timeout=aiohttp.ClientTimeout(total=self._seconds, sock_connect=CONNECT_SECONDS),
            headers=HEADERS,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Return what `url` gives; `unchanged` where it is as it was at `etag` and `modified`. Raises FetchError."""
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        return await self._follow(_address(url), headers, obey=True)

    async def _follow(self, url: URL, headers: Mapping[str, str], *, obey: bool) -> Fetched:
        """Request `url` and where it leads to; each step is guarded anew and asks the robots.txt of its own site."""
        moved, for_good, status = None, True, 0
        for _ in range(REDIRECTS + 1):
            self._guard.check(url)
            robots = await self._robots_of(url) if obey else Robots()
            robots.check(str(url), AGENT)
            answer = await self._request(url, headers, robots.pause(AGENT), whole=obey)
            if isinstance(answer, Fetched):
                return replace(answer, moved=moved)
            status, place = answer
            url = _joined(url, place)
            for_good = for_good and status in MOVED_FOR_GOOD
            moved = str(url) if for_good else moved
        raise FetchError(f"more than {REDIRECTS} redirects", status=status)

    async def _request(
        self, url: URL, headers: Mapping[str, str], pause: float, *, whole: bool
    ) -> Fetched | tuple[int, str]:
        """Make one request in its turn and return the answer, or the status and the place of a redirect."""
        if self._session is None:
            raise RuntimeError("Web is to be entered first")
        host = url.host or ""
        async with self._hosts.turn(host, pause):
            with told_plainly(self._seconds):
                request = self._session.get(url, headers=headers, allow_redirects=False, proxy=self._proxy)
                async with request as response:
                    if response.status in MOVED and "Location" in response.headers:
                        return response.status, response.headers["Location"]
                    self._refuse(response, host, conditional=bool(headers))
                    body = b"" if response.status == 304 else await self._body(response, whole=whole)
                    return self._fetched(url, response, body, pause)

    def _fetched(self, url: URL, response: aiohttp.ClientResponse, body: bytes, pause: float) -> Fetched:
        headers = response.headers
        return Fetched(
            url=str(url),
            body=body,
            content_type=headers.get("Content-Type"),
            etag=headers.get("ETag"),
            modified=headers.get("Last-Modified"),
            unchanged=response.status == 304,
            fresh_seconds=fresh_seconds(headers, self._now()),
            pause_seconds=pause,
        )

    def _refuse(self, response: aiohttp.ClientResponse, host: str, *, conditional: bool) -> None:
        """Raise FetchError for an answer without a body of use."""
        if response.status == 200 or (response.status == 304 and conditional):
            return
        if response.status == 304:
            raise FetchError('answered 304 "not changed" to a first request', status=304)
        rest = retry_after(response.headers, self._now()) if response.status in ASKS_FOR_REST else None
        if rest:
            self._hosts.rest(host, rest)
        raise FetchError(
            f"answered {response.status} {_printable(response.reason)}".strip(),
            status=response.status,
            retry_after=rest,
        )

    async def _body(self, response: aiohttp.ClientResponse, *, whole: bool) -> bytes:
        pieces = response.content.iter_chunked(PIECE)
        packing = response.headers.get("Content-Encoding", "")
        if whole:
            return await read_body(pieces, packing, self._largest)
        return await read_body(pieces, packing, LARGEST_ROBOTS, cut=True)

    async def _robots_of(self, url: URL) -> Robots:
        """Return the rules of the site of `url`, asked for once a day."""
        site = str(url.origin())
        async with self._asking.setdefault(site, asyncio.Lock()):
            now = asyncio.get_running_loop().time()
            known = self._robots.get(site)
            if known and now < known[1]:
                return known[0]
            try:
                robots = robots_of(await self._follow(URL(site) / "robots.txt", {}, obey=False))
            except FetchError as error:
                robots = robots_of(error)
            self._robots[site] = robots, now + robots.kept_seconds
            return robots


def _address(written: str) -> URL:
    try:
        urlsplit(written)
        return URL(written.strip())
    except (ValueError, UnicodeError) as error:
        raise FetchError("not a web address") from error


def _joined(url: URL, place: str) -> URL:
    try:
        return url.join(URL(place)).with_fragment(None)
    except (ValueError, UnicodeError) as error:
        raise FetchError("redirects to what is no web address") from error


def _printable(reason: str | None) -> str:
    return "".join(one for one in (reason or "")[:60] if one.isprintable())
