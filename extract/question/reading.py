"""A question as conditions to search by.

mend | subjects | phrases | times and bounds | people | words that are left
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from extract.model import LANGUAGES, Kind, Language, Span
from extract.names.display import display_name
from extract.names.gazetteer import Word, words_of
from extract.names.sectors import find_sectors, is_narrow, sector_words
from extract.query import Query
from extract.question.asking import Asked, read_phrases
from extract.question.conditions import find_bound, find_currency, find_time
from extract.question.dictionary import is_word
from extract.question.lexicon import Phrase, find_phrases, is_filler
from extract.question.mending import mend
from extract.question.subjects import find_subjects, is_surname
from extract.question.tongue import language_of
from extract.values.money import find_money
from extract.words.inflect import fold, is_adjective
from extract.words.stems import is_vague

READ = 2048  # questions that are read once: many people ask the same
LONGEST = 600  # characters that are read; what follows them is no longer the question
PERSONAL: frozenset[Kind] = frozenset(("meeting", "statement", "role"))
SAME = 5  # letters that a word shares with the name of its sector
BOUND_SLOTS = {"amount": "cost", "jobs": "jobs"}  # "стоимостью более 5 млрд" asks for projects, not for their cost
ENDING = 4  # letters of a Kazakh ending after a hyphen
SHORTEST = 2  # letters of a word to search for


@lru_cache(maxsize=READ)
def read_question(question: str, language: Language | None = None, today: date | None = None) -> Query:
    """Read a question in any of the three languages, in whatever layout, letters and spelling.

    `language` settles the language of the answer where the question leaves it open; `today` resolves "last year".
    The meaning of each field stands with `Query`. Any text gives a Query; a follow-up such as "а за 2022?" gives one
    with just that condition.
    """
    mended = mend(question[:LONGEST])
    text = mended.text
    words = words_of(text)
    times, period = find_time(text, today)
    names = _positions(words, [*find_subjects(text, words, ()).spans, *times])
    phrases = find_phrases(words, names)
    bound = find_bound(text, words, phrases)
    asked = read_phrases(words, text, phrases)
    subjects = find_subjects(text, words, asked.kinds)
    currency = None if bound else find_currency(text, words)
    amounts = [span for span, _ in find_money(text)]
    taken = [*subjects.spans, *times, *amounts, *(found[0] for found in (bound, currency) if found)]
    left = _left(text, words, phrases, _positions(words, taken))
    people = _people(left, words, phrases, asked)
    sectors = _sectors(text, [word for word in left if word not in people], words)
    outside = asked.outside if not sectors else None
    return Query(
        text=question,
        language=language_of(text, phrases, language),
        kinds=asked.kinds,
        places=subjects.places,
        parties=subjects.parties,
        people=tuple(dict.fromkeys(word.folded for word in people)),
        organisations=subjects.organisations,
        sectors=sectors,
        forms=asked.forms,
        stages=asked.stages,
        flow=asked.flow,
        status=asked.status,
        signed=asked.signed,
        period=period,
        bound=bound[1] if bound else None,
        currency=currency[1] if currency else None,
        order=asked.order,
        aggregate=asked.aggregate,
        slot=None if bound and BOUND_SLOTS.get(bound[1].slot) == asked.slot else asked.slot,
        words=_content(text, [word for word in left if word not in people], sectors),
        read_as=text if mended.changed else None,
        outside=outside,
    )


def _positions(words: Sequence[Word], spans: Sequence[Span]) -> frozenset[int]:
    """Return the positions of the words that lie in any of the spans."""
    return frozenset(
        position
        for position, word in enumerate(words)
        if any(word.start < span.stop and span.start < word.stop for span in spans)
    )


def _left(text: str, words: Sequence[Word], phrases: Sequence[Phrase], taken: frozenset[int]) -> list[Word]:
    """Return the words that no name, time, number or phrase explains, and those of phrases that are to be kept."""
    explained = set(taken)
    for phrase in phrases:
        kept = any(meaning.kept for meaning in phrase.meanings)
        positions = range(phrase.first, phrase.last)
        explained.update(position for position in positions if not kept or is_filler(words[position]))
    endings = {position + 1 for position in taken if _is_ending(text, words, position + 1)}
    explained |= endings
    return [word for position, word in enumerate(words) if position not in explained and len(word.folded) >= SHORTEST]


def _is_ending(text: str, words: Sequence[Word], position: int) -> bool:
    """Tell whether a word is the case ending of an abbreviation: "БҚО-да"."""
    if position >= len(words):
        return False
    between = text[words[position - 1].stop : words[position].start]
    return between == "-" and len(words[position].folded) <= ENDING


def _people(left: Sequence[Word], words: Sequence[Word], phrases: Sequence[Phrase], asked: Asked) -> list[Word]:
    """Return the words that name people: by their ending, or as what a question of meetings or words leaves over."""
    personal = bool(PERSONAL & set(asked.kinds))
    topics = _topics(words, phrases)
    kept = {position for phrase in phrases for position in range(phrase.first, phrase.last)}
    people = []
    for position, word in enumerate(words):
        if word not in left or position in kept or position in topics or find_sectors(word.text):
            continue
        if _is_surname(word) if not personal else len(word.folded) > SHORTEST and _is_name(word):
            people.append(word)
    return people


def _is_surname(word: Word) -> bool:
    """Tell whether a word ends like a surname and is no adjective in small letters: "московский инвестор"."""
    return is_surname(word) and not (word.text.islower() and is_adjective(word.folded) and is_word(word.text))


def _is_name(word: Word) -> bool:
    """A word that the dictionary knows is a topic, unless it is written with a capital or ends like a surname."""
    return word.text[:1].isupper() or is_surname(word) or not is_word(word.text)


def _topics(words: Sequence[Word], phrases: Sequence[Phrase]) -> frozenset[int]:
    """Return the positions after "about", "по", where the topic of talks stands."""
    found: set[int] = set()
    for phrase in phrases:
        if any(meaning.table == "filler" and meaning.key == "about" for meaning in phrase.meanings):
            found.update(range(phrase.last, min(phrase.last + 3, len(words))))
    return frozenset(found)


def _sectors(text: str, left: Sequence[Word], words: Sequence[Word]) -> tuple[str, ...]:
    """Return the sectors of the words that nothing else explains; of neighbours the first one tells ("wind farms")."""
    sectors: list[str] = []
    start: int | None = None
    for position, word in enumerate(words):
        if word not in left:
            start = None
            continue
        start = word.start if start is None else start
        following = words[position + 1] if position + 1 < len(words) else word
        if following is word or following not in left:  # "gas projects" is told by both words
            sectors += (find_sectors(text[start : word.stop]) or find_sectors(text[start : following.stop]))[:1]
    return tuple(dict.fromkeys(sectors))


def _content(text: str, words: Sequence[Word], sectors: Sequence[str]) -> tuple[str, ...]:
    """Return the folded words to search for, each once, without those that only name their sector."""
    if sectors and all(map(is_narrow, sectors)):
        told = {fold(word) for word in sector_words(text)}
        words = [word for word in words if word.folded not in told and not is_vague(word.folded)]
    names = {
        fold(part) for sector in sectors for language in LANGUAGES for part in display_name(sector, language).split()
    }
    beginnings = {name[:SAME] for name in names if len(name) >= SAME}
    return tuple(dict.fromkeys(word.folded for word in words if word.folded[:SAME] not in beginnings))
