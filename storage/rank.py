"""Puts facts in the order in which they answer a question. Pure: values in, an order out, no SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extract.model import Fact, Kind, Period, Trade
from extract.query import Query
from storage.facts import fact_from_slots
from storage.mentions import IMPLIED, IN_ARTICLE, IN_EVIDENCE, IN_SLOT

HOME = "Казахстан"  # whose trade a question means that names one partner only

# What each part of a score weighs.
MATCH, ASKED_FOR, RECENT, CONFIDENT, CONFIRMED, DATED, LIKED = 10.0, 2.0, 1.5, 1.0, 0.5, 1.0, 2.0
ALWAYS = ("kind", "signed", "status", "flow", "form")  # conditions that every hit satisfies alike
CLOSENESS = {IN_SLOT: 1.0, IMPLIED: 0.8, IN_EVIDENCE: 0.6, IN_ARTICLE: 0.3}
WHERE = {IMPLIED: "implied", IN_EVIDENCE: "evidence", IN_ARTICLE: "article"}
# How likely a fact of a kind is what a question without a kind is after.
KIND_FIT: Mapping[Kind, float] = {
    "project": 1.0, "trade": 1.0, "agreement": 0.9, "meeting": 0.9, "investment": 0.8, "statement": 0.5, "role": 0.4,
}  # fmt: skip
HALF_LIFE = 3.0  # years after which a fact's recency counts half


@dataclass(frozen=True, slots=True)
class Match:
    """How one condition is satisfied: `label` as asked, `name` as found, `how`, and how sure that is (0 to 1)."""

    label: str
    name: str
    how: str
    certainty: float
    reach: int

    @property
    def type(self) -> str:
        """What kind of condition it is: "place", "word"."""
        return self.label.partition(":")[0]

    @property
    def quality(self) -> float:
        """How well the condition is satisfied, 0 to 1."""
        return self.certainty * CLOSENESS[self.reach]

    def __str__(self) -> str:
        """Return "place:Костанай exact" or "place:Казахстан implied", for programs that ask why."""
        asked = self.label.partition(":")[2]
        named = asked if asked == self.name else f"{asked}={self.name}"
        how = WHERE.get(self.reach, self.how) if self.how == "exact" else self.how
        return f"{self.type}:{named} {how}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored fact that satisfies a query, with what its order depends on."""

    id: int
    kind: Kind
    slots: str  # the fact as the store keeps it; it is read only where an order depends on more
    article: int
    confidence: float
    first_day: str | None
    last_day: str | None
    published: str | None
    amount: float | None
    worth: float | None
    matches: tuple[Match, ...] = ()
    liked: float = 0.0  # share of the other words of the question that its slots hold
    origin: int = 0  # the article whose text its article tells, perhaps another one's
    withdrawn_at: str | None = None

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return fact_from_slots(self.slots)

    @property
    def day(self) -> str | None:
        """The day that a fact is news of: its own, else that of the article."""
        return self.last_day or self.published


def rank(candidates: Sequence[Candidate], query: Query, sources: Mapping[int, int]) -> list[tuple[float, Candidate]]:
    """Return candidates with their scores, best first; `sources` counts the articles that tell of the same, by id.

    An order that the question asks for comes before the score.
    """
    newest = max((day for one in candidates if (day := one.day)), default=None)
    scored = [(score(one, query, newest, sources.get(one.id, 1)), one) for one in candidates]
    return sorted(scored, key=lambda pair: (*_asked_order(pair[1], query), -pair[0], -pair[1].id))


def _asked_order(one: Candidate, query: Query) -> tuple[float, ...]:
    match query.order:
        case "largest":
            return (one.worth is None, -(one.worth or 0.0))
        case "smallest":
            return (one.worth is None, one.worth or 0.0)
        case "latest":
            return (one.day is None, -_ordinal(one.day) if one.day else 0.0)
        case "earliest":
            return (one.day is None, _ordinal(one.day) if one.day else 0.0)
    return ()


def score(one: Candidate, query: Query, newest: str | None, sources: int) -> float:
    """Return how well a fact answers; `newest` is the latest day among all candidates."""
    telling = [match.quality for match in one.matches if match.type not in ALWAYS]
    quality = sum(telling) / len(telling) if telling else 1.0
    fit = 1.0 if query.kinds else KIND_FIT[one.kind]
    return (
        MATCH * quality
        + ASKED_FOR * (fit + (_home(one.fact, query) if one.kind == "trade" else 0.0))
        + RECENT * recency(one.day, newest)
        + CONFIDENT * one.confidence
        + CONFIRMED * (1.0 - 1.0 / sources)
        + DATED * _dated(one, query.period)
        + LIKED * one.liked
    )


def _home(fact: Fact, query: Query) -> float:
    """Trade of the home country comes first where only its partner is named, seen from home and as a whole."""
    if not isinstance(fact, Trade):
        return 0.0
    whole = 0.75 if query.flow is None and fact.flow == "turnover" else 0.0
    actual = 0.25 if query.status is None and fact.status == "actual" else 0.0
    at_home = 1.0 if HOME in fact.parties else 0.0
    return at_home + whole + actual


def recency(day: str | None, newest: str | None) -> float:
    """Return 1 for the newest day, halved every HALF_LIFE years; an undated fact counts as an old one."""
    if day is None or newest is None:
        return 0.2
    return float(0.5 ** (max(_ordinal(newest) - _ordinal(day), 0.0) / 365.25 / HALF_LIFE))


def _dated(one: Candidate, asked: Period | None) -> float:
    if asked is None:
        return 0.0
    return 1.0 if (one.first_day, one.last_day) == (asked.first_day, asked.last_day) else 0.5 * bool(one.first_day)


def distance(one: Candidate, asked: Period) -> float | None:
    """Return how many whole years lie between a fact's own time and the one asked for; None for an undated fact."""
    if one.first_day is None or one.last_day is None:
        return None
    after = _ordinal(one.first_day) - _ordinal(asked.last_day)
    before = _ordinal(asked.first_day) - _ordinal(one.last_day)
    return max(after, before, 0.0) // 366


@lru_cache(maxsize=16384)
def _ordinal(day: str) -> float:
    parts = [int(part) for part in day[:10].split("-")]
    year, month, of_month = (*parts, 6, 15)[:3] if len(parts) == 1 else (*parts, 15)[:3]
    return float(date(year, month, of_month).toordinal())
