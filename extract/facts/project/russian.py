"""How Russian sentences word projects: adjectives, a noun for something built, and what follows it.

left: number, order, adjectives | head | "по производству …", a genitive, "из …", "для …", a proper name
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Sentence
from extract.facts.project.mention import Mention, telling_stems
from extract.facts.project.naming import number_words, own_words, split_purposes, work_name
from extract.facts.project.nominal import agree, count_of, counted, plural_of
from extract.facts.project.tail import ADJECTIVE, NOMINAL, Tail, inside, is_adjective
from extract.facts.project.words import Head, compound_head, data, heads, pattern, words
from extract.values.numbers import find_numbers
from extract.words.tagger import Token

NUMBERED = re.compile(r"-\d+$")  # "ГЭС-1"
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
        self.offset = sentence.span.start
        self.numbers = list(find_numbers(sentence.text))
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
                lemma = tokens[0].lemma.lower()
                head = heads("ru").get(lemma[:-1]) if lemma.endswith("а") else None  # a guess: "хаба" for "хаб"
                written = NUMBERED.sub("", tokens[0].text.lower())
                head = heads("ru").get(written) or compound_head(lemma) or head
                if head and written != tokens[0].text.lower():
                    head = replace(head, name=head.name + tokens[0].text[len(written) :])
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
        if token.lemma == "один" and position and self.tokens[position - 1].lemma in ("еще", "ещё"):
            if following is None or following.pos not in ("PUNCT", "VERB", "ADP"):
                return None
            return Mention(token.start, token.stop, Head("", "f", "any", generic=True), another=True)
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
        if not kept and self._is_set_off(stop, last):
            adjectives = [*adjectives, self.tokens[stop + 1]]
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
            within=head.family == "zone"
            and first > 0
            and self.tokens[first - 1].text.lower() in words("grammar", "inside_of"),
        )
        judged = " ".join(token.text.lower() for token in adjectives) + " " + " ".join(kept).lower()
        if head.narrow and not any(word in judged for word in head.narrow):
            return None, end
        if head.name == "комплекс" and not brand and any(_is_branch(token) for token in adjectives):
            return None, end
        return self._named(mention, adjectives, kept, first), end

    def _is_set_off(self, position: int, noun: Token) -> bool:
        """An adjective behind its noun: "еще одна станция, тепловая, появится"."""
        behind = self.tokens[position : position + 3]
        if len(behind) < 3 or behind[0].text != "," or behind[2].text != ",":
            return False
        return is_adjective(behind[1]) and behind[1].case in ("", noun.case)

    def _named(self, mention: Mention, adjectives: Sequence[Token], kept: list[str], first: int) -> Mention | None:
        head = mention.head
        telling = [
            token
            for token in adjectives
            if token.lemma not in self.vague or (head.family == "zone" and token.lemma.endswith("ский"))
        ]
        if mention.count:
            told = [
                token.lemma for token in adjectives if token in telling or token.lemma in words("portfolio", "told")
            ]
            stems = telling_stems(" ".join([*(token.text for token in telling), *kept]), self.silent)
            name = counted(mention.count, head, told, number_words(self.tokens[first], mention.count, head))
            return replace(mention, names=(" ".join([name, *kept]),), stems=stems)
        if head.generic:
            return self._generic(mention, adjectives, kept)
        noun = plural_of(head) if mention.plural and not split_purposes(kept) else head.name
        gender = "p" if mention.plural and not split_purposes(kept) else head.gender
        adjectival = [self._adjective(token, gender) for token in telling]
        parts = split_purposes(kept) if mention.plural else None
        if parts:
            names = tuple(" ".join([*adjectival, noun, part]) for part in parts)
        elif adjectival or kept or head.telling:
            names = (" ".join([*adjectival, noun, *kept]),)
        else:
            names = ()
        stems = telling_stems(" ".join([*adjectival, *kept, own_words(head)]), self.silent)
        return replace(mention, names=names if stems else (), stems=stems)

    def _adjective(self, token: Token, gender: str) -> str:
        """Return an adjective of a name; a capital inside a sentence is a proper one's: "Рогунская"."""
        word = agree(token.lemma, gender)
        return word.capitalize() if token.text[:1].isupper() and token is not self.tokens[0] else word

    def _generic(self, mention: Mention, adjectives: Sequence[Token], kept: list[str]) -> Mention | None:
        """ "проект по производству X" is named by its work, "проект «Имя»" by its name; else the noun is bare."""
        if kept and kept[0].lower() == "по" and len(kept) > 1 and mention.head.name == "проект":
            work = work_name(kept[1:], self.tokens)
            if not work:
                return None if mention.plural else replace(mention, names=(), stems=frozenset())
            return replace(mention, names=(work,), stems=telling_stems(work, self.silent))
        if mention.plural and mention.head.name == "проект" and self._has_sum_behind(mention):
            told = [agree(token.lemma, "p") for token in adjectives if token.lemma in words("portfolio", "told")]
            return replace(mention, names=(" ".join([*told, "проекты"]),), stems=frozenset())
        if mention.plural:
            return None
        if kept and (mention.brand or kept[0].lower() == "по"):
            name = " ".join([mention.head.name, *kept])
            return replace(mention, names=(name,), stems=telling_stems(" ".join(kept), self.silent))
        return replace(mention, names=(), stems=frozenset())

    def _has_sum_behind(self, mention: Mention) -> bool:
        """ "проекты на сумму около 3 млрд долларов": a portfolio of which only the sum is told."""
        behind = self.sentence.text[mention.stop - self.offset :]
        return bool(pattern("grammar", "projects_worth").match(behind)) and any(
            mention.stop < span.start < mention.stop + 60 for span, _ in self.sentence.money
        )

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
        noun = self.tokens[position]
        adjectives: list[Token] = []
        while first > 0:
            token = self.tokens[first - 1]
            if inside(self.tail.places, token) and not is_adjective(token):
                break
            if token.pos == "DET" or (
                is_adjective(token) and (token.pos == "ADJ" or token.case == noun.case) and token.case
            ):
                ordinal = data()["ordinals"]["ru"].get(token.lemma, ordinal)
                adjectives.insert(0, token)
            elif (number := count_of(token)) is not None and not _is_year(token):
                whole = next((one for one in self.numbers if one.span.stop + self.offset == token.stop), None)
                count = int(whole.value) if whole and whole.value == int(whole.value) else number
                while first > 1 and whole and self.tokens[first - 1].start > whole.span.start + self.offset:
                    first -= 1
                first -= 1
                break
            else:
                break
            first -= 1
        return first, adjectives, count, ordinal


def _countable() -> frozenset[str]:
    listed = words("portfolio", "nouns", "ru")
    return frozenset(head.name for word, head in heads("ru").items() if word in listed)


def _is_branch(token: Token) -> bool:
    """ "энергетический комплекс": a sector of the economy, nothing that is built."""
    return bool(pattern("grammar", "branch").match(token.lemma))


def _is_year(token: Token) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text))
