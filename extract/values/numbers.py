"""Numbers in texts: digits, words and scales, one value each: "1 млрд 318 млн", "two and a half million", "он бес мың".

    text | tokens | groups ("318 млн") | sums of groups with falling scales

A date, a time, an ordinal, a code is no number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.data import load
from extract.model import Span
from extract.values.number_tokens import BLANK, HYPHENS, KAZAKH, KAZAKH_ENDING, Token, tokens_of, words_of_numbers
from extract.words.inflect import fold

SUFFIX = re.compile(rf"[-‑–]{KAZAKH_ENDING}(?!\w)")
SPLIT_DECIMAL = re.compile(rf",{BLANK}(?P<part>[0-9]{{1,2}})(?![0-9.,])(?={BLANK}{{0,2}}(?P<scale>[^\W\d_]+))")
NUMBERED = re.compile(r"(?:№|\bNo\.|#)\s?$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at its place. `scale` is the last multiplier (1: none), `words` tells words from digits, `glued` that
    a letter stands right before it ("USD3")."""

    span: Span
    value: Decimal
    scale: Decimal = Decimal(1)
    words: bool = False
    glued: bool = False

    @property
    def like_year(self) -> bool:
        """Whether it may as well be a year: "2021"."""
        return (
            not self.words and self.scale == 1 and 1900 <= self.value <= 2100 and self.span.stop - self.span.start == 4
        )


@cache
def _half_after() -> re.Pattern[str]:
    listed = "|".join(re.escape(words).replace("\\ ", r"\s+") for words in load("numerals")["halves"]["after"])
    return re.compile(rf"{BLANK}{{0,3}}(?:{listed})(?!\w)", re.IGNORECASE)


@cache
def _ordinal_end() -> re.Pattern[str]:
    """The end of an ordinal right after its digits: "21-й", "11th"; "5м" without a hyphen may be five metres."""
    endings = sorted(load("numerals")["ordinals"]["endings"], key=len, reverse=True)
    hyphened, glued = "|".join(endings), "|".join(ending for ending in endings if ending != "м")
    return re.compile(rf"(?:[-‑–](?:{hyphened})|(?:{glued}))(?![\w])", re.IGNORECASE)


@cache
def _joiners() -> frozenset[str]:
    return frozenset(load("numerals")["halves"]["joiners"])


