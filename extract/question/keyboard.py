"""The same keys under another layout, and Latin letters for Cyrillic ones: "ghjtrns" → "проекты", "zavod" → "завод"."""

import re
from collections.abc import Mapping

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
_KAZAKH_KEYS = dict(zip("2345890-=", "әіңғүұқөһ", strict=True))

TO_RUSSIAN: Mapping[int, int | str] = str.maketrans(_LATIN_KEYS + _LATIN_SHIFTED, _RUSSIAN_KEYS + _RUSSIAN_KEYS.upper())
TO_KAZAKH: Mapping[int, int | str] = {**TO_RUSSIAN, **{ord(key): letter for key, letter in _KAZAKH_KEYS.items()}}
TO_LATIN: Mapping[int, int | str] = {
    **{ord(letter): key for key, letter in _KAZAKH_KEYS.items()},
    **str.maketrans(_RUSSIAN_KEYS + _RUSSIAN_KEYS.upper(), _LATIN_KEYS + _LATIN_SHIFTED),
}

# Latin spellings of Cyrillic letters, the longest first; in Kazakh "j" is "ж" and "y" always "ы".
_SHARED = {
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "tz": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "iu": "ю",
    "ya": "я", "ia": "я", "yo": "ё", "ye": "е", "gh": "ғ", "ng": "нг", "a": "а", "b": "б", "v": "в", "w": "в", "g": "г",
    "d": "д", "e": "е", "z": "з", "i": "и", "k": "к", "q": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "x": "х", "c": "ц", "'": "ь", "’": "ь",
}  # fmt: skip
_RUSSIAN = {**_SHARED, "ju": "ю", "ja": "я", "jo": "ё", "je": "е", "j": "й", "y": "ы"}
_KAZAKH = {
    **_SHARED,
    "j": "ж",
    "y": "ы",
    "ä": "ә",
    "ö": "ө",
    "ü": "ү",
    "ū": "ұ",
    "ğ": "ғ",
    "ñ": "ң",
    "ş": "ш",
    "ı": "ы",
}
_RUSSIAN_LETTERS = re.compile("|".join(sorted(_RUSSIAN, key=len, reverse=True)))
_KAZAKH_LETTERS = re.compile("|".join(sorted(_KAZAKH, key=len, reverse=True)))
_AFTER_VOWEL = re.compile(r"(?<=[aeiouy])[iy](?![aeou])")  # "kostanai", "shinnyi"
_ADJECTIVE = re.compile(r"(?:yy|iy|ij|yj|yi|ii)$")

_VOWELS = re.compile("[aeiouyаеёиоуыэюяәіөүұ]")


def russian_letters(word: str) -> str:
    """Spell a small Latin word in Russian letters: "shinnyi" → "шинный"."""
    word = re.sub(r"ia$", "iya", word)
    word = _AFTER_VOWEL.sub("й", _ADJECTIVE.sub(lambda end: "ый" if end[0][0] == "y" else "ий", word))
    return _RUSSIAN_LETTERS.sub(lambda match: _RUSSIAN[match[0]], word)


def kazakh_letters(word: str) -> str:
    """Spell a small Latin word in Kazakh letters: "jobalary" → "жобалары"."""
    word = re.sub(r"(?<=[aeou])[iy](?![aeou])", "й", word)
    return _KAZAKH_LETTERS.sub(lambda match: _KAZAKH[match[0]], word)


def is_speakable(word: str) -> bool:
    """Tell whether a word of letters has a vowel every now and then."""
    vowels = len(_VOWELS.findall(word.lower()))
    return word.isalpha() and vowels * 5 >= len(word) and not re.search(r"[^aeiouyаеёиоуыэюяәіөүұ]{5}", word.lower())
