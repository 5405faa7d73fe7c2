"""/trade, /project, /person and /brief: a page on what is named behind the command; without a name, buttons of some."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from extract.model import LANGUAGES, Kind, Meeting, Project, Trade
from extract.names.display import display_name
from extract.query import Query
from extract.question import read_question
from handlers.addressed import cleaned
from handlers.answering import answer_question, look_up
from handlers.chat import chat_of, send, speaks
from handlers.conversing import keep_answer
from handlers.keeping import Keeper
from handlers.keyboards import Ask, Button, Run, Story, in_rows, press
from handlers.locales import say
from handlers.pictures import Draw, Pictures
from handlers.render.brief import Known, brief_message
from handlers.render.dossier import choice_of_projects, person_message, project_message
from handlers.render.enquiry import Thing, gather, single
from handlers.render.parts import Message as Page
from handlers.render.parts import Voice, name
from handlers.render.subject import bears, names_in
from handlers.wording.names import HOME, capitalised, person_name
from storage import Store

MOST_OFFERED = 8
LONGEST = 200
FACTS_OF_A_PERSON: tuple[Kind, ...] = ("meeting", "role", "statement")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, with what is needed to answer."""

    store: Store
    voice: Voice
    keep: Keeper

    def read(self, key: str, text: str) -> Query:
        """Return a name as the question about it that `key` words: "товарооборот Турция"."""
        return read_question(say(self.voice.language, f"page.{key}", name=text), self.voice.language, self.voice.today)

    def things(self, query: Query) -> tuple[Thing, ...]:
        """Return what answers a query."""
        return gather(look_up(self.store, query).hits)

    def ask_button(self, key: str, text: str, kind: Kind) -> Button:
        """Return the button of the question that `key` words."""
        question = self.voice.say(f"page.{key}", name=text)
        return press(
            capitalised(self.voice.say(f"kind.{kind}")), Ask(question=self.keep(question, self.voice.language))
        )


def make_router() -> Router:
    """Return the router of pages on one thing."""
    router = Router(name="dossiers")
    router.message.register(show_page, Command("project", "person", "brief", "trade"))
    router.callback_query.register(run_command, Run.filter())
    router.callback_query.register(show_story, Story.filter())
    return router


async def show_page(
    message: Message,
    command: CommandObject,
    bot: Bot,
    store: Store,
    today: date,
    at: str,
    draw: Draw | None = None,
) -> None:
    """Show the page on what stands behind the command."""
    voice = Voice(speaks(store, message.chat.id, message.from_user), today)
    asker = Asker(store, voice, Keeper(store, message.chat.id, at))
    text, person = cleaned(command.args or "")[:LONGEST], message.from_user.id if message.from_user else message.chat.id
    await _show(message, command.command, text, asker, Pictures(store, bot, at, draw), person)


async def run_command(
    callback: CallbackQuery,
    callback_data: Run,
    bot: Bot,
    store: Store,
    today: date,
    at: str,
    draw: Draw | None = None,
) -> None:
    """Do the same for the button of a name."""
    kept = store.recalled(callback_data.text)
    if kept is None or callback_data.command not in OFFERS or not isinstance(callback.message, Message):
        await callback.answer(say(speaks(store, chat_of(callback), callback.from_user), "answer.outdated"))
        return
    await callback.answer()
    asker = Asker(store, Voice(kept[1], today), Keeper(store, chat_of(callback), at))
    pictures = Pictures(store, bot, at, draw)
    await _show(callback.message, callback_data.command, kept[0], asker, pictures, callback.from_user.id)


async def _show(message: Message, command: str, text: str, asker: Asker, pictures: Pictures, person: int) -> None:
    if not text:
        page = offer(command, asker)
    elif command == "trade":
        question = asker.voice.say("page.q_trade", name=text)
        language, today = asker.voice.language, asker.voice.today
        answered = answer_question(asker.store, question, language, today, keep=asker.keep)
        sent = await pictures.send(message, answered)
        keep_answer(asker.store, answered, sent, sent.message_id, person, pictures.at)
        return
    else:
        page = {"project": project_page, "person": person_page, "brief": brief_page}[command](text, asker)
    await send(message, page.text, page.buttons)


async def show_story(callback: CallbackQuery, callback_data: Story, store: Store, today: date) -> None:
    """Show the passport of the project whose button was pressed."""
    told = (language for language in LANGUAGES if language == callback_data.language)
    language = next(told, None) or speaks(store, chat_of(callback), callback.from_user)
    hits = [hit for one in callback_data.ids.split("-") if one.isdecimal() and (hit := store.hit(int(one)))]
    if not hits or not isinstance(callback.message, Message):
        await callback.answer(say(language, "answer.gone"))
        return
    await callback.answer()
    page = project_message(hits, Voice(language, today))
    await send(callback.message, page.text, page.buttons)


def offer(command: str, asker: Asker) -> Page:
    """Return the question which name is meant, with buttons of those that most facts name."""
    kind, names_of = OFFERS[command]
    language = asker.voice.language
    things = asker.things(Query(text="", language=language, kinds=(kind,), order="latest"))
    named = Counter(one for thing in things for one in dict.fromkeys(names_of(thing)))
    shown = person_name if command == "person" else display_name
    buttons = []
    for one, _ in named.most_common(MOST_OFFERED):
        label = capitalised(shown(one, language))[:60]
        buttons.append(press(label, Run(command=command, text=asker.keep(label, language))))
    return Page(asker.voice.say(f"page.ask_{command}"), in_rows(buttons, 2))


