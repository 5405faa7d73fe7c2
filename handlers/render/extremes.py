"""The largest, the smallest, the latest, the earliest. Sums of different currencies are not compared."""

from collections.abc import Sequence
from typing import Literal

from extract.model import Agreement, Meeting, Money, Project, Trade
from handlers.keyboards import in_rows
from handlers.render import project, trade
from handlers.render.enquiry import Enquiry, Thing, amount_of, is_trade, pools, single
from handlers.render.facts import confirmed, fact_message, headline, line
from handlers.render.lists import list_message
from handlers.render.parts import Message, Voice, citation_buttons, date_link, evidence, fit, name, safe
from handlers.wording.money import currency_name, money
from handlers.wording.names import HOME, capitalised

CURRENCIES = ("USD", "EUR", "GBP", "CNY", "KZT", "RUB", "UZS")  # the one to lead with, first
Sized = tuple[Money, Thing]


def by_amount_message(enquiry: Enquiry, which: Literal["largest", "smallest"]) -> Message:
    """Return the thing with the largest or smallest sum; what leads in other currencies is named below it.

    Portfolios and aims are left out: they would meet single projects and results.
    """
    voice = enquiry.voice
    results = _of_pairs([thing for thing in single(enquiry.things) if _is_result(thing)], enquiry)
    sized = [(amount, thing) for thing in results if (amount := amount_of(thing.fact))]
    if not sized:
        listed = list_message(enquiry)
        return Message(fit([voice.say("answer.not_stated_amount"), listed.text]), listed.buttons)
    leaders = _leaders(sized, which)
    (_, leader), *others = leaders
    notes = [_other(amount, thing, voice) for amount, thing in others[:2]]
    if any(amount_of(thing.fact) for thing in pools(enquiry.things)):
        notes.append(voice.say("answer.pools_apart"))
    if is_trade([thing for _, thing in sized]) and len({_period(thing) for _, thing in sized}) > 1:
        notes.append(voice.say("answer.periods_differ"))
    first = headline(leader.fact, voice)
    buttons = [*enquiry.list_button(), *citation_buttons(first, leader.hit, voice)]
    return Message(fit([first, *notes, *evidence(leader.hit, voice), *confirmed(leader.hits, voice)]), in_rows(buttons))


def by_time_message(enquiry: Enquiry, which: Literal["latest", "earliest"]) -> Message:
    """Return the latest or earliest thing; where no day is known of any, the list."""
    dated = [(day, thing) for thing in enquiry.things if (day := _day(thing))]
    if not dated:
        return list_message(enquiry)
    choose = max if which == "latest" else min
    _, chosen = choose(dated, key=lambda one: one[0])
    message = fact_message(chosen.hits, enquiry.voice)
    return Message(message.text, (*in_rows(enquiry.list_button()), *message.buttons))


def _of_pairs(things: list[Thing], enquiry: Enquiry) -> list[Thing]:
    """Of figures of trade asked for without parties, those between home and another, else those of any pair."""
    if not is_trade(things) or enquiry.query.parties:
        return things
    pairs = [thing for thing in things if isinstance(thing.fact, Trade) and len(thing.fact.parties) == 2]
    home = [thing for thing in pairs if isinstance(thing.fact, Trade) and HOME in thing.fact.parties]
    return home or pairs or things


def _leaders(sized: Sequence[Sized], which: Literal["largest", "smallest"]) -> list[Sized]:
    """The leader of each currency, the currency to lead with first."""
    choose = max if which == "largest" else min
    currencies = sorted({amount.currency for amount, _ in sized}, key=_rank)
    return [choose((one for one in sized if one[0].currency == currency), key=_amount) for currency in currencies]


def _amount(one: Sized) -> tuple[float, str]:
    return float(one[0].amount), one[1].hit.article.published or ""


def _rank(currency: str) -> tuple[int, str]:
    return (CURRENCIES.index(currency) if currency in CURRENCIES else len(CURRENCIES)), currency


def _other(amount: Money, thing: Thing, voice: Voice) -> str:
    match thing.fact:
        case Trade():
            what = f"{trade.subject(thing.fact, voice)}, {trade.when(thing.fact, voice)}"
        case Project():
            what = project.title(thing.fact)
        case Agreement():
            what = name(capitalised(thing.fact.name))
        case _:
            return line(thing.hit, voice)
    return voice.say(
        "answer.other_currency",
        currency=currency_name(amount.currency, voice.language),
        amount=safe(money(amount, voice.language)),
        what=f"{what}, {date_link(thing.hit, voice)}",
    )


def _is_result(thing: Thing) -> bool:
    return not isinstance(thing.fact, Trade) or thing.fact.status == "actual"


def _period(thing: Thing) -> str:
    return str(thing.fact.period) if isinstance(thing.fact, Trade) else ""


def _day(thing: Thing) -> str:
    match thing.fact:
        case Meeting(date=day) | Agreement(date=day) if day:
            return day
        case Trade(period=period) if period:
            return period.last_day
    return thing.hit.article.published or ""
