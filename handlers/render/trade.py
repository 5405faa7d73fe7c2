"""Trade in words: "423,3 млн $ — товарооборот Казахстан – Татарстан, январь–ноябрь 2021 (+20,5%)"."""

from extract.model import Trade
from handlers.render.parts import Voice, bold, safe
from handlers.wording.dates import period
from handlers.wording.money import money
from handlers.wording.names import HOME, pair
from handlers.wording.numbers import percent


def figure(fact: Trade, voice: Voice) -> str:
    """Return the figure that a trade fact gives: the sum, else the change, else that none is stated."""
    if fact.amount:
        return safe(money(fact.amount, voice.language))
    if fact.growth_pct is not None:
        return percent(fact.growth_pct, voice.language)
    return voice.say("answer.not_stated")


def subject(fact: Trade, voice: Voice) -> str:
    """Return what is measured, without the period: "цель: товарооборот Казахстан – Татарстан"."""
    flow = voice.say(f"flow.{fact.flow}")
    what = voice.say("headline.trade", flow=flow, pair=parties(fact, voice))
    return what if fact.status == "actual" else f"{voice.say(f'status.{fact.status}')}: {what}"


def parties(fact: Trade, voice: Voice) -> str:
    """Return the pair; turnover has no direction, so that home stands first, as readers look for it."""
    names = fact.parties
    if fact.flow == "turnover" and HOME in names:
        names = (HOME, *(name for name in names if name != HOME))
    return safe(pair(names, voice.language))


def when(fact: Trade, voice: Voice) -> str:
    """Return the period, or that none is stated."""
    return period(fact.period, voice.language) if fact.period else voice.say("answer.not_stated_period")


def growth(fact: Trade, voice: Voice) -> str:
    """Return " (+20,5%)" behind a sum; nothing where the change is the figure itself or is not stated."""
    return f" ({percent(fact.growth_pct, voice.language)})" if fact.amount and fact.growth_pct is not None else ""


def headline(fact: Trade, voice: Voice) -> str:
    """Return the first line of a message on one trade fact."""
    return f"{bold(figure(fact, voice))} — {subject(fact, voice)}, {when(fact, voice)}{growth(fact, voice)}"


def line(fact: Trade, voice: Voice) -> list[str]:
    """Return the parts of a line in a list."""
    return [figure(fact, voice) + growth(fact, voice), subject(fact, voice), when(fact, voice)]


def line_of_pair(fact: Trade, voice: Voice) -> list[str]:
    """Return the parts of a line below another figure of the same pair and flow: the period first."""
    status = "" if fact.status == "actual" else f", {voice.say(f'status.{fact.status}')}"
    return [f"{when(fact, voice)}{status}: {figure(fact, voice)}{growth(fact, voice)}"]


def details(fact: Trade, voice: Voice) -> list[str]:
    """Nothing more is known of a trade fact."""
    return []
