"""A conversation: which question a text is the next of, and what is kept of the answer to it."""

from datetime import datetime, timedelta

from aiogram.types import Message

from extract.model import Language
from extract.question import TURN
from handlers.answering import Answered
from handlers.chat import speaks
from handlers.render.nothing import asks
from storage import Reply, Store

LASTS = timedelta(minutes=60)  # after it nobody remembers what "а за 2022?" would lean on
PAUSE = timedelta(minutes=30)  # without a question ends a visit


def earlier(at: str, by: timedelta) -> str:
    """Return the moment that lies `by` before `at`, an ISO time."""
    return (datetime.fromisoformat(at) - by).isoformat(timespec="seconds")


def person_of(message: Message) -> int:
    """Return the number of who wrote a message; that of the chat where nobody is named."""
    return message.from_user.id if message.from_user else message.chat.id


def in_conversation(store: Store, message: Message, question: str, at: str, edited: str = "") -> tuple[str, Language]:
    """Return a question behind the conversation that it may lean on, and the language to answer in.

    `edited` is the conversation up to the question that this one replaces.
    """
    last = store.last_turn(message.chat.id, person_of(message), since=earlier(at, LASTS))
    language = speaks(store, message.chat.id, message.from_user)
    turns = (edited or (last[0] if last else "")).split(TURN)
    before = turns[:-1] if edited else turns
    return TURN.join([*(turn for turn in before if turn), question]), language


def keep_answer(store: Store, answered: Answered, sent: Message, asked: int, person: int, at: str) -> None:
    """Keep what `person` asked in message `asked` and where it is answered, for follow-ups and edits."""
    query = answered.answer.query
    said = query.text if query.joined else query.text.rsplit(TURN, 1)[-1]
    if query.outside or not asks(query):  # a greeting leaves the conversation where it was
        return
    reply = Reply(asked, sent.message_id, said, query.language)
    store.keep_answer(sent.chat.id, person, reply, at=at, pause=earlier(at, PAUSE))
