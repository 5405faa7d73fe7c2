"""Facts as rows: what is written beside a fact's record, so that it can be ordered, bounded and recognised."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal

from extract.model import Agreement, Evidence, Fact, Investment, Meeting, Money, Period, Project, Span, Trade
from extract.records import fact_from_record, fact_to_record

Row = dict[str, Any]
Within = Literal["text", "title"]
READ = 8192  # facts that are kept at hand

# Dollars for one unit, to the nearest that is easily said: for putting sums in order only, never shown.
ROUGH_DOLLARS = {
    "USD": 1.0, "EUR": 1.1, "GBP": 1.3, "CHF": 1.1, "CNY": 0.14, "RUB": 0.012, "KZT": 0.002, "UZS": 0.00008,
    "KGS": 0.011, "BYN": 0.3, "TRY": 0.03, "AZN": 0.6, "AED": 0.27, "SAR": 0.27, "JPY": 0.007, "KRW": 0.0007,
    "INR": 0.012, "IRR": 0.00002,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactRow:
    """The columns that are derived from a fact."""

    kind: str
    slots: str
    identity: str
    amount: float | None
    currency: str | None
    worth: float | None
    over: int
    jobs: float | None
    growth: float | None
    first_day: str | None
    last_day: str | None


def row_of(fact: Fact) -> FactRow:
    """Return the columns of a fact; `identity` is equal for equal facts only."""
    slots = json.dumps(fact_to_record(fact), ensure_ascii=False, sort_keys=True)
    sum_of = money_of(fact)
    period = period_of(fact)
    growth = fact.growth_pct if isinstance(fact, Trade) else None
    return FactRow(
        kind=fact.kind,
        slots=slots,
        identity=sha256(slots.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        amount=float(sum_of.amount) if sum_of else None,
        currency=sum_of.currency if sum_of else None,
        worth=worth_of(sum_of) if sum_of else None,
        over=int(sum_of is not None and sum_of.qualifier == "over"),
        jobs=float(fact.jobs) if isinstance(fact, Project) and fact.jobs is not None else None,
        growth=float(growth) if growth is not None else None,
        first_day=period.first_day if period else None,
        last_day=period.last_day if period else None,
    )


@lru_cache(maxsize=READ)
def fact_from_slots(slots: str) -> Fact:
    """Return the fact that `row_of` wrote into the column `slots`; those that are asked for often are read once."""
    return fact_from_record(json.loads(slots))


def money_of(fact: Fact) -> Money | None:
    """Return the sum that a fact is about."""
    match fact:
        case Trade() | Agreement() | Investment():
            return fact.amount
        case Project():
            return fact.cost
    return None


def worth_of(money: Money) -> float | None:
    """Return roughly how many dollars a sum is, None for a currency that is not listed."""
    rate = ROUGH_DOLLARS.get(money.currency)
    return float(money.amount) * rate if rate else None


def period_of(fact: Fact) -> Period | None:
    """Return the time that a fact itself names; a project's runs from its start to its end."""
    match fact:
        case Trade() | Investment():
            return fact.period
        case Meeting() | Agreement():
            return Period(fact.date, fact.date) if fact.date else None
        case Project():
            years = [year for year in (fact.start, fact.end) if year is not None]
            return Period(f"{min(years):04}", f"{max(years):04}") if years else None
    return None


def evidence_rows(fact_id: int, evidence: Sequence[Evidence]) -> list[Row]:
    """Return the rows of a fact's evidence, the sentence to show first."""
    return [
        {
            "fact": fact_id,
            "position": position,
            "start": piece.span.start,
            "stop": piece.span.stop,
            "quote": piece.quote,
            "rule": piece.rule,
            "slots": json.dumps(piece.slots),
            "within": piece.within,
        }
        for position, piece in enumerate(evidence)
    ]


def evidence_from_row(
    start: int, stop: int, quote: str, rule: str, slots: str, within: Literal["text", "title"]
) -> Evidence:
    """Return the evidence that `evidence_rows` wrote."""
    return Evidence(Span(start, stop), quote, rule, _slot_names(slots), within)


@lru_cache(maxsize=1024)
def _slot_names(slots: str) -> tuple[str, ...]:
    return tuple(json.loads(slots))
