"""Lines that a page carries beside its article: other headlines, rates, weather, calls to subscribe."""

import re
from functools import cache

from extract.data import load

HEADLINES = 6  # that follow a heading such as "Читайте также"
LONGEST_HEADLINE = 160  # characters
ENDS = (".", "!", "?", "…", "»", ";", ":")


def without_junk(text: str) -> str:
    """Return a text without the lines that belong to the page around it."""
    kept: list[str] = []
    headlines = 0
    for line in text.split("\n"):
        if _headings().fullmatch(line.strip()):
            headlines = HEADLINES
            continue
        if headlines and len(line) <= LONGEST_HEADLINE and not line.rstrip().endswith(ENDS):
            headlines -= 1
            continue
        headlines = 0
        if len(line) > 400 or not _lines().fullmatch(line.strip()):
            kept.append(line)
    return "\n".join(kept)


@cache
def _lines() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in load("junk")["lines"]), re.IGNORECASE)


@cache
def _headings() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in load("junk")["headings"]), re.IGNORECASE)
