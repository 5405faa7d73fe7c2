"""Between whom a document is: "между A и B", "A подписал с B", or those whose people signed it.

Who only lends an adjective ("китайская компания"), a place or the subject of the document is no party of it.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.documents import Draft
from extract.facts.sides import side_of
from extract.facts.talks import participants
from extract.facts.triggers import compile_triggers, triggers
from extract.model import Span
from extract.nominative import nominative
from extract.organisations import canonical_organisation
from extract.posts import genitive

_BETWEEN = {
    "ru": re.compile(r"\bмежду\s", re.IGNORECASE),
    "en": re.compile(r"\b(?:between|among)\s", re.IGNORECASE),
    "kk": re.compile(r"\s(?:арасын\w+)", re.IGNORECASE),
}
_CLAUSE_END = re.compile(
    r"[;:()]|\.\s|\s[—–]\s|,\s+(?:котор|куда|где|согласно|который|which|who|the\s|where)|\s(?:о|об|по|о\s+том|on|for|about)\s"
)
_RELATIVE = re.compile(r",\s+(?:куда|где|котор|which|where|в\s+котор)")
_PREPOSITION = {
    "ru": re.compile(r"(?:^|[\s(])(?:в|во|на|из|по|о|об|для|через|под)\s+(?:[\w-]+\s+){0,1}[«\"]?$", re.IGNORECASE),
    "en": re.compile(r"\b(?:in|to|on|from|at|about|for|via|through|into|of)\s+(?:the\s+)?$", re.IGNORECASE),
    "kk": re.compile(r"(?!)"),
}
_NAME = r"(?P<name>[A-Z][\w&'’-]+(?:[ ]{1,2}[A-Z][\w&'’-]*){0,4})"
_CAPITALS_BEFORE = re.compile(rf"{_NAME}\s+(?:have\s+|has\s+|and\s+)?$")
_CAPITALS_WITH = re.compile(rf"(?:\s+(?!with\b)[\w-]+){{0,8}}?\s+with\s+(?:the\s+)?{_NAME}")
_SIGNS = re.compile(r"\s+(?:and\s+\w+\s+)?(?:has\s+|have\s+)?(?:sign|ink|conclud)")
_KAZAKH_PLACE = re.compile(r"(?:[дт][ае](?:ғы|гі|н|й)?|ғы|гі|ге|ға|қа|ке)$")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who may sign: a party, a body or an organisation at its place in the article."""

    span: Span
    name: str


@cache
def _body_heads() -> list[tuple[re.Pattern[str], str]]:
    return [(compile_triggers([words]), head) for words, head in load("agreements")["body_heads"].items()]


def actors_of(document: Document, sentence: Sentence, home: str | None = None) -> list[Actor]:
    """Return who may sign in a sentence, in its order, none overlapping: organisations first, then parties.

    `home` is the country of a government that is named without one.
    """
    actors: list[Actor] = []
    for span, name in sentence.organisations:
        if not _within_post(sentence, span) and _is_organisation(document, sentence, span, name):
            actors.append(_full_body(document, sentence, span, name))
    for span, name in _bodies(document, sentence, home):
        if not any(_overlap(span, actor.span) for actor in actors):
            actors.append(Actor(span, name))
    nominal = {place_span for place_span, place in sentence.places}
    for span, party in sentence.parties:
        if any(_overlap(span, actor.span) for actor in actors) or _within_post(sentence, span):
            continue
        if _is_adjective(document, sentence, span, nominal) or _is_quoted(sentence, span):
            continue
        if any(_overlap(span, one) for one, _ in sentence.money):
            continue
        actors.append(Actor(span, party))
    for span, place in sentence.places:
        state = load("discourse")["capitals"].get(place.name)
        if state and not any(_overlap(span, actor.span) for actor in actors) and not _within_post(sentence, span):
            if _acts_as_state(document, sentence, span):
                actors.append(Actor(span, state))
        elif (
            place.kind in ("region", "settlement")
            and not state
            and _signs_itself(document, sentence, span)
            and not any(_overlap(span, actor.span) for actor in actors)
            and not _within_post(sentence, span)
        ):
            actors.append(Actor(span, place.name))
    return sorted(actors, key=lambda actor: actor.span)


def _is_organisation(document: Document, sentence: Sentence, span: Span, name: str) -> bool:
    """Tell whether an organisation may sign: a bare legal form, a bloc or the source of the news may not."""
    if not re.search(r"\w{2}", name) or name in load("organisations")["legal_forms"]:
        return False
    for party_span, party in sentence.parties:
        if party_span.start <= span.start and span.stop <= party_span.stop:
            return False
        if _overlap(span, party_span) and name.startswith(party):
            return False
    return not _is_source(document, sentence, span)


