"""How well facts are extracted: precision, recall, F1 and strict F1 by kind and language, and what confidence is worth.

python -m benchmarks.extraction [FOLDER]     the figures of a corpus; default: tests/corpus
python -m benchmarks.extraction --floors     raises tests/corpus/floors.json to today's figures; --lower lowers too
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import extract
from benchmarks.corpus import CORPUS, Entry, Record, read_corpus
from benchmarks.matching import likeness, right_slots
from extract.records import article_from_record, found_to_record

FLOORS = CORPUS / "floors.json"
KINDS = ("trade", "project", "meeting", "agreement", "investment")
EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)  # of confidence, for the table of reliability
Figures = dict[str, dict[str, float]]


@dataclass(slots=True)
class Counts:
    """Facts expected, found, found rightly, and with all main slots right."""

    expected: int = 0
    found: int = 0
    right: int = 0
    strict: int = 0

    def f1(self, right: int) -> float:
        """Return the harmonic mean of precision and recall for `right` of the found."""
        return 2 * right / (self.expected + self.found) if self.expected + self.found else 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A found fact with what became of it: confidence, whether it is right, and whether strictly so."""

    kind: str
    language: str
    confidence: float
    right: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """How many expected facts of a kind nothing told of."""

    kind: str
    language: str


def judge(entry: Entry) -> Iterator[Judged | Missed]:
    """Match the facts found in an article with the expected ones, best pairs first; unsure ones count neither way."""
    language = entry.article["language"]
    found = [found_to_record(one) for one in extract.extract(article_from_record(entry.article))]
    for kind in KINDS:
        wanted = [fact for fact in entry.facts if fact["kind"] == kind]
        got = [fact for fact in found if fact["kind"] == kind]
        pairs = _pair_up(wanted, got)
        for number, fact in enumerate(wanted):
            if number not in pairs.values() and not fact.get("unsure"):
                yield Missed(kind, language)
        for number, fact in enumerate(got):
            match = wanted[pairs[number]] if number in pairs else None
            if match is None or not match.get("unsure"):
                strict = match is not None and right_slots(match, fact)
                yield Judged(kind, language, fact["confidence"], match is not None, strict)


def _pair_up(wanted: list[Record], got: list[Record]) -> dict[int, int]:
    """Return for found facts, by number, the expected fact each tells of; greedily, the likest pairs first."""
    likest = sorted(
        (
            (likeness(one, other), not one.get("unsure"), i, j)
            for i, one in enumerate(wanted)
            for j, other in enumerate(got)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, _, i, j in likest:
        if score > 0 and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def figures_of(corpus: Iterable[Entry]) -> Figures:
    """Return the figures by "kind/language", and the share of articles without facts in which none was found.

    Where nothing is expected, precision is no measure: such a group has no figures but those of these articles.
    """
    return _figures([(entry, list(judge(entry))) for entry in corpus])


def _figures(judged: list[tuple[Entry, list[Judged | Missed]]]) -> Figures:
    counts: dict[str, Counts] = defaultdict(Counts)
    for _, outcomes in judged:
        for one in outcomes:
            count = counts[f"{one.kind}/{one.language}"]
            if isinstance(one, Missed):
                count.expected += 1
                continue
            count.expected += one.right
            count.found += 1
            count.right += one.right
            count.strict += one.strict
    figures = {
        group: {
            "precision": round(count.right / count.found, 3) if count.found else 1.0,
            "recall": round(count.right / count.expected, 3) if count.expected else 1.0,
            "f1": round(count.f1(count.right), 3),
            "strict_f1": round(count.f1(count.strict), 3),
        }
        for group, count in sorted(counts.items())
        if count.expected
    }
    return figures | {"articles without facts": {"no false fact": _share_without_false(judged)}}


def _share_without_false(judged: list[tuple[Entry, list[Judged | Missed]]]) -> float:
    """Return the share of the articles without facts in which none was found, 1 where there are no such articles."""
    silent = [not outcomes for entry, outcomes in judged if not entry.facts]
    return round(sum(silent) / len(silent), 3) if silent else 1.0


def reliability(outcomes: Iterable[Judged]) -> list[tuple[float, float, int, float, float]]:
    """Return rows (from, to, facts, mean confidence, share right) of the table of reliability."""
    rows = []
    facts = list(outcomes)
    for low, high in zip((0.0, *EDGES), EDGES, strict=False):
        inside = [fact for fact in facts if low <= fact.confidence < high]
        if inside:
            mean = sum(fact.confidence for fact in inside) / len(inside)
            rows.append((low, min(high, 1.0), len(inside), mean, sum(fact.right for fact in inside) / len(inside)))
    return rows


def fallen(figures: Figures, floors: Figures) -> list[str]:
    """Return a line for each figure that lies below its floor."""
    return [
        f"{group} {name}: {figures.get(group, {}).get(name, 0.0)} < {floor}"
        for group, pinned in floors.items()
        for name, floor in pinned.items()
        if figures.get(group, {}).get(name, 0.0) < floor
    ]


def raised(figures: Figures, floors: Figures, *, lower: bool) -> Figures:
    """Return floors lifted to `figures`; with `lower` they become the figures as they are."""
    if lower:
        return figures
    return {
        group: {name: max(value, floors.get(group, {}).get(name, value)) for name, value in row.items()}
        for group, row in figures.items()
    }


def _print(judged: list[tuple[Entry, list[Judged | Missed]]]) -> None:
    for group, row in _figures(judged).items():
        print(f"{group:24}" + "  ".join(f"{name} {value:.3f}" for name, value in row.items()))
    print("\nconfidence   facts   mean   right")
    outcomes = [one for _, rows in judged for one in rows if isinstance(one, Judged)]
    for low, high, number, mean, right in reliability(outcomes):
        print(f"{low:.1f} – {high:.1f} {number:8} {mean:8.3f} {right:7.3f}")


def main() -> int:
    """Print the figures, or move the floors. Returns 1 where a floor would have to be lowered and may not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    judged = [(entry, list(judge(entry))) for entry in read_corpus(options.folder)]
    _print(judged)
    if not options.floors:
        return 0
    figures = _figures(judged)
    floors: Figures = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    below = [] if options.lower else fallen(figures, floors)
    for line in below:
        print(f"below its floor: {line}; --lower accepts it", file=sys.stderr)
    if not below:
        new = raised(figures, floors, lower=options.lower)
        FLOORS.write_text(json.dumps(new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
