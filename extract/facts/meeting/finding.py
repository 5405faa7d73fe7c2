"""Meetings: talks of two or more sides, from the sentences that tell of them.

    sentences | cue | people with posts | the other side from the context | merge what tells of the same talks

Names may stand in one sentence, topics in the next, the place in a third; headline, lead and body are one meeting.
"""

from collections.abc import Iterator
from dataclasses import replace

from extract.document import Document, Sentence
from extract.explain import Dropped
from extract.facts.meeting.cues import Cue, find_cue, participants, speaks_of_other, unnamed_posts
from extract.facts.meeting.talk import CONFIDENCE, Talk, finer, merge
from extract.facts.meeting.topics import topics_of
from extract.facts.occasion import arrival_of, day_of, is_remote, place_name, place_of
from extract.facts.sides import opposed
from extract.facts.triggers import triggers
from extract.model import Evidence, Found, Meeting, Person, Place, Span
from extract.people.names import surname_key
from extract.people.posts import genitive

REACH = 5  # sentences after its talks in which topics, place and day may follow


def find_meetings(document: Document) -> Iterator[Found | Dropped]:
    """Yield the meetings that an article tells of, and the mentions of talks that were refused, with the reason."""
    talks, dropped = read_talks(document)
    yield from dropped
    yield from (_found(talk) for talk in talks)


def read_talks(document: Document) -> tuple[list[Talk], list[Dropped]]:
    """Return the talks of an article, those of the same people merged, and what was refused."""
    talks: list[Talk] = []
    dropped: list[Dropped] = []
    pending: tuple[Sentence, Cue] | None = None
    for sentence in document.sentences:
        cue = find_cue(document, sentence)
        if cue is not None and cue.refusal:
            dropped.append(Dropped("meeting", cue.strength, Span(cue.start, cue.stop), cue.refusal))
            continue
        if cue is None:
            _enrich_last(talks, document, sentence, None)
            continue
        if cue.strength == "joined" and talks and sentence.index - talks[-1].last_index <= REACH:
            talks[-1] = _with_more_people(talks[-1], document, sentence)
            continue
        people, rule = _people(document, sentence, cue, talks)
        if len(people) >= 2:
            talk = _enriched(Talk(people, ((sentence, ("people",)),), rule), document, sentence, cue)
            if pending and sentence.index - pending[0].index <= 2:
                talk = _enriched(talk, document, *pending)
                talk = replace(talk, people=_with_shared_posts(talk.people, pending[0]))
            pending = None
            merge(talks, talk)
        elif not _enrich_last(talks, document, sentence, cue):
            pending = (sentence, cue)
            if cue.strength != "noun":
                dropped.append(Dropped("meeting", rule, Span(cue.start, cue.stop), "the other side is not named"))
    return [_with_arrival(talk, document) for talk in talks], dropped


def _with_arrival(talk: Talk, document: Document) -> Talk:
    """Give talks without a place the town that one of the people is said to have come to."""
    if any(is_remote(document, sentence) for sentence, slots in talk.sentences if "people" in slots):
        return replace(talk, place=None)
    if talk.place is not None:
        return talk
    names = frozenset(person.name for person in talk.people)
    return replace(talk, place=arrival_of(document, talk.sentences[0][0], names))


def _people(document: Document, sentence: Sentence, cue: Cue, talks: list[Talk]) -> tuple[tuple[Person, ...], str]:
    """Return who talked by this sentence, and the rule that tells so."""
    people = participants(document, sentence)
    if len(people) >= 2:
        known = any(person.role for person in people)
        if cue.strength == "session" and not (known and any(opposed(people[0].role, one.role) for one in people[1:])):
            return people[:1], cue.strength
        return people, cue.strength
    together = triggers("meetings", document.language, "together").search(sentence.text)
    spoken = cue.strength == "noun" and triggers("meetings", document.language, "shown").search(sentence.text)
    if len(people) == 1 and (together or spoken or (cue.strength == "direct" and speaks_of_other(document, sentence))):
        other = _guest_of(document, sentence, people[0], talks) or _named_before(document, sentence, people[0])
        if other:
            return (other, *people) if not sentence.headline else people, "pronoun"
    if cue.strength == "direct" and triggers("meetings", document.language, "both").search(sentence.text):
        for earlier in document.before(sentence, 2):
            two = participants(document, earlier)
            if (
                len(two) == 2
                and opposed(two[0].role, two[1].role)
                and {person.name for person in people} <= {person.name for person in two}
            ):
                return two, "both"
    missing = 2 - len(people)
    if (cue.strength == "direct" or (cue.strength == "noun" and sentence.headline)) and len(
        unnamed_posts(sentence)
    ) >= missing > 0:
        filled = _named_near(document, sentence, people, missing)
        if len(filled) == missing:
            return (*people, *filled), "post"
    return people, cue.strength


