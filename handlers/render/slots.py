"""A question for one property of a project: its cost, capacity, jobs, year of commissioning, stage."""

from collections.abc import Sequence

from extract.identity import amounts_agree
from extract.model import Money, Project
from extract.query import Hit
from handlers.keyboards import in_rows
from handlers.render import project
from handlers.render.enquiry import Enquiry, Thing, page_of
from handlers.render.facts import independent
from handlers.render.lists import list_message
from handlers.render.parts import (
    Message,
    Voice,
    bold,
    citation_buttons,
    date_link,
    dotted,
    evidence,
    fit,
    name,
    safe,
    source_link,
)
from handlers.render.subject import counted, heading, subject
from handlers.wording.money import money, sums
from handlers.wording.names import capitalised

SLOT_FIELDS = {"capacity": "capacities"}  # where a slot of a question and a field of the fact differ


def slot_message(enquiry: Enquiry, slot: str) -> Message:
    """Return the value of `slot`; «не указано» where the best match states none, never another project's value."""
    projects = [thing for thing in enquiry.things if isinstance(thing.fact, Project)]
    if not projects:
        return list_message(enquiry)
    if len(projects) > 1 and _asks_many(enquiry):
        return _many(enquiry, projects, slot)
    return _one(enquiry, projects[0], projects[1:], slot)


def _asks_many(enquiry: Enquiry) -> bool:
    """A question that names no project asks of all of them: "стоимость проектов в Костанае"."""
    return not enquiry.query.words and not enquiry.query.organisations


def _one(enquiry: Enquiry, thing: Thing, others: Sequence[Thing], slot: str) -> Message:
    voice = enquiry.voice
    stating = [hit for hit in thing.hits if _value(hit, slot, voice)]
    hit = (stating or thing.hits)[0]
    about = ", ".join(part for part in (_name(hit), _where(hit, voice)) if part)
    value = _value(hit, slot, voice)
    shown = bold(capitalised(value or voice.say("answer.not_stated")))
    label = "" if value and slot in ("cost", "jobs") else f"{voice.say(f'slot.{slot}')}: "
    first = f"{shown} — {label}{about}"
    blocks = _differing(stating, voice) if slot == "cost" else []
    if not blocks:
        blocks = [
            first,
            *(_same_sum(stating, voice) if slot == "cost" else []),
            *evidence(hit, voice, SLOT_FIELDS.get(slot, slot)),
        ]
    numbered, opening = page_of(enquiry, others)
    lines = [f"{number}. {_line(other.hit, slot, voice)}" for number, other in numbered]
    title = [voice.say("answer.other_facts")] if lines else []
    buttons = opening if lines else in_rows(citation_buttons(first, hit, voice))
    return Message(fit([*blocks, *title, *lines]), buttons)


def _many(enquiry: Enquiry, projects: Sequence[Thing], slot: str) -> Message:
    voice = enquiry.voice
    numbered, buttons = page_of(enquiry, projects)
    total = counted(len(projects), "project", voice, complete=enquiry.all_there)
    about = ", ".join(
        part for part in (subject(enquiry.query, voice, enquiry.answer.hits), voice.say(f"slot.{slot}")) if part
    )
    lines = [f"{number}. {_line(thing.hit, slot, voice)}" for number, thing in numbered]
    return Message(fit([bold(heading(about, total, voice)), *lines]), buttons)


def _line(hit: Hit, slot: str, voice: Voice) -> str:
    value = _value(hit, slot, voice) or voice.say("answer.not_stated")
    return dotted([_title(hit), value, date_link(hit, voice)])


def _value(hit: Hit, slot: str, voice: Voice) -> str:
    return project.slot(hit.fact, slot, voice) if isinstance(hit.fact, Project) else ""


def _title(hit: Hit) -> str:
    return project.title(hit.fact) if isinstance(hit.fact, Project) else ""


def _name(hit: Hit) -> str:
    return name(hit.fact.name) if isinstance(hit.fact, Project) else ""


def _where(hit: Hit, voice: Voice) -> str:
    return project.where(hit.fact, voice) if isinstance(hit.fact, Project) else ""


def _costs(hits: Sequence[Hit]) -> list[tuple[Hit, Money]]:
    return [(hit, hit.fact.cost) for hit in independent(hits) if isinstance(hit.fact, Project) and hit.fact.cost]


def _same_sum(stating: Sequence[Hit], voice: Voice) -> list[str]:
    """The line with other sources of the same sum."""
    costs = _costs(stating)
    same = [source_link(hit, voice) for hit, cost in costs[1:4] if amounts_agree(cost, costs[0][1])]
    return [voice.say("source.same_amount", links="; ".join(same))] if same else []


def _differing(stating: Sequence[Hit], voice: Voice) -> list[str]:
    """Sums of one project that differ by more than rounding, side by side; nothing where they agree."""
    costs = _costs(stating)
    if not any(one.currency == costs[0][1].currency and not amounts_agree(one, costs[0][1]) for _, one in costs[1:]):
        return []
    title = voice.say("answer.conflict", amounts=safe(sums([cost for _, cost in costs], voice.language)))
    about = f"{capitalised(voice.say('slot.cost'))}: {_name(costs[0][0])}"
    return [
        title,
        about,
        *(f"• {safe(money(cost, voice.language))} — {source_link(hit, voice)}" for hit, cost in costs),
    ]