def _is_source(document: Document, sentence: Sentence, span: Span) -> bool:
    start, stop = span.start - sentence.span.start, span.stop - sentence.span.start
    sources = triggers("agreements", document.language, "sources")
    before = re.split(r"[;:.]|,\s", sentence.text[max(0, start - 50) : start])[-1]
    after = re.split(r"[;:]", sentence.text[stop : stop + 14])[0]
    return bool(sources.search(before) or sources.match(after.lstrip(' »"”,')))


def _is_quoted(sentence: Sentence, span: Span) -> bool:
    """Tell whether a party stands in the name of something else, «Центральная Азия – Китай», or in a bracket."""
    before = sentence.text[: span.start - sentence.span.start]
    return before.endswith("(") or before.rfind("«") > before.rfind("»")


def _full_body(document: Document, sentence: Sentence, span: Span, name: str) -> Actor:
    """ "Минобразования РК" → "Министерство образования Казахстана": the country right behind belongs to a body."""
    words = sentence.slice(span)
    if document.language == "ru" and " " in words and not re.search(r"[«»\"“”„A-Za-z]", words):
        tokens = sentence.tokens_within(span.start, span.stop)
        proper = nominative(tokens)
        name = (
            proper[:1].upper() + proper[1:] if len(tokens) > 1 and name.split()[0][:4] == proper[:4].title() else name
        )
    if re.search(r"[«»\"A-Za-z]", words):
        return Actor(span, name)
    for party_span, party in sentence.parties:
        if 0 <= party_span.start - span.stop <= 1 and party not in name:
            return Actor(Span(span.start, party_span.stop), f"{name} {genitive(party)}")
    return Actor(span, name)


def _bodies(document: Document, sentence: Sentence, home: str | None) -> list[tuple[Span, str]]:
    """Return governments as their states, and offices of regions by name: "акимат Костанайской области"."""
    found: list[tuple[Span, str]] = []
    named = [*sentence.parties, *((span, place.name) for span, place in sentence.places)]
    for pattern, head in _body_heads():
        for match in pattern.finditer(sentence.text):
            start, stop = match.start() + sentence.span.start, match.end() + sentence.span.start
            beside = [
                (span, name)
                for span, name in named
                if (-1 <= start - span.stop <= 2 if document.language == "kk" else -1 <= span.start - stop <= 2)
            ]
            if head == "правительство":
                if not beside and home and not _has_owner(document, sentence, Span(start, stop)):
                    found.append((Span(start, stop), home))
            elif beside:
                span, name = beside[-1]
                found.append((Span(min(start, span.start), max(stop, span.stop)), f"{head} {genitive(name)}"))
            elif region := _region_before(document, sentence):
                found.append((Span(start, stop), f"{head} {genitive(region)}"))
    return found


def _has_owner(document: Document, sentence: Sentence, body: Span) -> bool:
    """Tell whether a government stands with the name of its state: "Kazakh government", "правительства РФ"."""
    return any(-3 <= span.start - body.stop <= 4 or -3 <= body.start - span.stop <= 2 for span, _ in sentence.parties)


def _region_before(document: Document, sentence: Sentence) -> str | None:
    for earlier in (sentence, *document.before(sentence, 10)):
        for _, place in earlier.places:
            if place.kind == "region":
                return place.name
    return None


def _is_adjective(document: Document, sentence: Sentence, span: Span, nominal: set[Span]) -> bool:
    if document.language == "ru":
        tokens = sentence.tokens_within(span.start, span.stop)
        return bool(tokens) and all(token.pos == "ADJ" and token.text.islower() for token in tokens)
    return span not in nominal and not sentence.slice(span)[:2].isupper()


