"""Titles in Russian sentences and who holds them."""

import pytest

from extract.document import read_document
from extract.languages import tagger_for
from extract.model import Article
from extract.people import holders, posts
from extract.people.holders import attach_posts
from extract.people.posts import everyday_title, find_posts, split_title


def titles(text: str) -> list[str]:
    [tagged] = tagger_for("ru").tag([(0, text)])
    return [post.title for post in find_posts(tagged.tokens)]


@pytest.mark.parametrize("text, expected", posts.EXAMPLES.items())
def test_examples(text: str, expected: str) -> None:
    assert titles(text) == [expected]


@pytest.mark.parametrize("text", posts.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize("text, expected", holders.EXAMPLES.items())
def test_holders(text: str, expected: list[tuple[str, str]]) -> None:
    [tagged] = tagger_for("ru").tag([(0, text)])
    people = [name for name in tagged.names if name.type == "person"]
    found = attach_posts(text, tagged, people, "ru")
    assert [(one.person.name, one.person.role) for one in found if one.named] == expected


def test_the_span_of_a_post_is_its_words() -> None:
    text = "Встретились вице-премьер Узбекистана и другие."
    document = read_document(Article(id="a", text=text, language="ru"))
    assert document is not None
    [mention] = document.sentences[0].people
    assert text[mention.span.start : mention.span.stop] == "вице-премьер Узбекистана"
    assert (mention.named, mention.person.name) == (False, "")


@pytest.mark.parametrize(
    "title, expected",
    [
        ("президент России и Узбекистана", ("президент России", "президент Узбекистана")),
        ("министр экономики Чехии и Польши", ("министр экономики Чехии", "министр экономики Польши")),
        ("президент", ("президент", "президент")),
    ],
)
def test_a_plural_title_is_shared_out(title: str, expected: tuple[str, str]) -> None:
    assert split_title(title) == expected


@pytest.mark.parametrize(
    "title, usual",
    [("глава МИД Ирана", "министр иностранных дел Ирана"), ("глава миссии", "глава миссии")],
)
def test_everyday_titles(title: str, usual: str) -> None:
    assert everyday_title(title) == usual
