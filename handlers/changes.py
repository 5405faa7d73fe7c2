"""/changes: what has become known, and what was withdrawn, since a person was here last."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.chat import send, speaks
from handlers.conversing import PAUSE, earlier, person_of
from handlers.keyboards import in_rows, open_fact
from handlers.render.dossier import banner
from handlers.render.enquiry import gather
from handlers.render.facts import line
from handlers.render.parts import Message as Page
from handlers.render.parts import Voice, fit
from handlers.wording.dates import short_date
from handlers.wording.numbers import count, number
from storage import Changes, Store

MOST = 5
MOST_READ = 30  # facts, of which those that tell of one thing are shown as one


def make_router() -> Router:
    """Return the router of changes."""
    router = Router(name="changes")
    router.message.register(show_changes, Command("changes"))
    return router


async def show_changes(message: Message, store: Store, today: date, at: str, time_zone: str) -> None:
    """Show what has changed since the visit before this one; asking is a visit too."""
    voice = Voice(speaks(store, message.chat.id, message.from_user), today)
    store.note_visit(message.chat.id, person_of(message), at=at, pause=earlier(at, PAUSE))
    changes = store.changes(message.chat.id, person_of(message), most=MOST_READ)
    zone = store.chat_settings(message.chat.id).time_zone or time_zone
    page = changes_message(changes, voice, zone)
    await send(message, page.text, page.buttons)


def changes_message(changes: Changes, voice: Voice, zone: str) -> Page:
    """Return the message on what has changed; on a first visit, on what is latest."""
    day = short_date(_local_day(changes.since, zone), voice.language) if changes.since else ""
    if day and not changes.new_count and not changes.withdrawn_count:
        return Page(voice.say("page.changes_none", date=day))
    things = gather(changes.new)[:MOST]
    shown = count(changes.new_count, "new_fact", voice.language)
    title = voice.say("page.changes_title", date=day, count=shown) if day else voice.say("page.changes_first")
    lines = [f"{position}. {line(thing.hit, voice)}" for position, thing in enumerate(things, 1)]
    gone = [f"• {line(hit, voice)}" for hit in changes.withdrawn[:MOST]]
    withdrawn = (
        [voice.say("page.withdrawn_title", count=number(changes.withdrawn_count, voice.language))] if gone else []
    )
    buttons = [open_fact(str(position), thing.ids, voice.language) for position, thing in enumerate(things, 1)]
    return Page(fit([*banner(changes.new, voice), title, *lines, *withdrawn, *gone]), in_rows(buttons))


def _local_day(at: str, zone: str) -> str:
    return datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).date().isoformat()
