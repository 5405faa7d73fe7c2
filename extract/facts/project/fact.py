"""From threads to facts: what is told enough becomes a Project, the rest is dropped with its reason."""

from collections.abc import Sequence

from extract.document import Document
from extract.explain import Dropped
from extract.facts.project.companies import companies_within
from extract.facts.project.location import background_places, fineness, finest_first
from extract.facts.project.thread import Thread, repeats
from extract.facts.project.words import pattern
from extract.model import Found, Project, Span
from extract.names.parties import is_party
from extract.names.sectors import find_sectors

MOST_COMPANIES = 3  # of a sentence, where they may be the builders
CERTAIN = 0.95  # all that is stated stands beside the name
INFERRED = {"place": 0.1, "name": 0.15, "figures": 0.05, "weak": 0.1}  # what each inference takes off


def to_fact(thread: Thread, document: Document, threads: Sequence[Thread]) -> Found | Dropped:
    """Return the project of a thread with its evidence, or why it is none; `threads` are all of its article."""
    if not thread.name and _needs_no_name(thread):
        thread.name = thread.head.name
        thread.inferred.add("name")
    reason = _refusal(thread)
    places = list(thread.places)
    over = thread.listed_under
    if not any(fineness(place) < 3 for place in places):
        places = (list(over.places) if over else []) + places
        thread.inferred |= {"place"} if over and over.places else set()
    if not places:
        named = [place for place in thread.named_places if fineness(place) < 3 and not is_party(place.name)]
        places = named + places
    if not places and thread.head.family not in ("road", "pipe"):
        inherited, _ = background_places(document, thread.opened)
        if inherited:
            thread.inferred.add("place")
            places = inherited + places
    evidence = thread.pieces()
    if reason or not evidence:
        sentence = thread.evidence[0][0]
        return Dropped("project", "thread", Span(sentence.span.start, sentence.span.stop), reason or "no evidence")
    if len(evidence) > 1:
        thread.inferred.add("figures")
    if thread.weak:
        thread.inferred.add("weak")
    fact = Project(
        name=_with_route(thread),
        places=tuple(place.name for place in finest_first(places)),
        stage=thread.stage(),
        capacities=tuple(thread.capacities),
        cost=thread.cost,
        jobs=thread.jobs,
        start=thread.start or (over.start if over and not thread.end else None),
        end=thread.end or (over.end if over else None),
        participants=tuple(thread.participants or background_companies(document, thread, threads)),
        count=thread.count,
        sector=next(iter(find_sectors(thread.name)), None),
    )
    return Found(fact, evidence, round(CERTAIN - sum(INFERRED[one] for one in thread.inferred), 2))


def background_companies(document: Document, thread: Thread, threads: Sequence[Thread]) -> list[str]:
    """Return the companies of the sentences about a project, else of the one before on its line; at most three.

    What another project is called by is none of them. A portfolio is run by the two states of a sentence about it.
    """
    if thread.is_portfolio():
        pairs = (list(dict.fromkeys(party for _, party in sentence.parties)) for sentence, _ in thread.evidence)
        return next((pair for pair in pairs if len(pair) == 2), [])
    taken = {other.brand for other in threads if other is not thread and other.brand}
    first = document.sentences[thread.opened]
    before = document.sentences[max(0, thread.opened - 1)]
    about = [sentence for sentence, _ in thread.evidence]
    for sentence in (*about, *([before] if before.line == first.line else [])):
        if sentence.headline:
            continue
        names = list(dict.fromkeys(name for _, name in companies_within(sentence, sentence.span)))
        names = [name for name in names if thread.head.family == "plant" or name.strip('«»"') not in thread.name]
        if 0 < len(names) <= MOST_COMPANIES and not taken & set(names):
            return names
    return []


def _with_route(thread: Thread) -> str:
    """Return the name; a road or pipeline without one of its own is called by its ends."""
    if thread.name == thread.head.name and thread.head.family in ("road", "pipe") and len(thread.places) > 1:
        states = [place.name for place in thread.places if place.kind == "country"]
        ends = states if len(states) > 1 else [place.name for place in thread.places]
        return f"{thread.name} {' – '.join(ends)}"
    return thread.name


def _refusal(thread: Thread) -> str | None:
    if not thread.confirmed:
        return "only mentioned"
    if not thread.name:
        return "no telling name"
    if thread.count and thread.head.name == "предприятие" and not thread.cost and thread.stage() == "operating":
        return "enterprises that exist"
    if thread.count and not thread.has_figures() and not _is_portfolio(thread):
        return "a number of things of which nothing is told"
    return None


def _needs_no_name(thread: Thread) -> bool:
    """ "В Костанае построят завод за 12 млрд тенге": a bare plant in a place of its own, with its sum or its jobs."""
    told = thread.cost is not None or thread.jobs is not None
    settled = any(fineness(place) < 3 for place in thread.places)
    return thread.head.family == "plant" and not thread.head.generic and told and settled and bool(thread.stages)


def _is_portfolio(thread: Thread) -> bool:
    """A number of projects is told of where they are joint or investment ones, of plants where a place is given."""
    if thread.head.generic:
        return thread.head.name == "проект" and any(
            pattern("grammar", "investment").search(sentence.text) for sentence, _ in thread.evidence
        )
    return bool(thread.places)


def only_headlines(thread: Thread, threads: Sequence[Thread]) -> bool:
    """Whether only headlines word a thread, and the text has another of its kind: the headline means that one."""
    if thread.has_figures():
        headed = thread.evidence[0][0].headline or (thread.is_portfolio() and not thread.count)
        rest = (other for other in threads if other is not thread and other.confirmed and other.name)
        return headed and any(repeats(thread, other) for other in rest)
    if not all(sentence.headline for sentence, _ in thread.evidence):
        return False
    return any(
        other.head.family == thread.head.family
        and other.name
        and other.confirmed
        and not all(sentence.headline for sentence, _ in other.evidence)
        for other in threads
    )
