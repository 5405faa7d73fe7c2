"""Articles to ingest: those of the corpus and of the samples again and again, each with a sentence of its own."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.corpus import CORPUS
from extract.model import Article
from extract.records import article_from_record

SAMPLES = Path(__file__).resolve().parents[2] / "bot" / "samples" / "articles.jsonl"
PARTNERS = ("Узбекистаном", "Турцией", "Китаем", "Грузией", "Азербайджаном", "Германией", "Италией")


def articles(count: int) -> Iterator[Article]:
    """Yield `count` different articles, the same ones each time."""
    lines = [line for path in (CORPUS / "articles.jsonl", SAMPLES) for line in path.read_text("utf-8").splitlines()]
    records = [json.loads(line) for line in lines]
    for number, record in enumerate(islice(cycle(records), count)):
        partner = PARTNERS[number % len(PARTNERS)]
        own = f"Товарооборот Казахстана с {partner} за {1991 + number % 34} год составил {number + 1},7 млн долларов."
        changed = {
            "id": f"soak-{number}",
            "url": f"https://soak.example/{number}",
            "text": f"{record['text']}\n\n{own}",
        }
        yield article_from_record(record | changed)
