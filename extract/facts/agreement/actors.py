"""Who acts in a sentence: states, regions, bodies, companies and those that people in office speak for.

An actor is one by its name; whether it is a side of an act tells `links`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.agreement.bodies import find_bodies
from extract.facts.agreement.capitals import find_capital_names
from extract.facts.triggers import compile_triggers, triggers
from extract.model import Span
from extract.names.places import find_places
from extract.people.posts import genitive
from extract.words.nominative import nominative

BRIEF = 25  # characters in which a region or town must be named to belong to an office

# "Омской и Павлодарской областями": the first and the second share their noun.
_REGIONS = re.compile(r"\b(?P<first>[А-ЯЁ][\w-]+)ой\s+и\s+(?P<second>[А-ЯЁ][\w-]+)ой\s+област(?:ями|ей|ям|ях)\b")
# A bare "область" or "компания", as subject or behind "с", without adjective or name of its own.
_BARE = re.compile(
    r"(?:^|[,;:—–]\s|\bи\s|\bсо?\s|\bмежду\s|\b[а-яё]{4,}(?:ве|ии|ию|ма|ли|на)\s)(?P<noun>область(?:ю)?|регион(?:ом)?|компани(?:я|ей)|фирм(?:а|ой))"
    r"(?=\s+(?:и|с|подпис|заключ|услов|договор|обменя|расписа|скрепи|поставил)|[,.])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who may sign: a party, a body or an organisation at its place in the article.

    `by_capitals` is true where nothing but capitals marks the name.
    """

    span: Span
    name: str
    by_capitals: bool = False


@cache
def _offices() -> list[tuple[re.Pattern[str], str]]:
    return [(compile_triggers([words]), head) for words, head in load("agreements")["body_heads"].items()]


def actors_of(document: Document, sentence: Sentence, home: str | None = None) -> list[Actor]:
    """Return who may act in a sentence, in its order, none overlapping; what is more of a name comes first.

    `home` is the country of a government that is named without one.
    """
    actors: list[Actor] = []
    for actor in _candidates(document, sentence, home):
        if not any(overlap(actor.span, known.span) for known in actors):
            actors.append(actor)
    return sorted(actors, key=lambda actor: actor.span)


def _candidates(document: Document, sentence: Sentence, home: str | None) -> Iterator[Actor]:
    offset = sentence.span.start
    for span, name in find_bodies(document, sentence):
        if not _within_post(sentence, span):
            yield Actor(span, name)
    capitals = [] if document.language == "ru" else list(find_capital_names(document, sentence))
    for span, name in sentence.organisations:
        if document.language == "en" and " and " in sentence.slice(span):
            continue  # two names that the tagger took for one: their capitals tell them apart
        longer = next((one for one in capitals if one[0].start <= span.start < span.stop < one[0].stop), None)
        if longer and not _within_post(sentence, longer[0]):
            yield Actor(*longer)  # "ERSO Energy" of "ERSO Energy Solutions"
            continue
        if not _within_post(sentence, span, plural=True) and is_organisation(document, sentence, span, name):
            yield _full_body(document, sentence, span, name)
    for span, name in _governments(document, sentence, home):
        yield Actor(span, name)
    if document.language == "ru":
        yield from _meant(document, sentence)
    else:
        for span, name in capitals:
            if not _within_post(sentence, span):
                yield Actor(span, name, by_capitals=True)
    nominal = {span for span, _ in sentence.places}
    for span, party in sentence.parties:
        if _within_post(sentence, span) or any(overlap(span, one) for one, _ in sentence.money):
            continue
        if document.language == "en" and _owns_name(sentence, span):
            continue
        if not _is_adjective(document, sentence, span, nominal) and not _is_quoted(sentence, span):
            yield Actor(span, party)
    for match in _REGIONS.finditer(sentence.text) if document.language == "ru" else ():
        for group in ("first", "second"):
            for _, place in find_places(f"{match[group]}ая область"):
                yield Actor(Span(match.start(group) + offset, match.end(group) + offset), place.name)
    for span, place in sentence.places:
        if _within_post(sentence, span):
            continue
        state = load("discourse")["capitals"].get(place.name)
        if state and _acts_as_state(document, sentence, span):
            yield Actor(span, state)
        elif sentence.text[: span.start - sentence.span.start].rstrip().endswith(("—", "–", "-")):
            continue  # "Шават — Дашогуз" is a route
        elif place.kind == "region" or (place.kind == "settlement" and not state and _is_nominative(sentence, span)):
            yield Actor(span, place.name)


def is_organisation(document: Document, sentence: Sentence, span: Span, name: str) -> bool:
    """Tell whether an organisation may sign: a bare legal form, an event or the source of the news may not."""
    if not re.search(r"\w{2}", name) or name in load("organisations")["legal_forms"]:
        return False
    if triggers("agreements", document.language, "no_signers").match(name):
        return False
    for party_span, party in sentence.parties:
        if party_span.start <= span.start and span.stop <= party_span.stop:
            return False
        if overlap(span, party_span) and name.startswith(party):
            return False
    return not _is_source(document, sentence, span)


def _is_source(document: Document, sentence: Sentence, span: Span) -> bool:
    start, stop = span.start - sentence.span.start, span.stop - sentence.span.start
    sources = triggers("agreements", document.language, "sources")
    before = re.split(r"[;:.]|,\s", sentence.text[max(0, start - 50) : start])[-1]
    after = re.split(r"[;:]", sentence.text[stop : stop + 14])[0]
    return bool(sources.search(before) or sources.match(after.lstrip(' »"”,')))


