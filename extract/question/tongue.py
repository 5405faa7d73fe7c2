"""The language that a question wants its answer in."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.model import LANGUAGES, Language
from extract.question.lexicon import Phrase

KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[\u0400-\u04ff]")


def language_of(text: str, phrases: Sequence[Phrase], preferred: Language | None) -> Language:
    """Return the language of the question's own words; the `preferred` one where names alone are asked for.

    `text` is the question after mending, so that transliterated Russian is Russian.
    """
    votes = _votes(phrases)
    if KAZAKH_LETTERS.search(text) and votes["kk"] >= votes["ru"] and votes["kk"] >= votes["en"]:
        return "kk"
    best = max(LANGUAGES, key=lambda language: votes[language])
    if votes[best] and list(votes.values()).count(votes[best]) == 1:
        return best
    tied = [language for language in LANGUAGES if votes[language] == votes[best]]
    fitting: Language = "ru" if CYRILLIC.search(text) else "en"
    if preferred and preferred in tied and (votes[best] or _fits(text, preferred)):
        return preferred
    return fitting if fitting in tied else tied[0]


def _votes(phrases: Sequence[Phrase]) -> Counter[Language]:
    """Count the words of each language; a phrase that several languages share tells nothing."""
    votes: Counter[Language] = Counter()
    for phrase in phrases:
        languages = {meaning.language for meaning in phrase.meanings}
        if len(languages) == 1:
            votes[languages.pop()] += phrase.last - phrase.first
    return votes


def _fits(text: str, language: Language) -> bool:
    """Tell whether a text may be in a language: any Latin name may, Cyrillic letters are not English."""
    return language != "en" or not CYRILLIC.search(text)
