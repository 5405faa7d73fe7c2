"""Between whom a document is: "между A и B", "A подписал с B", "от A ... от B", or those whose people signed it.

Who only lends an adjective ("китайская компания"), a place or the subject of the document is no party of it.
"""

import re
from collections.abc import Sequence

from extract.document import Document, Sentence
from extract.facts.agreement.actors import Actor, actors_of
from extract.facts.agreement.documents import Draft, find_nouns
from extract.facts.agreement.links import Link, links_of
from extract.facts.meeting.cues import participants
from extract.facts.sides import side_of
from extract.facts.triggers import triggers
from extract.names.parties import find_parties, is_party
from extract.people.posts import genitive

_BETWEEN = {
    "ru": re.compile(r"\bмежду\s", re.IGNORECASE),
    "en": re.compile(r"\b(?:between|among)\s", re.IGNORECASE),
    "kk": re.compile(r"\s(?:арасын\w+)", re.IGNORECASE),
}
_CLAUSE_END = re.compile(
    r"[;:()]|\.\s|\s[—–]\s|,\s+(?:котор|куда|где|согласно|а\s+также\s+меж|который|which|who|the\s|where)|\s(?:о|об|по|о\s+том|on|for|about|during)\s"
)
_RELATIVE = re.compile(r",\s+(?:куда|где|котор|which|where|в\s+котор)")
_SUBJECT = re.compile(
    r"[\s,]*(?:(?:and|as\s+well\s+as|of|the|has|have|had|also|today|jointly|recently|officially|company|companies"
    r"|[A-Z][\w&'’.-]*|\([^()]*\))(?:[\s,]+|$))*"
)
_KAZAKH_SUBJECT = re.compile(r"\s+(?:компания|мен|бен|пен|фирма|корпорация|тобы|холдинг).*")

Sides = tuple[str, ...]


def parties_of(document: Document, sentence: Sentence, draft: Draft, name_stop: int, home: str | None = None) -> Sides:
    """Return the parties that the sentence of a document tells; `name_stop` is where the name of the document ends."""
    return _with_countries(_stated(document, sentence, draft, name_stop, home))


def _with_countries(sides: Sides) -> Sides:
    """ "the Uzbek Ministry of Energy and the Ministry of Investments": the second is of the same country."""
    owners = [party for side in sides if side.startswith("Министерство") for _, party in find_parties(side)]
    return tuple(
        f"{side} {genitive(owners[0])}"
        if owners and side.startswith("Министерство") and not find_parties(side)
        else side
        for side in sides
    )


def _stated(document: Document, sentence: Sentence, draft: Draft, name_stop: int, home: str | None) -> Sides:
    actors = actors_of(document, sentence, home)
    links = links_of(document, sentence, actors)
    if between := _between(document, sentence, actors, links, draft):
        return between
    if speaking := _speaking(document, sentence, actors, links):
        return speaking
    relative = _RELATIVE.search(sentence.text, max(draft.stop, draft.verb_stop) - sentence.span.start)
    last = sentence.span.start + relative.start() if relative else sentence.span.stop
    stated = [
        (actor, link)
        for actor, link in zip(actors, links, strict=True)
        if link == "partner" or (link == "side" and _is_certain(document, sentence, actor, draft.verb_start))
    ]
    others = _partners_of_others(document, sentence, draft, [actor for actor, link in stated if link == "partner"])
    found = [
        actor.name
        for actor, link in stated
        if actor.span.start < last
        and actor not in others
        and (not (draft.stop <= actor.span.start < name_stop) or link == "partner")
    ]
    if len(set(found)) < 4 and (subject := _subject_before(document, sentence)):
        found = [subject, *found]
    if len(set(found)) >= 2:
        return tuple(dict.fromkeys(found))
    people = [side for person in participants(document, sentence) if (side := side_of(person.role))]
    named = tuple(dict.fromkeys((*found, *people)))
    if named:
        return named
    inside = tuple(dict.fromkeys(actor.name for actor in actors if draft.stop <= actor.span.start < name_stop))
    return inside if len(inside) == 2 else ()


