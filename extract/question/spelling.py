"""Misspelt words of questions, mended to the nearest word that the product knows: "тавараоборот" → "товарооборот".

Exact comes before nearly right: whatever is known in some form, or stands in the dictionary of Russian, is no typo, so
that Туркестан is never read as Туркменистан. The first letter is trusted.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from extract.data import load
from extract.names.gazetteer import words_of
from extract.names.parties import find_parties
from extract.names.places import find_places, known_names
from extract.names.sectors import find_sectors
from extract.periods.words import time_words
from extract.question.dictionary import is_word
from extract.question.lexicon import is_known, phrase_words
from extract.question.subjects import known_organisations, looks_like_surname
from extract.words.inflect import fold, is_adjective, kazakh_stems, russian_forms
from extract.words.stems import is_ending

SHORTEST = 5  # letters: a shorter word has too many neighbours
LONGEST = 30
DOUBLED = re.compile(r"(.)\1+")
SOUNDS = str.maketrans("оеыэй", "аииии", "ьъ")
CERTAIN = 7  # letters: a shorter name is meant only where the word sounds the same
SOUNDED = 9  # letters: so long a word is meant by its sound alone, however it is written
NEIGHBOURS = 5  # of equal length are weighed
ROOT = 6  # letters: a real word that shares them with a name is the name with a wrong ending ("пакистанам")


def allowed(length: int) -> int:
    """Return how many edits a word of `length` letters may be away from what was meant."""
    return 1 if length < 8 else 2 if length < 11 else 3


@lru_cache(maxsize=16384)
def is_understood(word: str) -> bool:
    """Tell whether a word means something as it stands: a trigger, a name, a sector, a number, a time."""
    return bool(
        is_known(word)
        or any(True for _ in known_organisations().find(word, caseless=True))
        or find_places(word, caseless=True)
        or find_parties(word, caseless=True)
        or find_sectors(word)
        or fold(word) in _name_words()
        or _is_of_sector(fold(word))
        or any(read.tag not in "_#,-|" for read in time_words(word))
    )


def _is_of_sector(folded: str) -> bool:
    stems, whole = _sector_words()
    return folded in whole or any(folded[:stop] in stems for stop in range(SHORTEST - 1, len(folded) + 1))


@cache
def _sector_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded beginnings of words in the stems of sectors ("электр", "станц"), and those that are whole."""
    listed = [stem for record in load("sectors")["sectors"] for stems in record["stems"].values() for stem in stems]
    stems = {fold(stem.split()[-1]) for stem in listed if stem[-1] != " "}
    whole = {fold(word) for stem in listed for word in (stem.split() if stem[-1] == " " else stem.split()[:-1])}
    return frozenset(stems), frozenset(whole)


@cache
def _organisation_words() -> frozenset[str]:
    table: dict[str, list[str]] = load("organisations")["known"]
    names = [name for known, variants in table.items() for name in (known, *variants)]
    return frozenset(word.folded for name in names for word in words_of(name))


@cache
def _name_words() -> frozenset[str]:
    """Return the folded words of all names in their forms: places, parties, organisations."""
    words: set[str] = set()
    for name in known_names():
        parts = name.split()
        words.update(parts)
        if len(parts) == 1 and not name.isascii():
            words.update(fold(form) for form in russian_forms(name))
        elif len(parts) == 2 and not name.isascii() and is_adjective(parts[0]):
            words.update(fold(word) for form in russian_forms(name) for word in form.split())
    return frozenset(word for word in words | _organisation_words() if len(word) >= SHORTEST - 1)


@cache
def _by_length() -> dict[tuple[str, int], list[str]]:
    """Return the whole words that a typo may have meant by first letter and length."""
    whole = {word for word, (stem, _) in phrase_words().items() if not stem} | _name_words()
    table: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(whole):
        if len(word) >= SHORTEST - 1:
            table[word[0], len(word)].append(word)
    return table


@cache
def _stems() -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    sectors = [stem for record in load("sectors")["sectors"] for stems in record["stems"].values() for stem in stems]
    listed = [word for word, (stem, _) in phrase_words().items() if stem]
    for stem in dict.fromkeys([*listed, *(fold(stem) for stem in sectors if stem.isalpha())]):
        if len(stem) >= SHORTEST - 1:
            table[stem[0]].append(stem)
    return table


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """A reading of a misspelt word; the smallest is the likeliest: few edits, the same sound or a real word."""

    cost: int
    strange: bool
    shift: int
    stem: int  # letters that are explained, negative
    word: str


