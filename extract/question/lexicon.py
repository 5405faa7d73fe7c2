"""The words of questions by their meaning: "сколько стоит" → slot.cost, "приостановленные" → stage.suspended.

Phrases come from `questions.toml`; the longest phrase at a word wins and may carry several meanings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.data import load
from extract.model import LANGUAGES, Language
from extract.names.gazetteer import Word
from extract.question.dictionary import is_word
from extract.words.inflect import KAZAKH_SUFFIXES, fold
from extract.words.stems import is_ending

SHORTEST = 2  # letters of a stem
SHORT = 3  # letters: so short a stem tells nothing of a long word
ENGLISH_ENDING = 6  # letters
KAZAKH_LETTERS = frozenset("әғқңөұүһі")
NOT_STEM: tuple[bool, frozenset[Language]] = (False, frozenset())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase tells: a table of the data and its key ("kind", "trade"); `kept` words are searched for as well."""

    table: str
    key: str
    language: Language
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at the words `first` to `last` (half-open) with all that it means."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]

    def has(self, table: str) -> bool:
        """Tell whether the phrase means anything of a table."""
        return any(meaning.table == table for meaning in self.meanings)


@dataclass(slots=True)
class _Node:
    exact: dict[str, "_Node"] = field(default_factory=dict)
    stems: dict[str, "_Node"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)

    def after(self, folded: str) -> Iterator["_Node"]:
        """Yield what may follow by this word: its exact form first, then its stems, the longest first."""
        if node := self.exact.get(folded):
            yield node
        if self.stems:
            for stop in range(len(folded), SHORTEST - 1, -1):
                if node := self.stems.get(folded[:stop]):
                    yield node


@cache
def _tree() -> _Node:
    root = _Node()
    for meaning, words in _phrases():
        node = root
        for word in words:
            stem = word.endswith("*")
            node = (node.stems if stem else node.exact).setdefault(word.rstrip("*"), _Node())
        node.meanings.append(meaning)
    return root


def _phrases() -> Iterator[tuple[Meaning, list[str]]]:
    for table, keys in load("questions").items():
        for key, listed in keys.items():
            for language in LANGUAGES:
                for phrase in listed[language]:
                    kept = phrase.endswith("+")
                    words = [fold(word.rstrip("*")) + "*" * word.endswith("*") for word in phrase.rstrip("+").split()]
                    yield Meaning(table, key, language, kept), words


def find_phrases(words: Sequence[Word], taken: frozenset[int] = frozenset()) -> list[Phrase]:
    """Return the phrases in a row of words, left to right, none overlapping, none over the positions `taken`."""
    found: list[Phrase] = []
    position = 0
    while position < len(words):
        phrase = None if position in taken else _longest(words, position, taken)
        if phrase:
            found.append(phrase)
        position = phrase.last if phrase else position + 1
    return found


def _longest(words: Sequence[Word], first: int, taken: frozenset[int]) -> Phrase | None:
    best: tuple[int, list[Meaning]] = (first, [])
    nodes = [_tree()]
    position = first
    while nodes and position < len(words) and position not in taken:
        nodes = [after for node in nodes for after in node.after(words[position].folded)]
        position += 1
        meanings = [meaning for node in nodes for meaning in node.meanings]
        if meanings:
            best = (position, meanings)
    return Phrase(first, best[0], tuple(dict.fromkeys(best[1]))) if best[1] else None


def is_filler(word: Word) -> bool:
    """Tell whether a word alone carries no condition."""
    return any(phrase.has("filler") for phrase in find_phrases([word]))


def is_known(word: str) -> bool:
    """Tell whether a word is one of the phrases' words, in a form that its stem admits."""
    folded, listed = fold(word), phrase_words()
    return folded in listed or any(
        listed.get(folded[:stop], NOT_STEM)[0] and _goes_on(word, folded[:stop], folded[stop:])
        for stop in range(SHORTEST, len(folded))
    )


def _goes_on(word: str, stem: str, rest: str) -> bool:
    """Tell whether a word may go on so after a stem: short stems and chance beginnings tell nothing."""
    if len(rest) <= SHORT:
        return True
    if len(stem) <= SHORT:
        return False
    kazakh = not KAZAKH_LETTERS.isdisjoint(word.lower()) or bool(KAZAKH_SUFFIXES.fullmatch(rest))
    return kazakh or is_ending(rest) or is_word(word) or (word.isascii() and len(rest) <= ENGLISH_ENDING)


@cache
def phrase_words() -> dict[str, tuple[bool, frozenset[Language]]]:
    """Return every folded word of the phrases, whether it is a stem, and the languages it belongs to."""
    words: dict[str, tuple[bool, frozenset[Language]]] = {}
    for meaning, listed in _phrases():
        for word in listed:
            bare = word.rstrip("*")
            stem, languages = words.get(bare, (False, frozenset()))
            words[bare] = (stem or word.endswith("*"), languages | {meaning.language})
    return words
