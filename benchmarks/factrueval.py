"""How well posts are found on factRuEval-2016: precision, recall and F1 of its Occupation facts.

    python benchmarks/factrueval.py FOLDER

FOLDER holds the track's `<name>.txt`, `.facts`, `.coref`, `.objects` and `.spans` files. A fact found matches a gold
one when its person overlaps a mention of Who and its post overlaps Position (Where, if there is no Position); each
matches once, and gold facts marked as hard need not be found. The official
comparator compares the values of slots: its figures are lower and not to be set beside these.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.document import read_document
from extract.model import Article
from extract.names import surname_key

HARD = "Сложность"  # the line that marks a fact as hard

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Occupation:
    """A fact by the characters of the text that each slot may stand at."""

    who: tuple[Range, ...]
    position: tuple[Range, ...]
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


def gold_facts(base: Path) -> list[Occupation]:
    """Return the Occupation facts of one text."""
    spans = span_ranges(base)
    entities = mention_ranges(base, spans)
    facts: list[Occupation] = []
    for block in base.with_suffix(".facts").read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if not lines or not lines[0].endswith(" Occupation"):
            continue
        slots: dict[str, tuple[Range, ...]] = {}
        for line in lines[1:]:
            name, reference = [*line.split(), ""][:2]
            if reference.startswith("obj"):
                slots[name] = (*slots.get(name, ()), *entities.get(reference[3:], ()))
            elif reference.startswith("span") and reference[4:] in spans:
                slots[name] = (*slots.get(name, ()), spans[reference[4:]])
        position = slots.get("Position", ()) or slots.get("Where", ())
        hard = any(line.startswith(HARD) for line in lines)
        facts.append(Occupation(slots.get("Who", ()), position, hard))
    return facts


def found_facts(text: str) -> list[Occupation]:
    """Return the people with their posts that the extractor sees in a text, each post in its fullest form."""
    document = read_document(Article(id="text", text=text, language="ru"))
    mentions = [one for sentence in document.sentences for one in sentence.people] if document else []
    posts = [(surname_key(one.person.name), title, one, span) for one in mentions for span, title in one.posts]
    places: dict[tuple[str, str], list[tuple[Range, Range]]] = {}
    for person, title, mention, span in posts:
        fullest = max((other for who, other, _, _ in posts if who == person and other.startswith(title)), key=len)
        pair = ((mention.span.start, mention.span.stop), (span.start, span.stop))
        places.setdefault((person, fullest), []).append(pair)
    return [Occupation(tuple(who for who, _ in one), tuple(post for _, post in one)) for one in places.values()]


def overlap(some: tuple[Range, ...], others: tuple[Range, ...]) -> bool:
    """Tell whether any two ranges share a character."""
    return any(a < d and c < b for a, b in some for c, d in others)


def score(folder: Path) -> tuple[int, int, int]:
    """Return how many facts are right, expected and found over all texts of a folder."""
    right = expected = found = 0
    for path in sorted(folder.glob("*.facts")):
        gold, mine = gold_facts(path), found_facts(path.with_suffix(".txt").read_text(encoding="utf-8"))
        left = list(gold)
        for fact in mine:
            match = next((g for g in left if overlap(g.who, fact.who) and overlap(g.position, fact.position)), None)
            found += 1
            if match:
                left.remove(match)
                right += not match.hard
                found -= match.hard
        expected += sum(not fact.hard for fact in gold)
    return right, expected, found


def main() -> int:
    """Print the figures for the folder named on the command line."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    right, expected, found = score(Path(sys.argv[1]))
    precision, recall = right / max(found, 1), right / max(expected, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"Occupation: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    print(f"{right} of {expected} facts, {found} found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
