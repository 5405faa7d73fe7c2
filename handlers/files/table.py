"""The facts of an answer as a table: a row a fact, a column a slot, then its sentence, article, site, link and date."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Language
from extract.query import Hit
from handlers.files.columns import Cell, Columns, columns_of
from handlers.locales import say
from handlers.render.parts import is_link, site

ORDER = (
    *("kind", "name", "form", "parties", "flow", "source", "target", "person", "position", "organisation"),
    *("people", "places", "place", "stage", "amount", "amount_max", "currency", "qualifier", "growth_pct"),
    *("first_day", "last_day", "status", "signed", "date", "capacity", "jobs", "start", "end", "participants"),
    *("count", "sector", "topics", "quote", "evidence", "published", "site", "article", "link", "confidence"),
)
ALWAYS = ("kind", "evidence", "published", "site", "article", "link", "confidence")


@dataclass(frozen=True, slots=True)
class Table:
    """Headings in the reader's language and rows of as many cells; `keys` name the columns in every language alike."""

    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(hits: Sequence[Hit], language: Language) -> Table:
    """Return the facts as a table with the columns of all their kinds."""
    records = [_record(hit, language) for hit in hits]
    used = {key for record in records for key in record} | set(ALWAYS)
    keys = tuple(key for key in ORDER if key in used)
    rows = tuple(tuple(record.get(key) for key in keys) for record in records)
    return Table(keys, tuple(say(language, f"column.{key}") for key in keys), rows)


def _record(hit: Hit, language: Language) -> Columns:
    quotes = dict.fromkeys(piece.quote.strip() for piece in hit.evidence)
    source: Columns = {
        "evidence": "\n".join(quotes) or None,
        "published": hit.article.published,
        "site": site(hit),
        "article": hit.article.title,
        "link": hit.article.url if is_link(hit.article.url) else None,
        "confidence": Decimal(str(round(hit.confidence, 2))),
    }
    return {"kind": say(language, f"fact_kind.{hit.fact.kind}"), **columns_of(hit.fact, language), **source}