def _within_post(sentence: Sentence, span: Span) -> bool:
    return any(
        _overlap(span, person.post_span or person.span) or _overlap(span, person.span) for person in sentence.people
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop


def _acts_as_state(document: Document, sentence: Sentence, span: Span) -> bool:
    """A capital acts for its state where it is the subject in the nominative; in English, where it signs."""
    if document.language == "en":
        before, after = (
            sentence.text[: span.start - sentence.span.start],
            sentence.text[span.stop - sentence.span.start :],
        )
        return bool(_SIGNS.match(after) or before.endswith("with "))
    if document.language == "kk":
        return False
    tokens = sentence.tokens_within(span.start, span.stop)
    return bool(tokens) and tokens[0].case == "Nom" and not _in_place(document, sentence, span)


def _signs_itself(document: Document, sentence: Sentence, span: Span) -> bool:
    tokens = sentence.tokens_within(span.start, span.stop)
    if document.language == "ru":
        return bool(tokens) and tokens[-1].case == "Nom" and not _in_place(document, sentence, span)
    return False


def _in_place(document: Document, sentence: Sentence, span: Span) -> bool:
    before = sentence.text[: span.start - sentence.span.start]
    if document.language == "kk":
        return bool(_KAZAKH_PLACE.search(sentence.slice(span)))
    return bool(_PREPOSITION[document.language].search(before))


def parties_of(
    document: Document, sentence: Sentence, draft: Draft, name_stop: int, home: str | None = None
) -> tuple[str, ...]:
    """Return the parties that the sentence of a document tells; `name_stop` is where the name of the document ends."""
    actors = actors_of(document, sentence, home)
    if between := _between(document, sentence, actors, draft):
        return between
    text, offset = sentence.text, sentence.span.start
    relative = _RELATIVE.search(text, max(draft.stop, draft.verb_stop) - offset)
    last = offset + relative.start() if relative else sentence.span.stop
    found = [
        actor.name
        for actor in actors
        if actor.span.start < last
        and not (draft.stop <= actor.span.start < name_stop)
        and not _in_place(document, sentence, actor.span)
    ]
    if document.language == "en" and len(set(found)) < 2:
        found += _unmarked(sentence, draft)
    if len(set(found)) < 4 and (subject := _subject_before(document, sentence)):
        found = [subject, *found]
    people = [side for person in participants(document, sentence) if (side := side_of(person.role))]
    return tuple(dict.fromkeys((*found, *people))) if len(set(found)) < 2 else tuple(dict.fromkeys(found))


def _unmarked(sentence: Sentence, draft: Draft) -> list[str]:
    """Return companies by their capitals alone, where English has them sign: "Masdar signed a deal with Socar"."""
    start, stop = draft.verb_start - sentence.span.start, max(draft.verb_stop, draft.stop) - sentence.span.start
    signer = _CAPITALS_BEFORE.search(sentence.text[:start])
    partner = _CAPITALS_WITH.match(sentence.text[stop : stop + 120])
    runs = [(match.start("name") + offset, match["name"]) for match, offset in ((signer, 0), (partner, stop)) if match]
    names: list[str] = []
    for place, name in runs:
        span = Span(sentence.span.start + place, sentence.span.start + place + len(name))
        taken = [*(one for one, _ in (*sentence.places, *sentence.parties)), *(one.span for one in sentence.people)]
        ordinary = name.split()[0].lower() in load("agreements")["en"]["no_names"]
        if not ordinary and not any(_overlap(span, one) for one in taken) and not _within_post(sentence, span):
            names.append(canonical_organisation(name))
    return names


def _subject_before(document: Document, sentence: Sentence) -> str | None:
    """Return the organisation of the sentence before for which "It signed ..." or "Компания подписала ..." stands."""
    again = triggers("agreements", document.language, "subject_again").match(sentence.text)
    if again is None:
        return None
    for earlier in document.before(sentence, 2):
        for span, name in earlier.organisations:
            if not earlier.headline and _is_organisation(document, earlier, span, name):
                return name
    return None


def _between(document: Document, sentence: Sentence, actors: list[Actor], draft: Draft) -> tuple[str, ...]:
    offset, text = sentence.span.start, sentence.text
    for match in _BETWEEN[document.language].finditer(text):
        if document.language == "kk":
            before = [actor.name for actor in actors if actor.span.stop <= offset + match.start() + 1]
            names = before[-2:]
        else:
            end = _CLAUSE_END.search(text, match.end())
            stop = offset + (end.start() if end else len(text))
            if draft.verb_start > offset + match.end():
                stop = min(stop, draft.verb_start)
            names = [
                actor.name
                for actor in actors
                if offset + match.end() <= actor.span.start < stop and not _in_place(document, sentence, actor.span)
            ]
        if len(set(names)) >= 2:
            return tuple(dict.fromkeys(names))
    return ()


def signers_of(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Return for whom the people of a sentence sign, each once."""
    sides = [side_of(person.role) for person in participants(document, sentence)]
    return tuple(dict.fromkeys(side for side in sides if side))
