"""The figures of a sentence that speak of trade: which measure each belongs to, and what it is of it.

A sum is a level, or a change ("на 5 млн больше"), the start of one ("с 3 до 5 млрд"), or part of another
sum. A percentage is a change where a word of growth or fall stands by it. Figures of one measure join to a draft of
one fact: "вырос на 5% и достиг 3 млрд".
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.facts.trade.marks import MEASURES, Mark, Marked
from extract.facts.trade.roles import growth_of, qualified, role_of, status_of
from extract.model import Money, Percent, Status

UP_TO = ("", "до", "to", "up to")  # between a growth and the level it leads to: "на 28%, до 28,2 млрд"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a sentence says of one measure before its parties and period are known.

    `owner` is the measure or pointer in the sentence, None where the sentence before holds it; `first`..`stop` is the
    stretch of the sentence that the figures take, `opens` where the stretch that may name parties and period begins.
    """

    owner: Mark | None
    opens: int
    first: int
    stop: int
    money: Money | None = None
    growth: Decimal | None = None
    status: Status = "actual"
    starts_change: bool = False  # the "from X" of "from X to Z"
    ends_change: bool = False  # and its "to Z"
    base: bool = False  # what a level is compared with


@dataclass(frozen=True, slots=True)
class Refused:
    """A figure that is no trade between parties, and why."""

    start: int
    stop: int
    reason: str


def read_figures(marked: Marked, remembered: bool) -> list[Draft | Refused]:
    """Return the drafts of a sentence in its order, with what was refused.

    `remembered`: a sentence before named a measure that a pointer here, or a bare figure, may speak of.
    """
    drafts: list[Draft | Refused] = []
    current: Draft | None = None
    previous_stop = opens = 0
    told_by_ends: Decimal | None = None  # the growth of "вырос на 5%, с 3 до 5 млрд", which its end takes
    for figure in sorted((*marked.money, *marked.percents), key=lambda mark: mark.start):
        owner = _owner(marked, figure, previous_stop)
        if isinstance(owner, Refused):
            if owner.reason:
                drafts.append(owner)
            current, previous_stop, opens = None, figure.stop, figure.stop
            continue
        if owner is None and not (remembered and _may_continue(marked, figure)):
            previous_stop = figure.stop
            continue
        if owner is not None and owner.kind == "pointer" and not _measure_before(marked, owner) and not remembered:
            previous_stop = figure.stop
            continue
        if isinstance(figure.value, Percent):
            if RATIO.match(marked.text, figure.stop):
                continue
            change = growth_of(marked, figure, previous_stop, current.growth if current else None)
            if change is None:
                continue
            joins = (
                current is not None
                and current.growth is None
                and not current.starts_change
                and _same(current.owner, owner, marked)
                and not _belongs_to_next(marked, figure, current)
            )
            if joins and current is not None:
                current = replace(current, growth=change, stop=figure.stop)
                drafts[-1] = current
            else:
                aim = status_of(marked, opens, figure, current.status if current else None)
                current = Draft(owner, opens, figure.start, figure.stop, growth=change, status=aim)
                drafts.append(current)
            previous_stop = opens = figure.stop
            continue
        assert isinstance(figure.value, Money)
        if _is_conversion(marked, figure, previous_stop):
            previous_stop = figure.stop
            continue
        role = role_of(marked, figure, previous_stop, owner)
        if figure.value.amount < LEAST:
            drafts.append(Refused(figure.start, figure.stop, "too small a sum for trade between parties"))
            previous_stop = figure.stop
            continue
        if role in ("change", "part"):
            drafts.append(Refused(figure.start, figure.stop, f"a {role} of a sum, not a level"))
            previous_stop = figure.stop
            continue
        money = qualified(marked, figure, previous_stop)
        if role in ("start", "base"):
            status: Status = "actual"
        else:
            status = status_of(marked, opens, figure, current.status if current else None)
        if (
            role == "level"
            and current is not None
            and current.money is None
            and current.growth is not None
            and _same(current.owner, owner, marked)
            and current.status in ("actual", status)
        ):
            current = replace(current, money=money, stop=figure.stop, status=status)
            drafts[-1] = current
            previous_stop = opens = figure.stop
            continue
        change = None
        if role == "start" and current is not None and current.money is None and drafts and drafts[-1] is current:
            drafts.pop()
            opens, told_by_ends = current.opens, current.growth
        ends = current is not None and current.starts_change and current.stop == previous_stop
        if ends:
            change, told_by_ends = told_by_ends, None
        current = Draft(
            owner,
            opens,
            figure.start,
            figure.stop,
            money,
            change,
            status=status,
            starts_change=role == "start",
            ends_change=ends,
            base=role == "base",
        )
        drafts.append(current)
        previous_stop = opens = figure.stop
    return drafts


