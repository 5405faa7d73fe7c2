"""Numbers and times of questions: "дороже 1 млрд долларов" → a bound, "за 2022", "последние пять лет" → a period."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from extract.model import Period, Span
from extract.names.gazetteer import Word
from extract.periods.finding import find_periods
from extract.periods.words import TimeWord, time_words
from extract.query import Bound
from extract.question.lexicon import Phrase
from extract.values.currencies import currency_after
from extract.values.money import find_money
from extract.values.numbers import find_numbers
from extract.values.percents import find_percents
from extract.values.quantities import find_quantities

Relation = Literal["over", "under"]
QUALIFIERS: dict[str, Relation] = {"over": "over", "under": "under", "up_to": "under"}
JOBS = "рабочее место"
NEAR = 3  # words between a number and its comparison
SINCE = ("с", "со", "from", "since")
IN = ("в", "in")
LAST_YEARS = re.compile(r"[rl](?P<count>N)?[yx]")
YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d%]|[.,]\d)")


def find_bound(text: str, words: Sequence[Word], phrases: Sequence[Phrase]) -> tuple[Span, Bound] | None:
    """Return the comparison of a question with where its number stands, or None."""
    money, percents = find_money(text), find_percents(text)
    for place, quantity in find_quantities(text):
        if quantity.unit == JOBS and quantity.upper:
            return place, Bound("jobs", "between", quantity.value, upper=quantity.upper)
    jobs = any(phrase.has("measure") and _key(phrase, "measure") == "jobs" for phrase in phrases)
    for number in find_numbers(text):
        span = number.span
        sums = [(place, value) for place, value in money if place.start <= span.start and span.stop <= place.stop]
        shares = [place for place, _ in percents if place.start <= span.start and span.stop <= place.stop]
        whole = sums[0][0] if sums else shares[0] if shares else span
        if sums and (upper := sums[0][1].upper):
            return whole, Bound("amount", "between", sums[0][1].amount, sums[0][1].currency, upper)
        relation = QUALIFIERS.get(sums[0][1].qualifier) if sums else None
        relation = relation or _relation(words, phrases, span, whole)
        if relation is None or (number.like_year and not (sums or shares or jobs)):
            continue
        place = Span(min(whole.start, span.start), max(whole.stop, span.stop))
        if sums:
            return place, Bound("amount", relation, sums[0][1].amount, sums[0][1].currency)
        return place, Bound("growth" if shares else "jobs" if jobs else "amount", relation, number.value)
    return None


def _relation(words: Sequence[Word], phrases: Sequence[Phrase], number: Span, whole: Span) -> Relation | None:
    before = [index for index, word in enumerate(words) if word.stop <= number.start]
    after = [index for index, word in enumerate(words) if word.start >= whole.stop]
    for phrase in phrases:
        if not phrase.has("relation"):
            continue
        key: Relation = "over" if _key(phrase, "relation") == "over" else "under"
        kazakh = any(meaning.table == "relation" and meaning.language == "kk" for meaning in phrase.meanings)
        if before and before[-1] - 1 <= phrase.last - 1 <= before[-1] and not kazakh:
            return key
        if after and kazakh and after[0] <= phrase.first < after[0] + NEAR:
            return key
    return None


def _key(phrase: Phrase, table: str) -> str:
    return next(meaning.key for meaning in phrase.meanings if meaning.table == table)


def find_currency(text: str, words: Sequence[Word]) -> tuple[Span, str] | None:
    """Return the currency that figures are wanted in, with its word: "в юанях", "in roubles"."""
    for before, word in pairwise(words):
        if before.folded in IN and (found := currency_after(text, before.stop, True)) and found[0] <= word.stop:
            return Span(word.start, word.stop), found[1]
    return None


def find_time(text: str, today: date | None) -> tuple[tuple[Span, ...], Period | None]:
    """Return the period that a question asks for and the places of all words that tell it.

    Years may stand alone; several make one span of time; "с 2020 года" runs to `today`.
    """
    found = find_periods(text, today.isoformat() if today else None)
    spans = [span for span, _ in found]
    bare = [
        match for match in YEAR.finditer(text) if not any(span.start <= match.start() < span.stop for span in spans)
    ]
    periods = [(span, period) for span, period in found if period]
    periods += [(Span(*match.span()), Period(match[0], match[0])) for match in bare if not _counts(text, match.end())]
    spans += [Span(*match.span()) for match in bare]
    if not periods and today and (years := _last_years(time_words(text), today)):
        return tuple(spans), years
    return tuple(spans), _joined(text, sorted(periods, key=lambda pair: pair[0]), today)


def _counts(text: str, stop: int) -> bool:
    """Tell whether a number in the shape of a year counts what follows: "2000 рабочих мест"."""
    following = next(iter(time_words(text[stop : stop + 40])), None)
    return following is not None and following.tag == "u"


def _last_years(words: list[TimeWord], today: date) -> Period | None:
    match = LAST_YEARS.search("".join(word.tag for word in words))
    if not match:
        return None
    count = words[match.start("count")].value if match["count"] else 1
    return Period(f"{today.year - count:04}", f"{today.year:04}") if isinstance(count, int) else None


def _joined(text: str, periods: list[tuple[Span, Period]], today: date | None) -> Period | None:
    if not periods:
        return None
    years = [period for _, period in periods if len(period.first) == 4]
    if len(years) > 1:
        return Period(min(period.first for period in years), max(period.last for period in years))
    span, period = periods[0]
    before = text[: span.start].split()
    since = bool(before) and before[-1].lower() in SINCE
    if since and len(period.first) == 4 and period.first == period.last and today and int(period.first) < today.year:
        return Period(period.first, f"{today.year:04}")
    return period
