"""Questions that buttons lead back to: 64 bytes of a button hold their number, not their words."""

from extract.model import Language
from storage import Store


class Keeper:
    """Keeps questions of a chat for its buttons, each once an answer."""

    def __init__(self, store: Store, chat: int, at: str) -> None:
        self._store, self._chat, self._at = store, chat, at
        self._kept: dict[str, int] = {}

    def __call__(self, question: str, language: Language) -> int:
        if question not in self._kept:
            self._kept[question] = self._store.remember(self._chat, question, language, at=self._at)
        return self._kept[question]
