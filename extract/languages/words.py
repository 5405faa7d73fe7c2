"""Words and marks of a sentence in a language that has no tagger library: one pattern, offsets of the article kept."""

import re
from dataclasses import dataclass

# A word keeps its hyphens and inner apostrophes; the English possessive is a token of its own.
WORD = re.compile(
    r"[’'](?:s|S)\b"
    r"|[^\W\d_]+(?:(?:-|[’'ʻʼ`](?!(?:s|S)\b))[^\W\d_]+)*"
    r"|\d+(?:[.,\u00a0]\d+)*(?:-?[^\W\d_]+)?"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark with its range in the article."""

    start: int
    stop: int
    text: str

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


def split_words(offset: int, sentence: str) -> list[Piece]:
    """Return the words and marks of a sentence that begins at `offset` of the article."""
    return [Piece(offset + match.start(), offset + match.end(), match[0]) for match in WORD.finditer(sentence)]
