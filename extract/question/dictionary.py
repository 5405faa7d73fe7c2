"""What the dictionary of Russian knows; it is loaded with the first word that nothing else explains."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any


def is_word(word: str) -> bool:
    """Tell whether the dictionary of Russian has a word in this form."""
    return not word.isascii() and bool(_dictionary().word_is_known(word.lower()))


@cache
def _dictionary() -> Any:
    from pymorphy2.opencorpora_dict import Dictionary

    specification = importlib.util.find_spec("pymorphy2_dicts_ru")
    return Dictionary(str(Path(str(specification and specification.origin)).parent / "data"))
