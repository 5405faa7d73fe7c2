"""An answer as a record of the JSON contract."""

from bot.terminal_text import plain_message
from extract.query import Hit
from extract.records import Record, evidence_to_record, fact_to_record
from handlers.answering import Answered

MOST_FACTS = 50


def answer_to_record(question: str, answered: Answered) -> Record:
    """Return the record of an answer: its plain text, and the facts behind it, best first."""
    answer = answered.answer
    return {
        "question": question,
        "answered": bool(answer.hits),
        "total": answer.total,
        "text": plain_message(answered.text),
        "facts": [hit_to_record(hit) for hit in answer.hits[:MOST_FACTS]],
    }


def hit_to_record(hit: Hit) -> Record:
    """Return a fact that answers, with its article and why it was found."""
    return {
        "article": hit.article.id,
        "url": hit.article.url,
        "published": hit.article.published,
        **fact_to_record(hit.fact),
        "evidence": [evidence_to_record(evidence) for evidence in hit.evidence],
        "confidence": round(hit.confidence, 3),
        "score": round(hit.score, 4),
        "why": list(hit.why),
    }
