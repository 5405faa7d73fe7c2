"""Lists of words in the data as patterns: "взаимн* торговл*" matches both words with any ending.

A star stands for the rest of a word, a blank for any white space or hyphen-less gap; what is listed first does not
win, the longest does. Texts are to be folded by `lower`, which keeps every position.
"""

import re
from collections.abc import Iterable, Mapping

NOTHING = re.compile(r"(?!)")


def lower(text: str) -> str:
    """Return `text` in small letters with "е" for "ё", letter for letter, so that positions stay as they were."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else "".join(map(_small, text))).replace("ё", "е")


def _small(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def source_of(words: Iterable[str]) -> str:
    """Return the source of a pattern that matches any of `words`, the longest first."""
    return "|".join(_source(word) for word in sorted(words, key=len, reverse=True))


def _source(word: str) -> str:
    source = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return source if word.endswith("*") or not word[-1:].isalnum() else source + r"(?!\w)"


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Compile `words` of a data file to one pattern; nothing matches an empty list."""
    source = source_of(words)
    return re.compile(rf"(?<!\w)(?:{source})") if source else NOTHING


def named_pattern_of(groups: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Compile groups of words to one pattern; `match.lastgroup` names the group, the longest word wins over all."""
    pairs = sorted(((word, name) for name, words in groups.items() for word in words), key=lambda pair: -len(pair[0]))
    # a group name may stand once in a pattern, so that runs of one group share it
    numbered = [f"(?P<{name}_{index}>{_source(word)})" for index, (word, name) in enumerate(pairs)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(numbered)})") if numbered else NOTHING


def group_of(match: re.Match[str]) -> str:
    """Return the name of the group whose word matched a pattern of `named_pattern_of`."""
    return (match.lastgroup or "").rpartition("_")[0]
