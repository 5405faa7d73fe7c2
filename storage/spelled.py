"""Texts as what facts are found by: the stems and things of their words, and the spellings that lead to these."""

from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from extract.words.inflect import fold, russian_forms
from extract.words.stems import content_words, stem, stems_of, thing_of

Key = tuple[str, str]  # type and name


@lru_cache(maxsize=65536)
def latin(folded: str) -> str:
    """Return a folded word in plain Latin letters."""
    return fold(anyascii(folded))


@lru_cache(maxsize=4096)
def forms_of(name: str) -> frozenset[tuple[str, Key]]:
    """Return the case forms of the words of a Russian name, for questions that misspell them."""
    words = name.split()
    forms = [form.split() for form in russian_forms(name)]
    pairs = [pair for form in forms if len(form) == len(words) for pair in zip(form, words, strict=True)]
    return frozenset((fold(form), ("word", stem(fold(word)))) for form, word in pairs if form.isalpha())


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text can be found by: words and things, and the spellings of words."""

    keys: tuple[Key, ...]
    spellings: frozenset[tuple[str, Key]]
    words: tuple[tuple[str, Key], ...]


@lru_cache(maxsize=4096)
def terms_of(text: str, kazakh: bool) -> Terms:
    """Read a text; names and titles come again and again."""
    words = list(content_words(text))
    stems = [(word, ("word", stem(word))) for word in words]
    keys = [("word", one) for word in words for one in (stems_of(word) if kazakh else (stem(word),))]
    keys += [("thing", thing) for word in words if (thing := thing_of(word))]
    spellings = {(form, key) for word, key in stems for form in (word, key[1])}
    return Terms(tuple(dict.fromkeys(keys)), frozenset(spellings), tuple(stems))
