"""Meetings in words: "Акылбек Жапаров, глава кабмина Кыргызстана — Бишкек"."""

from collections.abc import Iterable

from extract.model import Meeting, Person
from extract.names.display import display_name
from handlers.render.parts import Voice, bold, name, safe
from handlers.render.subject import bears
from handlers.wording.dates import long_date, short_date
from handlers.wording.names import capitalised, person


def people(everyone: Iterable[Person], voice: Voice) -> str:
    """Return people with their posts."""
    return "; ".join(name(person(one, voice.language)) for one in everyone)


def others(fact: Meeting, asked: Iterable[str]) -> tuple[Person, ...]:
    """Return whom those who were asked about met; everyone where none of them is there."""
    wanted = tuple(asked)
    rest = tuple(one for one in fact.people if not any(bears(one.name, name) for name in wanted))
    return rest or fact.people


def where(fact: Meeting, voice: Voice) -> str:
    """Return the place, "" where it is not stated."""
    return safe(display_name(fact.place, voice.language)) if fact.place else ""


def headline(fact: Meeting, voice: Voice) -> str:
    """Return the first line of a message on one meeting."""
    names = bold(" – ".join(name(person(Person(one.name), voice.language)) for one in fact.people))
    day = long_date(fact.date, voice.language) if fact.date else ""
    circumstances = ", ".join(part for part in (where(fact, voice), day) if part)
    return f"{names} — {circumstances}" if circumstances else names


def line(fact: Meeting, voice: Voice, asked: Iterable[str] = (), published: str | None = None) -> list[str]:
    """Return the parts of a line in a list; the day is left out where it is that of the publication."""
    day = short_date(fact.date, voice.language) if fact.date and fact.date != published else ""
    circumstances = ", ".join(part for part in (where(fact, voice), day) if part)
    met = people(others(fact, asked), voice)
    return [f"{met} — {circumstances}" if circumstances else met]


def details(fact: Meeting, voice: Voice) -> list[str]:
    """Return the people with their posts, and the topics."""
    rows = [name(person(one, voice.language)) for one in fact.people if one.role]
    if fact.topics:
        topics = ", ".join(display_name(topic, voice.language) for topic in fact.topics)
        rows.append(f"{capitalised(voice.say('slot.topics'))}: {name(topics)}")
    return rows
