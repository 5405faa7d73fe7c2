"""When and where something was held, as one sentence tells it.

The town and day of a dateline are where and when the news was filed, so they count only through "сегодня" or "в тот же
день". A town counts where it is said to be the place ("в Астане", "Астанада", "in Astana").
"""

import re
from functools import cache

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.triggers import compile_triggers, triggers
from extract.model import Period, Place, Span

COMING = 45  # characters before a place in which "предстоящий" makes it that of a later event
_CAPITALIZED = r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w.’'-]*"
_BEFORE_DATE = re.compile(rf"\W*(?:{_CAPITALIZED}[\s,./(]*){{1,6}}")
_AFTER_DATE = re.compile(r"\s*(?:г(?:ода|\.)?)?\s*(?:[-–—/:|]|\.(?:\s|$))")
_DATE_LINE = re.compile(r"\s*(?:date\s+)?[\d\s.,:/-]*$")
_IN = {
    "ru": re.compile(
        r"(?:^|\s)(?:в|во|на)\s+(?:(?:г|гор|столичном|городе|столице|столицу|поселке|селе)\.?\s+)?[«\"]?$",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:city\s+of\s+|capital\s+)?$", re.IGNORECASE),
}
_RESIDENCE = re.compile(r"резиденци\w+\s+[«\"](?P<name>[^»\"]{3,30})[»\"]", re.IGNORECASE)
_LOCATIVE = re.compile(r"[дт][ае](?:ғы|гі)?$")
_PLAIN_LOCATIVE = re.compile(r"[дт][ае]$")  # of a post only "Ирандағы елші" is a part, never "Иранда"
_HOST = re.compile(r"котор\w+\s+(?:сейчас\s+|в\s+эти\s+дни\s+)?принима\w+\s+$")
_COUNTRY_IN = re.compile(r"[еи]$")
_ARRIVAL = re.compile(
    r"\b(?:прибы\w+|приеха\w+|прилете\w+|визит\w*|поездк\w+)\s+(?:\w+\s+)?(?:в|на)\s*$|\b(?:came|arrived|come|coming|trip|visit)\s+(?:to|in)\s*$",
    re.IGNORECASE,
)
_HOSTED = re.compile(r"\s+hosted\b")


def day_of(document: Document, sentence: Sentence, near: int) -> str | None:
    """Return the day, or else the month, that `sentence` gives for what it tells at `near`, in ISO form."""
    if triggers("meetings", document.language, "same_day").search(sentence.text):
        return _last_day_before(document, sentence)
    days = [
        (abs(span.start - near), period.first)
        for span, period in sentence.periods
        if period and period.first == period.last and len(period.first) == 10 and not _is_no_day(sentence, span)
    ]
    if days:
        return min(days)[1]
    if day := _day_alone_before(document, sentence):
        return day
    months = [
        (abs(span.start - near), _month(period))
        for span, period in sentence.periods
        if period and _month(period) and not _is_no_day(sentence, span)
    ]
    return min(months)[1] if months else None


def _day_alone_before(document: Document, sentence: Sentence) -> str | None:
    """ "Дүйсенбі, 16 мамыр." as a sentence of its own on the same line says when the next one happened."""
    for earlier in document.before(sentence, 1):
        if earlier.line == sentence.line and len(earlier.text) < 32 and not earlier.places:
            for _, period in earlier.periods:
                if period and period.first == period.last and len(period.first) == 10:
                    return period.first
    return None


def _month(period: Period) -> str:
    return period.first if len(period.first) == 7 and period.first == period.last else ""


def _last_day_before(document: Document, sentence: Sentence) -> str | None:
    for earlier in (sentence, *document.before(sentence, 8)):
        for _, period in reversed(earlier.periods):
            if period and period.first == period.last and len(period.first) == 10:
                return period.first
    return document.published if document.published and len(document.published) == 10 else None


def _is_no_day(sentence: Sentence, span: Span) -> bool:
    """A dateline tells when the news was filed, and "KAZAKHSTAN TODAY" is the name of an agency."""
    words = sentence.slice(span)
    shouted = words.isupper() and " " not in words and not sentence.text.isupper()
    return shouted or is_dateline(sentence, span)


