"""Where a line of text quotes somebody: the words between the marks, and where the words of the speaker's naming stand.

    «…», – сказал X     "…," X said     – …, – деді X     X отметил: «…»     «…, – сказал X. – …»

A quotation whose opening mark was lost begins where its line begins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.data import load
from extract.model import Language

OPENING, CLOSING, STRAIGHT = "«„", "»”", '"“'
FEWEST = 3  # words of a quotation
CLAUSE = 160  # characters behind a quotation in which its speaker is named
DASH = r"[–—-]"
CLOSED = re.compile(rf"(?P<inner>[,.!?…]?)(?P<mark>[»”\"“])(?P<outer>\s?[,.!?…]?)\s*{DASH}\s*(?P<clause>[^\W\d])")
ENGLISH = re.compile(r"[,.!?…](?P<mark>[”\"])\s+(?P<clause>[^\W\d])")
SPOKEN = re.compile(rf"^{DASH}\s*(?=[^\W\d])")
ASIDE = re.compile(rf"[,!?.…]\s*{DASH}\s+(?P<clause>[^\W\d_][^–—«»]{{2,120}}?)(?P<stop>$|[.,]\s*{DASH}\s+|[.]\s)")
BEFORE = re.compile(r":\s*(?P<mark>[«„“\"])|(?:said|added|noted|stated|stressed),\s*(?P<comma>[“\"])")
INTRODUCED = re.compile(
    rf"(?P<name>[^\W\da-zа-яё][^:«»\"“”]{{3,120}}):\s*(?:{DASH}\s+|(?P<mark>[«“\"]))(?=[^\W\da-zа-яё])"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words quoted in a line, by character range of that line; the clause that names the speaker; how it was found."""

    start: int
    stop: int
    words: str
    clause_start: int
    clause_stop: int
    rule: str


def find_quotations(line: str, language: Language) -> Iterator[Quotation]:
    """Yield the quotations of a line from left to right, none overlapping."""
    last = 0
    for found in sorted(_all(line, language), key=lambda quotation: (quotation.start, quotation.stop)):
        if found.start >= last and len(re.findall(r"\w+", found.words)) >= FEWEST:
            yield found
            last = found.stop


def _all(line: str, language: Language) -> Iterator[Quotation]:
    for pattern in (CLOSED, ENGLISH) if language == "en" else (CLOSED,):
        for match in pattern.finditer(line):
            if found := _closed(line, match, language):
                yield found
    yield from _spoken(line, language)
    yield from _announced(line, language)
    yield from _introduced(line)
    yield from _divided(line, language)


@cache
def speech(language: Language) -> re.Pattern[str]:
    """Return the pattern of a language's verbs of speech."""
    verbs = "|".join(re.escape(verb) for verb in load("statements")[language]["verbs"])
    return re.compile(rf"\b(?:{verbs})", re.IGNORECASE)


def _closed(line: str, match: re.Match[str], language: Language) -> Quotation | None:
    start, clause = match.start("mark"), match.start("clause")
    clause_stop = _clause_stop(line, clause)
    inner = match.groupdict().get("inner", ",") or match.groupdict().get("outer", "").strip()
    if not (inner or speech(language).match(line, clause)):
        return None
    opening = opening_mark(line, start)
    if opening is None:
        if re.match(r"[^\W\d_a-zа-я]", line) and not re.search(r"[«»“”\"„]", line[:start]):
            return Quotation(0, match.end("mark"), _tidy(line[:start]), clause, clause_stop, "lost opening mark")
        return None
    words = _without_aside(line[opening + 1 : start], language)
    return Quotation(opening, match.end("mark"), _tidy(words), clause, clause_stop, "mark and clause")


def _clause_stop(line: str, start: int) -> int:
    end = re.compile(r"[.!?…](?=\s+[^\W\da-zа-яё]|\s*$|\s*[–—«“\"])|[«“\"]").search(line, start)
    while end and re.search(r"(?:\b[^\W\d_]|[Гг]осп|г|св)$", line[start : end.start()]) and line[end.start()] == ".":
        end = re.compile(r"[.!?…](?=\s+[^\W\da-zа-яё]|\s*$)").search(line, end.end())
    return min(end.start() if end else len(line), start + CLAUSE)