def _owns_name(sentence: Sentence, span: Span) -> bool:
    """ "Kazakhstan's KTZ": a country that only says whose the next name is."""
    place = span.stop - sentence.span.start
    owner = re.search(r"['’]s?$", sentence.text[:place])
    return bool(re.match(r"\s+[A-Z]" if owner else r"['’]s?\s+[A-Z]", sentence.text[place : place + 8]))


def _is_quoted(sentence: Sentence, span: Span) -> bool:
    """Tell whether a party stands in the name of something else, «Центральная Азия – Китай», or in a bracket."""
    before = sentence.text[: span.start - sentence.span.start]
    return before.endswith("(") or before.rfind("«") > before.rfind("»")


def _full_body(document: Document, sentence: Sentence, span: Span, name: str) -> Actor:
    """ "Минобразования РК" → "Министерство образования Казахстана": the country right behind belongs to a body."""
    words = sentence.slice(span)
    if re.search(r"[«»\"“”„A-Za-z]", words):
        quoted = re.search(r"[«\"“„]([^«»\"“”„]{2,})[»\"”“]?$", words)
        return Actor(span, quoted[1].strip() if quoted and re.search(r"[«\"“„]", name) else name)
    if document.language == "ru" and " " in words:
        tokens = sentence.tokens_within(span.start, span.stop)
        proper = nominative(tokens)
        alike = tokens and name.split()[0][:3].lower() == proper[:3].lower()
        name = proper[:1].upper() + proper[1:] if alike and len(tokens) > 1 else name
    for party_span, party in sentence.parties:
        if 0 <= party_span.start - span.stop <= 1 and party not in name:
            return Actor(Span(span.start, party_span.stop), f"{name} {genitive(party)}")
    return Actor(span, name)


def _governments(document: Document, sentence: Sentence, home: str | None) -> Iterator[tuple[Span, str]]:
    """Yield governments as their states, and offices of regions by name: "акимат Костанайской области"."""
    named = [*sentence.parties, *((span, place.name) for span, place in sentence.places)]
    for pattern, head in _offices():
        for match in pattern.finditer(sentence.text):
            start, stop = match.start() + sentence.span.start, match.end() + sentence.span.start
            beside = [
                (span, name)
                for span, name in named
                if (document.language != "ru" and -1 <= start - span.stop <= 2)
                or (document.language != "kk" and -1 <= span.start - stop <= 4)
            ]
            if head == "правительство":
                if not beside and home and not _has_owner(sentence, Span(start, stop)):
                    yield Span(start, stop), home
            elif beside:
                span, name = beside[-1]
                yield Span(min(start, span.start), max(stop, span.stop)), f"{head} {genitive(name)}"
            elif region := region_before(document, sentence):
                yield Span(start, stop), f"{head} {genitive(region)}"


def _has_owner(sentence: Sentence, body: Span) -> bool:
    """Tell whether a government stands with the name of its state: "Kazakh government", "правительства РФ"."""
    return any(-3 <= span.start - body.stop <= 4 or -3 <= body.start - span.stop <= 2 for span, _ in sentence.parties)


def _meant(document: Document, sentence: Sentence) -> Iterator[Actor]:
    """Yield whom "область и компания подписали" means: the region and the organisation named before."""
    for match in _BARE.finditer(sentence.text):
        span = Span(match.start("noun") + sentence.span.start, match.end("noun") + sentence.span.start)
        is_region = match["noun"][0].lower() in "ор"
        name = region_before(document, sentence) if is_region else _organisation_before(document, sentence)
        if name:
            yield Actor(span, name)


def _organisation_before(document: Document, sentence: Sentence) -> str | None:
    for earlier in document.before(sentence, 3):
        for span, name in earlier.organisations:
            if not _within_post(earlier, span) and is_organisation(document, earlier, span, name):
                return name
    return None


def region_before(document: Document, sentence: Sentence) -> str | None:
    """Return the region named last, in a sentence or before it, else that of the town named last."""
    places = [place for earlier in (sentence, *document.before(sentence, 10)) for _, place in earlier.places]
    regions = [place.name for place in places if place.kind == "region"]
    return next(iter((*regions, *(place.region for place in places if place.region))), None)


def _is_adjective(document: Document, sentence: Sentence, span: Span, nominal: set[Span]) -> bool:
    if document.language == "ru":
        tokens = sentence.tokens_within(span.start, span.stop)
        opens = span.start == sentence.span.start
        return bool(tokens) and all(token.pos == "ADJ" and (opens or token.text.islower()) for token in tokens)
    return span not in nominal and not sentence.slice(span)[:2].isupper()


def _within_post(sentence: Sentence, span: Span, *, plural: bool = False) -> bool:
    """Tell whether a name is that of a person or part of a post; "президенты A и B" are the two states themselves."""
    return any(
        overlap(span, person.post_span or person.span) or overlap(span, person.span)
        for person in sentence.people
        if plural or person.named or not person.plural
    )


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.stop and other.start < one.stop


def _acts_as_state(document: Document, sentence: Sentence, span: Span) -> bool:
    """A capital acts for its state where it is the subject in the nominative; in English, where it signs."""
    if document.language == "en":
        text, offset = sentence.text, sentence.span.start
        after = re.match(r"\s+(?:and\s+\w+\s+)?(?:has\s+|have\s+)?(?:sign|ink|conclud)", text[span.stop - offset :])
        return bool(after) or text[: span.start - offset].endswith("with ")
    return document.language == "ru" and _is_nominative(sentence, span)


def _is_nominative(sentence: Sentence, span: Span) -> bool:
    tokens = sentence.tokens_within(span.start, span.stop)
    return bool(tokens) and tokens[-1].case == "Nom"
