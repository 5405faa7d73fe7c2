"""Which project a phrase speaks of: one that the article has told of before, or none."""

from collections.abc import Sequence

from extract.document import Document, Sentence
from extract.facts.project.borrowed import title_before
from extract.facts.project.companies import companies_within
from extract.facts.project.gate import is_work_of_its_own
from extract.facts.project.location import places_within
from extract.facts.project.mention import Mention
from extract.facts.project.thread import Thread, is_alike, same_family
from extract.facts.project.words import data, pattern, words
from extract.model import Span

LISTING = 14  # sentences over which a portfolio may list its items
NEAR = 3  # sentences over which a bare noun still means the project before it


class Known:
    """The threads of one document so far, in the order in which it opens them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.threads: list[Thread] = []
        self.group: list[Thread] = []  # opened by one sentence or under one portfolio
        self.current: Thread | None = None
        self.portfolio: Thread | None = None

    def take(self, threads: Sequence[Thread], sentence: Sentence) -> None:
        """Make the last of the threads that a sentence speaks of the current one.

        A thing that is only mentioned so far does not take the place of a project told of right before, unless a
        line begins with it: its own item of a list.
        """
        last = threads[-1]
        current = self.current
        begins = sentence.index == 0 or self.document.sentences[sentence.index - 1].line != sentence.line
        if last.confirmed or current is None or not current.confirmed or current.last < sentence.index - 1 or begins:
            self.current = last

    def regroup(self, opened: list[Thread], sentence: Sentence) -> None:
        """Note which threads stand together, so that "the second one" finds its thread."""
        if len(opened) > 1:
            self.group = opened
        elif opened and self.group and self.group[-1].last >= sentence.index - NEAR:
            self.group = [*self.group, *opened]
        elif opened:
            self.group = opened

    def portfolio_over(self, sentence: Sentence) -> Thread | None:
        """Return the portfolio whose items the text is going through."""
        if self.portfolio and sentence.index - self.portfolio.opened <= LISTING:
            return self.portfolio
        return None

    def stands_under_title(self, sentence: Sentence) -> bool:
        """Whether an item title that is no continuation stands before: "Кафель и плитка. Этот завод …"."""
        seen = self.current is not None and self.current.last == sentence.index - 1
        return not seen and bool(title_before(self.document, sentence))

    def meant(self, sentence: Sentence, mention: Mention, span: Span, opened: Sequence[Thread]) -> Thread | None:
        """Return the thread that a mention continues."""
        same = [thread for thread in self.threads if same_family(thread, mention)]
        if mention.count:
            return next((thread for thread in same if thread.count == mention.count), None)
        loose = not mention.names and mention.head.name in words("grammar", "loose")
        if not mention.names and self.document.language == "en" and mention.head.kind == "завод":
            loose = self.current is not None and self.current.head.family == "power"  # "a 200 MW plant"
        same = self.threads if loose else same
        if not mention.names and mention.head.kind in words("grammar", "distinct"):
            same = [thread for thread in same if thread.head.kind == mention.head.kind or thread.head.generic]
        single = [thread for thread in same if thread.count is None]
        if mention.names:
            return self._known_by_name(sentence, mention, span, single, opened)
        if mention.another:
            return None
        items = [thread for thread in self.group if thread.count is None]
        if mention.ordinal:
            if mention.ordinal <= len(items) and self._is_listed(items, mention.ordinal):
                return items[mention.ordinal - 1]
            if not mention.head.name or mention.ordinal > 1:
                return None
        if self.stands_under_title(sentence):
            return None
        for candidate in (self.current, *reversed(single)):
            if candidate is None or candidate not in same or sentence.index - candidate.last > NEAR:
                continue
            if candidate.count is None or mention.plural or mention.head.name == "проект":
                return candidate
        return single[0] if len(single) == 1 and sentence.index - single[0].last <= 2 * NEAR else None

    def _is_listed(self, items: Sequence[Thread], ordinal: int) -> bool:
        """Whether the nth of a group is meant: the items stand under no portfolio that still waits for them."""
        return len(items) > 1 or not (self.portfolio and self.portfolio in self.group)

    def _is_same_station(self, current: Thread, sentence: Sentence, mention: Mention) -> bool:
        """Whether another word for the power station just told of has no brand and no place of its own."""
        if mention.brand or mention.plural or mention.ordinal or sentence.index - current.last > NEAR:
            return False
        if {current.head.family, mention.head.family} != {"power"} or not current.confirmed:
            return False
        source = _source(current.name)
        if source is None or source != _source(mention.names[0]):
            return False
        known = {name for place in current.places for name in (place.name, place.region) if name}
        located, _ = places_within(sentence, sentence.span, self.document.language)
        return all(known & {place.name, place.region} for place in located if place.kind != "country")

    def _known_by_name(
        self, sentence: Sentence, mention: Mention, span: Span, single: Sequence[Thread], opened: Sequence[Thread]
    ) -> Thread | None:
        if len(mention.names) > 1 or mention.another:
            return None
        for thread in reversed(single):
            if is_alike(thread, mention):
                return thread
        current = self.current
        if current is None or current not in single:
            return None
        if current not in opened and self._is_same_station(current, sentence, mention):
            return current
        if (
            not current.name
            and (not current.has_figures() or mention.head.family == current.head.family != "plant")
            and sentence.index - current.last <= 1
            and (current not in opened or current.head.generic)
        ):
            return current
        opening = sentence.text[: mention.start - sentence.span.start]
        if not current.name and current in opened and pattern("grammar", "apposition").search(opening):
            return current
        if current.head.generic and current.brand and current.last == sentence.index and not mention.weak:
            return current
        if mention.weak and is_work_of_its_own(sentence, mention):
            return None
        if mention.weak and not current.weak and not _has_figures(sentence) and current.last >= sentence.index - 2:
            return current
        if mention.weak and current.last == sentence.index and not current.weak:
            return current
        companies = {name for _, name in companies_within(sentence, span)}
        return current if "name" in current.inferred and current.brand in companies else None


def _source(name: str) -> str | None:
    """Return what a power station of this name runs on, or None."""
    return next((source for source in data()["sources"] if pattern("sources", source).search(name)), None)


def _has_figures(sentence: Sentence) -> bool:
    return bool(sentence.money or sentence.quantities)
