"""What a sentence holds that matters for trade, in the order of the text: measures, figures, verbs, parties, periods.

Positions count characters of the sentence, not of the article.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.data import load
from extract.discourse import named_parties, parties_of_post
from extract.document import Sentence
from extract.model import Language, Money, Percent, Period
from extract.values.amounts import qualifier_before
from extract.values.numbers import find_numbers
from extract.words.wordlist import group_of, lower, named_pattern_of, pattern_of

NOUNS = ("turnover", "trade", "foreign", "export", "import", "pointer", "other")
MEASURES = ("turnover", "trade", "foreign", "export", "import")
AFTER = re.compile(r"[\s-]+(?:(?!(?:и|с|со|and|with|мен|пен|бен|және)\b)\w+[\s-]+)?")
MILLION = 10**6
ENDS_SUM = re.compile(r"\.?\s*(?:[,;:.!?()»”\"]|$|[—–-]\s|(?:за|в|и|против|for|in|and|from)\s)")
BESIDE = 28  # characters in which a word such as "министр" makes a party a source


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or value at `start`..`stop` of the sentence; `kind` names what it is, `value` holds what was read."""

    start: int
    stop: int
    kind: str
    value: Money | Percent | Period | str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its marks by sort, each in the order of the text."""

    sentence: Sentence
    text: str  # in small letters
    language: Language
    nouns: tuple[Mark, ...]
    changes: tuple[Mark, ...]
    levels: tuple[Mark, ...]
    money: tuple[Mark, ...]
    percents: tuple[Mark, ...]
    periods: tuple[Mark, ...]
    parties: tuple[Mark, ...]  # only those that may be a side of the trade
    sources: tuple[Mark, ...]  # parties that speak of it
    published: str | None

    @property
    def measures(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.nouns if mark.kind in MEASURES)

    def holds(self, table: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the first word of a table of `trade.toml` between two positions."""
        return words(table, self.language).search(self.text, max(0, start), max(0, stop))


@cache
def words(table: str, language: Language) -> re.Pattern[str]:
    """Return the pattern of one table of `trade.toml`, "aims.bare" for instance."""
    found = load("trade")
    for name in table.split("."):
        found = found[name]
    return pattern_of(found[language])


@cache
def _nouns(language: Language) -> re.Pattern[str]:
    data = load("trade")
    groups = {name: data["measures"][name][language] for name in MEASURES}
    return named_pattern_of(
        groups
        | {
            "pointer": data["pointers"][language],
            "other": data["others"][language],
            "shadow": data["shadows"][language],
        }
    )


@cache
def _verbs(table: str, language: Language) -> re.Pattern[str]:
    return named_pattern_of({name: listed[language] for name, listed in load("trade")[table].items()})


def mark(
    sentence: Sentence,
    language: Language,
    currency: str | None = None,
    published: str | None = None,
    *,
    article_currency: str | None = None,
) -> Marked:
    """Read the marks of a sentence.

    `currency` is that of the sums spoken of last, for "за 4 месяца – 1,2 млрд"; `article_currency` that of the last sum
    of the article, which a sentence with a measure of its own goes on with.
    """
    text = lower(sentence.text)
    offset = sentence.span.start
    nouns = _named(_nouns(language), text)
    if currency is None and any(noun.kind in MEASURES for noun in nouns):
        currency = article_currency
    parties = [Mark(span.start - offset, span.stop - offset, "party", party) for span, party in named_parties(sentence)]
    known = {party.value for party in parties}
    for span, place in sentence.places:  # "товарооборот Костанайской области": a region trades in its own name
        if place.kind == "region" and place.name not in known and place.country != "Россия":
            parties.append(Mark(span.start - offset, span.stop - offset, "region", place.name))
    parties.sort(key=lambda mark: mark.start)
    posts = [
        (person.post_span.start - offset, person.post_span.stop - offset)
        for person in sentence.people
        if person.post_span is not None and parties_of_post(person.person.role)
    ]
    sources = [one for one in parties if _is_source(one, text, posts, language)]
    return Marked(
        sentence=sentence,
        text=text,
        language=language,
        nouns=tuple(noun for noun in nouns if noun.kind != "shadow"),
        changes=tuple(_named(_verbs("changes", language), text)),
        levels=tuple(_named(_verbs("levels", language), text)),
        money=tuple(_sums(sentence, text, currency)),
        percents=tuple(_percents(sentence, language, text)),
        periods=tuple(Mark(span.start - offset, span.stop - offset, "period", one) for span, one in sentence.periods),
        parties=tuple(one for one in parties if one not in sources),
        sources=tuple(sources),
        published=published,
    )


def _sums(sentence: Sentence, text: str, currency: str | None) -> list[Mark]:
    """The sums of a sentence; a bare number of millions takes the currency of the sum before it."""
    offset = sentence.span.start
    found = [Mark(span.start - offset, span.stop - offset, "money", one) for span, one in sentence.money]
    spans = [span for pairs in (sentence.money, sentence.quantities, sentence.percents) for span, _ in pairs]
    taken = [(span.start - offset, span.stop - offset) for span in spans]
    bare = [
        number
        for number in find_numbers(sentence.text)
        if number.scale >= MILLION
        and not any(number.span.start < stop and start < number.span.stop for start, stop in taken)
    ]
    for number in bare:
        before = [one for one in found if one.stop <= number.span.start and isinstance(one.value, Money)]
        inherited = before[-1].value.currency if before and isinstance(before[-1].value, Money) else currency
        if inherited and ENDS_SUM.match(text, number.span.stop):
            start, qualifier = qualifier_before(sentence.text, number.span.start)
            found.append(Mark(start, number.span.stop, "money", Money(number.value, inherited, qualifier)))
            found.sort(key=lambda mark: mark.start)
    return found


def _percents(sentence: Sentence, language: Language, text: str) -> list[Mark]:
    """The percentages of a sentence; verbs that say how many times ("удвоился") are some too."""
    offset = sentence.span.start
    found = [Mark(span.start - offset, span.stop - offset, "percent", one) for span, one in sentence.percents]
    for verb in _named(_verbs("changes", language), text):
        times = {"doubled": 100, "tripled": 200}.get(verb.kind)
        if times and not any(one.start < verb.stop and verb.start < one.stop for one in found):
            found.append(Mark(verb.start, verb.stop, "percent", Percent(Decimal(times))))
    return sorted(found, key=lambda mark: mark.start)


def _named(pattern: re.Pattern[str], text: str) -> list[Mark]:
    return [Mark(match.start(), match.end(), group_of(match)) for match in pattern.finditer(text)]


def _is_source(party: Mark, text: str, posts: list[tuple[int, int]], language: Language) -> bool:
    """A party inside a post, or right beside a word such as "министр" or "таможня", speaks of the figure."""
    if any(start <= party.start and party.stop <= stop for start, stop in posts):
        return True
    listed = words("sources", language)
    after = AFTER.match(text, party.stop)
    if listed.match(text, after.end() if after else party.stop) or listed.match(text, party.stop + 1):
        return True
    return language != "kk" and _ends_with(listed, text[max(0, party.start - BESIDE) : party.start])


def _ends_with(pattern: re.Pattern[str], before: str) -> bool:
    """Tell whether a source word is the head that a party depends on: "министр экономики |Казахстана"."""
    found = list(pattern.finditer(before))
    return bool(found) and not re.search(
        r"[,;:.()«»\"—–]|\b(?:и|с|со|между|что|and|with|between|that|to)\b", before[found[-1].end() :]
    )
