"""Chinese names from Latin into Russian letters: "Zhang Xiaoyu" → "Чжан Сяоюй"."""

from functools import cache

from extract.data import load

EXAMPLES = {
    "Xi Jinping": "Си Цзиньпин",
    "Li Xuechun": "Ли Сюэчунь",
    "Ma Xingrui": "Ма Синжуй",
    "Jiang Yi": "Цзян И",
    "Wang Wentao": "Ван Вэньтао",
    "Zhang Xiao": "Чжан Сяо",
    "Liu Guoyue": "Лю Гоюэ",
    "Qiu Chenqi": "Цю Чэньци",
}
NOT_EXAMPLES = ["Serik Zhumangarin", "Li", "Askar Mamin"]


@cache
def _syllables() -> dict[str, str]:
    table = load("pinyin")
    spelled = {
        initial + final: sound + ending
        for initial, sound in table["initials"].items()
        for final, ending in table["finals"].items()
    }
    for initial in "jqx":
        for final, ending in table["soft_finals"].items():
            spelled[initial + final] = table["initials"][initial] + ending
    return spelled | dict(table["whole"])


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("pinyin")["surnames"].split())


def chinese_name(name: str) -> str | None:
    """Return the Russian spelling of a Chinese name in pinyin, or None where it is not one."""
    words = name.split()
    if len(words) not in (2, 3) or words[0] not in _surnames():
        return None
    spelled = [_word(word) for word in (words[0], "".join(words[1:]).replace("-", ""))]
    return " ".join(word.capitalize() for word in spelled if word) if all(spelled) else None


def _word(word: str) -> str | None:
    """Split a word into one or two syllables; an "n" before a vowel belongs to the second where both ways are open."""
    lowered = word.lower()
    syllables = _syllables()
    if lowered in syllables:
        return syllables[lowered]
    for cut in range(len(lowered) - 1, 0, -1):
        first, second = lowered[:cut], lowered[cut:]
        if first in syllables and second in syllables and second[0] not in "aeo":
            return syllables[first] + syllables[second]
    return None
