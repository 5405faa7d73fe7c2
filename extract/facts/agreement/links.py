"""How an actor stands in its clause: as a side of the act, as somebody's attribute, or as a place.

The word that governs a name decides: "с", "между", "от" make a side, "в", "на" a place, and a noun before a genitive an
attribute ("заседание Совета", "рынок Казахстана") unless it only stands for its owner ("правительство Казахстана").
What is joined by "и" or a comma stands as the one before it.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.agreement.actors import Actor
from extract.facts.triggers import triggers
from extract.model import Span
from extract.words.tagger import Token

Link = Literal["speaks", "partner", "side", "owned", "place"]

_QUOTES = "«»\"“”„'"
_WITH = {"с", "со", "между"}
_BEFORE_SPEAKING = {"от", "со", "с", "в"}
_SPEAKING = {"стороны", "имени", "лице"}  # "со стороны A", "от имени A", "в лице A"

_EN_PLACE = re.compile(r"\b(?:in|at|to|on|from|about|for|via|through|into|near|across|under|over|after)\s+$", re.I)
_EN_WITH = re.compile(r"\b(?:with|between|among|by)\s+$", re.IGNORECASE)
_EN_BEHALF = re.compile(r"\b(?:on\s+behalf\s+of|for|from|representing)\s+$", re.IGNORECASE)
_EN_OF = re.compile(r"\b(?P<noun>\w+)\s+of\s+$", re.IGNORECASE)
_EN_JOINED = re.compile(r"(?:,|\band|,\s*and|\bas\s+well\s+as|\balong\s+with)\s+$", re.IGNORECASE)
_EN_OWNS = re.compile(r"['’]s?\s+(?P<noun>[a-z]\w+)")
_KK_PLACE = re.compile(r"(?:[дт][ае](?:ғы|гі|н|й)?|ғы|гі|ге|ға|қа|ке|[дт]ан|[дт]ен|нан|нен)$")
_KK_OWNS = re.compile(r"(?:[ндт][ыі]ң)$")
_KK_SPEAKS = re.compile(r"\s+(?:атынан|тарапынан|жағынан)\b")


def links_of(document: Document, sentence: Sentence, actors: Sequence[Actor]) -> list[Link]:
    """Return how each of `actors`, in the order of the sentence, stands in it."""
    links: list[Link] = []
    for position, actor in enumerate(actors):
        before = actors[position - 1] if position else None
        if before and _is_joined(document, sentence, before, actor):
            links.append(links[-1])
        else:
            links.append(_link(document, sentence, actor))
    return links


def _is_joined(document: Document, sentence: Sentence, before: Actor, actor: Actor) -> bool:
    between = sentence.slice(Span(before.span.stop, actor.span.start)) if before.span.stop <= actor.span.start else "-"
    pattern = triggers("agreements", document.language, "joints")
    return (
        len(between) < 45 and bool(pattern.search(between.strip(_QUOTES + " ") or "-")) and _is_light(document, between)
    )


def _is_light(document: Document, between: str) -> bool:
    """Tell whether nothing but a joint and words such as "компания", "правительство" stand between two names."""
    if document.language == "en" and re.fullmatch(
        r"\W*(?:,|and|,\s*and|as\s+well\s+as)\s+(?:[a-z-]+\s+){0,5}", between
    ):
        return not between.endswith("of ")
    words = re.findall(r"\w+", between)
    light = triggers("agreements", document.language, "standing_for")
    joints = triggers("agreements", document.language, "joints")
    legal = load("organisations")["legal_forms"]
    return (
        all(
            light.fullmatch(word)
            or joints.fullmatch(word)
            or word in legal
            or re.fullmatch(r"\w+(?:ск|н)(?:ий|ой|ая|ое|ого|им|ую|ие|ими|их)", word)
            for word in words
        )
        and between.count(",") <= 1
    )


def _link(document: Document, sentence: Sentence, actor: Actor) -> Link:
    if document.language == "ru":
        return _russian(sentence, actor)
    if document.language == "en":
        return _english(sentence, actor)
    return _kazakh(sentence, actor)


def _russian(sentence: Sentence, actor: Actor) -> Link:
    tokens = sentence.tokens
    first = next((place for place, token in enumerate(tokens) if token.start >= actor.span.start), 0)
    own = next((token for token in tokens[first:] if token.text not in _QUOTES and token.pos != "ADJ"), None)
    link = _governed(tokens, first, own.case if own and own.stop <= actor.span.stop else "", set())
    meets = re.match(r"[»\"”]?\s+со?\s", sentence.text[actor.span.stop - sentence.span.start :])
    return "side" if link == "owned" and meets else link  # "соглашение о торговле Казахстана с Китаем"


def _governed(tokens: Sequence[Token], first: int, case: str, seen: set[int]) -> Link:
    """Read to the left of the name that begins at token `first` until the word that governs it."""
    place = first - 1
    while place >= 0 and (
        tokens[place].text in _QUOTES
        or (tokens[place].pos in ("ADJ", "NUM", "DET", "PROPN") and _is_form(tokens[place]))
    ):
        place -= 1
    if place < 0 or place in seen:
        return "side"
    seen.add(place)
    word = tokens[place]
    lowered = word.text.lower()
    if word.pos == "ADP":
        if lowered in _WITH:
            return "partner"
        return "speaks" if lowered == "от" else "side" if lowered == "у" else "place"
    if word.pos not in ("NOUN", "PROPN"):
        return "side"
    if lowered in _SPEAKING and place and tokens[place - 1].text.lower() in _BEFORE_SPEAKING:
        return "speaks"
    if _stands_for().fullmatch(word.text):
        return _governed(tokens, place, word.case, seen)
    if _documents().fullmatch(word.text) or _hosts().fullmatch(word.text):
        return "side"
    if _events().fullmatch(word.text):
        return "owned"
    return "owned" if case == "Gen" else "side"


def _is_form(token: Token) -> bool:
    return token.pos in ("ADJ", "NUM", "DET") or token.text in load("organisations")["legal_forms"]


@cache
def _stands_for() -> re.Pattern[str]:
    return triggers("agreements", "ru", "standing_for")


@cache
def _events() -> re.Pattern[str]:
    return triggers("agreements", "ru", "events")


@cache
def _documents() -> re.Pattern[str]:
    return triggers("agreements", "ru", "papers")


@cache
def _hosts() -> re.Pattern[str]:
    return triggers("agreements", "ru", "hosts")


def _english(sentence: Sentence, actor: Actor) -> Link:
    start, stop = actor.span.start - sentence.span.start, actor.span.stop - sentence.span.start
    before = sentence.text[max(0, start - 60) : start]
    while True:
        shorter = triggers("agreements", "en", "before_names").sub("", before)
        shorter = re.sub(r"\b(?:the|a|an)\s+$|\b[a-z]+-based\s+$", "", shorter)
        if shorter == before:
            break
        before = shorter
    if _EN_BEHALF.search(before) and not re.search(r"\b(?:for|from)\s+$", before):
        return "speaks"
    owns = _EN_OWNS.match(sentence.text[stop - 2 : stop + 25].lstrip("abcdefghijklmnopqrstuvwxyz")) or _EN_OWNS.match(
        sentence.text[stop : stop + 25]
    )
    if owns and not triggers("agreements", "en", "standing_for").fullmatch(owns["noun"]):
        return "owned"
    if _EN_WITH.search(before):
        return "partner"
    if of := _EN_OF.search(before):
        if triggers("agreements", "en", "standing_for").fullmatch(of["noun"]):
            rest = re.sub(r"\b(?:the|a|an)\s+$", "", before[: of.start()])
            return "partner" if _EN_WITH.search(rest) else "place" if _EN_PLACE.search(rest) else "side"
        return "owned"
    return "place" if _EN_PLACE.search(before) else "side"


def _kazakh(sentence: Sentence, actor: Actor) -> Link:
    words = sentence.slice(actor.span)
    after = sentence.text[actor.span.stop - sentence.span.start :]
    if _KK_SPEAKS.match(after):
        return "speaks"
    if re.search(r"[мбп]ен$", words) or re.match(r"\s+(?:[мбп]ен|арасын\w+)\b", after):
        return "partner"
    if _KK_OWNS.search(words):
        noun = re.match(r"\s+(\w+)", after)
        return "side" if noun and triggers("agreements", "kk", "standing_for").fullmatch(noun[1]) else "owned"
    return "place" if _KK_PLACE.search(words) and " " not in words else "side"
