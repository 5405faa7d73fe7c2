"""Which part of a sentence speaks of which project: a phrase keeps what stands up to the clause of the next one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.document import Sentence
from extract.facts.project.mention import Mention
from extract.facts.project.words import pattern
from extract.model import Span

BOUNDARY = re.compile(r"[;:]\s|\.\s|,\s|\s(?:и|а|но|and|while|ал|және|мен)\s|\n|\s[–—-]\s|\(")
STRONG = re.compile(
    r";\s|\.\s(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|,?\s(?:а|но|while|ал)\s|\n"
)  # a clause with its own place may begin here
COMMON = re.compile(r":\s")  # what stands before a list is said of all of it


def segments(sentence: Sentence, mentions: Sequence[Mention]) -> list[Span]:
    """Return the range of the article that each mention governs, in the order of the mentions.

    The first reaches back to the beginning of the sentence, the last on to its end; between two the last clause mark
    divides, so that "завод A за 5 млрд, цех B на 300 человек" splits behind "млрд,".
    """
    if not mentions:
        return []
    opening = sentence.slice(Span(sentence.span.start, max(sentence.span.start, mentions[0].start)))
    shared = [match.start() for match in pattern("grammar", "among").finditer(opening)]
    if len(mentions) > 1 and mentions[0].count is None:
        shared += [match.start() for match in COMMON.finditer(opening)]
    cuts = [sentence.span.start + max(shared, default=0)]
    for left, right in pairwise(mentions):
        between = sentence.slice(Span(left.stop, right.start)) if left.stop <= right.start else ""
        marks = next(filter(None, (_marks(one, between) for one in (STRONG, BOUNDARY))), [])
        cuts.append(left.stop + marks[-1] if marks else right.start)
    cuts.append(sentence.span.stop)
    return [Span(start, stop) for start, stop in pairwise(cuts)]


def _marks(boundary: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in boundary.finditer(text) if _outside_bracket(text, match.start())]


def _outside_bracket(text: str, position: int) -> bool:
    """Whether a position lies outside "(…)"; an opening bracket that closes within the text is no boundary."""
    if text[position] == "(" and ")" in text[position:]:
        return False
    return text.count("(", 0, position) <= text.count(")", 0, position)
