"""Numerals with their sign and ordinals: "минус 1,2 млн" is -1200000, "двадцать третьего" is 23."""

import re
from decimal import Decimal
from functools import cache

from extract.data import load
from extract.model import Span
from extract.values.number_tokens import BLANK
from extract.values.numbers import find_numbers
from extract.words.inflect import fold

WORD = re.compile(r"[^\W\d_]{3,24}")
STEM_ENDING = re.compile(
    r"(?:ый|ий|ой|ая|ья|ое|ье|ые|ьи|и|ого|его|ьего|ому|ему|ьему|ым|им|ьим|ом|ем|ьем|ую|ью|ей|ьей|ых|их|ьих|ыми|ими|ши|шы)"
)
MINUS = re.compile(rf"(?:(?<![\w)])[-−]|(?<!\w)(?:минус|minus){BLANK})$", re.IGNORECASE)
POINT = re.compile(rf"{BLANK}(?:точка|point){BLANK}", re.IGNORECASE)
TENS = re.compile(rf"(?<!\w)(?P<word>[^\W\d_]{{3,20}}){BLANK}{{1,2}}$")


@cache
def _digits() -> re.Pattern[str]:
    endings = "|".join(sorted(load("numerals")["ordinals"]["endings"], key=len, reverse=True))
    return re.compile(rf"(?<![\w.,])(?P<digits>[0-9]{{1,9}})[-‑–]?(?:{endings})(?!\w)", re.IGNORECASE)


@cache
def _stems() -> dict[str, int]:
    stems = load("numerals")["ordinals"]["stems"]
    return {fold(stem): value for stems, value in stems.items() for stem in stems.split()}


def _ordinal(word: str) -> int | None:
    folded = fold(word)
    if (value := load("numerals")["ordinals"]["words"].get(folded)) is not None:
        return int(value)
    for cut in range(len(folded) - 1, 2, -1):
        if (value := _stems().get(folded[:cut])) is not None and STEM_ENDING.fullmatch(folded, cut):
            return value
    return None


def find_numerals(text: str) -> list[tuple[Span, Decimal]]:
    """Return the numbers of a text with their signs: "минус 1200000", "1200К", "один точка один"."""
    found: list[tuple[Span, Decimal]] = []
    letters = {letter: factor for written, factor in load("numerals")["letters"].items() for letter in written.split()}
    for number in find_numbers(text):
        start, stop, value = number.span.start, number.span.stop, number.value
        letter = text[stop : stop + 1].lower()
        if not number.words and number.scale == 1 and letter in letters and not text[stop + 1 : stop + 2].isalpha():
            value, stop = value * letters[letter], stop + 1
        if minus := MINUS.search(text, max(0, start - 8), start):
            start, value = minus.start(), -value
        if found and number.words and value < 10 and POINT.fullmatch(text, found[-1][0].stop, start):
            start, value = found[-1][0].start, found.pop()[1] + value / 10
        found.append((Span(start, stop), value))
    return found


def find_ordinals(text: str) -> list[tuple[Span, int]]:
    """Return the ordinals of a text in its order: "21-й", "5-ші", "11th", "двадцать первой", "third"."""
    found = [(Span(*match.span()), int(match["digits"])) for match in _digits().finditer(text)]
    tens = {number.span.stop: number for number in find_numbers(text) if number.words}
    for match in WORD.finditer(text):
        value = _ordinal(match.group())
        if value is None:
            continue
        before = TENS.search(text, max(0, match.start() - 24), match.start())
        number = tens.get(before.end("word")) if before else None
        if number and number.value % 10 == 0 and value < 10:
            found.append((Span(number.span.start, match.end()), int(number.value) + value))
        else:
            found.append((Span(*match.span()), value))
    return sorted(found)


EXAMPLES: dict[str, list[str]] = {
    "минус 1200000": ["-1200000"],
    "-1.2М": ["-1200000"],
    "1200К": ["1200000"],
    "два точка пять": ["2.5"],
    "ноль": ["0"],
    "от 5 до 10": ["5", "10"],
    "minus 3 million": ["-3000000"],
}
ORDINAL_EXAMPLES: dict[str, list[int]] = {
    "1-го, 21й и 48ое": [1, 21, 48],
    "двадцать третьего": [23],
    "Первая и пятнадцатая": [1, 15],
    "сороковой": [40],
    "the third and 12th": [3, 12],
    "21-ші, бірінші, үшінші": [21, 1, 3],
    "первичный, перв, 5 тонн": [],
}
