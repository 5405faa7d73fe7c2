"""New, changed or the same: decided from values alone."""

from dataclasses import replace

import pytest

from extract.decide import decide, fingerprint
from extract.model import Article

ARTICLE = Article("1", "Текст", "https://a.example/1", "Заголовок", "2022-01-24", "ru")


@pytest.mark.parametrize(
    "known, read, decision",
    [
        (None, ARTICLE, "new"),
        (ARTICLE, ARTICLE, "same"),
        (ARTICLE, replace(ARTICLE, text="Текст\n"), "same"),
        (ARTICLE, replace(ARTICLE, text="Другой текст"), "changed"),
        (ARTICLE, replace(ARTICLE, title="Другой заголовок"), "changed"),
        (ARTICLE, replace(ARTICLE, published="2022-01-25"), "changed"),
        (ARTICLE, replace(ARTICLE, url=None), "changed"),
    ],
)
def test_decide(known: Article | None, read: Article, decision: str) -> None:
    assert decide(known, read) == decision


def test_words_do_not_move_from_the_title_to_the_text_unseen() -> None:
    assert fingerprint(replace(ARTICLE, title="а", text="б")) != fingerprint(replace(ARTICLE, title="", text="а\nб"))


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert len(fingerprint(replace(ARTICLE, text="\ud800"))) == 64
