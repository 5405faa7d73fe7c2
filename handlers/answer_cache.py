"""Answers to questions that many ask: kept while no fact changes, so that they are looked up and worded once.

An answer is kept by its question as understood, without the numbers of its buttons, which differ from chat to chat.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

MOST_HITS = 20_000  # facts that kept answers hold together, some 40 MB; the least recently asked go first

Kept = TypeVar("Kept")


class AnswerCache(Generic[Kept]):
    """Answers by key, of one version of the facts; another version forgets them all."""

    def __init__(self) -> None:
        self._version: int | None = None
        self._kept: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()
        self._hits = 0

    def get(self, key: Hashable, version: int) -> Kept | None:
        """Return the answer that was kept under `key`, None where there is none of this version."""
        if version != self._version:
            self._kept.clear()
            self._version, self._hits = version, 0
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def keep(self, key: Hashable, answer: Kept, hits: int) -> None:
        """Keep an answer that holds `hits` facts under the version that was asked for last."""
        weight = hits + 1
        if key in self._kept or weight > MOST_HITS:
            return
        self._kept[key] = (answer, weight)
        self._hits += weight
        while self._hits > MOST_HITS:
            _, (_, lost) = self._kept.popitem(last=False)
            self._hits -= lost
