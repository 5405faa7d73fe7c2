"""/settings: language, time zone, length of answers and quiet hours, each changed by a button in the same message."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from extract.model import LANGUAGES, Language
from handlers.chat import chat_of, edit, send, speaks
from handlers.keyboards import Button, Rows, Set, press
from handlers.locales import say
from storage import ChatSettings, Store

ORDER: tuple[Language, ...] = ("kk", "ru", "en")
ZONES = ("Asia/Almaty", "Europe/Moscow", "Asia/Shanghai", "Europe/Istanbul", "Europe/London", "UTC")
QUIET = ("", "20-08", "22-07")  # hours; "": none
CHOSEN = "• "


def make_router() -> Router:
    """Return the router of settings."""
    router = Router(name="settings")
    router.message.register(show_settings, Command("settings"))
    router.callback_query.register(change, Set.filter())
    return router


async def show_settings(message: Message, store: Store, time_zone: str) -> None:
    """Show what is set, with a button for each other choice."""
    language = speaks(store, message.chat.id, message.from_user)
    settings = store.chat_settings(message.chat.id)
    await send(message, settings_text(settings, language, time_zone), settings_buttons(settings, language, time_zone))


async def change(callback: CallbackQuery, callback_data: Set, store: Store, time_zone: str) -> None:
    """Keep a choice and show it in place of what was set."""
    chat = chat_of(callback)
    settings = changed(store.chat_settings(chat), callback_data.name, callback_data.value)
    if settings is None:
        await callback.answer()
        return
    store.save_chat_settings(chat, settings)
    language = settings.language or speaks(store, chat, callback.from_user)
    await callback.answer(say(language, "settings.saved"))
    buttons = settings_buttons(settings, language, time_zone)
    await edit(callback, settings_text(settings, language, time_zone), buttons)


def changed(settings: ChatSettings, name: str, value: str) -> ChatSettings | None:
    """Return settings with one of them changed, None for a choice that is not offered."""
    match name:
        case "language" if language := next((one for one in LANGUAGES if one == value), None):
            return replace(settings, language=language)
        case "zone" if value in ZONES:
            return replace(settings, time_zone=value)
        case "length" if value in ("full", "brief"):
            return replace(settings, brief=value == "brief")
        case "quiet" if value in QUIET:
            first, last = _hours(value)
            return replace(settings, quiet_from=first, quiet_to=last)
    return None


def _hours(value: str) -> tuple[str | None, str | None]:
    first, _, last = value.partition("-")
    return (f"{first}:00", f"{last}:00") if value else (None, None)


def settings_text(settings: ChatSettings, language: Language, time_zone: str) -> str:
    """Return what is set, a line each."""
    zone = settings.time_zone or time_zone
    quiet = f"{settings.quiet_from}–{settings.quiet_to}" if settings.quiet_from else say(language, "settings.no_quiet")
    lines = [
        ("language", say(language, "language_name")),
        ("zone", _zone_name(zone, language)),
        ("length", say(language, f"settings.{'brief' if settings.brief else 'full'}")),
        ("quiet", quiet),
    ]
    rows = [f"{say(language, f'settings.{name}')}: {value}" for name, value in lines]
    return "\n".join([say(language, "settings.title"), *rows])


def settings_buttons(settings: ChatSettings, language: Language, time_zone: str) -> Rows:
    """Return a row of choices a setting, time zones in two rows; what is set is marked."""
    zone, length = settings.time_zone or time_zone, "brief" if settings.brief else "full"
    hours = f"{settings.quiet_from[:2]}-{(settings.quiet_to or '')[:2]}" if settings.quiet_from else ""
    zones = tuple(_choice("zone", one, _zone_name(one, language), zone) for one in ZONES)
    return (
        tuple(_choice("language", one, say(one, "language_name"), language) for one in ORDER),
        tuple(_choice("length", one, say(language, f"settings.{one}"), length) for one in ("full", "brief")),
        zones[:3],
        zones[3:],
        tuple(_choice("quiet", one, _quiet_name(one, language), hours) for one in QUIET),
    )


def _choice(name: str, value: str, label: str, chosen: str) -> Button:
    return press((CHOSEN if value == chosen else "") + label, Set(name=name, value=value))


def _zone_name(zone: str, language: Language) -> str:
    return say(language, f"zone.{zone.rsplit('/', 1)[-1]}") if zone in ZONES else zone


def _quiet_name(value: str, language: Language) -> str:
    return value.replace("-", "–") if value else say(language, "settings.no_quiet")
