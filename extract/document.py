"""An article read for its facts: sentences with words, typed mentions and the people named so far.

    article | segment | tag | mentions per sentence | people over the whole text

Rules of `extract/facts` read a Document and never the raw text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from extract.language import detect_language
from extract.languages import tagger_for
from extract.model import Article, Evidence, Language, Mention, Money, Percent, Period, Place, Quantity, Span
from extract.names.organisations import find_organisations
from extract.names.parties import find_parties
from extract.names.places import find_places
from extract.people.finding import PersonMention, find_people
from extract.periods.finding import find_periods
from extract.segment import recase, segment
from extract.values.durations import find_durations
from extract.values.money import find_money
from extract.values.percents import find_percents
from extract.values.quantities import find_quantities
from extract.words.tagger import Tagged, Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text or title with what was found in it; all spans count characters of that text or title.

    `periods` holds None as value where a period is named that cannot be resolved ("last year", undated article).
    """

    index: int
    span: Span
    text: str
    line: int
    within_title: bool
    headline: bool
    tokens: tuple[Token, ...]
    money: tuple[tuple[Span, Money], ...]
    quantities: tuple[tuple[Span, Quantity], ...]
    percents: tuple[tuple[Span, Percent], ...]
    periods: tuple[tuple[Span, Period | None], ...]
    places: tuple[tuple[Span, Place], ...]
    parties: tuple[tuple[Span, str], ...]
    organisations: tuple[tuple[Span, str], ...]
    people: tuple[PersonMention, ...]

    def slice(self, span: Span) -> str:
        """Return the words of the article at `span`, which lies in this sentence."""
        return self.text[span.start - self.span.start : span.stop - self.span.start]

    def evidence(self, rule: str, slots: tuple[str, ...] = ()) -> Evidence:
        """Return this sentence as evidence for `slots` found by `rule`."""
        return Evidence(self.span, self.text, rule, slots, "title" if self.within_title else "text")

    def tokens_within(self, start: int, stop: int) -> tuple[Token, ...]:
        """Return the tokens that lie in a range of the article."""
        return tuple(token for token in self.tokens if start <= token.start and token.stop <= stop)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as a sequence of sentences; page junk is left out."""

    article: Article
    language: Language
    sentences: tuple[Sentence, ...] = field(repr=False)

    @property
    def published(self) -> str | None:
        return self.article.published

    def before(self, sentence: Sentence, most: int = 3) -> Iterator[Sentence]:
        """Yield up to `most` sentences before `sentence`, the nearest first."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - most), -1):
            yield self.sentences[index]

    def mentions(self) -> Iterator[Mention]:
        """Yield every typed value of the text (not of the title) with its span, in reading order."""
        for sentence in self.sentences:
            if not sentence.within_title:
                yield from sorted(_mentions(sentence), key=lambda mention: (mention.span, mention.type))


def _mentions(sentence: Sentence) -> Iterator[Mention]:
    for kind, pairs in (
        ("money", sentence.money),
        ("quantity", sentence.quantities),
        ("percent", sentence.percents),
        ("place", sentence.places),
        ("party", sentence.parties),
        ("organisation", sentence.organisations),
    ):
        for span, value in pairs:
            yield Mention(kind, span, value)
    for span, period in sentence.periods:
        if period is not None:
            yield Mention("period", span, period)
    for span, duration in find_durations(sentence.text):
        place = Span(span.start + sentence.span.start, span.stop + sentence.span.start)
        if not any(period.start < place.stop and place.start < period.stop for period, _ in sentence.periods):
            yield Mention("duration", place, duration)
    for person in sentence.people:
        if person.person.name:
            yield Mention("person", person.span, person.person)


def read_document(article: Article) -> Document | None:
    """Read `article` in its language, or return None for a language that the product does not read."""
    language = article.language or detect_language(f"{article.title or ''}\n{article.text}")
    if language is None:
        return None
    parts = [(False, article.text)]
    if article.title and article.title.strip() not in article.text[: 2 * len(article.title) + 200]:
        parts.insert(0, (True, article.title))
    pieces = [
        (within_title, piece.line, piece.span, text[piece.span.start : piece.span.stop])
        for within_title, text in parts
        for piece in segment(text)
        if not piece.junk
    ]
    tagged = tagger_for(language).tag([(span.start, recase(quote)) for _, _, span, quote in pieces])
    people = find_people([(quote, tags) for (_, _, _, quote), tags in zip(pieces, tagged, strict=True)], language)
    sentences = [
        _sentence(article, index, piece, tags, persons)
        for index, (piece, tags, persons) in enumerate(zip(pieces, tagged, people, strict=True))
    ]
    return Document(article, language, tuple(sentences))


def _sentence(
    article: Article,
    index: int,
    piece: tuple[bool, int, Span, str],
    tagged: Tagged,
    people: tuple[PersonMention, ...],
) -> Sentence:
    within_title, line, span, quote = piece
    offset = span.start
    return Sentence(
        index=index,
        span=span,
        text=quote,
        line=line,
        within_title=within_title,
        headline=within_title or (line == 0 and not quote.rstrip().endswith((".", "!", "…"))),
        tokens=tagged.tokens,
        money=_shift(find_money(quote), offset),
        quantities=_shift(find_quantities(quote), offset),
        percents=_shift(find_percents(quote), offset),
        periods=_shift(find_periods(quote, article.published), offset),
        places=_shift(find_places(recase(quote)), offset),
        parties=_shift(find_parties(recase(quote)), offset),
        organisations=tuple(find_organisations(quote, offset, tagged)),
        people=people,
    )


def _shift(pairs: list[tuple[Span, T]], offset: int) -> tuple[tuple[Span, T], ...]:
    return tuple((Span(span.start + offset, span.stop + offset), value) for span, value in pairs)