def _is_conversion(marked: Marked, figure: Mark, previous_stop: int) -> bool:
    """ "1,5 трлн рублей ($15,6 млрд)": the same sum in another currency."""
    before = [one for one in marked.money if one.stop == previous_stop]
    if not before or not isinstance(before[0].value, Money) or not isinstance(figure.value, Money):
        return False
    gap = marked.text[previous_stop : figure.start]
    return before[0].value.currency != figure.value.currency and bool(
        re.fullmatch(r"\s*(?:\(|,?\s*или|,?\s*or)\s*(?:\w+\s)?", gap)
    )


def _same(one: Mark | None, other: Mark | None, marked: Marked) -> bool:
    if one is other or one == other:
        return True
    return other is None or (
        other.kind == "pointer"
        and (one is None or (one.start < other.start and not _measure_between(marked, one, other)))
    )


def _measure_between(marked: Marked, one: Mark, other: Mark) -> bool:
    return any(one.start < mark.start < other.start for mark in marked.measures)


def _measure_before(marked: Marked, pointer: Mark) -> bool:
    return any(mark.start < pointer.start for mark in marked.measures)


LEAST = 100_000  # in any currency; smaller sums have lost their "млн"
DASH = re.compile(r"\s*[-–—]")
THAT_MUCH = re.compile(r"\s*[-–—]\s(?:именно\s)?(?:столько|такова|такой|таков|вот)\b")
BESIDE = re.compile(r"[\s-]+(?:\w+\s+)?")  # between a percentage and the noun of its change: "a 15% jump in imports"
INTO = re.compile(r"\s+(?:(?:in|of|for)\s+)?(?:[^\W\d]+\s+){0,2}")
DEFINED = 90  # and in "57 млн долларов – столько составил товарооборот"
RIGHT = 48  # characters to the measure in "700 млн долларов составил товарооборот"
BREAK = re.compile(r"[.;,:()«»\"“”]|\s(?:и|а|and|while|және|ал)\s")
TAIL = re.compile(r"[;,)]|[.!?](?:\s|$)")
RATIO = re.compile(r"\s+(?:выше|больше)\s*[:—–-]\s")  # "планка вдвое выше: 10 млрд" compares two sums
BEHIND = re.compile(r"[,;]\s|\s(?:и|а|and|while|but|ал|және)\s")
CLAUSE = re.compile(r"[;]|[.!?]\s")


