"""`python -m benchmarks.soak_ingest [CHECK ...]`: figures beside goals; the exit status is 1 on a shortfall."""

import sys
import time
from collections.abc import Callable

from benchmarks.soak_ingest import asking, feeds, kills, mutations, reprints
from benchmarks.soak_ingest.figure import Figure

CHECKS: dict[str, Callable[[], list[Figure]]] = {
    "feeds": feeds.check,
    "mutations": mutations.check,
    "reprints": reprints.check,
    "kills": kills.check,
    "asking": asking.check,
}


def main(names: list[str]) -> int:
    """Run the named checks, all where none is named. Returns the exit status."""
    if unknown := [name for name in names if name not in CHECKS]:
        print(f"no check {unknown[0]!r}; there are: {', '.join(CHECKS)}", file=sys.stderr)
        return 2
    short = 0
    for name in names or CHECKS:
        start = time.monotonic()
        figures = CHECKS[name]()
        print(f"{name} ({time.monotonic() - start:.0f} s)", *figures, sep="\n", flush=True)
        short += sum(one.is_short for one in figures)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
