"""Direct quotations and their speakers."""

import pytest

from extract.document import read_document
from extract.examples import Example
from extract.explain import Dropped
from extract.facts import statement
from extract.facts.statement import find_statements
from extract.model import Article, Found
from extract.quotations import find_quotations


def found_in(example: Example) -> list[Found | Dropped]:
    document = read_document(Article(id="a", text=example.text, language=example.language, published=example.published))
    assert document is not None
    return list(find_statements(document))


def test_a_pronoun_is_surer_than_nothing_and_less_sure_than_a_name() -> None:
    assert 0 < statement.CONFIDENCE["pronoun"] < statement.CONFIDENCE["post"] < statement.CONFIDENCE["name"] <= 1


def test_what_a_body_says_is_dropped_with_a_reason() -> None:
    [dropped] = found_in(statement.NOT_EXAMPLES[0])
    assert isinstance(dropped, Dropped) and dropped.reason == "no person speaks"


@pytest.mark.parametrize(
    "line, words",
    [
        ("«АЭС «Аккую» строится по плану», – сообщил Фидан.", ["АЭС «Аккую» строится по плану"]),
        ('"Завод "Алюр" расширят весной", - сказал он.', ['Завод "Алюр" расширят весной']),
        ("– Работа идет по плану, – сказал он.", ["Работа идет по плану"]),
        ("«Да», – ответил он.", []),
        ("ПАО «КАМАЗ» – завод", []),
    ],
)
def test_quotations_of_a_line(line: str, words: list[str]) -> None:
    assert [quotation.words for quotation in find_quotations(line, "ru")] == words
