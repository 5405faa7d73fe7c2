"""How Russian sentences word projects: adjectives, a noun for something built, and what follows it.

left: number, order, adjectives | head | "по производству …", a genitive, "из …", "для …", a proper name
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Sentence
from extract.facts.project.mention import Mention, telling_stems
from extract.facts.project.nominal import agree, count_of, plural_of
from extract.facts.project.tail import ADJECTIVE, NOMINAL, Tail, inside
from extract.facts.project.words import Head, data, heads, pattern, words
from extract.inflect import genitive
from extract.tagger import Token

QUOTED_NAME = re.compile(r"«[^«»\n]{2,60}»|\"[^\"\n]{2,60}\"|“[^“”\n]{2,60}”")


def read_mentions(sentence: Sentence) -> list[Mention]:
    """Return the projects that a Russian sentence words, in its order, none overlapping."""
    return _Reader(sentence).read()


class _Reader:
    """Reads one sentence; positions are indexes of its tokens."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.tail = Tail(sentence)
        self.vague = words("vague", "ru")
        self.silent = self.vague | words("purposes", "ru") - {"локализация"}

    def read(self) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        while position < len(self.tokens):
            mention, stop = self._at(position)
            if mention is not None:
                found.append(mention)
            position = max(stop, position + 1)
        return found

    def _at(self, position: int) -> tuple[Mention | None, int]:
        for length in (3, 2, 1):
            tokens = self.tokens[position : position + length]
            if len(tokens) < length:
                continue
            head = heads("ru").get(" ".join(token.lemma.lower() for token in tokens))
            if head is None and length == 1:
                head = heads("ru").get(tokens[0].text.lower())
            if head and tokens[-1].pos in NOMINAL and not self._is_part_of_a_name(position):
                return self._phrase(position, position + length, head)
        token = self.tokens[position]
        if token.pos == "NOUN" and token.lemma in words("activities", "ru") and not self._is_part_of_a_name(position):
            return self._work(position)
        if mention := self._ordinal_alone(position):
            return mention, position + 1
        return None, position + 1

    def _ordinal_alone(self, position: int) -> Mention | None:
        """ "третий, до 200 тыс. тонн, возводят": a place in the order without its noun."""
        token = self.tokens[position]
        ordinal = data()["ordinals"]["ru"].get(token.lemma)
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if (
            ordinal is None
            or following is None
            or not (following.pos in ("PUNCT", "VERB") and following.text not in ".»)")
        ):
            return None
        if position and self.tokens[position - 1].text.lower() in ("во", "в", "на", "из"):
            return None
        return Mention(token.start, token.stop, Head("", "f", "any", generic=True), ordinal=ordinal)

    def _is_part_of_a_name(self, position: int) -> bool:
        """A head inside a quoted name, in brackets behind another name, or in "картеры мостов" is no project."""
        token = self.tokens[position]
        for opening in QUOTED_NAME.finditer(self.sentence.text):
            start = self.sentence.span.start
            if opening.start() + start < token.start and token.stop < opening.end() + start:
                return True
        if token.lemma in words("grammar", "inner") and token.case == "Gen" and position > 0:
            governor = self.tokens[position - 1]
            return (
                governor.pos in ("NOUN", "ADJ")
                and not ADJECTIVE.search(governor.lemma)
                and not pattern("grammar", "governs").match(governor.lemma)
            )
        return position > 1 and self.tokens[position - 1].text == "(" and self.tokens[position - 2].lemma in heads("ru")

    def _phrase(self, position: int, stop: int, head: Head) -> tuple[Mention | None, int]:
        last = self.tokens[stop - 1]
        first, adjectives, count, ordinal = self._left(position)
        start = self.tokens[first].start
        before = self.sentence.text[
            max(0, start - self.sentence.span.start - 14) : last.start - self.sentence.span.start
        ]
        end, kept, brand = self.tail.read(stop, head)
        plural = last.number == "Plur"
        mention = Mention(
            start=start,
            stop=self.tokens[end - 1].stop,
            head=head,
            brand=brand,
            count=count if count and count > 1 and head.name in _countable() else None,
            ordinal=ordinal,
            another=bool(pattern("another", "ru").search(before)),
            plural=plural,
            within=head.family == "zone" and first > 0 and self.tokens[first - 1].text.lower() in ("в", "во", "на"),
        )
        judged = " ".join(token.text.lower() for token in adjectives) + " " + " ".join(kept).lower()
        if head.narrow and not any(word in judged for word in head.narrow):
            return None, end
        return self._named(mention, adjectives, kept, first), end

    def _named(self, mention: Mention, adjectives: Sequence[Token], kept: list[str], first: int) -> Mention | None:
        head = mention.head
        telling = [
            token
            for token in adjectives
            if token.lemma not in self.vague or (head.family == "zone" and token.lemma.endswith("ский"))
        ]
        if mention.count:
            number = self.tokens[first]
            counted = number.lemma if number.case not in ("", "Nom", "Acc") else number.text.lower()
            thing = self.tokens[first + len(adjectives) + 1]
            if thing.text.isupper() or number.case not in ("", "Nom", "Acc"):
                last = (
                    genitive(head.name) if mention.count < 5 else thing.text if thing.case == "Gen" else plural_of(head)
                )
            else:
                last = thing.text
            told = [token.text for token in telling]
            stems = telling_stems(" ".join([*told, *kept]), self.silent)
            return replace(mention, names=(" ".join([counted, *told, last, *kept]),), stems=stems)
        if head.generic:
            return self._generic(mention, kept)
        noun = plural_of(head) if mention.plural and not _split(kept) else head.name
        gender = "p" if mention.plural and not _split(kept) else head.gender
        adjectival = [agree(token.lemma, gender) for token in telling]
        parts = _split(kept) if mention.plural else None
        if parts:
            names = tuple(" ".join([*adjectival, noun, part]) for part in parts)
        elif adjectival or kept or head.telling:
            names = (" ".join([*adjectival, noun, *kept]),)
        else:
            names = ()
        stems = telling_stems(" ".join([*adjectival, *kept, head.name if head.telling else ""]), self.silent)
        return replace(mention, names=names if stems else (), stems=stems)

    def _generic(self, mention: Mention, kept: list[str]) -> Mention | None:
        """ "проект по производству X" is named by its work, "проект «Имя»" by its name; else the noun is bare."""
        if kept and kept[0].lower() == "по" and len(kept) > 1 and mention.head.name == "проект":
            work = _work_name(kept[1:], self.tokens)
            return replace(mention, names=(work,), stems=telling_stems(work, self.silent))
        if mention.plural:
            return None
        if kept and (mention.brand or kept[0].lower() == "по"):
            name = " ".join([mention.head.name, *kept])
            return replace(mention, names=(name,), stems=telling_stems(" ".join(kept), self.silent))
        return replace(mention, names=(), stems=frozenset())

    def _work(self, position: int) -> tuple[Mention | None, int]:
        """ "производство телевизоров", "сборочное производство": work as a project."""
        token = self.tokens[position]
        first, adjectives, _, _ = self._left(position)
        head = Head(
            token.lemma, {"о": "n", "е": "n"}.get(token.lemma[-1], "f" if token.lemma[-1] in "ая" else "m"), "plant"
        )
        end, kept, brand = self.tail.read(position + 1, head)
        telling = [agree(one.lemma, head.gender) for one in adjectives if one.lemma not in self.vague]
        stems = telling_stems(" ".join([*telling, *kept]), self.silent)
        if not kept or not stems:
            return None, position + 1
        name = " ".join([*telling, head.name, *kept])
        start = self.tokens[first].start
        return Mention(start, self.tokens[end - 1].stop, head, (name,), brand, weak=True, stems=stems), end

    def _left(self, position: int) -> tuple[int, list[Token], int | None, int | None]:
        """Return where the phrase begins, its adjectives, its number and its place in an order."""
        first, count, ordinal = position, None, None
        adjectives: list[Token] = []
        while first > 0:
            token = self.tokens[first - 1]
            if inside(self.tail.places, token) and token.pos != "ADJ":
                break
            if (
                token.pos == "DET"
                or (token.pos == "ADJ" and ADJECTIVE.search(token.lemma))
                or (token.pos == "NOUN" and ADJECTIVE.search(token.lemma) and token.case)
            ):
                ordinal = data()["ordinals"]["ru"].get(token.lemma, ordinal)
                adjectives.insert(0, token)
            elif (number := count_of(token)) is not None and not _is_year(token):
                count = number
                first -= 1
                break
            else:
                break
            first -= 1
        return first, adjectives, count, ordinal


def _split(kept: list[str]) -> list[str] | None:
    """ "по производству A и B" → "по производству A", "по производству B"; None where nothing is joined."""
    if len(kept) == 3 and kept[1] == "и" and kept[0][0] == kept[2][0] == "«":
        return [kept[0], kept[2]]
    if kept.count("и") != 1 or kept[0].lower() != "по" or len(kept) < 5:
        return None
    cut = kept.index("и")
    return [" ".join(kept[:cut]), " ".join([*kept[:2], *kept[cut + 1 :]])] if cut > 2 else None


def _work_name(kept: list[str], tokens: Sequence[Token]) -> str:
    """Return work in the nominative: "увеличению локализации производства балок" → "локализация производства балок"."""
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
    return " ".join(kept)


def _countable() -> frozenset[str]:
    listed = words("portfolio", "nouns", "ru")
    return frozenset(head.name for word, head in heads("ru").items() if word in listed)


def _is_year(token: Token) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text))
