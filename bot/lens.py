"""An explanation as text for whoever writes rules: coloured spans, then the facts and what was dropped."""

import json
from collections.abc import Iterator

from bot.terminal_text import printable
from extract.explain import Explanation
from extract.model import Article, Found, Mention, Span
from extract.records import fact_to_record, mention_to_record

COLOURS = {
    "money": "33", "quantity": "36", "percent": "35", "period": "34", "place": "32", "person": "31", "party": "92",
    "organisation": "95",
}  # fmt: skip


def explanation_text(explanation: Explanation, *, colour: bool) -> str:
    """Return what matched where in the article, rule by rule, and why candidates were dropped."""
    parts = [
        printable(_marked(explanation.article.text, explanation.mentions, colour=colour), keep_styles=colour),
        *(_fact(found) for found in explanation.found),
    ]
    for dropped in explanation.dropped:
        words = explanation.article.text[dropped.span.start : dropped.span.stop]
        parts.append(f"dropped {dropped.kind} [{dropped.rule}] {dropped.reason}\n    {_place(dropped.span)} {words!r}")
    return "\n\n".join(parts)


def explanation_record(explanation: Explanation) -> dict[str, object]:
    """Return the same for programs."""
    return {
        "id": explanation.article.id,
        "mentions": [mention_to_record(mention) for mention in explanation.mentions],
        "facts": [fact_to_record(found.fact) for found in explanation.found],
        "dropped": [
            {"kind": one.kind, "rule": one.rule, "start": one.span.start, "stop": one.span.stop, "reason": one.reason}
            for one in explanation.dropped
        ],
    }


def _fact(found: Found) -> str:
    slots = {name: value for name, value in fact_to_record(found.fact).items() if value not in (None, [], {})}
    kind = slots.pop("kind")
    lines = [f"{kind} {found.confidence:.2f} {json.dumps(slots, ensure_ascii=False)}"]
    for evidence in found.evidence:
        of_slots = f" {', '.join(evidence.slots)}" if evidence.slots else ""
        where = _place(evidence.span) + (" in title" if evidence.within == "title" else "")
        lines.append(f"    [{evidence.rule}]{of_slots} {where} {evidence.quote!r}")
    return "\n".join(lines)


def _place(span: Span) -> str:
    return f"{span.start}–{span.stop}"


def _marked(text: str, mentions: tuple[Mention, ...], *, colour: bool) -> str:
    """Put each outermost mention in brackets with its type, coloured where wanted."""
    pieces: list[str] = []
    position = 0
    for mention in _outermost(mentions):
        words = f"[{text[mention.span.start : mention.span.stop]}|{mention.type}]"
        pieces.append(text[position : mention.span.start])
        pieces.append(f"\x1b[{COLOURS[mention.type]}m{words}\x1b[0m" if colour else words)
        position = mention.span.stop
    return "".join((*pieces, text[position:]))


def _outermost(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    stop = 0
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.stop)):
        if mention.span.start >= stop:
            yield mention
            stop = mention.span.stop


def article_head(article: Article) -> str:
    """Return the line that stands above an article's explanation."""
    return f"=== {article.id}" + (f" · {article.published}" if article.published else "")
