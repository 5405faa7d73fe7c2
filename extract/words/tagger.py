"""What a language module gives the rest: words with their grammar, and the spans of names.

Rules see tokens and name spans of this shape whatever the language, and never the library behind them.
"""

from dataclasses import dataclass
from typing import Literal, Protocol

NameType = Literal["person", "place", "organisation"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `start` and `stop` count characters of the article; empty strings stand for unknown grammar."""

    start: int
    stop: int
    text: str
    lemma: str
    pos: str = ""  # Universal Dependencies tag
    case: str = ""  # Universal Dependencies value: Nom, Gen, Dat, Acc, Ins, Loc
    number: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its range in the article and its nominative as far as the tagger can tell."""

    start: int
    stop: int
    type: NameType
    normal: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """One tagged sentence."""

    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


class Tagger(Protocol):
    """Tags sentences of one language."""

    def tag(self, sentences: list[tuple[int, str]]) -> list[Tagged]:
        """Tag each (offset in the article, sentence); the answer is in the same order."""
        ...
