"""What is asked and what is answered: a question as understood, the facts that answer it, and the answer as a whole."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.model import AgreementForm, Evidence, Fact, Flow, Kind, Language, Period, Stage, Status

Aggregate = Literal["count", "sum", "by_year", "by_party", "by_region", "by_stage", "compare"]
Order = Literal["largest", "smallest", "latest", "earliest"]
Slot = Literal["cost", "capacity", "jobs", "end", "stage"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparison of one slot with a number: Bound("amount", "over", Decimal(10**9), "USD").

    With `upper` the slot lies between the two, both included.
    """

    slot: Literal["amount", "jobs", "growth"]
    relation: Literal["over", "under", "between"]
    value: Decimal
    currency: str | None = None
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a question asks for. Empty tuples and None set no condition.

    Names are canonical, but `people` are surnames as typed, folded, in any case. `places` is where things are built
    or people meet, `parties` who trades, signs, invests, in the order of the question. `forms` narrows agreements,
    `stages` projects; `status`, `flow`, `currency` narrow figures. `period` is a condition, `slot` is what the asker
    wants to know, `order` how to sort, `aggregate` what to make of the hits. Several `kinds` are alternatives.

    `words` are the content words that nothing else explained, folded; those that told a sector stand there too, to
    narrow it ("шинный" in "автопром"). `read_as` is the question as understood where layout, script or spelling was
    mended; `outside` names a subject that the product does not cover ("weather"), only where nothing inside is asked.
    `joined` tells that the question leans on earlier ones, which stand before it in `text`.
    """

    text: str
    language: Language
    kinds: tuple[Kind, ...] = ()
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    forms: tuple[AgreementForm, ...] = ()
    stages: tuple[Stage, ...] = ()
    flow: Flow | None = None
    status: Status | None = None
    signed: bool | None = None
    period: Period | None = None
    bound: Bound | None = None
    currency: str | None = None
    order: Order | None = None
    aggregate: Aggregate | None = None
    slot: Slot | None = None
    words: tuple[str, ...] = ()
    read_as: str | None = None
    outside: str | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """What an answer says of the article that a fact stands in; `repeats` is the id of the one it is a reprint of."""

    id: str
    url: str | None
    title: str | None
    published: str | None
    language: Language
    sample: bool = False
    repeats: str | None = None

    @property
    def origin(self) -> str:
        """The id of the article that first told the text: reprints confirm nothing."""
        return self.repeats or self.id


@dataclass(frozen=True, slots=True)
class Hit:
    """A stored fact that answers a question: `why` lists the words that matched and how, best first.

    `withdrawn_at` is the ISO time at which its article was found to say so no longer, None while it does.
    """

    id: int
    fact: Fact
    evidence: tuple[Evidence, ...]
    confidence: float
    article: ArticleReference
    score: float
    why: tuple[str, ...]
    withdrawn_at: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits for a question, best first. `relaxed` names the conditions that were dropped to find them ("period");
    `nearest` holds what is near where nothing was found."""

    query: Query
    total: int
    hits: tuple[Hit, ...]
    relaxed: tuple[str, ...] = ()
    nearest: tuple[Hit, ...] = ()
