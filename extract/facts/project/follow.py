"""Follows the projects of an article from sentence to sentence.

    sentence | mentions | segments | continue a thread, open one, or let go | figures to their thread

A bare noun ("завод", "проект") continues the current thread; a telling phrase opens one unless a thread has its words;
a sentence without any ("Мощность – 5 тыс. тонн в год.") speaks of the current thread while it is near.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Document, Sentence
from extract.explain import Dropped
from extract.facts.project import english_kazakh, russian
from extract.facts.project.borrowed import name_beside, product_of, title_before, work_by_company
from extract.facts.project.circumstances import add_circumstances
from extract.facts.project.companies import companies_within
from extract.facts.project.figures import Figures, read_figures
from extract.facts.project.gate import is_project
from extract.facts.project.location import places_within
from extract.facts.project.mention import Mention
from extract.facts.project.segments import segments
from extract.facts.project.stages import stage_of
from extract.facts.project.thread import Thread, is_alike, same_family, sum_of
from extract.facts.project.words import Head, pattern, stem, stems_of
from extract.model import Span

LISTING = 14  # sentences over which a portfolio may list its items
NEAR = 3  # sentences over which a bare noun still means the project before it
DROPPED_SUBJECT = 3  # sentences over which a figure without a subject does
CHANGES = ("launched", "under_construction", "suspended", "cancelled")  # stages told without naming the project again


class Follower:
    """The threads of one document in the order in which it opens them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.threads: list[Thread] = []
        self.group: list[Thread] = []  # opened by one sentence or under one portfolio
        self.current: Thread | None = None
        self.portfolio: Thread | None = None
        self.parts_of: int | None = None  # the sentence whose list of parts is being read
        self.dropped: list[Dropped] = []

    def read(self) -> list[Thread]:
        """Return the threads of the document."""
        for sentence in self.document.sentences:
            if pattern("aside", "words").search(sentence.text.strip()):
                self.current = None
            elif not self._lists_parts(sentence):
                mentions = [one for one in self._mentions(sentence) if not one.within]
                if mentions:
                    self._with_mentions(sentence, mentions)
                else:
                    self._without_mentions(sentence)
        return self.threads

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        if self.document.language == "ru":
            return russian.read_mentions(sentence)
        return english_kazakh.read_mentions(sentence, self.document.language)

    def _lists_parts(self, sentence: Sentence) -> bool:
        """Parts of one project ("в состав комплекса войдут: …") are no projects of their own."""
        if self.current and pattern("parts", "whole").search(sentence.text):
            self.parts_of = sentence.index
            self._without_mentions(sentence)
            return True
        item = sentence.text.lstrip()[:1] in "-–—•" or sentence.text[:1].islower()
        if self.parts_of == sentence.index - 1 and item:
            self.parts_of = sentence.index
            return True
        return False

    def _with_mentions(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        spans = segments(sentence, mentions)
        opened: list[Thread] = []
        for mention, span in zip(mentions, spans, strict=True):
            figures = read_figures(sentence, span)
            threads = self._threads_for(sentence, mention, span, figures, opened)
            for thread in threads:
                thread.add(sentence, figures, only_years=len(threads) > 1)
                add_circumstances(thread, sentence, span, mention, mentions, self.document.language)
            if threads:
                self.current = threads[-1]
        self._regroup(opened, sentence)

    def _regroup(self, opened: list[Thread], sentence: Sentence) -> None:
        if len(opened) > 1:
            self.group = opened
        elif opened and self.group and self.group[-1].last >= sentence.index - NEAR:
            self.group = [*self.group, *opened]
        elif opened:
            self.group = opened

    def _threads_for(
        self, sentence: Sentence, mention: Mention, span: Span, figures: Figures, opened: list[Thread]
    ) -> list[Thread]:
        known = self._known(sentence, mention, span, opened)
        if known is not None:
            self._enrich(known, mention, sentence)
            return [known]
        mention, inferred = self._named(sentence, mention, span)
        if not mention.names or not is_project(self.document, sentence, mention, span, figures):
            reason = "only mentioned" if mention.names else "no telling name"
            self.dropped.append(Dropped("project", "mention", Span(mention.start, mention.stop), reason))
            return []
        threads = []
        for name in mention.names:
            stems = mention.stems or stems_of(name) if name else frozenset[str]()
            brand = name[name.index("«") :].strip("«»") if len(mention.names) > 1 and "«" in name else mention.brand
            thread = Thread(mention.head, sentence.index, name, stems, brand, mention.count, weak=mention.weak)
            if inferred:
                thread.inferred.add("name")
            thread.see(sentence, ("name",))
            thread.listed_under = self._portfolio_over(sentence) if thread.count is None else None
            threads.append(thread)
            self.portfolio = thread if thread.count else self.portfolio
        self.threads += threads
        opened += threads
        return threads

    def _portfolio_over(self, sentence: Sentence) -> Thread | None:
        """Return the portfolio whose items the text is going through."""
        if self.portfolio and sentence.index - self.portfolio.opened <= LISTING:
            return self.portfolio
        return None

    def _named(self, sentence: Sentence, mention: Mention, span: Span) -> tuple[Mention, bool]:
        """Give a bare mention a name from what stands beside it; an empty one waits for a later phrase to name it."""
        if mention.names:
            return mention, False
        if mention.ordinal and not mention.head.name:
            if self.portfolio and sentence.index - self.portfolio.last <= NEAR and self.portfolio.head.name != "проект":
                head = self.portfolio.head
                stems = self.portfolio.stems or stems_of(head.name)
                return replace(
                    mention, head=head, names=(self.portfolio.item_name(),), stems=stems, another=True
                ), False
            return mention, True
        taken = {name for thread in self.threads for name in (thread.brand, *thread.participants) if name}
        name, brand = name_beside(self.document, sentence, mention, span, taken if mention.another else set())
        if not name and (product := product_of(sentence, span)) and not mention.plural:
            name = f"производство {product}"
        if name:
            return replace(mention, names=(name,), brand=brand), True
        if mention.plural or not mention.head.name:
            return mention, True
        return replace(mention, names=("",)), True

    def _known(self, sentence: Sentence, mention: Mention, span: Span, opened: Sequence[Thread]) -> Thread | None:
        """Return the thread that a mention continues."""
        same = [thread for thread in self.threads if same_family(thread, mention)]
        if mention.count:
            return next((thread for thread in same if thread.count == mention.count), None)
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
        if self._stands_under_title(sentence):
            return None
        for candidate in (self.current, *reversed(single)):
            if candidate is None or candidate not in same or sentence.index - candidate.last > NEAR:
                continue
            if candidate.count is None or mention.plural or mention.head.name == "проект":
                return candidate
        return single[0] if len(single) == 1 and sentence.index - single[0].last <= 2 * NEAR else None

    def _stands_under_title(self, sentence: Sentence) -> bool:
        """Whether an item title that is no continuation stands before: "Кафель и плитка. Этот завод …"."""
        seen = self.current is not None and self.current.last == sentence.index - 1
        return not seen and bool(title_before(self.document, sentence))

    def _is_listed(self, items: Sequence[Thread], ordinal: int) -> bool:
        """Whether the nth of a group is meant: the items stand under no portfolio that still waits for them."""
        return len(items) > 1 or not (self.portfolio and self.portfolio in self.group)

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
        if (
            not current.name
            and not current.has_figures()
            and sentence.index - current.last <= 1
            and current not in opened
        ):
            return current
        if current.head.generic and current.brand and current.last == sentence.index and not mention.weak:
            return current
        if mention.weak and not current.weak and not _has_figures(sentence) and current.last >= sentence.index - 2:
            return current
        if mention.weak and current.last == sentence.index and not current.weak:
            return current
        companies = {name for _, name in companies_within(sentence, span)}
        return current if "name" in current.inferred and current.brand in companies else None

    def _enrich(self, thread: Thread, mention: Mention, sentence: Sentence) -> None:
        """Give a thread without a telling name, or named by a brand only, the name that a later phrase has."""
        if not mention.names or mention.count:
            return
        only_brand = thread.head.generic and thread.brand and not mention.brand and not mention.weak
        if not thread.name or only_brand or ("name" in thread.inferred and not (mention.weak and ":" in thread.name)):
            brand = thread.brand if thread.brand and thread.brand not in mention.names[0] else ""
            thread.name = f"{mention.names[0]} «{brand}»" if brand else mention.names[0]
            thread.head = mention.head if not thread.name or mention.head.name else thread.head
            thread.inferred.discard("name")
            thread.see(sentence, ("name",))
        thread.stems |= mention.stems
        thread.brand = thread.brand or mention.brand

    def _without_mentions(self, sentence: Sentence) -> None:
        thread = self._meant_by_words(sentence)
        direct = thread is not None
        title = ""
        if thread is None and self._portfolio_over(sentence) and self._stands_under_title(sentence):
            title = title_before(self.document, sentence)
        elif thread is None:
            title = work_by_company(sentence)
        if title:
            thread = self._open_work(sentence, title)
        if thread is None and self.current and sentence.index - self.current.last <= DROPPED_SUBJECT:
            thread = self.current
        if thread is None or (not direct and not title and self._is_doubtful(sentence, thread)):
            return
        figures = read_figures(sentence, sentence.span, strict=not direct)
        vote = stage_of(sentence, sentence.span)
        if vote in CHANGES and sentence.index - thread.last <= 1 and not thread.count:
            thread.stages.append((sentence.index, vote))
        if not figures.slots() or (pattern("grammar", "many").search(sentence.text) and not direct):
            return
        items = [one for one in self.group if one.count is None and not one.weak]
        if len(items) > 1 and pattern("portfolio", "total").search(sentence.text) and len(items) == len(self.group):
            self.threads.append(sum_of(items, sentence, figures))
            return
        if not thread.name and (product := product_of(sentence, sentence.span)):
            thread.name, thread.stems = f"производство {product}", stems_of(product)
            thread.inferred.add("name")
            thread.see(sentence, ("name",))
        thread.add(sentence, figures)
        if not thread.places:
            thread.places += places_within(sentence, sentence.span, self.document.language)[0]
        self.current = thread

    def _is_doubtful(self, sentence: Sentence, thread: Thread) -> bool:
        """Whether a dropped subject may be another thing: the next item of a list, one of two named together."""
        before = self.document.sentences[sentence.index - 1] if sentence.index else sentence
        if before.line != sentence.line and before.text.rstrip().endswith(";"):
            return True
        rivals = [one for one in self.threads if one.opened == one.last == thread.last and one.count is None]
        return len(rivals) > 1 and not pattern("portfolio", "total").search(sentence.text)

    def _open_work(self, sentence: Sentence, title: str) -> Thread:
        """Open a thread for something made where no noun names the plant."""
        thread = Thread(Head("производство", "n", "plant"), sentence.index, f"производство: {title}", stems_of(title))
        thread.inferred.add("name")
        thread.see(sentence, ("name",))
        thread.listed_under = self._portfolio_over(sentence)
        thread.participants += [name for _, name in companies_within(sentence, sentence.span)]
        vote = stage_of(sentence, sentence.span)
        thread.stages += [(sentence.index, vote)] if vote else []
        self.threads.append(thread)
        self.current = thread
        return thread

    def _meant_by_words(self, sentence: Sentence) -> Thread | None:
        """Return the thread whose own words a sentence repeats without its noun: "Чугунное литье стоимостью …"."""
        if not (sentence.money or sentence.quantities):
            return None
        words = [stem(word) for word in re.findall(r"[^\W\d_]{5,}", sentence.text)]
        near = [thread for thread in self.threads if sentence.index - thread.last <= NEAR]
        return next((thread for word in words for thread in near if word in thread.stems), None)


def _has_figures(sentence: Sentence) -> bool:
    return bool(sentence.money or sentence.quantities)
