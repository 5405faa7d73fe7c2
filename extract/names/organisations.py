"""Organisations: ТОО «Машиностроительный завод МТЗ-Казахстан» → "Машиностроительный завод МТЗ-Казахстан".

The tagger's spans are mended where it is weak: a quoted name is one organisation with the legal form before it, a
known name is given back in its spelling of record, and ministries by their full title.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extract.data import load
from extract.model import Span
from extract.names.parties import find_parties
from extract.people.case import is_given_name
from extract.people.post_tail import is_head
from extract.words.nominative import nominative
from extract.words.tagger import Tagged, Token

EXAMPLES = {
    "ПАО «КамАЗ» расширяет выпуск.": ["КАМАЗ"],
    "Завод строит ТОО «Тракторный двор».": ["Тракторный двор"],
    "Выступил спикер Палаты представителей.": ["Палата представителей"],
    "Кредит дал Евразийский банк развития (ЕАБР).": ["ЕАБР"],
    "Он встретился с президентом Азиатского банка инфраструктурных инвестиций Цзоу Цзяи.": [
        "Азиатский банк инфраструктурных инвестиций"
    ],
    "Выступил глава АО «НК «Kazakh Invest» и другие.": ["Kazakh Invest"],
    "Завод строит китайская China Energy Overseas Investment.": ["China Energy Overseas Investment"],
    "The Kazakhstan Investment Development Fund will build it.": ["Kazakhstan Investment Development Fund"],
    "Green Capital Kazakhstan LLP builds a greenhouse.": ["Green Capital Kazakhstan"],
}
NOT_EXAMPLES = [
    "Об этом сказал председатель Правления Николай Подгузов.",
    "С ним встретился бывший Федеральный канцлер Германии.",
    "The Minister of Energy spoke.",
    "Каучук повезут на шинный завод.",
]

_SHORT = re.compile(r"\s?\((?:далее\s[–—-]\s)?(?P<name>[A-ZА-ЯЁ][\w-]{1,14})\)")
_MARKS = ' «»“”"„,./'
_IN_BRACKETS = re.compile(r"\s?\((?P<name>[^()]+)\)?$")
_LATIN = re.compile(r"(?<![\w«“\"])[A-Z][A-Za-zÀ-ž&-]+(?:\s(?:of|and|&)(?=\s[A-Z])|\s[A-Z][A-Za-zÀ-ž&-]+)+(?!\w)")
_QUOTED = re.compile(r"[«“\"„](?P<name>[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ0-9][^«»“”\"„\n]{1,60})[»”\"“]")


@cache
def _legal_forms() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in load("organisations")["legal_forms"])
    return re.compile(rf"^(?:(?:{forms})\.?\s+)+|(?:,?\s+(?:{forms})\.?)+$")


@cache
def _latin_body() -> re.Pattern[str]:
    bodies = "|".join(load("organisations")["latin_bodies"])
    word = r"(?!(?:The|A|An|In|At|On|For|With|By|From|And|Our|This)\b)[A-Z][A-Za-zÀ-ž&-]+"
    return re.compile(rf"(?<![\w-])(?:{word}\s(?:(?:of|and|for|&)\s)?){{1,6}}(?:{bodies})(?!\w)")


@cache
def _known() -> dict[str, str]:
    table: dict[str, list[str]] = load("organisations")["known"]
    return {variant.lower(): name for name, variants in table.items() for variant in (name, *variants)}


@cache
def _ministries() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), full) for pattern, full in load("organisations")["bodies"]]


def canonical_organisation(name: str) -> str:
    """Return a name without quotes and legal form, in the spelling of record where it is known."""
    bare, before = name.strip(_MARKS), ""
    while bare != before:  # "АО «НК «Kazakh Invest»"
        bare, before = _legal_forms().sub("", bare).strip(_MARKS), bare
    known = _known()
    if short := _IN_BRACKETS.search(bare):
        bare = known.get(short["name"].lower(), bare[: short.start()])
    lowered = bare.lower()
    if lowered in known:
        return known[lowered]
    for ending in load("organisations")["case_endings"]:
        if lowered.endswith(ending) and lowered[: -len(ending)] in known:
            return known[lowered[: -len(ending)]]
    return bare


def find_organisations(sentence: str, offset: int, tagged: Tagged) -> Iterator[tuple[Span, str]]:
    """Yield the organisations of a sentence that begins at `offset`, left to right, without overlaps."""
    candidates = [*_written(sentence, offset), *_tagged(tagged)]
    last = -1
    for span, name in _with_short_names(sentence, offset, candidates):
        if span.start >= last and len(name) > 1:
            yield span, name
            last = span.stop


def _written(sentence: str, offset: int) -> Iterator[tuple[Span, str]]:
    """Yield what the letters alone tell: public bodies, quoted names, known names, names in Latin letters."""
    for pattern, full in _ministries():
        for match in pattern.finditer(sentence):
            yield Span(match.start() + offset, match.end() + offset), full
    for match in _QUOTED.finditer(sentence):
        name = match["name"].strip()
        if _looks_like_name(name, sentence[: match.start()], sentence[match.end() :]):
            yield Span(match.start() + offset, match.end() + offset), canonical_organisation(name)
    for match in _known_pattern().finditer(sentence):
        yield Span(match.start() + offset, match.end() + offset), canonical_organisation(match.group())
    for match in _latin_names(sentence):
        if not any(span.stop - span.start == len(match[0]) for span, _ in find_parties(match[0])):
            yield Span(match.start() + offset, match.end() + offset), canonical_organisation(match[0])


def _latin_names(sentence: str) -> Iterator[re.Match[str]]:
    """Yield names of several words: in Cyrillic text all of them, in English those that end in a word for a body."""
    pattern = _LATIN if re.search(r"[а-яё]{3}", sentence) else _latin_body()
    for match in pattern.finditer(sentence):
        if match[0].split()[0].lower() not in {*load("posts")["en"]["heads"], "deputy", "ministry", "acting"}:
            yield match


def _tagged(tagged: Tagged) -> Iterator[tuple[Span, str]]:
    for found in tagged.names:
        if found.type != "organisation":
            continue
        tokens = _without_person([one for one in tagged.tokens if found.start <= one.start < found.stop])
        head = next((one for one in tokens if one.pos in ("NOUN", "PROPN")), None)
        cut = bool(tokens) and tokens[-1].stop < found.stop
        if not tokens or any(one.pos == "VERB" for one in tokens):
            continue  # "Каучук повезут" is a sentence
        if head is None or (head.pos == "NOUN" and is_head(head)) or (cut and len(tokens) == 1):
            continue  # "Федеральный канцлер" is a person
        name = _nominative(tokens) if len(tokens) > 1 and head.pos == "NOUN" else _with_tail(found.normal, tokens, head)
        yield Span(tokens[0].start, min(tokens[-1].stop, found.stop)), canonical_organisation(name)


def _with_tail(normal: str, tokens: list[Token], head: Token) -> str:
    """Return the tagger's nominative with what stands behind its head as written: "Палата представителей"."""
    words, last = normal.split(), tokens.index(head) + 1
    if len(words) != len(tokens) or any(token.case != "Gen" for token in tokens[last:]):
        return normal
    return " ".join([*words[:last], *(token.text for token in tokens[last:])])


