"""How soon is an answer ready in the chat, and how many questions a second does one core answer through a webhook?

    python -m benchmarks.chat [--facts N] [--seed N] [--folder FOLDER]

Builds N facts (100000), asks questions through a webhook, and sets the figures beside the goals; returns 1 where one
falls short. How soon an answer is ready is asked of questions that were never asked before, TRIES times without any
cache; the quickest counts, so that other work on the machine does not. The bot is compared with a trivial one, of one
handler and one fixed answer, on the same machine in the same run, by the processor time that an update takes: what
Telegram's side uses does not count. `--folder` keeps the database.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom

from benchmarks.chat_load import Sink, serving, telegram
from benchmarks.measuring import build, percentile, prepare
from benchmarks.records import words

FACTS = 100_000
ROUND = 3000  # questions of a round of throughput
ROUNDS = 3
WARM = 300
TRIES = 3
POPULAR = 60  # different questions that many ask, the first far more often than the last
CHARTS = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and the goal that it is to reach; `least` tells which way."""

    what: str
    value: float
    goal: float | None
    unit: str
    least: bool = True

    @property
    def reached(self) -> bool:
        """Tell whether the goal is reached; a figure without one always is."""
        return self.goal is None or (self.value >= self.goal if self.least else self.value <= self.goal)

    def __str__(self) -> str:
        goal = "" if self.goal is None else f"goal {'≥' if self.least else '≤'} {self.goal:g}"
        return f"{self.what:58} {self.value:9.2f} {self.unit:3} {goal}{'' if self.reached else '  SHORT'}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--facts", type=int, default=FACTS)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="chat-") as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"records-{options.facts}-{options.seed}.db"
        build(path, options.facts, options.seed)
        print(f"seed {options.seed}, {options.facts} facts")
        asked = [one.question.text for one in prepare(options.facts, options.seed)]
        figures = asyncio.run(_measure(str(path), asked, Random(options.seed)))
    for figure in figures:
        print(figure)
    return int(not all(figure.reached for figure in figures))


async def _measure(path: str, asked: Sequence[str], random: Random) -> list[Figure]:
    sink = Sink()
    async with telegram(sink) as api:
        with serving(api, path, cached=False) as bot:
            await bot.ask(asked[::5])
            answers = [1000 * min([(await bot.ask([question]))[0] for _ in range(TRIES)]) for question in asked]
            uploads = sink.methods.get("sendPhoto", 0)
            charts = [seconds for question in _charted() for seconds in await bot.ask([question])]
            drawn = sink.methods.get("sendPhoto", 0) - uploads
        popular = random.sample(list(asked), POPULAR)
        crowd = [random.choices(popular, [1 / rank for rank in range(1, POPULAR + 1)], k=ROUND) for _ in range(ROUNDS)]
        trivial = await _rate(api, None, crowd)
        ours = await _rate(api, path, crowd)
        alone = await _rate(api, path, [list(asked)], cached=False)
    return [
        Figure("answer ready, p50", percentile(answers, 50), None, "ms"),
        Figure("answer ready, p99", percentile(answers, 99), 50, "ms", least=False),
        Figure(f"answer with a chart, slowest of {drawn} drawn", max(charts), 1, "s", least=False),
        Figure("trivial bot, updates a second of one core", trivial, None, ""),
        Figure("questions that many ask, a second of one core", ours, None, ""),
        Figure("questions that many ask, ratio to the trivial bot", ours / trivial, 0.35, ""),
        Figure("questions never asked before, a second of one core", alone, None, ""),
        Figure("questions never asked before, ratio to the trivial bot", alone / trivial, None, ""),
    ]


async def _rate(api: str, path: str | None, rounds: Sequence[Sequence[str]], *, cached: bool = True) -> float:
    """Return how many questions a second of processor time answers: the best of `rounds`."""
    with serving(api, path, cached=cached) as bot:
        await bot.ask(rounds[0][:WARM] if cached else ["проекты", "товарооборот с Китаем", "встречи"])
        rates = []
        for questions in rounds:
            before = await bot.processor_seconds()
            await bot.ask(questions)
            rates.append(len(questions) / (await bot.processor_seconds() - before))
    return max(rates)


def _charted() -> list[str]:
    """Questions that are answered with a chart, no two with the same one."""
    return [f"товарооборот {partner} по годам" for partner in words().partners[:CHARTS]]


if __name__ == "__main__":
    sys.exit(main())
