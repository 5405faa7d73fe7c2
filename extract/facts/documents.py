"""Where a sentence speaks of a document between parties, and whether it is signed: "подписан меморандум".

A word for a document counts only with a word that signs it or puts it off, the nearest one of the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.triggers import compile_triggers, triggers
from extract.model import AgreementForm, Language

FAR = 170  # characters between a document and what signs it
_JOINED = re.compile(r"\s+(?:и|and|мен|пен|және)\s+(?:\w+\s+){0,2}", re.IGNORECASE)
_BREAK = re.compile(r"[;:]|,\s+(?:котор|где|куда|которы)|\.\s")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in a sentence: the range of its words, its form, and the range of the words that sign it.

    Positions count characters of the article. `again` says that it may be one named before ("документ подписали").
    """

    start: int
    stop: int
    form: AgreementForm
    signed: bool
    verb_start: int
    verb_stop: int
    refusal: str | None = None
    again: bool = False
    by_the_way: bool = False  # "заключенные соглашения": that they were signed is only mentioned


@dataclass(frozen=True, slots=True)
class _Noun:
    start: int
    stop: int
    form: AgreementForm


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    stop: int
    status: str  # signed, approved, future


@cache
def _forms(language: Language) -> list[tuple[AgreementForm, re.Pattern[str]]]:
    table = load("agreements")[language]["forms"]
    return [(cast(AgreementForm, form), compile_triggers(words)) for form, words in table.items()]


def find_drafts(document: Document, sentence: Sentence) -> list[Draft]:
    """Return the documents of a sentence that are signed, put off or refused, in its order."""
    text, language = sentence.text, document.language
    nouns = _nouns(text, language)
    if not nouns or triggers("agreements", language, "foreign").search(text):
        return []
    verbs = list(_verbs(text, language))
    claimed: dict[_Noun, _Verb] = {}
    for verb in verbs:
        noun = min(nouns, key=lambda noun: _distance(text, noun, verb))
        if _distance(text, noun, verb) > FAR:
            continue
        if verb.status == "approved" and noun.form not in load("agreements")[language]["approved_forms"]:
            continue
        known = claimed.get(noun)
        if known is None or _distance(text, noun, verb) < _distance(text, noun, known):
            claimed[noun] = verb
    drafts = [_draft(document, sentence, noun, verb) for noun, verb in claimed.items()]
    return sorted(drafts, key=lambda draft: draft.start)


def find_earlier(document: Document, sentence: Sentence) -> tuple[Sentence, Draft] | None:
    """Return the document that "под ним расписались" or "документ подписан" means: the nearest one named before."""
    verbs = [verb for verb in _verbs(sentence.text, document.language) if verb.status == "signed"]
    if not verbs:
        return None
    for earlier in document.before(sentence, 3):
        nouns = [
            noun for noun in _nouns(earlier.text, document.language) if _names(earlier.text, noun, document.language)
        ]
        if nouns:
            noun, verb, offset = nouns[0], verbs[0], earlier.span.start
            start, stop = sentence.span.start + verb.start, sentence.span.start + verb.stop
            return earlier, Draft(offset + noun.start, offset + noun.stop, noun.form, True, start, stop)
    return None


def _names(text: str, noun: _Noun, language: Language) -> bool:
    """Tell whether a word for a document brings one in: "данное соглашение" only means one named before."""
    before = text[max(0, noun.start - 25) : noun.start]
    return noun.form != "document" and not triggers("agreements", language, "pointed").search(before)


def speaks_of_earlier(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence without a word for a document signs one by a pronoun."""
    return bool(triggers("agreements", document.language, "others").search(sentence.text))


def _nouns(text: str, language: Language) -> list[_Noun]:
    """Return the words for documents, those joined by "и" as one; of overlapping ones the longest."""
    found: list[_Noun] = []
    for form, pattern in _forms(language):
        for match in pattern.finditer(text):
            if not any(noun.start < match.end() and match.start() < noun.stop for noun in found):
                found.append(_Noun(match.start(), match.end(), form))
    found.sort(key=lambda noun: noun.start)
    joined: list[_Noun] = []
    for noun in found:
        if joined and _JOINED.fullmatch(text, joined[-1].stop, noun.start):
            joined[-1] = _Noun(joined[-1].start, noun.stop, joined[-1].form)
        else:
            joined.append(noun)
    return joined


def _verbs(text: str, language: Language) -> Iterator[_Verb]:
    taken: list[tuple[int, int]] = []
    for status, name in (("future", "future"), ("signed", "signed"), ("approved", "approved")):
        for match in triggers("agreements", language, name).finditer(text):
            if not any(start < match.end() and match.start() < stop for start, stop in taken):
                taken.append(match.span())
                yield _Verb(match.start(), match.end(), status)


def _distance(text: str, noun: _Noun, verb: _Verb) -> int:
    """Return how far a document stands from what signs it; a break between clauses makes it farther."""
    first, last = (noun.stop, verb.start) if noun.stop <= verb.start else (verb.stop, noun.start)
    between = text[first:last] if first <= last else ""
    return len(between) + 60 * len(_BREAK.findall(between)) + 15 * between.count(",")


def _draft(document: Document, sentence: Sentence, noun: _Noun, verb: _Verb) -> Draft:
    text, offset, language = sentence.text, sentence.span.start, document.language
    status = verb.status != "future"
    if status and _unless(text, verb, language):
        status = False
    word = text[noun.start : noun.stop]
    pointed = triggers("agreements", language, "pointed").search(text[max(0, noun.start - 60) : noun.start])
    the_opens = language == "en" and text[: noun.start].strip().lower() == "the"  # "The agreements were signed by ..."
    again = (
        the_opens
        or bool(pointed)
        or (noun.form == "document" and not re.search(r"ы$|ов$|ами$|ах$|s$|тар|\d", word.lower()))
    )
    return Draft(
        offset + noun.start,
        offset + noun.stop,
        noun.form,
        status,
        offset + verb.start,
        offset + verb.stop,
        _refusal(text, noun, language),
        again,
        bool(triggers("agreements", language, "named").fullmatch(text[verb.start : verb.stop])),
    )


def _refusal(text: str, noun: _Noun, language: Language) -> str | None:
    if triggers("agreements", language, "refused").search(text):
        return "not signed"
    before = text[max(0, noun.start - 40) : noun.start]
    vague = list(triggers("agreements", language, "vague").finditer(before))
    if vague and not re.search(r"[,;:.]", before[vague[-1].end() :]):
        return "no document in particular"
    return None


def _unless(text: str, verb: _Verb, language: Language) -> bool:
    """ "чтобы ... подписал", "планируется ... подписан": a word before the verb in its clause makes it a plan."""
    clause = re.split(r"[;:.]|,\s(?!чтобы)", text[: verb.start])[-1]
    return bool(triggers("agreements", language, "unless").search(clause))
