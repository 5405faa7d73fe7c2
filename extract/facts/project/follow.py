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
from extract.facts.project.completed import completed
from extract.facts.project.figures import Figures, read_figures
from extract.facts.project.gate import is_background, is_project, may_turn_out, tells_of_its_own
from extract.facts.project.known import NEAR, Known
from extract.facts.project.location import places_within
from extract.facts.project.mention import Mention
from extract.facts.project.segments import segments
from extract.facts.project.stages import stage_of
from extract.facts.project.thread import Thread, sum_of
from extract.facts.project.words import Head, pattern, stem, stems_of
from extract.model import Span

DROPPED_SUBJECT = 3  # sentences over which a figure without a subject does
CHANGES = ("launched", "under_construction", "suspended", "cancelled")  # stages told without naming the project again


class Follower:
    """The threads of one document in the order in which it opens them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known = Known(document)
        self.parts_of: int | None = None  # the sentence whose list of parts is being read
        self.dropped: list[Dropped] = []

    def read(self) -> list[Thread]:
        """Return the threads of the document."""
        for sentence in completed(self.document):
            if pattern("aside", "words").search(sentence.text.strip()):
                self.known.current = None
            elif not self._lists_parts(sentence):
                mentions = self._told(sentence)
                if mentions:
                    self._with_mentions(sentence, mentions)
                else:
                    self._without_mentions(sentence)
        return self.known.threads

    def _told(self, sentence: Sentence) -> list[Mention]:
        """Return the mentions of a sentence that may be projects; what only tells where something is is dropped."""
        told = []
        for mention in self._mentions(sentence):
            if is_background(sentence, mention):
                self.dropped.append(Dropped("project", "mention", Span(mention.start, mention.stop), "only mentioned"))
            elif not mention.within:
                told.append(mention)
        return told

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        if self.document.language == "ru":
            return russian.read_mentions(sentence)
        return english_kazakh.read_mentions(sentence, self.document.language)

    def _lists_parts(self, sentence: Sentence) -> bool:
        """Parts of one project ("в состав комплекса войдут: …") are no projects of their own."""
        if self.known.current and pattern("parts", "whole").search(sentence.text):
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
                self.known.take(threads, sentence)
        self.known.regroup(opened, sentence)

    def _threads_for(
        self, sentence: Sentence, mention: Mention, span: Span, figures: Figures, opened: list[Thread]
    ) -> list[Thread]:
        known = self.known.meant(sentence, mention, span, opened)
        if known is not None:
            self._enrich(known, mention, sentence)
            if sentence.index > known.opened and not known.confirmed:
                known.confirmed = is_project(self.document, sentence, mention, span, figures)
            return [known]
        mention, inferred = self._named(sentence, mention, span)
        sure = bool(mention.names) and is_project(self.document, sentence, mention, span, figures)
        if any(thread.count for thread in opened) and not mention.count:
            sure = sure and tells_of_its_own(sentence, span, figures)
        if not sure and not may_turn_out(sentence, mention):
            reason = "only mentioned" if mention.names else "no telling name"
            self.dropped.append(Dropped("project", "mention", Span(mention.start, mention.stop), reason))
            if mention.another or (mention.ordinal or 0) > 1:
                self.known.current = None
            return []
        threads = []
        for name in mention.names:
            stems = mention.stems or stems_of(name) if name else frozenset[str]()
            brand = name[name.index("«") :].strip("«»") if len(mention.names) > 1 and "«" in name else mention.brand
            thread = Thread(mention.head, sentence.index, name, stems, brand, mention.count, weak=mention.weak)
            if inferred:
                thread.inferred.add("name")
            thread.confirmed = sure
            thread.see(sentence, ("name",))
            thread.listed_under = self.known.portfolio_over(sentence) if thread.count is None else None
            if mention.ordinal and thread.listed_under and not figures.capacities:
                thread.capacities += thread.listed_under.share(mention.ordinal)
            threads.append(thread)
            self.known.portfolio = thread if thread.is_portfolio() else self.known.portfolio
        self.known.threads += threads
        opened += threads
        return threads

    def _named(self, sentence: Sentence, mention: Mention, span: Span) -> tuple[Mention, bool]:
        """Give a bare mention a name from what stands beside it; an empty one waits for a later phrase to name it."""
        if mention.names:
            return mention, False
        current = self.known.current
        if mention.another and not mention.head.name and current and current.name and not current.count:
            if sentence.index - current.last > 1 or current.head.generic:
                return mention, True
            name = current.name.replace(f" «{current.brand}»", "")
            return replace(mention, head=current.head, names=(name,), stems=stems_of(name)), False
        if mention.ordinal and not mention.head.name:
            if (
                self.known.portfolio
                and sentence.index - self.known.portfolio.last <= NEAR
                and self.known.portfolio.head.name != "проект"
            ):
                head = self.known.portfolio.head
                stems = self.known.portfolio.stems or stems_of(head.name)
                return replace(
                    mention, head=head, names=(self.known.portfolio.item_name(),), stems=stems, another=True
                ), False
            return mention, True
        taken = {name for thread in self.known.threads for name in (thread.brand, *thread.participants) if name}
        name, brand = name_beside(self.document, sentence, mention, span, taken if mention.another else set())
        if not name and (product := product_of(sentence, span)) and not mention.plural:
            name = f"производство {product}"
        if name:
            return replace(mention, names=(name,), brand=brand), True
        if mention.plural or not mention.head.name:
            return mention, True
        return replace(mention, names=("",)), True

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
        if thread is None and self.known.portfolio_over(sentence) and self.known.stands_under_title(sentence):
            title = title_before(self.document, sentence)
        elif thread is None:
            title = work_by_company(sentence)
        if title:
            thread = self._open_work(sentence, title)
        if thread is None and self.known.current and sentence.index - self.known.current.last <= DROPPED_SUBJECT:
            thread = self.known.current
        if thread is None or (not direct and not title and self._is_doubtful(sentence, thread)):
            return
        figures = read_figures(sentence, sentence.span, strict=not direct)
        vote = stage_of(sentence, sentence.span)
        if vote in CHANGES and sentence.index - thread.last <= 1 and not thread.count:
            thread.stages.append((sentence.index, vote))
        if not figures.slots() or (pattern("grammar", "many").search(sentence.text) and not direct):
            return
        items = [one for one in self.known.group if one.count is None and not one.weak]
        if (
            len(items) > 1
            and pattern("portfolio", "total").search(sentence.text)
            and len(items) == len(self.known.group)
        ):
            self.known.threads.append(sum_of(items, sentence, figures))
            return
        if not thread.name and (product := product_of(sentence, sentence.span)):
            thread.name, thread.stems = f"производство {product}", stems_of(product)
            thread.inferred.add("name")
            thread.see(sentence, ("name",))
        thread.add(sentence, figures)
        if not thread.places:
            thread.places += places_within(sentence, sentence.span, self.document.language)[0]
        self.known.current = thread

    def _is_doubtful(self, sentence: Sentence, thread: Thread) -> bool:
        """Whether a dropped subject may be another thing: the next item of a list, one of two named together."""
        before = self.document.sentences[sentence.index - 1] if sentence.index else sentence
        if before.line != sentence.line and before.text.rstrip().endswith(";"):
            return True
        rivals = [one for one in self.known.threads if one.opened == one.last == thread.last and one.confirmed]
        return len(rivals) > 1 and not pattern("portfolio", "total").search(sentence.text)

    def _open_work(self, sentence: Sentence, title: str) -> Thread:
        """Open a thread for something made where no noun names the plant."""
        thread = Thread(Head("производство", "n", "plant"), sentence.index, f"производство: {title}", stems_of(title))
        thread.inferred.add("name")
        thread.see(sentence, ("name",))
        thread.listed_under = self.known.portfolio_over(sentence)
        thread.participants += [name for _, name in companies_within(sentence, sentence.span)]
        vote = stage_of(sentence, sentence.span)
        thread.stages += [(sentence.index, vote)] if vote else []
        self.known.threads.append(thread)
        self.known.current = thread
        return thread

    def _meant_by_words(self, sentence: Sentence) -> Thread | None:
        """Return the thread whose own words a sentence repeats without its noun: "Чугунное литье стоимостью …"."""
        if not (sentence.money or sentence.quantities):
            return None
        words = [stem(word) for word in re.findall(r"[^\W\d_]{5,}", sentence.text)]
        near = [thread for thread in self.known.threads if sentence.index - thread.last <= NEAR]
        return next((thread for word in words for thread in near if word in thread.stems), None)
