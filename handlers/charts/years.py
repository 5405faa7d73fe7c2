"""Trade of a pair by year as a chart. A year gets its whole figure, or else that of its longest part, hatched."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from extract.model import Money, Period, Trade
from handlers.charts.bars import legend_of, sample_note, source_of, sum_bar
from handlers.charts.model import Chart, Style
from handlers.render import trade
from handlers.render.enquiry import Thing
from handlers.render.parts import Voice, plain
from handlers.render.trades import conflict_notes, figure_of
from handlers.wording.dates import is_whole_year, year_first
from handlers.wording.money import unit_of_sums
from handlers.wording.names import capitalised

MOST_BARS = 10
LEAST_BARS = 2
Dated = tuple[Period, Money, Thing]


def years_chart(things: Sequence[Thing], main: Trade, voice: Voice) -> Chart | None:
    """Return the chart of figures of one pair and flow in the currency of `main`; None where two cannot be compared.

    Figures without a year or over several years are left to the text.
    """
    chosen = _comparable(things, main)[-MOST_BARS:]
    unit = unit_of_sums([amount for _, amount, _ in chosen], voice.language)
    if len(chosen) < LEAST_BARS or unit is None:
        return None
    size, name = unit
    bars = tuple(
        sum_bar(_label(period, figure_of(thing), voice), amount, size, _style(period, figure_of(thing)), voice)
        for period, amount, thing in chosen
    )
    shown = [thing for _, _, thing in chosen]
    what = voice.say("headline.trade", flow=voice.say(f"flow.{main.flow}"), pair=trade.parties(main, voice))
    partial = any(bar.style == "part" for bar in bars)
    return Chart(
        title=plain(capitalised(what)),
        unit=name,
        bars=bars,
        source=source_of([thing.hit for thing in shown], voice),
        legend=legend_of(bars, voice),
        notes=(*conflict_notes(shown, voice), *sample_note([thing.hit for thing in shown], voice)),
        remark=voice.say("chart.parts_hatched") if partial else "",
    )


def _comparable(things: Sequence[Thing], main: Trade) -> list[Dated]:
    """Return the figures to draw, in order of time: for each year and status those of the longest period."""
    years: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for thing in things:
        fact = figure_of(thing)
        period, amount = fact.period, fact.amount
        if not period or not amount or not main.amount or amount.currency != main.amount.currency:
            continue
        if period.first[:4] == period.last[:4]:
            years[period.first[:4], fact.status].append((period, amount, thing))
    chosen = []
    for dated in years.values():
        longest = max((_days(period), period.last_day) for period, _, _ in dated)
        chosen += [one for one in dated if (_days(one[0]), one[0].last_day) == longest]
    return sorted(chosen, key=lambda one: (one[0].last_day, figure_of(one[2]).status, one[1].amount))


def _days(period: Period) -> int:
    return date.fromisoformat(period.last_day).toordinal() - date.fromisoformat(period.first_day).toordinal()


def _label(period: Period, fact: Trade, voice: Voice) -> str:
    when = year_first(period, voice.language)
    return when if fact.status == "actual" else f"{when}, {voice.say(f'status.{fact.status}')}"


def _style(period: Period, fact: Trade) -> Style:
    if fact.status != "actual":
        return fact.status
    return "whole" if is_whole_year(period) else "part"
