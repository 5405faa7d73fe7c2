"""Polite HTTP: one conditional GET with a limit of time and size, and a name that says who asks."""

from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp

USER_AGENT = "coopbot/0.1 (news reader; reads each page once)"
LARGEST_BODY = 10 * 2**20  # bytes
SECONDS = 30.0
REDIRECTS = 5


class FetchError(Exception):
    """An address gave nothing that can be used; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `etag` and `modified` are to be sent back the next time."""

    url: str  # after redirects
    body: bytes
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None


class Web:
    """One HTTP client; use it as an asynchronous context."""

    def __init__(self, seconds: float = SECONDS, largest: int = LARGEST_BODY) -> None:
        self._seconds, self._largest = seconds, largest
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        timeout = aiohttp.ClientTimeout(total=self._seconds)
        self._session = aiohttp.ClientSession(timeout=timeout, headers={"User-Agent": USER_AGENT}, trust_env=True)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched | None:
        """Return what `url` gives, or None where it has not changed since `etag` and `modified`. Raises FetchError."""
        if self._session is None:
            raise RuntimeError("Web is to be entered first")
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        try:
            async with self._session.get(url, headers=headers, max_redirects=REDIRECTS) as response:
                if response.status == 304:
                    return None
                if response.status != 200:
                    raise FetchError(f"answered {response.status} {response.reason or ''}".strip())
                return Fetched(
                    url=str(response.url),
                    body=await self._body(response),
                    content_type=response.headers.get("Content-Type"),
                    etag=response.headers.get("ETag"),
                    modified=response.headers.get("Last-Modified"),
                )
        except TimeoutError as error:
            raise FetchError(f"no answer within {self._seconds:g} seconds") from error
        except aiohttp.InvalidURL as error:
            raise FetchError("not a web address") from error
        except aiohttp.TooManyRedirects as error:
            raise FetchError(f"more than {REDIRECTS} redirects") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise FetchError(f"cannot be reached ({type(error).__name__})") from error

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        """Read at most the allowed size: the length that a server announces may be wrong or missing."""
        pieces, size = [], 0
        async for piece in response.content.iter_chunked(2**16):
            size += len(piece)
            if size > self._largest:
                raise FetchError(f"larger than {self._largest // 2**20} MB")
            pieces.append(piece)
        return b"".join(pieces)
