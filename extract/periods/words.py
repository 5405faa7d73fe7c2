"""Words of time: a text as a row of tagged words, the same tags for Russian, Kazakh and English.

"за 11 месяцев 2021 года" → tags "vNmYy" with the values 11 and 2021; `extract.periods.finding` reads the row of tags.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.data import load

# One letter a role. Capitals carry a value: M month, W weekday, D days off, E years off, N number, O ordinal,
# Y year in figures, Z the same with an ending ("2021-м"), X months of the year as a pair, T a full date,
# U days of a month in figures: day, its month where it is given, day, month, and the year where it is given.
ROLES = {
    "year": "y", "kazakh_year": "x", "month": "m", "quarter": "q", "half": "h", "half_year": "j", "week": "w",
    "day": "d", "last": "l", "before_last": "b", "previous": "p", "current": "c", "next": "n", "recent": "r",
    "same": "a", "span": "e", "financial": "f", "start": "g", "since": "s", "until": "t", "and": "&", "of": "o",
    "over": "v", "within": "i", "ago": "k", "ahead": "z", "unit": "u",
}  # fmt: skip
VALUED = {"months": "M", "weekdays": "W", "days": "D", "years": "E", "numbers": "N", "ordinals": "O"}
UNKNOWN, NUMBER, COMMA, DASH, MARK = "_", "#", ",", "-", "|"
TENS = (10, 20, 30)
CAPITALS = frozenset(("may", "march", "mar"))  # in small letters they are other words

TOKEN = re.compile(
    r"(?P<dates>(?<![\d.])\d{1,2}\.(?:\d{1,2}\.)?\s?[-–/]\s?\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d\d)?)?(?![\d.]))"
    r"|(?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d))"
    r"|(?P<grouped>(?<!\d)\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d+[.,]\d+)"
    r"|(?P<figures>\d+)(?P<ending>-(?:[гемйоья]|го|ми|ом|ой|ый|ая|ое|ого|ому|его|ші|шы|ых)(?!\w)|(?:st|nd|rd|th)\b)?"
    r"|(?P<short>\b(?:[QHqh][1-4]|[1-4][QHqh])(?!\w))"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‑–]\d+)?)"
    r"|(?P<dash>[-‐‑–—])|(?P<comma>,)|(?P<mark>[^\s\w])"
)
SHORT = {"q": 3, "h": 6}  # months in a quarter and in a half


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word, number or mark with its tag and value, and the characters that it stands at."""

    tag: str
    value: int | tuple[int, ...]
    text: str
    start: int
    stop: int


@cache
def _patterns() -> list[tuple[str, int, re.Pattern[str]]]:
    data = load("periods")
    entries = [(tag, int(value), patterns) for table, tag in VALUED.items() for value, patterns in data[table].items()]
    entries += [(ROLES[role], 0, patterns) for role, patterns in data["roles"].items()]
    return [(tag, value, re.compile("|".join(filter(None, patterns)))) for tag, value, patterns in entries]


@lru_cache(maxsize=65536)
def _classify(word: str) -> tuple[str, int]:
    """Return tag and value of a small word."""
    for tag, value, pattern in _patterns():
        if pattern.fullmatch(word):
            return tag, value
    return UNKNOWN, 0


def time_words(text: str) -> list[TimeWord]:
    """Return the words, numbers and marks of a text with their tags; "двадцать четвертого" is one word."""
    words: list[TimeWord] = []
    for word in map(_read, TOKEN.finditer(text)):
        previous = words[-1] if words else None
        if (
            previous
            and previous.tag == "N"
            and previous.value in TENS
            and previous.text[:1].isalpha()
            and word.tag in "NO"
            and word.text[:1].isalpha()
            and isinstance(previous.value, int)
            and isinstance(word.value, int)
            and 0 < word.value < 10
        ):
            value, start = previous.value + word.value, previous.start
            words[-1] = TimeWord(word.tag, value, text[start : word.stop], start, word.stop)
        elif not (word.text == "." and previous and _is_abbreviated(previous, word)) and word.text.lower() != "the":
            words.append(word)
    return words


def _is_abbreviated(word: TimeWord, stop: TimeWord) -> bool:
    return word.stop == stop.start and word.text.lower() in load("periods")["abbreviated"]["words"]


def _read(match: re.Match[str]) -> TimeWord:
    tag, value = _tagged(match)
    return TimeWord(tag, value, match[0], match.start(), match.end())


def _tagged(match: re.Match[str]) -> tuple[str, int | tuple[int, ...]]:
    text = match[0]
    if match["word"]:
        small = text.lower().replace("ё", "е")
        if small in CAPITALS and text == small:
            return UNKNOWN, 0
        return _classify(small)
    if match["figures"]:
        return _figures(match["figures"], bool(match["ending"]))
    if match["dates"]:
        return "U", tuple(int(part) for part in re.findall(r"\d+", text))
    if match["date"]:
        return "T", tuple(int(part) for part in (text.split("-") if "-" in text else reversed(text.split("."))))
    if match["short"]:
        length = SHORT[text.lower().strip("1234")]
        last = int(text.strip("QHqh")) * length
        return ("X", (last - length + 1, last)) if last <= 12 else (UNKNOWN, 0)
    if match["grouped"]:
        return NUMBER, 0
    return DASH if match["dash"] else COMMA if match["comma"] else MARK, 0


def _figures(digits: str, ordinal: bool) -> tuple[str, int]:
    if len(digits) == 4 and 1900 <= int(digits) <= 2099:
        return "Z" if ordinal else "Y", int(digits)
    if len(digits) <= 2:
        return "O" if ordinal else "N", int(digits)
    return NUMBER, 0
