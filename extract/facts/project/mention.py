"""A project as one phrase of a sentence words it: "завод по производству шин", "69 joint projects", "предприятие"."""

import re
from dataclasses import dataclass, field
from functools import cache

from extract.facts.project.words import Head, stem


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase for a project. `start` and `stop` count characters of the article.

    `names` holds one name in the nominative, or several where one plural noun stands for several things; it is empty
    for a bare noun ("завод"), which only continues what is known. `brand` is a proper name inside the phrase.
    `weak` marks work ("производство шин"), which is a project only when somebody sets it up. `within` says that the
    phrase is a place where something else happens ("в индустриальной зоне").
    """

    start: int
    stop: int
    head: Head
    names: tuple[str, ...] = ()
    brand: str = ""
    count: int | None = None
    ordinal: int | None = None
    another: bool = False
    plural: bool = False
    weak: bool = False
    within: bool = False
    stems: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def telling(self) -> bool:
        """Whether the phrase says by itself which project is meant."""
        return bool(self.names) and (bool(self.stems) or self.count is not None)


def telling_stems(name: str, vague: frozenset[str]) -> frozenset[str]:
    """Return the stems of a name that tell it from others: those of vague words, in any form, are left out."""
    roots = _roots(vague)
    words = (word.lower().replace("ё", "е") for word in re.findall(r"[^\W\d_]+", name))
    return frozenset(stem(word) for word in words if len(word) > 2 and word not in vague and word[:-2] not in roots)


@cache
def _roots(words: frozenset[str]) -> frozenset[str]:
    """Return Russian words without their two-letter endings, and one letter less: "первый" → "перв" ("первой")."""
    return frozenset(root for word in words if len(word) > 4 for root in (word[:-2], word[:-1]))
