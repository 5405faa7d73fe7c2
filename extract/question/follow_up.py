"""A question that leans on the one before it: "товарооборот с Турцией", then "а за 2022?", then "а экспорт?".

A conversation is written as its questions with TURN between them. What the last one states takes the place of the
same condition before it; everything else stays.
"""

from dataclasses import replace
from datetime import date
from functools import cache

from extract.data import load
from extract.model import LANGUAGES, Language
from extract.names.gazetteer import Word, words_of
from extract.names.parties import is_party
from extract.query import Query
from extract.question.reading import read_question as read_alone

TURN = "\x1f"  # a blank to whoever reads words, and no key of a keyboard
MOST_TURNS = 6  # older ones are forgotten, the first is kept: it says what is asked
SHORT = 3  # words of a question that may lean on another without an opening
HOME = "Казахстан"
THING = ("organisations", "sectors", "words")  # what a project is told by
OF_A_KIND = ("flow", "status", "forms", "signed", "stages", "slot", "order", "aggregate", "bound")
REPLACED = ("people", "forms", "stages", "flow", "status", "signed", "period", "bound", "currency", "order", "slot")


def read_question(question: str, language: Language | None = None, today: date | None = None) -> Query:
    """Read a question, or a conversation in which later questions lean on earlier ones.

    `language` settles the language of the answer where the question leaves it open; `today` resolves "last year".
    The meaning of each field stands with `Query`; `joined` tells that an earlier one had a part in it.
    """
    if TURN not in question:
        return read_alone(question, language, today)
    first, *others = question.split(TURN)
    query = read_alone(first, language, today)
    for said in others:
        query = follow(query, said, today) or read_alone(said, language, today)
    return query


def follow(previous: Query, question: str, today: date | None = None) -> Query | None:
    """Return `question` joined to the one before it, None where it stands on its own."""
    said, told, tied = _untied(question)
    new = read_alone(said, told or previous.language, today)
    if new.outside or previous.outside or not _adds(new) or not _leans(new, said, tied, question):
        return None
    if new.people and not previous.people:
        return None
    joined = _of_kind(previous, new)
    joined = _at_names(joined, new)
    first = words_of(said)[:1]
    if new.words and not (new.places or new.parties) and first and _is_link(first[0]):
        joined = replace(
            joined, places=(), parties=()
        )  # "и в Отырау?": a name that is not known, but no longer the old one
    stated = {name: value for name in REPLACED if (value := getattr(new, name)) not in (None, ())}
    joined = replace(joined, **stated)
    if new.period and joined.aggregate == "by_year":
        joined = replace(joined, aggregate=None)
    if new.aggregate:
        joined = replace(joined, aggregate=new.aggregate)
    language = told or new.language
    return replace(joined, text=_conversation(previous.text, question), language=language, read_as=None, joined=True)


def _conversation(before: str, question: str) -> str:
    first, *others = before.split(TURN)
    return TURN.join([first, *others[-(MOST_TURNS - 2) :], question])


def _untied(question: str) -> tuple[str, Language | None, bool]:
    """Return a question without its opening and ending, the language that they tell, and whether there were any."""
    words = words_of(question)
    start, stop = 0, len(words)
    language: Language | None = None
    for one, phrase in _phrases("openings"):
        if start < len(phrase) <= stop and tuple(word.folded for word in words[: len(phrase)]) == phrase:
            start, language = len(phrase), one
    for one, phrase in _phrases("endings"):
        if stop > start + 1 and (words[-1].folded,) == phrase:
            stop, language = len(words) - 1, one
    if not words or (start, stop) == (0, len(words)):
        return question, None, False
    opening = words[start - 1].stop if start else 0  # numbers are no words: "2022" may follow
    return question[opening : words[stop].start if stop < len(words) else None], language, True


def _leans(new: Query, said: str, tied: bool, question: str) -> bool:
    """Tell whether a question is part of another: by its opening, or as a bare time, "in" with a name, "Турция?"."""
    if tied:
        return True
    words = words_of(said)
    if len(words) > SHORT or new.words or new.people or new.organisations or new.sectors:
        return False
    names = (*new.places, *new.parties)
    if new.kinds:
        return not names and bool(new.flow or new.slot or new.stages) and len(words) == 1
    if new.period and not names:
        return True
    return bool(names and words) and (_is_link(words[0]) or question.rstrip().endswith("?"))


def _is_link(word: Word) -> bool:
    return any((word.folded,) == phrase for _, phrase in _phrases("links"))


def _adds(new: Query) -> bool:
    fields = ("kinds", "places", "parties", *THING, *REPLACED, "aggregate")
    return any(getattr(new, name) not in (None, ()) for name in fields)


def _of_kind(previous: Query, new: Query) -> Query:
    """Return the question before with the kind and the thing that are asked for now.

    Another kind begins anew, with the same names and time; so does another plant.
    """
    joined = previous
    if new.kinds and not set(new.kinds) & set(previous.kinds):
        emptied = {name: () if isinstance(getattr(joined, name), tuple) else None for name in (*OF_A_KIND, "words")}
        joined = replace(joined, kinds=new.kinds, **emptied)  # type: ignore[arg-type]
        joined = _as_sides(joined)
    if any(getattr(new, name) for name in THING):
        joined = replace(joined, **{name: getattr(new, name) for name in THING})
    return joined


def _as_sides(query: Query) -> Query:
    """Put a country where questions of the kind have it: a side of trade, the place of a plant."""
    names = (*query.places, *query.parties)
    if query.kinds == ("trade",) and not query.parties:
        return replace(query, places=tuple(n for n in names if not is_party(n)), parties=tuple(filter(is_party, names)))
    if query.kinds == ("project",) and not query.places and len(query.parties) == 1:
        return replace(query, places=query.parties, parties=())
    return query


def _at_names(joined: Query, new: Query) -> Query:
    """Return the question with the new names where the old ones stood; home stays beside a new partner."""
    names = (*new.places, *new.parties)
    if not names:
        return joined
    if joined.places and joined.parties:  # both are asked for: each is replaced by its like
        return replace(joined, places=new.places or joined.places, parties=new.parties or joined.parties)
    if joined.places and not joined.parties:
        return replace(joined, places=names)
    aggregate = None if joined.aggregate in ("compare", "by_party") else joined.aggregate
    parties = tuple(filter(is_party, names))
    places = tuple(name for name in names if name not in parties)
    if not joined.parties:
        return replace(joined, places=new.places, parties=new.parties)
    if len(parties) == 1 and len(joined.parties) == 2 and aggregate == joined.aggregate:
        kept = HOME if HOME in joined.parties else joined.parties[0]
        parties = parties if kept in parties else (kept, *parties)
    return replace(joined, places=places, parties=parties, aggregate=aggregate)


@cache
def _phrases(table: str) -> tuple[tuple[Language, tuple[str, ...]], ...]:
    """Return the phrases of a table with their language, as folded words, the shorter first."""
    listed = load("follow_ups")[table]
    phrases = [
        (language, tuple(word.folded for word in words_of(phrase)))
        for language in LANGUAGES
        for phrase in listed[language]
    ]
    return tuple(sorted(phrases, key=lambda one: len(one[1])))
