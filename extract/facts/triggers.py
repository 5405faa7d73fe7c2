"""Words that set a rule going, as the data files write them: "провел* ... переговоры" → a pattern.

A star stands for any ending, a slash parts equal words, three dots let up to four words pass; "е" also meets "ё".
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from extract.data import load

GAP = r"(?:\s+[^\s.,;:!?]+){0,4}?"
NEVER = re.compile(r"(?!)")


def compile_triggers(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `phrases` as whole words; one that finds nothing where there are none."""
    patterns = [_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w])", re.IGNORECASE) if patterns else NEVER


def _pattern(phrase: str) -> str:
    parts: list[str] = []
    for word in phrase.split():
        if word == "...":
            parts.append(GAP)
        else:
            parts.append((r"\s+" if parts else "") + _word(word))
    return "".join(parts)


def _word(word: str) -> str:
    choices = [re.escape(choice).replace(r"\*", r"\w*").replace("е", "[её]") for choice in word.split("/")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


@cache
def triggers(file: str, language: str, name: str) -> re.Pattern[str]:
    """Return the pattern of a list of `<file>.toml`: `[ru.talks]` holds the lists of Russian, one a name."""
    tables: dict[str, Any] = load(file)[language]
    return compile_triggers(tables.get(name, ()))


EXAMPLES = {
    "провел* ... переговоры": ["провел переговоры", "провёл вчера в Астане переговоры"],
    "подпис*/заключ* договор": ["подписан договор", "заключили договор"],
}
NOT_EXAMPLES = {
    "провел* ... переговоры": ["провел день, а потом переговоры", "переговоры провел"],
    "принят": ["принято", "непринят"],
}
