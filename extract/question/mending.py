"""Questions in another layout, in other letters, with typos, brought to words that can be understood.

    layout | letters | spelling

Each step leaves alone what is understood as it stands; Latin names of companies stay Latin.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extract.names.gazetteer import words_of
from extract.names.places import find_places, known_names
from extract.question.keyboard import (
    TO_KAZAKH,
    TO_LATIN,
    TO_RUSSIAN,
    is_speakable,
    kazakh_letters,
    russian_letters,
)
from extract.question.lexicon import is_known
from extract.question.pairs import mended_pair
from extract.question.spelling import is_understood, mended
from extract.words.inflect import fold

MOST = 40  # words that are mended; a longer question is no slip of the keys
TELLING = 4  # letters: shorter words may be understood by chance
LATIN = re.compile("[A-Za-z]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A question as it can be understood; `changed` tells whether anything was mended, `spelt` that Latin letters
    stood for Cyrillic ones."""

    text: str
    changed: bool = False
    spelt: bool = False


def mend(question: str) -> Mended:
    """Return the question in the layout, letters and spelling that make most of it understood."""
    laid_out = _layout(question)
    text, spelt = _letters(laid_out)
    corrected = _spelling(text)
    return Mended(corrected, corrected != question, spelt)


def _layout(question: str) -> str:
    tokens = re.split(r"(\s+)", question)
    if len(tokens) > 2 * MOST:
        return question
    tables: tuple[Mapping[int, int | str], ...] = (TO_RUSSIAN, TO_KAZAKH, TO_LATIN)
    readings = [_in_layout(tokens, table) for table in tables]
    best = max(readings, key=lambda reading: sum(len(token) for token in reading if _explains(token)))
    return "".join(best) if any(best) else question


def _in_layout(tokens: list[str], table: Mapping[int, int | str]) -> list[str]:
    """Return the tokens with those typed in another layout converted; [] where that explains nothing."""
    typed_cyrillic = table is TO_LATIN
    read = [(token, token.translate(table)) for token in tokens]
    script = CYRILLIC if typed_cyrillic else LATIN
    wrong = [bool(script.search(token)) and not (_explains(token) or _is_spelt(token)) for token in tokens]
    mends = [
        doubt and len(after) >= TELLING and (_explains(after) or (not typed_cyrillic and _is_garbled(token, after)))
        for doubt, (token, after) in zip(wrong, read, strict=True)
    ]
    if not any(mends):
        return []
    meant = any(
        len(token) >= TELLING and not typed_cyrillic and token.isascii() and _explains(token) for token in tokens
    )
    return [
        after if mend or (is_known(after) if len(token) < TELLING else doubt and not meant) else token
        for (token, after), doubt, mend in zip(read, wrong, mends, strict=True)
    ]


def _is_garbled(token: str, after: str) -> bool:
    """Tell whether Latin letters make no word, and those of the same keys do."""
    return len(after) > TELLING and is_speakable(after) and not is_speakable(token)


def _explains(token: str) -> bool:
    words = words_of(token)
    return bool(words) and all(is_understood(word.text) or mended(word.text) for word in words)


def _is_spelt(token: str) -> bool:
    """Tell whether every word of a token spells a Cyrillic one in Latin letters: "kosta-rika"."""
    words = [word.text for word in words_of(token)]
    return bool(words) and all(word.isascii() and any(_spelt([word])) for word in words)


def _letters(text: str) -> tuple[str, bool]:
    """Spell Latin words in Cyrillic where that makes them understood."""
    words = [word for word in words_of(text) if word.text.isascii()][:MOST]
    spelt = _spelt([word.text for word in words])
    foreign = [
        len(word.text) >= TELLING and _is_foreign(word.text, spelling)
        for word, spelling in zip(words, spelt, strict=True)
    ]
    english = [
        len(word.text) >= TELLING and is_known(word.text) and not spelling
        for word, spelling in zip(words, spelt, strict=True)
    ]
    if sum(foreign) <= sum(english):
        return text, False
    pieces, last = [], 0
    for word, known in zip(words, spelt, strict=True):
        spelling = known
        if spelling is None and word.text.islower() and not is_understood(word.text):
            spelling = russian_letters(word.text)
        if spelling:
            pieces += [text[last : word.start], spelling]
            last = word.stop
    return "".join([*pieces, text[last:]]), True


def _spelt(words: list[str]) -> list[str | None]:
    """Return the Cyrillic words that Latin ones spell, in the language that explains more of them; None: neither."""
    readings = [[_cyrillic(word, spell) for word in words] for spell in (russian_letters, kazakh_letters)]
    readings.sort(key=lambda reading: -sum(len(spelling or "") for spelling in reading))
    return [first or second for first, second in zip(*readings, strict=True)]


def _cyrillic(word: str, spell: Callable[[str], str]) -> str | None:
    spelling = spell(word.lower())
    for candidate in (spelling, spelling.replace("й", "и"), "э" + spelling[1:] if spelling[:1] == "е" else ""):
        if CYRILLIC.search(candidate) and is_understood(candidate):
            return candidate
    return None


def _is_foreign(word: str, spelling: str | None) -> bool:
    """Tell whether a Latin word shows Russian or Kazakh: no English one, or a name in a case ("kitaem")."""
    if spelling is None or fold(spelling) in known_names():
        return False
    return not is_understood(word) or bool(find_places(spelling, caseless=True))


def _spelling(text: str) -> str:
    pieces, last = [], 0
    words = words_of(text)[:MOST]
    doubtful = [not is_understood(word.text) for word in words]
    position = 0
    while position < len(words):
        word, taken = words[position], 1
        spelling = None
        if any(doubtful[position : position + 2]) and position + 1 < len(words):
            spelling = mended_pair(word.text, words[position + 1].text)
            taken = 2 if spelling else 1
        spelling = spelling or mended(word.text, named=word.start > 0 and word.text.istitle())
        if spelling:
            pieces += [text[last : word.start], spelling]
            last = words[position + taken - 1].stop
        position += taken
    return "".join([*pieces, text[last:]])
