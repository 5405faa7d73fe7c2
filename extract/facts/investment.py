"""Investments: what the business of one country has put into another, over a period.

A sum counts where its sentence speaks of investment and not of a project, trade or agreement, and where it is told who
invests or in whom. The cost of a plant is the project's, not an investment of its own.
"""

import re
from collections.abc import Iterator

from extract.discourse import Focus, focus
from extract.document import Document, Sentence
from extract.examples import Example
from extract.explain import Dropped
from extract.facts.triggers import triggers
from extract.model import Found, Investment, Period, Span

NEAR = 90  # characters between the word and its sum
# Both sides stand in the sentence; one of them is taken from what the article is about; only one is known.
CONFIDENCE = {"stated": 0.85, "context": 0.65, "one_side": 0.5}

_INTO = {
    "ru": re.compile(
        r"(?:^|\s)(?:в|во)\s+(?:(?:экономик|отрасл|промышленност|энергетик|развити)\w+\s+)?(?:[А-ЯЁ]?[а-яё]+(?:ую|ий|ой)\s+)?$",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:in|into)\s+(?:the\s+)?(?:economy\s+of\s+)?$", re.IGNORECASE),
    "kk": re.compile(r"(?!)"),
}
_FROM = {
    "ru": re.compile(r"(?:^|\s)(?:из|со\s+стороны|от)\s+$", re.IGNORECASE),
    "en": re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE),
    "kk": re.compile(r"(?!)"),
}
_SINCE = re.compile(r"(?:\bс|\bсо|\bsince|\bfrom|\bbetween|\bначиная с)\s+$", re.IGNORECASE)
_BREAKS = (";", ":", ", а ", " while ")
_ECONOMY = re.compile(r"\s+(?:экономик|economy|экономикасына|нарық|market)", re.IGNORECASE)
_KAZAKH_INTO = re.compile(r"(?:ға|ге|қа|ке|на|не)$")
_KAZAKH_FROM = re.compile(r"(?:дан|ден|тан|тен|нан|нен|ның|нің|дың|дің|тың|тің)$")


def find_investments(document: Document) -> Iterator[Found | Dropped]:
    """Yield the investments that an article tells of, and sums of investment that belong to something else."""
    about = focus(document)
    seen: set[tuple[object, ...]] = set()
    for sentence in document.sentences:
        if not sentence.money or not triggers("investments", document.language, "needs").search(sentence.text):
            continue
        for span, money in sentence.money:
            word = _word_near(document, sentence, span)
            if word is None:
                continue
            if reason := _refusal(document, sentence, word, span):
                yield Dropped("investment", "sum", span, reason)
                continue
            source, target = _sides(document, sentence)
            source, target, rule = _completed(source, target, about[sentence.index])
            if not source or not target:
                yield Dropped("investment", "sum", span, "it is not told who invests where")
                continue
            key = (source, target, money.amount, money.currency)
            if key in seen:
                continue
            seen.add(key)
            yield Found(
                Investment(source=source, target=target, amount=money, period=_period(document, sentence, span)),
                (sentence.evidence("sum", ("source", "target", "amount", "period")),),
                CONFIDENCE[rule],
            )


def _word_near(document: Document, sentence: Sentence, money: Span) -> Span | None:
    """Return the nearest word of investing to a sum of money, in its clause."""
    found: list[tuple[int, Span]] = []
    for name in ("verbs", "nouns"):
        for match in triggers("investments", document.language, name).finditer(sentence.text):
            start, stop = match.start() + sentence.span.start, match.end() + sentence.span.start
            distance = money.start - stop if stop <= money.start else start - money.stop
            if 0 <= distance <= NEAR:
                found.append((distance, Span(start, stop)))
    return min(found)[1] if found else None


def _refusal(document: Document, sentence: Sentence, word: Span, money: Span) -> str | None:
    first, last = min(word.start, money.start), max(word.stop, money.stop)
    offset = sentence.span.start
    clause = _clause(sentence.text, first - offset, last - offset)
    if triggers("investments", document.language, "elsewhere").search(clause):
        return "the sum of a project, of trade or of an agreement"
    if triggers("investments", document.language, "unlikely").search(clause):
        return "not invested yet"
    return None


