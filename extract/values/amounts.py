"""Amounts: numbers that have found their unit or currency, joined to ranges and with the words that qualify them.

"от 1,5 до 2 млрд долларов" and "$3-4 billion" are ranges; "с 3 до 5 млрд долларов" is a change: two amounts, the first
of which takes scale and unit of the second. "около", "более", "астам", "up to" beside an amount are part of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from re import IGNORECASE, Pattern, compile, escape
from typing import Generic, Literal, TypeVar, cast

from extract.data import load
from extract.model import Qualifier, Span
from extract.values.number_tokens import BLANK, KAZAKH_ENDING
from extract.values.numbers import Number

L = TypeVar("L")
# "700 млн теңгедей", "40 тоннадай", "мыңдай": the suffix says "about".
FROM = compile(rf"(?<!\w)со?{BLANK}[$€]?{BLANK}?[0-9]")  # "с 1,2 млрд в 2020 году до"
ABOUT_SUFFIX = compile(r"(?:теңге|доллар|рубл|сом|тонна|мың|млн|млрд|адам|пайыз|%)-?[дт][ае]й\Z")
Joint = Literal["range", "change", "none"]
WINDOW = 48  # characters in which a qualifier is looked for
CLAUSE = 70  # characters in which the verb of "grew to" is looked for
STEEPEST = 20  # times: "$1 – 12004.41 сум" is a rate, no range
APART = 12  # characters that may join two numbers to a range


@dataclass(frozen=True, slots=True)
class Labelled(Generic[L]):
    """A number with its span widened by the label (unit, currency, percent sign) that stands at it; None: no label.

    `qualifier` was read between number and label: "15 мыңнан астам адам".
    """

    number: Number
    span: Span
    label: L | None
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class Amount(Generic[L]):
    """A value, or a range up to `upper`, with its label and qualifier; `span` covers the whole expression."""

    span: Span
    value: Decimal
    label: L
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None


def _alternatives(table: str, name: str) -> str:
    words = sorted(load("numerals")[table][name], key=len, reverse=True)
    return "|".join(escape(word).replace(r"\ ", rf"{BLANK}{{1,3}}") for word in words)


@cache
def _before() -> Pattern[str]:
    named = "|".join(f"(?P<{name}>{_alternatives('before', name)})" for name in ("under", "over", "up_to", "about"))
    # "почти на 5%", "примерно в 2 раза"; "больше на 5%" would not qualify, hence "более чем на" is listed as a whole.
    return compile(rf"(?<!\w)(?:{named})(?(about)(?:{BLANK}{{1,3}}(?:на|в|by))?){BLANK}{{1,3}}$", IGNORECASE)


@cache
def _after() -> Pattern[str]:
    named = "|".join(f"(?P<{name}>{_alternatives('after', name)})" for name in ("over", "under", "about", "up_to"))
    return compile(rf"(?:[-‑]?{KAZAKH_ENDING})?\.?{BLANK}{{1,3}}(?:{named})(?!\w)", IGNORECASE)


@cache
def _level(side: str) -> Pattern[str]:
    return compile(rf"(?<!\w)(?:{_alternatives('levels', side)})", IGNORECASE)


@cache
def _opener() -> Pattern[str]:
    kinds = (("range", "openers"), ("change", "changes"), ("step", "steps"))
    named = "|".join(f"(?P<{kind}>{_alternatives('ranges', name)})" for kind, name in kinds)
    return compile(rf"(?<!\w)(?:{named}){BLANK}{{1,3}}$", IGNORECASE)


@cache
def _joint() -> Pattern[str]:
    dash = "[" + "".join(escape(dash) for dash in load("numerals")["ranges"]["dashes"]) + "]"
    middle = _alternatives("ranges", "middles")
    return compile(rf"(?P<dash>{BLANK}?{dash}{BLANK}?)|{BLANK}{{1,3}}(?P<middle>{middle}){BLANK}{{1,3}}", IGNORECASE)


def qualifier_before(text: str, start: int) -> tuple[int, Qualifier]:
    """Return where an amount that begins at `start` begins with its qualifier, and the qualifier.

    "до" is none where the words before it tell that an amount grew, fell or is brought to that level.
    """
    window = text[max(0, start - WINDOW) : start]
    match = _before().search(window)
    if match is None:
        return start, "exact"
    begins = start - len(window) + match.start()
    if match["up_to"]:
        clause = text[max(0, begins - CLAUSE) : begins].rpartition(";")[2]
        if _level("before").search(clause) or FROM.search(clause):
            return start, "exact"
    return begins, cast(Qualifier, match.lastgroup)


MORE_BY = compile(r"[ғгқк][ае]$")


def qualifier_after(text: str, stop: int) -> tuple[int, Qualifier]:
    """Return where an amount that ends at `stop` ends with its qualifier, and the qualifier."""
    match = _after().match(text, stop, min(len(text), stop + WINDOW))
    if match is None:
        return stop, "exact"
    if MORE_BY.search(text, max(0, stop - 3), stop) and text[stop : match.end()].strip().lower() in ("көп", "артық"):
        return stop, "exact"  # "18%-ға көп" is 18 more, "18%-дан көп" more than 18
    if match["up_to"] and _level("after").search(text[match.end() : match.end() + CLAUSE]):
        return stop, "exact"
    return match.end(), cast(Qualifier, match.lastgroup)


def read_amounts(text: str, labelled: Sequence[Labelled[L]]) -> list[Amount[L]]:
    """Join and qualify the numbers of a text, which stand in its order; those that end without a label are dropped."""
    found: list[Amount[L]] = []
    position = 0
    while position < len(labelled):
        first = labelled[position]
        if position + 1 < len(labelled):
            second = labelled[position + 1]
            label = first.label if second.label is None else second.label
            joint = _joined(text, first, second)
            if joint != "none" and label is not None:
                found.extend(_both(text, joint, first, second, label))
                position += 2
                continue
        if first.label is not None:
            found.append(_qualified(text, Amount(first.span, first.number.value, first.label, first.qualifier)))
        position += 1
    return _apart(found)


def _both(text: str, joint: Joint, first: Labelled[L], second: Labelled[L], label: L) -> Iterable[Amount[L]]:
    low, high = _low(first.number, second.number), second.number.value
    if joint == "change":
        yield _qualified(text, Amount(first.span, low, label, first.qualifier))
        yield _qualified(text, Amount(second.span, high, label, second.qualifier), level=True)
        return
    opener = _opener().search(text, max(0, first.span.start - 20), first.span.start)
    start = opener.start() if opener and opener["range"] else first.span.start
    yield _qualified(text, Amount(Span(start, second.span.stop), low, label, second.qualifier, high))


def _low(first: Number, second: Number) -> Decimal:
    """The value of the first of two joined numbers: it takes the scale of the second if it has none."""
    inherits = first.scale == 1 and second.scale > 1 and first.value < 1000
    return first.value * second.scale if inherits else first.value


def _joined(text: str, first: Labelled[L], second: Labelled[L]) -> Joint:
    """Tell whether two neighbouring numbers are ends of a range, or the first and the second level of a change."""
    if second.span.start - first.span.stop > APART or (first.label and second.label and first.label != second.label):
        return "none"
    joint = _joint().fullmatch(text, first.span.stop, second.span.start)
    if joint is None:
        return "none"
    opener = _opener().search(text, max(0, first.span.start - 20), first.span.start)
    kind = opener.lastgroup if opener else None
    low = _low(first.number, second.number)
    rises = low < second.number.value <= low * STEEPEST
    middle = (joint["middle"] or "").lower()
    if first.number.like_year and first.label is None:
        return "none"
    if middle and middle != "and" and kind == "change":
        return "change"
    if not rises or kind == "change":
        return "none"
    if not middle or kind == "range":
        return "range"
    grown = _level("before").search(text, max(0, first.span.start - CLAUSE), first.span.start)
    return "range" if middle == "to" and kind is None and not grown else "none"


def _qualified(text: str, amount: Amount[L], *, level: bool = False) -> Amount[L]:
    """Widen an amount by its qualifiers; at a `level` that something reached "до" qualifies nothing."""
    start, before = qualifier_before(text, amount.span.start)
    if level and before == "up_to":
        start, before = amount.span.start, "exact"
    stop, after = qualifier_after(text, amount.span.stop)
    likely = "about" if ABOUT_SUFFIX.search(text, max(0, amount.span.stop - 8), amount.span.stop) else "exact"
    qualifier = next((each for each in (before, after, amount.qualifier, likely) if each != "exact"), "exact")
    return replace(amount, span=Span(start, stop), qualifier=cast(Qualifier, qualifier))


def _apart(found: Iterable[Amount[L]]) -> list[Amount[L]]:
    """Keep spans from overlapping: what stands between two amounts belongs to the first."""
    apart: list[Amount[L]] = []
    for amount in found:
        if apart and amount.span.start < apart[-1].span.stop:
            amount = replace(amount, span=Span(apart[-1].span.stop, amount.span.stop))
        apart.append(amount)
    return apart
