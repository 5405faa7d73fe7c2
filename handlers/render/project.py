"""Projects in words: "Завод чугунного литья · строится · 78,16 млрд тенге · срок 2024 прошел"."""

from decimal import Decimal

from extract.model import Project
from handlers.render.parts import Voice, bold, dotted, name, safe
from handlers.wording.money import money
from handlers.wording.names import capitalised, listed, place
from handlers.wording.numbers import count, number, quantity

DONE = ("launched", "operating", "cancelled")


def title(fact: Project) -> str:
    """Return the name as stored, large at its beginning, escaped."""
    return name(capitalised(fact.name))


def stage(fact: Project, voice: Voice) -> str:
    """Return the tag of the stage, nothing where it is not stated."""
    return voice.say(f"stage.{fact.stage}") if fact.stage else ""


def cost(fact: Project, voice: Voice) -> str:
    """Return the cost, nothing where it is not stated."""
    return safe(money(fact.cost, voice.language)) if fact.cost else ""


def capacity(fact: Project, voice: Voice) -> str:
    """Return the capacities, nothing where none is stated."""
    return safe(", ".join(quantity(one, voice.language) for one in fact.capacities[:3]))


def jobs(fact: Project, voice: Voice) -> str:
    """Return the number of jobs, nothing where it is not stated."""
    return count(fact.jobs, "job", voice.language) if fact.jobs is not None else ""


def due(fact: Project, voice: Voice) -> str:
    """Return the year of commissioning: "срок 2026", or that it is past and no launch is known."""
    if fact.end is None:
        return ""
    late = fact.end < voice.today.year and fact.stage not in DONE
    if late:
        return voice.say("slot.overdue", year=fact.end)
    return voice.say("slot.due", year=fact.end) if fact.stage not in DONE else ""


def where(fact: Project, voice: Voice) -> str:
    """Return the narrowest places stated."""
    return safe(place(fact.places, voice.language))


def pool(fact: Project, voice: Voice) -> str:
    """Return how many projects a portfolio holds, nothing for a single project."""
    return count(fact.count, "project", voice.language) if fact.count and fact.count > 1 else ""


def slot(fact: Project, wanted: str, voice: Voice) -> str:
    """Return what is asked for, "" where the text does not state it: cost, capacity, jobs, end or stage."""
    match wanted:
        case "cost":
            return cost(fact, voice)
        case "capacity":
            return capacity(fact, voice)
        case "jobs":
            return jobs(fact, voice)
        case "end":
            return str(fact.end) if fact.end is not None else ""
        case "stage":
            return stage(fact, voice)
    return ""


def headline(fact: Project, voice: Voice) -> str:
    """Return the first line of a message on one project: the cost first where it is stated."""
    if fact.cost:
        about = ", ".join(part for part in (name(fact.name), where(fact, voice)) if part)
        return dotted([f"{bold(capitalised(cost(fact, voice)))} — {about}", stage(fact, voice)])
    return dotted([bold(title(fact)), where(fact, voice), stage(fact, voice)])


def line(fact: Project, voice: Voice) -> list[str]:
    """Return the parts of a line in a list."""
    return [
        title(fact),
        pool(fact, voice),
        stage(fact, voice),
        cost(fact, voice),
        safe(quantity(fact.capacities[0], voice.language)) if fact.capacities else "",
        due(fact, voice),
    ]


def details(fact: Project, voice: Voice) -> list[str]:
    """Return what else the text states of a project, a line each."""
    rows = [
        ("capacity", capacity(fact, voice)),
        ("jobs", number(Decimal(fact.jobs), voice.language) if fact.jobs is not None else ""),
        ("end", due_or_year(fact, voice)),
        ("participants", name(listed(fact.participants, voice.language))),
    ]
    return [f"{capitalised(voice.say(f'slot.{label}'))}: {value}" for label, value in rows if value]


def due_or_year(fact: Project, voice: Voice) -> str:
    """Return the year of commissioning, with the remark that it is past."""
    if fact.end is None:
        return ""
    late = fact.end < voice.today.year and fact.stage not in DONE
    return voice.say("slot.overdue", year=fact.end) if late else str(fact.end)
