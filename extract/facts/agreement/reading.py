"""A document as read so far, and when two readings are of one document."""

import re
from dataclasses import dataclass, replace

from extract.document import Sentence
from extract.model import Agreement

# How sure we are by where the parties come from: the sentence, its signers near by, or what the article is about.
CONFIDENCE = {"stated": 0.9, "signers": 0.8, "context": 0.65, "one_party": 0.5}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as far as it is read, with the sentences that tell of it, the first one first."""

    fact: Agreement
    sentences: tuple[tuple[Sentence, tuple[str, ...]], ...]
    rule: str
    counted: bool = False


def is_bare(reading: Reading) -> bool:
    """Tell whether a document is called by nothing but its form, so that it may be any of those named."""
    generic = reading.fact.form in ("document", "agreement") and " " not in reading.fact.name
    return generic and not reading.counted and reading.fact.amount is None


def names_again(readings: list[Reading], reading: Reading) -> bool:
    """Tell whether an unspecific document is one read before: they share a party, and both are signed or neither."""
    return any(
        known.fact.signed == reading.fact.signed and set(known.fact.parties) & set(reading.fact.parties)
        for known in readings
    )


def merge(readings: list[Reading], reading: Reading) -> None:
    """Join what tells of the same document: the same parties and sum, or names of which one says more."""
    for position, known in enumerate(readings):
        if _same(known, reading):
            readings[position] = _joined(known, reading)
            return
    readings.append(reading)


def _same(known: Reading, reading: Reading) -> bool:
    one, other = known.fact, reading.fact
    if one.form != other.form or (known.counted != reading.counted and one.form != "document"):
        return bool(one.amount and other.amount and one.amount.amount == other.amount.amount)
    if not set(one.parties) & set(other.parties) and one.parties and other.parties:
        return False
    if one.amount and other.amount and one.amount.amount != other.amount.amount:
        return False
    first, second = _stems(one.name), _stems(other.name)
    return first == second or (one.signed == other.signed and (first <= second or second <= first))


def _stems(name: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{3,}", name.lower())}


def _joined(known: Reading, reading: Reading) -> Reading:
    one, other = known.fact, reading.fact
    better = one if CONFIDENCE[known.rule] >= CONFIDENCE[reading.rule] else other
    fact = replace(
        better,
        name=max((one.name, other.name), key=len),
        signed=one.signed or other.signed,
        amount=one.amount or other.amount,
        date=one.date or other.date,
    )
    rule = known.rule if better is one else reading.rule
    sentences = [*known.sentences, *reading.sentences]
    sentences.sort(key=lambda item: item[0].headline)
    return Reading(fact, tuple(sentences), rule, known.counted)
