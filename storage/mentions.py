"""What a fact can be found by: its kind, places with what they lie in, parties, people, organisations, sectors, words.

Each key comes with its reach: 0 where a slot names it, 1 where a slot implies it, 2 where only the sentence of the
evidence holds it, 3 where only the rest of the article does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.data import load
from extract.model import (
    LANGUAGES,
    Agreement,
    Article,
    Fact,
    Found,
    Investment,
    Language,
    Meeting,
    Place,
    Project,
    Role,
    Statement,
    Trade,
)
from extract.names.display import display_name
from extract.names.organisations import find_organisations
from extract.names.parties import find_parties, is_party
from extract.names.places import ancestors, find_places, place_named
from extract.names.sectors import find_sectors, wider_sectors
from extract.words.stems import content_words, sectors_of_names
from extract.words.tagger import Tagged
from storage.spelled import Key, forms_of, latin, terms_of
from storage.surnames import surname_forms

IN_SLOT, IMPLIED, IN_EVIDENCE, IN_ARTICLE = range(4)


@dataclass(slots=True)
class Mentions:
    """The keys of a fact with their reach, and the spellings by which keys of words and names are looked up."""

    keys: dict[Key, int] = field(default_factory=dict)
    spellings: set[tuple[str, Key]] = field(default_factory=set)

    def add(self, type_: str, name: str, reach: int = IN_SLOT) -> None:
        """Note a key; the nearest of its reaches counts."""
        self.keys[type_, name] = min(reach, self.keys.get((type_, name), reach))


def mentions_of(found: Found, article: Article) -> Mentions:
    """Return all that `found` in `article` can be found by."""
    fact = found.fact
    mentions = Mentions()
    mentions.add("kind", fact.kind)
    for name in ("stage", "flow", "status", "signed", "form"):
        value = getattr(fact, name, None)
        if value is not None:
            mentions.add(name, str(value).lower())
    evidence = " ".join(piece.quote for piece in found.evidence)
    _add_places(mentions, fact, evidence)
    _add_parties(mentions, fact, evidence, article)
    _add_people(mentions, fact)
    _add_organisations(mentions, fact, evidence, article)
    _add_sectors(mentions, fact, evidence)
    _add_words(mentions, fact, evidence, article)
    return mentions


def _whole(article: Article) -> str:
    return f"{article.title or ''}\n{article.text}"


def resolve_places(names: Iterable[str]) -> list[Place]:
    """Return the places of record for stated names; of places that share a name, the one that fits the others."""
    listed = list(dict.fromkeys(names))
    resolved = []
    for name in listed:
        candidates = place_named(name) or (Place(name, "settlement"),)
        others = set(listed) - {name}
        resolved.append(max(candidates, key=lambda place: len(others & set(ancestors(place)))))
    return resolved


def _add_places(mentions: Mentions, fact: Fact, evidence: str) -> None:
    stated = fact.places if isinstance(fact, Project) else (getattr(fact, "place", None),)
    places = resolve_places(name for name in stated if name)
    above = {name for place in places for name in ancestors(place)}
    for place in places:
        mentions.add("place", place.name, IMPLIED if place.name in above else IN_SLOT)
        if place.name not in above and place.kind == "region":
            mentions.add("area", place.name)  # the region as a whole, no town of it
        for name in ancestors(place):
            mentions.add("place", name, IMPLIED)
            if isinstance(fact, Project) and is_party(name):
                mentions.add("party", name, IMPLIED)
        if isinstance(fact, Project) and is_party(place.name):
            mentions.add("party", place.name, IMPLIED)
    if isinstance(fact, Project) and not places:
        for _, place in find_places(evidence):
            for name in (place.name, *ancestors(place)):
                mentions.add("place", name, IN_EVIDENCE)


def _sides(fact: Fact) -> tuple[str, ...]:
    """Return those who take part, by name: parties, participants, givers and takers."""
    match fact:
        case Trade() | Agreement():
            return fact.parties
        case Project():
            return fact.participants
        case Investment():
            return (*fact.source, *fact.target)
        case Role():
            return (fact.organisation,) if fact.organisation else ()
    return ()


def _posts(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Meeting():
            return tuple(person.role for person in fact.people if person.role)
        case Statement():
            return (fact.role,) if fact.role else ()
        case Role():
            return (fact.position,)
    return ()


def _add_parties(mentions: Mentions, fact: Fact, evidence: str, article: Article) -> None:
    for side in _sides(fact):
        if is_party(side):
            mentions.add("party", side)
        else:
            _imply(mentions, side)
    for post in _posts(fact):
        _imply(mentions, post)
    named = {name for type_, name in mentions.keys if type_ == "party"}
    if isinstance(fact, Project) or (not named and not isinstance(fact, Trade)):
        for _, party in find_parties(evidence):
            mentions.add("party", party, IN_EVIDENCE)
    if isinstance(fact, Project):
        for party in _parties_of(_whole(article)):
            mentions.add("party", party, IN_ARTICLE)
    if not isinstance(fact, Project) or not any(type_ == "place" for type_, _ in mentions.keys):
        for (type_, name), reach in list(mentions.keys.items()):
            if type_ == "party" and reach <= IMPLIED:
                mentions.add("place", name, IMPLIED)


@lru_cache(maxsize=256)
def _parties_of(text: str) -> frozenset[str]:
    return frozenset(party for _, party in find_parties(text))


def _imply(mentions: Mentions, text: str) -> None:
    """Note the parties and places in the name of a body or a post: "аким Костанайской области"."""
    for _, party in find_parties(text):
        mentions.add("party", party, IMPLIED)
    for _, place in find_places(text):
        for name in (place.name, *ancestors(place)):
            mentions.add("place", name, IMPLIED)
        if place.country and not is_party(place.name):
            mentions.add("party", place.country, IMPLIED)


def _add_people(mentions: Mentions, fact: Fact) -> None:
    people = (person.name for person in fact.people) if isinstance(fact, Meeting) else (getattr(fact, "person", None),)
    for name in people:
        if name:
            mentions.add("person", name)
            mentions.spellings.update((form, ("person", name)) for form in surname_forms(name))
            for form in surname_forms(name) | surname_forms(name, spelled=True):
                mentions.add("surname", form)


def _add_organisations(mentions: Mentions, fact: Fact, evidence: str, article: Article) -> None:
    for name in _sides(fact):
        if not is_party(name) and not place_named(name):
            _add_organisation(mentions, name, IN_SLOT)
    for name in known_organisations(evidence):
        _add_organisation(mentions, name, IN_EVIDENCE)
    if isinstance(fact, Project):
        for name in known_organisations(_whole(article)):
            _add_organisation(mentions, name, IN_ARTICLE)


def _add_organisation(mentions: Mentions, name: str, reach: int) -> None:
    mentions.add("organisation", name, reach)
    for word in organisation_words(name):
        mentions.spellings.add((word, ("organisation", name)))


@lru_cache(maxsize=256)
def known_organisations(text: str) -> frozenset[str]:
    """Return the organisations of record that a text names, whatever their role in it."""
    found = find_organisations(text, 0, Tagged((), ()))
    return frozenset(name for _, name in found if name in load("organisations")["known"])


def organisation_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name in Latin letters: "КАМАЗ" and "KAMAZ" are one."""
    return tuple(latin(word) for word in content_words(name))


