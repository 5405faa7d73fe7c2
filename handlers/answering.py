"""From a question to an answer: read it, look it up, put it into words. The chat and the command line both use it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from extract.model import Language
from extract.query import Answer, Hit, Query
from extract.question import read_question
from handlers.answer_cache import AnswerCache
from handlers.charts.model import Chart
from handlers.keeping import Places, filling
from handlers.keyboards import Rows
from handlers.render.answer import render_answer
from handlers.render.breakdown import WAYS
from handlers.render.enquiry import Enquiry, gather, is_trade
from handlers.render.nothing import about_chosen, namesakes
from handlers.render.parts import Message, Voice
from handlers.render.sums import COMPARE
from handlers.render.trades import figure_of, main_figure
from handlers.wording.names import HOME
from storage import Store

MOST_HITS = 200  # facts that are grouped into things; more are said to be "at least"
ALL_HITS = 2000  # facts that are counted one by one, or taken away as a file
_CACHES: WeakKeyDictionary[Store, AnswerCache[tuple["Answered", tuple[str, ...]]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with its wording: Telegram's HTML, the rows of buttons below it, and what else `Message` has."""

    answer: Answer
    text: str
    buttons: Rows
    chart: Chart | None = None
    menu: Rows = ()


def answer_question(
    store: Store,
    question: str,
    language: Language | None,
    today: date,
    *,
    keep: Callable[[str, Language], int] | None = None,
    first: int = 0,
    view: str = "",
    brief: bool = False,
) -> Answered:
    """Answer `question` in its own language; `language` is that of the chat, for questions of names and numbers alone.

    `keep` stores a question for a button and returns its id; without it there are no pages and no further questions.
    `first` and `view` choose a page, `brief` a short one.
    """
    query = read_question(question, language, today)
    key, version, cache = (query, today, first, view, brief, keep is None), store.version(), _cache_of(store)
    kept = cache.get(key, version)
    if kept is None:
        places = Places() if keep else None
        kept = (
            _worded(store, query, Voice(query.language, today, brief), first, view, places),
            tuple(places.questions if places else ()),
        )
        cache.keep(key, kept, len(kept[0].answer.hits))
    answered, questions = kept
    if keep is None or not questions:
        return answered
    chat = filling(questions, lambda text: keep(text, query.language))
    return replace(answered, buttons=chat(answered.buttons), menu=chat(answered.menu))


def _worded(store: Store, query: Query, voice: Voice, first: int, view: str, keep: Places | None) -> Answered:
    """Look a question up and put the answer into words, with places for the numbers that a chat's buttons get."""
    counted = view in WAYS or query.aggregate in ("by_region", "by_stage")
    answer = look_up(store, query, ALL_HITS if counted else MOST_HITS)
    if view == COMPARE:
        answer = _beside_others(store, answer)
    if not answer.hits and store.is_empty():
        message = Message(voice.say("answer.empty"))
    else:
        message = render_answer(answer, voice, first=first, view=view, keep=keep)
    return Answered(answer, message.text, message.buttons, message.chart, message.menu)


def _cache_of(store: Store) -> AnswerCache[tuple[Answered, tuple[str, ...]]]:
    return _CACHES.setdefault(store, AnswerCache())


def look_up(store: Store, query: Query, most: int = MOST_HITS) -> Answer:
    """Search for a question; a comparison of several partners is a search for each of them."""
    if query.outside:
        return Answer(query, 0, ())
    partners = [party for party in query.parties if party != HOME]
    if query.aggregate != "compare" or len(partners) < 2:
        return store.search(query, limit=most)
    answers = [store.search(replace(query, parties=(HOME, partner)), limit=most) for partner in partners]
    hits = tuple(hit for answer in answers for hit in answer.hits)
    nearest = tuple(hit for answer in answers for hit in answer.nearest)
    return Answer(query, sum(answer.total for answer in answers), hits, (), nearest)


def facts_behind(store: Store, question: str, language: Language, today: date, view: str = "") -> tuple[Hit, ...]:
    """Return all facts that answer a question, best first; `view` narrows them as it narrows the answer."""
    answer = look_up(store, read_question(question, language, today), ALL_HITS)
    if view == COMPARE:
        answer = _beside_others(store, answer)
    enquiry = Enquiry(answer, gather(answer.hits), Voice(answer.query.language, today), view=view)
    chosen = about_chosen(enquiry, namesakes(enquiry))
    return chosen.answer.hits if chosen else answer.hits


def _beside_others(store: Store, answer: Answer) -> Answer:
    """Return what answers for all partners in the period of the figure that `answer` shows; itself where none does."""
    things = gather(answer.hits)
    if not is_trade(things):
        return answer
    fact = figure_of(main_figure(Enquiry(answer, things, Voice(answer.query.language, date.min))))
    wider = replace(answer.query, parties=(HOME,), period=fact.period, words=(), organisations=(), order=None)
    others = store.search(replace(wider, flow=fact.flow, status=fact.status, aggregate="by_party"), limit=ALL_HITS)
    return others if others.hits and not others.relaxed else answer
