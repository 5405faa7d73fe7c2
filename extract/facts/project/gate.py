"""What makes a phrase a project: something is done about the thing, or a figure is given."""

import re
from functools import lru_cache

from extract.document import Document, Sentence
from extract.facts.project.companies import companies_within
from extract.facts.project.figures import Figures
from extract.facts.project.location import places_within
from extract.facts.project.mention import Mention
from extract.facts.project.words import pattern
from extract.model import Span

SHORT = 60  # characters: an item title, whose sentence is the next one


def is_project(document: Document, sentence: Sentence, mention: Mention, span: Span, figures: Figures) -> bool:
    """Whether the words around a mention, or figures beside it, make a project of it."""
    text = sentence.slice(span)
    before = sentence.slice(Span(sentence.span.start, max(sentence.span.start, mention.start)))
    following = document.sentences[sentence.index + 1].text if sentence.index + 1 < len(document.sentences) else ""
    if mention.head.family == "zone":
        return bool(pattern("founding", "words").search(text) or figures.cost or figures.jobs)
    if mention.weak and _is_built(sentence, mention):
        return True
    if mention.weak:
        return _holds("making", sentence.text) and (
            bool(pattern("making").search(text)) or figures.cost is not None or bool(sentence.money)
        )
    if figures.capacities or figures.cost or figures.jobs:
        return True
    if mention.head.name == "предприятие" and mention.names == (f"предприятие {mention.brand}",):
        return bool(pattern("grammar", "building").search(text))
    if mention.names == (mention.head.name,) and not mention.brand and not mention.count:
        located, _ = places_within(sentence, sentence.span, document.language)
        if not located and not _holds("grammar.refers_back", following):
            return False
    if mention.head.family == "plant" and _is_enterprise(sentence, mention):
        return bool(pattern("grammar", "building").search(before[-60:]))
    if pattern("events").search(text) or _holds("events", sentence.text):
        return True
    if len(sentence.text) <= SHORT and _holds("events", following):
        return True
    if _holds("grammar.refers_back", following):
        return True
    if not any(token.pos == "VERB" for token in sentence.tokens) and sentence.index:
        previous = document.sentences[sentence.index - 1]
        return previous.line == sentence.line and _holds("events", previous.text)
    return False


@lru_cache(maxsize=64)
def _holds(words: str, text: str) -> bool:
    """Whether a whole sentence holds one of the words; remembered, for each of its mentions asks again."""
    return bool(pattern(*words.split(".")).search(text))


def tells_of_its_own(sentence: Sentence, span: Span, figures: Figures) -> bool:
    """Whether an item beside its portfolio has a figure, place or company: a mere example is no project."""
    if figures.capacities or figures.cost or figures.jobs or companies_within(sentence, span):
        return True
    return any(span.start <= place.start < span.stop for place, _ in sentence.places)


def is_background(sentence: Sentence, mention: Mention) -> bool:
    """Whether a named thing only tells where another one is or what somebody visited: "рядом с заводом шин"."""
    before = sentence.slice(Span(sentence.span.start, max(sentence.span.start, mention.start)))
    if mention.head.family == "road" and pattern("grammar", "means").search(before):
        return True
    if mention.head.kind == "клиника" and mention.plural and mention.count is None:
        return True  # "индийские клиники": those of a country, none that is built
    return bool(mention.names) and bool(pattern("grammar", "background").search(before))


def is_work_of_its_own(sentence: Sentence, mention: Mention) -> bool:
    """Whether work begins a line or item, or is itself what is built: "производство ваты, которое строят"."""
    start = mention.start - sentence.span.start
    if sentence.text[:start].strip(" \u00a0•-–—").isspace() or not sentence.text[:start].strip(" \u00a0•-–—"):
        return sentence.text.lstrip()[:1] in "•-–—" or _is_built(sentence, mention)
    return _is_built(sentence, mention)


def _is_built(sentence: Sentence, mention: Mention) -> bool:
    behind = sentence.text[mention.stop - sentence.span.start :]
    return bool(pattern("grammar", "is_built").match(behind))


def may_turn_out(sentence: Sentence, mention: Mention) -> bool:
    """Whether a thing that is only mentioned may turn out to be a project further on."""
    if mention.weak:
        return is_work_of_its_own(sentence, mention)
    if not mention.names or mention.head.family == "zone":
        return False
    if mention.head.family == "plant" and _is_enterprise(sentence, mention):
        return False
    return bool(mention.names[0])


def _is_enterprise(sentence: Sentence, mention: Mention) -> bool:
    """A capital in the middle of a sentence ("Зеленодольский завод"): the name of an enterprise that exists."""
    position = mention.start - sentence.span.start
    if position == 0 or sentence.text[:position].rstrip()[-1:] in (".", "•", "-", "–", "—", ":", ""):
        return False
    return bool(re.match(r"[А-ЯЁ][а-яё]+", sentence.text[position:])) and not mention.brand
