"""What a request gives: the answer, or the reason why there is none."""

from dataclasses import dataclass


class FetchError(Exception):
    """An address gave nothing that can be used; the text says why in one line.

    `status` is the HTTP status where the server answered; `retry_after` is how many seconds it asks to be left alone.
    """

    def __init__(self, reason: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.status, self.retry_after = status, retry_after


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `etag` and `modified` are to be sent back the next time."""

    url: str  # after redirects
    body: bytes
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False  # the server says that nothing changed since; `body` is empty
    fresh_seconds: float = 0  # how long the server says that it need not be asked again
    moved: str | None = None  # the address to ask from now on, where the server says that it moved for good
    pause_seconds: float = 0  # robots.txt: seconds between two requests
