"""The body of an answer, unpacked as it comes and cut off where it is too large."""

import zlib
from collections.abc import AsyncIterator

from bot.fetch.answer import FetchError

LARGEST_BODY = 10 * 2**20  # bytes, unpacked
PIECE = 2**16
ACCEPTED = "gzip, deflate"


class Unpacker:
    """Unpacks gzip or deflate by pieces of bounded size: a small body may hold a large one."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # gzip or zlib, by its head
        self._started = False

    def unpack(self, packed: bytes, most: int) -> bytes:
        """Return the next unpacked bytes, one more than `most` at the utmost. Raises zlib.error."""
        out = b""
        while packed and len(out) <= most:
            if self._inflate.eof:  # gzip allows members one after another
                self._inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
            try:
                out += self._inflate.decompress(packed, most + 1 - len(out))
            except zlib.error:
                if self._started:
                    raise
                self._inflate = zlib.decompressobj(wbits=-zlib.MAX_WBITS)  # deflate without its head, as some send it
                out += self._inflate.decompress(packed, most + 1 - len(out))
            self._started = True
            packed = self._inflate.unused_data or self._inflate.unconsumed_tail
        return out

    @property
    def complete(self) -> bool:
        """Tell whether the packed body came to its end."""
        return self._inflate.eof


async def read_body(pieces: AsyncIterator[bytes], encoding: str, largest: int, *, cut: bool = False) -> bytes:
    """Return the whole unpacked body of at most `largest` bytes. Raises FetchError.

    `encoding` is the Content-Encoding of the answer. The length that a server announces may be wrong or missing, so
    that only what comes is counted.
    """
    packing = encoding.strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"packed as {packing[:20]!r}, which was not asked for")
    unpacker = Unpacker() if packing not in ("", "identity") else None
    body = bytearray()
    async for piece in pieces:
        try:
            body += unpacker.unpack(piece, largest - len(body)) if unpacker else piece
        except zlib.error as error:
            raise FetchError(f"says {packing} and is not") from error
        if len(body) > largest and cut:
            return bytes(body[:largest])
        if len(body) > largest:
            raise FetchError(f"larger than {largest / 2**20:g} MB")
    if unpacker and body and not unpacker.complete:
        raise FetchError("cut off before its end")
    return bytes(body)