def _partners_of_others(document: Document, sentence: Sentence, draft: Draft, partners: Sequence[Actor]) -> list[Actor]:
    """ "signed a memorandum with A and a contract with B": return those whose document is another one than `draft`."""
    nouns = [start + sentence.span.start for start, _ in find_nouns(sentence.text, document.language)]
    behind = [noun for noun in nouns if noun >= draft.stop]
    before = [noun for noun in nouns if noun < draft.start]
    own = [one for one in partners if one.span.start >= draft.stop and not any(n < one.span.start for n in behind)]
    if own:
        return [one for one in partners if one.span.start >= draft.stop and one not in own] + [
            one for one in partners if before and before[0] < one.span.start < draft.start
        ]
    return []


def sides_told(document: Document, sentence: Sentence, *, people: bool = True) -> Sides:
    """Return who signs in a sentence that names its document by "документ" only: "от A ... от B", people, bodies."""
    actors = actors_of(document, sentence)
    links = links_of(document, sentence, actors)
    if speaking := _speaking(document, sentence, actors, links):
        return speaking
    named = [
        actor.name
        for actor, link in zip(actors, links, strict=True)
        if link in ("side", "partner") and not actor.by_capitals
    ]
    return tuple(dict.fromkeys((*(signers_of(document, sentence) if people else ()), *named)))


def _is_certain(document: Document, sentence: Sentence, actor: Actor, verb: int) -> bool:
    """A name known by its capitals alone is a side only as the subject right before the verb."""
    if not actor.by_capitals:
        return True
    if actor.span.stop > verb:
        return False
    between = sentence.text[actor.span.stop - sentence.span.start : verb - sentence.span.start]
    return bool((_KAZAKH_SUBJECT if document.language == "kk" else _SUBJECT).fullmatch(between))


def _speaking(document: Document, sentence: Sentence, actors: list[Actor], links: list[Link]) -> Sides:
    """Return the sides that signers are said to speak for, at least two: "от A ... X, от B — Y"."""
    named = [(actor.span.start, actor.name) for actor, link in zip(actors, links, strict=True) if link == "speaks"]
    if document.language == "ru":
        for span, party in sentence.parties:
            after = sentence.text[span.stop - sentence.span.start :]
            before = sentence.text[: span.start - sentence.span.start]
            elided = re.match(r"\s*(?:—|–|-)\s", after) and any(name for name in named)
            if re.search(r"(?:^|\W)с\s+$", before, re.IGNORECASE) and (re.match(r"\s+сторон", after) or elided):
                named.append((span.start, party))
    sides = tuple(dict.fromkeys(name for _, name in sorted(named)))
    return sides if len(sides) >= 2 else ()


def _subject_before(document: Document, sentence: Sentence) -> str | None:
    """Return the organisation named before for which "it signed ..." or "компания подписала ..." stands: the nearest
    one, in English the one named most."""
    if not triggers("agreements", document.language, "subject_again").search(sentence.text):
        return None
    named: list[str] = []
    for earlier in document.before(sentence, 8 if document.language == "en" else 2):
        if not earlier.headline or document.language == "en":
            named += [
                actor.name
                for actor in actors_of(document, earlier)
                if not is_party(actor.name) and not actor.name.startswith("Министерство")
            ]
    if document.language == "en":
        return max(reversed(named), key=named.count, default=None)
    return next(iter(named), None)


def _between(document: Document, sentence: Sentence, actors: list[Actor], links: list[Link], draft: Draft) -> Sides:
    """Return those that a document is said to be between, of several such pairs the nearest one."""
    offset, text = sentence.span.start, sentence.text
    found: list[tuple[int, Sides]] = []
    for match in _BETWEEN[document.language].finditer(text):
        if document.language == "kk":
            before = [actor.name for actor in actors if actor.span.stop <= offset + match.start() + 12]
            names = before[-2:]
        else:
            end = _CLAUSE_END.search(text, match.end())
            stop = offset + (end.start() if end else len(text))
            if draft.verb_start > offset + match.end():
                stop = min(stop, draft.verb_start)
            names = [
                actor.name
                for actor, link in zip(actors, links, strict=True)
                if offset + match.end() <= actor.span.start < stop
                and link != "place"
                and not (link == "owned" and document.language == "en")
            ]
        if len(set(names)) >= 2:
            place = offset + match.start()
            distance = draft.start - place if place < draft.start else place - draft.stop
            found.append((distance, tuple(dict.fromkeys(names))))
    return min(found)[1] if found else ()


def signers_of(document: Document, sentence: Sentence) -> Sides:
    """Return for whom the people of a sentence sign, each once."""
    sides = [side_of(person.role) for person in participants(document, sentence)]
    return tuple(dict.fromkeys(side for side in sides if side))
