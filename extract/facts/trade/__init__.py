"""Trade between parties: turnover, export and import, with amount, growth, period and status.

    sentence | marks | figures of a measure (drafts) | parties | period | one fact a figure

The measure, the pair and the period may stand in a sentence before; what was spoken of last is remembered for two
sentences. No fact: a rank or share, trade in one sort of goods, a country's trade with all others, a sum of another
noun, a change without its level where only the sum of the change is given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.discourse import Focus, focus, is_bloc
from extract.document import Document, Sentence
from extract.explain import Dropped
from extract.facts.trade.examples import EXAMPLES, NOT_EXAMPLES
from extract.facts.trade.figures import Draft, Refused, read_figures
from extract.facts.trade.marks import Marked, mark
from extract.facts.trade.merge import Statement, merged
from extract.facts.trade.partners import ALL_OTHERS, Pair, Partners, partners_of
from extract.facts.trade.ranking import Ranked, Ranking, ranked_in, ranking_of
from extract.facts.trade.times import When, period_of, trade_periods
from extract.model import Evidence, Flow, Found, Money, Period, Span, Trade

__all__ = ["EXAMPLES", "NOT_EXAMPLES", "confidence", "find_trades"]

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
REMEMBERED = 2  # sentences for which the measure, the pair and the period spoken of last are remembered
FLOWS: dict[str, Flow] = {
    "turnover": "turnover",
    "trade": "turnover",
    "foreign": "turnover",
    "export": "export",
    "import": "import",
}
DOUBTS = {"named": 0.0, "half": 0.1, "carried": 0.1, "focus": 0.15}  # by how the parties were known


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last sentence on trade spoke of."""

    index: int
    flow: Flow
    pair: Pair | None = None
    named: bool = False  # whether its sentence names the pair
    when: When | None = None
    currency: str | None = None


def confidence(known: str, *, period_carried: bool, measure_carried: bool, weak: bool) -> float:
    """Return how sure a fact is, from 0 to 1: less for each thing that the sentence itself does not say.

    `known` is how the parties were known (see `Partners`), `weak` a measure such as "торговля" that may be any trade.
    """
    doubt = DOUBTS[known] + 0.05 * period_carried + 0.1 * measure_carried + 0.05 * weak
    return round(0.95 - doubt, 2)


def find_trades(document: Document) -> Iterator[Found | Dropped]:
    """Yield the trade facts of an article, and the figures that looked like some."""
    statements: list[Statement] = []
    memory: Memory | None = None
    ranking: Ranking | None = None
    article_currency: str | None = None
    for sentence, spoken_of in zip(document.sentences, focus(document), strict=True):
        if memory is not None and sentence.index - memory.index > REMEMBERED:
            memory = None
        marked = mark(
            sentence,
            document.language,
            memory.currency if memory else None,
            document.published,
            article_currency=article_currency,
        )
        article_currency = sentence.money[-1][1].currency if sentence.money else article_currency
        listed = ranking_of(marked, ranking)
        ranking = listed or ranking
        if listed is not None and (ranked := ranked_in(marked, listed)):
            statements.extend(_ranked(marked, listed, one) for one in ranked)
            taken = [one.figure for one in ranked]
            marked = replace(marked, money=tuple(one for one in marked.money if one not in taken))
        found, memory = _read_sentence(document, marked, spoken_of, memory)
        for one in found:
            if isinstance(one, Dropped):
                yield one
            else:
                statements.append(one)
    yield from merged(statements)


def _ranked(marked: Marked, ranking: Ranking, one: Ranked) -> Statement:
    """The turnover with one partner of a list."""
    fact = Trade(parties=(ranking.home, one.party), flow="turnover", amount=one.money, period=ranking.period)
    evidence = (marked.sentence.evidence("trade.ranking", ("amount", "parties")),)
    sure = confidence("half", period_carried=False, measure_carried=True, weak=False)
    return Statement(fact, evidence, sure, marked.sentence.headline)