@cache
def _scale_words() -> frozenset[str]:
    return frozenset(word for word, (kind, _) in words_of_numbers(True).items() if kind in ("scale", "alone"))


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a text in its order, none overlapping."""
    return list(_read(text, tokens_of(text)))


def parse_number(text: str) -> Decimal | None:
    """Return the value of a text that is one number and nothing else, or None."""
    found = find_numbers(text.strip())
    whole = [number for number in found if number.span == Span(0, len(text.strip()))]
    return whole[0].value if whole else None


def _read(text: str, tokens: list[Token]) -> Iterator[Number]:
    position = 0
    while position < len(tokens):
        read = _Reader(text, tokens, position)
        if (number := read.number()) is not None:
            yield number
        position = max(read.position, position + 1)


class _Reader:
    """Reads one number from a position of the tokens; `position` is the first token after it."""

    def __init__(self, text: str, tokens: list[Token], position: int) -> None:
        self.text = text
        self.tokens = tokens
        self.position = position
        self.stop = 0

    def number(self) -> Number | None:
        first = self.tokens[self.position]
        if first.kind in ("other", "scale"):
            return None
        total, scale, whole = Decimal(0), Decimal(0), True
        while whole and (group := self._group(scale)) is not None:
            value, scale, whole = group
            total += value
        if not self.stop:
            return None
        start = first.start
        if NUMBERED.search(self.text[max(0, start - 4) : start]):
            return None
        if first.kind == "digits" and scale == 1 and _ordinal_end().match(self.text, self.stop):
            return None
        glued = start > 0 and self.text[start - 1].isalpha()
        suffix = SUFFIX.match(self.text, self.stop)
        if suffix and KAZAKH.search(self.text, max(0, start - 200), suffix.end() + 200):
            self.stop = suffix.end()
        return Number(Span(start, self.stop), total, max(scale, Decimal(1)), first.kind != "digits", glued)

    def _next(self) -> Token | None:
        """The token at the position, if only a blank divides it from what was read."""
        if self.position >= len(self.tokens):
            return None
        token = self.tokens[self.position]
        if not self.stop:
            return token
        gap = self.text[self.stop : token.start]
        if gap in HYPHENS and self.text[token.start].isascii():
            return token if token.kind == "scale" or (token.kind == "small" and token.value < 10) else None
        gap = gap.removeprefix(".")
        return token if len(gap) <= 3 and not gap.strip() and (gap or token.kind in ("scale", "alone")) else None

    def _take(self, token: Token) -> None:
        self.position += 1
        self.stop = token.stop

    def _group(self, before: Decimal) -> tuple[Decimal, Decimal, bool] | None:
        """One number below a scale and that scale: (value, scale, whether a smaller group may follow)."""
        mark = self.position, self.stop
        token = self._next()
        if token is None:
            return None
        if token.kind == "digits":
            self._take(token)
            value, words = token.value, False
            value = self._split_decimal(token, value)
        elif token.kind == "small":
            value, words = self._small(), True
        elif token.kind in ("article", "part"):
            return self._counted_by_article(token) if not before else None
        elif token.kind in ("alone", "half"):
            if before and token.value >= before:
                return None
            self._take(token)
            return token.value, (token.value if token.kind == "alone" else token.value * 2), token.kind == "alone"
        else:
            return None
        half = _half_after().match(self.text, self.stop)
        if half:
            value += Decimal("0.5")
            while self.position < len(self.tokens) and self.tokens[self.position].start < half.end():
                self.position += 1
            self.stop = half.end()
        following = self._next()
        scale = Decimal(1)
        if following is not None and following.kind in ("scale", "alone"):
            scale = following.value
            self._take(following)
        joins = not before or (
            scale < before and (scale > 1 or (words and value < 1000) or (before == 1000 and 100 <= value < 1000))
        )
        if not joins:
            self.position, self.stop = mark
            return None
        return value * scale, scale, scale > 1 and value == int(value)

    def _counted_by_article(self, token: Token) -> tuple[Decimal, Decimal, bool] | None:
        """Read "a billion", "half a million": an article and a half count only before a scale."""
        value = Decimal("0.5") if token.kind == "part" else Decimal(1)
        ahead = self.position + 1
        if token.kind == "part" and ahead < len(self.tokens) and self.tokens[ahead].kind == "article":
            ahead += 1
        if ahead >= len(self.tokens):
            return None
        scale = self.tokens[ahead]
        if scale.kind != "scale" or self.text[token.stop : scale.start].strip(" \u00a0-") not in ("", "a", "an"):
            return None
        self.position, self.stop = ahead + 1, scale.stop
        return value * scale.value, scale.value, token.kind == "article"

    def _small(self) -> Decimal:
        """Words below a thousand: "двести сорок пять", "two hundred and five", "екі жүз он"."""
        total, last = Decimal(0), Decimal(1000)
        while (token := self._next()) is not None and token.kind == "small":
            if token.value == 100 and 1 < total < 10 and last == total:
                total, last = total * 100, Decimal(100)
            elif total and (token.value == 0 or token.value % 1 or not self._fits(last, token.value)):
                break
            else:
                total, last = total + token.value, token.value
            self._take(token)
            self._skip_joiner(total)
        return total

    def _skip_joiner(self, total: Decimal) -> None:
        """Pass over "and" between hundreds and what follows them: "two hundred and five"."""
        if total < 100 or total % 100 or self.position + 1 >= len(self.tokens):
            return
        joiner, following = self.tokens[self.position : self.position + 2]
        between = self.text[self.stop : following.start].split()
        if following.kind == "small" and following.value < 100 and len(between) == 1 and between[0] in _joiners():
            self.position, self.stop = self.position + 1, joiner.stop

    @staticmethod
    def _fits(last: Decimal, value: Decimal) -> bool:
        if last >= 100 and last % 100 == 0:
            return value < 100
        return 10 <= last < 100 and last % 10 == 0 and value < 10

    def _split_decimal(self, token: Token, value: Decimal) -> Decimal:
        """Mend a decimal comma with a blank after it, where a scale follows: "$1, 34 млрд"."""
        match = SPLIT_DECIMAL.match(self.text, token.stop)
        if not match or token.stop - token.start > 3 or value != int(value):
            return value
        if fold(match["scale"]) not in _scale_words() or re.search(
            r"[0-9]\s?,\s?$", self.text[max(0, token.start - 3) : token.start]
        ):
            return value
        self.position += 1
        self.stop = match.end("part")
        return Decimal(f"{value}.{match['part']}")


EXAMPLES: dict[str, list[str]] = {
    "1 млрд 318 млн": ["1318000000"],
    "2 миллиарда 270 миллионов": ["2270000000"],
    "1 млрд. 720 млн. теңге": ["1720000000"],
    "2 мың 300 бөлшек": ["2300"],
    "девять миллионов": ["9000000"],
    "миллион двести тысяч": ["1200000"],
    "более тысячи и около миллиона": ["1000", "1000000"],
    "полмиллиона и полтора миллиарда": ["500000", "1500000000"],
    "три с половиной миллиона": ["3500000"],
    "сто двадцать пять тысяч триста": ["125300"],
    "1,5 тыс. и 250 000": ["1500", "250000"],
    "$1, 34 млрд": ["1340000000"],
    "два-три завода": ["2", "3"],
    "$22bln": ["22000000000"],
    "two hundred and five million": ["205000000"],
    "twenty-five thousand": ["25000"],
    "half a million and a billion": ["500000", "1000000000"],
    "two and a half million": ["2500000"],
    "14,700 jobs, 3.5 percent": ["14700", "3.5"],
    "он бес мың тоннаның жүз жиырмасы үшін": ["15000", "120"],
    "бір жарым миллион, жарты миллиард теңге": ["1500000", "500000000"],
    "12 мыңнан астам, 5 млрд-қа": ["12000", "5000000000"],
    "екі жүз елу": ["250"],
    "5, 10 и 15": ["5", "10", "15"],
    "он приехал в 2021-2025 годах": ["2021", "2025"],
}
NOT_EXAMPLES = [
    "19.08.19 в 16:57",
    "1-го и 21-й",
    "the 12th and 73rd",
    "5-ші орын",
    "2025-12-22",
    "дом № 35",
    "тысячи и миллионы",
    "ондаған миллиард теңге, бірнеше мың",
    "a plant, half of it",
    "он сказал",
]
