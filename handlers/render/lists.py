"""Lists: how many there are, a line each, buttons that open them (projects of a place, meetings, counts by stage)."""

from extract.model import Project
from handlers.keyboards import in_rows
from handlers.render.enquiry import Enquiry, Thing, common_kind, page_of, pools, single
from handlers.render.facts import line
from handlers.render.parts import Message, Voice, bold, cut, fit, quote, safe
from handlers.render.subject import counted, heading, noun_of, subject
from handlers.wording.names import capitalised
from handlers.wording.numbers import number

STAGES = ("launched", "operating", "under_construction", "agreed", "planned", "suspended", "cancelled", None)
NAMES_OF_A_STAGE = 3
SHORT_NAME = 40


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
    return Message(fit([bold(_heading(enquiry)), *lines, *_pools(enquiry, voice)]), buttons)


def count_message(enquiry: Enquiry) -> Message:
    """Return how many things there are; projects by stage with the names of some."""
    voice = enquiry.voice
    counting = single(enquiry.things)
    kind = noun_of(enquiry.query, common_kind(counting) or "fact")
    total = counted(len(counting), kind, voice, complete=enquiry.all_there)
    about = subject(enquiry.query, voice, enquiry.answer.hits)
    first = f"{bold(capitalised(total))} — {about}" if about else bold(capitalised(total))
    rows = _by_stage(counting, voice) if kind == "project" else []
    if not rows:
        return list_message(enquiry)
    return Message(fit([first, *rows, *_pools(enquiry, voice)]), in_rows(enquiry.list_button()))


def _heading(enquiry: Enquiry) -> str:
    voice = enquiry.voice
    counting = single(enquiry.things)
    about = subject(enquiry.query, voice, enquiry.answer.hits)
    if not counting:
        return heading(about, counted(len(enquiry.things), "pool", voice, complete=enquiry.all_there), voice)
    kind = noun_of(enquiry.query, common_kind(counting) or "fact")
    return heading(about, counted(len(counting), kind, voice, complete=enquiry.all_there), voice)


def _pools(enquiry: Enquiry, voice: Voice) -> list[str]:
    apart, counting = pools(enquiry.things), single(enquiry.things)
    return [voice.say("answer.pools_count", number=len(apart))] if apart and counting else []


def _by_stage(things: list[Thing], voice: Voice) -> list[str]:
    rows = []
    for stage in STAGES:
        of_stage = [thing.fact for thing in things if isinstance(thing.fact, Project) and thing.fact.stage == stage]
        if of_stage:
            names = [safe(cut(fact.name, SHORT_NAME)) for fact in of_stage[:NAMES_OF_A_STAGE]]
            more = ["…"] if len(of_stage) > NAMES_OF_A_STAGE else []
            label = voice.say(f"stage_count.{stage or 'none'}")
            rows.append(f"{label}: {number(len(of_stage), voice.language)} — {', '.join(names + more)}")
    return rows
