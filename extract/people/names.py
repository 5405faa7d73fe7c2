"""Personal names: the everyday form and what makes two of them one person's."""

import re
from functools import cache

from extract.data import load

EXAMPLES = {
    "Минниханов Рустам Нургалиевич": "Рустам Минниханов",
    "Рустам Нургалиевич Минниханов": "Рустам Минниханов",
    "Минниханов Рустам": "Рустам Минниханов",
    "Серик Макашұлы Жумангарин": "Серик Жумангарин",
    "Шавкат Мирзиеев": "Шавкат Мирзиёев",
    "Си Цзиньпин": "Си Цзиньпин",
}

_INFLECTED = re.compile(r"(ов|ев|ин|ын)(?:а|у|ым|е|ой|ых)$")


def surname_key(name: str) -> str:
    """Return a key that the spellings and case forms of one surname share: "Мирзиёев", "Мирзиеева" → "мирзи"."""
    words = name.replace("ё", "е").replace("Ё", "Е").lower().split()
    last = _INFLECTED.sub(r"\1", words[-1]) if words else ""
    return last[: max(4, len(last) - 3)] if len(last) > 5 else last[:4]


@cache
def _spellings() -> dict[str, str]:
    return {variant: canonical for canonical, variants in load("names")["spellings"].items() for variant in variants}


@cache
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(load("names")["patronymic_endings"])


@cache
def _given() -> frozenset[str]:
    return frozenset(name.lower() for name in load("people_names")["given"].split())


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(load("people_names")["surname_endings"])


def everyday_name(name: str) -> str:
    """Return given name and surname in the spelling of record, in this order and without a patronymic."""
    words = [_spellings().get(word, word) for word in name.split()]
    if len(words) == 3 and words[1].lower().endswith(_patronymic_endings()):
        words = [words[0], words[2]]
    elif len(words) == 3 and words[2].lower().endswith(_patronymic_endings()):
        words = [words[1], words[0]]
    elif len(words) == 2 and words[1].lower() in _given() and words[0].lower() not in _given():
        if words[0].lower().endswith(_surname_endings()):
            words.reverse()
    elif len(words) == 2 and is_initial(words[1]):
        words.reverse()
    return " ".join(words)


def is_female(name: str) -> bool:
    """Tell from a Russian name whether it is a woman's."""
    words = name.lower().split()
    return bool(words) and (words[-1].endswith(("ова", "ева", "ёва", "ина", "ская", "цкая", "қызы", "кызы")))


def is_initial(name: str) -> bool:
    """Tell whether a name begins with an initial: "В. Путин"."""
    return name[1:2] == "."


def same_person(one: str, other: str) -> bool:
    """Tell whether two names of one surname may be one person's: "В. Путин" and "Владимир Путин"."""
    first, second = one.replace("ё", "е").split(), other.replace("ё", "е").split()
    if len(first) < 2 or len(second) < 2:
        return True
    if is_initial(one) or is_initial(other):
        return first[0][0] == second[0][0]
    if min(len(first), len(second)) > 3:  # brothers share all but the first name
        return _alike(first[0], second[0])
    return any(_alike(word, against) for word in first[:-1] for against in second[:-1])


def _alike(one: str, other: str) -> bool:
    shared = min(len(one), len(other), max(3, min(len(one), len(other)) - 2))
    return one[:shared].lower() == other[:shared].lower()
