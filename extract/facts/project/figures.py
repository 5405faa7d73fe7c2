"""What the figures beside a project are: its cost, capacity, jobs, years. What nothing names is left alone."""

import re
from dataclasses import dataclass, field

from extract.document import Sentence
from extract.facts.project.words import pattern, words
from extract.model import Money, Quantity, Span

WINDOW = 70  # characters before a figure that may say what it is
POWER = re.compile(r"(?:МВт|ГВт|кВт|MW|GW|мегават|гигават|megawatt|gigawatt)", re.IGNORECASE)
WORTH = re.compile(r"(?:лық|лік|дық|дік|тық|тік)$")  # "753 млрд теңгелік": a project of that sum
TIED = re.compile(
    r"(?:^|\s|\()(?:на|до|for|of|a|from|от)\s*(?:около|примерно|почти|более|до|over|about)?\s*$", re.IGNORECASE
)
CLAUSE = re.compile(r"[.;!?]\s|\n")


@dataclass(slots=True)
class Figures:
    """The figures of one stretch of text, each with the name of its slot."""

    capacities: list[Quantity] = field(default_factory=list)
    cost: Money | None = None
    jobs: int | None = None
    start: int | None = None
    end: int | None = None

    def slots(self) -> tuple[str, ...]:
        """Return the names of the slots that are filled."""
        names = ("capacities", "cost", "jobs", "start", "end")
        return tuple(name for name in names if getattr(self, name) not in (None, []))


def read_figures(sentence: Sentence, span: Span, *, strict: bool = False) -> Figures:
    """Return the project figures of a stretch of a sentence; `strict` asks for a word that names each figure."""
    found = Figures()
    for place, money in sentence.money:
        if found.cost is None and _inside(place, span):
            before, after = _around(sentence, place, span)
            worth = WORTH.search(sentence.slice(place)) is not None
            far = pattern("cost", "far").search(sentence.text, 0, place.start - sentence.span.start)
            if far is None and _is_cost(before, after, strict, worth):
                found.cost = money
    for place, quantity in sentence.quantities:
        if not _inside(place, span):
            continue
        before, after = _around(sentence, place, span)
        if _is_jobs(sentence.slice(place), quantity, before, after):
            if found.jobs is None and not pattern("jobs", "construction").search(
                f"{before} {sentence.slice(place)} {after}"
            ):
                found.jobs = int(quantity.value)
        elif _is_capacity(sentence.slice(place), quantity, before, after, strict):
            found.capacities.append(quantity)
    for place, period in sentence.periods:
        if period is not None and _inside(place, span):
            _add_years(found, int(period.first[:4]), int(period.last[:4]), *_around(sentence, place, span))
    return found


def _inside(place: Span, span: Span) -> bool:
    return span.start <= place.start and place.stop <= span.stop


def _around(sentence: Sentence, place: Span, span: Span) -> tuple[str, str]:
    """Return the words of the clause before a figure and behind it."""
    before = sentence.slice(Span(max(span.start, place.start - WINDOW), place.start))
    after = sentence.slice(Span(place.stop, min(span.stop, place.stop + WINDOW)))
    return CLAUSE.split(before)[-1], CLAUSE.split(after)[0]


def _is_cost(before: str, after: str, strict: bool, worth: bool) -> bool:
    if pattern("cost", "never").search(before) or pattern("cost", "never_after").search(after):
        return False
    if worth or pattern("cost", "named").search(before + " | " + after[:40]):
        return True
    if re.search(r"\(\s*\D{0,12}$", before):
        return not strict and not re.search(r"\d[^()]*\(\s*\D{0,12}$", before)
    return not strict and bool(pattern("cost", "before").search(before) or pattern("cost", "after").search(after))


def _is_jobs(text: str, quantity: Quantity, before: str, after: str) -> bool:
    noun = pattern("jobs", "nouns")
    if not noun.search(quantity.unit) and not noun.search(text):
        return False
    return bool(pattern("jobs", "beside").search(f"{before} {text} {after}"))


def _is_capacity(text: str, quantity: Quantity, before: str, after: str, strict: bool) -> bool:
    unit = quantity.unit.lower()
    yearly = not strict and quantity.per is not None and unit in words("capacity", "yearly_units")
    never = any(unit.startswith(one) for one in words("capacity", "never_units"))
    if (never and not yearly) or pattern("jobs", "nouns").match(unit):
        return False
    if pattern("capacity", "never").search(before):
        return False
    if POWER.search(quantity.unit) or POWER.search(text):
        return True
    if quantity.per is not None or pattern("capacity", "named").search(before):
        return True
    if pattern("capacity", "after").search(after):
        return True
    return not strict and bool(
        quantity.qualifier == "up_to" or TIED.search(before) or pattern("capacity", "near").search(before[-40:])
    )


def _add_years(found: Figures, first: int, last: int, before: str, after: str) -> None:
    if not 1950 <= first <= last <= 2100 or last - first > 15:
        return
    nearby = before[-60:] + " | " + after[:50]
    commissioning = pattern("terms", "commissioning").search(nearby)
    if first != last:
        found.end = found.end or last
        if not commissioning:
            found.start = found.start or first
        return
    begins, ends = _last(pattern("terms", "start"), before), _last(pattern("terms", "end"), before[-60:])
    if begins is None and ends is None:
        begins = 0 if pattern("terms", "start_after").search(after) else None
        ends = 0 if begins is None and pattern("terms", "end_after").search(after[:50]) else None
    if begins is not None and (ends is None or begins < ends):
        found.start = found.start or first
    elif ends is not None:
        found.end = found.end or last


def _last(words: re.Pattern[str], text: str) -> int | None:
    """Return how far before the end of a text a pattern begins for the last time, or None."""
    return min((len(text) - match.start() for match in words.finditer(text)), default=None)
