"""Personal names: the everyday form and what makes two of them one person's."""

from functools import cache

from extract.data import load


def surname_key(name: str) -> str:
    """Return a key that the spellings and case forms of one surname share: "Мирзиёев", "Мирзиеева" → "мирзие"."""
    words = name.replace("ё", "е").replace("Ё", "Е").lower().split()
    last = words[-1] if words else ""
    return last[: max(4, len(last) - 3)] if len(last) > 5 else last[:4]


@cache
def _spellings() -> dict[str, str]:
    return {variant: canonical for canonical, variants in load("names")["spellings"].items() for variant in variants}


@cache
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(load("names")["patronymic_endings"])


def everyday_name(name: str) -> str:
    """Return given name and surname in the spelling of record, without a patronymic."""
    words = [_spellings().get(word, word) for word in name.split()]
    if len(words) == 3 and words[1].lower().endswith(_patronymic_endings()):
        words = [words[0], words[2]]
    elif len(words) == 3 and words[2].lower().endswith(_patronymic_endings()):
        words = [words[1], words[0]]
    return " ".join(words)
