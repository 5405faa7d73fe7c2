"""Questions that buttons lead back to: 64 bytes of a button hold their number, not their words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.model import Language
from handlers.keyboards import Button, Rows
from storage import Store

PLACE = 10**15  # from here on a number in a button stands for one that no chat has given yet


class Keeper:
    """Keeps questions of a chat for its buttons, each once an answer."""

    def __init__(self, store: Store, chat: int, at: str) -> None:
        self._store, self._chat, self._at = store, chat, at
        self._kept: dict[str, int] = {}

    def __call__(self, question: str, language: Language) -> int:
        if question not in self._kept:
            self._kept[question] = self._store.remember(self._chat, question, language, at=self._at)
        return self._kept[question]


class Places:
    """Gives the questions of an answer's buttons places instead of numbers, so that many chats can share the answer."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def __call__(self, question: str) -> int:
        if question not in self.questions:
            self.questions.append(question)
        return PLACE + self.questions.index(question)


def filling(questions: Sequence[str], keep: Callable[[str], int]) -> Callable[[Rows], Rows]:
    """Return what puts the numbers of a chat, as `keep` gives them, into the places that `questions` were given."""
    numbers: dict[str, str] = {}

    def number(part: str) -> str:
        if len(part) != len(str(PLACE)) or not part.isdecimal():
            return part
        if part not in numbers:
            numbers[part] = str(keep(questions[int(part) - PLACE]))
        return numbers[part]

    def button(one: Button) -> Button:
        if one.data is None or str(PLACE)[:8] not in one.data:
            return one
        return replace(one, data=":".join(map(number, one.data.split(":"))))

    return lambda rows: tuple(tuple(button(one) for one in row) for row in rows)
