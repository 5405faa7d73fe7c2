"""Which period a figure is of: the one named beside it, the only one of the sentence, or that of the figure before."""

import re
from dataclasses import dataclass, replace

from extract.facts.trade.figures import Draft, segment_of
from extract.facts.trade.marks import Mark, Marked
from extract.model import Period

COMPARED_PERIOD = re.compile(r"\s+(?:[^\W\d]+\s+){0,3}")
OF_LEVEL = re.compile(r"\s*(?:level|figure|result)s?\b")  # "105% of the 2022 level"
FROM_YEAR = re.compile(r"жыл\w*[дтн][ае]н$")  # "2022 жылдан 18%-ға көп"
COMPARED_WITHIN = 32  # characters in which "по сравнению с" stands before a period


@dataclass(frozen=True, slots=True)
class When:
    """A period, None where the text leaves it open, and whether the sentence itself names it."""

    period: Period | None
    named: bool


def period_of(marked: Marked, draft: Draft, sentence_when: When | None, told: When | None) -> When | None:
    """Return the period that the sentence gives a draft, or None where it names none.

    `sentence_when` is that of the figure before in the sentence, `told` that of the last figure of all.
    """
    candidates = trade_periods(marked)
    start, stop = segment_of(marked, draft)
    inside = [_in_its_year(marked, one, sentence_when or told) for one in candidates if start <= one.start < stop]
    after = [one for one in inside if one.start >= draft.stop and _directly(marked.text[draft.stop : one.start])]
    before = [one for one in inside if one.start < draft.stop]
    if draft.base:
        compared = [one for one in marked.periods if start <= one.start < draft.first and one not in candidates]
        return _when(after[0]) if after else _when(compared[-1]) if compared else When(None, True)
    if draft.starts_change or draft.ends_change:
        if after:
            return _when(after[0])
        ends = _ends_of_change(candidates, draft)
        if ends is not None:
            return When(ends[0] if draft.starts_change else ends[1], True)
        if draft.starts_change:
            return When(None, True)
    if draft.status == "target":
        aimed = [one for one in (*after, *before[::-1]) if _is_aim(marked, one)]
        return _when(aimed[0]) if aimed else When(None, bool(before))
    if before:
        return _when(before[-1])
    if after:
        return _when(after[0])
    if marked.holds("elsewhen.earlier", start, draft.first) and not marked.holds("compared", start, draft.first):
        known = sentence_when or told
        period = known.period if known and known.period else _year_of(marked.published)
        return When(a_year_before(period) if period else None, True)
    if told is not None and marked.holds("same_period", start, draft.stop + 40):
        return told
    if marked.holds("elsewhen.other", start, draft.first):
        return When(None, True)
    if sentence_when is not None:
        return sentence_when
    earlier = [one for one in candidates if one.stop <= start]
    if earlier:
        return _when(earlier[-1])
    figures = (*marked.money, *marked.percents)
    last = len(candidates) == 1 and all(one.stop <= candidates[0].start for one in figures)
    return _when(candidates[0]) if last and draft.status == "actual" else None


def trade_periods(marked: Marked) -> list[Mark]:
    """Return the periods of a sentence that figures may be of."""
    return [one for one in marked.periods if _measures_trade(marked, one)]


def a_year_before(period: Period) -> Period:
    """Return the same part of the year before."""
    return Period(*(f"{int(end[:4]) - 1}{end[4:]}" for end in (period.first, period.last)))


def _in_its_year(marked: Marked, mark: Mark, told: When | None) -> Mark:
    """Read "за аналогичный период прошлого года" by the period spoken of before."""
    if (
        mark.value is not None
        or not marked.holds("same_part", mark.start - 2, mark.stop)
        or told is None
        or told.period is None
    ):
        return mark
    year = re.search(r"(?:19|20)\d\d", marked.text[mark.start : mark.stop])
    before = a_year_before(told.period)
    return replace(mark, value=before) if year is None or year[0] == before.first[:4] else mark


def _directly(gap: str) -> bool:
    """Whether a period after a figure belongs to it: "$5 млрд в 2022 году", "(2022)"."""
    return len(gap) <= 40 and not re.search(r"[,;.!?]|\s(?:и|а|and|while|және)\s", gap)


def _ends_of_change(candidates: list[Mark], draft: Draft) -> tuple[Period, Period] | None:
    """The years between which a sum changed "from X to Z", where they stand before it."""
    named = [one.value for one in candidates if one.stop <= draft.first and isinstance(one.value, Period)]
    if named and _is_years(named[-1]):
        return Period(named[-1].first, named[-1].first), Period(named[-1].last, named[-1].last)
    if len(named) == 2 and named[0].last < named[1].first:
        return named[0], named[1]
    return None


def _is_aim(marked: Marked, period: Mark) -> bool:
    """ "к 2030 году", "by 2030", "2030 жылға қарай" say when; other periods of an aim say when it was set."""
    before = marked.text[max(0, period.start - 20) : period.start]
    after = marked.text[period.stop : period.stop + 12]
    if marked.language == "kk":
        return (
            marked.text[period.start : period.stop].endswith(("ға", "ге", "қа", "ке"))
            or "қарай" in after
            or "дейін" in after
        )
    return bool(re.search(r"(?<!\w)(?:к|до|by|until|in|в|through|за)\s+(?:\w+\s+){0,2}$", before)) and not _past(
        marked, period
    )


def _past(marked: Marked, period: Mark) -> bool:
    published = marked.published
    return isinstance(period.value, Period) and published is not None and period.value.last_day < published


def _year_of(published: str | None) -> Period | None:
    return Period(published[:4], published[:4]) if published else None


def _is_years(period: Period) -> bool:
    return len(period.first) == 4 and period.first != period.last


def _when(mark: Mark) -> When:
    return When(mark.value if isinstance(mark.value, Period) else None, True)


def _measures_trade(marked: Marked, period: Mark) -> bool:
    """A single day is when something was said; a period after "по сравнению с" is only compared with."""
    if isinstance(period.value, Period) and len(period.value.first) == 10 and period.value.first == period.value.last:
        return False
    if OF_LEVEL.match(marked.text, period.stop):
        return False
    compared = marked.holds("compared", max(0, period.start - COMPARED_WITHIN), period.stop)
    if marked.language == "kk":
        after = marked.text[period.stop : period.stop + 40]
        if FROM_YEAR.search(marked.text[period.start : period.stop] + after.split(" ")[0]) and re.match(
            r"\S*\s\d", after
        ):
            return False
        return not re.match(r"\S*\s*(?:\w+\s+){0,3}(?:салыстырғанда|қарағанда|бұрынғыдан)", after)
    if compared is None:
        return True
    if compared.start() >= period.start:
        return False
    between = marked.text[compared.end() : period.start]
    if compared.group() in ("к", "ко", "from"):
        return (
            compared.group() == "к" and re.fullmatch(r"\s+", between) is not None and not _compares_with(marked, period)
        )
    return bool(re.search(r"[,;.]|\d", between)) and not COMPARED_PERIOD.fullmatch(between)


def _compares_with(marked: Marked, period: Mark) -> bool:
    """ "на 5% к 2023 году" compares, "к 2030 году" aims."""
    return bool(
        re.search(
            r"(?:%|процент\w*|рост\w*|снижени\w*)\s+(?:\w+\s+)?к\s+$",
            marked.text[max(0, period.start - 30) : period.start],
        )
    )