def _owner(marked: Marked, figure: Mark, previous_stop: int) -> Mark | Refused | None:
    """Return the noun that a figure belongs to: a measure or pointer; a refusal for another noun; None for none."""
    left = [noun for noun in marked.nouns if noun.stop <= figure.start]
    reach = DEFINED if DASH.match(marked.text, figure.stop) else RIGHT
    right = [noun for noun in marked.nouns if 0 <= noun.start - figure.stop <= reach]
    if (
        isinstance(figure.value, Percent)
        and right
        and right[0].kind in MEASURES
        and _leads_to(marked, figure, right[0])
    ):
        return right[0]
    if isinstance(figure.value, Money) and right and right[0].kind in MEASURES:
        gap = marked.text[figure.stop : right[0].start]
        near = len(gap) <= 14 and not re.search(r"\d", gap)
        alone = not any(noun.start >= previous_stop for noun in left)
        level = any(figure.stop <= verb.start < right[0].start for verb in marked.levels) or DASH.match(gap)
        open_gap = not BREAK.search(gap) and not any(
            figure.stop <= one.start < right[0].start for one in (*marked.money, *marked.percents)
        )
        if alone and THAT_MUCH.match(gap):
            return right[0]
        if open_gap and (near or (alone and level) or (level and re.match(r"\s*(?:were|was|is)\b", gap))):
            return right[0]
    told = [noun for noun in left if not _aside(marked, noun)]
    left = told or left
    if not left:
        return None
    nearest = left[-1]
    if nearest.kind == "other":
        measures = [noun for noun in left if noun.kind in MEASURES]
        return Refused(figure.start, figure.stop, "another noun owns the figure" if measures else "")
    if nearest.kind == "pointer":
        others = [noun for noun in left if noun.kind != "pointer"]
        if others and others[-1].kind == "other":
            return Refused(figure.start, figure.stop, "")
        if others:
            return others[-1]
    return nearest


def _leads_to(marked: Marked, percent: Mark, measure: Mark) -> bool:
    """ "a 15% jump in imports": only the noun of a change stands between."""
    change = next((one for one in marked.changes if one.start >= percent.stop), None)
    return (
        change is not None
        and BESIDE.fullmatch(marked.text, percent.stop, change.start) is not None
        and INTO.fullmatch(marked.text, change.stop, measure.start) is not None
    )


ASIDE = re.compile(
    r"(?:благодаря|за счет|помимо|кроме|в рамках|с учетом|из-за|несмотря на|thanks to|due to|despite|under)\s+"
    r"(?:\w+\s+){0,2}$"
)


def _aside(marked: Marked, noun: Mark) -> bool:
    """A noun after "благодаря" and the like owns nothing."""
    return bool(ASIDE.search(marked.text[max(0, noun.start - 50) : noun.start]))


def _may_continue(marked: Marked, figure: Mark) -> bool:
    """Whether a figure without a noun may speak of the measure of the sentence before."""
    if isinstance(figure.value, Percent) and not any(_may_continue(marked, one) for one in marked.money):
        return False
    before = marked.text[: figure.start]
    if any(noun.kind == "other" for noun in marked.nouns):
        return False
    periods = [one for one in marked.periods if one.start < figure.start + 60]
    levels = [one for one in marked.levels if abs(one.start - figure.start) < 60]
    parties = [one for one in marked.parties if one.stop <= figure.start]
    if len(before) < 60 and marked.holds("aims.words", 0, figure.stop + 40):
        return True
    return len(before) < 110 and bool(
        (periods and (levels or len(before) < 60)) or (parties and len(before) < 60) or levels
    )


def _belongs_to_next(marked: Marked, percent: Mark, current: Draft) -> bool:
    """A percentage goes with the sum after it where a period parts it from the sum before."""
    if current.money is None:
        return False
    between = any(current.stop <= one.start and one.stop <= percent.start for one in marked.periods)
    after = [one for one in marked.money if one.start > percent.stop]
    if not between or not after:
        return False
    gap = marked.text[percent.stop : after[0].start]
    if gap.strip(" ,\u00a0").lower() in UP_TO:
        return True
    return (
        not CLAUSE.search(gap)
        and len(gap) < 60
        and any(percent.stop <= one.start < after[0].start for one in marked.levels)
    )


def segment_of(marked: Marked, draft: Draft) -> tuple[int, int]:
    """Return the stretch of the sentence whose parties and period are the draft's, from figure to figure.

    What stands right behind the figure before ("X млрд с Китаем и …") is that figure's.
    """
    limit = draft.owner.start if draft.owner is not None and draft.owner.start > draft.opens else draft.first
    behind = BEHIND.search(marked.text, draft.opens, limit) if draft.opens else None
    later = [one.start for one in (*marked.money,) if one.start >= draft.stop]
    stop = min(later, default=len(marked.text))
    tail = TAIL.search(marked.text, draft.stop, stop)
    return behind.end() if behind else draft.opens, tail.start() if tail else stop
