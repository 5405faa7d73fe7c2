"""Where a project is: places that the text sets it in, not those that people and companies come from."""

import re
from collections.abc import Iterable, Sequence

from extract.document import Document, Sentence
from extract.facts.project.words import pattern
from extract.model import Language, Place, Span
from extract.names.parties import is_party
from extract.names.places import place_named

SET_IN = {
    "ru": re.compile(
        r"(?:\b(?:в|во|на|близ|под|около|вблизи|у|через|вдоль|города?|г|поселк\w+|пос|станции|территории|зон\w+|парк\w*|порт\w*"
        r"|промзон\w+|области)[\s.]\s*(?:\w+\w\s){0,2}|[(«]\s*)$",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:in|at|near|across|around|of|outside|to)\s+(?:the\s+|\w+\s+){0,2}$|^$", re.IGNORECASE),
    "kk": re.compile(r"$^"),
}
LOCATIVE = re.compile(r"(?:н?[дт][ае](?:[ғг][ыі](?:н\w*)?)?|н[ае]н|[дт][ае]н)$")
CHAIN = re.compile(r"\s*(?:,|\(|-|–|,?\s+(?:and|or|и|или|мен|пен|бен|және)|\s)?\s*(?:\w+\s)?")
DATELINE = re.compile(r"^[^\n]{0,50}?(?:\s[—–-]\s|\.\s|:\s)|^date \S+")
COMPANY = re.compile(r" (?!Region|Oblast|City|Province|District|SEZ)[A-Z]")  # "Astana Motors" is no place
FILED = re.compile(  # "Tashkent, Uzbekistan (Agency) —": where the news was written
    r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w’'-]*(?: [A-Z][\w-]+)?(?:,\s[^()—–\n]{2,40})?\s*\([^()\n]{3,40}\)\s*[—–-]\s"
    r"|[A-Z][\w’'-]*,\s[A-Z][\w-]+\s+[—–-]\s"
)
ACTS = re.compile(
    r"\s(?:to|will|plans? to|wants? to|is to)\s(?:help\s)?(?:build|construct|invest|finance|fund|set up)\b"
)
CAPITALS = re.compile(r"^[^a-zа-яәіңғүұқөһ]{4,}$")


def fineness(place: Place) -> int:
    """Return 0 for a settlement, 1 for a district, 2 for a region, 3 for a country."""
    if place.kind == "country":
        return 3
    if place.kind == "region":
        return 1 if place.name.endswith(("район", "велаят района")) else 2
    return 0


