"""The language of a text: by its letters first, then by its small words, and only in doubt by a statistical model.

Only Russian, Kazakh in Cyrillic letters and English are read; Chinese, Uzbek, Kyrgyz, Turkish and others give None.
"""

import re
from collections import Counter
from functools import cache
from typing import Any

from extract.data import load
from extract.model import Language

LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+(?:['ʻ’][^\W\d_]+)*")
CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[a-z\u00df-\u024f]")
ENOUGH = 20_000  # characters: more of a text tells no more of its language
SHARE = 0.05  # of the letters: Kazakh has about a fifth of its own ones, a Russian text with Kazakh names far fewer
DOUBTFUL = 40  # letters: below this the statistical model guesses


def detect_language(text: str) -> Language | None:
    """Return the language of `text`, or None where it is none of the three that are read or has no letters."""
    lowered = text[:ENOUGH].lower()
    letters = Counter(LETTER.findall(lowered))
    total = letters.total()
    cyrillic = sum(count for letter, count in letters.items() if CYRILLIC.match(letter))
    latin = sum(count for letter, count in letters.items() if LATIN.match(letter))
    if max(cyrillic, latin) * 2 <= total:
        return None
    words = Counter(WORD.findall(lowered))
    if cyrillic >= latin:
        return _cyrillic(lowered, letters, words, cyrillic)
    return _latin(lowered, letters, words, latin)


def _cyrillic(text: str, letters: Counter[str], words: Counter[str], total: int) -> Language | None:
    kazakh = _count(letters, "kk")
    if _count(letters, "other_cyrillic") > max(1, total * 0.01):
        return None
    if kazakh > total * SHARE:
        own = _count(letters, "only_kk") or (letters["і"] and letters["ы"])  # Ukrainian has "і" without "ы"
        return "kk" if own and _hits(words, "kk") + 1 >= _hits(words, "other") else None
    if _hits(words, "kk") > _hits(words, "ru"):
        return "kk"
    if _count(letters, "ru") or _hits(words, "ru") > _hits(words, "other"):
        return "ru"
    return "ru" if total < DOUBTFUL else _guess(text)


def _latin(text: str, letters: Counter[str], words: Counter[str], total: int) -> Language | None:
    english, other = _hits(words, "en"), _hits(words, "other")
    if english > 2 * other and english * 12 > words.total():
        return "en"
    if _count(letters, "other_latin") > total * 0.02 or other > english:
        return None
    if total < DOUBTFUL:
        return "en"
    return _guess(text)


def _guess(text: str) -> Language | None:
    from py3langid import langid

    name = langid.classify(text)[0]
    known: dict[str, Language] = {"ru": "ru", "kk": "kk", "en": "en"}
    return known.get(name)


def _count(letters: Counter[str], which: str) -> int:
    return sum(letters[letter] for letter in _data()["letters"][which])


def _hits(words: Counter[str], language: str) -> int:
    return sum(words[word] for word in _data()["words"][language])


@cache
def _data() -> dict[str, Any]:
    return load("languages")


EXAMPLES: dict[str, Language] = {
    "Товарооборот вырос до 4 млрд долларов.": "ru",
    "Завод КамАЗ": "ru",
    "Тауар айналымы өткен жылы екі есе артты.": "kk",
    "Костанай облысындагы жобалар туралы": "kk",
    "Премьер-министр Алихан Смаилов посетил «Қарағанды»": "ru",
    "The trade turnover reached a record high.": "en",
    "Kazakhstan Turkey trade": "en",
}
NOT_EXAMPLES = [
    "",
    "12 345 — 67 %",
    "哈萨克斯坦与中国的贸易额大幅增长",
    "Oʻzbekiston va Qozogʻiston oʻrtasidagi savdo hajmi oʻsdi, loyihalar bilan tanishildi",
    "Ўзбекистон ва Қозоғистон ўртасида савдо ҳажми ўсди",
    "Türkiye ile Kazakistan arasındaki ticaret hacmi geçen yıl arttı ve daha da büyüyecek",
    "Кыргызстан менен Казакстандын ортосундагы соода жүгүртүү өстү, келишимдер түзүлдү",
    "Товарообіг між країнами зріс удвічі, підписано нові угоди щодо співпраці",
    "Der Handel zwischen Deutschland und Kasachstan ist im vergangenen Jahr stark gewachsen",
    "تجارت",
]
