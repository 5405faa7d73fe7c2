"""Trade with several partners as a chart: only figures of one period and one currency stand side by side."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Trade
from extract.names.display import display_name
from handlers.charts.bars import legend_of, sample_note, source_of, sum_bar
from handlers.charts.model import Bar, Chart
from handlers.render.enquiry import Thing
from handlers.render.parts import Voice
from handlers.render.trades import figure_of
from handlers.wording.dates import period as period_name
from handlers.wording.money import unit_of_sums
from handlers.wording.names import HOME, capitalised, pair

MOST_BARS = 12
LEAST_BARS = 2
Measure = tuple[object, str]


def partners_chart(things: Sequence[Thing], voice: Voice) -> Chart | None:
    """Return the chart of the period that most partners have a figure for, the largest first; None for fewer than two.

    Those of other periods and currencies are named below it, without their figures.
    """
    measures = Counter(measure for thing in things if (measure := _measure(figure_of(thing))))
    if not measures or measures.most_common(1)[0][1] < LEAST_BARS:
        return None
    common = measures.most_common(1)[0][0]
    chosen = sorted((one for one in things if _measure(figure_of(one)) == common), key=_amount, reverse=True)
    chosen = chosen[:MOST_BARS]
    first = figure_of(chosen[0])
    unit = unit_of_sums([amount for one in chosen if (amount := figure_of(one).amount)], voice.language)
    if unit is None or first.period is None:
        return None
    bars = tuple(_bar(thing, unit[0], voice) for thing in chosen)
    apart = [_name(figure_of(thing), voice) for thing in things if thing not in chosen]
    notes = [voice.say("chart.other_periods", names=", ".join(apart))] if apart else []
    return Chart(
        title=_title(first, voice),
        unit=f"{unit[1]}, {period_name(first.period, voice.language)}",
        bars=bars,
        source=source_of([thing.hit for thing in chosen], voice),
        legend=legend_of(bars, voice),
        notes=(*notes, *sample_note([thing.hit for thing in chosen], voice)),
    )


def _measure(fact: Trade) -> Measure | None:
    return (fact.period, fact.amount.currency) if fact.period and fact.amount else None


def _amount(thing: Thing) -> float:
    amount = figure_of(thing).amount
    return float(amount.amount) if amount else 0.0


def _bar(thing: Thing, size: Decimal, voice: Voice) -> Bar:
    fact = figure_of(thing)
    assert fact.amount
    return sum_bar(_name(fact, voice), fact.amount, size, "whole" if fact.status == "actual" else fact.status, voice)


def _name(fact: Trade, voice: Voice) -> str:
    """The partner of home, or the whole pair where home is none of it."""
    if HOME not in fact.parties:
        return pair(fact.parties, voice.language)
    return pair([party for party in fact.parties if party != HOME], voice.language)


def _title(fact: Trade, voice: Voice) -> str:
    flow = capitalised(voice.say(f"flow.{fact.flow}"))
    if HOME not in fact.parties:
        return flow
    return voice.say("answer.heading", subject=flow, count=display_name(HOME, voice.language))
