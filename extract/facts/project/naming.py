"""Parts of Russian names: what a head tells by itself, joined purposes, work in the nominative, counts in words."""

from collections.abc import Sequence

from extract.facts.project.nominal import agree
from extract.facts.project.tail import ADJECTIVE
from extract.facts.project.words import Head, words
from extract.words.tagger import Token


def own_words(head: Head) -> str:
    """Return what a head tells by itself, the same words for all its names: "ВЭС", "ветроэлектростанция"."""
    return (head.name if head.name.endswith(head.kind) else head.kind) if head.telling else ""


def split_purposes(kept: list[str]) -> list[str] | None:
    """ "по производству A и B" → "по производству A", "по производству B"; None where nothing is joined."""
    if len(kept) == 3 and kept[1] == "и" and kept[0][0] == kept[2][0] == "«":
        return [kept[0], kept[2]]
    if kept.count("и") != 1 or kept[0].lower() != "по" or len(kept) < 5:
        return None
    cut = kept.index("и")
    return [" ".join(kept[:cut]), " ".join([*kept[:2], *kept[cut + 1 :]])] if cut > 2 else None


def work_name(kept: list[str], tokens: Sequence[Token]) -> str:
    """Return work in the nominative: "увеличению локализации балок" → "локализация балок"; "" without a noun."""
    lemma = {token.text: token for token in tokens}
    while len(kept) > 1 and kept[0] in lemma and lemma[kept[0]].lemma in words("grammar", "empty_work"):
        kept = kept[1:]
    named: list[str] = []
    for index, word in enumerate(kept):
        token = lemma.get(word)
        if token is None:
            return " ".join([*named, *kept[index:]])
        if token.pos == "NOUN" and not ADJECTIVE.search(token.lemma):
            gender = {"о": "n", "е": "n", "а": "f", "я": "f"}.get(token.lemma[-1], "m")
            return " ".join([*(agree(one, gender) for one in named), token.lemma, *kept[index + 1 :]])
        named.append(token.lemma)
    return ""


def number_words(token: Token, count: int, head: Head) -> str:
    """Return a count as its single word says it ("два", "две" of a feminine), "" for digits and longer numbers."""
    if token.text.isdigit() or count > 20:
        return ""
    return "две" if count == 2 and head.gender == "f" else token.lemma
