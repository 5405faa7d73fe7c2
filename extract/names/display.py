"""Names as a reader of each language expects them."""

from functools import cache

from extract.data import load
from extract.model import Language
from extract.names.places import records


@cache
def _names() -> dict[str, dict[str, str]]:
    tables = [*load("countries")["blocs"], *load("sectors")["sectors"], *reversed(records().values())]
    return {record["ru"]: record for record in tables}


def display_name(canonical: str, language: Language) -> str:
    """Return a place's, party's or sector's name in `language`; a name unknown to the data comes back as it is."""
    record = _names().get(canonical)
    return record[language] if record else canonical
