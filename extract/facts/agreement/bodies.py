"""Public bodies by their full names in the three languages: "Kazakhstan's Ministry of Energy" → "Министерство
энергетики Казахстана", "Азия даму банкі" → "Азиатский банк развития".
"""

import re
from collections.abc import Iterator
from functools import cache

from extract.data import load
from extract.document import Document, Sentence
from extract.model import Language, Span
from extract.people.posts import genitive


@cache
def _areas(language: Language) -> dict[str, str]:
    """Return what ministries are called after, in small letters, with the Russian genitive."""
    table: dict[str, str] = load("posts")[language]["portfolio"]
    return {word: russian for word, russian in table.items() if russian[:1].islower()}


@cache
def _ministry(language: Language) -> re.Pattern[str]:
    area = "|".join(re.escape(word) for word in sorted(_areas(language), key=len, reverse=True))
    if language == "en":
        row = rf"(?:{area})(?:(?:,\s*|,?\s+and\s+)(?:{area})){{0,4}}"
        pattern = rf"\b(?:ministry\s+of\s+(?P<behind>{row})|(?P<before>{row})\s+ministry)\b"
    elif language == "kk":
        row = rf"(?:{area})(?:(?:,\s*|\s+және\s+|\s+мен\s+)(?:{area})){{0,4}}"
        pattern = rf"(?<!\w)(?P<before>{row})\s+министрліг\w+(?P<behind>)"
    else:
        return re.compile(r"(?!)")
    return re.compile(pattern, re.IGNORECASE)


@cache
def _institutions() -> list[tuple[re.Pattern[str], str]]:
    table: dict[str, list[str]] = load("organisations")["institutions"]
    return [(re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE), name) for name, words in table.items()]


def find_bodies(document: Document, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """Yield the ministries and institutions of a sentence with their Russian names, a country beside them included."""
    offset = sentence.span.start
    for pattern, name in _institutions():
        for match in pattern.finditer(sentence.text):
            yield Span(offset + match.start(), offset + match.end()), name
    if document.language == "ru" or not re.search("инистр|ministr", sentence.text, re.IGNORECASE):
        return
    areas = _areas(document.language)
    for match in _ministry(document.language).finditer(sentence.text):
        row = (match["behind"] or match["before"]).lower()
        words = [areas[word] for word in re.split(r",\s*|,?\s+(?:and|және|мен)\s+", row) if word in areas]
        name = "Министерство " + (", ".join(words[:-1]) + " и " + words[-1] if len(words) > 1 else words[0])
        span = Span(offset + match.start(), offset + match.end())
        if owner := _owner(sentence, span):
            span = Span(min(span.start, owner[0].start), max(span.stop, owner[0].stop))
            name = f"{name} {genitive(owner[1])}"
        yield span, name


def _owner(sentence: Sentence, body: Span) -> tuple[Span, str] | None:
    """Return the country of a body: right before it, or behind it with "of"."""
    offset = sentence.span.start
    for span, party in sentence.parties:
        between = sentence.text[span.stop - offset : body.start - offset]
        behind = sentence.text[body.stop - offset : span.start - offset]
        if span.stop <= body.start and re.fullmatch(r"(?:['’]s?)?\s*(?:[Rr]epublic\S*\s)?", between):
            return span, party
        if body.stop <= span.start and re.fullmatch(r"\s+of\s+(?:the\s+)?(?:Republic\s+of\s+)?", behind):
            return span, party
    return None


EXAMPLES = {
    "en": {"Kazakhstan’s Ministry of Energy signed it.": ["Министерство энергетики Казахстана"]},
    "kk": {"Өзбекстан Құрылыс министрлігі қол қойды.": ["Министерство строительства Узбекистана"]},
    "ru": {"Азиатским банком развития подписан договор.": ["Азиатский банк развития"]},
}
NOT_EXAMPLES = {"en": ["The ministry of the church signed it."], "kk": ["Министрлік хабарлады."]}
