"""One module a language: its tagger. `tagger_for` loads each once, on first use."""

from functools import cache

from extract.model import Language
from extract.words.tagger import Tagger


@cache
def tagger_for(language: Language) -> Tagger:
    """Return the tagger of a language; the first call for Russian loads models (about 1 s, 330 MB)."""
    if language == "ru":
        from extract.languages.russian import RussianTagger

        return RussianTagger()
    if language == "kk":
        from extract.languages.kazakh import KazakhTagger

        return KazakhTagger()
    from extract.languages.english import EnglishTagger

    return EnglishTagger()
