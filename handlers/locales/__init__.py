"""All that the bot says, one TOML file a language: a key is `table.name`, in every language the same."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from extract.model import Language

PLURALS = {"one", "few", "many", "other"}
GRAMMAR = "grammar."  # word forms that one language alone needs


def say(language: Language, key: str, **values: object) -> str:
    """Return the text of `key` with `values` filled in. Raises KeyError where there is none."""
    text = _texts(language)[key]
    if not isinstance(text, str):
        raise KeyError(key)
    return text.format(**values) if values else text


def knows(language: Language, key: str) -> bool:
    """Tell whether there is a text of this key."""
    return key in _texts(language)


def examples(language: Language) -> tuple[str, ...]:
    """Return the questions that /help shows."""
    return tuple(_texts(language)["help.examples"])


def openings(language: Language) -> tuple[str, ...]:
    """Return the questions that /start may offer, the best first."""
    return tuple(_texts(language)["start.questions"])


def form(language: Language, key: str, number: int | Decimal) -> str:
    """Return the word of `key` as it stands beside `number`; a word without plurals as it is."""
    forms = _texts(language)[key]
    if isinstance(forms, str):
        return forms
    return str(forms.get(Locale(language).plural_form(number)) or forms["other"])


def many(language: Language, key: str) -> str:
    """Return the word of `key` as it stands behind "тыс." or "mln"."""
    forms = _texts(language)[key]
    return forms if isinstance(forms, str) else str(forms.get("many") or forms["other"])


def keys(language: Language) -> frozenset[str]:
    """Return every key that each language must have; the forms of a plural count as one."""
    return frozenset(key for key in _texts(language) if not key.startswith(GRAMMAR))


def values(language: Language) -> dict[str, Any]:
    """Return every text by its key, for tests of wording."""
    return dict(_texts(language))


@cache
def _texts(language: Language) -> dict[str, Any]:
    content = files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(content), ""))


def _flat(table: dict[str, Any], prefix: str) -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for name, value in table.items():
        nested = isinstance(value, dict) and not set(value) <= PLURALS
        flat += _flat(value, f"{prefix}{name}.") if nested else [(prefix + name, value)]
    return flat
