"""Names by the work that a clause tells: "завод, где будут собирать автобусы" → "завод по сборке автобусов"."""

from collections.abc import Sequence

from extract.document import Sentence
from extract.facts.project.mention import Mention
from extract.facts.project.nominal import genitive_plural
from extract.facts.project.tail import inside
from extract.facts.project.words import data, words
from extract.words.inflect import genitive
from extract.words.nominative import adjective_form
from extract.words.tagger import Token

REACH = 7  # tokens from a noun to the verb of its clause
LONGEST = 7  # tokens of an object


def purpose_of(sentence: Sentence, mention: Mention) -> str:
    """Return what a thing is for, by the relative or participle clause behind it ("по сборке автобусов"), or ""."""
    tokens = [token for token in sentence.tokens if token.start >= mention.stop]
    if not tokens or tokens[0].text != ",":
        return ""
    for position, token in enumerate(tokens[1 : REACH + 1], 1):
        if token.text in ";:()—–." or (token.text == "," and position > 1):
            return ""
        if token.pos in ("VERB", "ADJ") and (work := _work(token)):
            made = _object(sentence, tokens[position + 1 : position + 1 + LONGEST])
            return f"по {work} {made}" if made else ""
    return ""


def _work(token: Token) -> str:
    """Return the work that a verb or participle speaks of, in the dative: "собирать" → "сборке"."""
    text = token.text.lower()
    return next((noun for stem, noun in data()["works"]["ru"].items() if text.startswith(stem)), "")


def _object(sentence: Sentence, tokens: Sequence[Token]) -> str:
    """Return the object at the beginning of `tokens` in the genitive; a quantity before it is passed over."""
    counted = [span for span, _ in sentence.quantities]
    places = [span for span, _ in sentence.places]
    kept: list[str] = []
    named = False  # the noun that the verb governs is there: what follows it stays as it is
    for token in tokens:
        if not kept and (inside(counted, token) or token.lemma in words("grammar", "passed_over")):
            named = named or inside(counted, token)
            continue
        if token.text in ("и", "из") and kept:
            named = named and token.text != "и"
            kept.append(token.text)
            continue
        if token.pos not in ("NOUN", "ADJ") or inside(places, token) or token.lemma in words("grammar", "breaks"):
            break
        if named and token.case != "Gen":
            break
        kept.append(token.text if named else _genitive(token))
        named = named or token.pos == "NOUN"
    while kept and kept[-1] in ("и", "из"):
        kept.pop()
    return " ".join(kept) if named else ""


def _genitive(token: Token) -> str:
    plural = token.number == "Plur"
    if token.pos == "ADJ":
        return genitive(adjective_form(token.lemma, token.gender or "Masc", plural=plural))
    return genitive_plural(token.lemma) if plural else genitive(token.lemma)
