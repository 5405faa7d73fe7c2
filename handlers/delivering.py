"""A message that waits, put into words when it is sent: what has been withdrawn meanwhile drops out."""

from datetime import date

from extract.query import Hit
from handlers.render.news import (
    Item,
    alert_message,
    correction_message,
    digest_message,
    empty_message,
    grouped,
    items_of,
)
from handlers.render.parts import Message, Voice
from storage import Store
from storage.following.records import Waiting


def message_of(store: Store, one: Waiting, today: date, first: int = 0) -> Message | None:
    """Return a message for sending, from news number `first` on; None where nothing of it holds any more."""
    voice = Voice(one.subscriber.language, today)
    if one.kind == "empty":
        return empty_message(voice)
    if one.kind == "correction":
        return _correction(store, one, voice)
    items = grouped(news_of(store, one))
    if not items:
        return None
    if one.kind == "alert" and len(items) == 1:
        return alert_message(items[0], voice, one.id)
    return digest_message(items, voice, one.id, first=first, alert=one.kind == "alert")


def news_of(store: Store, one: Waiting) -> list[Item]:
    """Return the facts of a message that still hold, as news."""
    live = store.desk.live(one.facts)
    hits = [hit for fact in one.facts if fact in live and (hit := store.hit(fact))]
    previous: dict[int, tuple[bool, Hit | None]] = {}
    for id, news in store.desk.news(sorted(live)).items():
        before = store.hit(news.previous) if news.previous else None
        previous[id] = (news.change == "changed", before)
    return items_of(hits, previous)


def _correction(store: Store, one: Waiting, voice: Voice) -> Message | None:
    """Nothing is to be corrected where the article states the old fact again."""
    old = store.hit(one.facts[0])
    if old is None or store.desk.live(one.facts[:1]):
        return None
    instead = next((hit for fact in one.facts[1:] if store.desk.live([fact]) and (hit := store.hit(fact))), None)
    return correction_message(old, instead, voice, "edited" if store.desk.is_edited(old.id) else "misread")
