"""Building the records and asking the questions: times in milliseconds, and recall among the first FOUND."""

import gc
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.questions import STYLES, Question, questions
from benchmarks.records import Traits, articles
from extract.question import read_question
from handlers.answering import answer_question
from storage import Store

FOUND = 10
EACH = 75  # questions of a style
ASKED_OF = 4000  # records that may be asked about
SEEN = "2026-01-01T00:00:00"
TODAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the numbers of all facts that answer it."""

    question: Question
    answers: frozenset[int]


def build(path: Path, size: int, seed: int) -> float | None:
    """Save the records and return how many facts were saved a second; None where they had been saved before."""
    if path.exists():
        with Store.open(str(path)) as store:
            if store.counts()["facts"] >= size:
                return None
    path.unlink(missing_ok=True)
    taken = 0.0
    with Store.open(str(path)) as store:
        for article, made in articles(size, seed):
            found = [one.found for one in made]
            start = time.perf_counter()
            store.save_article(article, found, seen_at=SEEN)
            taken += time.perf_counter() - start
        if store.counts()["facts"] != size:
            raise ValueError(f"{store.counts()['facts']} facts were stored instead of {size}")
    return size / taken


def traits_of(size: int, seed: int) -> Iterator[tuple[int, Traits]]:
    """Yield the number that each fact has in the store, and its traits."""
    number = 0
    for _, made in articles(size, seed):
        for one in made:
            number += 1
            yield number, one.traits


def prepare(size: int, seed: int) -> list[Asked]:
    """Make the questions and find out by plain comparison which facts answer them."""
    random = Random(seed + 1)
    chosen = set(random.sample(range(1, size + 1), min(ASKED_OF, size)))
    asked = list(questions([traits for number, traits in traits_of(size, seed) if number in chosen], EACH, seed + 2))
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    wanted = {trait for question in asked for trait in question.wanted}
    for number, traits in traits_of(size, seed):
        for trait in wanted.intersection(traits):
            holders[trait].add(number)
    return [Asked(one, frozenset(set.intersection(*(holders[trait] for trait in one.wanted)))) for one in asked]


def measure(path: Path, asked: Sequence[Asked]) -> tuple[list[float], list[float], list[list[int]]]:
    """Ask all questions; return the times of the search alone and of the whole answer, and what was found."""
    search, ask, found = [], [], []
    with Store.open(str(path), read_only=True) as store:
        for one in asked[::5]:
            answer_question(store, one.question.text, None, TODAY)
        gc.collect()
        gc.freeze()
        for one in asked:
            query = read_question(one.question.text, None, TODAY)
            start = time.perf_counter()
            answer = store.search(query, limit=FOUND)
            search.append(1000 * (time.perf_counter() - start))
            found.append([hit.id for hit in answer.hits])
        for one in asked:
            start = time.perf_counter()
            answer_question(store, one.question.text, None, TODAY)
            ask.append(1000 * (time.perf_counter() - start))
    return search, ask, found


def recalls(asked: Sequence[Asked], found: Sequence[Sequence[int]]) -> dict[str, float]:
    """Return for each style the share of what could be among the first FOUND that is."""
    shares: dict[str, list[float]] = {style: [] for style in STYLES}
    for one, numbers in zip(asked, found, strict=True):
        right = len(one.answers.intersection(numbers[:FOUND]))
        shares[one.question.style].append(right / min(FOUND, len(one.answers)))
    return {style: sum(values) / len(values) for style, values in shares.items()}


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value below which that share of the values lies."""
    return sorted(values)[min(len(values) * percent // 100, len(values) - 1)]
