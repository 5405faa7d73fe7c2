"""Kazakh without a model: words, lemmas by taking suffix chains off, names by capitals and what stands around them."""

import re
from functools import cache, lru_cache

from extract.data import load
from extract.languages.person_spans import find_names
from extract.languages.words import Piece, split_words
from extract.words.inflect import fold, kazakh_stems
from extract.words.tagger import Tagged, Token

EXAMPLES = {
    "айналымы": "айналым",
    "зауыттың": "зауыт",
    "министрі": "министр",
    "өнімдерін": "өнім",
    "жобалар": "жоба",
    "келісімге": "келісім",
    "компаниясымен": "компания",
}
NOT_EXAMPLES = ["келесі", "және", "туралы", "мен"]

_POSSESSIVE = re.compile(
    r"(?:(?:лар|лер|дар|дер|тар|тер))?(?:сы|сі|ы|і)?(?:н|ны|ні|на|не|нда|нде|нан|нен|мен|ндағы|ндегі)?$"
)


class KazakhTagger:
    """Rules behind the `Tagger` protocol; parts of speech only where the shape tells them."""

    def tag(self, sentences: list[tuple[int, str]]) -> list[Tagged]:
        """See `Tagger.tag`. A surname that the text gives in full elsewhere is a name everywhere."""
        rows = [split_words(offset, sentence) for offset, sentence in sentences]
        names = find_names(rows, sentences, "kk")
        return [
            Tagged(tuple(_token(piece, not index) for index, piece in enumerate(row)), found)
            for row, found in zip(rows, names, strict=True)
        ]


def _token(piece: Piece, first: bool) -> Token:
    if not piece.is_word:
        pos = "NUM" if piece.text[:1].isdigit() else "PUNCT"
        return Token(piece.start, piece.stop, piece.text, piece.text.lower(), pos)
    return Token(
        piece.start,
        piece.stop,
        piece.text,
        lemma_of(piece.text.lower()),
        "PROPN" if piece.is_capitalised and not first else "",
    )


@cache
def _lexicon() -> frozenset[str]:
    return frozenset(load("kazakh")["stems"])


@lru_cache(maxsize=65536)
def lemma_of(word: str) -> str:
    """Return the dictionary form of a Kazakh word in small letters where the lexicon has it, else the word itself."""
    lexicon = _lexicon()
    if word in lexicon:
        return word
    for stem in kazakh_stems(fold(word)):
        if word[: len(stem)] in lexicon:
            return word[: len(stem)]
    for stop in range(len(word) - 1, 2, -1):
        if word[:stop] in lexicon and _POSSESSIVE.match(word, stop):
            return word[:stop]
    return voiced(word)


def voiced(word: str) -> str:
    """Undo the softening of a final consonant before a vowel: "көлігі" → "көлік", "тарабы" → "тарап"."""
    for soft, hard in (("г", "к"), ("ғ", "қ"), ("б", "п")):
        for stop in range(len(word) - 1, 2, -1):
            if word[stop - 1] == soft and word[: stop - 1] + hard in _lexicon() and _POSSESSIVE.match(word, stop):
                return word[: stop - 1] + hard
    return word
