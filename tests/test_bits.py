"""Sets of facts as bits come back as they were packed."""

import pytest

from storage.bits import BLOCK, FEW, bits_of, block_of, facts_in, pack, packed_with, unpack

SETS = [
    [0],
    [BLOCK - 1],
    [0, 1, 7, 8, BLOCK - 1],
    list(range(0, 2 * FEW, 2)),
    list(range(0, BLOCK, 3)),
    list(range(BLOCK)),
]


@pytest.mark.parametrize("places", SETS, ids=len)
def test_a_set_survives_packing(places: list[int]) -> None:
    bits = bits_of(places)
    assert unpack(pack(bits)) == bits
    assert list(facts_in(bits, 0)) == sorted(places, reverse=True)


@pytest.mark.parametrize("places", SETS, ids=len)
def test_facts_are_numbered_within_their_block(places: list[int]) -> None:
    facts = [5 * BLOCK + place for place in places]
    assert {block_of(fact) for fact in facts} == {5}
    assert sorted(facts_in(bits_of(facts), 5)) == facts


@pytest.mark.parametrize("held", [0, 1, FEW - 1, FEW, FEW + 1])
@pytest.mark.parametrize("more", [1, FEW])
def test_facts_are_added_to_few_and_to_many(held: int, more: int) -> None:
    packed = pack(bits_of(range(held))) if held else b""
    assert unpack(packed_with(packed, list(range(held, held + more)))) == bits_of(range(held + more))
