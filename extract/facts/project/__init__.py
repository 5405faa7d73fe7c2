"""Projects: what is built or set up, where, by whom, for how much, by when.

document | follow the threads | each thread a fact or dropped
"""

from collections.abc import Iterator

from extract.document import Document
from extract.explain import Dropped
from extract.facts.project.examples import EXAMPLES, NOT_EXAMPLES
from extract.facts.project.fact import only_headlines, to_fact
from extract.facts.project.follow import Follower
from extract.model import Found, Span

__all__ = ["EXAMPLES", "NOT_EXAMPLES", "find_projects"]


def find_projects(document: Document) -> Iterator[Found | Dropped]:
    """Yield the projects that a document states, and the candidates refused."""
    follower = Follower(document)
    threads = follower.read()
    for thread in threads:
        if only_headlines(thread, threads):
            sentence = thread.evidence[0][0]
            yield Dropped("project", "thread", Span(sentence.span.start, sentence.span.stop), "told again in the text")
        else:
            yield to_fact(thread, document, threads)
    yield from follower.dropped
