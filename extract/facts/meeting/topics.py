"""What talks were about, as short noun phrases: "обсуждены вопросы промышленной кооперации" → промышленная кооперация.

Russian topics keep the words of the text, in the nominative. In the other languages they are the sectors spoken of, by
their canonical names.
"""

import re

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.triggers import triggers
from extract.names.sectors import find_sectors
from extract.words.nominative import adjective_form, nominative
from extract.words.tagger import Token

LONGEST = 6  # words in a topic
MOST = 10  # topics of one sentence

_END = re.compile(
    r"[.;:(«»\"]|\s[—–-]\s|,\s(?:как|что|чтобы|котор|где|сообща|переда|пишет|а\s+также\s+о\s+том)|\sи\s+(?:о\s+)?(?:том|как|какой)\b"
)
_ITEM = re.compile(r",\s*(?:а\s+также\s+|и\s+)?|\s+и\s+|\s+а\s+также\s+")
_SPHERES = re.compile(
    r"\s*(?:в|во|по)\s+(?P<kinds>(?:(?!\s(?:с|со|из|на|от)\s)[^.;:()]){3,120}?)\s"
    r"(?P<noun>сфер|отрасл|област|направлени)(?:е|ах|и|ях|ям)\b"
)
_SPHERE_WORDS = {
    "сфер": ("сфера", "Fem"),
    "отрасл": ("отрасль", "Fem"),
    "област": ("область", "Fem"),
    "направлени": ("направление", "Neut"),
}


def topics_of(document: Document, sentence: Sentence) -> tuple[str, ...]:
    """Return the topics that a sentence names, in its order; () where it names none."""
    match = triggers("meetings", document.language, "topics").search(sentence.text)
    if match is None:
        return ()
    if document.language != "ru":
        return find_sectors(sentence.text)
    text = sentence.text[match.end() :]
    found: list[str] = []
    offset = sentence.span.start + match.end()
    spheres = _SPHERES.search(text)
    end = _END.search(text)
    stop = end.start() if end else len(text)
    if spheres and spheres.start() <= stop:
        found += _items(sentence, offset, offset + spheres.start())
        found += _sphere_items(
            sentence, offset + spheres.start("kinds"), offset + spheres.end("kinds"), spheres["noun"]
        )
        if spheres.end() < stop:
            found += _items(sentence, offset + spheres.end(), offset + stop)
    else:
        found += _items(sentence, offset, offset + stop)
    return tuple(dict.fromkeys(found))[:MOST]


def _items(sentence: Sentence, start: int, stop: int) -> list[str]:
    text = sentence.text[start - sentence.span.start : stop - sentence.span.start]
    topics: list[str] = []
    position = 0
    for match in [*_ITEM.finditer(text), None]:
        end = match.start() if match else len(text)
        tokens = [token for token in sentence.tokens_within(start + position, start + end) if token.text.strip(",")]
        position = match.end() if match else position
        topic = _topic(tokens)
        if topic:
            topics.append(topic)
    return topics


def _topic(tokens: list[Token]) -> str | None:
    fillers = triggers("meetings", "ru", "fillers")
    while tokens and (
        fillers.fullmatch(tokens[0].text) or tokens[0].pos in ("ADV", "ADP", "DET", "CCONJ", "PART", "SCONJ")
    ):
        tokens = tokens[1:]
    if not tokens or len(tokens) > LONGEST:
        return None
    if any(token.pos in ("VERB", "AUX", "NUM", "PUNCT", "PRON", "SCONJ") or token.text.isdigit() for token in tokens):
        return None
    if triggers("meetings", "ru", "no_topics").search(" ".join(token.text for token in tokens)):
        return None
    if not any(token.pos == "NOUN" for token in tokens) or all(token.pos == "PROPN" for token in tokens):
        return None
    topic = nominative(tokens)
    return None if topic in load("meetings")["ru"]["empty"] else topic


def _sphere_items(sentence: Sentence, start: int, stop: int, noun: str) -> list[str]:
    """ "в торговой и сельскохозяйственной сферах" → "торговая сфера", "сельскохозяйственная сфера"."""
    word, gender = _SPHERE_WORDS[noun]
    adjectives = [
        token for token in sentence.tokens_within(start, stop) if token.pos == "ADJ" and "-" not in token.text[:2]
    ]
    adjectives = [token for token in adjectives if not triggers("meetings", "ru", "no_topics").fullmatch(token.text)]
    return [f"{adjective_form(token.lemma, gender)} {word}" for token in adjectives if token.text.islower()]
