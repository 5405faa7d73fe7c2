"""From a query to an answer: conditions | words | facts | relaxing | rank | hits, or what is near where there are none.

A wrong country is worse than none: places, parties, people and organisations are never given up. Words may be, the
least certain first, and the period of figures that come year by year; the answer says so in `relaxed`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from extract.grouping import group_facts
from extract.model import LANGUAGES, Period, Project, Trade
from extract.names.display import display_name
from extract.names.sectors import sector_words
from extract.query import Answer, Hit, Query
from extract.words.inflect import fold, is_adjective
from extract.words.stems import content_words, is_vague, stem
from storage.candidates import read_candidates
from storage.conditions import (
    Condition,
    conditions_of,
    flow_conditions,
    in_article,
    kinds_condition,
    word_condition,
)
from storage.filters import covers_of, filters_of, has_subject
from storage.gather import gather
from storage.hits import read_hits
from storage.keys import key_id
from storage.rank import Candidate, distance, rank
from storage.terms import Term, look_up
from storage.wider import wider_queries

NEAREST = 3  # hits that are shown where nothing was found
GATHERED = 24  # facts at least that are ranked; many more are not told apart by it
AROUND = (0, 1, 2, 4, 8)  # years before and after a time without facts
COMPARED = 60  # of the best facts are looked at for telling of the same thing
SAID = ("statement", "role")  # kinds without which a question for a person asks for whatever is known of him
SERIES = ("trade", "investment")  # kinds whose figures come year by year: another year's is better than none


@dataclass(frozen=True, slots=True)
class Result:
    """Facts that satisfy a query, in no order, how many there are, and the conditions that were given up for them."""

    candidates: Sequence[Candidate] = ()
    total: int = 0
    relaxed: tuple[str, ...] = ()


def search(db: Database, query: Query, limit: int) -> Answer:
    """Return what is stored that answers `query`, at most `limit` hits, best first."""
    if query.outside:
        return Answer(query, 0, ())
    asked = _defaults(query)
    most = max(limit * 3 // 2, GATHERED)
    result = _find(db, asked, most)
    if not result.candidates and asked.period and set(asked.kinds) & set(SERIES):
        result = _other_period(db, asked, most)
    if not result.candidates and asked.people and set(asked.kinds) <= set(SAID):
        found = _find(db, replace(asked, kinds=()), most)
        result = replace(found, relaxed=("kinds", *found.relaxed))
    if result.candidates:
        return Answer(query, result.total, _hits(db, result.candidates, asked, limit), result.relaxed)
    return Answer(query, 0, (), nearest=_nearest(db, asked))


def find_hit(db: Database, fact_id: int) -> Hit | None:
    """Return one fact by its id, withdrawn ones too."""
    candidates = read_candidates(db, [fact_id])
    return read_hits(db, [(0.0, candidates[0])])[0] if candidates else None


def _defaults(query: Query) -> Query:
    """A question for the largest, for a sum or for a row of years means what is, not what is aimed at."""
    figures = query.bound or query.order in ("largest", "smallest") or query.aggregate in ("by_year", "sum")
    if figures and query.status is None and query.kinds == ("trade",):
        return replace(query, status="actual")
    return query


def _find(db: Database, query: Query, most: int) -> Result:
    """Find facts that satisfy all of a query, or all but some of its words."""
    conditions = [*conditions_of(db, query), *flow_conditions(db, query)]
    if nobody := [one for one in query.people if _is_word(db, query, one, conditions)]:
        people = tuple(one for one in query.people if one not in nobody)
        return _find(db, replace(query, people=people, words=(*query.words, *nobody)), most)
    if not all(condition.choices for condition in conditions) or not (conditions or filters_of(query) or query.words):
        return Result()
    terms = [look_up(db, word) for word in query.words]
    held = sorted((term for term in terms if term.keys), key=lambda term: (not is_vague(term.word), term.certainty))
    unknown = [term.word for term in terms if not term.keys and not _names_sector(query, term.word)]
    missing = tuple(f"word:{word}" for word in unknown)
    without_words = bool(query.kinds) and has_subject(query)
    if (unknown and not held and not without_words) or any(_is_name(query.text, word) for word in unknown):
        return Result()
    for kept in _choices_of_words(query, held, without_words):
        found = _cut(db, query, [*conditions, *map(word_condition, kept)], most)
        if found.candidates:
            given_up = tuple(f"word:{term.word}" for term in held if term not in kept)
            return replace(found, relaxed=(*missing, *given_up))
    return Result()


def _is_word(db: Database, query: Query, person: str, conditions: Sequence[Condition]) -> bool:
    """Tell whether what looks like a surname is a word of facts, as "химический" is: nobody bears it."""
    borne = any(one.choices for one in conditions if one.label == f"person:{person}")
    return not borne and is_adjective(person) and key_id(db, "word", stem(person)) is not None


def _choices_of_words(query: Query, held: Sequence[Term], without_words: bool) -> Iterator[Sequence[Term]]:
    """Yield the words to ask for, fewer and fewer: all, without those that the sector stands for, the surest ones.

    None at all only where what is given up says little and the query has a subject besides.
    """
    yield held
    telling = [term for term in held if not is_vague(term.word)]
    if query.slot:  # "мощность шинного завода" asks of one thing: another plant of the sector is no answer
        yield telling
        return
    if telling and len(telling) < len(held):
        yield telling
    pool = [term for term in held if not _names_sector(query, term.word)]
    if len(pool) < len(held):
        yield pool
    for dropped in range(1, len(pool)):
        yield pool[dropped:]
    if pool and without_words and all(is_vague(term.word) for term in pool):
        yield ()


def _is_name(question: str, word: str) -> bool:
    """Tell whether a word of the question looks like a name: a capital inside it, Latin letters among Cyrillic ones."""
    words = question.split()
    written = [one.strip(".,;:!?()«»\"'") for one in words[1:]]
    latin_among_others = word.isascii() and not question.isascii()
    return any(fold(one) == word and (latin_among_others or one[:1].isupper()) for one in written)


def _names_sector(query: Query, word: str) -> bool:
    """Tell whether a word is one of those by which the question names a sector: "сельское" of "сельское хозяйство"."""
    asked = f"{query.read_as or query.text} {' '.join(query.words)}"
    return bool(query.sectors) and word in {fold(one) for one in sector_words(asked)}


def _cut(db: Database, query: Query, conditions: list[Condition], most: int) -> Result:
    """Find up to `most` facts that satisfy all conditions.

    Where none does, the rest of the article may name an organisation, or the parties of a placed project.
    """
    candidates = _gathered(db, query, conditions, most)
    elsewhere = ("organisation", "party") if query.places else ("organisation",)
    if not candidates and any(one.type in elsewhere for one in conditions):
        wider = [in_article(one) if one.type in elsewhere else one for one in conditions]
        candidates = _gathered(db, query, wider, most)
    kept = [one for one in candidates if _flows(one, query)]
    if query.slot:
        kept = [one for one in kept if _has_slot(one, query.slot)] or kept
    return Result(kept, len(kept))


def _gathered(db: Database, query: Query, conditions: list[Condition], most: int) -> list[Candidate]:
    asked = conditions or [kinds_condition(db)]
    liked = () if query.order else _liked(db, query)
    ids = gather(db, asked, covers_of(db, query), filters_of(query), query.order, most, liked)
    return read_candidates(db, ids, conditions, liked)


def _liked(db: Database, query: Query) -> list[int]:
    """Return the keys of the words that told the kind or a sector: "комбинат" asks for plants, best for a комбинат."""
    words = {stem(word) for word in content_words(query.read_as or query.text)}
    named = [display_name(name, spoken) for name in (*query.places, *query.parties) for spoken in LANGUAGES]
    asked = {stem(word) for word in (*query.words, *query.people, *content_words(" ".join(named)))}
    numbers = {one: key_id(db, "word", one) for one in words - asked}
    return [number for _, number in sorted(numbers.items()) if number is not None]


def _flows(one: Candidate, query: Query) -> bool:
    """Tell whether a trade goes the way that is asked for, seen from either side."""
    if query.flow in (None, "turnover") or one.kind != "trade" or not isinstance(one.fact, Trade):
        return True
    same, first = one.fact.flow == query.flow, next(iter(one.fact.parties), None)
    if len(query.parties) < 2:
        return same or first in query.parties
    return same == (first == query.parties[0])


def _has_slot(one: Candidate, slot: str) -> bool:
    if not isinstance(one.fact, Project):
        return slot == "cost" and one.amount is not None
    return bool(getattr(one.fact, "capacities" if slot == "capacity" else slot))


def _other_period(db: Database, query: Query, most: int) -> Result:
    """Find the facts whose time is nearest to the one that is asked for; undated ones where no other is."""
    assert query.period
    found = _find(db, replace(query, period=None), most)
    if len(found.candidates) >= most:
        around = (_find(db, replace(query, period=_around(query.period, years)), most) for years in AROUND)
        found = next((near for near in around if near.candidates), found)
    gaps = {one.id: distance(one, query.period) for one in found.candidates}
    nearest = min((gap for gap in gaps.values() if gap is not None), default=None)
    kept = [one for one in found.candidates if gaps[one.id] == nearest]
    return Result(kept, len(kept), (*found.relaxed, "period"))


def _around(period: Period, years: int) -> Period:
    first, last = int(period.first[:4]), int(period.last[:4])
    return Period(f"{max(first - years, 1):04}", f"{min(last + years, 9999):04}")


def _hits(db: Database, candidates: Sequence[Candidate], query: Query, limit: int) -> tuple[Hit, ...]:
    best = rank(candidates, query, {})[:limit]
    return read_hits(db, rank([one for _, one in best], query, _sources([one for _, one in best]))[:limit])


def _sources(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Count for each fact the articles among those of `candidates` that tell of the same thing; reprints are one."""
    compared = candidates[:COMPARED]
    groups = group_facts([one.fact for one in compared])
    return {compared[index].id: len({compared[other].origin for other in group}) for group in groups for index in group}


def _nearest(db: Database, query: Query) -> tuple[Hit, ...]:
    """Return the latest facts of the nearest wider question that has any."""
    for wider in wider_queries(query):
        found = _find(db, replace(wider, order=wider.order or "latest"), GATHERED)
        if found.candidates:
            return _hits(db, found.candidates, replace(wider, order="latest"), NEAREST)
    return ()
