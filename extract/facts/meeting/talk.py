"""Talks as one value, and when two of them are the same: headline, lead and body tell of one meeting."""

from dataclasses import dataclass

from extract.document import Sentence
from extract.model import Person, Place
from extract.people.names import surname_key

# How sure we are: both sides named with a verb of talking; named by a noun ("на встрече с"); a session; one side taken
# from the context by a pronoun, both by "лидеры двух стран", or by a post whose holder is named near by.
CONFIDENCE = {"direct": 0.95, "noun": 0.85, "session": 0.85, "joined": 0.8, "pronoun": 0.75, "both": 0.7, "post": 0.6}


@dataclass(frozen=True, slots=True)
class Talk:
    """Talks as far as they are read: who, where and when, and the sentences that say so, the first one first."""

    people: tuple[Person, ...]
    sentences: tuple[tuple[Sentence, tuple[str, ...]], ...]
    rule: str
    place: Place | str | None = None
    date: str | None = None
    topics: tuple[str, ...] = ()

    @property
    def last_index(self) -> int:
        return max(sentence.index for sentence, _ in self.sentences)


def finer(place: Place | str, known: Place | str) -> bool:
    return isinstance(place, Place) and isinstance(known, Place) and place.country == known.name


def merge(talks: list[Talk], talk: Talk) -> None:
    """Join `talk` to talks of the same people; people of one side may be missing in a headline."""
    keys = {surname_key(person.name) for person in talk.people}
    for position, known in enumerate(talks):
        known_keys = {surname_key(person.name) for person in known.people}
        if (keys <= known_keys or known_keys <= keys) and not _apart(known, talk):
            talks[position] = _joined(known, talk)
            return
    talks.append(talk)


def _apart(known: Talk, talk: Talk) -> bool:
    return bool(
        known.date and talk.date and not known.date.startswith(talk.date) and not talk.date.startswith(known.date)
    )


def _joined(known: Talk, talk: Talk) -> Talk:
    roles = {surname_key(person.name): person.role for person in (*talk.people, *known.people) if person.role}
    fuller = known.people if len(known.people) >= len(talk.people) else talk.people
    people = tuple(Person(person.name, person.role or roles.get(surname_key(person.name))) for person in fuller)
    place = talk.place if known.place is None or (talk.place and finer(talk.place, known.place)) else known.place
    better = known if CONFIDENCE[known.rule] >= CONFIDENCE[talk.rule] else talk
    sentences = [
        *known.sentences,
        *(item for item in talk.sentences if item[0] not in [one for one, _ in known.sentences]),
    ]
    sentences.sort(key=lambda item: (item[0].headline and "people" in item[1], "people" not in item[1]))
    return Talk(
        people,
        tuple(sentences),
        better.rule,
        place,
        known.date or talk.date,
        tuple(dict.fromkeys((*known.topics, *talk.topics))),
    )
