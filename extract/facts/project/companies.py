"""Who may build or invest: organisations beside a project that neither report the news nor act for a state."""

import re

from extract.document import Sentence
from extract.facts.project.words import pattern, words
from extract.model import Span

SMALL_ADJECTIVE = re.compile(r"^[а-яёәіңғүұқөһ-]+(?:ск\w{2,3}|лық|лік|тық|тік)$")
ENGLISH_ADJECTIVE = re.compile(r"(?:ish|ese|ean)$")


def companies_within(sentence: Sentence, span: Span) -> list[tuple[Span, str]]:
    """Return the companies of a stretch of text with their ranges, in its order."""
    offset = sentence.span.start
    return [
        (place, name)
        for place, name in sentence.organisations
        if span.start <= place.start
        and place.stop <= span.stop
        and not _is_bystander(name)
        and not _names_a_place(sentence, place)
        and not (sentence.slice(place)[:1].isalpha() and pattern("grammar", "things").search(name))
        and not pattern("grammar", "reporting").search(
            sentence.text[max(0, place.start - offset - 40) : place.start - offset]
        )
    ]


def countries_within(sentence: Sentence, span: Span) -> list[str]:
    """Return the countries that a stretch of text has as partners: those whose business builds, or two together."""
    within = [
        (place, party)
        for place, party in sentence.parties
        if span.start <= place.start < span.stop
        and not any(name.start <= place.start < name.stop for name, _ in sentence.organisations)
    ]
    named = list(dict.fromkeys(party for _, party in within))
    foreign = list(dict.fromkeys(party for place, party in within if _is_adjective(sentence.slice(place))))
    return named if pattern("grammar", "joint").search(sentence.slice(span)) else foreign


def _names_a_place(sentence: Sentence, span: Span) -> bool:
    """Whether what looks like a company is where the news was filed, or what a zone is called: "СЭЗ «Алатау»"."""
    begin = span.start - sentence.span.start
    if pattern("grammar", "zone_before").search(sentence.text[max(0, begin - 40) : begin]):
        return True
    return begin == 0 and sentence.slice(span).isupper() and sentence.text[len(sentence.slice(span)) :][:1] in ".,"


def _is_adjective(text: str) -> bool:
    """ "турецкая", "қытайлық", "Turkish": whose somebody is, not where."""
    return bool(SMALL_ADJECTIVE.search(text) or ENGLISH_ADJECTIVE.search(text))


def _is_bystander(name: str) -> bool:
    lowered = name.lower()
    if len(name) < 2 or name.islower() or pattern("bystanders", "whole").fullmatch(name):
        return True
    return any(stem in lowered for stem in words("bystanders", "stems"))
