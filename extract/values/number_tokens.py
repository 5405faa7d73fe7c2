"""What numbers are made of: digits, number words and scales, each with its value, in the order of the text.

Decimal comma in Russian and Kazakh, point in English. A date, a time, a code is no number.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extract.data import load
from extract.words.inflect import fold

BLANK = r"[ \t\u00a0\u2002-\u200a\u202f\u2060]"
DIGITS = rf"[0-9]{{1,3}}(?:{BLANK}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)*|[0-9]+(?:[.,][0-9]+)*|(?<![\w.])\.[0-9]+"
TOKEN = re.compile(
    rf"(?P<code>[0-9]+(?:[:/][0-9]+)+|[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?(?![0-9]))|(?P<digits>{DIGITS})|(?P<word>[^\W\d_]+)"
)
LONGEST = 18  # digits; more of them are an account, a phone, an identifier
KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
LATIN = re.compile("[a-z]", re.IGNORECASE)
# Case endings after a Kazakh number or unit: "млрд-қа", "миллионнан", "теңгенің", "долларына", "тонналық".
KAZAKH_ENDING = (
    r"(?:[лдт][ыі][қк])?(?:[дт][ае]й)?(?:с?[ыі])?"
    r"(?:[нтд][ыі]ң|[гғкқ][ае]|[ндт][ыі]|[ндт][ае]н?|[мбп]ен|н[дт]?[ае]?н?)?(?:ғы|гі)?"
)
HYPHENS = ("-", "‑")


class Token(NamedTuple):
    """A piece of the text. `kind` is digits, small (a word below a thousand), scale, alone (a scale without a number),
    half ("полмиллиона"), article, part (a half before a scale) or other."""

    start: int
    stop: int
    kind: str
    value: Decimal


@cache
def words_of_numbers(kazakh: bool) -> dict[str, tuple[str, Decimal]]:
    """Return folded words with kind (see Token) and value; `kazakh` adds words that mean other things in Russian."""
    data = load("numerals")
    words: dict[str, tuple[str, Decimal]] = {}
    for language in ("ru", "en", "kk") if kazakh else ("ru", "en"):
        for kind in ("small", "scales"):
            for forms, value in data[kind][language].items():
                for form in forms.split():
                    alone = form in data["alone"][language]
                    words[fold(form)] = (
                        "small" if kind == "small" else "alone" if alone else "scale",
                        Decimal(str(value)),
                    )
    words.update((article, ("article", Decimal(1))) for article in data["halves"]["articles"])
    words.update((half, ("part", Decimal("0.5"))) for half in data["halves"]["parts"])
    for prefix in data["halves"]["prefixes"]:
        for forms, value in data["scales"]["ru"].items():
            words.update((fold(prefix + form), ("half", Decimal(value) / 2)) for form in forms.split()[1:])
    return words


def decimal_comma(text: str) -> bool:
    """Tell whether a comma in the numbers of `text` divides decimals: so in Cyrillic text, not in English."""
    cyrillic = len(CYRILLIC.findall(text))
    return cyrillic > 0 and cyrillic >= len(LATIN.findall(text))


def parse_digits(digits: str, comma: bool) -> Decimal | None:
    """Return the value of digits with blanks, points and commas, or None where they are no number ("19.08.19").

    `comma` says that "183,243" is a decimal fraction.
    """
    bare = re.sub(BLANK, "", digits)
    if len(bare) > LONGEST:
        return None
    marks = re.sub(r"[0-9]", "", bare)
    if not marks:
        return Decimal(bare)
    parts = re.split(r"[.,]", bare)
    grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0] != "0"
    if len(marks) == 1:
        if grouped and marks == "," and not comma:
            return Decimal("".join(parts))
        return Decimal(f"{parts[0] or 0}.{parts[1]}")
    if len(set(marks)) == 1:
        return Decimal("".join(parts)) if grouped else None
    if marks[-1] not in marks[:-1] and len(set(marks[:-1])) == 1 and all(len(part) == 3 for part in parts[1:-1]):
        return Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")
    return None


def tokens_of(text: str) -> list[Token]:
    """Return the words and digits of a text; what is no part of a number has the kind "other"."""
    words = words_of_numbers(bool(KAZAKH.search(text)))
    comma = decimal_comma(text)
    found: list[Token] = []
    before = ""
    for match in TOKEN.finditer(text):
        if match["word"]:
            kind, value = _known(match["word"], words)
            if kind == "scale" and before in load("numerals")["alone"]["after"]:
                kind = "alone"  # "более тысячи"
            elif kind == "alone" and before in load("numerals")["alone"]["never_after"]:
                kind = "scale"  # "ондаған миллиард" is no number
            if (
                text[match.end() : match.end() + 1] in HYPHENS
                and match["word"].lower() in load("numerals")["halves"]["prefixes"]
            ):
                kind, value = "small", Decimal("0.5")  # "пол-литра"
            found.append(Token(match.start(), match.end(), kind, value))
        elif match["digits"] and (parsed := parse_digits(match["digits"], comma)) is not None:
            found.append(Token(match.start(), match.end(), "digits", parsed))
        else:
            found.append(Token(match.start(), match.end(), "other", Decimal(0)))
        before = match[0].lower()
    return found


def _known(word: str, words: dict[str, tuple[str, Decimal]]) -> tuple[str, Decimal]:
    if len(word) > 24:
        return "other", Decimal(0)
    folded = fold(word)
    if known := words.get(folded):
        return known
    if "мын" in words and len(folded) > 3:
        for stem in ("мың", "миллион", "миллиард", "триллион", "жүз", "он", "елу", "отыз", "жиырма", "қырық"):
            if word.lower().startswith(stem) and re.fullmatch(KAZAKH_ENDING, word.lower()[len(stem) :]):
                return words[fold(stem)]
    return "other", Decimal(0)
