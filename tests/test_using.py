"""The page for officials and the transcript of the README say what the product does."""

import asyncio
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.app import load_samples
from handlers.answering import answer_question
from handlers.commands import COMMANDS
from storage import Store
from tests.transcript import README, parts, transcript

USING = (Path(__file__).resolve().parent.parent / "docs" / "using.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(":memory:") as store:
        asyncio.run(load_samples(store))
        yield store


@pytest.mark.parametrize("question", re.findall(r"^- `(.+)`$", USING, re.MULTILINE))
def test_every_example_is_answered_over_the_samples(store: Store, question: str) -> None:
    assert answer_question(store, question, None, date(2026, 2, 6)).answer.hits


@pytest.mark.parametrize("section", USING.split("\n## ")[1:])
def test_every_language_names_every_command(section: str) -> None:
    named = set(re.findall(r"/([a-z]+)", section))
    assert set(COMMANDS) <= named


async def test_the_transcript_of_the_readme_is_what_the_product_says() -> None:
    """`make transcript` rewrites it."""
    assert parts(README.read_text(encoding="utf-8"))[1] == await transcript() + "\n"
