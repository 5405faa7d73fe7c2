"""Whatever the text: facts or none, never an exception, and every quote stands where its span says."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract
from extract.explain import explain_article
from extract.model import LANGUAGES, Article, Language
from extract.records import found_to_record, mention_to_record

PIECES = [
    "Товарооборот Казахстана и Грузии", "составил 190 млн долларов", "за 2023 год", "вырос на 30%", "тауар айналымы",
    "Қазақстанмен", "$2.9bn", "trade turnover", "строительство завода", "мощностью", "3,5 млн", "шин в год",
    "в Костанае", "подписали меморандум", "премьер-министр", "Олжас Бектенов", "встретился с", "«", "»", "\"",
    "(", ")", ":", ";", ",", ".", " – ", "\n", "\u00a0", "\u202e", "\u200b", "\ufeff", "1", "000", "млрд", "%", "т.",
    "г.", "из них", "\x00",
    "İ", "ŉ", "ß", "😀", "哈萨克斯坦", "²", "Ⅳ", "½", "١٢", "e\u0301", "А" * 300, "-" * 50, "((((", "0" * 40,
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)


def check(text: str, title: str | None, language: Language) -> None:
    article = Article("1", text, title=title, published="2024-05-20", language=language)
    for found in extract.extract(article):
        assert found.evidence and 0 <= found.confidence <= 1
        for piece in found.evidence:
            where = title if piece.within == "title" else text
            assert where is not None and where[piece.span.start : piece.span.stop] == piece.quote
        json.dumps(found_to_record(found), ensure_ascii=False)
    for mention in extract.find_mentions(article):
        assert 0 <= mention.span.start < mention.span.stop <= len(text)
        json.dumps(mention_to_record(mention))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120)
@given(text=HOSTILE, title=st.none() | HOSTILE)
def test_any_text_gives_facts_with_their_quotes_or_none(language: Language, text: str, title: str | None) -> None:
    check(text, title, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_a_piece_said_many_times_is_read(language: Language, piece: str) -> None:
    check((piece + " ") * 50, None, language)


@given(HOSTILE)
def test_a_text_of_unknown_language_is_explained_or_left(text: str) -> None:
    assert explain_article(Article("1", text)).article.text == text
