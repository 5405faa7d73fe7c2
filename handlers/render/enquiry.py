"""What a message answers: the answer with its facts grouped by the thing they tell of, and how much of it to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.grouping import group_facts
from extract.identity import is_portfolio
from extract.model import Fact, Kind, Money, Project, Trade
from extract.query import Answer, Hit, Query
from handlers.keyboards import Button, Page, Rows, in_rows, open_fact, press
from handlers.render.parts import Voice

PER_PAGE, PER_BRIEF_PAGE = 5, 3
BACK, FURTHER = "‹", "›"
Keep = Callable[[str], int]  # keeps a question for a button and returns its id


@dataclass(frozen=True, slots=True)
class Thing:
    """What one or more facts tell of; the fact to show stands first."""

    hits: tuple[Hit, ...]

    @property
    def hit(self) -> Hit:
        """The fact to show."""
        return self.hits[0]

    @property
    def fact(self) -> Fact:
        """The fact to show, without its evidence."""
        return self.hits[0].fact

    @property
    def ids(self) -> list[int]:
        """Ids of the facts, the one to show first."""
        return [hit.id for hit in self.hits]


@dataclass(frozen=True, slots=True)
class Enquiry:
    """An answer to render: from thing number `first` on, as a plain list where `view` is "list"."""

    answer: Answer
    things: tuple[Thing, ...]
    voice: Voice
    first: int = 0
    view: str = ""
    keep: Keep | None = None

    @property
    def query(self) -> Query:
        """The question as it holds for the facts found: without the conditions that were dropped."""
        return without(self.answer.query, self.answer.relaxed)

    @property
    def all_there(self) -> bool:
        """Tell whether every fact that was found is at hand, so that things can be counted."""
        return self.answer.total <= len(self.answer.hits)

    def only(self, things: Sequence[Thing]) -> "Enquiry":
        """Return the enquiry about some of its things."""
        return replace(self, things=tuple(things))

    def view_button(self, label: str, view: str) -> list[Button]:
        """Return the button that shows the same answer in another way; none where the question cannot be kept."""
        if not self.keep:
            return []
        return [press(label, Page(question=self.keep(self.answer.query.text), first=0, view=view))]

    def list_button(self) -> list[Button]:
        """Return the button that shows the things as a list, where there are several."""
        return self.view_button(self.voice.say("button.list"), "list") if len(self.things) > 1 else []


def without(query: Query, relaxed: Sequence[str]) -> Query:
    """Return `query` without the conditions that were dropped: names of its fields, or single words as "word:литье"."""
    dropped = {one.removeprefix("word:") for one in relaxed if one.startswith("word:")}
    empty: dict[str, Any] = {
        name: () if isinstance(getattr(query, name), tuple) else None for name in relaxed if hasattr(query, name)
    }
    kept = tuple(word for word in query.words if word not in dropped)
    return replace(query, **({"words": kept} | empty))


def gather(hits: Sequence[Hit]) -> tuple[Thing, ...]:
    """Group facts by thing, things in order of their best fact. The latest and fullest fact is the one to show.

    Of an article and its reprints the first source is shown, whatever their days.
    """
    groups = group_facts([hit.fact for hit in hits])
    return tuple(Thing(_ordered([hits[one] for one in group])) for group in groups)


def _ordered(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    fresh = sorted(hits, key=_freshness, reverse=True)
    sources = {hit.article.id for hit in fresh}
    return tuple(sorted(fresh, key=lambda hit: hit.article.repeats in sources))


def _freshness(hit: Hit) -> tuple[str, int, float]:
    stated = sum(1 for name in type(hit.fact).__dataclass_fields__ if getattr(hit.fact, name, None) not in (None, ()))
    return hit.article.published or "", stated, hit.score


def amount_of(fact: Fact) -> Money | None:
    """Return the sum that a fact states, None for none."""
    amount = getattr(fact, "cost", None) or getattr(fact, "amount", None)
    return amount if isinstance(amount, Money) else None


def common_kind(things: Sequence[Thing]) -> Kind | None:
    """Return the kind that all things share."""
    kinds = {thing.fact.kind for thing in things}
    return kinds.pop() if len(kinds) == 1 else None


def pools(things: Sequence[Thing]) -> list[Thing]:
    """Return the portfolios among things."""
    return [thing for thing in things if isinstance(thing.fact, Project) and is_portfolio(thing.fact)]


def single(things: Sequence[Thing]) -> list[Thing]:
    """Return the things that are no portfolios."""
    return [thing for thing in things if not (isinstance(thing.fact, Project) and is_portfolio(thing.fact))]


def is_trade(things: Sequence[Thing]) -> bool:
    """Tell whether all things are figures of trade."""
    return bool(things) and all(isinstance(thing.fact, Trade) for thing in things)


def page_of(
    enquiry: Enquiry, things: Sequence[Thing], extra: Sequence[Button] = ()
) -> tuple[list[tuple[int, Thing]], Rows]:
    """Return the things of the page with their numbers, and its buttons: one a thing, `extra`, then the pages."""
    most = PER_BRIEF_PAGE if enquiry.voice.brief else PER_PAGE
    first = min(max(0, enquiry.first), max(0, len(things) - 1)) // most * most
    numbered = [(number, thing) for number, thing in enumerate(things, 1)][first : first + most]
    opening = [open_fact(str(number), thing.ids, enquiry.voice.language) for number, thing in numbered]
    return numbered, (*in_rows([*opening, *extra]), *_paging(enquiry, first, len(things)))


def is_paging(row: Sequence[Button]) -> bool:
    """Tell whether a row of buttons turns pages."""
    return any(button.label in (BACK, FURTHER) for button in row)


def _paging(enquiry: Enquiry, first: int, total: int) -> Rows:
    most = PER_BRIEF_PAGE if enquiry.voice.brief else PER_PAGE
    if total <= most or not enquiry.keep:
        return ()
    kept = enquiry.keep(enquiry.answer.query.text)
    last = min(first + most, total)
    here = f"{first + 1}–{last} / {total}" if last > first + 1 else f"{last} / {total}"
    places = [(first - most, BACK), (first, here), (first + most, FURTHER)]
    return (
        tuple(
            press(label, Page(question=kept, first=start, view=enquiry.view))
            for start, label in places
            if 0 <= start < total
        ),
    )