def _guest_of(document: Document, sentence: Sentence, known: Person, talks: list[Talk]) -> Person | None:
    """Return whom "he" or "the guest" stands for after other talks: the guest of these, or whom "he" was there."""
    if not talks or sentence.index - talks[-1].last_index > REACH:
        return None
    last = talks[-1]
    guest = triggers("meetings", document.language, "guests").search(sentence.text)
    if last.rule != "pronoun" and not guest:
        return None
    other = last.people[0] if last.rule == "pronoun" else last.people[-1]
    return other if surname_key(other.name) != surname_key(known.name) else None


def _named_before(document: Document, sentence: Sentence, known: Person) -> Person | None:
    for earlier in document.before(sentence, 3):
        others = [
            person
            for person in participants(document, earlier)
            if surname_key(person.name) != surname_key(known.name) and opposed(person.role, known.role)
        ]
        if others:
            return others[0]
    return None


def _named_near(document: Document, sentence: Sentence, known: tuple[Person, ...], missing: int) -> list[Person]:
    """Return people of the next sentences who may hold the bare posts of this one."""
    keys = {surname_key(person.name) for person in known}
    posts = unnamed_posts(sentence)
    found: list[Person] = []
    for later in document.sentences[sentence.index + 1 : sentence.index + 4]:
        for person in participants(document, later):
            if " " in person.name and surname_key(person.name) not in keys and len(found) < missing:
                keys.add(surname_key(person.name))
                role = person.role or posts[len(found)].person.role
                found.append(Person(person.name, role))
    return found


def _with_shared_posts(people: tuple[Person, ...], sentence: Sentence) -> tuple[Person, ...]:
    """ "Премьеры A и B встретились": the plural post of the sentence before goes to the two names of this one."""
    plural = next((mention for mention in sentence.people if mention.plural and mention.person.role), None)
    if plural is None or len(people) != 2 or any(person.role for person in people):
        return people
    head = (plural.person.role or "").partition(" ")[0]
    owners = [
        party for span, party in sentence.parties if plural.span.start <= span.start <= plural.span.stop + len(" и ")
    ]
    if len(owners) != 2:
        return people
    return tuple(Person(person.name, f"{head} {genitive(owner)}") for person, owner in zip(people, owners, strict=True))


def _with_more_people(talk: Talk, document: Document, sentence: Sentence) -> Talk:
    keys = {surname_key(person.name) for person in talk.people}
    more = tuple(person for person in participants(document, sentence) if surname_key(person.name) not in keys)
    if not more:
        return talk
    return replace(talk, people=(*talk.people, *more), sentences=(*talk.sentences, (sentence, ("people",))))


def _enrich_last(talks: list[Talk], document: Document, sentence: Sentence, cue: Cue | None) -> bool:
    """Add what a sentence without its own people tells of the last talks; False where it is too far from them."""
    if not talks or sentence.index - talks[-1].last_index > REACH:
        return False
    people = participants(document, sentence)
    keys = {surname_key(person.name) for person in talks[-1].people}
    if any(surname_key(person.name) not in keys for person in people):
        return False
    talks[-1] = _enriched(talks[-1], document, sentence, cue)
    return True


def _enriched(talk: Talk, document: Document, sentence: Sentence, cue: Cue | None) -> Talk:
    """Return the talks with the topics of a sentence and, where it has a cue, the place and day it gives."""
    slots: list[str] = []
    if cue is not None:
        remote = any(is_remote(document, one) for one in (sentence, *(known for known, _ in talk.sentences)))
        place = None if remote else place_of(document, sentence)
        if (
            isinstance(place, Place)
            and place.kind == "country"
            and cue.strength == "noun"
            and talk.last_index != sentence.index
        ):
            place = None  # "Автопром, сказал он в беседе, в Казахстане ценят": no place of the talks
        if place is not None and (talk.place is None or finer(place, talk.place)):
            talk = replace(talk, place=place)
            slots.append("place")
        date = day_of(document, sentence, cue.start)
        if date is not None and (talk.date is None or (len(date) > len(talk.date) and date.startswith(talk.date))):
            talk = replace(talk, date=date)
            slots.append("date")
    topics = tuple(topic for topic in topics_of(document, sentence) if topic not in talk.topics)
    if topics:
        talk = replace(talk, topics=(*talk.topics, *topics))
        slots.append("topics")
    if not slots or any(known is sentence for known, _ in talk.sentences):
        return talk
    return replace(talk, sentences=(*talk.sentences, (sentence, tuple(slots))))


def _found(talk: Talk) -> Found:
    evidence: list[Evidence] = [sentence.evidence(talk.rule, slots) for sentence, slots in talk.sentences]
    fact = Meeting(people=talk.people, place=place_name(talk.place), date=talk.date, topics=talk.topics)
    return Found(fact, tuple(evidence), CONFIDENCE[talk.rule])