def _read_sentence(
    document: Document, marked: Marked, spoken_of: Focus, memory: Memory | None
) -> tuple[list[Statement | Dropped], Memory | None]:
    sentence = marked.sentence
    found: list[Statement | Dropped] = []
    pair: Pair | None = None
    when: When | None = None
    flow: Flow = memory.flow if memory else "turnover"
    told = memory
    closed = False  # a figure of something else ends what was spoken of
    for draft in read_figures(marked, memory is not None):
        if isinstance(draft, Refused):
            found.append(_dropped(sentence, draft.start, draft.stop, draft.reason))
            continue
        flow = "turnover" if draft.status == "target" and not marked.measures else _flow(marked, draft, flow)
        if goods := _goods(marked, draft):
            found.append(_dropped(sentence, draft.first, draft.stop, f"trade in goods of one sort: {goods}"))
            told, memory, closed = None, None, True
            continue
        if draft.money is None and marked.holds("many_years", draft.opens, draft.stop + 20):
            found.append(_dropped(sentence, draft.first, draft.stop, "growth over many years"))
            continue
        if _by_company(marked, draft):
            found.append(_dropped(sentence, draft.first, draft.stop, "deliveries of a company"))
            continue
        fresh = memory is not None and memory.named and memory.index == sentence.index - 1
        partners = partners_of(marked, draft, flow, spoken_of, pair, memory.pair if memory else None, fresh)
        if isinstance(partners, str):
            if partners == ALL_OTHERS:
                told, memory, closed = None, None, True
            found.append(_dropped(sentence, draft.first, draft.stop, partners))
            continue
        own = period_of(marked, draft, when, memory.when if memory else None)
        if (draft.base or draft.starts_change) and (own is None or own.period is None):
            found.append(_dropped(sentence, draft.first, draft.stop, "the start of a change, undated"))
            continue
        given = own or _carried_period(document, marked, draft, memory, flow)
        draft = _in_time(marked, draft, given)
        fact = Trade(
            parties=partners.pair,
            flow=flow,
            amount=draft.money,
            growth_pct=draft.growth,
            period=given.period if given else None,
            status=draft.status,
        )
        evidence = _evidence(document, sentence, partners, spoken_of, memory, given if own is None else None)
        sure = confidence(
            partners.known,
            period_carried=own is None and given is not None,
            measure_carried=draft.owner is None or draft.owner.kind == "pointer",
            weak=draft.owner is not None and draft.owner.kind == "trade",
        )
        found.append(Statement(fact, evidence, sure, sentence.headline))
        pair = partners.pair
        if draft.base or draft.starts_change:
            continue
        when = own if own is not None else when
        if draft.status == "actual" or told is None:
            currency = draft.money.currency if draft.money else memory.currency if memory else None
            told = Memory(sentence.index, flow, partners.pair, partners.known == "named", given, currency)
        else:
            told = replace(told, index=sentence.index, flow=flow, pair=partners.pair)
    if pair is None and marked.measures and not closed:
        last = marked.measures[-1]
        periods = trade_periods(marked)
        when = When(periods[0].value, True) if len(periods) == 1 and isinstance(periods[0].value, Period) else None
        told = Memory(sentence.index, FLOWS[last.kind])
        if memory is not None:
            told = replace(memory, index=sentence.index, flow=FLOWS[last.kind], when=when or memory.when)
        elif when:
            told = replace(told, when=when)
        if both := _only_pair(marked):
            told = replace(told, pair=both, named=True)
        sums = [one.value for one in marked.money if isinstance(one.value, Money)]
        if sums:
            told = replace(told, currency=sums[-1].currency)
        if last.kind == "foreign":
            told = None
    return found, told


def _only_pair(marked: Marked) -> Pair | None:
    """Return the two parties of a sentence that names just two, none of them a bloc."""
    names = list(dict.fromkeys(str(one.value) for one in marked.parties))
    return (names[0], names[1]) if len(names) == 2 and not any(is_bloc(name) for name in names) else None


