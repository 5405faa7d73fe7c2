"""Trade of a pair by year: a column of figures in the order of their periods. Months are named, aims are marked."""

from decimal import Decimal

from extract.model import Money
from handlers.charts.years import years_chart
from handlers.keyboards import in_rows
from handlers.render import trade
from handlers.render.enquiry import Enquiry, Thing
from handlers.render.parts import Message, Voice, bold, date_link, dotted, fit, safe
from handlers.render.trades import conflict_notes, figure_of, main_figure, of_pair, trade_message
from handlers.wording.dates import year_first
from handlers.wording.money import bare, money, unit_of_sums
from handlers.wording.names import capitalised
from handlers.wording.numbers import percent

MOST_ROWS = 10


def by_year_message(enquiry: Enquiry) -> Message:
    """Return the figures of the pair that matches best; figures of other pairs are left to questions of their own."""
    voice = enquiry.voice
    main = main_figure(enquiry)
    figures = [thing for thing in of_pair(main, enquiry.things) if figure_of(thing).amount]
    column = sorted(figures, key=_order)[-MOST_ROWS:]
    if not column:
        return trade_message(enquiry)
    unit = unit_of_sums([amount for thing in column if (amount := figure_of(thing).amount)], voice.language)
    fact = figure_of(main)
    what = voice.say("headline.trade", flow=voice.say(f"flow.{fact.flow}"), pair=trade.parties(fact, voice))
    title = ", ".join([capitalised(what), *([safe(unit[1])] if unit else [])])
    rows = [_row(thing, unit, voice) for thing in column]
    text = fit([bold(title), *rows, *conflict_notes(column, voice)])
    return Message(text, in_rows(enquiry.list_button()), years_chart(figures, fact, voice))


def _row(thing: Thing, unit: tuple[Decimal, str] | None, voice: Voice) -> str:
    fact = figure_of(thing)
    when = year_first(fact.period, voice.language) if fact.period else voice.say("answer.year_unknown")
    status = "" if fact.status == "actual" else f", {voice.say(f'status.{fact.status}')}"
    growth = f" ({percent(fact.growth_pct, voice.language)})" if fact.growth_pct is not None else ""
    return dotted([f"{when}{status}: {_sum(fact.amount, unit, voice)}{growth}", date_link(thing.hit, voice)])


def _sum(amount: Money | None, unit: tuple[Decimal, str] | None, voice: Voice) -> str:
    if amount is None:
        return voice.say("answer.not_stated")
    return safe(bare(amount, unit[0], voice.language) if unit else money(amount, voice.language))


def _order(thing: Thing) -> tuple[str, str]:
    period = figure_of(thing).period
    return (period.first_day, period.last_day) if period else ("9999", "")