def _without_person(tokens: list[Token]) -> list[Token]:
    """Cut a person's name off: "Правления Николая Подгузова"."""
    for place in range(1, len(tokens) - 1):
        if is_given_name(tokens[place].text) and tokens[place + 1].text[:1].isupper():
            return tokens[:place]
    return tokens


def _nominative(tokens: list[Token]) -> str:
    """Return a name in the nominative with the capitals of the text: "Евразийского банка" → "Евразийский банк"."""
    words = nominative(tokens).split(" ")
    written = _spaced(tokens).split(" ")
    if len(words) != len(written):
        return " ".join(words)
    pairs = zip(words, written, strict=True)
    return " ".join(
        old if old.isupper() else word[:1].upper() + word[1:] if old[:1].isupper() else word for word, old in pairs
    )


def _spaced(tokens: list[Token]) -> str:
    parts = [tokens[0].text]
    for previous, token in pairwise(tokens):
        parts.append(token.text if previous.stop == token.start else " " + token.text)
    return "".join(parts)


def _with_short_names(sentence: str, offset: int, candidates: list[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield the candidates in order, each with the short name in brackets behind it: "… банк развития (ЕАБР)"."""
    for span, name in sorted(candidates, key=lambda pair: (pair[0].start, -pair[0].stop)):
        short = _SHORT.match(sentence, span.stop - offset)
        if short:
            known = _known().get(short["name"].lower())
            yield Span(span.start, short.end() + offset), known or name
        else:
            yield span, name


@cache
def _known_pattern() -> re.Pattern[str]:
    names = sorted(_known(), key=len, reverse=True)
    endings = "|".join(load("organisations")["case_endings"])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?:{endings})?(?![\w-])", re.IGNORECASE)


def _looks_like_name(name: str, before: str, after: str) -> bool:
    """A quotation in quotes is no name: it is long, ends a sentence, or a verb of speech follows."""
    words = name.split()
    if len(words) > 7 or name.endswith((".", "!", "?", ",")):
        return False
    return not after.lstrip(" ,.").startswith(("–", "—", "- ")) or bool(re.search(r"\w\s*$", before))
