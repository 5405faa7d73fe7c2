"""Which way goods flow: whose export or import a figure is, by the words and endings at the parties' names."""

import re

from extract.facts.trade.figures import Draft
from extract.facts.trade.marks import Mark, Marked
from extract.model import Flow

WITH = {
    "ru": re.compile(r"(?<!\w)(?:с|со|между|из|в|во|и|на)\s+(?:\w+\s+)?$"),
    "kk": re.compile(r"(?!)"),
    "en": re.compile(r"(?<!\w)(?:with|between|to|from|and|into)\s+(?:the\s+)?$"),
}
TOWARDS = {
    "ru": re.compile(r"(?<!\w)(?:во?|на)\s+(?:рын\w+\s+)?$"),
    "en": re.compile(r"(?<!\w)(?:to|into)\s+(?:the\s+)?$"),
    "kk": re.compile(r"(?!)"),
}
OUT_OF = {
    "ru": re.compile(r"(?<!\w)(?:из|от)\s+$"),
    "en": re.compile(r"(?<!\w)from\s+(?:the\s+)?$"),
    "kk": re.compile(r"(?!)"),
}
DATIVE = re.compile(r"(?:[гғкқ][ае])$")
ABLATIVE = re.compile(r"(?:[дтн][ае]н)$")


def is_destination(marked: Marked, party: Mark, flow: Flow) -> bool:
    """Whether the only party named is the other end: "экспорт в Турцию", "импорт из Китая"."""
    before = marked.text[max(0, party.start - 24) : party.start]
    inside = marked.text[party.start : party.stop]
    if flow == "export":
        return bool(TOWARDS[marked.language].search(before)) or (
            marked.language == "kk" and bool(DATIVE.search(inside))
        )
    return bool(OUT_OF[marked.language].search(before)) or (marked.language == "kk" and bool(ABLATIVE.search(inside)))


def directed(marked: Marked, named: list[Mark], pair: tuple[str, str], flow: Flow, draft: Draft) -> tuple[str, str]:
    """Put the party first whose export or import it is."""
    if flow == "turnover":
        return pair
    for one in named:
        if one.value not in pair:
            continue
        other = pair[1] if one.value == pair[0] else pair[0]
        me = str(one.value)
        before = marked.text[max(0, one.start - 24) : one.start]
        inside = marked.text[one.start : one.stop]
        if TOWARDS[marked.language].search(before) or (marked.language == "kk" and DATIVE.search(inside)):
            return (other, me) if flow == "export" else (me, other)
        if OUT_OF[marked.language].search(before) or (marked.language == "kk" and ABLATIVE.search(inside)):
            return (me, other) if flow == "export" else (other, me)
    for one in named:
        if one.value in pair and draft.owner is not None:
            other = pair[1] if one.value == pair[0] else pair[0]
            gap = marked.text[min(one.stop, draft.owner.stop) : max(one.start, draft.owner.start)]
            if len(gap) <= 12 and not WITH[marked.language].search(marked.text[max(0, one.start - 12) : one.start]):
                return str(one.value), other
    return pair