def opening_mark(line: str, closing: int) -> int | None:
    """Return the place of the mark that the one at `closing` answers; quotations inside are passed over."""
    depth = 0
    for place in range(closing - 1, -1, -1):
        if line[place] in OPENING + CLOSING + STRAIGHT:
            depth += 1 if _closes(line, place) else -1
            if depth < 0:
                return place
    return None


def _closes(line: str, place: int) -> bool:
    if line[place] in CLOSING:
        return True
    if line[place] in OPENING:
        return False
    before = line[place - 1 : place]
    after = line[place + 1 : place + 2]
    return bool(before) and not before.isspace() and before not in "([—–-" and not (after.isalnum() and before in ":,")


def _without_aside(words: str, language: Language) -> str:
    """Take "– сказал он. –" out of the middle of a quotation."""
    aside = re.compile(rf"(?P<mark>[,.!?…])\s*{DASH}\s+(?P<clause>[^–—«»]{{3,120}}?)(?P<end>[.,])\s*{DASH}\s+")
    match = aside.search(words)
    if not match or not speech(language).search(match["clause"]):
        return words
    mark = match["end"] if match["mark"] == "," else match["mark"]
    return f"{words[: match.start()]}{mark} {words[match.end() :]}"


def _spoken(line: str, language: Language) -> Iterator[Quotation]:
    """ "– …, – деді X": speech behind a dash at the beginning of a line."""
    dash = SPOKEN.match(line)
    if not dash:
        return
    for match in ASIDE.finditer(line, dash.end()):
        if speech(language).search(match["clause"]):
            said = line[dash.end() : match.start() + (line[match.start()] != ",")]
            rest = line[match.end() :] if "–" in match["stop"] or "—" in match["stop"] else ""
            words = f"{said}. {rest}" if rest and said[-1:].isalnum() else f"{said} {rest}"
            yield Quotation(
                0, len(line) if rest else match.start(), _tidy(words), *match.span("clause"), "dash and clause"
            )
            return


def _announced(line: str, language: Language) -> Iterator[Quotation]:
    """ "X отметил: «…»": the speaker comes first."""
    for match in BEFORE.finditer(line):
        start = match.start("mark") if match["mark"] else match.start("comma")
        stop = closing_mark(line, start)
        sentence = max((line.rfind(mark, 0, match.start()) for mark in (". ", "! ", "? ", "» ")), default=-1) + 1
        clause = line[sentence : match.start() + len("said") + 1]
        if stop is not None and speech(language).search(clause):
            words = line[start + 1 : stop]
            yield Quotation(start, stop + 1, _tidy(words), sentence, match.start(), "clause and mark")


def _introduced(line: str) -> Iterator[Quotation]:
    """ "X, министр: – …" and "X, министр: «…»": a name before a colon, without a verb."""
    match = INTRODUCED.match(line)
    if match:
        stop = closing_mark(line, match.start("mark")) if match["mark"] else len(line)
        if stop is not None:
            words = line[match.end() : stop]
            yield Quotation(match.end("name") + 1, stop, _tidy(words), 0, match.end("name"), "name and colon")


def closing_mark(line: str, opening: int) -> int | None:
    """Return the place of the mark that answers the one at `opening`, None where there is none."""
    depth = 0
    for place in range(opening + 1, len(line)):
        if line[place] in OPENING + CLOSING + STRAIGHT:
            depth += -1 if _closes(line, place) else 1
            if depth < 0:
                return place
    return None


def _divided(line: str, language: Language) -> Iterator[Quotation]:
    """ "«…, – сказал X. – …»": the clause stands inside the marks."""
    for place, mark in enumerate(line):
        if mark not in '«"“' or _closes(line, place):
            continue
        stop = closing_mark(line, place)
        inside = line[place + 1 : stop] if stop else ""
        match = ASIDE.search(inside)
        if stop and match and speech(language).match(match["clause"]) and match["stop"]:
            words = _without_aside(inside, language)
            start = place + 1 + match.start("clause")
            yield Quotation(place, stop + 1, _tidy(words), start, start + len(match["clause"]), "clause within marks")


def _tidy(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return words.rstrip(",;: ").strip()
