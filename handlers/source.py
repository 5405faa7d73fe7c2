"""/source: where the data come from and what each source gave; /source 2 says more of the second."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.chat import send, speaks
from handlers.render.parts import Voice, dotted, fit, name
from handlers.wording.dates import short_date
from handlers.wording.numbers import count, number
from storage import Source, Store

MOST_SOURCES = 20


def make_router() -> Router:
    """Return the router of sources."""
    router = Router(name="source")
    router.message.register(show_sources, Command("source"))
    return router


async def show_sources(message: Message, command: CommandObject, store: Store, today: date) -> None:
    """List the sources, or tell of one by its number in the list."""
    voice = Voice(speaks(store, message.chat.id, message.from_user), today)
    await send(message, sources_text(store.sources(), store.counts(), voice, (command.args or "").strip()))


def sources_text(sources: list[Source], counts: dict[str, int], voice: Voice, asked: str = "") -> str:
    """Return the list of sources, or what is known of source number `asked`."""
    if asked:
        number_asked = int(asked) if asked.isdecimal() and len(asked) < 6 else 0
        if not 0 < number_asked <= len(sources):
            return voice.say("source.unknown", number=name(asked[:10]), count=number(len(sources), voice.language))
        return "\n".join(_details(sources[number_asked - 1], voice))
    whole = voice.say(
        "source.gave",
        articles=count(counts.get("articles", 0), "article", voice.language),
        facts=count(counts.get("facts", 0), "fact", voice.language),
    )
    if not sources:
        return f"{voice.say('source.none')}\n{whole}"
    lines = [f"{position}. {_line(source, voice)}" for position, source in enumerate(sources[:MOST_SOURCES], 1)]
    return fit([voice.say("source.list_title", count=number(len(sources), voice.language)), *lines, whole])


def _line(source: Source, voice: Voice) -> str:
    state = voice.say("source.failing") if source.error else ""
    articles = count(source.articles, "article", voice.language)
    return dotted([name(source.address), articles, state])


def _details(source: Source, voice: Voice) -> list[str]:
    checked = source.checked_at
    read = (
        voice.say("source.read_at", date=short_date(checked, voice.language)) if checked else voice.say("source.never")
    )
    return [
        name(source.address),
        dotted([count(source.articles, "article", voice.language), read]),
        *_error(source, voice),
    ]


def _error(source: Source, voice: Voice) -> list[str]:
    return [f"{voice.say('source.failing')}: {name(source.error)}"] if source.error else []
