"""Names of people in Russian spelling, whatever the language they were read in: "Olzhas Bektenov" → "Олжас Бектенов".

A well-known official comes from `people_names.toml`, a Chinese name by its syllables, any other letter by letter;
given names then get the spelling that Russian has for them ("Elmar" → "Эльмар").
"""

import re
from functools import cache, lru_cache

from extract.data import load
from extract.model import Language
from extract.words.inflect import fold
from extract.words.pinyin import chinese_name

EXAMPLES: dict[tuple[str, Language], str] = {
    ("Rustam Minnikhanov", "en"): "Рустам Минниханов",
    ("Tokayev", "en"): "Токаев",
    ("Tokaev", "en"): "Токаев",
    ("Zhumangarin", "en"): "Жумангарин",
    ("Yerzhan Yelekeyev", "en"): "Ержан Елекеев",
    ("Elmar Valiyev", "en"): "Эльмар Валиев",
    ("Dmitry Kobylinsky", "en"): "Дмитрий Кобылинский",
    ("Xi Jinping", "en"): "Си Цзиньпин",
    ("Liu Guoyue", "en"): "Лю Гоюэ",
    ("Олжас Бектенов", "kk"): "Олжас Бектенов",
    ("Тоқаев", "kk"): "Токаев",
    ("Серік Жұманғарин", "kk"): "Серик Жумангарин",
    ("Құмар Ақсақалов", "kk"): "Кумар Аксакалов",
    ("Ердоған", "kk"): "Эрдоган",
}

_LATIN_VOWELS = "aeiouyöüıəáéíóä"


def skeleton(word: str) -> str:
    """Return what the Russian spellings of one name share: "Ильхам", "Илхам" → "илхам"."""
    plain = fold(word).replace("э", "е").replace("й", "и").replace("ы", "и").replace("ь", "").replace("ъ", "")
    plain = plain.replace("дж", "ж").replace("ие", "е").replace("ю", "у").replace("я", "а").replace("ао", "о")
    return re.sub(r"(.)\1", r"\1", plain)


@cache
def officials() -> dict[str, str]:
    """Return the folded spellings of well-known people, in full, with their Russian names."""
    return {fold(spelling): names[0] for names in load("people_names")["officials"] for spelling in names}


@cache
def official_surnames() -> dict[str, str]:
    """Return officials' surnames, folded, in Russian where all bearers agree; some peoples put them first."""
    found: dict[str, set[str]] = {}
    for names in load("people_names")["officials"]:
        for spelling in names:
            found.setdefault(fold(spelling.split()[-1]), set()).add(names[0].split()[-1])
            if names[0].split()[0] in load("people_names")["family_first"]:
                found.setdefault(fold(spelling.split()[0]), set()).add(names[0].split()[0])
    return {folded: surnames.pop() for folded, surnames in found.items() if len(surnames) == 1}


@cache
def given_names() -> dict[str, str]:
    """Return skeletons of given names with their Russian spelling."""
    return {skeleton(name): name for name in load("people_names")["given"].split()}


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("people_names")["particles"])


def russian_name(name: str, language: Language) -> str:
    """Return a person's name in Russian spelling; a Russian one comes back as it is."""
    if language == "ru":
        return name
    name = name.replace("’", "'").replace("ʻ", "'")
    if known := officials().get(fold(name)):
        return known
    if chinese := chinese_name(name):
        return chinese
    words = name.split()
    if len(words) == 1 and (surname := official_surnames().get(fold(name))):
        return surname
    return " ".join(_word(word, index, len(words)) for index, word in enumerate(words))


def _word(word: str, index: int, count: int) -> str:
    if "-" in word and (known := given_names().get(skeleton(letters(word)))):
        return known
    parts = [letters(part) for part in word.split("-")]
    if index < max(1, count - 1):
        parts = [given_names().get(skeleton(part), part) for part in parts]
    elif count > 1 and (surname := official_surnames().get(fold(word))):
        return surname
    spelled = "-".join(parts)
    return spelled.lower() if word.lower() in _particles() and word.islower() else spelled


@lru_cache(maxsize=16384)
def letters(word: str) -> str:
    """Spell one word in Russian letters, Kazakh or Latin ones being replaced."""
    lowered = word.lower()
    spelled = _from_kazakh(lowered) if re.search("[а-яёәғқңөұүһі]", lowered) else _from_latin(lowered)
    return spelled[:1].upper() + spelled[1:] if word[:1].isupper() else spelled


def _from_kazakh(word: str) -> str:
    return "".join(load("people_names")["kazakh"].get(letter, letter) for letter in word)


def _from_latin(word: str) -> str:
    names = load("people_names")
    table, beginnings, endings = names["english"], names["english_beginnings"], names["english_endings"]
    word = word.replace("'", "")
    tail = ""
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word, tail = word[: -len(ending)], endings[ending]
            break
    spelled: list[str] = []
    position = 0
    while position < len(word):
        if position == 0 and (
            start := next((s for s in sorted(beginnings, key=len, reverse=True) if word.startswith(s)), "")
        ):
            spelled.append(beginnings[start])
            position = len(start)
            continue
        for length in (4, 3, 2, 1):
            part = word[position : position + length]
            if len(part) == length and part in table:
                spelled.append(table[part])
                position += length
                break
        else:
            spelled.append(_y(word, position) if word[position] == "y" else word[position])
            position += 1
    return "".join(spelled) + tail


def _y(word: str, position: int) -> str:
    """A "y" behind a vowel is short; between consonants it is a vowel of its own."""
    before, after = word[position - 1 : position], word[position + 1 : position + 2]
    if before and before in _LATIN_VOWELS and (not after or after not in _LATIN_VOWELS):
        return "й"
    return "ы" if not after or after not in _LATIN_VOWELS else "й"
