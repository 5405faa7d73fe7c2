"""Facts of an article: one file a kind, each a function from the document to what it found and what it dropped."""

from extract.document import read_document
from extract.explain import Dropped
from extract.facts.agreement import find_agreements
from extract.facts.investment import find_investments
from extract.facts.meeting import find_meetings
from extract.facts.project import find_projects
from extract.facts.role import find_roles
from extract.facts.statement import find_statements
from extract.facts.trade import find_trades
from extract.model import Article, Found

FINDERS = (
    find_trades,
    find_projects,
    find_meetings,
    find_agreements,
    find_investments,
    find_statements,
    find_roles,
)


def find_facts(article: Article) -> list[Found | Dropped]:
    """Return what every finder found and dropped in `article`, in reading order."""
    document = read_document(article)
    if document is None:
        return []
    everything = [one for find in FINDERS for one in find(document)]
    return sorted(everything, key=_position)


def _position(one: Found | Dropped) -> tuple[int, int]:
    span = one.evidence[0].span if isinstance(one, Found) else one.span
    return span.start, span.stop
