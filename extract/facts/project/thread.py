"""A project as it runs through an article: what its sentences have said of it so far."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.document import Sentence
from extract.facts.project.figures import Figures
from extract.facts.project.mention import Mention
from extract.facts.project.nominal import agree
from extract.facts.project.words import STAGES, Head
from extract.model import Evidence, Money, Place, Quantity, Stage


@dataclass(slots=True)
class Thread:
    """A project while the article is read. `count` makes it a portfolio; `stages` are votes in reading order.

    `confirmed` is False while a thing is only mentioned: a figure or an event told of it later makes a project of it.
    """

    head: Head
    opened: int
    name: str = ""
    stems: frozenset[str] = frozenset()
    brand: str = ""
    count: int | None = None
    last: int = 0
    event: bool = False
    weak: bool = False
    confirmed: bool = True
    listed_under: "Thread | None" = None
    inferred: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    named_places: list[Place] = field(default_factory=list)
    capacities: list[Quantity] = field(default_factory=list)
    cost: Money | None = None
    jobs: int | None = None
    start: int | None = None
    end: int | None = None
    participants: list[str] = field(default_factory=list)
    stages: list[tuple[int, Stage]] = field(default_factory=list)
    evidence: list[tuple[Sentence, tuple[str, ...]]] = field(default_factory=list)

    def add(self, sentence: Sentence, figures: Figures, *, only_years: bool = False) -> None:
        """Take the figures of a sentence; what is known already stays. `only_years` for figures shared with others."""
        taken: list[str] = []
        if not only_years:
            for capacity in figures.capacities:
                if all((capacity.value, capacity.per) != (known.value, known.per) for known in self.capacities):
                    self.capacities.append(capacity)
                    taken.append("capacities")
            if figures.cost is not None and (self.cost is None or is_finer(figures.cost, self.cost)):
                self.cost = figures.cost
                taken.append("cost")
            if self.jobs is None and figures.jobs is not None:
                self.jobs = figures.jobs
                taken.append("jobs")
        for slot in ("start", "end"):
            if getattr(self, slot) is None and getattr(figures, slot) is not None:
                setattr(self, slot, getattr(figures, slot))
                taken.append(slot)
        if self.start and self.end and self.start > self.end:
            self.start = None
        self.confirmed = self.confirmed or any(slot in ("capacities", "cost", "jobs") for slot in taken)
        self.see(sentence, tuple(dict.fromkeys(taken)))

    def see(self, sentence: Sentence, slots: tuple[str, ...] = ()) -> None:
        """Note that a sentence speaks of this project and gives `slots`."""
        self.last = sentence.index
        for position, (known, before) in enumerate(self.evidence):
            if known.index == sentence.index:
                self.evidence[position] = (known, tuple(dict.fromkeys((*before, *slots))))
                return
        self.evidence.append((sentence, slots))

    def is_portfolio(self) -> bool:
        """Whether it stands for several projects, with or without their number."""
        return self.count is not None or (self.head.generic and self.name.endswith("проекты"))

    def has_figures(self) -> bool:
        """Whether the text gives any figure of the project."""
        return bool(self.capacities or self.cost or self.jobs)

    def share(self, ordinal: int) -> list[Quantity]:
        """Return the capacity of the nth of a portfolio whose parts are named one by one: "на 500 и 300 МВт"."""
        return [self.capacities[ordinal - 1]] if self.count == len(self.capacities) >= ordinal else []

    def stage(self) -> Stage | None:
        """Return the stage: the strongest that the sentences about the project vote for."""
        voted = {stage for _, stage in self.stages or (self.listed_under.stages if self.listed_under else ())}
        return next((stage for stage in STAGES if stage in voted), None)

    def item_name(self) -> str:
        """Return the name of one of a portfolio: "два ферросплавных завода" → "ферросплавный завод"."""
        words = self.name.split()[1:-1]
        adjectives = [agree(re.sub(r"(?:ых|ые|ие|их)$", "ый", word), self.head.gender) for word in words]
        return " ".join([*adjectives, self.head.name])

    def pieces(self) -> tuple[Evidence, ...]:
        """Return the evidence: the sentence that names it first, sentences that only repeat it left out."""
        useful = [(sentence, slots) for sentence, slots in self.evidence if slots]
        body = [pair for pair in useful if not pair[0].headline] or useful
        first = max(body, key=lambda pair: ("name" in pair[1], len(pair[1])), default=None)
        if first is None:
            return ()
        rest = [pair for pair in body if pair is not first]
        return tuple(sentence.evidence("project", slots) for sentence, slots in (first, *rest))


def is_finer(new: Money, known: Money) -> bool:
    """Whether a sum is the known one less rounded: a headline's "88 млрд" is 88.8 in the text."""
    if new.currency != known.currency or abs(new.amount - known.amount) > known.amount / 50:
        return False
    return len(new.amount.normalize().as_tuple().digits) > len(known.amount.normalize().as_tuple().digits)


def repeats(thread: Thread, other: Thread) -> bool:
    """Whether all figures of a thread are those of another one of its kind, perhaps rounded."""
    if thread.head.family != other.head.family or thread.count not in (None, other.count):
        return False
    cost = thread.cost is None or (
        other.cost is not None
        and thread.cost.currency == other.cost.currency
        and abs(thread.cost.amount - other.cost.amount) <= other.cost.amount / 50
    )
    values = {capacity.value for capacity in other.capacities}
    return cost and all(one.value in values for one in thread.capacities) and thread.jobs in (None, other.jobs)


def same_family(thread: Thread, mention: Mention) -> bool:
    """Whether the noun of a mention can stand for a thread: "предприятие" for a plant, "проект" for anything."""
    families = {thread.head.family, mention.head.family}
    return len(families) == 1 or "any" in families


def is_alike(thread: Thread, mention: Mention) -> bool:
    """Whether a mention has the brand of a thread or half of its telling words."""
    if thread.brand and thread.brand == mention.brand:
        return True
    if not thread.stems or not mention.stems:
        return False
    common = len(thread.stems & mention.stems)
    if thread.head.name != mention.head.name and common < 2 and not (thread.head.generic and thread.brand):
        return common > 0.5 * max(len(thread.stems), len(mention.stems))
    return common >= 0.5 * min(len(thread.stems), len(mention.stems))


def sum_of(items: Sequence[Thread], sentence: Sentence, figures: Figures) -> Thread:
    """Return the portfolio of projects just listed, whose sum a sentence gives: "Суммарно вложат 150 млрд тенге."."""
    head = items[0].head
    few = {2: "два", 3: "три", 4: "четыре"}
    noun = "завода" if all(item.head.name == "завод" for item in items) else "проекта"
    name = f"{few[len(items)]} {noun}" if len(items) in few else f"{len(items)} проектов"
    thread = Thread(head, sentence.index, name, count=len(items))
    thread.inferred.add("name")
    thread.see(sentence, ("name", "count"))
    thread.add(sentence, figures)
    thread.stages += [vote for item in items for vote in item.stages]
    thread.places += [place for place in items[0].places if all(place in item.places for item in items)]
    thread.participants += list(dict.fromkeys(name for item in items for name in item.participants))
    return thread
