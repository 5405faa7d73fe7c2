"""Questions that are near one to which nothing was found: a longer time, the region around, another partner."""

from collections.abc import Iterator
from dataclasses import replace

from extract.names.places import ancestors, place_named
from extract.query import Query
from storage.filters import has_subject
from storage.rank import HOME


def wider_queries(query: Query) -> Iterator[Query]:
    """Yield queries with one condition of `query` less or wider, the nearest first.

    What a name alone narrowed is not widened to everything: another company's plant is not near.
    """
    timed = query.period or query.bound
    return (wider for wider in _wider(query) if has_subject(wider) or (timed and not has_subject(query)))


def _wider(query: Query) -> Iterator[Query]:
    if not (query.places or query.parties or query.people or query.organisations or query.sectors or query.kinds):
        return
    wide = query
    if query.period or query.bound:
        wide = replace(query, period=None, bound=None)
        yield wide
    if wide.words and (query.places or query.parties or query.people or query.organisations or query.sectors):
        wide = replace(wide, words=())
        yield wide
    if len(query.people) > 1:
        yield from (replace(wide, people=(person,)) for person in query.people)
    if query.organisations and query.kinds:
        yield replace(wide, organisations=())
    if query.sectors and (query.places or query.parties):
        yield replace(wide, sectors=(), stages=())
    for name in query.places:
        for place in place_named(name)[:1]:
            yield from (replace(wide, places=(above,), parties=(), sectors=()) for above in ancestors(place))
    if query.parties and query.kinds:
        yield replace(wide, parties=(HOME,), places=(), flow=None, people=(), organisations=())
    if query.places and query.kinds:
        yield replace(wide, places=(HOME,), parties=(), sectors=())
