"""English and Kazakh without a model: words with their places, lemmas, names of people in Russian spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.languages import english, kazakh, tagger_for
from extract.model import Language
from extract.words import pinyin, spelling
from extract.words.pinyin import chinese_name
from extract.words.spelling import russian_name


def names_of(text: str, language: Language) -> list[str]:
    tagged = tagger_for(language).tag([(0, text)])
    return [name.normal for one in tagged for name in one.names if name.type == "person"]


@pytest.mark.parametrize("word, lemma", english.EXAMPLES.items())
def test_english_lemmas(word: str, lemma: str) -> None:
    assert english.lemma_of(word) == lemma


@pytest.mark.parametrize("word", english.NOT_EXAMPLES)
def test_english_words_that_only_seem_inflected(word: str) -> None:
    assert english.lemma_of(word) == word


@pytest.mark.parametrize("word, lemma", kazakh.EXAMPLES.items())
def test_kazakh_lemmas(word: str, lemma: str) -> None:
    assert kazakh.lemma_of(word) == lemma


@pytest.mark.parametrize("word", kazakh.NOT_EXAMPLES)
def test_kazakh_words_that_only_seem_inflected(word: str) -> None:
    assert kazakh.lemma_of(word) == word


@pytest.mark.parametrize("written, expected", spelling.EXAMPLES.items())
def test_names_in_russian_spelling(written: tuple[str, Language], expected: str) -> None:
    assert russian_name(*written) == expected


@pytest.mark.parametrize("written, expected", pinyin.EXAMPLES.items())
def test_chinese_names(written: str, expected: str) -> None:
    assert chinese_name(written) == expected


@pytest.mark.parametrize("name", pinyin.NOT_EXAMPLES)
def test_names_that_are_not_chinese(name: str) -> None:
    assert chinese_name(name) is None


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Olzhas Bektenov visited Kostanay.", ["Олжас Бектенов"]),
        ("Governor Nurlan Urankhayev met investors. Urankhayev promised help.", ["Нурлан Уранхаев", "Уранхаев"]),
        ("Chairman Li Xuechun spoke.", ["Ли Сюэчунь"]),
        ("Prime Minister Hwang Kyo-ahn came. Hwang left.", ["Хван Гё Ан", "Хван Гё Ан"]),
        ("The Middle Corridor links Central Asia and Europe.", []),
        ("Kazakhstan and Tatarstan signed an agreement in April.", []),
    ],
)
def test_english_names(text: str, expected: list[str]) -> None:
    assert names_of(text, "en") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Тоқаевпен кездесу өтті.", ["Токаев"]),
        ("Олжас Бектеновтің сөзінше, зауыт салынады.", ["Олжас Бектенов"]),
        ("Шавкат Мирзиёевті қарсы алды.", ["Шавкат Мирзиёев"]),
        ("Қазақстан мен Өзбекстан келісімге қол қойды.", []),
    ],
)
def test_kazakh_names(text: str, expected: list[str]) -> None:
    assert names_of(text, "kk") == expected


@pytest.mark.parametrize("language", ["en", "kk"])
@given(text=st.text(alphabet="абқAbz .,-–'’«»9", max_size=40), offset=st.integers(0, 50))
def test_a_token_is_the_words_at_its_place(language: Language, text: str, offset: int) -> None:
    [tagged] = tagger_for(language).tag([(offset, text)])
    for token in tagged.tokens:
        assert text[token.start - offset : token.stop - offset] == token.text
