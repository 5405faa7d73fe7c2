"""The values of following: who follows what, the messages that wait, and questions as the records that are kept."""

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Literal

from extract.model import Fact, Language, Period
from extract.query import Bound, Query

Pace = Literal["once", "now", "daily", "weekly"]
PACES: tuple[Pace, ...] = ("once", "now", "daily", "weekly")
MessageKind = Literal["alert", "digest", "correction", "empty"]


@dataclass(frozen=True, slots=True)
class Article:
    """What a condition looks at besides keys: the fact, and the date of its article."""

    fact: Fact
    published: str | None


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A chat, or one topic of it, that follows something; times are local "09:00", `weekday` 0 is Monday."""

    id: int
    chat: int
    thread: int  # 0: no topic
    language: Language
    digest_at: str
    weekday: int
    empty_note: bool
    unreachable: str | None = None  # why nothing can be sent: "bot was blocked by the user"


@dataclass(frozen=True, slots=True)
class Follow:
    """A question that is followed. Paused: nothing is collected for it."""

    id: int
    subscriber: int
    watch: int
    question: str
    language: Language
    pace: Pace
    paused: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits to be sent, as references only: it is put into words when it is sent."""

    id: int
    subscriber: Subscriber
    kind: MessageKind
    facts: tuple[int, ...]
    attempts: int
    doubts: int  # how many times the reply was lost: it may have arrived already
    composed_at: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a fact: `previous` is the fact that told of the same thing before, or the figure before it."""

    fact: int
    previous: int | None
    change: Literal["new", "changed"]


def query_text(query: Query) -> str:
    """Return a followed question as JSON; equal for equal questions."""
    stated = {name: value for name, value in asdict(query).items() if value not in (None, ())}
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, default=str)


def query_from(text: str) -> Query:
    """Return the question that `query_text` wrote."""
    stated: dict[str, Any] = json.loads(text)
    for name, value in stated.items():
        if isinstance(value, list):
            stated[name] = tuple(value)
    if period := stated.get("period"):
        stated["period"] = Period(**period)
    if bound := stated.get("bound"):
        numbers = {name: Decimal(bound[name]) for name in ("value", "upper") if bound.get(name) is not None}
        stated["bound"] = Bound(**(bound | numbers))
    return Query(**({"text": ""} | stated))
