"""Words of the data as patterns."""

import pytest

from extract.facts import triggers
from extract.facts.triggers import compile_triggers


@pytest.mark.parametrize(
    "phrase, text", [(phrase, text) for phrase, texts in triggers.EXAMPLES.items() for text in texts]
)
def test_examples(phrase: str, text: str) -> None:
    assert compile_triggers([phrase]).search(text)


@pytest.mark.parametrize(
    "phrase, text", [(phrase, text) for phrase, texts in triggers.NOT_EXAMPLES.items() for text in texts]
)
def test_counter_examples(phrase: str, text: str) -> None:
    assert not compile_triggers([phrase]).search(text)


def test_no_phrases_find_nothing() -> None:
    assert not compile_triggers([]).search("провел переговоры")


def test_the_longest_phrase_wins() -> None:
    match = compile_triggers(["на", "на общую сумму"]).search("подписали на общую сумму")
    assert match is not None and match[0] == "на общую сумму"
