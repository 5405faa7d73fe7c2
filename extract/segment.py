"""Lines and sentences of an article, with what is no running text set aside.

News pages come with credits, counters, rates and menus between their paragraphs. A tag or a fact never runs
across a line break, so a line is the outer unit; a sentence ends inside it where razdel and the abbreviations of
`segment.toml` agree that it does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from razdel import sentenize

from extract.data import load
from extract.model import Span

LONGEST = 1_500  # characters of a sentence; real ones with long lists stay below


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence: its span in the text, the line it stands in, and whether that line is page junk."""

    span: Span
    line: int
    junk: bool


@cache
def _abbreviation_at_end() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load("segment")["abbreviations"])
    return re.compile(rf"(?:^|[\s(\d.])(?:{words})\.$", re.IGNORECASE)


@cache
def _junk() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("segment")["junk"]), re.IGNORECASE)


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("segment")["stamps"]), re.IGNORECASE)


def _stamp_of(line: str) -> int:
    """Return how many characters at the beginning of a line are the date of the page, not its text."""
    found = _stamp().match(line)
    return found.end() if found else 0


def is_junk(line: str) -> bool:
    """Tell whether a line is a credit, counter, rate, address or menu rather than running text."""
    return not re.search(r"\w{2}", line) or bool(_junk().match(line.strip()))


def split_sentences(line: str) -> Iterator[Span]:
    """Yield the sentences of one line; an abbreviation before a small letter or a digit ends none."""
    start: int | None = None
    for piece in sentenize(line):
        if start is None:
            start = piece.start
        follows = line[piece.stop :].lstrip()[:1]
        abbreviated = follows and _abbreviation_at_end().search(line[max(0, piece.stop - 16) : piece.stop])
        if abbreviated and (not follows.isupper() or not _closes_sentence(line, piece.stop)):
            continue
        yield Span(start, piece.stop)
        start = None
    if start is not None:
        yield Span(start, len(line.rstrip()))


def _closes_sentence(line: str, stop: int) -> bool:
    """A year or unit abbreviation may end a sentence before a capital; an initial or a title never does."""
    last = re.search(r"([\w-]+)\.$", line[:stop])
    if line[stop:].lstrip().startswith(tuple(load("segment")["never_begin"])):
        return False
    return bool(last) and last[1].lower() in load("segment")["may_end"]  # type: ignore[index]


def segment(text: str) -> Iterator[Piece]:
    """Yield the sentences of `text` in order."""
    for number, match in enumerate(re.finditer(r"[^\n\r\u2028\u2029]+", text)):
        line = match.group()
        if not line.strip():
            continue
        junk = is_junk(line)
        stamped = _stamp_of(line)
        if stamped:
            yield Piece(Span(match.start(), match.start() + len(line[:stamped].rstrip())), number, True)
        start = match.start() + stamped
        for sentence in split_sentences(line[stamped:]):
            for span in _cut(line[stamped:], sentence):
                yield Piece(Span(start + span.start, start + span.stop), number, junk)


def _cut(line: str, sentence: Span) -> Iterator[Span]:
    """Cut what is too long for a sentence at blanks: rules look around in it, so its length bounds their work."""
    start = sentence.start
    while sentence.stop - start > LONGEST:
        blank = line.rfind(" ", start + 1, start + LONGEST)
        stop = blank if blank > 0 else start + LONGEST
        yield Span(start, stop)
        start = stop + (blank > 0)
    if sentence.stop > start:
        yield Span(start, sentence.stop)


_DATELINE = re.compile(r"^(?P<head>[^a-zа-яёәіңғүұқөһ]{4,60}?)(?P<dash>\s[-–—]\s|\.\s*(?=[A-ZА-ЯЁ][a-zа-яё]))")


def recase(line: str) -> str:
    """Give a dateline or headline in capitals ordinary case, letter for letter, so that taggers read its names."""
    letters = [letter for letter in line if letter.isalpha()]
    if len(letters) > 8 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters):
        return _titled(line)
    head = _DATELINE.match(line)
    return _titled(head["head"]) + line[head.end("head") :] if head else line


def _titled(text: str) -> str:
    def small(match: re.Match[str]) -> str:
        word = match.group()
        lowered = word.title()
        return lowered if len(word) > 4 and len(lowered) == len(word) else word

    return re.sub(r"[^\W\d_]+(?:-[^\W\d_]+)*", small, text)
