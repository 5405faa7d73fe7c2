"""Posts as readers of Kazakh and English know them: "президент Узбекистана" → "President of Uzbekistan".

Posts are stored in Russian. Only what is known word for word is put into another language: a post of the list, alone or
with the name of a country or region behind it. Anything else stays as it is stored.
"""

from functools import lru_cache

from extract.model import Language
from extract.names.display import display_name
from extract.names.parties import find_parties
from extract.names.places import find_places
from handlers.locales import knows, say

LONGEST_POST = 5  # words, "министр промышленности и торговли"


@lru_cache(maxsize=4096)
def post_name(stored: str, language: Language) -> str:
    """Return a post in `language`, as it is stored where it is not known there."""
    if language == "ru":
        return stored
    words = stored.split()
    for length in range(min(len(words), LONGEST_POST), 0, -1):
        key = f"grammar.post.{' '.join(words[:length])}"
        if not knows(language, key):
            continue
        tail = " ".join(words[length:])
        if not tail:
            return say(language, key) if language == "en" else stored
        where = _named(tail)
        if where:
            return say(language, "grammar.post_of", post=say(language, key), place=display_name(where, language))
    return stored


def _named(tail: str) -> str | None:
    """The canonical name that the whole of `tail` is a form of: "Узбекистана" → "Узбекистан"."""
    found = [(span, name) for span, name in find_parties(tail)]
    found += [(span, place.name) for span, place in find_places(tail)]
    return next((name for span, name in found if (span.start, span.stop) == (0, len(tail))), None)
