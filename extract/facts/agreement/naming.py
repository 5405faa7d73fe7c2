"""What a document is called: "подписали инвестиционное соглашение с ..." → "инвестиционное соглашение".

In Russian the name is as the text words it, in the nominative; in the other languages it is put together from the
form, the count and what the document is about, since names are Russian in the product.
"""

import re
from dataclasses import replace
from functools import cache

from extract.data import load
from extract.document import Document, Sentence
from extract.facts.agreement.documents import Draft
from extract.facts.triggers import compile_triggers, triggers
from extract.model import Language, Span
from extract.values.numbers import find_numbers
from extract.words.nominative import nominative
from extract.words.tagger import Token

LONGEST = 16  # words in a name
ABOUT = 120  # characters behind a document in which English and Kazakh say what it is about

_ABOUT = {"о", "об", "обо", "по", "в", "на"}
_STOP = re.compile(
    r"(?:между|с|со|от|под|до|из|при|после|согласно|стоимостью|который|которая|которое|сегодня|вчера)$", re.IGNORECASE
)
_SUM = re.compile(
    r"на\s+(?:общую\s+)?сумму|на\s+(?:более\s+|почти\s+)?[$€\d]|в\s+(?:ходе|рамках|присутствии|связи|этом|прошлом|том)\b|по\s+(?:итогам|словам|завершении|данным)\b",
    re.IGNORECASE,
)


