"""What a number counts: units of measure and things, in any of their forms, the words of the text for others."""

import re
from functools import cache
from typing import NamedTuple

from extract.data import load
from extract.values.number_tokens import BLANK, KAZAKH_ENDING
from extract.words.wordlist import source_of

ENDING = (
    rf"(?:(?:а|у|ом|е|ы|о|ов|ам|ами|ах|ой|ь|я|ю|ем|и|ей|ям|ями|ях|ев|й|ии|ию|ия|ий|ью|ием|иям|иями|иях|ек)?"
    rf"|[аеяыі]?(?:лар|лер|дар|дер|тар|тер)?{KAZAKH_ENDING}|e?s)(?!\w)"
)
GAP = re.compile(rf"(?:(?<=[^\W\d_])\.)?{BLANK}{{0,2}}[-‑]?")
RUSSIAN_ADJECTIVE = r"[а-яё-]{2,30}(?:ых|их|ого|его|ый|ий|ая|яя|ую|ой|ое|ые|ие|ым|им|ыми|ими)"
MOST_ADJECTIVES = 3
NOUN = re.compile(r"[^\W\d_]{3,30}(?:-[^\W\d_]{2,30})?(?![\w-])")


class Unit(NamedTuple):
    """A unit by its canonical key, where its words end, and whether it is a measure (not a counted thing)."""

    key: str
    stop: int
    measure: bool


def spelled(word: str) -> str:
    """Return the source of a pattern for a word of `units.toml`: "~" any ending, "*" any rest, "." an optional dot."""
    blank = rf"{BLANK}{{0,2}}" if "." in word else rf"{BLANK}{{1,2}}"
    source = re.escape(word).replace(r"\.", rf"\.?{BLANK}{{0,2}}").replace(r"\ ", blank)
    source = source.replace(r"\*", r"\w{0,16}").replace(r"\~", "~").replace("~", ENDING)
    return source if word[-1] in "~./" else source + r"(?!\w)"


@cache
def _patterns(table: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    listed = [(word, record["ru"]) for record in load("units")[table] for word in record["words"]]
    listed.sort(key=lambda item: -len(item[0]))
    return re.compile("|".join(f"({spelled(word)})" for word, _ in listed)), tuple(key for _, key in listed)


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    signs = {sign: record["ru"] for record in load("units")["measures"] for sign in record["signs"]}
    listed = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return re.compile(rf"(?:{listed})(?![\w²³])"), signs


@cache
def _adjective() -> re.Pattern[str]:
    data = load("units")
    kazakh = "|".join(data["kazakh_adjectives"]["words"])
    endings = "|".join(data["kazakh_adjectives"]["endings"])
    barred = "|".join(data["english_adjectives"]["not"])
    # An English word before the noun may be anything but a plural or a word that ends the phrase.
    english = rf"(?!(?:{barred})\b)[a-z][a-z-]{{1,24}}(?<!s)"
    return re.compile(
        rf"(?:{RUSSIAN_ADJECTIVE}|{kazakh}|[а-яәіңғүұқөһё-]{{2,24}}(?:{endings})|{english}){BLANK}{{1,2}}"
    )


@cache
def _uncounted() -> re.Pattern[str]:
    return re.compile(rf"(?:{source_of(load('units')['uncounted']['words'])})")


def unit_after(text: str, folded: str, stop: int) -> Unit | None:
    """Return the unit or thing that begins right after `stop`, or None. `folded` is `lower(text)`."""
    gap = GAP.match(text, stop)
    position = gap.end() if gap else stop
    if measured := _listed("measures", folded, position):
        return Unit(*measured, True)
    pattern, signs = _signs()
    if match := pattern.match(text, position):
        return Unit(signs[match.group()], match.end(), True)
    for _ in range(MOST_ADJECTIVES + 1):
        if thing := _listed("things", folded, position):
            return Unit(*thing, False)
        adjective = _adjective().match(folded, position)
        if adjective is None:
            return None
        position = adjective.end()
    return None


def _listed(table: str, folded: str, position: int) -> tuple[str, int] | None:
    pattern, keys = _patterns(table)
    match = pattern.match(folded, position)
    return (keys[match.lastindex - 1], match.end()) if match and match.lastindex else None


def noun_after(text: str, folded: str, stop: int) -> Unit | None:
    """Return the noun right after `stop`, behind adjectives, as the text words it; None for durations, dates, sums.

    For things outside the data, where other words tell that they are counted.
    """
    gap = GAP.match(text, stop)
    position = gap.end() if gap else stop
    if position == stop:
        return None
    for _ in range(MOST_ADJECTIVES):
        adjective = _adjective().match(folded, position)
        if adjective is None or _uncounted().match(folded, position) or not _continues(folded, adjective.end()):
            break
        position = adjective.end()
    match = NOUN.match(text, position)
    if match is None or not match.group().islower() or _uncounted().match(folded, position) or _barred(match.group()):
        return None
    return Unit(match.group(), match.end(), False)


def _continues(folded: str, position: int) -> bool:
    """Whether a noun may still follow at `position`: the noun phrase does not end with the word before."""
    match = NOUN.match(folded, position)
    return match is not None and not _barred(match.group()) and not _uncounted().match(folded, position)


@cache
def _closed() -> frozenset[str]:
    data = load("units")
    return frozenset((*data["english_adjectives"]["not"], *data["uncounted"]["joiners"]))


def _barred(word: str) -> bool:
    return word in _closed()


@cache
def _leading() -> re.Pattern[str]:
    data = load("units")
    keys = data["leading"]["units"]
    things = [word for record in data["things"] if record["ru"] in keys for word in record["words"]]
    bridges = "|".join(re.escape(bridge).replace(r"\ ", BLANK) for bridge in data["leading"]["bridges"])
    named = "|".join(spelled(word) for word in things)
    return re.compile(rf"(?<!\w)(?:{named}){BLANK}?(?:(?:{bridges}){BLANK}?){{0,2}}$")


def unit_before(folded: str, start: int) -> Unit | None:
    """Return the thing that is named right before its number: "рабочих мест планируется 1,5 тыс."."""
    window = folded[max(0, start - 50) : start]
    return Unit(load("units")["leading"]["units"][0], start, False) if _leading().search(window) else None
