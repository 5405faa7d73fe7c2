"""Units beside a number: "тонн", "МВт", "tonnes"; the names come from the data of extract."""

from decimal import Decimal
from functools import cache

from extract.data import load
from extract.model import Language
from handlers.locales import form, knows, many


def unit(name: str, amount: Decimal, language: Language, *, behind_scale: bool = False) -> str:
    """Return the unit of canonical `name` as it stands beside `amount`, or behind "тыс." where `behind_scale`.

    A unit that the data do not know comes back as it is.
    """
    record = _records().get(name)
    if record is None:
        return name
    key = f"grammar.unit.{record[language]}"
    if knows(language, key):
        return many(language, key) if behind_scale else form(language, key, amount)
    counted = record in load("units")["things"] or record["en"] in ENGLISH_WORDS
    return f"{record['en']}s" if language == "en" and counted and amount != 1 else record[language]


ENGLISH_WORDS = {"tonne", "quintal", "ounce", "pound", "carat", "mile", "acre", "are", "litre", "decalitre", "barrel"}


@cache
def _records() -> dict[str, dict[str, str]]:
    units = load("units")
    return {record["ru"]: record for record in (*units["measures"], *units["things"])}