def _clause(text: str, start: int, stop: int) -> str:
    first = max((text.rfind(mark, 0, start) for mark in (";", ":", ", а ", ", and ")), default=-1)
    ends = [place for mark in (";", ", а ", ", and ", ". ") if (place := text.find(mark, stop)) >= 0]
    return text[first + 1 : min(ends, default=len(text))]


def _sides(document: Document, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who invests and in whom, as far as the sentence marks it by a preposition, a case or an adjective."""
    source: list[str] = []
    target: list[str] = []
    open_ended: list[str] = []
    for span, party in sentence.parties:
        before = sentence.text[: span.start - sentence.span.start]
        after = sentence.text[span.stop - sentence.span.start :]
        words = sentence.slice(span)
        if _ECONOMY.match(after) or _INTO[document.language].search(before):
            target.append(party)
        elif _FROM[document.language].search(before):
            source.append(party)
        elif document.language == "kk" and _KAZAKH_INTO.search(words):
            target.append(party)
        elif document.language == "kk" and _KAZAKH_FROM.search(words):
            source.append(party)
        else:
            open_ended.append(party)
    if re.search(r"экономик\w*\s+$|economy\s+of\s+$", sentence.text) and not target and open_ended:
        target.append(open_ended.pop())
    source += [party for party in open_ended if party not in target][:1] if not source else []
    return tuple(dict.fromkeys(source)), tuple(dict.fromkeys(party for party in target if party not in source))


def _completed(
    source: tuple[str, ...], target: tuple[str, ...], about: Focus
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Take the side that the sentence leaves open from what the article is about."""
    if source and target:
        return source, target, "stated"
    if source and (other := about.partner_of(source[0])) and len(about.parties) == 2:
        return source, (other,), "context"
    if target and (other := about.partner_of(target[0])) and len(about.parties) == 2:
        return (other,), target, "context"
    return source, target, "one_side"


def _period(document: Document, sentence: Sentence, money: Span) -> Period | None:
    """Return the period of a sum in its clause; "с 2005 года" runs to the year of the article."""
    offset = sentence.span.start
    first = max((sentence.text.rfind(mark, 0, money.start - offset) for mark in _BREAKS), default=-1)
    last = min(
        (place for mark in _BREAKS if (place := sentence.text.find(mark, money.stop - offset)) >= 0), default=10**6
    )
    periods = [
        (abs(span.start - money.start), span, period)
        for span, period in sentence.periods
        if first < span.start - offset < last
    ]
    if not periods:
        return None
    _, span, period = min(periods, key=lambda item: item[0])
    before = sentence.text[: span.start - offset]
    if any(_SINCE.search(sentence.text[: one.start - offset]) for _, one, _ in periods if one is not span):
        return None
    if period and (_SINCE.search(before) or re.match(r"(?:с|since|from)\s", sentence.slice(span), re.IGNORECASE)):
        until = (document.published or "")[: len(period.first)]
        return Period(period.first, until) if len(until) == len(period.first) and until > period.first else None
    return period


EXAMPLES: tuple[Example, ...] = (
    Example(
        "Италия инвестировала в экономику Казахстана 7 млрд долларов.",
        ({"from": ["Италия"], "to": ["Казахстан"], "amount": 7_000_000_000, "currency": "USD"},),
    ),
    Example(
        "Приток прямых инвестиций из Китая в Узбекистан за 2023 год составил 2 млрд долларов.",
        ({"from": ["Китай"], "to": ["Узбекистан"], "amount": 2_000_000_000, "period": "2023"},),
    ),
    Example(
        "С 2005 года Италия вложила в Казахстан инвестиции на 7 млрд долларов.",
        ({"from": ["Италия"], "to": ["Казахстан"], "period": "2005/2024"},),
    ),
    Example(
        "Korean companies have invested $8 billion in Kazakhstan.",
        ({"from": ["Южная Корея"], "to": ["Казахстан"], "amount": 8_000_000_000},),
        language="en",
    ),
)
NOT_EXAMPLES: tuple[Example, ...] = (
    Example("Инвестиции Китая в завод в Казахстане составили 2 млрд долларов."),
    Example("Италия намерена инвестировать в экономику Казахстана 7 млрд долларов."),
    Example("Объем инвестиций составил 2 млрд долларов."),
    Example("В Казахстане работает 250 предприятий с итальянскими инвестициями."),
)
