"""Whose trade a figure is: the parties named around it, those of the figure before, or the pair in focus.

What the clause names goes first: "товарооборот A с B", "A и B увеличили товарооборот". One party alone takes its
partner from the sentence, from the figure before, or from the focus. None at all: the pair goes on.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.discourse import Focus, is_bloc, is_region_of_russia
from extract.facts.trade.directions import directed, is_destination
from extract.facts.trade.figures import Draft, segment_of
from extract.facts.trade.marks import Mark, Marked
from extract.model import Flow

Pair = tuple[str, str]
ALL_OTHERS = "one country's trade with all others"


@dataclass(frozen=True, slots=True)
class Partners:
    """The two parties, the first being whose flow it is; `known` is "named", "half", "carried" or "focus"."""

    pair: Pair
    flow: Flow
    known: str


WITH_OTHER = re.compile(r"[^,;.]{0,24}?(?<!\w)(?:с|со|with)\s+(?!начал|январ|нач)[^\W\d]")
LISTED = re.compile(r"\s+(?:с|со|with)\s+(?:\w+\s+)?")
AND = re.compile(r"\s*,\s*|\s+(?:и|and)\s+(?:с\s+|with\s+)?")
OF_RUSSIA = re.compile(r"\s+(?:регион|област|субъект|region|province|oblast)")
OF_BLOC = re.compile(r"\s*(?:country|nation|member|state|стран\w*|государств\w*)\s+\w")
LOCATIVE = re.compile(r"(?<!\w)(?:во?|in)\s+(?:the\s+)?$")
JOINED = re.compile(r"\s*(?:[-–—]|и|с|со|and|with|мен|пен|бен|және|to)\s*(?:the\s+)?|\s*['’]s?\s+\w*\s*with\s+")


def partners_of(
    marked: Marked,
    draft: Draft,
    flow: Flow,
    focus: Focus,
    sentence_pair: Pair | None,
    carried: Pair | None,
    fresh: bool = False,
) -> Partners | str:
    """Return the parties of a draft, or the reason why it has none.

    `sentence_pair` is that of the figure before in the same sentence, `carried` that of a sentence before, `fresh`
    whether the sentence right before names it, so that a measure of its own goes on with it too.
    """
    if _in_turn(marked):
        return "sums of several measures in turn"
    start, stop = segment_of(marked, draft)
    named = _named(marked, start, stop, flow, draft)
    named = [_region_meant(marked, one, focus) for one in named]
    names = list(dict.fromkeys(str(one.value) for one in named))
    listed = _listed(marked, draft, named, focus, carried)
    if listed is not None:
        return listed
    if len(names) > 2 or (len(names) == 2 and any(is_bloc(name) for name in names)):
        names = _closest(marked, named, draft)
        if len(names) != 2:
            return "many parties, none of them joined"
    if len(names) == 2:
        first, second = names
        return Partners(directed(marked, named, (first, second), flow, draft), flow, "named")
    earlier = sentence_pair or carried
    if not names and marked.holds("members", 0, draft.stop):
        return "trade inside a bloc"
    if len(names) == 1 and is_bloc(names[0]) and marked.holds("inside_bloc", named[0].start - 16, named[0].stop + 30):
        return "trade inside a bloc"
    if len(names) == 1:
        return _completed(marked, draft, flow, focus, named, earlier, sentence_pair is not None)
    if draft.owner is not None and draft.owner.kind == "foreign":
        return ALL_OTHERS
    if sentence_pair:
        return Partners(sentence_pair, flow, "named")
    if carried and fresh and (focus.speaker is None or focus.speaker in carried):
        return Partners(carried, flow, "carried")
    if carried and (draft.owner is None or draft.owner.kind == "pointer" or flow != "turnover"):
        return Partners(carried, flow, "carried")
    outside = {str(one.value) for one in marked.parties} - set(focus.parties)
    if outside:
        return f"another party is spoken of: {sorted(outside)[0]}"
    if flow != "turnover" and not marked.holds("two_sided", 0, len(marked.text)):
        return "the text does not say whose export or import"
    if len(focus.parties) == 2:
        first, second = focus.parties
        return Partners((first, second), flow, "focus")
    return "the text does not say between whom"


def _in_turn(marked: Marked) -> bool:
    """ "импорт из A и экспорт в A составили соответственно X и Y": which sum is whose is not read."""
    if not marked.money or not marked.holds("respectively", 0, len(marked.text)):
        return False
    return sum(one.stop <= marked.money[0].start for one in marked.measures) > 1


def _listed(
    marked: Marked, draft: Draft, named: list[Mark], focus: Focus, carried: Pair | None
) -> Partners | str | None:
    """ "товарооборот с A и B составил X и Y соответственно": None where there is no such list."""
    owner = draft.owner
    if owner is None or owner.kind not in ("turnover", "trade", "foreign"):
        return None
    members = [one for one in marked.parties if one.start >= owner.stop]
    if len(members) < 2 or not LISTED.fullmatch(marked.text, owner.stop, members[0].start):
        return None
    run = members[:1]
    for one in members[1:]:
        if not AND.fullmatch(marked.text, run[-1].stop, one.start):
            break
        run.append(one)
    if (
        len(run) < 2
        or (named and named[-1].start > run[-1].start)
        or (draft.opens > run[-1].stop and not named and len(run) < 2)
    ):
        return None
    names = [str(one.value) for one in run]
    homes = [name for name in (focus.home, *(carried or ()), *focus.ranked) if name and name not in names]
    before = [str(one.value) for one in marked.parties if one.stop <= owner.start and str(one.value) not in names]
    home = before[0] if before else homes[0] if homes else None
    sums = [one for one in marked.money if one.start >= run[-1].stop]
    rank = next(
        (index for index, one in enumerate(sums) if one.start <= draft.first < one.stop or one.start == draft.first),
        None,
    )
    if (
        home is None
        or rank is None
        or rank >= len(names)
        or not marked.holds("respectively", owner.stop, len(marked.text))
    ):
        return "a sum over several partners"
    return Partners((home, names[rank]), "turnover", "half" if not before else "named")


def _named(marked: Marked, start: int, stop: int, flow: Flow, draft: Draft) -> list[Mark]:
    """Return the party marks of a stretch that may be sides of the trade."""
    found = []
    for one in marked.parties:
        if not start <= one.start < stop:
            continue
        before = marked.text[max(0, one.start - 24) : one.start]
        inside = marked.text[one.start : one.stop]
        if flow == "turnover" and LOCATIVE.search(before) and not (marked.language == "ru" and _accusative(inside)):
            continue
        if marked.language == "kk" and re.search(r"[дт][ае](?:ғы|гі)?$", inside) and flow == "turnover":
            continue
        if one.kind == "region" and not _attached(marked, one, draft):
            continue
        member_follows = any(0 < other.start - one.stop < 18 for other in marked.parties)
        if is_bloc(str(one.value)) and OF_BLOC.match(marked.text, one.stop) and member_follows:
            continue
        found.append(one)
    return found


def _region_meant(marked: Marked, one: Mark, focus: Focus) -> Mark:
    """ "the Russian region" is the region in focus."""
    regions = [party for party in focus.parties if is_region_of_russia(party)]
    if one.value == "Россия" and regions and OF_RUSSIA.match(marked.text, one.stop):
        return replace(one, value=regions[0])
    return one


def _accusative(word: str) -> bool:
    return not word.endswith(("е", "и", "ях", "ах"))


def _attached(marked: Marked, region: Mark, draft: Draft) -> bool:
    """A region of a country is a side only where the measure stands right before it, or joined to another side."""
    before = marked.text[max(0, region.start - 40) : region.start]
    owner = draft.owner
    if owner is not None and re.fullmatch(
        r"\s*(?:между\s|between\s|of\s(?:the\s)?|для\s)?\s*", marked.text[owner.stop : region.start]
    ):
        return True
    return bool(re.search(r"(?:товарооборот\w*|торговл\w*|turnover|trade)\s(?:\w+\s){0,3}(?:с|и|with|and)\s+$", before))


def _closest(marked: Marked, named: list[Mark], draft: Draft) -> list[str]:
    """Of many parties choose two that stand joined, nearest to the measure; blocs give way to their members."""
    anchor = draft.owner.start if draft.owner else draft.first
    members = [one for one in named if not is_bloc(str(one.value))]
    members = members if len({one.value for one in members}) >= 2 else named
    pairs = [
        (one, other)
        for one, other in pairwise(members)
        if one.value != other.value and not (is_region_of_russia(str(one.value)) and other.value == "Россия")
    ]
    if not pairs:
        return []

    def distance(pair: tuple[Mark, Mark]) -> tuple[bool, int]:
        joined = JOINED.fullmatch(marked.text[pair[0].stop : pair[1].start]) is not None
        return not joined, min(abs(pair[0].start - anchor), abs(pair[1].start - anchor))

    one, other = min(pairs, key=distance)
    if distance((one, other))[0] and len({mark.value for mark in members}) > 2:
        return []
    return [str(one.value), str(other.value)]


def _completed(
    marked: Marked, draft: Draft, flow: Flow, focus: Focus, named: list[Mark], earlier: Pair | None, same_sentence: bool
) -> Partners | str:
    """Find the partner of the only party that a stretch names."""
    party = str(named[0].value)
    if flow == "turnover" and _alone(marked, named[0], draft):
        return ALL_OTHERS
    if not same_sentence and (other := _other_named(marked, draft, named[0])):
        pair, known = (party, other), "named"
    elif earlier and party in earlier:
        pair, known = earlier, "named" if same_sentence else "carried"
    elif earlier and flow != "turnover" and (draft.owner is None or draft.owner.kind == "pointer"):
        return "the text does not say whose export or import"
    elif earlier and (same_sentence or draft.owner is None or draft.owner.kind == "pointer"):
        home = focus.home if focus.home in earlier else earlier[0]
        pair, known = (str(home), party), "half"
    else:
        if flow != "turnover" and not is_destination(marked, named[0], flow):
            return ALL_OTHERS
        partner = focus.partner_of(party)
        if partner is None or partner == party:
            return "the text does not say with whom"
        if _nested(party, partner):
            return "a region and its own country"
        pair = (party, partner) if focus.parties and party == focus.parties[0] else (partner, party)
        known = "half"
    return Partners(directed(marked, named, pair, flow, draft), flow, known)


def _other_named(marked: Marked, draft: Draft, party: Mark) -> str | None:
    """ "Russia bought more, and is the largest market for Uzbekistan": the only other party before a draft."""
    if draft.owner is None or draft.owner.kind == "pointer" or draft.owner.start < draft.opens:
        return None
    others = {str(one.value) for one in marked.parties if one.stop <= draft.opens and one.kind == "party"}
    others -= {str(party.value)}
    only = next(iter(others), "")
    return only if len(others) == 1 and not is_bloc(only) and not _nested(str(party.value), only) else None


def _nested(one: str, other: str) -> bool:
    return (is_region_of_russia(one) and other == "Россия") or (is_region_of_russia(other) and one == "Россия")


def _alone(marked: Marked, party: Mark, draft: Draft) -> bool:
    """ "товарооборот Казахстана составил": a measure of one party, with no word of a second side."""
    if draft.owner is not None and draft.owner.kind == "foreign":
        before = marked.text[max(0, party.start - 16) : party.start]
        return not re.search(r"(?<!\w)(?:с|со|with)\s+(?:\w+\s+)?$", before)
    if (
        draft.owner is None
        or draft.owner.kind not in ("turnover", "trade")
        or marked.holds("two_sided", 0, len(marked.text))
    ):
        return False
    if WITH_OTHER.match(marked.text, party.stop):
        return False
    after = marked.text[draft.owner.stop : party.start] if party.start >= draft.owner.stop else None
    if after is not None:
        return marked.language != "kk" and re.fullmatch(r"\s*(?:of\s)?(?:всей\s)?", after) is not None
    gap = marked.text[party.stop : draft.owner.start]
    if marked.language == "kk":
        return (
            marked.text[party.start : party.stop].endswith(("ның", "нің", "дың", "дің", "тың", "тің")) and len(gap) < 12
        )
    return marked.language == "en" and re.fullmatch(r"(?:['’]s?)?\s+(?:total\s|overall\s)?", gap) is not None
