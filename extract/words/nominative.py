"""Russian noun phrases in the nominative, from the tokens of a text: "инвестиционным соглашением о" → "инвестиционное
соглашение о". The head noun and the adjectives before it change, what follows stays as it is.
"""

import re
from collections.abc import Sequence

from extract.words.tagger import Token

EXAMPLES = {
    "торгово-экономических связей": "торгово-экономические связи",
    "промышленной кооперации": "промышленная кооперация",
    "меморандумом о сотрудничестве": "меморандум о сотрудничестве",
    "сельском хозяйстве": "сельское хозяйство",
    "железных дорог": "железные дороги",
}

_BACK = "гкхжшщч"
_PLURALS = {"человек": "люди", "город": "города", "поезд": "поезда", "рубль": "рубли", "договор": "договоры"}


def nominative(tokens: Sequence[Token]) -> str:
    """Return the phrase that `tokens` form with its head in the nominative; without a noun in it, as it is."""
    head = next((place for place, token in enumerate(tokens) if token.pos in ("NOUN", "PROPN")), None)
    if head is None:
        return _joined(tokens, [token.text for token in tokens])
    noun = tokens[head]
    plural = noun.number == "Plur" and noun.lemma != noun.text.lower()
    words = [token.text for token in tokens]
    for place in range(head):
        if tokens[place].pos == "ADJ":
            words[place] = adjective_form(tokens[place].lemma, noun.gender, plural=noun.number == "Plur")
    if noun.case != "Nom" and noun.pos == "NOUN":
        words[head] = plural_noun(noun.lemma) if plural else noun.lemma
    return _joined(tokens, words)


def adjective_form(lemma: str, gender: str, *, plural: bool = False) -> str:
    """Return the nominative of an adjective for a noun's gender: ("торговый", "Fem") → "торговая"."""
    stem, ending = lemma[:-2], lemma[-2:]
    if ending not in ("ый", "ий", "ой"):
        return lemma
    soft = ending == "ий" and stem[-1:] not in _BACK
    if plural:
        return stem + ("ие" if soft or stem[-1:] in _BACK else "ые")
    if gender == "Fem":
        return stem + ("яя" if soft else "ая")
    if gender == "Neut":
        return stem + ("ее" if soft or stem[-1:] in "жшщч" else "ое")
    return lemma


def plural_noun(lemma: str) -> str:
    """Return the likeliest nominative plural of a noun: "связь" → "связи", "соглашение" → "соглашения"."""
    if lemma in _PLURALS:
        return _PLURALS[lemma]
    if lemma.endswith(("а", "я", "ь", "й", "о", "е")):
        stem, last = lemma[:-1], lemma[-1]
        if last == "а":
            return stem + ("и" if stem[-1:] in _BACK else "ы")
        return stem + {"я": "и", "ь": "и", "й": "и", "о": "а", "е": "я"}[last]
    if re.search(r"[ыиуюэ]$", lemma):
        return lemma
    return lemma + ("и" if lemma[-1:] in _BACK else "ы")


def _joined(tokens: Sequence[Token], words: Sequence[str]) -> str:
    parts: list[str] = []
    for place, word in enumerate(words):
        glued = place > 0 and tokens[place - 1].stop == tokens[place].start
        parts.append(word if glued or not place else " " + word)
    return "".join(parts)
