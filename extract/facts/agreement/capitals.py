"""Names that nothing but their capitals or quotes mark, where no tagger names organisations: English and Kazakh.

"Masdar signed a deal with the Damu Fund" → Masdar, Damu Fund. Days, posts, people, places and documents are left out.
"""

import re
from collections.abc import Iterator

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.triggers import triggers
from extract.model import Span
from extract.names.organisations import canonical_organisation

_WORD = r"[A-Z][\w&’'-]*"
_FORM = r"(?:\.?,?\s+(?:Co|Ltd|Inc|LLC|LLP|JSC|Corp|Plc|GmbH|AG)\b){0,3}\.?"
_RUN = {
    "en": re.compile(rf"(?<![\w’'-]){_WORD}(?:\s+(?:of\s+(?:the\s+)?)?{_WORD}|\s+&\s+{_WORD}){{0,8}}{_FORM}"),
    "kk": re.compile(rf"(?<![\w’'-]){_WORD}(?:\s+{_WORD}|\s+&\s+{_WORD}){{0,8}}{_FORM}"),
}


def find_capital_names(document: Document, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """Yield the names of a sentence that are known by their capitals alone, in its order."""
    language = document.language
    taken = [person.span for person in sentence.people if person.named]
    taken += [person.post_span for person in sentence.people if person.post_span]
    ordinary = load("agreements")["en"]["no_names"]
    for match in _RUN[language].finditer(sentence.text):
        words = match.group().split()
        start = match.start()
        while words and words[0].lower() in ordinary:
            start = match.start() + match.group().find(" ", start - match.start()) + 1
            words = words[1:]
        if not words or sentence.text.isupper():
            continue
        first = start
        if owner := _owner_before(sentence, start, words):
            start, words = start + owner, " ".join(words)[owner:].split()
        name = re.sub(r"['’]s?$", "", " ".join(words))
        span = Span(sentence.span.start + start, sentence.span.start + match.end())
        if any(one.start < span.stop and span.start < one.stop for one in taken):
            continue
        if _is_named_otherwise(document, sentence, span, name):
            continue
        yield Span(sentence.span.start + first, span.stop), canonical_organisation(name)


def _owner_before(sentence: Sentence, start: int, words: list[str]) -> int:
    """Return how many characters a country takes that is no part of the name: "Azerbaijan's SOCAR", "Turkish Calik".

    "Russian Railways" is a name: an adjective stays where only a word for a body follows.
    """
    begin = sentence.span.start + start
    span = next((span for span, _ in sentence.parties if span.start == begin), None)
    text = " ".join(words)
    if span is None or span.stop - begin >= len(text):
        return 0
    owner, behind = text[: span.stop - begin], text[span.stop - begin :]
    if re.match(r"['’]s?\s", behind) or owner.endswith(("'s", "’s", "s'", "s’")):
        return len(text) - len(behind.lstrip("'’s").lstrip()) if behind[:1] in "'’" else len(owner) + 1
    adjective = span not in {place for place, _ in sentence.places}
    bodies = {*load("organisations")["latin_bodies"], *load("organisations")["legal_forms"]}
    bodies |= {word.capitalize() for word in load("posts")["en"]["weak_bodies"]}
    rest = [word for word in behind.split() if word not in bodies]
    return len(owner) + 1 if adjective and behind[:1] == " " and len(rest) == 1 == len(rest[0].split("-")) else 0


def _is_named_otherwise(document: Document, sentence: Sentence, span: Span, name: str) -> bool:
    """Tell whether a run is a place, a party, a day, a sum or the word for a document with its own capital."""
    if triggers("agreements", "en", "no_signers").search(name) or len(name) < 2:
        return True
    if any(one.start <= span.start < one.stop for one, _ in (*sentence.periods, *sentence.money)):
        return True
    named = {one for one, _ in (*sentence.places, *sentence.parties) if span.start <= one.start < span.stop}
    rest = name
    for one in sorted(named, reverse=True):
        rest = rest[: max(0, one.start - span.start)] + " " + rest[one.stop - span.start :]
    standing = triggers("agreements", "en", "standing_for")
    return bool(named) and all(word == "of" or standing.fullmatch(word) for word in re.findall(r"\w{2,}", rest))
