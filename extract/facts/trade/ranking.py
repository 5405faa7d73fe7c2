"""Partners in a row with their sums: "Главные партнеры Казахстана – Китай ($31 млрд), Россия ($26 млрд)".

Each party that stands right before its sum is a partner of the country whose list it is; a list may run over the lines
below its heading. Shares without a sum are none.
"""

import re
from dataclasses import dataclass, replace

from extract.discourse import is_bloc
from extract.facts.trade.marks import Mark, Marked
from extract.model import Money, Period

TO_SUM = re.compile(r"\s*(?:\(|[-–—:]|\bс показателем|\bwith)\s*")
OF = re.compile(r"\s*(?:of\s+)?(?:the\s+)?(?:республики\s+)?")
WHOSE = re.compile(r"(?:['’]s?)?\s+(?:[^\W\d]+\s+){0,2}")
NUMBERED = re.compile(r"[\W\d]*")


@dataclass(frozen=True, slots=True)
class Ranking:
    """Whose partners a list is of, and the period that its heading names."""

    home: str
    period: Period | None
    index: int  # of the sentence read last


@dataclass(frozen=True, slots=True)
class Ranked:
    """A partner and its sum."""

    party: str
    figure: Mark
    money: Money


REMEMBERED = 4  # sentences for which "десятка партнеров страны" is still that of the list before


def ranking_of(marked: Marked, before: Ranking | None) -> Ranking | None:
    """Return the list of partners that a sentence opens or goes on with, or None; `before` is the list read last."""
    index = marked.sentence.index
    named = marked.holds("partners", 0, len(marked.text))
    if named is None:
        if before is None or before.index != index - 1:
            return None
        items = _items(marked)
        goes_on = items and (
            NUMBERED.fullmatch(marked.text, 0, items[0][0].start) or marked.holds("ranks", 0, items[0][1].start)
        )
        return replace(before, index=index) if goes_on else None
    owners = [
        str(one.value)
        for one in (*marked.parties, *marked.sources)
        if (one.start >= named.end() and OF.fullmatch(marked.text, named.end(), one.start))
        or (one.stop <= named.start() and WHOSE.fullmatch(marked.text, one.stop, named.start()))
    ]
    near = before is not None and index - before.index <= REMEMBERED
    whose = owners[0] if owners else before.home if before and near else None
    if whose is None or is_bloc(whose):
        return None
    periods = [one.value for one in marked.periods if isinstance(one.value, Period) and len(one.value.first) < 10]
    period = periods[0] if len(periods) == 1 else before.period if before and before.home == whose else None
    return Ranking(whose, period, index)


def ranked_in(marked: Marked, ranking: Ranking) -> list[Ranked]:
    """Return the partners of a list that stand right before their sums."""
    return [
        Ranked(str(party.value), figure, figure.value)
        for party, figure in _items(marked)
        if party.value != ranking.home and not is_bloc(str(party.value)) and isinstance(figure.value, Money)
    ]


def _items(marked: Marked) -> list[tuple[Mark, Mark]]:
    parties = sorted((*marked.parties, *marked.sources), key=lambda one: one.start)
    return [
        (party, figure)
        for party in parties
        if party.kind == "party"
        for figure in marked.money
        if TO_SUM.fullmatch(marked.text, party.stop, figure.start)
    ]
