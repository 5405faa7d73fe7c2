"""Which sentences tell of talks: their cue, whether the talks were held, and who took part by name."""

import re
from dataclasses import dataclass
from typing import Literal

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.triggers import triggers
from extract.model import Person
from extract.people.finding import PersonMention
from extract.people.names import surname_key

Strength = Literal["direct", "noun", "session", "joined"]
REACH = 70  # characters between "принял" and the guest
ASIDE = 40  # characters before a person in which a word sets them aside


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a sentence that tell of talks, by their place in the article; `refusal` says why they were not held."""

    start: int
    stop: int
    strength: Strength
    refusal: str | None = None


def find_cue(document: Document, sentence: Sentence) -> Cue | None:
    """Return the strongest cue of a sentence, None where it tells of no talks."""
    language, text = document.language, sentence.text
    cue = _strongest(document, sentence)
    if cue is None:
        return None
    clause = _clause(text, cue.start - sentence.span.start, cue.stop - sentence.span.start)
    if text.rstrip(' »"”').endswith("?"):
        return Cue(cue.start, cue.stop, cue.strength, "a question")
    if triggers("meetings", language, "refused").search(text):
        return Cue(cue.start, cue.stop, cue.strength, "did not take place")
    if cue.strength == "session":
        clause = _part(text, cue.start - sentence.span.start)
    if cue.strength in ("noun", "session") and triggers("meetings", language, "planned").search(clause):
        return Cue(cue.start, cue.stop, cue.strength, "still to come")
    if len(participants(document, sentence)) < 2 and triggers("meetings", language, "audience").search(text):
        return Cue(cue.start, cue.stop, cue.strength, "no talks of two sides")
    if (
        cue.strength != "direct"
        and triggers("meetings", language, "ceremony").search(text)
        and not _names_its_sides(sentence, cue)
    ):
        return Cue(cue.start, cue.stop, cue.strength, "a ceremony")
    return cue


def _names_its_sides(sentence: Sentence, cue: Cue) -> bool:
    """ "беседа губернатора A с министром B": two people right behind the noun are its sides, whatever else is told."""
    behind = [mention for mention in sentence.people if _start(mention) >= cue.stop and mention.person.name]
    return (
        cue.strength == "noun"
        and len(behind) >= 2
        and _start(behind[0]) - cue.stop < 20
        and _start(behind[1]) - behind[0].span.stop < 30
    )


def _part(text: str, place: int) -> str:
    """Return the part of a sentence between semicolons and colons that holds `place`."""
    first = max(text.rfind(mark, 0, place) for mark in (";", ":"))
    ends = [stop for mark in (";", ":") if (stop := text.find(mark, place)) >= 0]
    return text[first + 1 : min(ends, default=len(text))]


def _strongest(document: Document, sentence: Sentence) -> Cue | None:
    language, text, offset = document.language, sentence.text, sentence.span.start
    if match := triggers("meetings", language, "joined").search(text):
        return Cue(offset + match.start(), offset + match.end(), "joined")
    opening = triggers("meetings", language, "joined_start").match(text)
    if opening and triggers("meetings", language, "joined_end").search(text, opening.end()):
        return Cue(offset, offset + opening.end(), "joined")
    for match in triggers("meetings", language, "direct").finditer(text):
        return Cue(offset + match.start(), offset + match.end(), "direct")
    for match in triggers("meetings", language, "receives").finditer(text):
        if _receives(document, sentence, match):
            return Cue(offset + match.start(), offset + match.end(), "direct")
    nouns = [
        Cue(offset + match.start(), offset + match.end(), "noun")
        for match in triggers("meetings", language, "nouns").finditer(text)
    ]
    if telling := next((cue for cue in nouns if _names_its_sides(sentence, cue)), None):
        return telling
    if match := _session(document, text):
        return Cue(offset + match.start(), offset + match.end(), "session")
    return nouns[0] if nouns else None


def _session(document: Document, text: str) -> re.Match[str] | None:
    language = document.language
    match = triggers("meetings", language, "sessions").search(text)
    if match and triggers("meetings", language, "session_bodies").search(text):
        return match
    return triggers("meetings", language, "session_heads").search(text)


def _clause(text: str, start: int, stop: int) -> str:
    first = max((text.rfind(mark, 0, start) for mark in (",", ";", ":", " —", " –")), default=-1)
    ends = [place for mark in (",", ";", ":", " —", " –") if (place := text.find(mark, stop)) >= 0]
    return text[first + 1 : min(ends, default=len(text))]


def _receives(document: Document, sentence: Sentence, verb: re.Match[str]) -> bool:
    """ "принял" tells of talks where a person is its object: right behind it, or before it in the accusative."""
    start, stop = sentence.span.start + verb.start(), sentence.span.start + verb.end()
    language = document.language
    after = sentence.text[verb.end() : verb.end() + 30].lstrip()
    delegation = triggers("meetings", language, "delegations").search(sentence.text, verb.end())
    if language != "kk" and not delegation and triggers("meetings", language, "received").match(after):
        person_first = any(_start(person) - stop <= 5 for person in sentence.people if _start(person) >= stop)
        if not person_first:
            return False
    if language == "kk":
        return not triggers("meetings", language, "received").search(sentence.text[: verb.start()]) and bool(
            sentence.people
        )
    if language == "ru" and re.search(
        r"(?:^|\W)(?:его|ее|её)\s+(?:\w+\s+)?$", sentence.text[: verb.start()], re.IGNORECASE
    ):
        return bool(sentence.people)
    behind = [person for person in sentence.people if 0 <= _start(person) - stop <= REACH]
    before = [person for person in sentence.people if person.span.stop <= start]
    if language == "en":
        return bool(behind)
    guest = triggers("meetings", language, "others").search(sentence.text, verb.end())
    if any(person.case != "Nom" for person in behind) or (guest and guest.start() - verb.end() < 25):
        return True
    return bool(behind) and any(person.case in ("Acc", "Gen") for person in before)


def _start(person: PersonMention) -> int:
    return min(person.span.start, person.post_span.start) if person.post_span else person.span.start


def participants(document: Document, sentence: Sentence) -> tuple[Person, ...]:
    """Return the people of a sentence who may have taken part, each once, in its order; a bare post with its holder."""
    found: dict[str, Person] = {}
    for place, mention in enumerate(sentence.people):
        following = sentence.people[place + 1 : place + 2]
        beside = following and following[0].named and _start(following[0]) - mention.span.stop <= 2
        if document.language == "ru" and not mention.named and beside:
            continue  # "с другим главой региона, Алексеем Орловым": the post is his who is named behind it
        if not mention.person.name or is_aside(document, sentence, mention) or _is_no_name(sentence, mention):
            continue
        key = surname_key(mention.person.name)
        known = found.get(key)
        if known is None or (mention.person.role and not known.role):
            found[key] = mention.person
    return tuple(found.values())


def _is_no_name(sentence: Sentence, mention: PersonMention) -> bool:
    """Taggers take a capitalised first word of a sentence for a surname: a lone word that is no proper noun is none,
    nor is a post with an abbreviation ("Раис РТ")."""
    if not mention.named:
        return False
    if mention.person.name.split()[0].lower() in load("posts")["ru"]["heads"]:
        return True
    if " " in mention.person.name:
        return False
    tokens = sentence.tokens_within(mention.span.start, mention.span.stop)
    first = mention.span.start - sentence.span.start <= 1 and not mention.person.role
    return len(tokens) == 1 and (first or tokens[0].pos in ("VERB", "NOUN", "ADJ", "ADV", "ADP"))


def is_aside(document: Document, sentence: Sentence, mention: PersonMention) -> bool:
    """Tell whether a person is only named by the way: "по поручению ...", a press secretary, the owner of a visit."""
    role = mention.person.role or ""
    if triggers("meetings", "ru", "bystanders").match(role) or role == load("meetings")["ru"]["spokesman"]:
        return True
    if mention.case not in ("", "Gen", "Acc"):
        return False
    start = _start(mention) - sentence.span.start
    before = sentence.text[max(0, start - ASIDE) : start]
    aside = list(triggers("meetings", document.language, "aside").finditer(before))
    if triggers("meetings", document.language, "staying").search(sentence.text[max(0, start - 2 * ASIDE) : start]):
        return False
    return bool(aside) and not re.search(r"[,;:]|\s[сc]\s|\bwith\b", before[aside[-1].end() :])


def unnamed_posts(sentence: Sentence) -> list[PersonMention]:
    """Return the single posts of a sentence whose holders the article does not tell."""
    return [
        mention for mention in sentence.people if not mention.named and not mention.person.name and not mention.plural
    ]


def speaks_of_other(document: Document, sentence: Sentence) -> bool:
    """Tell whether a pronoun or "гость" stands for somebody named before."""
    return bool(triggers("meetings", document.language, "others").search(sentence.text))
