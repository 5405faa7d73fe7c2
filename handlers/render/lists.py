"""Lists: how many there are, a line each, buttons that open them (projects of a place, meetings, counts by stage)."""

from handlers.keyboards import in_rows
from handlers.render.enquiry import Enquiry, common_kind, page_of, pools, single
from handlers.render.facts import line
from handlers.render.groups import by_stage, group_rows, projects_of
from handlers.render.parts import Message, bold, fit, quote
from handlers.render.subject import counted, heading, noun_of, subject
from handlers.wording.names import capitalised


def list_message(enquiry: Enquiry) -> Message:
    """Return a page of the list of things; portfolios come last and are not counted as projects."""
    voice = enquiry.voice
    apart = pools(enquiry.things)
    things = [*single(enquiry.things), *apart]
    numbered, buttons = page_of(enquiry, things)
    lines: list[str] = []
    for place, thing in numbered:
        lines.append(f"{place}. {line(thing.hit, voice, enquiry.query)}")
        if not enquiry.keep:  # where no button can open it, the sentence stands below its fact
            lines += quote(thing.hit.evidence)
    return Message(fit([bold(_heading(enquiry)), *lines, *pools_note(enquiry)]), buttons)


def count_message(enquiry: Enquiry) -> Message:
    """Return how many things there are; projects by stage with the names of some."""
    voice = enquiry.voice
    counting = single(enquiry.things)
    kind = noun_of(enquiry.query, common_kind(counting) or "fact")
    total = counted(len(counting), kind, voice, complete=enquiry.all_there)
    about = subject(enquiry.query, voice, enquiry.answer.hits)
    first = f"{bold(capitalised(total))} — {about}" if about else bold(capitalised(total))
    rows = group_rows(by_stage(projects_of(enquiry), voice), voice) if kind == "project" else []
    if not rows:
        return list_message(enquiry)
    return Message(fit([first, *rows, *pools_note(enquiry)]), in_rows(enquiry.list_button()))


def _heading(enquiry: Enquiry) -> str:
    voice = enquiry.voice
    counting = single(enquiry.things)
    about = subject(enquiry.query, voice, enquiry.answer.hits)
    if not counting:
        return heading(about, counted(len(enquiry.things), "pool", voice, complete=enquiry.all_there), voice)
    kind = noun_of(enquiry.query, common_kind(counting) or "fact")
    return heading(about, counted(len(counting), kind, voice, complete=enquiry.all_there), voice)


def pools_note(enquiry: Enquiry) -> list[str]:
    """Return the line that says how many portfolios are not among what is counted."""
    apart, counting = pools(enquiry.things), single(enquiry.things)
    return [enquiry.voice.say("answer.pools_count", number=len(apart))] if apart and counting else []
