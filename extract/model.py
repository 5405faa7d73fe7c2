"""The values that every layer shares: articles, mentions, and facts with their evidence.

All are frozen dataclasses without behaviour beyond small derived views. Canonical names are Russian
nominatives ("Казахстан", "Костанайская область"); display names in other languages live in `extract/data`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

Language = Literal["ru", "kk", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")

Kind = Literal["trade", "project", "meeting", "agreement", "investment", "statement", "role"]
KINDS: tuple[Kind, ...] = ("trade", "project", "meeting", "agreement", "investment", "statement", "role")

Qualifier = Literal["exact", "about", "over", "under", "up_to"]
Flow = Literal["turnover", "export", "import"]
Status = Literal["actual", "target", "forecast"]
Stage = Literal["planned", "agreed", "under_construction", "launched", "operating", "suspended", "cancelled"]
AgreementForm = Literal[
    "memorandum", "agreement", "contract", "roadmap", "protocol", "declaration", "programme", "treaty", "document"
]
PlaceKind = Literal["settlement", "region", "country", "zone"]
Per = Literal["year", "month", "day", "hour"]


@dataclass(frozen=True, slots=True)
class Article:
    """A piece of news as read. `published` is an ISO date, as precise as known ("2022-01-24", "2022-01") or None."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: Language | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a fact, or some slots of it, stands in. Invariant: `text[span.start:span.stop] == quote`."""

    span: Span
    quote: str
    rule: str
    slots: tuple[str, ...] = ()
    within: Literal["text", "title"] = "text"


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in plain units: Money(Decimal(423300000), "USD"). `upper` is the other end of a range."""

    amount: Decimal
    currency: str
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured amount: 186000 "тонна" per "year". `unit` is a key of `units.toml` or a word as written."""

    value: Decimal
    unit: str
    per: Per | None = None
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Percent:
    """A share or a change in percent. "вдвое" is 100, "в 3,8 раза" 280; a fall is negative only where words say so."""

    value: Decimal
    qualifier: Qualifier = "exact"
    upper: Decimal | None = None


DurationUnit = Literal["year", "quarter", "month", "week", "day", "hour", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a whole number of its largest unit: half a year is Duration(6, "month")."""

    value: int
    unit: DurationUnit
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of ISO dates of equal precision: year "2021", month "2021-01" or day "2021-01-24"."""

    first: str
    last: str

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def first_day(self) -> str:
        return (self.first + "-01-01")[:10] if len(self.first) == 4 else (self.first + "-01")[:10]

    @property
    def last_day(self) -> str:
        if len(self.last) == 10:
            return self.last
        year, month = (int(self.last[:4]), int(self.last[5:7]) if len(self.last) > 4 else 12)
        following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date.max
        return date.fromordinal(following.toordinal() - 1).isoformat()


@dataclass(frozen=True, slots=True)
class Place:
    """A canonical place: `name` in Russian; `region` and `country` are canonical names of what it lies in."""

    name: str
    kind: PlaceKind
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person by everyday name in the nominative, with the post as the text words it at that time."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """Trade between parties; `flow` is seen from the first of them."""

    kind: ClassVar[Kind] = "trade"
    parties: tuple[str, ...]
    flow: Flow = "turnover"
    amount: Money | None = None
    growth_pct: Decimal | None = None
    period: Period | None = None
    status: Status = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Something built or made, or a portfolio of `count` such. `start` and `end` are years."""

    kind: ClassVar[Kind] = "project"
    name: str
    places: tuple[str, ...] = ()
    stage: Stage | None = None
    capacities: tuple[Quantity, ...] = ()
    cost: Money | None = None
    jobs: int | None = None
    start: int | None = None
    end: int | None = None
    participants: tuple[str, ...] = ()
    count: int | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Talks between people; `date` is as precise as the text gives it."""

    kind: ClassVar[Kind] = "meeting"
    people: tuple[Person, ...]
    place: str | None = None
    date: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A document between parties, signed or to be signed."""

    kind: ClassVar[Kind] = "agreement"
    name: str
    form: AgreementForm
    parties: tuple[str, ...] = ()
    signed: bool = True
    amount: Money | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment:
    """Money put by some into others over a period."""

    kind: ClassVar[Kind] = "investment"
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    amount: Money | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A direct quotation."""

    kind: ClassVar[Kind] = "statement"
    person: str
    role: str | None = None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who holds which post where."""

    kind: ClassVar[Kind] = "role"
    person: str
    position: str
    organisation: str | None = None


Fact = Trade | Project | Meeting | Agreement | Investment | Statement | Role


@dataclass(frozen=True, slots=True)
class Found:
    """A fact with its evidence: the first piece is the sentence to show, others say where single slots come from."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    confidence: float


Value = Money | Quantity | Percent | Period | Duration | Place | Person | str


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed value at its place in the text. `type` is one of MENTION_TYPES."""

    type: str
    span: Span
    value: Value


MENTION_TYPES = ("money", "quantity", "percent", "period", "duration", "place", "person", "organisation", "party")
