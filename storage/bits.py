"""Sets of facts as bits: the facts of one block of numbers are one integer, so that lists are cut by one operation.

Few facts are kept as two bytes each, many as a bitmap.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

BLOCK_BITS = 15
BLOCK = 1 << BLOCK_BITS  # numbers of facts in a block; a place in it fits into two bytes
WHOLE = BLOCK // 8  # bytes of a bitmap
FEW = 256  # facts up to which each is kept by itself


def block_of(fact: int) -> int:
    """Return the number of the block that a fact belongs to."""
    return fact >> BLOCK_BITS


def bits_of(facts: Iterable[int]) -> int:
    """Return the set of facts of one block."""
    kept = bytearray(WHOLE)
    for fact in facts:
        place = fact & (BLOCK - 1)
        kept[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(kept, "little")


def pack(bits: int) -> bytes:
    """Return a set as bytes, as few as can be read quickly."""
    if bits.bit_count() > FEW:
        return bits.to_bytes(WHOLE, "little")
    return array("H", facts_in(bits, 0)).tobytes()


def packed_with(packed: bytes, facts: Sequence[int]) -> bytes:
    """Return a packed set of a block with more facts, none of which it holds."""
    if len(packed) + 2 * len(facts) <= 2 * FEW:
        return packed + array("H", [fact & (BLOCK - 1) for fact in facts]).tobytes()
    return pack((unpack(packed) if packed else 0) | bits_of(facts))


def unpack(packed: bytes) -> int:
    """Return the set that `pack` made into bytes."""
    if len(packed) == WHOLE:
        return int.from_bytes(packed, "little")
    places = array("H", packed)
    if len(places) == 1:
        return 1 << places[0]
    return bits_of(places)


def facts_in(bits: int, block: int) -> Iterator[int]:
    """Yield the facts of a set in a block, the latest first."""
    start = block << BLOCK_BITS
    if bits.bit_count() <= 8:
        while bits:
            place = bits.bit_length() - 1
            bits ^= 1 << place
            yield start + place
        return
    digits = f"{bits:b}"
    last = start + len(digits) - 1
    place = digits.find("1")
    while place >= 0:
        yield last - place
        place = digits.find("1", place + 1)
