"""Where a sentence speaks of a document between parties, and whether it is signed: "подписан меморандум".

A word for a document counts only with a word that signs it or puts it off, the nearest one of the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import cast

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.triggers import compile_triggers, triggers
from extract.model import AgreementForm, Language

FAR = 170  # characters between a document and what signs it
ITEM_WORDS = 60  # characters at the start of an item in which the word for its document stands
LONGEST_LIST = 30  # sentences
LONGEST_NAME = 150  # characters
_ROW = re.compile(
    r"(?:,|\s(?:и|а\s+также|and|as\s+well\s+as|және))\s+(?:а\s+также\s+)?(?:\w{4,}\s+|an?\s+|the\s+){0,2}$"
)
_ITEM = re.compile(r"\s*(?:[—–•·*-]\s*|\d{1,2}[.)]\s*)?[«\"]?")
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
    for before, noun in pairwise(nouns):
        if before in claimed and noun not in claimed and _is_next_of_row(text, before, noun, claimed[before]):
            claimed[noun] = claimed[before]
    for before, noun in reversed(list(pairwise(nouns))):
        signs = claimed.get(noun)
        if signs and signs.start >= noun.stop and before not in claimed and _is_next_of_row(text, before, noun, signs):
            claimed[before] = signs  # "a memorandum and an agreement were signed"
    drafts = [_draft(document, sentence, noun, verb) for noun, verb in claimed.items()]
    return sorted(drafts, key=lambda draft: draft.start)


def _is_next_of_row(text: str, before: _Noun, noun: _Noun, verb: _Verb) -> bool:
    """ "подписали соглашение о миграции, а также протокол о визах": the second is signed by the same verb."""
    if verb.start >= noun.stop and verb.start - noun.stop > FAR:
        return False
    between = text[before.stop : noun.start]
    return bool(_ROW.search(between)) and not re.search(r"[.;:]\s", between) and len(between) < LONGEST_NAME


def find_listed(document: Document, sentence: Sentence) -> tuple[Sentence, Draft] | None:
    """Return the document that an item of a list names, with the sentence that heads the list and signs it all.

    An item opens a line with a word for a document; its heading ends with a colon.
    """
    opening = _ITEM.match(sentence.text)
    nouns = [noun for noun in _nouns(sentence.text, document.language) if noun.start < ITEM_WORDS]
    if opening is None or not nouns or nouns[0].form == "document" or list(_verbs(sentence.text, document.language)):
        return None
    if not re.fullmatch(r"(?:[\w-]+\s+){0,3}", sentence.text[opening.end() : nouns[0].start]):
        return None
    for earlier in document.before(sentence, LONGEST_LIST):
        if earlier.line == sentence.line:
            return None
        if earlier.text.rstrip().endswith(":"):
            for heading in (earlier, *document.before(earlier, 1)):
                for verb in _verbs(heading.text, document.language):
                    noun, start = nouns[0], heading.span.start
                    draft = _draft(document, sentence, noun, _Verb(noun.start, noun.start, verb.status))
                    return heading, replace(draft, verb_start=start + verb.start, verb_stop=start + verb.stop)
            return None
    return None


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


def is_put_off(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence only says that something is to be signed."""
    statuses = {verb.status for verb in _verbs(sentence.text, document.language)}
    return statuses == {"future"}


def _names(text: str, noun: _Noun, language: Language) -> bool:
    """Tell whether a word for a document brings one in: "данное соглашение" only means one named before."""
    before = text[max(0, noun.start - 25) : noun.start]
    return noun.form != "document" and not triggers("agreements", language, "pointed").search(before)


def speaks_of_earlier(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence without a word for a document signs one by a pronoun."""
    return bool(triggers("agreements", document.language, "others").search(sentence.text))


def find_nouns(text: str, language: Language) -> list[tuple[int, int]]:
    """Return the ranges of the words for documents in `text`, in its order."""
    return [(noun.start, noun.stop) for noun in _nouns(text, language)]


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
    for name in ("future", "signed", "approved", "nominal"):
        for match in triggers("agreements", language, name).finditer(text):
            if not any(start < match.end() and match.start() < stop for start, stop in taken):
                taken.append(match.span())
                yield _Verb(match.start(), match.end(), _nominal(text, match, language) if name == "nominal" else name)


def _nominal(text: str, noun: re.Match[str], language: Language) -> str:
    """ "подписание соглашения" tells that it was signed where something near says that this was held."""
    near = text[max(0, noun.start() - 90) : noun.end() + 150]
    return "signed" if triggers("agreements", language, "held").search(near) else "future"


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
    counted = re.search(r"\d\s+(?:\w+\s+){0,3}$", text[max(0, noun.start - 60) : noun.start])
    again = (
        the_opens
        or bool(pointed)
        or (noun.form == "document" and not counted and not re.search(r"ы$|ов$|ами$|ах$|s$|тар|\d", word.lower()))
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
    if triggers("agreements", language, "hearsay").search(text) or text.rstrip(' »"”').endswith("?"):
        return "only talked of"
    before = text[max(0, noun.start - 40) : noun.start]
    vague = list(triggers("agreements", language, "vague").finditer(before))
    if vague and not re.search(r"[,;:.]", before[vague[-1].end() :]):
        return "no document in particular"
    return None


def _unless(text: str, verb: _Verb, language: Language) -> bool:
    """ "чтобы ... подписал", "планируется ... подписан": a word before the verb in its clause makes it a plan."""
    clause = re.split(r"[;:.]|,\s(?!чтобы)", text[: verb.start])[-1]
    return bool(triggers("agreements", language, "unless").search(clause))
