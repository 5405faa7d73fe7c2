"""The words of a title in an English or Kazakh sentence, each with what it is: head, prefix, portfolio, owner, joint.

`english_posts` and `kazakh_posts` put them together in the order of their language.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.data import load
from extract.model import Language, Span
from extract.names.parties import find_parties
from extract.names.places import find_places
from extract.words.inflect import KAZAKH_SUFFIXES, genitive
from extract.words.tagger import Name, Token

Sort = Literal["head", "prefix", "portfolio", "owner", "organisation", "joint", "dash", "name", "other"]

_KAZAKH_ENDING = re.compile(
    rf"(?P<plural>лар|лер|дар|дер|тар|тер)?(?P<possessive>сы|сі|ы|і|м|ым|ім|ыңыз|іңіз)?(?P<case>н|на|не|нда|нде|нан|нен|{KAZAKH_SUFFIXES.pattern})"
)
_ELSEWHERE = re.compile(r"(?:[дт][ае]|[дтн][ае]н|[ғқгк][ае])$")  # in, from, to
_PHRASE = 4  # words of a phrase at most


@dataclass(frozen=True, slots=True)
class PostWord:
    """A word or phrase: token range, its sort, and its Russian ("" for what has none).

    `case` is the Kazakh case suffix, "+" a possessive without one; `country` that of an owner; `verbal` marks a head
    that is a verb ("who chairs").
    """

    first: int
    stop: int
    sort: Sort
    russian: str = ""
    case: str = ""
    country: str = ""
    plural: bool = False
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class ForeignPost:
    """A title in a sentence: token range and its Russian nominative."""

    first: int
    stop: int
    title: str
    plural: bool = False


Matcher = Callable[[Sequence[Token], int], tuple[int, str, str] | None]


def read_post_words(
    text: str, offset: int, tokens: Sequence[Token], names: Sequence[Name], language: Language
) -> list[PostWord]:
    """Sort the tokens of a sentence that begins at `offset` into the words that titles are made of."""
    owners = _owners(text, offset)
    named = {name.start: name for name in names}
    words: list[PostWord] = []
    position = 0
    while position < len(tokens):
        word = _word_at(tokens, position, owners, named, language)
        words.append(word)
        position = word.stop
    return words


def _owners(text: str, offset: int) -> dict[int, tuple[Span, str, str]]:
    found: dict[int, tuple[Span, str, str]] = {}
    for span, place in find_places(text):
        shifted = Span(span.start + offset, span.stop + offset)
        found[shifted.start] = (shifted, place.name, place.country or (place.name if place.kind == "country" else ""))
    for span, party in find_parties(text):
        shifted = Span(span.start + offset, span.stop + offset)
        if shifted.start not in found or found[shifted.start][0].stop < shifted.stop:
            found[shifted.start] = (shifted, party, party)
    return found


def _word_at(
    tokens: Sequence[Token],
    position: int,
    owners: dict[int, tuple[Span, str, str]],
    named: dict[int, Name],
    language: Language,
) -> PostWord:
    token = tokens[position]
    if name := named.get(token.start):
        stop = next((index for index in range(position, len(tokens)) if tokens[index].start >= name.stop), len(tokens))
        return PostWord(position, stop, "name", name.normal)
    phrase = _phrase_at(tokens, position, language)
    if language == "en" and (body := _body_at(tokens, position, named, national=token.start in owners)):
        return body
    if (owner := owners.get(token.start)) and not (phrase and tokens[phrase.stop - 1].stop > owner[0].stop):
        stop = next(
            (index for index in range(position, len(tokens)) if tokens[index].start >= owner[0].stop), len(tokens)
        )
        case = _case_of(_between(tokens[position:stop]), owner[1], language)
        return PostWord(position, stop, "owner", genitive(owner[1]), case, owner[2])
    if phrase:
        return phrase
    if token.text in "–—-":
        return PostWord(position, position + 1, "dash")
    if token.text.lower() in _joints(language):
        return PostWord(position, position + 1, "joint", _joints(language)[token.text.lower()])
    if organisation := _organisation_at(tokens, position, language):
        return organisation
    return PostWord(position, position + 1, "other")


@cache
def _joints(language: Language) -> dict[str, str]:
    return dict(load("posts")[language]["joints"])


@cache
def _phrases(language: Language) -> dict[str, list[tuple[tuple[str, ...], Sort, str]]]:
    """Return the phrases of a language by the beginning of their first word, the longest first."""
    table = load("posts")[language]
    sorts: dict[str, Sort] = {"heads": "head", "prefixes": "prefix", "portfolio": "portfolio"}
    found: dict[str, list[tuple[tuple[str, ...], Sort, str]]] = {}
    for part, sort in sorts.items():
        for phrase, russian in table[part].items():
            words = tuple(phrase.split())
            found.setdefault(words[0][:3], []).append((words, sort, russian))
    for listed in found.values():
        listed.sort(key=lambda entry: (-len(entry[0]), -len(entry[0][-1])))
    return found


def _phrase_at(tokens: Sequence[Token], position: int, language: Language) -> PostWord | None:
    lowered = [token.text.lower() for token in tokens[position : position + _PHRASE + 2]]
    for words, sort, russian in _phrases(language).get(lowered[0][:3], ()):
        if len(words) > len(lowered) or tuple(lowered[: len(words) - 1]) != words[:-1]:
            continue
        last = lowered[len(words) - 1]
        if language == "en":
            plural = last == words[-1] + "s" and sort == "head"
            if last == words[-1] or plural:
                stop = position + len(words)
                return PostWord(position, stop, sort, russian, plural=plural, verbal=words[0] == "who")
        elif ending := _kazakh_ending(last, words[-1]):
            case = ending["case"] or ("+" if ending["possessive"] else "")
            plural = bool(ending["plural"]) and sort == "head"
            return PostWord(position, position + len(words), sort, russian, case, plural=plural)
    return None


def _kazakh_ending(word: str, stem: str) -> re.Match[str] | None:
    for base in (stem, *_softened(stem)):
        if word.startswith(base):
            return _KAZAKH_ENDING.fullmatch(word, len(base))
    return None


def _softened(stem: str) -> tuple[str, ...]:
    """A final "к", "қ" or "п" softens before a vowel: "кабинет", but "көлік" → "көлігі"."""
    hard = {"к": "г", "қ": "ғ", "п": "б"}.get(stem[-1:])
    return (stem[:-1] + hard,) if hard else ()


def _case_of(words: str, name: str, language: Language) -> str:
    """Return the Kazakh suffix that matters of an owner ("да" for in, to and from it), "s" of an English possessive."""
    lowered = words.lower()
    if language != "kk":
        return "s" if lowered.endswith(("'s", "’s")) else ""
    if lowered.endswith(("ның", "нің", "дың", "дің", "тың", "тің")):
        return "ның"
    if lowered.endswith(("дағы", "дегі", "тағы", "тегі")):
        return "дағы"
    stem = _ELSEWHERE.sub("", words)
    return "да" if stem != words and name in [place.name for _, place in find_places(stem)] else ""


def _organisation_at(tokens: Sequence[Token], position: int, language: Language) -> PostWord | None:
    """A quoted name, or capitalised words in Latin letters."""
    if tokens[position].text in '«“"':
        for index in range(position + 1, min(position + 9, len(tokens))):
            if tokens[index].text in '»”"':
                return PostWord(position, index + 1, "organisation", _between(tokens[position + 1 : index]))
        return None
    stop = position
    while stop < len(tokens) and _is_latin_name(tokens[stop].text):
        if language == "en" and (_phrase_at(tokens, stop, language) or tokens[stop].text.lower() in _function_words()):
            break
        stop += 1
    return PostWord(position, stop, "organisation", _between(tokens[position:stop])) if stop > position else None


def _body_at(tokens: Sequence[Token], position: int, named: Mapping[int, Name], *, national: bool) -> PostWord | None:
    """Capitalised words up to one that makes a body of them: "China Petrochemical Corporation"."""
    bodies = _bodies() if national else _bodies() | _weak_bodies()
    stop = last = position
    while stop < len(tokens) and tokens[stop].start not in named and _is_latin_name(tokens[stop].text):
        if tokens[stop].text.lower() in _function_words() or _phrase_sort(tokens, stop) == "head":
            break
        stop += 1
        last = stop if tokens[stop - 1].text.lower() in bodies else last
    return PostWord(position, last, "organisation", _between(tokens[position:last])) if last > position + 1 else None


def _phrase_sort(tokens: Sequence[Token], position: int) -> str:
    phrase = _phrase_at(tokens, position, "en")
    return phrase.sort if phrase else ""


@cache
def _weak_bodies() -> frozenset[str]:
    return frozenset(load("posts")["en"]["weak_bodies"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("posts")["en"]["bodies"])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load("posts")["en"]["function_words"])


def _is_latin_name(word: str) -> bool:
    return word[:1].isupper() and word[:1].isascii() and word.isascii() and word.replace("-", "").isalnum()


def _between(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for previous, token in zip((None, *tokens), tokens, strict=False):
        parts.append(token.text if previous is None or previous.stop == token.start else " " + token.text)
    return "".join(parts)


def governing(title: str) -> str:
    """Return a title in the genitive, as "заместитель" wants it: "премьер-министр" → "премьер-министра"."""
    head, _, tail = title.partition(" ")
    if head.endswith(("ый", "ий")) and tail:
        noun, _, rest = tail.partition(" ")
        return f"{genitive(head)} {genitive(noun)} {rest}".strip()
    return f"{genitive(head)} {tail}".strip()


def prepositional(genitive_form: str) -> str:
    """Return the prepositional of a place by its genitive: "Ирана" → "Иране", "Приволжского округа" → "… округе"."""
    if " " in genitive_form:
        return " ".join(map(prepositional, genitive_form.split(" ")))
    if genitive_form.endswith(("ого", "его")):
        return genitive_form[:-2] + "м"
    if genitive_form.endswith("ии") or genitive_form[-1:] not in "аыя":
        return genitive_form
    return genitive_form[:-1] + "е"


def posts_among(
    words: Sequence[PostWord], read: Callable[[Sequence[PostWord], int, int], tuple[ForeignPost, int]]
) -> list[ForeignPost]:
    """Return the titles that `read` finds around each head, left to right; it is told where the one before ends."""
    posts: list[ForeignPost] = []
    position = 0
    while position < len(words):
        if words[position].sort == "head":
            post, position = read(words, position, posts[-1].stop if posts else 0)
            posts.append(post)
        else:
            position += 1
    return posts
