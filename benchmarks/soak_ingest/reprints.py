"""Reprints among a hundred thousand articles: found soon, told from other articles, and none joined wrongly."""

import sqlite3
import tempfile
import time
from pathlib import Path
from random import Random

from benchmarks.corpus import CORPUS, read_corpus
from benchmarks.measuring import percentile
from benchmarks.soak_ingest.figure import Figure
from extract.records import article_from_record
from extract.reprint import SHORTEST, SKETCH, first_told, is_reprint, shingles
from storage import Store

FILLED = 100_000  # articles
MILLISECONDS = 10.0  # p99 of a look for candidates, comparing included
FOUND = 0.95
SEED = 20260207
LEADS = ("АСТАНА. КазТАГ – ", "Как сообщает агентство, ", "Сегодня стало известно подробнее. ", "")


def check() -> list[Figure]:
    """Measure on the articles of the corpus: each told again with another beginning and without its end."""
    texts = [article_from_record(entry.article) for entry in read_corpus(CORPUS)]
    texts = [one for one in texts if len(shingles(one.text)) >= 3 * SHORTEST]
    choose = Random(SEED)
    again = [_told_again(one.text, choose) for one in texts]
    pairs = [(one, other) for index, one in enumerate(texts) for other in texts[index + 1 :]]
    joined = [(one.id, other.id) for one, other in pairs if is_reprint(one.text, other.text)]
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "coopbot.db")
        with Store.open(path) as store:
            for one in texts:
                store.save_article(one, [], seen_at="2026-02-05T00:00:00")
        _fill(path, choose)
        times, found = [], 0
        with Store.open(path) as store:
            for original, text in zip(texts, again, strict=True):
                reprint = article_from_record({"id": f"again-{original.id}", "text": text})
                start = time.perf_counter()
                first = first_told(reprint, store.like(reprint))
                times.append(1000 * (time.perf_counter() - start))
                found += first is not None and first.id == original.id
    return [
        Figure("articles among which reprints are looked for", FILLED),
        Figure("share of reprints joined to their first source", found / len(texts), FOUND, at_least=True),
        Figure("pairs of different articles of the corpus that are joined", len(joined)),
        Figure("p99 of looking for the first source, milliseconds", percentile(times, 99), MILLISECONDS),
    ]


def _told_again(text: str, choose: Random) -> str:
    """Return a text as another site has it: an agency's name before it, another first sentence, the last one gone."""
    first, _, rest = text.partition(". ")
    words = first.split()
    choose.shuffle(words)
    kept = rest.rsplit(". ", 1)[0] if len(rest.split(". ")) > 3 else rest
    return f"{choose.choice(LEADS)}{' '.join(words)}. {kept}"


def _fill(path: str, choose: Random) -> None:
    """Let there be as many articles as FILLED, each known by hashes of its own and some that many share."""
    db = sqlite3.connect(path)
    number = db.execute("SELECT max(number) FROM articles").fetchone()[0]
    common = [choose.getrandbits(63) for _ in range(200)]
    with db:
        for one in range(number + 1, FILLED):
            row = (one, f"filled-{one}", 0, "текст", "0", "2026", "2026")
            db.execute(
                "INSERT INTO articles (number, id, sample, text, fingerprint, first_seen, last_seen)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)", row,
            )  # fmt: skip
            hashes = {choose.getrandbits(63) for _ in range(SKETCH - 2)} | set(choose.sample(common, 2))
            db.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(hash_, one) for hash_ in hashes])
    db.close()
