"""Figures that a sentence gives in short, completed from what the text has said before.

A sum without its currency ("обойдется в 1,2 млрд"), "столько же", the first of two numbers with one unit
("на 500 и 300 МВт"), people counted as something else ("117 вакансий", "людей потребуется 300").
"""

from dataclasses import replace
from decimal import Decimal

from extract.document import Document, Sentence
from extract.facts.project.words import pattern
from extract.model import Money, Quantity, Span
from extract.values.numbers import Number, find_numbers

LARGE = Decimal(1_000_000)  # the least multiplier that by itself makes a sum of a number


def completed(document: Document) -> list[Sentence]:
    """Return the sentences of a document with the figures that they only hint at; nothing that is there changes."""
    found: list[Sentence] = []
    currencies: set[str] = set()
    last: Money | None = None
    for sentence in document.sentences:
        numbers = [one for one in find_numbers(sentence.text) if _is_free(sentence, one)]
        money = list(sentence.money)
        known = {sum_.currency for _, sum_ in sentence.money} | currencies
        if last is not None and len(known) == 1:
            currency = known.pop()
            money += [(_span(sentence, one), Money(one.value, currency)) for one in numbers if _is_sum(sentence, one)]
        money += _as_much(sentence, last)
        quantities = [*sentence.quantities, *_paired(sentence, numbers), *_people(sentence, numbers)]
        found.append(
            replace(sentence, money=tuple(sorted(money, key=_place)), quantities=tuple(sorted(quantities, key=_place)))
        )
        currencies |= {sum_.currency for _, sum_ in sentence.money}
        last = max(found[-1].money, key=_place)[1] if found[-1].money else last
    return found


def _place(pair: tuple[Span, object]) -> int:
    return pair[0].start


def _span(sentence: Sentence, number: Number) -> Span:
    return Span(sentence.span.start + number.span.start, sentence.span.start + number.span.stop)


def _is_free(sentence: Sentence, number: Number) -> bool:
    """Whether a number is no part of a sum, a quantity, a percentage or a period."""
    at = _span(sentence, number)
    taken = (*sentence.money, *sentence.quantities, *sentence.percents, *sentence.periods)
    return not number.glued and not any(span.start < at.stop and at.start < span.stop for span, _ in taken)


def _is_sum(sentence: Sentence, number: Number) -> bool:
    return number.scale >= LARGE and bool(pattern("cost", "bare_after").match(sentence.text, number.span.stop))


def _as_much(sentence: Sentence, last: Money | None) -> list[tuple[Span, Money]]:
    """Return the sum that "столько же" repeats: the one named last, in this sentence or before."""
    found = []
    for match in pattern("cost", "same").finditer(sentence.text):
        start = sentence.span.start + match.start()
        before = [sum_ for span, sum_ in sentence.money if span.stop <= start]
        counted = [span for span, _ in sentence.quantities if span.stop <= start]
        again = before[-1] if before else None if counted else last
        if again is not None:
            found.append((Span(start, sentence.span.start + match.end()), again))
    return found


def _paired(sentence: Sentence, numbers: list[Number]) -> list[tuple[Span, Quantity]]:
    found = []
    for span, quantity in sentence.quantities:
        for number in numbers:
            at = _span(sentence, number)
            between = sentence.slice(Span(at.stop, span.start)) if at.stop < span.start else "-"
            if not number.like_year and pattern("capacity", "pair").fullmatch(between):
                found.append((at, replace(quantity, value=number.value)))
    return found


def _people(sentence: Sentence, numbers: list[Number]) -> list[tuple[Span, Quantity]]:
    """Return people counted without a noun of their own: "117 вакансий", "людей потребуется 300"."""
    return [
        (_span(sentence, number), Quantity(number.value, "человек"))
        for number in numbers
        if number.value == int(number.value)
        and not number.like_year
        and (
            pattern("jobs", "counted").match(sentence.text, number.span.stop)
            or pattern("jobs", "counting").search(sentence.text, max(0, number.span.start - 40), number.span.start)
        )
    ]