def finest_first(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, settlements before regions before countries."""
    return tuple(sorted(dict.fromkeys(places), key=fineness))


def places_within(sentence: Sentence, span: Span, language: Language) -> tuple[list[Place], list[Place]]:
    """Return the places of a stretch of a sentence: those it sets something in, and those it merely names."""
    located: list[Place] = []
    named: list[Place] = []
    previous: tuple[Span, bool] | None = None
    for place_span, place in sentence.places:
        if not (span.start <= place_span.start and place_span.stop <= span.stop) or _is_aside(sentence, place_span):
            continue
        if language == "ru" and sentence.slice(place_span).isascii():
            continue
        if language == "en" and COMPANY.match(sentence.text, place_span.stop - sentence.span.start):
            continue
        if language == "en" and place.kind == "country" and _acts(sentence, place_span):
            continue
        inside = _sets_in(sentence, place_span, language)
        if previous and not inside:
            between = sentence.slice(Span(previous[0].stop, place_span.start))
            inside = previous[1] and bool(CHAIN.fullmatch(between))
        (located if inside else named).append(place)
        if language == "kk" and inside and previous and not previous[1]:
            between = sentence.slice(Span(previous[0].stop, place_span.start))
            if CHAIN.fullmatch(between) and named:
                located.insert(0, named.pop())
        previous = (place_span, inside)
    return located, named


def _sets_in(sentence: Sentence, span: Span, language: Language) -> bool:
    begin = span.start - sentence.span.start
    if language == "kk":
        words = re.match(
            r"[\w'’]*(?:\s+(?:қала|аудан|облыс|өңір|ауыл|село|шаһар|кент|аймақ|аймағ|округ)\w*)*", sentence.text[begin:]
        )
        return bool(words) and bool(LOCATIVE.search(words[0]))  # type: ignore[index]
    return bool(SET_IN[language].search(sentence.text[max(0, begin - 40) : begin]))


def _acts(sentence: Sentence, span: Span) -> bool:
    """Whether a country that begins a sentence is its subject, who builds somewhere: "China to build a plant"."""
    return span.start == sentence.span.start and bool(ACTS.match(sentence.slice(Span(span.stop, sentence.span.stop))))


def places_of_name(sentence: Sentence, span: Span, brand: str, family: str) -> list[Place]:
    """Return places that a name itself gives: the ends of a road or pipeline, the town that a park is named after."""
    if family in ("road", "pipe"):
        behind = re.match(
            r"(?:\s*(?:[–—-]\s*)?(?:из|в|через|до|from|to|via)?\s*[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w-]+)*",
            sentence.slice(Span(span.stop, sentence.span.stop)),
        )
        stop = span.stop + (behind.end() if behind else 0)
        return [place for place_span, place in sentence.places if span.start <= place_span.start < stop]
    return (
        [place for place in place_named(brand)[:1] if place.kind == "settlement"] if brand and family == "zone" else []
    )


def _is_aside(sentence: Sentence, span: Span) -> bool:
    """Whether a place belongs to a post, a company, or the dateline."""
    for person in sentence.people:
        post = person.post_span
        if post and post.start <= span.start < post.stop:
            return True
    for organisation, _ in sentence.organisations:
        if organisation.start < span.start and span.stop <= organisation.stop:
            before = sentence.text[
                max(0, organisation.start - sentence.span.start - 12) : span.start - sentence.span.start
            ]
            return not pattern("grammar", "zone").search(before)
    filed = FILED.match(sentence.text)
    if filed and span.start < sentence.span.start + filed.end():
        return True
    head = sentence.text[: span.stop - sentence.span.start]
    return bool(CAPITALS.match(head)) and len(head) < 50 and not sentence.headline


def _is_one_spot(places: Sequence[Place]) -> bool:
    """Whether places lie one in another: a sentence about two towns tells of no other project where it is."""
    finest = min(places, key=fineness)
    return all(place.name in (finest.name, finest.region) or fineness(place) == 1 for place in places)


def background_places(document: Document, index: int) -> tuple[list[Place], bool]:
    """Return places that a project inherits where its own sentences have none, the nearest sentence's first.

    The second value tells whether they were set in ("в Шымкенте") rather than merely named.
    """
    language = document.language
    before = [document.sentences[position] for position in range(index - 1, max(-1, index - 4), -1)]
    headlines = [sentence for sentence in document.sentences[:3] if sentence.headline]
    for sentence in (*before, *headlines):
        located, _ = places_within(sentence, sentence.span, language)
        fine = [place for place in located if fineness(place) < 3]
        if fine:
            return (fine, True) if _is_one_spot(fine) else ([], False)
    named = [
        place
        for sentence in document.sentences
        if sentence.index != index
        for group in places_within(sentence, sentence.span, language)
        for place in group
        if fineness(place) < 3 and not is_party(place.name)
    ]
    settled = [
        place
        for sentence in document.sentences[: index + 2]
        if not sentence.people
        for place in places_within(sentence, sentence.span, language)[0]
        if fineness(place) < 3
    ]
    if settled and _is_one_spot(settled):
        return list(finest_first(settled)), True
    regions = list(dict.fromkeys(place for place in named if fineness(place) == 2))
    if len(regions) == 1:
        return regions, False
    for sentence in (*before, *headlines):
        located, _ = places_within(sentence, sentence.span, language)
        if located:
            return located, True
    return [], False
