"""Which message answers a question: a list, a figure, a count, a column by year, or that there is nothing."""

from dataclasses import replace

from extract.model import Project
from extract.query import Answer
from handlers.keyboards import in_rows
from handlers.render.actions import follow_button, with_actions
from handlers.render.breakdown import breakdown_message
from handlers.render.enquiry import Enquiry, Keep, amount_of, gather, is_trade
from handlers.render.extremes import by_amount_message, by_time_message
from handlers.render.facts import fact_message
from handlers.render.lists import count_message, list_message
from handlers.render.nothing import about_chosen, choice_message, namesakes, nothing_message, scope_message
from handlers.render.parts import Message, Voice, cut, fit, safe
from handlers.render.slots import slot_message
from handlers.render.subject import asked_for, relaxed_line, spoken
from handlers.render.sums import COMPARE, comparison_message, sum_message
from handlers.render.trades import BY_YEAR, concerns_home, trade_message
from handlers.render.years import by_year_message


def render_answer(answer: Answer, voice: Voice, *, first: int = 0, view: str = "", keep: Keep | None = None) -> Message:
    """Return the message for an answer, from thing number `first` on; `view` "list" forces a plain list."""
    enquiry = Enquiry(answer, gather(answer.hits), voice, first, view, keep)
    message = _message(enquiry)
    above = _banners(enquiry)
    return replace(message, text=fit([*above, message.text])) if above else message


def _message(enquiry: Enquiry) -> Message:
    query, things = enquiry.query, enquiry.things
    if query.outside and not things:
        return scope_message(query.outside, enquiry.voice)
    if not things:
        nothing = nothing_message(enquiry.answer, enquiry.voice)
        return replace(
            nothing, buttons=in_rows([*follow_button(enquiry), *(one for row in nothing.buttons for one in row)])
        )
    if enquiry.view != "list" and (people := namesakes(enquiry)):
        chosen = about_chosen(enquiry, people)
        return _message(chosen) if chosen else choice_message(enquiry, people)
    return with_actions(enquiry, _found(enquiry))


def _found(enquiry: Enquiry) -> Message:
    query, things = enquiry.query, enquiry.things
    projects = any(isinstance(thing.fact, Project) for thing in things)
    if enquiry.view == "list":
        return list_message(enquiry)
    if enquiry.view == COMPARE and is_trade(things):
        return comparison_message(enquiry)
    if projects and (enquiry.view == "region" or (query.aggregate == "by_region" and not enquiry.view)):
        return breakdown_message(enquiry, "region")
    if projects and (enquiry.view == "stage" or (query.aggregate == "by_stage" and not enquiry.view)):
        return breakdown_message(enquiry, "stage")
    if enquiry.view == BY_YEAR and is_trade(things):
        return by_year_message(enquiry)
    match query.aggregate:
        case "count":
            return count_message(enquiry)
        case "sum":
            return sum_message(enquiry)
        case "by_year" if is_trade(things):
            return by_year_message(enquiry)
        case "by_party" | "compare" if is_trade(things):
            return comparison_message(enquiry)
    match query.order:
        case "largest" | "smallest" if any(amount_of(thing.fact) for thing in things):
            return by_amount_message(enquiry, query.order)
        case "latest" | "earliest":
            return by_time_message(enquiry, query.order)
    if query.slot:
        return slot_message(enquiry, query.slot)
    if is_trade(things):
        return trade_message(enquiry)
    return fact_message(things[0].hits, enquiry.voice) if len(things) == 1 else list_message(enquiry)


def _banners(enquiry: Enquiry) -> list[str]:
    """What stands above an answer: that data are samples, how the question was read, what there is nothing on."""
    answer, voice = enquiry.answer, enquiry.voice
    lines = []
    if any(hit.article.sample for hit in (*answer.hits, *answer.nearest)):
        lines.append(voice.say("banner.sample"))
    if answer.query.joined:
        lines.append(voice.say("banner.read_as", question=safe(cut(spoken(answer.query, voice, answer.hits), 200))))
    elif answer.query.read_as:
        lines.append(voice.say("banner.read_as", question=safe(cut(answer.query.read_as, 200))))
    above = [f"<i>{line}</i>" for line in lines]
    if answer.relaxed and answer.hits:
        above.append(relaxed_line(answer.query, answer.relaxed, voice))
    elif is_trade(enquiry.things) and not concerns_home(enquiry):
        above.append(voice.say("answer.no_data", what=asked_for(answer.query, voice)))
    return above