@lru_cache(maxsize=4096)
def mended(word: str, named: bool = False) -> str | None:
    """Return the folded word that `word` most likely stands for, or None where it is known or nothing is near.

    `named`: it is written like a name, so that more than one slip is a name unknown to the data.
    """
    folded = fold(word)
    shortest = SHORTEST - 1 if named else SHORTEST
    if not shortest <= len(folded) <= LONGEST or not folded.isalpha() or is_understood(word):
        return None
    if named and not looks_like_surname(folded) and (names := _near_names(folded)):
        one_thing = len({known_names().get(name, (name,)) for name in names}) == 1
        return max(names, key=len) if one_thing else None
    candidates = [*_same_sound(folded)] or [*_near_words(folded), *_near_stems(folded)] or [*_near_kazakh(folded)]
    if not candidates:
        return None
    best = min(candidates)
    if (named and best.cost > 1) or (is_word(word) and not best.word.startswith(folded[: max(ROOT, len(folded) - 2)])):
        return None
    return best.word


def _near_names(folded: str) -> set[str]:
    """Return the names of places, parties and organisations that are a single slip away."""
    names = _name_words()
    return {
        name
        for length in (len(folded) - 1, len(folded), len(folded) + 1)
        for name in _by_length().get((folded[0], length), ())
        if name in names and len(name) >= SHORTEST - 1 and OSA.distance(folded, name, score_cutoff=1) <= 1
    }


def _near_words(folded: str) -> Iterator[_Candidate]:
    most = allowed(len(folded))
    for length in range(len(folded) - most, len(folded) + most + 1):
        listed = _by_length().get((folded[0], length), [])
        if length > SHORTEST:
            for name, distance, _ in process.extract(
                folded, listed, scorer=OSA.distance, score_cutoff=min(most, allowed(length)), limit=NEIGHBOURS
            ):
                strange = _sound(name) != _sound(folded)
                if min(length, len(folded)) >= CERTAIN or not strange or name in phrase_words():
                    yield _Candidate(int(distance), strange, 0, -length, name)


def _same_sound(folded: str) -> Iterator[_Candidate]:
    """Yield the words that sound the same however many letters differ: "тавараабарот" → "товарооборот"."""
    for word in _by_sound().get(_sound(folded), ()):
        yield _Candidate(int(OSA.distance(folded, word)), False, 0, -len(word), word)
    for stem in _stems().get(folded[0], ()):
        beginning, rest = folded[: len(stem)], folded[len(stem) :]
        if len(stem) >= SOUNDED and len(rest) < SHORTEST and _sound(beginning) == _sound(stem):
            yield _Candidate(int(OSA.distance(beginning, stem)), False, 0, -len(stem), stem + rest)


@cache
def _by_sound() -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for listed in _by_length().values():
        for word in listed:
            if len(word) >= SOUNDED:
                table[_sound(word)].append(word)
    return table


def _sound(word: str) -> str:
    """Return a word as it is heard: unstressed "о" and "а", "е" and "и" are one, a doubled letter is single."""
    return DOUBLED.sub(r"\1", word.translate(SOUNDS))


def _near_stems(folded: str) -> Iterator[_Candidate]:
    for stem in _stems().get(folded[0], ()):
        most = 1 if len(stem) < 8 else 2
        for length in range(len(stem) - 1, min(len(stem) + 1, len(folded)) + 1):
            distance = OSA.distance(stem, folded[:length], score_cutoff=most)
            rest = folded[length:]
            if distance <= most:
                found = stem + rest
                real = is_word(found)
                if real or not rest or (len(stem) >= SHORTEST and is_ending(rest)) or _is_kazakh(found, stem):
                    yield _Candidate(distance + len(rest) // 4, not real, abs(length - len(stem)), -len(stem), found)


def _is_kazakh(word: str, stem: str) -> bool:
    """Tell whether a word is a stem, or a Russian loan that begins with it, with a chain of Kazakh suffixes."""
    return any(one == stem or (one.startswith(stem) and is_word(one)) for one in kazakh_stems(word, len(stem)))


def _near_kazakh(folded: str) -> Iterator[_Candidate]:
    for stem in kazakh_stems(folded, SHORTEST + 1)[:3]:
        for near in _near_words(stem):
            if near.cost == 1:
                yield replace(near, word=near.word + folded[len(stem) :])
