"""Words of facts and questions as terms: folded, without endings, and the things that go by several words.

"бутадиеновых", "бутадиеновый" and "бутадиен" share a stem; "шинный", "шина" and "tyre" share a thing. Nothing here is
a dictionary of the language: stems only have to be the same on both sides.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.data import load
from extract.words.inflect import fold, kazakh_stems

Rules = tuple[tuple[re.Pattern[str], str], ...]

WORD = re.compile(r"[^\W_]+")
SHORTEST = 3  # letters that a stem keeps
# Endings of Russian cases and persons, the longest first where one holds another.
ENDINGS = re.compile(
    r"(?:иями|ями|ами|иях|иям|ией|ием|ого|его|ому|ему|ыми|ими|ость|ости|остью|остей|ать|ять|ить|ет|ут|ют|ит|ат|ят|ла|ло|ли"
    r"|ах|ях|ам|ям|ом|ем|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ую|юю|ию|ия|ии|ью|ье|ья|[аеиоуыэюяйь])$"
)
# What makes adjectives and names of trades out of nouns; taken off after the ending.
DERIVED: Rules = (
    (re.compile(r"(?:ическ|ичн|ик)$"), ""),
    (re.compile(r"(?:овск|евск|ов|ев|ск)$"), ""),
    (re.compile(r"(?<=[бвгджзклмпрстфхцчшщнь])н$"), ""),
    (re.compile(r"(?<=[бвгджзлмнпрстфхцчшщ])[ое]к$"), "к"),
    (re.compile(r"ь$"), ""),
)
ENGLISH: Rules = ((re.compile(r"ies$"), "y"), (re.compile(r"(?<=[hsxz])es$"), ""), (re.compile(r"(?<![su])s$"), ""))


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """Return the stem of a folded word: "бутадиеновых" → "бутадиен", "шинного" → "шин", "plants" → "plant"."""
    if folded.isascii():
        rules, word = ENGLISH, folded
    else:
        word = _shortened(folded, ENDINGS, "")
        rules = DERIVED
    for pattern, instead in rules:
        word = _shortened(word, pattern, instead)
    return word


def _shortened(word: str, pattern: re.Pattern[str], instead: str) -> str:
    shorter = pattern.sub(instead, word)
    return shorter if len(shorter) >= SHORTEST else word


def is_ending(letters: str) -> bool:
    """Tell whether letters may be the ending of a Russian case or person: "ами", "ого"."""
    return bool(ENDINGS.fullmatch(letters))


def content_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text that say something, in its order; numbers say nothing."""
    for match in WORD.finditer(text):
        folded = fold(match[0])
        if len(folded) > 1 and not folded.isdigit() and folded not in _stop_words():
            yield folded


@lru_cache(maxsize=65536)
def stems_of(folded: str) -> tuple[str, ...]:
    """Return the stems by which a word may be stored, the likeliest first; Kazakh suffix chains give several."""
    chains = () if folded.isascii() else kazakh_stems(folded, SHORTEST + 1)
    return tuple(dict.fromkeys((stem(folded), *(stem(shorter) for shorter in chains))))


def thing_of(folded: str) -> str | None:
    """Return the key of the thing that a word names in whichever language, None for a word without such a thing."""
    return next((thing for one in (folded, *stems_of(folded)) if (thing := _things().get(one))), None)


def sectors_of_names(names: str) -> tuple[str, ...]:
    """Return the sectors of the well-known enterprises among the words of `names`."""
    table = _enterprises()
    return tuple(dict.fromkeys(table[word] for word in content_words(names) if word in table))


@cache
def _enterprises() -> dict[str, str]:
    return {fold(name): sector for sector, names in load("terms")["enterprises"].items() for name in names}


def is_vague(folded: str) -> bool:
    """Tell whether a word narrows hardly anything: "проекты с инвесторами"."""
    return not _vague().isdisjoint(stems_of(folded))


@cache
def _vague() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in load("terms")["vague"])


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(fold(word) for word in load("terms")["stop"])


@cache
def _things() -> dict[str, str]:
    things: dict[str, str] = {}
    for words in load("terms")["things"]:
        for word in words:
            things.setdefault(stem(fold(word)), words[0])
            things.setdefault(fold(word), words[0])
    return things


EXAMPLES: dict[str, str] = {
    "бутадиеновый": "бутадиеновых",
    "шинного": "шина",
    "тракторный": "трактора",
    "хлопковый": "хлопка",
    "промышленная": "промышленность",
    "нефтехимический": "нефтехимия",
    "энергетика": "энергетических",
    "заводской": "заводами",
    "зауыты": "зауыт",
    "memorandums": "memorandum",
    "batteries": "battery",
    "дорожных": "дорожные",
    "меморандумы": "меморандум",
}
NOT_EXAMPLES: dict[str, str] = {"шина": "шинок", "медь": "медведь", "порт": "портрет", "газ": "газета"}
