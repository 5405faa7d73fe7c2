"""The test feeds of the feedparser project: each is read without a crash, and as its "Expect:" line says.

A line applies where it is about what an article keeps of an entry that says anything: its title, its link, its text,
its day. Markup is compared as the text that a reader sees.
"""

import ast
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.soak_ingest.figure import Figure
from extract.pages import Unreadable, read_source
from extract.pages.addresses import clean_address
from extract.pages.junk import without_junk
from extract.pages.markup import plain_text

FEEDS = Path(__file__).resolve().parents[2] / ".cache" / "soak" / "feedparser" / "tests"
EXPECT = re.compile(rb"Expect:\s*(.+?)\s*(?:-->|\n)")
KEPT = re.compile(
    r"^not bozo and entries\[0\]\['(title|link|description|summary|published_parsed|updated_parsed)'\] == (.+)$"
)
SECONDS = 5.0  # that one feed may take
AGREEING = 0.97  # share of the lines that apply; some want what no reader sees, such as an empty element
BASE = "http://127.0.0.1:8097/feed.xml"


def feed_paths() -> list[Path]:
    """Return the test feeds. Raises FileNotFoundError where they have not been fetched."""
    paths = sorted(FEEDS.rglob("*.xml"))
    if not paths:
        raise FileNotFoundError(f"no test feeds in {FEEDS}; run benchmarks/soak_ingest/install")
    return paths


def check() -> list[Figure]:
    """Read all test feeds and compare."""
    crashed, slowest, applied, agreed = [], 0.0, 0, 0
    for path in feed_paths():
        body = path.read_bytes()
        start = time.perf_counter()
        try:
            entries = read_source("feed", body, BASE).entries
        except Unreadable:
            entries = ()
        except Exception as error:
            crashed.append(f"{path.name}: {type(error).__name__}")
            continue
        slowest = max(slowest, time.perf_counter() - start)
        for field, wanted in _expected(body):
            found = entries[0].article if entries else None
            if found is None and field.endswith("_parsed"):
                continue
            applied += 1
            same = found is not None and _agrees(found, field, wanted)
            agreed += same
            if not same:
                print(f"  otherwise than expected: {path.relative_to(FEEDS)}, {field}")
    for line in crashed:
        print(f"  {line}")
    return [
        Figure("test feeds of the feedparser project that crash", len(crashed), 0),
        Figure("seconds for the slowest of them", slowest, SECONDS),
        Figure("of their Expect lines apply", applied),
        Figure("share of these that are met", agreed / max(applied, 1), AGREEING, at_least=True),
    ]


def _expected(body: bytes) -> Iterator[tuple[str, Any]]:
    """Yield the field and the value of an Expect line that applies; values that say nothing are left out."""
    line = EXPECT.search(body)
    found = KEPT.match(line[1].decode("utf-8", "replace")) if line else None
    if not found:
        return
    try:
        wanted = ast.literal_eval(found[2])
    except (ValueError, SyntaxError):
        return
    if isinstance(wanted, str) and not plain_text(wanted):
        return
    if found[1] == "link" and clean_address(str(wanted), BASE) is None:
        return
    yield found[1], wanted


def _agrees(found: Any, field: str, wanted: Any) -> bool:
    if field == "title":
        return bool(found.title == plain_text(wanted).replace("\n", " "))
    if field == "link":
        return bool(found.url == clean_address(wanted, BASE))
    if field in ("description", "summary"):
        return without_junk(plain_text(wanted)) in found.text
    try:
        day = date(*wanted[:3])
    except ValueError:
        return found.published is None
    return found.published is not None and abs((date.fromisoformat(found.published) - day).days) <= 1
