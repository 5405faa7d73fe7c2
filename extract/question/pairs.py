"""Names of two words that are misspelt in both: "Юная Корья" → "Южная Корея". Two slips are a small part of so long a
name, where each word alone would have too many neighbours."""

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from extract.names.places import known_names
from extract.words.inflect import fold, russian_forms

SHORTEST = 9  # letters of both words with the blank between them
SLIPS = 2


def mended_pair(first: str, second: str) -> str | None:
    """Return the folded name of two words that a pair of words stands for, None where none or several are near."""
    folded = f"{fold(first)} {fold(second)}"
    if len(folded) < SHORTEST:
        return None
    listed = _pairs().get(folded[0], ())
    near = process.extract(folded, listed, scorer=OSA.distance, score_cutoff=SLIPS, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return None
    return str(near[0][0])


@cache
def _pairs() -> dict[str, list[str]]:
    """Return all names of two words in their Russian forms, by first letter."""
    names = {name for name in known_names() if name.count(" ") == 1}
    forms = {fold(form) for name in names if not name.isascii() for form in russian_forms(name)} | names
    table: dict[str, list[str]] = {}
    for form in sorted(forms):
        table.setdefault(form[0], []).append(form)
    return table