def is_dateline(sentence: Sentence, span: Span) -> bool:
    """Tell whether a date at `span` is that of a dateline or of a line that holds nothing else."""
    before = sentence.text[: span.start - sentence.span.start]
    after = sentence.text[span.stop - sentence.span.start :]
    if not before.strip(" /|•-–—") or before.strip().lower() == "date":
        return (
            len(after) < 15
            or bool(re.match(r"\s*(?:г(?:ода|\.)?)?\s*[,|]?\s*(?:\d|[A-ZА-ЯЁ]\w+\s*/)", after))
            or bool(re.match(r"\s*[-–—/]\s", after))
            or before.strip().lower() == "date"
        )
    return len(before) < 60 and bool(_BEFORE_DATE.fullmatch(before)) and bool(_AFTER_DATE.match(after))


def place_of(document: Document, sentence: Sentence) -> Place | str | None:
    """Return where `sentence` says that something was held: a settlement before a country, or a residence by name."""
    if residence := _RESIDENCE.search(sentence.text):
        return residence["name"]
    found = [place for span, place in sentence.places if _is_where(document, sentence, span, place)]
    for kind in ("settlement", "country"):
        for place in found:
            if place.kind == kind:
                return place
    return _seat(sentence)


def _is_where(document: Document, sentence: Sentence, span: Span, place: Place) -> bool:
    plain_locative = document.language == "kk" and _PLAIN_LOCATIVE.search(sentence.slice(span))
    if not plain_locative and any(_overlap(span, person.post_span or person.span) for person in sentence.people):
        return False
    before = sentence.text[: span.start - sentence.span.start]
    words = sentence.slice(span)
    if triggers("meetings", document.language, "planned").search(before[-COMING:]):
        return False
    if place.kind == "settlement" and _ARRIVAL.search(before):
        return True
    if document.language == "kk":
        return bool(_LOCATIVE.search(words))
    if document.language == "en":
        after = sentence.text[span.stop - sentence.span.start :]
        return bool(_HOSTED.match(after)) or bool(_IN["en"].search(before))
    if place.kind == "settlement" and _HOST.search(before):
        return True
    preposition = _IN["ru"].search(before)
    if not preposition or _is_elsewhere(sentence, span, preposition.start()):
        return False
    return (place.kind == "settlement" and bool(re.search(r"[еиуюахо]$|ой$|ом$", words))) or bool(
        _COUNTRY_IN.search(words)
    )


def _is_elsewhere(sentence: Sentence, span: Span, preposition: int) -> bool:
    """ "о стройке в Костанае" tells where something else is, "в Москве рассчитывают" what a government thinks."""
    earlier = sentence.tokens_within(sentence.span.start, sentence.span.start + preposition)
    if earlier and earlier[-1].pos == "NOUN" and not triggers("meetings", "ru", "venues").fullmatch(earlier[-1].text):
        return True
    after = sentence.text[span.stop - sentence.span.start :].lstrip()
    return bool(triggers("meetings", "ru", "speaks").match(after))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop


@cache
def _residences() -> list[tuple[re.Pattern[str], str]]:
    return [(compile_triggers([words]), town) for words, town in load("meetings")["residences"].items()]


def _seat(sentence: Sentence) -> str | None:
    """Return the town of a residence such as the Kremlin, where the text says that something was held in it."""
    for pattern, town in _residences():
        match = pattern.search(sentence.text)
        if match and re.search(r"(?:\b(?:в|во|in|at|the)\s+|да\b|де\b)$", sentence.text[: match.start()] or " "):
            return town
    return None


def arrival_of(document: Document, near: Sentence, names: frozenset[str]) -> Place | None:
    """Return the town where one of the people named came to, from the sentences around `near`: "прибыл в Астану"."""
    window = document.sentences[max(0, near.index - 3) : near.index + 4]
    for sentence in window:
        if not any(mention.person.name in names for mention in sentence.people):
            continue
        for span, place in sentence.places:
            before = sentence.text[: span.start - sentence.span.start]
            if place.kind == "settlement" and _ARRIVAL.search(before) and not _dated_later(document, sentence):
                return place
    return None


def _dated_later(document: Document, sentence: Sentence) -> bool:
    return bool(triggers("meetings", document.language, "planned").search(sentence.text))


def is_remote(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of talks by telephone or video, which are held in no place."""
    return bool(triggers("meetings", document.language, "remote").search(sentence.text))


def place_name(place: Place | str | None) -> str | None:
    """Return the canonical name of what `place_of` found."""
    return place.name if isinstance(place, Place) else place
