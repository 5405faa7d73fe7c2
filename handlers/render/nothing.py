"""Nothing found, with the nearest that there is; subjects that are not covered; a name that several people bear."""

from dataclasses import replace

from extract.model import Trade
from extract.names.display import display_name
from extract.query import Answer, Hit, Query
from handlers.keyboards import Help, Rows, in_rows, press
from handlers.locales import knows
from handlers.render import trade
from handlers.render.enquiry import Enquiry
from handlers.render.facts import line
from handlers.render.parts import Message, Voice, date_link, fit, name, safe
from handlers.render.subject import asked_for, bears, names_in
from handlers.wording.names import HOME, person_name

MOST_CHOICES = 9
CHOSEN = "who"  # the view of an answer about one of several namesakes: "who0" is the first of them


def nothing_message(answer: Answer, voice: Voice) -> Message:
    """Return what was not found, and the nearest fact."""
    if not asks(answer.query):  # a greeting is no question: nothing was looked for
        return Message(voice.say("answer.what_there_is"), _help(voice))
    lines = [voice.say("answer.not_found", what=asked_for(answer.query, voice))]
    if answer.nearest:
        results = [hit for hit in answer.nearest if not isinstance(hit.fact, Trade) or hit.fact.status == "actual"]
        hit = (results or answer.nearest)[0]
        lines.append(f"{voice.say('answer.nearest')} {_nearest(hit, answer.query, voice)}")
        return Message(fit(lines))
    return Message(fit([*lines, voice.say("answer.what_there_is")]), _help(voice))


def asks(query: Query) -> bool:
    """Tell whether a text asks for anything at all."""
    names = (query.kinds, query.places, query.parties, query.people, query.organisations, query.sectors, query.words)
    return any(names) or any((query.period, query.bound, query.slot, query.stages, query.forms, query.status))


def scope_message(outside: str, voice: Voice) -> Message:
    """Return that a subject is not covered, and what is."""
    key = f"outside.{outside}"
    known = voice.say(key if knows(voice.language, key) else "outside.other")
    return Message(f"{known} {voice.say('answer.what_there_is')}", _help(voice))


def choice_message(enquiry: Enquiry, people: list[str]) -> Message:
    """Return the question which of several people is meant, a button each."""
    voice = enquiry.voice
    buttons = [
        button
        for number, person in enumerate(people[:MOST_CHOICES])
        for button in enquiry.view_button(person_name(person, voice.language), f"{CHOSEN}{number}")
    ]
    asked = voice.say("answer.which_one", name=safe(person_name(people[0], voice.language).split()[-1]))
    listed = [] if buttons else [f"• {name(person_name(person, voice.language))}" for person in people[:MOST_CHOICES]]
    return Message(fit([asked, *listed]), in_rows(buttons, 1))


def namesakes(enquiry: Enquiry) -> list[str]:
    """Return those who bear the surname that a question gives, none where it is plain who is meant."""
    for asked in enquiry.query.people:
        if " " in asked.strip():
            continue
        bearers = {
            person
            for thing in enquiry.things
            for person in names_in(thing.hit)
            if bears(person, asked) and " " in person
        }
        if len({person.split()[0] for person in bearers}) > 1:
            return sorted(bearers)
    return []


def about_chosen(enquiry: Enquiry, people: list[str]) -> Enquiry | None:
    """Return the enquiry about the one of `people` whose button was pressed, None before a choice."""
    number = enquiry.view.removeprefix(CHOSEN)
    if not enquiry.view.startswith(CHOSEN) or not number.isdecimal() or int(number) >= len(people):
        return None
    person = people[int(number)]
    things = tuple(thing for thing in enquiry.things if person in names_in(thing.hit))
    hits = tuple(hit for thing in things for hit in thing.hits)
    answer = enquiry.answer
    about = replace(answer, query=replace(answer.query, people=(person,)), total=len(hits), hits=hits)
    return replace(enquiry, answer=about, things=things)


def _nearest(hit: Hit, query: Query, voice: Voice) -> str:
    if not isinstance(hit.fact, Trade):
        return line(hit, voice)
    fact = hit.fact
    shared = {HOME, *query.parties}
    others = [display_name(party, voice.language) for party in fact.parties if party not in shared]
    who = safe(", ".join(others)) if len(fact.parties) == 2 and len(others) == 1 else trade.subject(fact, voice)
    if fact.status != "actual":
        who = trade.subject(fact, voice)
    return f"{who}, {trade.figure(fact, voice)}, {trade.when(fact, voice)}, {date_link(hit, voice)}"


def _help(voice: Voice) -> Rows:
    return in_rows([press(voice.say("button.help"), Help())])
