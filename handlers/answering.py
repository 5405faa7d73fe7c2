"""From a question to an answer: read it, look it up, put it into words. The chat and the command line both use it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from extract.model import Language
from extract.query import Answer, Query
from extract.question import read_question
from handlers.keyboards import Rows
from handlers.render.answer import render_answer
from handlers.render.parts import Message, Voice
from handlers.wording.names import HOME
from storage import Store

MOST_HITS = 200  # facts that are grouped into things; more are said to be "at least"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with its wording: Telegram's HTML, and the rows of buttons below it."""

    answer: Answer
    text: str
    buttons: Rows


def answer_question(
    store: Store,
    question: str,
    language: Language | None,
    today: date,
    *,
    keep: Callable[[str, Language], int] | None = None,
    first: int = 0,
    view: str = "",
) -> Answered:
    """Answer `question` in its own language; `language` is that of the chat, for questions of names and numbers alone.

    `keep` stores a question for a button and returns its id; without it there are no pages and no further questions.
    `first` and `view` choose a page.
    """
    query = read_question(question, language, today)
    answer = _look_up(store, query)
    voice = Voice(query.language, today)
    if not answer.hits and store.is_empty():
        message = Message(voice.say("answer.empty"))
    else:
        keeping = (lambda text: keep(text, query.language)) if keep else None
        message = render_answer(answer, voice, first=first, view=view, keep=keeping)
    return Answered(answer, message.text, message.buttons)


def _look_up(store: Store, query: Query) -> Answer:
    """Search for a question; a comparison of several partners is a search for each of them."""
    if query.outside:
        return Answer(query, 0, ())
    partners = [party for party in query.parties if party != HOME]
    if query.aggregate != "compare" or len(partners) < 2:
        return store.search(query, limit=MOST_HITS)
    answers = [store.search(replace(query, parties=(HOME, partner)), limit=MOST_HITS) for partner in partners]
    hits = tuple(hit for answer in answers for hit in answer.hits)
    nearest = tuple(hit for answer in answers for hit in answer.nearest)
    return Answer(query, sum(answer.total for answer in answers), hits, (), nearest)