def _flow(marked: Marked, draft: Draft, earlier: Flow) -> Flow:
    if draft.owner is None:
        return earlier
    if draft.owner.kind != "pointer":
        return FLOWS[draft.owner.kind]
    before = [one for one in marked.measures if one.start < draft.owner.start]
    return FLOWS[before[-1].kind] if before else earlier


def _goods(marked: Marked, draft: Draft) -> str | None:
    """Return the word that makes a measure one of goods or a sector: "экспорт пшеницы", "товарооборот в сфере АПК"."""
    if draft.owner is None or draft.owner.kind == "pointer":
        return None
    start, stop = draft.owner.start, draft.owner.stop
    before = marked.text[max(0, start - 40) : start]
    adjective = re.search(r"(\S+)\s+$", before)
    low = start - len(adjective.group()) if adjective else start
    first = marked.holds("goods", low, start)
    if first:
        return first.group()
    after = re.match(r"(?:\s+[^\s,;:.()–—-]+){0,4}", marked.text[stop:])
    verbs = [one.start for one in (*marked.levels, *marked.changes, *marked.periods) if one.start >= stop]
    high = min([stop + (after.end() if after else 0), *verbs])
    second = marked.holds("goods", stop, high)
    return second.group() if second else None


def _by_company(marked: Marked, draft: Draft) -> bool:
    """Whether the measure is deliveries and the sentence names an organisation in quotes that may make them."""
    owner = draft.owner
    if owner is None or not marked.holds("supplies", owner.start, owner.stop):
        return False
    return any(
        re.search('[«"“]', marked.sentence.text[max(0, span.start - marked.sentence.span.start - 1) :][:2])
        for span, _ in marked.sentence.organisations
    )


def _in_time(marked: Marked, draft: Draft, when: When | None) -> Draft:
    """A sum of a time to come is no fact yet: an aim where the sentence tells of one, else a forecast."""
    if draft.status != "actual" or when is None or when.period is None or marked.published is None:
        return draft
    if when.period.first_day <= marked.published:
        return draft
    return replace(draft, status="target" if marked.holds("aims.words", 0, len(marked.text)) else "forecast")


def _carried_period(document: Document, marked: Marked, draft: Draft, memory: Memory | None, flow: Flow) -> When | None:
    """Return the period of the figure before for its export and import; or the only period of the sentence before."""
    sentence = marked.sentence
    if draft.status != "actual" or marked.holds("now", draft.opens, draft.stop):
        return None
    if draft.owner is None and YEAR.search(sentence.text[: draft.first]):
        return None
    pointing = draft.owner is None or draft.owner.kind == "pointer"
    if memory is not None and memory.when is not None and (flow != "turnover" or pointing):
        return memory.when
    for before in document.before(sentence, 1):
        periods = [period for _, period in before.periods]
        if (
            len(periods) == 1
            and periods[0] is not None
            and len(periods[0].first) < 10
            and not before.money
            and not before.headline
            and (document.published is None or periods[0].first_day <= document.published)
        ):
            return When(periods[0], False)
    return None


def _evidence(
    document: Document,
    sentence: Sentence,
    partners: Partners,
    spoken_of: Focus,
    memory: Memory | None,
    carried: When | None,
) -> tuple[Evidence, ...]:
    """Return the sentence of the figure, then those that its parties or period come from."""
    own = ["amount", "growth_pct", "flow", "status"]
    if partners.known in ("named", "half"):
        own.append("parties")
    if carried is None:
        own.append("period")
    pieces = [sentence.evidence("trade.figure", tuple(own))]
    if partners.known != "named":
        source = (
            memory.index
            if partners.known == "carried" and memory
            else max((index for index in spoken_of.named_in if index < sentence.index), default=sentence.index)
        )
        if source != sentence.index:
            pieces.append(document.sentences[source].evidence("trade.parties", ("parties",)))
    return tuple(pieces)


def _dropped(sentence: Sentence, start: int, stop: int, reason: str) -> Dropped:
    return Dropped("trade", "trade.figure", Span(sentence.span.start + start, sentence.span.start + stop), reason)