# "The two leaders adopted a joint statement": what is counted is no document.
_CLAUSE = re.compile(
    r"\b(?:a|an|the|adopted|signed|inked|approved|have|has|were|was|leaders?|sides?|countries|parties|presidents)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"[,;:.]\s|\b(?:with|between|among|worth|was|were|has|have|signed)\b")


def name_of(document: Document, sentence: Sentence, draft: Draft) -> str:
    """Return the name of the document that `draft` found in `sentence`."""
    if document.language == "ru":
        return _russian(sentence, draft)
    return _pivot(document.language, sentence, draft)


def name_stop(sentence: Sentence, draft: Draft, name: str) -> int:
    """Return where in the article the words of `name` end."""
    last = name.split()[-1]
    place = sentence.text.find(last, draft.stop - sentence.span.start)
    return (
        sentence.span.start + place + len(last)
        if 0 <= place < draft.stop - sentence.span.start + len(name) + 12
        else draft.stop
    )


def _russian(sentence: Sentence, draft: Draft) -> str:
    tokens = sentence.tokens
    first = next((place for place, token in enumerate(tokens) if token.start >= draft.start), 0)
    head = first
    while (
        head
        and _belongs_before(tokens[head - 1], at_start=head == 1)
        and not draft.verb_start <= tokens[head - 1].start < draft.verb_stop
        and tokens[head - 1].stop + 2 >= tokens[head].start
    ):
        head -= 1
        if head > 1 and tokens[head - 1].text.lower() == "и" and tokens[head].pos == "ADJ" == tokens[head - 2].pos:
            head -= 1
    stop = next((place for place, token in enumerate(tokens) if token.start >= draft.stop), len(tokens))
    stop = _tail_stop(sentence, draft, stop)
    words = [token for token in tokens[head:stop] if token.text not in '«»"“”„' or token.start >= draft.stop + 2]
    if any(token.pos == "NUM" or token.text.isdigit() or token.lemma == "пакет" for token in tokens[head:first]):
        start = words[0].start
        return _tidied(sentence.slice(Span(start, words[-1].stop)).replace("«", "").replace("»", ""))
    return _tidied(
        nominative(
            [replace(one, pos="NOUN") if one.start == draft.start and one.pos == "PROPN" else one for one in words]
        )
    )


def _belongs_before(token: Token, *, at_start: bool) -> bool:
    """Adjectives, numerals and quotation marks before a document belong to its name; "соответствующий" says nothing."""
    if token.text in '«"“' or token.pos == "NUM" or token.text.isdigit():
        return True
    if token.pos == "ADJ":
        return (at_start or token.text.islower()) and not triggers("agreements", "ru", "pointing").fullmatch(token.text)
    return token.text.lower() in ("около", "более", "пакет")


def _tail_stop(sentence: Sentence, draft: Draft, start: int) -> int:
    """Return the index of the first token behind the name: it runs on over "о ...", "по ..." and genitives."""
    tokens = sentence.tokens
    stop = start
    position = start
    if position < len(tokens) and tokens[position].text in '»"”':
        position += 1
        stop = position
    while position < len(tokens) and position - start < LONGEST:
        token = tokens[position]
        rest = sentence.text[token.start - sentence.span.start :]
        if _ends_name(sentence, draft, token, rest, first=position == start):
            break
        if token.text in '«"“':
            closing = next(
                (i for i in range(position + 1, min(position + 12, len(tokens))) if tokens[i].text in '»"”'), None
            )
            if closing is None:
                break
            position = stop = closing + 1
            continue
        position += 1
        if token.pos not in ("ADP", "CCONJ", "DET") and token.text != ",":
            stop = position
    return stop


def _ends_name(sentence: Sentence, draft: Draft, token: Token, rest: str, *, first: bool) -> bool:
    lowered = token.text.lower()
    if draft.verb_start <= token.start < draft.verb_stop or token.text in ".;:()—–!?":
        return True
    if token.text == ",":
        return not _list_goes_on(rest)
    if token.pos in ("VERB", "AUX", "PRON", "SCONJ", "ADV", "PART") or _STOP.match(token.text) or _SUM.match(rest):
        return True
    if token.pos == "ADP" and lowered not in _ABOUT:
        return True
    if lowered == "на" and _is_locative(sentence, token):
        return True
    if lowered == "в" and not re.match(r"в\s+(?:сфер|област|отрасл|част|\w+(?:ой|ых|ском|ной)\b)", rest, re.IGNORECASE):
        return True
    if any(span.start == token.start and _owns(sentence, span, first=first) for span, _ in sentence.organisations):
        return True
    if first and token.pos in ("NOUN", "PROPN", "ADJ") and token.case not in ("Gen", ""):
        return True
    return any(
        span.start <= token.start < span.stop for span, _ in (*sentence.money, *sentence.periods)
    ) and not re.match(r"до\s", rest)


def _owns(sentence: Sentence, organisation: Span, *, first: bool) -> bool:
    """ "соглашение Министерства X с Y": who stands right behind the document, or before "с", is a party of it."""
    if sentence.slice(organisation)[0] in '«"“':
        return False  # «Инструмент сотрудничества»: a title of the document itself
    return first or bool(
        re.match(r"(?:\s+[А-ЯЁ]\w+)?\s+со?\s", sentence.text[organisation.stop - sentence.span.start :])
    )


def _is_locative(sentence: Sentence, preposition: Token) -> bool:
    """ "документы на форуме" tells where, "контракт на поставку" what for."""
    following = [token for token in sentence.tokens if token.start > preposition.start and token.pos == "NOUN"][:1]
    return bool(following) and following[0].case == "Loc"


def _list_goes_on(rest: str) -> bool:
    return bool(re.match(r",\s+[а-яё-]+(?:,\s+[а-яё-]+){0,4}\s+(?:и|а также)\s+[а-яё]", rest))


def _tidied(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,")
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


@cache
def _subjects(language: Language) -> list[tuple[re.Pattern[str], str]]:
    return [(compile_triggers([words]), phrase) for words, phrase in load("agreements")[language]["subjects"].items()]


def _pivot(language: Language, sentence: Sentence, draft: Draft) -> str:
    start, stop = draft.start - sentence.span.start, draft.stop - sentence.span.start
    text = sentence.text
    count = count_before(text, start)
    one, few, many, plural = load("agreements")["names"][draft.form]
    word = text[start:stop].lower()
    if count is not None and count > 1:
        name = f"{count} {_counted(count, one, few, many)}"
    else:
        name = (
            plural
            if re.search(r"s$|a$|(?:лар|лер|дар|дер|тар|тер)", word) and not word.startswith("declaration ")
            else one
        )
    near = _OTHERS.split(text[stop : stop + ABOUT])[0] if language == "en" else text[max(0, start - ABOUT) : start]
    around = text[max(0, start - 40) : start] if language == "en" else ""
    found = [
        (match.start(), phrase)
        for part in (around, near)
        for pattern, phrase in _subjects(language)
        if (match := pattern.search(part))
    ]
    return f"{name} {found[0][1]}" if found else name


def count_before(text: str, start: int) -> int | None:
    """Return the number that counts the documents at `start`: "33 deals", "16 intergovernmental agreements"."""
    before = text[max(0, start - 60) : start]
    for number in reversed(find_numbers(before)):
        between = before[number.span.stop :]
        if _CLAUSE.search(between):
            return None
        if re.fullmatch(r"\s+(?:[\w-]+\s+){0,4}", between) and number.scale == 1 and not number.like_year:
            return int(number.value) if number.value == int(number.value) and 1 < number.value < 1000 else None
    return None


def _counted(count: int, one: str, few: str, many: str) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return one
    return few if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else many
