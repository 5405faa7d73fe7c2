"""Trade of a pair: the latest figure with its sentence, others below it, and sources that differ side by side."""

from collections.abc import Sequence

from extract.identity import amounts_agree, same_subject
from extract.model import Trade
from handlers.keyboards import Button, in_rows
from handlers.render import trade
from handlers.render.enquiry import Enquiry, Thing, page_of
from handlers.render.facts import confirmed, headline, line
from handlers.render.parts import Message, Voice, citation_buttons, date_link, dotted, evidence, fit, safe, source_link
from handlers.wording.dates import year_first
from handlers.wording.money import money, sums
from handlers.wording.names import HOME, capitalised

BY_YEAR = "years"  # the view of an answer as a column by year


def trade_message(enquiry: Enquiry) -> Message:
    """Return the figure that answers a question on trade; the others are listed below, aims marked as such."""
    voice = enquiry.voice
    main = main_figure(enquiry)
    differing = [main, *conflicting(main, enquiry.things)]
    if len(differing) > 1:
        return _conflict(enquiry, differing)
    first = headline(main.fact, voice)
    head = [first, *evidence(main.hit, voice), *confirmed(main.hits, voice)]
    rest = [thing for thing in enquiry.things if thing is not main]
    if not rest:
        return Message(fit(head), in_rows([*_by_year(enquiry), *citation_buttons(first, main.hit, voice)]))
    numbered, buttons = page_of(enquiry, rest, _by_year(enquiry))
    lines = [f"{number}. {_line(thing, main, voice)}" for number, thing in numbered]
    shown = of_pair(main, [thing for _, thing in numbered])
    return Message(fit([*head, voice.say("answer.others"), *lines, *conflict_notes(shown, voice)]), buttons)


def main_figure(enquiry: Enquiry) -> Thing:
    """Return the figure to show first: of the pair that matches best, a result rather than an aim, the latest."""
    wanted = enquiry.query.status or "actual"
    fitting = [
        thing
        for thing in of_pair(enquiry.things[0], enquiry.things)
        if figure_of(thing).status == wanted and figure_of(thing).amount
    ]
    if not fitting:
        return enquiry.things[0]
    return fitting[0] if enquiry.query.order else max(fitting, key=_lateness)


def of_pair(one: Thing, things: Sequence[Thing]) -> list[Thing]:
    """Return the things that measure the same flow between the same parties as `one`."""
    first = figure_of(one)
    return [
        thing
        for thing in things
        if figure_of(thing).flow == first.flow and set(figure_of(thing).parties) == set(first.parties)
    ]


def conflicting(main: Thing, things: Sequence[Thing]) -> list[Thing]:
    """Return the things that give another sum for the very same parties, period, flow and status."""
    fact = figure_of(main)
    if not fact.amount or not fact.period:
        return []
    return [
        thing
        for thing in things
        if thing is not main
        and same_subject(fact, other := figure_of(thing))
        and other.amount
        and other.amount.currency == fact.amount.currency
        and not amounts_agree(fact.amount, other.amount)
        and thing.hit.article.origin
        != main.hit.article.origin  # one article does not contradict itself: one was misread
    ]


def concerns_home(enquiry: Enquiry) -> bool:
    """Tell whether any figure is with home, where one partner is named: that is what "товарооборот с Грузией" means."""
    query = enquiry.query
    if len(query.parties) != 1 or HOME in query.parties or query.places or query.flow in ("export", "import"):
        return True
    return any(HOME in figure_of(thing).parties for thing in enquiry.things)


def conflict_notes(things: Sequence[Thing], voice: Voice) -> list[str]:
    """Return a line for each period on which the sources differ."""
    periods = [figure_of(thing).period for thing in things if conflicting(thing, things)]
    named = dict.fromkeys(year_first(period, voice.language) for period in periods if period)
    return [voice.say("answer.conflict_note", period=period) for period in named]


def figure_of(thing: Thing) -> Trade:
    """Return the fact of a thing that is known to be a figure of trade."""
    if not isinstance(thing.fact, Trade):
        raise TypeError(f"no figure of trade: {thing.fact.kind}")
    return thing.fact


def _conflict(enquiry: Enquiry, differing: Sequence[Thing]) -> Message:
    voice = enquiry.voice
    amounts = [amount for thing in differing if (amount := figure_of(thing).amount)]
    fact = figure_of(differing[0])
    about = f"{capitalised(trade.subject(fact, voice))}, {trade.when(fact, voice)}"
    rows = [
        f"• {safe(money(amount, voice.language))} — {source_link(thing.hit, voice)}"
        for thing, amount in zip(differing, amounts, strict=True)
    ]
    rest = [thing for thing in enquiry.things if thing not in differing]
    numbered, buttons = page_of(enquiry, [*differing, *rest], _by_year(enquiry))
    lines = [f"{number}. {_line(thing, differing[0], voice)}" for number, thing in numbered if thing in rest]
    title = [voice.say("answer.others")] if lines else []
    first = voice.say("answer.conflict", amounts=safe(sums(amounts, voice.language)))
    return Message(fit([first, about, *rows, *title, *lines]), buttons)


def _line(thing: Thing, main: Thing, voice: Voice) -> str:
    """A line of the list below `main`; what they share is not said again."""
    if thing not in of_pair(main, [thing]):
        return line(thing.hit, voice)
    return dotted([*trade.line_of_pair(figure_of(thing), voice), date_link(thing.hit, voice)])


def _by_year(enquiry: Enquiry) -> list[Button]:
    """A button for the figures by year, where there are figures of two periods."""
    query = enquiry.answer.query
    periods = {str(figure_of(thing).period) for thing in of_pair(enquiry.things[0], enquiry.things)}
    if len(periods) < 2 or query.period or query.aggregate:
        return []
    return enquiry.view_button(enquiry.voice.say("button.by_year"), BY_YEAR)


def _lateness(thing: Thing) -> tuple[str, str]:
    period = figure_of(thing).period
    return period.last_day if period else "", thing.hit.article.published or ""
