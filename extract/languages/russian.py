"""Russian: morphology and names by natasha (slovnet models), lemmas by pymorphy2; no syntax."""

import importlib.util
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from extract.words.tagger import Name, NameType, Tagged, Token

_TYPES: dict[str, NameType] = {"PER": "person", "LOC": "place", "ORG": "organisation"}


def _find_dictionary() -> None:
    """Tell pymorphy2 where its dictionary is: it looks through pkg_resources, which new Pythons lack."""
    specification = importlib.util.find_spec("pymorphy2_dicts_ru")
    if specification and specification.origin:
        os.environ.setdefault("PYMORPHY2_DICT_PATH", str(Path(specification.origin).parent / "data"))


class RussianTagger:
    """Natasha behind the `Tagger` protocol."""

    def __init__(self) -> None:
        _find_dictionary()
        import natasha

        self._document: Any = natasha.Doc
        self._segmenter: Any = natasha.Segmenter()
        self._vocabulary: Any = natasha.MorphVocab()
        embedding = natasha.NewsEmbedding()
        self._morphology: Any = natasha.NewsMorphTagger(embedding)
        self._names: Any = natasha.NewsNERTagger(embedding)
        self._lemma = lru_cache(maxsize=100_000)(self._lemma_of)

    def _lemma_of(self, word: str, pos: str, features: tuple[tuple[str, str], ...]) -> str:
        try:
            lemma: str = self._vocabulary.lemmatize(word, pos, dict(features))
        except ValueError:  # the dictionary asks for the Unicode name of each letter, and some have none
            return word.lower()
        return lemma.replace("ё", "е")

    def tag(self, sentences: list[tuple[int, str]]) -> list[Tagged]:
        """See `Tagger.tag`. Each sentence is tagged alone, so that no name runs over a sentence's end."""
        return [self._tag_one(offset, sentence) for offset, sentence in sentences]

    def _tag_one(self, offset: int, sentence: str) -> Tagged:
        document = self._document(sentence)
        document.segment(self._segmenter)
        if not document.tokens:
            return Tagged((), ())
        document.tag_morph(self._morphology)
        document.tag_ner(self._names)
        tokens = tuple(self._token(offset, token) for token in document.tokens)
        return Tagged(tokens, tuple(self._name(offset, span) for span in document.spans))

    def _token(self, offset: int, token: Any) -> Token:
        features = token.feats or {}
        return Token(
            offset + token.start,
            offset + token.stop,
            token.text,
            self._lemma(token.text, token.pos, tuple(sorted(features.items()))),
            token.pos or "",
            features.get("Case", ""),
            features.get("Number", ""),
            features.get("Gender", ""),
        )

    def _name(self, offset: int, span: Any) -> Name:
        span.normalize(self._vocabulary)
        return Name(offset + span.start, offset + span.stop, _TYPES[span.type], span.normal or span.text)
