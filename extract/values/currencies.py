"""Currencies beside a number: "$", "US$", "USD", "долл. США", "австралийских долларов", "АҚШ долларына"."""

import re
from functools import cache, lru_cache
from typing import Any

from extract.data import load
from extract.model import Language
from extract.values.number_tokens import BLANK, KAZAKH_ENDING
from extract.words.inflect import fold

RUSSIAN_ENDING = re.compile(r"(?:а|у|ом|е|ы|ов|ам|ами|ах|ой|ь|я|ю|ем|и|ей|ям|ями|ях|ев|й|ии|ию|ия|ий|ым|ых|ый|ого)?")
ADJECTIVE_ENDING = re.compile(r"(?:ий|ого|ому|им|ом|ие|их|ими|ая|ой|ую)")
ENDING = re.compile(KAZAKH_ENDING)
# A line may break between a number and its currency.
WORD = re.compile(rf"(?:(?<=[^\W\d_])\.)?{BLANK}{{0,3}}\n?[-‑]?(?P<word>U\.S\.|[^\W\d_]+)(?P<dot>\.?)")
LETTERS = 24  # no word of a currency is longer


@cache
def _data() -> dict[str, Any]:
    return load("currencies")


@cache
def codes() -> frozenset[str]:
    """Return the ISO codes that are known."""
    return frozenset(record["code"] for record in _data()["currencies"])


@cache
def _symbols() -> dict[str, str]:
    return {symbol: record["code"] for record in _data()["currencies"] for symbol in record["symbols"]}


@cache
def _mark() -> str:
    symbols = sorted(_symbols(), key=len, reverse=True)
    written = "|".join(re.escape(symbol) + (r"(?![^\W\d_])" if symbol[-1].isalpha() else "") for symbol in symbols)
    return rf"(?:(?<![^\W\d_])(?P<code>{'|'.join(sorted(codes()))})(?![^\W\d_])|(?<![A-Za-z])(?P<symbol>{written}))"


@cache
def _mark_before() -> re.Pattern[str]:
    return re.compile(rf"{_mark()}{BLANK}{{0,2}}$")


@cache
def _mark_after() -> re.Pattern[str]:
    # Behind a digit a letter code is glued: "3.14US$", "10EUR".
    return re.compile(rf"\.?{BLANK}{{0,2}}(?:{_mark()})(?!{BLANK}{{0,2}}[0-9])")


@lru_cache(maxsize=8192)
def _noun(word: str) -> str | None:
    """The key of the noun that a word is a form of."""
    lower = word.lower().replace("ё", "е")
    for record in _data()["nouns"]:
        for stem in record["en"]:
            if lower in (stem, stem + "s", stem + "es"):
                return str(record["noun"])
        for stem in record["ru"]:
            if lower.startswith(stem) and RUSSIAN_ENDING.fullmatch(lower, len(stem)):
                return str(record["noun"])
        for stem in record["kk"]:
            if lower.startswith(stem) and ENDING.fullmatch(lower, len(stem)):
                return str(record["noun"])
    return None


@cache
def _adjectives() -> dict[str, dict[str, str]]:
    """Noun → adjective (a Russian stem, a folded Kazakh or English phrase) → code."""
    found: dict[str, dict[str, str]] = {}
    for record in _data()["currencies"]:
        listed = found.setdefault(record["noun"], {})
        for words in record["adjectives"].values():
            listed.update((fold(word), record["code"]) for word in words)
    return found


@cache
def _adjective_stems() -> frozenset[str]:
    return frozenset(adjective for listed in _adjectives().values() for adjective in listed)


def _adjective(noun: str, words: list[str]) -> str | None:
    listed = _adjectives().get(noun, {})
    phrase = fold(" ".join(words))
    if code := listed.get(phrase):
        return code
    for cut in (2, 3):
        if code := listed.get(phrase[:-cut]):
            return code if ADJECTIVE_ENDING.fullmatch(phrase[-cut:]) else None
    return None


@cache
def _names() -> dict[str, dict[str, Any]]:
    return {record["code"]: record for record in _data()["currencies"]}


def currency_name(code: str, language: Language) -> str:
    """Return a currency's name to show in `language`; an unknown code comes back as it is."""
    record = _names().get(code)
    return str(record[language]) if record else code


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where the sign or code that ends before `start` begins, and its currency: "US$ 3", "EUR 20"."""
    window = text[max(0, start - 8) : start]
    match = _mark_before().search(window)
    if match is None:
        return None
    return start - len(window) + match.start(), match["code"] or _symbols()[match["symbol"]]


def is_ordinary(text: str, start: int) -> bool:
    """Tell whether the code at `start` is a word or a name as well ("TOP 10")."""
    return text[start : start + 3] in _data()["ordinary"]


def currency_after(text: str, stop: int, scaled: bool) -> tuple[int, str] | None:
    """Return where the currency behind `stop` ends, and its code; `scaled` tells that a scale stands before it."""
    if match := _mark_after().match(text, stop):
        return match.end(), match["code"] or _symbols()[match["symbol"]]
    words: list[str] = []
    position = stop
    while len(words) < 4 and (match := WORD.match(text, position)):
        word = match["word"]
        if len(word) > LETTERS:
            return None
        noun = _noun(word)
        if noun is not None:
            ends = (
                match.end() if match["dot"] and len(word) < 5 and _abbreviated(text, match.end()) else match.end("word")
            )
            if not words and (settled := _after(text, ends, noun)):
                return settled
            if code := _code(noun, words, word, scaled):
                return ends, code
        if not words and fold(word)[:2] not in _openings():
            return None
        words.append(word)
        position = match.end() if match["dot"] else match.end("word")
    return None


@cache
def _openings() -> frozenset[str]:
    """The first two letters of adjectives: what cannot be one is not looked at further."""
    return frozenset(adjective[:2] for adjective in _adjective_stems())


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the sentence goes on behind a dot: "долл. США", "руб. в год"."""
    following = text[stop : stop + 4].strip()
    return bool(following) and (following[0].islower() or following.startswith("США"))


def _code(noun: str, words: list[str], word: str, scaled: bool) -> str | None:
    default = next((str(record["default"]) for record in _data()["nouns"] if record["noun"] == noun), "") or None
    if words:
        named = _adjective(noun, words)
        return named or (default if default and _adjective(_names()[default]["noun"], words) == default else None)
    lower = word.lower()
    if lower.rstrip("s") in _data()["adjective_needed"]:
        return None
    if any(lower.startswith(risky) for risky in _data()["scale_needed"]) and not scaled:
        return None
    return default


def _after(text: str, stop: int, noun: str) -> tuple[int, str] | None:
    """A word behind the noun that settles it: "долларов США"."""
    match = WORD.match(text, stop)
    if match is None:
        return None
    for record in _data()["after"]:
        if record["noun"] == noun and match["word"] in record["words"]:
            return match.end("word"), str(record["code"])
    return None
