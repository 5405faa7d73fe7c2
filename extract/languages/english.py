"""English without a model: words, lemmas by their endings, names by capitals and what stands around them."""

from functools import cache, lru_cache

from extract.data import load
from extract.languages.person_spans import find_names
from extract.languages.words import Piece, split_words
from extract.words.tagger import Tagged, Token

EXAMPLES = {
    "signed": "sign",
    "increased": "increase",
    "countries": "country",
    "companies": "company",
    "stopped": "stop",
    "held": "hold",
    "goods": "good",
    "processes": "process",
    "trading": "trade",
}
NOT_EXAMPLES = ["business", "during", "need", "gas", "Paris"]  # their endings are no endings


class EnglishTagger:
    """Rules behind the `Tagger` protocol; parts of speech only where the shape tells them."""

    def tag(self, sentences: list[tuple[int, str]]) -> list[Tagged]:
        """See `Tagger.tag`. A surname that the text gives in full elsewhere is a name everywhere."""
        rows = [split_words(offset, sentence) for offset, sentence in sentences]
        names = find_names(rows, sentences, "en")
        return [
            Tagged(tuple(_token(piece, not index) for index, piece in enumerate(row)), found)
            for row, found in zip(rows, names, strict=True)
        ]


def _token(piece: Piece, first: bool) -> Token:
    if not piece.is_word:
        pos = (
            "NUM" if piece.text[:1].isdigit() else "PART" if piece.text[:1] in "'’" and len(piece.text) > 1 else "PUNCT"
        )
        return Token(piece.start, piece.stop, piece.text, piece.text.lower(), pos)
    lemma = lemma_of(piece.text.lower())
    pos = "PROPN" if piece.is_capitalised and not first else "VERB" if lemma in _verbs() else ""
    return Token(piece.start, piece.stop, piece.text, lemma, pos)


@cache
def _verbs() -> frozenset[str]:
    table = load("english")
    return frozenset(table["silent"]) | frozenset(table["verbs"])


@cache
def _silent() -> frozenset[str]:
    return frozenset(verb[:-1] for verb in load("english")["silent"])


@lru_cache(maxsize=65536)
def lemma_of(word: str) -> str:
    """Return the dictionary form of an English word in small letters, as far as its ending tells."""
    lemmas: dict[str, str] = load("english")["lemmas"]
    if word in lemmas:
        return lemmas[word]
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return word[:-1]
    if word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(letter in "aeiouy" for letter in stem):
            if stem in _silent():
                return stem + "e"
            return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem
    return word