def _add_sectors(mentions: Mentions, fact: Fact, evidence: str) -> None:
    sectors = (sector,) if (sector := getattr(fact, "sector", None)) else find_sectors(" ; ".join(_subject(fact)))
    for sector in sectors:
        mentions.add("sector", sector)
    sides = " ; ".join(_sides(fact))
    for sector in sectors_of_names(sides):
        mentions.add("sector", sector)
    for sector in find_sectors(sides):
        mentions.add("sector", sector, IMPLIED)
    if not isinstance(fact, Trade):
        for sector in find_sectors(evidence):
            mentions.add("sector", sector, IN_EVIDENCE)
    for (type_, name), reach in list(mentions.keys.items()):
        if type_ == "sector":
            for wider in wider_sectors(name):
                mentions.add("sector", wider, max(reach, IMPLIED))


def _subject(fact: Fact) -> Iterator[str]:
    """Yield the texts of the slots that say what a fact is about."""
    match fact:
        case Project():
            yield fact.name
            yield from (capacity.unit for capacity in fact.capacities)
        case Agreement():
            yield fact.name
        case Meeting():
            yield from fact.topics


def _add_words(mentions: Mentions, fact: Fact, evidence: str, article: Article) -> None:
    language = article.language
    people = tuple(person.name for person in fact.people) if isinstance(fact, Meeting) else ()
    person = getattr(fact, "person", None)
    for text in (*_subject(fact), *_sides(fact), *people, *((person,) if person else ())):
        _add_text(mentions, text, IN_SLOT, language)
    for text in _posts(fact):
        _add_text(mentions, text, IMPLIED, language)
    for type_, name in list(mentions.keys):
        if type_ in ("place", "party", "sector") and mentions.keys[type_, name] <= IMPLIED:
            for spoken in LANGUAGES:
                _add_text(mentions, display_name(name, spoken), IMPLIED, spoken)
            mentions.spellings |= forms_of(name)
    _add_text(mentions, evidence, IN_EVIDENCE, language)
    _add_text(mentions, article.title or "", IN_ARTICLE, language)


def _add_text(mentions: Mentions, text: str, reach: int, language: Language | None) -> None:
    terms = terms_of(text, language == "kk")
    words = terms.words if reach == IN_SLOT else ()
    for key in terms.keys:
        mentions.add(*key, reach)
    mentions.spellings |= terms.spellings
    mentions.spellings.update((latin(word), key) for word, key in words)
