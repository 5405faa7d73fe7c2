"""What follows the head of a Russian phrase: "по производству …", a genitive, "из …", "для …", a proper name."""

import re
from collections.abc import Sequence

from extract.document import Sentence
from extract.facts.project.words import ABBREVIATION, Head, heads, words
from extract.model import Span
from extract.words.tagger import Token

QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“"}
NOMINAL = ("NOUN", "PROPN", "ADJ", "X")
ADJECTIVE = re.compile(r"(?:[ыи]й|ой)$")
ADJECTIVAL = re.compile(r"(?:ой|ей|ого|его|ых|их|ую|юю|ая|яя|ое|ые|ие|ый|ий|ом|ем|ому|ему|ым|им|ыми|ими)$")
LATIN = re.compile(r"^[A-Z][\w.'’&-]*$")


class Tail:
    """Reads on from a head; positions are indexes of the tokens of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.places = [span for span, _ in sentence.places]
        self.people = [person.span for person in sentence.people if person.named]
        self.brands = {span.start: (span, name) for span, name in sentence.organisations}

    def read(self, position: int, head: Head) -> tuple[int, list[str], str]:
        """Return where the phrase ends, the words kept for its name, and the proper name among them."""
        kept: list[str] = []
        brand, case = "", ""
        while position < len(self.tokens):
            token = self.tokens[position]
            following = self.tokens[position + 1 : position + 3]
            if token.text in QUOTES:
                closing = self._closing(position)
                if closing is None:
                    break
                words_inside = self.sentence.text[
                    token.start - self.sentence.span.start : self.tokens[closing].stop - self.sentence.span.start
                ]
                brand = words_inside.strip('«»"“”„ ')
                kept.append(f"«{brand}»")
                position = closing + 1
                if (
                    position + 1 < len(self.tokens)
                    and self.tokens[position].lemma == "и"
                    and self.tokens[position + 1].text in QUOTES
                ):
                    kept.append("и")
                    position += 1
                    continue
                break
            if token.start in self.brands and not self._is_common(token) and (LATIN.match(token.text) or not kept):
                span, brand = self.brands[token.start]
                kept.append(brand)
                while position < len(self.tokens) and self.tokens[position].start < span.stop:
                    position += 1
                break
            if token.lemma in words("grammar", "made_by") and following and following[0].start in self.brands:
                position += 1
                continue
            if token.pos == "ADP":
                if token.text.lower() == "по" and any(one.lemma in words("purposes", "ru") for one in following):
                    case = "Dat"
                elif (
                    token.text.lower() in ("из", "для")
                    and following
                    and following[0].pos in NOMINAL
                    and not inside(self.places, following[0])
                ):
                    case = ""
                elif (
                    token.text.lower() in ("в", "на")
                    and kept
                    and self.tokens[position - 1].lemma in words("purposes", "ru")
                ):
                    skipped = self._past_place(position + 1)
                    if skipped is None:
                        break
                    position = skipped
                    continue
                else:
                    break
                kept.append(token.text)
                position += 1
                continue
            if token.lemma == "и" and kept and self._goes_on(position + 1, case):
                kept.append(token.text)
                position += 1
                continue
            if LATIN.match(token.text) and token.pos in ("X", "PROPN", "NOUN"):
                brand = f"{brand} {token.text}".strip()
                kept.append(token.text)
                position += 1
                continue
            if not self._continues(token, bool(kept), case):
                break
            kept.append(token.text)
            case = token.case or case
            position += 1
        while kept and (
            kept[-1].lower() in ("и", "по", "из", "для")
            or self._is_bare_purpose(position, kept)
            or self._hangs(position)
        ):
            kept.pop()
            position -= 1
        return position, kept, brand

    def _continues(self, token: Token, begun: bool, case: str) -> bool:
        shaped = is_adjective(token) and token.pos != "ADJ"
        if (token.pos not in NOMINAL and not shaped) or inside(self.places, token) or inside(self.people, token):
            return False
        if token.lemma in words("grammar", "breaks") or (
            token.lemma in heads("ru") and token.lemma not in words("grammar", "inner")
        ):
            return False
        if not begun:
            short = token.text.isupper() and len(token.text) <= ABBREVIATION
            return (token.case == "Gen" and (token.pos == "ADJ" or not token.text[:1].isupper())) or short
        return token.case in ("Gen", case) or shaped or (token.pos == "ADJ" and token.case in ("Loc", "Acc", "Gen"))

    def _is_bare_purpose(self, position: int, kept: Sequence[str]) -> bool:
        """ "по изготовлению 50 млн штук": a purpose whose object is a figure adds nothing to the name."""
        return len(kept) == 2 and kept[0].lower() == "по" and self.tokens[position - 1].lemma in words("purposes", "ru")

    def _hangs(self, position: int) -> bool:
        """An adjective whose noun is no part of the name: "станция малой мощности"."""
        last = self.tokens[position - 1]
        return is_adjective(last) and last.pos == "ADJ" and last.text not in QUOTES.values()

    def _is_common(self, token: Token) -> bool:
        return token.text[:1].islower()

    def _goes_on(self, position: int, case: str) -> bool:
        """Whether "и" joins a further noun of the same case, not another project or clause."""
        for token in self.tokens[position : position + 3]:
            if (token.pos not in NOMINAL and not is_adjective(token)) or inside(self.places, token):
                return False
            if (
                token.lemma in heads("ru")
                or token.lemma in words("activities", "ru")
                or token.lemma in words("grammar", "empty_work")
            ):
                return False
            if token.pos == "NOUN" and not ADJECTIVE.search(token.lemma):
                return token.case in ("Gen", case)
        return False

    def _closing(self, position: int) -> int | None:
        close = QUOTES[self.tokens[position].text]
        for index in range(position + 1, min(position + 9, len(self.tokens))):
            if self.tokens[index].text in (close, "»", "”"):
                return index
        return None

    def _past_place(self, position: int) -> int | None:
        """Return the first token behind the place names that begin at a position; None where none begins."""
        start = position
        while position < len(self.tokens) and inside(self.places, self.tokens[position]):
            position += 1
        return position if position > start else None


def is_adjective(token: Token) -> bool:
    """Whether a word has the shape of an adjective: rare ones are tagged as nouns, names or verbs."""
    return bool(ADJECTIVE.search(token.lemma) and ADJECTIVAL.search(token.text.lower())) and token.pos != "ADV"


def inside(spans: Sequence[Span], token: Token) -> bool:
    """Whether a token begins inside one of the spans."""
    return any(span.start <= token.start < span.stop for span in spans)
