"""How well posts and meetings are found on factRuEval-2016: precision, recall and F1 of two of its kinds of fact.

    python benchmarks/factrueval.py FOLDER

FOLDER holds the track's `<name>.txt`, `.facts`, `.coref`, `.objects` and `.spans` files. Each fact matches once, and
gold facts marked as hard need not be found.

- Occupation: a post found matches where any mention of its person overlaps one of Who, and its words overlap Position
  (Where, if there is no Position).
- Meeting: a meeting found matches where two of its people overlap mentions of two different participants.

The official comparator compares the values of slots: its figures are lower and not to be set beside these.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from extract.document import Document, read_document
from extract.facts.meeting import find_meetings
from extract.model import Article, Found, Meeting
from extract.people.finding import PersonMention
from extract.people.names import surname_key

HARD = "Сложность"  # the line that marks a fact as hard

Range = tuple[int, int]
F = TypeVar("F", "Occupation", "Gathering")


@dataclass(frozen=True, slots=True)
class Occupation:
    """A fact by the characters of the text that each slot may stand at."""

    who: tuple[Range, ...]
    position: tuple[Range, ...]
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting by the characters at which each of its people may be named."""

    people: tuple[tuple[Range, ...], ...]
    hard: bool = False


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the fields of each line, what stands behind "#" left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if fields := line.split(" # ")[0].split():
            yield fields


def span_ranges(base: Path) -> dict[str, Range]:
    """Return the characters of each span: id kind start length ..."""
    spans = rows(base.with_suffix(".spans"))
    return {fields[0]: (int(fields[2]), int(fields[2]) + int(fields[3])) for fields in spans}


def mention_ranges(base: Path, spans: dict[str, Range]) -> dict[str, tuple[Range, ...]]:
    """Return the characters of every mention of each entity that the coreference file joins."""
    objects = {
        fields[0]: tuple(spans[one] for one in fields[2:] if one in spans)
        for fields in rows(base.with_suffix(".objects"))
    }
    entities: dict[str, tuple[Range, ...]] = {}
    for fields in rows(base.with_suffix(".coref")):
        if all(field.isdigit() for field in fields):
            entities[fields[0]] = tuple(one for member in fields[1:] for one in objects.get(member, ()))
    return entities


def gold_blocks(base: Path, kind: str) -> Iterator[tuple[list[tuple[str, tuple[Range, ...]]], bool]]:
    """Yield the slots of each fact of a kind in one text, in their order, and whether the fact is marked as hard."""
    spans = span_ranges(base)
    entities = mention_ranges(base, spans)
    for block in base.with_suffix(".facts").read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if not lines or not lines[0].endswith(f" {kind}"):
            continue
        slots: list[tuple[str, tuple[Range, ...]]] = []
        for line in lines[1:]:
            name, reference = [*line.split(), ""][:2]
            if reference.startswith("obj"):
                slots.append((name, entities.get(reference[3:], ())))
            elif reference.startswith("span") and reference[4:] in spans:
                slots.append((name, (spans[reference[4:]],)))
        yield slots, any(line.startswith(HARD) for line in lines)


def gold_posts(base: Path) -> list[Occupation]:
    """Return the Occupation facts of one text."""
    facts: list[Occupation] = []
    for slots, hard in gold_blocks(base, "Occupation"):
        who, position, where = (
            tuple(one for name, ranges in slots if name == wanted for one in ranges)
            for wanted in ("Who", "Position", "Where")
        )
        facts.append(Occupation(who, position or where, hard))
    return facts


def found_posts(document: Document) -> list[Occupation]:
    """Return the people with their posts that the extractor sees, each post in its fullest form."""
    mentions = [one for sentence in document.sentences for one in sentence.people if one.person.name]
    posts = [(surname_key(one.person.name), title, span) for one in mentions for span, title in one.posts]
    places: dict[tuple[str, str], list[Range]] = {}
    for person, title, span in posts:
        fullest = max((other for who, other, _ in posts if who == person and other.startswith(title)), key=len)
        places.setdefault((person, fullest), []).append((span.start, span.stop))
    return [Occupation(mention_places(mentions, person), tuple(held)) for (person, _), held in places.items()]


def mention_places(mentions: Sequence[PersonMention], person: str) -> tuple[Range, ...]:
    """Return where a person, given by the key of the surname, is named."""
    return tuple((one.span.start, one.span.stop) for one in mentions if surname_key(one.person.name) == person)


def gold_meetings(base: Path) -> list[Gathering]:
    """Return the Meeting facts of one text."""
    return [
        Gathering(tuple(ranges for name, ranges in slots if name == "Participant"), hard)
        for slots, hard in gold_blocks(base, "Meeting")
    ]


def found_meetings(document: Document) -> list[Gathering]:
    """Return the meetings that the extractor sees, each person by all places where the text names them."""
    mentions = [one for sentence in document.sentences for one in sentence.people if one.person.name]
    facts = [one.fact for one in find_meetings(document) if isinstance(one, Found)]
    return [
        Gathering(tuple(mention_places(mentions, surname_key(person.name)) for person in fact.people))
        for fact in facts
        if isinstance(fact, Meeting)
    ]


def overlap(some: tuple[Range, ...], others: tuple[Range, ...]) -> bool:
    """Tell whether any two ranges share a character."""
    return any(a < d and c < b for a, b in some for c, d in others)


def same_post(gold: Occupation, found: Occupation) -> bool:
    """Tell whether a post found is that of a gold fact."""
    return overlap(gold.who, found.who) and overlap(gold.position, found.position)


def same_meeting(gold: Gathering, found: Gathering) -> bool:
    """Tell whether two people of a meeting found are two participants of a gold one."""
    met = [{index for index, who in enumerate(gold.people) if overlap(who, person)} for person in found.people]
    return len(set().union(*met)) > 1 and sum(map(bool, met)) > 1


def matched(gold: Sequence[F], mine: Sequence[F], same: Callable[[F, F], bool]) -> Counter[str]:
    """Return how many facts of one text are right, expected and found."""
    left = list(gold)
    right, found = 0, len(mine)
    for fact in mine:
        if match := next((one for one in left if same(one, fact)), None):
            left.remove(match)
            right += not match.hard
            found -= match.hard
    return Counter(right=right, expected=sum(not fact.hard for fact in gold), found=found)


def score(folder: Path) -> dict[str, Counter[str]]:
    """Return for each kind how many facts are right, expected and found over all texts of a folder."""
    totals = {"Occupation": Counter[str](), "Meeting": Counter[str]()}
    for path in sorted(folder.glob("*.facts")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        document = read_document(Article(id="text", text=text, language="ru"))
        assert document is not None
        totals["Occupation"] += matched(gold_posts(path), found_posts(document), same_post)
        totals["Meeting"] += matched(gold_meetings(path), found_meetings(document), same_meeting)
    return totals


def main() -> int:
    """Print the figures for the folder named on the command line."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    for kind, counts in score(Path(sys.argv[1])).items():
        right, expected, found = (counts[name] for name in ("right", "expected", "found"))
        precision, recall = right / max(found, 1), right / max(expected, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
        print(f"{right} of {expected} facts, {found} found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
