"""What a sentence says of a project besides figures: where, by whom, at which stage."""

from collections.abc import Sequence

from extract.document import Sentence
from extract.facts.project.companies import companies_within, countries_within
from extract.facts.project.location import places_of_name, places_within
from extract.facts.project.mention import Mention
from extract.facts.project.stages import stage_of
from extract.facts.project.thread import Thread
from extract.model import Language, Place, Span

ROUTED = ("road", "pipe")  # places behind these are their ends


def add_circumstances(
    thread: Thread, sentence: Sentence, span: Span, mention: Mention, mentions: Sequence[Mention], language: Language
) -> None:
    """Add places, participants and a vote for the stage from the stretch of a sentence that a mention governs."""
    located, named = places_within(sentence, span, language)
    if not located and len(mentions) == 1:
        located, named = places_within(sentence, sentence.span, language)
    earlier = [one for one in mentions if one.stop <= mention.start]
    if not located and earlier and not thread.places:
        located, _ = places_within(sentence, Span(sentence.span.start, earlier[0].start), language)
    at = Span(mention.start, mention.stop)
    located = located or places_of_name(sentence, at, thread.brand, mention.head.family)
    routed = any(one.head.family in ROUTED for one in mentions if one is not mention)
    if not named and not thread.places and not routed:
        named = places_within(sentence, sentence.span, language)[1]
    ends = places_of_name(sentence, at, mention.brand, mention.head.family) if mention.head.family in ROUTED else []
    if not thread.name and len(ends) > 1:
        thread.name = f"{mention.head.name} {' – '.join(place.name for place in ends)}"
    if mention.head.family in ROUTED and (mention.names or not thread.places):
        located = places_of_name(sentence, at, mention.brand, mention.head.family) or located
    fresh = [place for place in located if place not in thread.places]
    chained = any(place in thread.places for place in located)
    if (
        thread.places
        and all(place.kind != "country" for place in thread.places)
        and not chained
        and not _nested(thread, fresh)
    ):
        fresh = []
    thread.places += fresh
    thread.named_places += named
    slots = ("places",) if fresh else ()
    names = [name for _, name in companies_within(sentence, span)] + countries_within(sentence, span)
    for name in names:
        own = thread.head.family not in ("plant", "any", "branch") and (
            name == thread.brand or name.strip('«»"') in thread.name
        )
        if name not in thread.participants and not own:
            thread.participants.append(name)
            slots = (*slots, "participants")
    vote = stage_of(sentence, span)
    if vote is not None:
        thread.stages.append((sentence.index, vote))
        slots = (*slots, "stage")
    thread.see(sentence, slots)


def _nested(thread: Thread, fresh: Sequence[Place]) -> bool:
    """Whether later places are parts of the earlier ones or the other way round: one project stands in one place."""
    known = {name for place in thread.places for name in (place.name, place.region, place.country) if name}
    return all({place.name, place.region, place.country} & known for place in fresh)
