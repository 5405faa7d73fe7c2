"""At which stage a project is, by the words nearest to it."""

from extract.document import Sentence
from extract.facts.project.words import STAGES, pattern
from extract.model import Span, Stage


def stage_of(sentence: Sentence, span: Span) -> Stage | None:
    """Return the stage that a stretch of a sentence tells; without one, that of the whole sentence.

    Words that tell more than a plan win over it: "строительство … запущено". A participle behind "будет" is a plan.
    """
    whole, near = (pattern("stages", "future").sub("будет", text) for text in (sentence.text, sentence.slice(span)))
    told = next((stage for text in (near, whole) for stage in STAGES if pattern("stages", stage).search(text)), None)
    return "under_construction" if told == "planned" and pattern("stages", "under_way").search(whole) else told
