"""Sums over projects, and figures of several pairs. Different periods or currencies are never added or ranked."""

from collections.abc import Sequence
from decimal import Decimal

from extract.model import Money, Project
from extract.names.display import display_name
from handlers.charts.partners import partners_chart
from handlers.keyboards import in_rows
from handlers.render.enquiry import Enquiry, Thing, amount_of, is_trade, page_of, single
from handlers.render.facts import line
from handlers.render.lists import list_message
from handlers.render.parts import Message, bold, fit, safe
from handlers.render.subject import subject
from handlers.render.trades import figure_of
from handlers.wording.money import money
from handlers.wording.names import HOME, capitalised
from handlers.wording.numbers import number

COMPARE = "compare"  # the view of a pair's figure among those of other partners


def sum_message(enquiry: Enquiry) -> Message:
    """Return what projects cost together, a line a currency, and how many of them state a cost.

    Trade is not added up: its periods overlap. Ranges, portfolios and doubles are left out.
    """
    if is_trade(enquiry.things):
        return comparison_message(enquiry)
    voice = enquiry.voice
    projects = [thing for thing in single(enquiry.things) if isinstance(thing.fact, Project)]
    costs = [cost for thing in projects if (cost := amount_of(thing.fact)) and not cost.upper]
    if not costs or not enquiry.all_there:
        return list_message(enquiry)
    about = subject(enquiry.query, voice) or voice.say("kind.project")
    rows = [
        voice.say(
            "answer.total_of",
            amount=safe(capitalised(money(_total(costs, currency), voice.language))),
            slot=voice.say("slot.cost"),
            known=number(sum(cost.currency == currency for cost in costs), voice.language),
            all=number(len(projects), voice.language),
            subject=about,
        )
        for currency in dict.fromkeys(cost.currency for cost in costs)
    ]
    return Message(fit(rows), in_rows(enquiry.list_button()))


def comparison_message(enquiry: Enquiry) -> Message:
    """Return the latest result of each pair, a line each; where periods differ, that they are not compared."""
    voice = enquiry.voice
    things = _latest_of_pairs(enquiry)
    if len(things) < 2 and enquiry.view == COMPARE:
        return Message(voice.say("answer.nothing_to_compare"))
    if len(things) < 2:
        return list_message(enquiry)
    comparable = _comparable(things)
    if comparable:
        things.sort(key=lambda thing: -_amount(thing))
    numbered, buttons = page_of(enquiry, things)
    lines = [f"{position}. {line(thing.hit, voice)}" for position, thing in numbered]
    note = [] if comparable else [voice.say("answer.periods_differ")]
    asked = [party for party in enquiry.query.parties if party != HOME] or enquiry.query.parties
    partners = ", ".join(display_name(party, voice.language) for party in asked)
    flow = voice.say(f"flow.{enquiry.query.flow or 'turnover'}")
    title = (
        voice.say("answer.heading", subject=capitalised(flow), count=safe(partners)) if partners else capitalised(flow)
    )
    return Message(fit([bold(title), *lines, *note]), buttons, partners_chart(things, voice))


def _latest_of_pairs(enquiry: Enquiry) -> list[Thing]:
    """The latest result of each pair in the flow that is asked for."""
    latest: dict[frozenset[str], Thing] = {}
    for thing in enquiry.things:
        figure = figure_of(thing)
        wanted = figure.status == (enquiry.query.status or "actual") and figure.flow == (
            enquiry.query.flow or "turnover"
        )
        if wanted and figure.amount:
            known = latest.setdefault(frozenset(figure.parties), thing)
            if _last_day(thing) > _last_day(known):
                latest[frozenset(figure.parties)] = thing
    return list(latest.values())


def _total(costs: Sequence[Money], currency: str) -> Money:
    of_currency = [cost for cost in costs if cost.currency == currency]
    total = sum((cost.amount for cost in of_currency), Decimal(0))
    hedges = {cost.qualifier for cost in of_currency} - {"exact"}
    return Money(total, currency, "about" if len(hedges) > 1 else (hedges.pop() if hedges else "exact"))


def _comparable(things: Sequence[Thing]) -> bool:
    figures = [figure_of(thing) for thing in things]
    periods = {figure.period for figure in figures}
    currencies = {figure.amount.currency for figure in figures if figure.amount}
    return len(periods) == 1 and None not in periods and len(currencies) == 1


def _amount(thing: Thing) -> Decimal:
    amount = figure_of(thing).amount
    return amount.amount if amount else Decimal(0)


def _last_day(thing: Thing) -> str:
    period = figure_of(thing).period
    return period.last_day if period else ""
