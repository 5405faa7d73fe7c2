"""What can be done with an answer: see it as a chart, compare it, take it away as a file.

Telegram's screen holds three rows of three buttons. What finds no room there is behind one more button.
"""

from collections.abc import Sequence

from extract.model import Project
from handlers.following_buttons import FollowAsk
from handlers.keyboards import Button, Export, Menu, Page, Rows, in_rows, press
from handlers.render.breakdown import WAYS, first_way, way_button
from handlers.render.enquiry import BACK, Enquiry, is_paging, is_trade
from handlers.render.parts import Message
from handlers.render.sums import COMPARE
from handlers.render.trades import conflicting, figure_of, main_figure
from handlers.wording.names import HOME
from storage.following.conditions import is_followable

MOST_BUTTONS = 9
IN_A_ROW = 3


def with_actions(enquiry: Enquiry, message: Message) -> Message:
    """Return `message` with the buttons of what can be done with the answer; none where no question can be kept."""
    if not enquiry.keep:
        return message
    question = enquiry.keep(enquiry.answer.query.text)
    export = press(enquiry.voice.say("button.excel"), Export(question=question, form="xlsx", view=enquiry.view))
    follow = follow_button(enquiry)
    extra = [*follow, *_chart(enquiry), *_compare(enquiry), export]
    here = {"question": question, "first": enquiry.first, "view": enquiry.view}
    more = press(enquiry.voice.say("button.more"), Menu(**here))
    back = press(BACK, Page(**here))
    buttons, menu = arranged(message.buttons, extra, more, back)
    if menu and follow[:1] == list(menu[0][:1]) and is_paging(buttons[-1]) and len(buttons[-1]) < IN_A_ROW:
        buttons = (*buttons[:-1], (*buttons[-1], *follow))  # following takes two taps, not three
        menu = in_rows([one for row in menu for one in row][1:])
    return Message(message.text, buttons, message.chart, menu)


def follow_button(enquiry: Enquiry) -> list[Button]:
    """The button that follows the question; where something was not found, the one that waits for it to appear."""
    answer = enquiry.answer
    if not enquiry.keep or not is_followable(answer.query):
        return []
    missing = not answer.hits or bool(answer.relaxed)
    label = enquiry.voice.say("button.notify" if missing else "button.follow")
    return [press(label, FollowAsk(question=enquiry.keep(answer.query.text), once=missing))]


def arranged(rows: Rows, extra: Sequence[Button], more: Button, back: Button) -> tuple[Rows, Rows]:
    """Lay out `extra` behind the buttons of `rows`, its row of pages last: what is shown, and what `more` opens."""
    paging = tuple(row for row in rows if is_paging(row))
    buttons = [button for row in rows if not is_paging(row) for button in row] + list(extra)
    room = MOST_BUTTONS - IN_A_ROW * len(paging)
    if len(buttons) <= room:
        return (*in_rows(buttons), *paging), ()
    shown, hidden = buttons[: room - 1], buttons[room - 1 :]
    return (*in_rows([*shown, more]), *paging), in_rows([*hidden, back])


def _chart(enquiry: Enquiry) -> list[Button]:
    """The button of the chart of projects; trade has one of its own by year."""
    projects = all(isinstance(thing.fact, Project) for thing in enquiry.things)
    shown = enquiry.view in WAYS or (enquiry.query.aggregate or "").removeprefix("by_") in WAYS
    if not projects or shown:
        return []
    way = first_way(enquiry)
    return enquiry.view_button(enquiry.voice.say("button.chart"), way) if way_button(enquiry, way) else []


def _compare(enquiry: Enquiry) -> list[Button]:
    """The button that sets the figure of a pair beside those of other partners in the same period."""
    query = enquiry.query
    if not is_trade(enquiry.things) or enquiry.view or query.aggregate or query.order or len(query.parties) > 2:
        return []
    main = main_figure(enquiry)
    fact = figure_of(main)
    pair = len(fact.parties) == 2 and HOME in fact.parties
    if not pair or not fact.amount or not fact.period or conflicting(main, enquiry.things):
        return []
    return enquiry.view_button(enquiry.voice.say("button.compare"), COMPARE)
