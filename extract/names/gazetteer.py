"""Finds names of a closed list in running text, in any of their forms: one walk over the words, longest match wins.

Every form of every name lies in a tree of folded words: Russian cases are laid in beforehand, Kazakh suffix chains
and the English possessive are taken off the last word while walking.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

from anyascii import anyascii

from extract.model import Span
from extract.words.inflect import fold, kazakh_stems, russian_forms

Entry = TypeVar("Entry")

WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`][^\W\d_]+)*")
DOLLAR = re.compile(r"[\s\u00a0]?\$")  # "US$4 billion" names no country
JOINT = re.compile(r"[ \u00a0]?[-‐‑–—][ \u00a0]?|[ \u00a0]{1,3}|\. ?|[ \u00a0](?:&|and)[ \u00a0]")
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
PREPOSITIONS = frozenset(("в", "во", "из", "под", "близ", "г", "гор", "пос", "in", "from", "at", "near", "city", "of"))
SETTLEMENT_WORDS = ("город", "посел", "сел", "town")
PLACE_WORDS = ("кала", "ауыл", "кент", "city", "town")  # "Саран қаласы": the beginnings of what may follow a name
LOCATIVE = re.compile("[дт][ае](?:г[ыи])?")
TURKISH = re.compile(r"\b(?:ve|ile|bir|için|olarak|göre|daha|iki)\b|[ıİ]\w*[ğş]|[ğş]\w*ı")
SHORT = 5  # letters: shorter inflected forms in Latin letters look like English words ("Rime")
WITHOUT_SIGNS = {ord(letter): "" for letter in "ьъЬЪ"}
ENGLISH = re.compile(r"\b(?:the|of|and|in|with|to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its folded form."""

    text: str
    folded: str
    start: int
    stop: int


@dataclass(slots=True)
class Node(Generic[Entry]):
    """A point of the tree: what may follow, and what ends here. `plain` marks forms that may take a Kazakh suffix."""

    following: dict[str, "Node[Entry]"] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    plain: bool = False
    capitals: bool = False
    abbreviations: dict[str, Entry] = field(default_factory=dict)  # "КР" and "ҚР" fold to the same letters
    common: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """What was found: the words `first` to `last` (half-open), and the entries of that name, the likeliest first."""

    span: Span
    first: int
    last: int
    entries: tuple[Entry, ...]


def words_of(text: str) -> list[Word]:
    """Return the words of a text; a final English possessive belongs to its word but not to the folded form."""
    return [_word(match) for match in WORD.finditer(text)]


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    return Word(text, _folded(text), match.start(), match.end())


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return fold(text[:-2] if text[-2:] in ("'s", "’s") else text)


def is_foreign(text: str) -> bool:
    """Tell whether a text is in Turkish, whose names of countries look like English and Kazakh ones."""
    return bool(TURKISH.search(text)) and not CYRILLIC.search(text) and not ENGLISH.search(text)


