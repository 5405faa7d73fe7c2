"""One fact a figure: the headline, the lead and the body say it again, in rounder numbers or without a period.

What says the same of the same parties is one fact with the evidence of all; what conflicts stays apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Context, Decimal

from extract.model import Evidence, Found, Money, Period, Trade

NEARLY = Decimal("1.1")  # "более 5 млрд" in a headline is the 5,4 млрд of the body
ROUGHLY = Decimal("0.15")
OPPOSITE = {"export": "import", "import": "export", "turnover": "turnover"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as one sentence states it; `loose` marks headlines, which round and leave out."""

    fact: Trade
    evidence: tuple[Evidence, ...]
    confidence: float
    loose: bool


def merged(statements: Iterable[Statement]) -> list[Found]:
    """Join statements of one fact, in the order of the text."""
    kept: list[Statement] = []
    for one in statements:
        for position, known in enumerate(kept):
            if (joined := _joined(known, one)) is not None:
                kept[position] = joined
                break
        else:
            kept.append(one)
    return [Found(one.fact, one.evidence, one.confidence) for one in kept]


def _joined(known: Statement, other: Statement) -> Statement | None:
    one, two = known.fact, _turned(other.fact, known.fact)
    if set(one.parties) != set(two.parties) or one.flow != two.flow or one.status != two.status:
        return None
    loose = known.loose or other.loose
    if not _compatible(one.period, two.period, loose):
        return None
    if one.amount is not None and two.amount is not None:
        if not _same_sum(one.amount, two.amount, loose):
            return None
    elif one.growth_pct is None or two.growth_pct is None or not _same_growth(one.growth_pct, two.growth_pct, loose):
        return None
    exact = two if _precision(two) > _precision(one) else one
    fact = replace(
        exact,
        amount=exact.amount or one.amount or two.amount,
        growth_pct=_finer(one.growth_pct, two.growth_pct),
        period=_narrower(one.period, two.period),
    )
    # The body is shown before its headline.
    first, second = (other, known) if known.loose and not other.loose else (known, other)
    evidence = (
        *first.evidence,
        *(piece for piece in second.evidence if piece.span not in {e.span for e in first.evidence}),
    )
    return Statement(fact, evidence, max(known.confidence, other.confidence), known.loose and other.loose)


def _turned(fact: Trade, like: Trade) -> Trade:
    """See a flow from the other side where that is how `like` sees it."""
    if fact.flow != like.flow and fact.parties == like.parties[::-1] and OPPOSITE[fact.flow] == like.flow:
        return replace(fact, parties=like.parties, flow=like.flow)
    return fact


def _compatible(one: Period | None, two: Period | None, loose: bool) -> bool:
    if one is None or two is None or (one.first_day, one.last_day) == (two.first_day, two.last_day):
        return True
    # "с начала года" in a headline is the "за четыре месяца" of the body
    return loose and one.first_day == two.first_day and one.last_day[:4] == two.last_day[:4]


def _narrower(one: Period | None, two: Period | None) -> Period | None:
    if one is None or two is None:
        return two if one is None else one
    return one if one.last_day <= two.last_day else two


def _same_sum(one: Money, two: Money, loose: bool) -> bool:
    if one.currency != two.currency:
        return False
    if one.amount == two.amount:
        return True
    if not loose and "about" not in (one.qualifier, two.qualifier):
        return False
    low, high = sorted((one, two), key=lambda money: money.amount)
    if low.qualifier == "over" and high.qualifier != "over" and high.amount <= low.amount * NEARLY:
        return True
    return _same_number(one.amount, two.amount, True)


def _same_number(one: Decimal, two: Decimal, loose: bool) -> bool:
    if one == two or not loose:
        return one == two
    return _rounded(one, _digits(two)) == two or _rounded(two, _digits(one)) == one


def _same_growth(one: Decimal, two: Decimal, loose: bool) -> bool:
    """A headline says "почти четверть" for 23%."""
    return one == two or (loose and one * two > 0 and abs(one - two) <= ROUGHLY * max(abs(one), abs(two)))


def _digits(number: Decimal) -> int:
    return max(2, len(number.normalize().as_tuple().digits))


def _rounded(number: Decimal, digits: int) -> Decimal:
    return Context(prec=digits).create_decimal(number)


def _precision(fact: Trade) -> tuple[bool, int]:
    if fact.amount is None:
        return False, 0
    return True, len(fact.amount.amount.normalize().as_tuple().digits)


def _finer(one: Decimal | None, two: Decimal | None) -> Decimal | None:
    if one is None or two is None:
        return two if one is None else one
    return two if len(two.normalize().as_tuple().digits) > len(one.normalize().as_tuple().digits) else one
