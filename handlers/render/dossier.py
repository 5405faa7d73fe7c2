"""What is known of one project or person over all articles: the facts that hold now, then how they came about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from extract.model import Fact, Kind, Project, Role, Statement
from extract.query import Hit, Query
from handlers.keyboards import Button, in_rows, open_story
from handlers.render import project
from handlers.render.enquiry import Thing, gather
from handlers.render.facts import details, headline, line
from handlers.render.other_kinds import role_line
from handlers.render.parts import Message, Voice, bold, citation_buttons, date_link, dotted, evidence, fit, name, safe
from handlers.render.subject import quoted
from handlers.wording.names import capitalised, person_name, place
from handlers.wording.numbers import number

KEPT_FROM_BEFORE = ("places", "stage", "capacities", "cost", "jobs", "end")
MOST_STEPS = 8
MOST_CHOICES = 8
SHOWN: dict[Kind, int] = {"role": 2, "meeting": 5, "statement": 2}


def project_message(hits: Sequence[Hit], voice: Voice) -> Message:
    """Return the passport of a project that all `hits` tell of: what holds now, then what each article added."""
    told = sorted(hits, key=lambda hit: hit.article.published or "")
    latest = gather(hits)[0].hit
    fact = _summed_up(latest.fact, reversed(told))
    first = headline(fact, voice)
    steps = _steps(told, voice)
    history = [voice.say("page.history"), *steps[-MOST_STEPS:]] if len(steps) > 1 else []
    blocks = [*banner(hits, voice), first, *details(fact, voice), *history, *evidence(latest, voice)]
    return Message(fit(blocks), in_rows(citation_buttons(first, latest, voice)))


def _summed_up(latest: Fact, told: Iterable[Hit]) -> Fact:
    """The latest fact on a project, with what it leaves out as last told; the history says where each is from."""
    facts = [hit.fact for hit in told if isinstance(hit.fact, Project)]
    if not isinstance(latest, Project):
        return latest
    fillings: dict[str, Any] = {
        field: next((value for fact in facts if (value := getattr(fact, field)) not in (None, ())), None)
        for field in KEPT_FROM_BEFORE
        if getattr(latest, field) in (None, ())
    }
    return replace(latest, **{field: value for field, value in fillings.items() if value is not None})


def _steps(told: Sequence[Hit], voice: Voice) -> list[str]:
    """What each article states of a project that none before it did, a line each, the earliest first."""
    known: set[str] = set()
    lines = []
    for hit in told:
        if not isinstance(hit.fact, Project):
            continue
        stated = [
            project.stage(hit.fact, voice),
            project.cost(hit.fact, voice),
            project.capacity(hit.fact, voice),
            project.jobs(hit.fact, voice),
            voice.say("slot.due", year=hit.fact.end) if hit.fact.end else "",
        ]
        fresh = [one for one in stated if one and one not in known]
        known.update(fresh)
        if fresh:
            lines.append(f"• {date_link(hit, voice)}: {dotted(fresh)}")
    return lines


def person_message(person: str, things: Sequence[Thing], voice: Voice, more: Sequence[Button] = ()) -> Message:
    """Return what is known of a person: posts, meetings, words; of each the latest."""
    about = Query(text=person, language=voice.language, people=(person,))
    blocks = [*banner([thing.hit for thing in things], voice), bold(name(person_name(person, voice.language)))]
    for kind, most in SHOWN.items():
        of_kind = [thing for thing in things if thing.fact.kind == kind]
        if of_kind:
            blocks.append(section(voice.say(f"kind.{kind}"), len(of_kind), voice))
            blocks += [f"• {_line(thing.hit, voice, about)}" for thing in latest_first(of_kind)[:most]]
    return Message(fit(blocks), in_rows(more))


def _line(hit: Hit, voice: Voice, about: Query) -> str:
    """A line of a person's page, which need not name the person again."""
    if isinstance(hit.fact, Role):
        return dotted([*role_line(hit.fact, voice)[1:], date_link(hit, voice)])
    if isinstance(hit.fact, Statement):
        return dotted([name(quoted(hit.fact.quote, voice)), date_link(hit, voice)])
    return line(hit, voice, about)


def section(title: str, count: int, voice: Voice) -> str:
    """Return the title of a part of a page, with how many there are."""
    return bold(voice.say("answer.heading", subject=safe(capitalised(title)), count=number(count, voice.language)))


def latest_first(things: Sequence[Thing]) -> list[Thing]:
    """Return things by the day of their article, the latest first, undated ones last."""
    return sorted(things, key=lambda thing: thing.hit.article.published or "", reverse=True)


def choice_of_projects(things: Sequence[Thing], asked: str, voice: Voice) -> Message:
    """Return the question which project is meant, a button each."""
    buttons = [
        open_story(capitalised(_label(thing, voice)), thing.ids, voice.language) for thing in things[:MOST_CHOICES]
    ]
    return Message(voice.say("page.which_project", name=name(asked)), in_rows(buttons, 1))


def _label(thing: Thing, voice: Voice) -> str:
    fact = thing.fact
    if not isinstance(fact, Project):
        return line(thing.hit, voice)
    where = place(fact.places, voice.language)
    label = f"{fact.name}, {where}" if where and where not in fact.name else fact.name
    return label if len(label) <= 60 else label[:59].rsplit(" ", 1)[0] + "…"


def banner(hits: Sequence[Hit], voice: Voice) -> list[str]:
    """Return the line that says that data are samples, where some are."""
    return [f"<i>{voice.say('banner.sample')}</i>"] if any(hit.article.sample for hit in hits) else []
