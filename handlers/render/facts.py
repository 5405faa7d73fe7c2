"""One fact of any kind: its line in a list, and the message that shows it with its sentence."""

from collections.abc import Sequence

from extract.model import Agreement, Fact, Investment, Meeting, Project, Role, Statement, Trade
from extract.query import Hit, Query
from handlers.keyboards import in_rows
from handlers.render import meeting, other_kinds, project, trade
from handlers.render.parts import (
    Message,
    Voice,
    citation_buttons,
    date_link,
    dotted,
    evidence,
    fit,
    source_link,
)
from handlers.wording.dates import short_date
from handlers.wording.names import capitalised


def headline(fact: Fact, voice: Voice) -> str:
    """Return the first line of a message on one fact: the figure, then what, where, when."""
    match fact:
        case Trade():
            return _large(trade.headline(fact, voice))
        case Project():
            return project.headline(fact, voice)
        case Meeting():
            return meeting.headline(fact, voice)
        case Agreement():
            return other_kinds.agreement_headline(fact, voice)
        case Investment():
            return other_kinds.investment_headline(fact, voice)
        case Statement():
            return other_kinds.statement_headline(fact, voice)
        case Role():
            return other_kinds.role_headline(fact, voice)


def line(hit: Hit, voice: Voice, query: Query | None = None) -> str:
    """Return a fact on one line, its source linked from the date at the end."""
    fact = hit.fact
    match fact:
        case Trade():
            parts = trade.line(fact, voice)
        case Project():
            parts = project.line(fact, voice)
            if query and query.bound and query.bound.slot == "jobs":
                parts.append(project.jobs(fact, voice))
        case Meeting():
            asked = query.people if query else ()
            parts = meeting.line(fact, voice, asked, hit.article.published)
        case Agreement():
            parts = other_kinds.agreement_line(fact, voice, hit.article.published)
        case Investment():
            parts = other_kinds.investment_line(fact, voice)
        case Statement():
            parts = other_kinds.statement_line(fact, voice)
        case Role():
            parts = other_kinds.role_line(fact, voice)
    return dotted([*parts, date_link(hit, voice)])


def details(fact: Fact, voice: Voice) -> list[str]:
    """Return what else is known of a fact, a line each."""
    match fact:
        case Project():
            return project.details(fact, voice)
        case Meeting():
            return meeting.details(fact, voice)
    return []


def confirmed(hits: Sequence[Hit], voice: Voice) -> list[str]:
    """Return the line with other sources of what the first of `hits` tells; reprints do not count."""
    apart = independent(hits)[1:4]
    return [voice.say("source.confirmed", links="; ".join(source_link(hit, voice) for hit in apart))] if apart else []


def independent(hits: Sequence[Hit]) -> list[Hit]:
    """Return the first hit of each article, leaving out reprints and articles that repeat an earlier one's sentence."""
    articles: set[str] = set()
    sentences: set[str] = set()
    apart = []
    for hit in hits:
        sentence = " ".join(hit.evidence[0].quote.split()) if hit.evidence else str(hit.id)
        if hit.article.origin not in articles and sentence not in sentences:
            apart.append(hit)
        articles.add(hit.article.origin)
        sentences.add(sentence)
    return apart


def fact_message(hits: Sequence[Hit], voice: Voice, above: Sequence[str] = (), below: Sequence[str] = ()) -> Message:
    """Return the message on the fact `hits[0]`; the others tell of the same thing and are named as its sources."""
    hit = hits[0]
    first = headline(hit.fact, voice)
    blocks = [*above, first, *details(hit.fact, voice), *evidence(hit, voice), *confirmed(hits, voice), *below]
    return Message(fit(blocks), in_rows(citation_buttons(first, hit, voice)))


def withdrawn_message(hit: Hit, voice: Voice, above: Sequence[str] = ()) -> Message:
    """Return the message on a fact that its article no longer states; there is nothing to copy from it."""
    day = short_date(hit.withdrawn_at, voice.language)
    warning = voice.say("answer.withdrawn", date=day)
    return Message(fit([*above, warning, headline(hit.fact, voice), *evidence(hit, voice)]), ())


def _large(text: str) -> str:
    opening = len("<b>") if text.startswith("<b>") else 0
    return text[:opening] + capitalised(text[opening:])
