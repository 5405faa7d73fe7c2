"""Lengths of time in texts, and what the scorer of Duckling's examples makes of them."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extract
from benchmarks import duckling
from extract.model import Article, Duration
from extract.values import durations
from extract.values.durations import find_durations


@pytest.mark.parametrize("text, expected", durations.EXAMPLES.items())
def test_examples(text: str, expected: list[Duration]) -> None:
    assert [duration for _, duration in find_durations(text)] == expected


@pytest.mark.parametrize("text", durations.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert find_durations(text) == []


def test_spans_cover_number_unit_and_qualifier() -> None:
    text = "Завод строили более трех лет."
    [(span, _)] = find_durations(text)
    assert text[span.start : span.stop] == "более трех лет"


def test_the_months_of_a_period_are_no_length() -> None:
    text = "За 11 месяцев 2021 года построили мост. Его ждали три года."
    mentions = extract.find_mentions(Article("1", text, language="ru"))
    assert [mention.value for mention in mentions if mention.type == "duration"] == [Duration(3, "year")]


@given(st.text() | st.text("0123456789 ,.полгодачасмесяц'"))
def test_any_text_gives_ordered_spans(text: str) -> None:
    spans = [span for span, _ in find_durations(text)]
    assert all(one.stop <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("dim", "value", "text", "status"),
    [
        ("Duration", "DurationData 6 Month", "полгода", 0),
        ("Duration", "DurationData 5 Month", "полгода", 1),
        ("AmountOfMoney", "simple RUB 10", "10 рублей", 0),
        ("Time", "datetime (2013, 1, 1, 0, 0, 0) Quarter", "этот квартал", 0),
        ("Time", "datetime (2013, 2, 12, 13, 30, 0) Minute", "13:30", 0),
    ],
)
def test_the_scorer_compares_values(dim: str, value: str, text: str, status: int, tmp_path: Path) -> None:
    examples = tmp_path / "examples.jsonl"
    examples.write_text(json.dumps({"dim": dim, "value": value, "text": text}))
    assert duckling.main(examples) == status
