"""How fast and how well are questions answered over invented records, beside other ways to search the same ones?

    python -m benchmarks.search [SIZE ...] [--seed N] [--folder FOLDER] [--peers] [--ingesting]

Builds SIZE facts (10000, 100000 and 1000000) through the store, asks 375 questions, prints the figures beside the goals
and returns 1 where one falls short. The seed is a fresh one unless given; `--folder` keeps the databases for another
run with the same seed. `--peers` compares with what `benchmarks/install` has installed. `--ingesting` measures once
more while another process saves RATE facts a second.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

from benchmarks.comparing import PEERS, ask_peer, write_records
from benchmarks.goals import Figures, missed, shown
from benchmarks.measuring import build, measure, percentile, prepare, recalls
from benchmarks.writing import RATE, ingesting

SIZES = (10_000, 100_000, 1_000_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all sizes and print a table of each. Returns 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--ingesting", action="store_true")
    options = parser.parse_args(arguments)
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="search-") as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures = [
            _of_size(folder, Path(temporary), size, options.seed, options.peers, options.ingesting)
            for size in options.sizes
        ]
    short = missed(figures)
    print("\n".join(["", *shown(short)]) if short else "\nevery goal that was measured is reached")
    return int(bool(short))


def _of_size(folder: Path, temporary: Path, size: int, seed: int, peers: bool, busy: bool) -> Figures:
    path = folder / f"records-{size}-{seed}.db"
    rate = build(path, size, seed)
    asked = prepare(size, seed)
    print(f"\n{size} facts" + (f", {rate:.0f} saved a second" if rate else ""))
    search, ask, found = measure(path, asked)
    figures = Figures(size, rate, recalls(asked, found), search, ask)
    _row("search", search, figures.recall)
    _row("ask", ask, {})
    for peer in PEERS if peers else ():
        place = write_records(temporary / f"peer-{size}", size, seed, asked)
        answers = ask_peer(peer, place, size)
        if answers is None:
            print(f"{peer.name:14} left out")
            continue
        figures.peers[peer.name] = [milliseconds for milliseconds, _ in answers]
        _row(peer.name, figures.peers[peer.name], recalls(asked, [numbers for _, numbers in answers]))
    if busy:
        copy = temporary / "busy.db"
        shutil.copy(path, copy)
        with ingesting(copy):
            figures.busy, _, _ = measure(copy, asked)
        copy.unlink()
        _row(f"+{RATE} a second", figures.busy, {})
    return figures


def _row(name: str, milliseconds: Sequence[float], recall: dict[str, float]) -> None:
    of_styles = "  ".join(f"{style} {value:.3f}" for style, value in recall.items())
    times = f"{percentile(milliseconds, 50):9.2f} {percentile(milliseconds, 99):9.2f} ms"
    print(f"{name:14}{times}  {of_styles}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