class Gazetteer(Generic[Entry]):
    """A tree of names. `add` lays names in, `find` yields matches left to right, `named` looks one name up."""

    def __init__(self) -> None:
        self._root: Node[Entry] = Node()

    def add(self, entry: Entry, name: str, *, common: bool = False, small: bool = False, decline: bool = True) -> None:
        """Lay in a name in all its forms.

        `common`: it is also an ordinary word, so that it counts only after "in", "город" and the like or with a Kazakh
        case of place; `small`: it may stand in small letters ("қазақстандық"); `decline` is for Russian names.
        """
        forms = russian_forms(name) if decline and re.search("[а-яё]", name) else frozenset((name,))
        capitals = " " not in name and name.isupper() and len(name) <= 5
        for form in sorted(forms, key=lambda form: form != name):
            node = self._root
            for word in words_of(form):
                node = node.following.setdefault(word.folded, Node())
            if node is self._root:
                continue
            if entry not in node.entries:
                if not node.entries:
                    node.capitals, node.common, node.small = capitals, common, small
                node.entries.append(entry)
                node.capitals, node.small = node.capitals and capitals, node.small or small
            if capitals:
                node.abbreviations.setdefault(form, entry)
            node.plain = node.plain or form == name

    def named(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of which `name`, as a whole, is some form; () where there is none."""
        words = words_of(name)
        best = self._longest(words, 0, name, caseless=True, suffixes=True, lookup=True)
        return best.entries if best and best.last == len(words) else ()

    def find(self, text: str, *, caseless: bool = False) -> Iterator[Match[Entry]]:
        """Yield the names in a text, none overlapping. `caseless` takes small letters too, as questions are typed."""
        if not caseless and is_foreign(text):
            return
        words = words_of(text)
        suffixes = caseless or bool(KAZAKH_LETTERS.search(text))
        position = 0
        while position < len(words):
            match = self._longest(words, position, text, caseless=caseless, suffixes=suffixes)
            if match and not DOLLAR.match(text, match.span.stop):
                yield match
            position = match.last if match else position + 1

    def _longest(
        self, words: list[Word], first: int, text: str, *, caseless: bool, suffixes: bool, lookup: bool = False
    ) -> Match[Entry] | None:
        node, position, found = self._root, first, None
        while position < len(words):
            word = words[position]
            if position > first and not JOINT.fullmatch(text, words[position - 1].stop, word.start):
                break
            for ending, suffix in self._endings(node, word, suffixes):
                if ending.entries and (lookup or self._admits(ending, words, first, position, caseless, suffix)):
                    span = Span(words[first].start, word.stop)
                    found = Match(span, first, position + 1, _likeliest_first(ending, word.text))
                    break
            following = node.following.get(word.folded)
            if following is None:
                break
            node, position = following, position + 1
        return found

    def _endings(self, node: Node[Entry], word: Word, suffixes: bool) -> Iterator[tuple[Node[Entry], str]]:
        if ending := node.following.get(word.folded):
            yield ending, ""
        if suffixes and len(word.folded) > 3:
            for stem in kazakh_stems(word.folded):
                if (ending := node.following.get(stem)) and ending.plain:
                    yield ending, word.folded[len(stem) :]

    def _admits(
        self, ending: Node[Entry], words: list[Word], first: int, last: int, caseless: bool, suffix: str
    ) -> bool:
        inside = words[first : last + 1]
        if not caseless and not ending.small and not any(word.text[0].isupper() for word in inside):
            return False
        if ending.capitals and not inside[0].text[:2].isupper() and (not caseless or len(inside[0].folded) < 3):
            # "us", "ес", "рт" in small letters are left to whoever knows the question's other words
            return caseless and bool(CYRILLIC.match(inside[0].text))
        if not ending.common or LOCATIVE.fullmatch(suffix):
            return True
        if last + 1 < len(words) and words[last + 1].folded.startswith(PLACE_WORDS):
            return True
        before = words[first - 1].folded if first else ""
        if before.startswith(SETTLEMENT_WORDS):
            return True
        return before in PREPOSITIONS and (inside[0].text[0].isupper() or before not in ("из", "под"))


def _likeliest_first(node: Node[Entry], written: str) -> tuple[Entry, ...]:
    """Return the entries of a name; an abbreviation names the one that is written with these very letters."""
    meant = node.abbreviations.get(written.upper())
    return tuple(node.entries) if meant is None else (meant, *(entry for entry in node.entries if entry != meant))


def lay_in(gazetteer: Gazetteer[Any], entry: Any, record: dict[str, Any], names: Iterable[str]) -> None:
    """Lay in the names of one TOML record, those listed under `common` as ordinary words too, and in Latin letters."""
    common = {fold(word) for word in record.get("common", ())}
    listed = list(names)
    for name in listed:
        gazetteer.add(entry, name, common=fold(name) in common)
    if record["ru"].isupper():
        return
    inflected = (form for form in russian_forms(record["ru"]) if len(form) > SHORT)
    for name in dict.fromkeys((record["kk"], record["ru"], *sorted(inflected))):
        latin = anyascii(name.translate(WITHOUT_SIGNS))
        gazetteer.add(entry, latin, common=bool(common))
        if latin.endswith("y"):
            gazetteer.add(entry, latin[:-1] + "i", common=bool(common))
