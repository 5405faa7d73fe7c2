"""At which stage a project is, by the words nearest to it."""

from extract.document import Sentence
from extract.facts.project.words import STAGES, pattern
from extract.model import Span, Stage


def stage_of(sentence: Sentence, span: Span) -> Stage | None:
    """Return the stage that a stretch of a sentence tells; without one, that of the whole sentence.

    Words that tell more than a plan win over it: "строительство … запущено".
    """
    for text in (sentence.slice(span), sentence.text):
        for stage in STAGES:
            if pattern("stages", stage).search(text):
                return stage
    return None