def project_page(text: str, asker: Asker) -> Page:
    """Return the passport of the project that `text` names, or which of several is meant."""
    query = replace(asker.read("q_project", text), kinds=("project",), slot=None, aggregate=None, order=None)
    things = single(asker.things(query))
    if not things:
        return nothing(text, asker.voice)
    named = [thing for thing in things if query.words and all(_holds(thing, word) for word in query.words)]
    if len(named or things) == 1:
        return project_message((named or things)[0].hits, asker.voice)
    return choice_of_projects(named or things, text, asker.voice)


def _holds(thing: Thing, word: str) -> bool:
    beginning = word[: max(4, len(word) - 2)]
    return isinstance(thing.fact, Project) and beginning in thing.fact.name.lower()


def person_page(text: str, asker: Asker) -> Page:
    """Return what is known of the person that `text` names, or who of several is meant."""
    query = asker.read("q_meeting", text)
    asked = query.people[-1:] or query.words[-1:]
    if not asked:
        return nothing(text, asker.voice)
    wanted = Query(text=text, language=asker.voice.language, kinds=FACTS_OF_A_PERSON, people=asked)
    things = asker.things(wanted)
    bearers = Counter(one for thing in things for one in names_in(thing.hit) if bears(one, asked[0]))
    first_names = set(query.people[:-1]) | {word.lower() for word in text.split()[:-1]}
    exact = [one for one in bearers if person_name(one, asker.voice.language).lower() == text.lower()]
    exact = exact or [one for one in bearers if first_names & set(one.lower().split())]
    people = exact[:1] or [one for one, _ in bearers.most_common(MOST_OFFERED) if " " in one or len(bearers) == 1]
    if not people:
        return nothing(text, asker.voice)
    if len(people) > 1:
        buttons = [_run_button("person", person_name(one, asker.voice.language), asker) for one in people]
        return Page(asker.voice.say("answer.which_one", name=name(capitalised(text))), in_rows(buttons, 1))
    about = [thing for thing in things if people[0] in names_in(thing.hit)]
    shown = person_name(people[0], asker.voice.language)
    kinds = {thing.fact.kind for thing in about}
    more = [asker.ask_button("q_meeting", shown, "meeting")] if "meeting" in kinds else []
    return person_message(people[0], about, asker.voice, more)


def _run_button(command: str, label: str, asker: Asker) -> Button:
    return press(label[:60], Run(command=command, text=asker.keep(label, asker.voice.language)))


def brief_page(text: str, asker: Asker) -> Page:
    """Return the meeting brief on the country, region or pair that `text` names."""
    query = asker.read("q_trade", text)
    names = tuple(one for one in (*query.parties, *query.places) if one != HOME) or query.parties or query.places
    if not names:
        return nothing(text, asker.voice)
    language = asker.voice.language
    title = ", ".join(display_name(one, language) for one in names)
    if not query.parties:  # a place trades with nobody by itself, but there may be figures of it

        def about(kind: Kind) -> tuple[Thing, ...]:
            return asker.things(Query(text=text, language=language, kinds=(kind,), places=names))
    else:

        def about(kind: Kind) -> tuple[Thing, ...]:
            asked = Query(text=text, language=language, kinds=(kind,))
            as_parties = look_up(asker.store, replace(asked, parties=names)).hits
            as_places = look_up(asker.store, replace(asked, places=names)).hits if kind == "project" else ()
            return gather(tuple({hit.id: hit for hit in (*as_parties, *as_places)}.values()))

    known = Known(about("trade"), about("project"), about("agreement"), about("meeting"))
    if not any((known.trade, known.projects, known.agreements, known.meetings)):
        return nothing(title, asker.voice)
    kept: Iterable[tuple[str, Kind, object]] = (
        ("q_trade", "trade", known.trade),
        ("q_project", "project", single(known.projects)),
        ("q_agreement", "agreement", known.agreements),
        ("q_meeting", "meeting", known.meetings),
    )
    more = [asker.ask_button(key, title, kind) for key, kind, things in kept if things]
    return brief_message(title, known, asker.voice, more)


def nothing(text: str, voice: Voice) -> Page:
    """Return that nothing is known of what was named."""
    return Page(f"{voice.say('answer.not_found', what=name(text))}\n{voice.say('answer.what_there_is')}")


def _partners(thing: Thing) -> list[str]:
    return [one for one in thing.fact.parties if one != HOME] if isinstance(thing.fact, Trade) else []


def _people(thing: Thing) -> list[str]:
    return [one.name for one in thing.fact.people if " " in one.name] if isinstance(thing.fact, Meeting) else []


def _projects(thing: Thing) -> list[str]:
    return [thing.fact.name] if isinstance(thing.fact, Project) and len(thing.fact.name) < 60 else []


OFFERS: dict[str, tuple[Kind, Callable[[Thing], list[str]]]] = {
    "trade": ("trade", _partners),
    "brief": ("trade", _partners),
    "person": ("meeting", _people),
    "project": ("project", _projects),
}
