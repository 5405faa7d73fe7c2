"""The goals of search, and which figures fall short of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.measuring import percentile

RECALL = {"exact": 0.99, "inflected": 0.99, "typo": 0.99, "latin": 0.99, "hard": 0.95}
SAVED = 600  # facts a second
FASTER = {"tantivy": {50: 10.0, 99: 4.0}, "pg_trgm": {50: 150.0}}  # times, by percentile
COMPARED_FROM = 1_000_000  # facts from which on the peers are to be outrun
WHOLE = 4.0  # times the p99 of the search that a whole answer may take
FLAT = 3.0  # times that the p99 of the largest size may be that of the smallest
BUSY = 2.0  # times the quiet p99 while another process writes


@dataclass(slots=True)
class Figures:
    """What was measured at one size; times in milliseconds."""

    size: int
    rate: float | None
    recall: dict[str, float]
    search: Sequence[float]
    ask: Sequence[float]
    peers: dict[str, Sequence[float]] = field(default_factory=dict)
    busy: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure that misses its goal."""

    size: int
    what: str
    figure: float
    goal: float


def missed(figures: Sequence[Figures]) -> list[Shortfall]:
    """Return all figures that fall short."""
    found = [short for one in figures for short in _missed(one)]
    smallest, largest = min(figures, key=lambda one: one.size), max(figures, key=lambda one: one.size)
    for name, first, last in (("search", smallest.search, largest.search), ("ask", smallest.ask, largest.ask)):
        ratio = percentile(last, 99) / percentile(first, 99)
        if ratio > FLAT:
            found.append(Shortfall(largest.size, f"p99 of {name}, times that of {smallest.size} facts", ratio, FLAT))
    return found


def _missed(one: Figures) -> Iterator[Shortfall]:
    for style, goal in RECALL.items():
        if one.recall[style] < goal:
            yield Shortfall(one.size, f"recall@10, {style}", one.recall[style], goal)
    if one.rate is not None and one.rate < SAVED:
        yield Shortfall(one.size, "facts saved a second", one.rate, SAVED)
    for peer, goals in FASTER.items() if one.size >= COMPARED_FROM else ():
        for percent, goal in goals.items():
            if times := one.peers.get(peer):
                ratio = percentile(times, percent) / percentile(one.search, percent)
                if ratio < goal:
                    yield Shortfall(one.size, f"p{percent}, times faster than {peer}", ratio, goal)
    whole = percentile(one.ask, 99) / percentile(one.search, 99)
    if whole > WHOLE:
        yield Shortfall(one.size, "p99 of a whole answer, times that of the search", whole, WHOLE)
    if one.busy and (ratio := percentile(one.busy, 99) / percentile(one.search, 99)) > BUSY:
        yield Shortfall(one.size, "p99 while another process writes, times the quiet one", ratio, BUSY)


def shown(shortfalls: Sequence[Shortfall]) -> Iterator[str]:
    """Yield a line for each figure that falls short."""
    for one in shortfalls:
        yield f"short of the goal at {one.size}: {one.what} {one.figure:.3g}, goal {one.goal:g}"
