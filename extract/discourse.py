"""What an article is talking of at each sentence: the pair of parties in focus, and on whose side the speaker stands.

Parties gather weight as they are named, by name, nationality, capital, town or the post of a person, and lose it with
every sentence that follows; the whole article counts a little everywhere, so that a headline without names is read
by the light of what comes. `focus` is built once per document and serves every kind of fact.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from extract.data import load
from extract.document import Document, Sentence
from extract.model import Language, Span
from extract.names.parties import find_parties
from extract.names.places import records
from extract.words.wordlist import lower, pattern_of

FADING = 0.85  # what is left of a party's weight one sentence later
WHOLE = 0.25  # how much the mentions of the whole article count at each sentence
HEADLINE = 1.5  # how much more a mention in the headline counts
LIST = 4  # parties in one sentence from which on it is a list of countries
IN_LIST, BLOC, CAPITAL, INSIDE = 0.4, 0.3, 0.5, 0.25  # weights; a mention by name has 1
REGION_COUNTS = 0.5  # a region of Russia goes before Russia from this share of Russia's weight on

_DATELINE = re.compile(r"^(?:date \S+ )?\W*(?P<head>[^\W\d_]{4,}[^.—–\n]{0,60}?)(?:\s[—–-]+\s|\.\s|/)")


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence talks of.

    `parties` is the pair in focus in the order of the text, shorter where the article names no pair; `home` the party
    from whose side the text looks ("наш", "республика"): that of the speaker, else of the statistics quoted, else the
    one named most; `speaker` the party whose post the person speaking holds; `named_in` the indexes of the
    nearest sentences, up to this one, that name the pair; `ranked` all parties of the article, the weightiest first.
    """

    parties: tuple[str, ...]
    home: str | None = None
    speaker: str | None = None
    named_in: tuple[int, ...] = ()
    ranked: tuple[str, ...] = ()

    def partner_of(self, party: str) -> str | None:
        """Return the other of the pair, or whom a party outside it is likeliest to deal with."""
        others = [other for other in self.parties if other != party]
        if party in self.parties:
            return others[0] if others else None
        return self.home or (others[0] if others else None)


def focus(document: Document) -> tuple[Focus, ...]:
    """Return what each sentence of `document` talks of, in the order of `document.sentences`."""
    weights = [mention_weights(sentence) for sentence in document.sentences]
    whole: dict[str, float] = defaultdict(float)
    order: dict[str, int] = {}
    for row in weights:
        for party, weight in row.items():
            whole[party] += weight
            order.setdefault(party, len(order))
    running: dict[str, float] = defaultdict(float)
    last: dict[str, int] = {}
    home: str | None = None
    found: list[Focus] = []
    for sentence, row in zip(document.sentences, weights, strict=True):
        for party in running:
            running[party] *= FADING
        for party, weight in row.items():
            running[party] += weight
            last[party] = sentence.index
        scores = {party: running[party] + WHOLE * whole[party] for party in whole}
        speaker = _speaker(document, sentence)
        ours = bool(_ours(document.language).search(lower(sentence.text)))
        pair = _pair(scores, order, speaker if ours else None)
        home = _statistics_home(sentence, document.language) or home
        side = speaker if ours and speaker in pair else home if home in pair or len(pair) < 2 else None
        named_in = tuple(sorted({last[party] for party in pair if party in last}))
        ranked = tuple(sorted(scores, key=lambda party: -scores[party]))
        heaviest = max(pair, key=whole.__getitem__, default=None)
        found.append(Focus(pair, side or home or heaviest, speaker, named_in, ranked))
    return tuple(found)


def named_parties(sentence: Sentence) -> list[tuple[Span, str]]:
    """Return the parties of a sentence without those inside a sum: "долларов США" names a currency."""
    sums = [span for span, _ in sentence.money]
    return [
        (span, party)
        for span, party in sentence.parties
        if not any(
            one.start <= span.start < one.stop or 0 <= span.start - one.stop < 2 for one in sums if party == "США"
        )
    ]


