"""Agreements: documents that parties signed or mean to sign.

    sentences | document with its signing word | name | parties, from the context where the sentence has none | sum, day

A document named again ("документ подписали ...") adds to the one before; headline and body are one agreement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.data import load
from extract.discourse import Focus, focus
from extract.document import Document, Sentence
from extract.explain import Dropped
from extract.facts.agreement.documents import (
    Draft,
    find_drafts,
    find_earlier,
    find_listed,
    is_put_off,
    speaks_of_earlier,
)
from extract.facts.agreement.naming import count_before, name_of, name_stop
from extract.facts.agreement.reading import CONFIDENCE, Reading, is_bare, merge, names_again
from extract.facts.agreement.signatories import parties_of, sides_told
from extract.facts.meeting.finding import read_talks
from extract.facts.meeting.talk import Talk
from extract.facts.occasion import day_of
from extract.facts.sides import side_of
from extract.facts.triggers import triggers
from extract.model import Agreement, Evidence, Found, Money, Span
from extract.names.places import place_named

NEXT = 2  # sentences after a document in which its signers and its sum may stand

_THEIR_SUM = re.compile(
    r"\b(?:их|пакет\w*|документ\w*|общ\w+)\b.{0,90}сумм|\b(?:total|combined|overall)\s+(?:value|amount|sum)|\bсомасы",
    re.IGNORECASE,
)


def find_agreements(document: Document) -> Iterator[Found | Dropped]:
    """Yield the agreements that an article tells of, and the documents that were refused, with the reason."""
    readings: list[Reading] = []
    talks, _ = read_talks(document)
    about = focus(document)
    for sentence in document.sentences:
        drafts = find_drafts(document, sentence)
        if not drafts and speaks_of_earlier(document, sentence) and (earlier := find_earlier(document, sentence)):
            reading = _read(document, *earlier, talks, about[sentence.index], sentence)
            if reading.fact.parties:
                merge(readings, reading)
        if not drafts and (listed := find_listed(document, sentence)) and not listed[1].refusal:
            merge(readings, _listed(document, sentence, *listed, talks, about))
        for draft in drafts:
            if draft.refusal:
                yield Dropped("agreement", "signing", Span(draft.start, draft.stop), draft.refusal)
                continue
            if draft.again and _add_to_last(readings, document, sentence, draft):
                continue
            if draft.again and not draft.by_the_way and (earlier := find_earlier(document, sentence)):
                reading = _read(document, *earlier, talks, about[sentence.index], sentence)
            else:
                reading = _read(document, sentence, draft, talks, about[sentence.index])
            if draft.by_the_way and not _is_told(reading):
                yield Dropped("agreement", "signing", Span(draft.start, draft.stop), "only mentioned")
                continue
            if is_bare(reading) and names_again(readings, reading):
                continue
            if not reading.fact.parties:
                yield Dropped("agreement", "signing", Span(draft.start, draft.stop), "the parties are not named")
                continue
            merge(readings, reading)
    yield from (_found(reading) for reading in readings)


def _listed(
    document: Document, sentence: Sentence, heading: Sentence, draft: Draft, talks: list[Talk], about: Sequence[Focus]
) -> Reading:
    """Read an item of a list of documents: what it leaves open tells the heading, or the context of that."""
    reading = _read(document, sentence, draft, talks, about[sentence.index])
    if reading.fact.amount is None and len(sentence.money) == 1:
        reading = replace(reading, fact=replace(reading.fact, amount=sentence.money[0][1]))
    if len(reading.fact.parties) >= 2 and reading.rule == "stated":
        return reading
    sides = sides_told(document, heading)
    if len(sides) < 2:
        sides = _sides_of_talks(heading, talks) or about[heading.index].parties
    parties = (
        tuple(dict.fromkeys((*reading.fact.parties, *sides))) if not reading.fact.parties else reading.fact.parties
    )
    return replace(reading, fact=replace(reading.fact, parties=parties), rule="context")


def _is_told(reading: Reading) -> bool:
    """Tell whether something is told of a document that is only mentioned: its parties, its sum, its day."""
    return reading.rule == "stated" or reading.fact.amount is not None or reading.fact.date is not None


def _read(
    document: Document,
    sentence: Sentence,
    draft: Draft,
    talks: list[Talk],
    about: Focus,
    signing: Sentence | None = None,
) -> Reading:
    """Read a document; `signing` is the later sentence that signs it where its own does not."""
    name = name_of(document, sentence, draft)
    stop = name_stop(sentence, draft, name)
    parties, rule, more = _parties(document, sentence, draft, stop, talks, about)
    date, told = _date(document, signing or sentence, draft, talks)
    if (signing and len(parties) < 2) or (rule == "context" and signing):
        signers = sides_told(document, signing)
        if len(signers) >= 2:
            parties, rule, more = signers, "signers", signing
    money, source = _sum(document, sentence, draft)
    fact = Agreement(name=name, form=draft.form, parties=parties, signed=draft.signed, amount=money, date=date)
    others = [one for one in (more, source, told) if one is not None and one is not sentence]
    slots = {id(more): "parties", id(source): "amount", id(told): "date"}
    sentences = ((sentence, ("name", "signed")), *((one, (slots[id(one)],)) for one in dict.fromkeys(others)))
    counted = count_before(sentence.text, draft.start - sentence.span.start) is not None
    return Reading(fact, sentences, rule, counted)


def _parties(
    document: Document, sentence: Sentence, draft: Draft, name_stop: int, talks: list[Talk], about: Focus
) -> tuple[tuple[str, ...], str, Sentence | None]:
    """Return the parties, how they are known, and the other sentence that tells them."""
    parties = parties_of(document, sentence, draft, name_stop, about.home)
    if len(parties) >= 2:
        if any(_is_ministry(party) for party in parties) and set(parties) & set(about.parties):
            return about.parties, "context", None
        return parties, "stated", None
    for later in document.sentences[sentence.index + 1 : sentence.index + 1 + NEXT]:
        own = find_listed(document, later) or any(not one.again for one in find_drafts(document, later))
        if own or (draft.signed and is_put_off(document, later)):
            continue
        if triggers("agreements", document.language, "again").search(later.text):
            signing = sides_told(document, later)
            named = signing if len(signing) >= 2 else (*parties, *signing)
            if len(set(named)) < 2 and triggers("agreements", document.language, "signatures").search(later.text):
                further = document.sentences[later.index + 1 : later.index + 1 + NEXT]
                named = (*named, *(side for one in further for side in sides_told(document, one)))
            if len(set(named)) >= 2:
                return tuple(dict.fromkeys(named)), "signers", later
    if draft.again and not parties:
        for earlier in document.before(sentence, 1):
            named = sides_told(document, earlier, people=False)
            if len(named) == 2:
                return named, "context", earlier
        return (), "context", None
    sides = _sides_of_talks(sentence, talks)
    pair = sides or (about.parties if len(about.parties) == 2 else ())
    if len(parties) == 1:
        if parties[0] in pair:
            return pair, "context", None
        inside = [place.country for place in place_named(parties[0])]
        if inside and inside[0] in pair:
            return (parties[0], *(party for party in pair if party != inside[0])), "context", None
        return parties, "one_party", None
    told = sentence.money or triggers("agreements", document.language, "context").search(sentence.text)
    if pair and (sides or told or count_before(sentence.text, draft.start - sentence.span.start)):
        return pair, "context", None
    return (), "context", None


def _is_ministry(party: str) -> bool:
    """Tell whether a party is the abbreviation of a ministry, which stands for its state: "МИВТ"."""
    return bool(re.fullmatch(r"М[А-ЯЁ]{2,5}", party)) and party not in load("organisations")["known"]


def _sides_of_talks(sentence: Sentence, talks: list[Talk]) -> tuple[str, ...]:
    """Return the two sides of the talks nearest before a sentence."""
    before = [talk for talk in talks if talk.sentences[0][0].index <= sentence.index]
    for talk in reversed(before):
        sides = tuple(dict.fromkeys(side for person in talk.people if (side := side_of(person.role))))
        if len(sides) == 2:
            return sides
    return ()


def _date(
    document: Document, sentence: Sentence, draft: Draft, talks: list[Talk]
) -> tuple[str | None, Sentence | None]:
    """Return the day of signing, from the sentence or, "по итогам переговоров", from that of the event before."""
    if day := day_of(document, sentence, draft.verb_start):
        return day, sentence
    if (
        draft.signed
        and not sentence.periods
        and triggers("agreements", document.language, "after_event").search(sentence.text)
    ):
        for earlier in document.before(sentence, 3):
            if day := day_of(document, earlier, earlier.span.start):
                return day, earlier
        for talk in talks:
            if talk.date:
                return talk.date, talk.sentences[0][0]
    return None, None


def _sum(document: Document, sentence: Sentence, draft: Draft) -> tuple[Money | None, Sentence | None]:
    """Return the sum of a document: "на сумму X" in its sentence, or "их общая сумма — X" in the next one."""
    sums = [(span, money) for span, money in sentence.money if _is_sum(document, sentence, span)]
    if sums:
        return min(sums, key=lambda pair: abs(pair[0].start - draft.stop))[1], sentence
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    for later in following:
        if _THEIR_SUM.search(later.text) and not find_drafts(document, later):
            for span, money in later.money:
                if _is_sum(document, later, span):
                    return money, later
    return None, None


def _is_sum(document: Document, sentence: Sentence, span: Span) -> bool:
    start = span.start - sentence.span.start
    before = sentence.text[max(0, start - 30) : start].rstrip(" –—-:")
    return any(
        match.end() == len(before) for match in triggers("agreements", document.language, "sums").finditer(before)
    )


def _add_to_last(readings: list[Reading], document: Document, sentence: Sentence, draft: Draft) -> bool:
    """ "Документ подписали A и B": the document named just before; False where there is none."""
    if not readings or sentence.index - readings[-1].sentences[-1][0].index > NEXT:
        return False
    last = readings[-1]
    date = last.fact.date or day_of(document, sentence, draft.verb_start)
    signed = last.fact.signed or draft.signed
    readings[-1] = replace(
        last,
        fact=replace(last.fact, signed=signed, date=date),
        sentences=(*last.sentences, (sentence, ("signed",))),
    )
    return True


def _found(reading: Reading) -> Found:
    evidence: tuple[Evidence, ...] = tuple(one.evidence(reading.rule, slots) for one, slots in reading.sentences)
    return Found(reading.fact, evidence, CONFIDENCE[reading.rule])