def mention_weights(sentence: Sentence) -> dict[str, float]:
    """Return how strongly a sentence names each party; a dateline names none."""
    text_start = sentence.span.start + _dateline_length(sentence.text)
    named = [(span.start, party) for span, party in named_parties(sentence) if span.start >= text_start]
    single = IN_LIST if len({party for _, party in named}) > LIST else 1.0
    mentions = [(start, party, single * (BLOC if is_bloc(party) else 1.0)) for start, party in named]
    for span, place in sentence.places:
        if span.start < text_start or place.kind == "country":
            continue
        state = load("discourse")["capitals"].get(place.name)
        if state:
            mentions.append((span.start, state, CAPITAL))
        elif not any(place.name == party for _, party in named):
            holders = (name for name in (place.region, place.country) if name)
            mentions.extend(
                (span.start, name, INSIDE) for name in holders if name == place.country or is_region_of_russia(name)
            )
    weights: dict[str, float] = defaultdict(float)
    for _, party, weight in sorted(mentions):
        weights[party] += weight
    if sentence.headline:
        return {party: weight * HEADLINE for party, weight in weights.items()}
    return dict(weights)


def _dateline_length(text: str) -> int:
    """Return how many characters a dateline ("АСТАНА, 5 мая. Агентство —") takes at the start of a sentence."""
    head = _DATELINE.match(text)
    if head is None:
        return 0
    word = re.match(r"[^\W\d_]+", head["head"])
    loud = bool(word) and word[0].isupper()  # type: ignore[index]
    return head.end() if loud or re.search(r"\d", head["head"]) else 0


def _pair(scores: dict[str, float], order: dict[str, int], speaker: str | None) -> tuple[str, ...]:
    """Choose the two likeliest parties; a state gives way to its region where the region is spoken of as such."""
    ranked = sorted(
        (party for party, score in scores.items() if score > 0), key=lambda party: (is_bloc(party), -scores[party])
    )
    if speaker and speaker in ranked:
        ranked.remove(speaker)
        ranked.insert(0, speaker)
    regions = [party for party in ranked[:3] if is_region_of_russia(party)]
    if regions and "Россия" in ranked[:3] and len(ranked) > 2 and speaker != "Россия":
        enough = scores[regions[0]] >= REGION_COUNTS * scores["Россия"]
        if enough or ranked.index(regions[0]) < ranked.index("Россия"):
            ranked.remove("Россия")
    return tuple(sorted(ranked[:2], key=order.__getitem__))


def _speaker(document: Document, sentence: Sentence) -> str | None:
    """Return the party whose post the people named in a sentence hold, or those of its neighbours for a quotation."""
    neighbours = [sentence, *document.before(sentence, 1), *document.sentences[sentence.index + 1 : sentence.index + 2]]
    for one in neighbours:
        parties = {party for person in one.people for party in parties_of_post(person.person.role)}
        if len(parties) == 1:
            return parties.pop()
    return None


def parties_of_post(role: str | None) -> tuple[str, ...]:
    """Return the parties that a post names: "президент Татарстана" → Татарстан."""
    return tuple(dict.fromkeys(party for _, party in find_parties(role))) if role else ()


def _statistics_home(sentence: Sentence, language: Language) -> str | None:
    text = lower(sentence.text)
    for match in _statistics(language).finditer(text):
        for span, party in sentence.parties:
            start, stop = span.start - sentence.span.start, span.stop - sentence.span.start
            if -2 < match.start() - stop < 2 or -1 < start - match.end() < 12:
                return party
    return None


@cache
def is_region_of_russia(party: str) -> bool:
    """Tell whether a party is a region of Russia that trades and signs in its own name."""
    return party in _regions()


@cache
def _regions() -> frozenset[str]:
    return frozenset(place.name for place in records() if place.kind == "region" and place.country == "Россия")


@cache
def is_bloc(party: str) -> bool:
    """Tell whether a party is a bloc or union of states."""
    return party in {record["ru"] for record in load("countries")["blocs"]}


@cache
def _ours(language: Language) -> re.Pattern[str]:
    return pattern_of(load("discourse")["ours"][language])


@cache
def _statistics(language: Language) -> re.Pattern[str]:
    return pattern_of(load("discourse")["statistics"][language])


EXAMPLES: dict[str, tuple[str, ...]] = {
    "В Минске приняли делегацию Узбекистана. Товарооборот растет.": ("Беларусь", "Узбекистан"),
    "Раис Татарстана принял посла Казахстана в России. Торговля растет.": ("Татарстан", "Казахстан"),
    "АСТАНА. Делегация Грузии прилетела в Пекин. Речь шла о торговле.": ("Грузия", "Китай"),
    "Kazakhstan hosted a delegation from Italy. Trade is growing.": ("Казахстан", "Италия"),
    "Қазақстан мен Моңғолия келіссөз жүргізді. Сауда артып келеді.": ("Казахстан", "Монголия"),
}
NOT_EXAMPLES = ["Погода ясная, торговля на рынке шла бойко.", "The market opens at nine."]
