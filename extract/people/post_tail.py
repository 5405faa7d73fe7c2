"""The tail of a Russian title: "министр | инвестиций, промышленности и торговли Узбекистана".

It is a chain of genitives, with "по" and a dative, and for those who are sent somewhere "в" and a place. What stands
in brackets and the legal form of a company are passed over.
"""

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from extract.data import load
from extract.people.case import is_given_name
from extract.people.post_words import prepositional
from extract.words.tagger import Token

LONGEST = 16  # tokens
_REACH = 6  # tokens from a preposition to the name that the title stands before
_CASES = {"Gen", "Ins", "Dat", "Loc", "Acc"}
_QUOTES = {"«": "»", '"': '"', "“": '”"', "„": '“”"'}
_LINKS = {
    "и": ("Gen", "Dat", "Loc"),
    "по": ("Dat",),
    "в": ("Loc",),
    "во": ("Loc",),
    "на": ("Loc",),
    "при": ("Loc",),
    "от": ("Gen",),
    "против": ("Gen",),
}


@cache
def heads() -> dict[str, str]:
    """Return the head words of titles by lemma, with their everyday form."""
    return dict(load("posts")["ru"]["heads"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("posts")["ru"][key])


def is_head(token: Token) -> bool:
    """Tell whether a token is the head of a title."""
    return token.lemma in heads() and token.pos in ("NOUN", "PROPN", "ADJ", "")


def case_of_head(token: Token) -> str:
    """Return the case of a head, "" where its form belies the tagger: no "Госсоветника" is a nominative."""
    belied = token.case == "Nom" and token.number != "Plur" and token.text.lower().replace("ё", "е") != token.lemma
    return "" if belied else token.case


def read_tail(
    tokens: Sequence[Token], first: int, names: frozenset[int], *, plural: bool = False
) -> tuple[int, list[Token]]:
    """Return where the tail that begins at token `first` ends, and its tokens.

    It ends where a name of `names` starts. `plural`: the head has several holders, "президенты России и Узбекистана".
    """
    position = stop = first
    kept: list[Token] = []
    pending: list[Token] = []
    while position < min(len(tokens), first + LONGEST):
        token = tokens[position]
        if (
            token.start in names
            or _begins_name(tokens, position, names)
            or (is_head(token) and not _governed(token, kept))
        ):
            break
        if token.text == "(":
            closing = _closing(tokens, position, ")", 6)
            if closing is None:
                break
            position = stop = closing + 1
        elif token.text in _QUOTES:
            closing = _closing(tokens, position, _QUOTES[token.text], 9)
            if closing is None:
                break
            quoted = [one for one in tokens[position + 1 : closing] if one.text not in "«»"]
            kept += [*pending, *(one for one in quoted if one.text not in _words("legal_forms"))]
            pending = []
            position = stop = closing + 1
        elif token.text.strip(".") in _words("legal_forms"):
            position += 1
            while position < len(tokens) and tokens[position].text in (".", ","):
                position += 1
            stop = position
        elif token.text.isdigit() and position + 1 < len(tokens) and tokens[position + 1].text in _words("dates"):
            break
        elif (ahead := _up_to_name(tokens, position, names)) and not plural:
            kept += [*pending, *tokens[position:ahead]]
            return ahead, kept
        elif token.pos in ("NOUN", "PROPN", "ADJ", "X", "NUM", "DET") or (token.pos == "VERB" and token.case == "Gen"):
            if not _fits(token, direct=not pending and position == stop):
                break
            kept += [*pending, token]
            pending = []
            position += 1
            stop = position
        elif token.text.lower() in _LINKS and _continues(tokens, position, names, plural):
            pending = [token]
            position += 1
        elif token.text == "," and (_continues_list(tokens, position) or _legal_follows(tokens, position)):
            pending = [token] if _continues_list(tokens, position) else []
            position += 1
        else:
            break
    if kept and kept[0].text.lower() in _words("unnamed_owners"):
        return stop, []  # "президенты двух стран": whose president is left open
    return stop, kept


def _up_to_name(tokens: Sequence[Token], position: int, names: frozenset[int]) -> int | None:
    """Return where a name stands right behind "и", "в" or "на" with nouns: "глава делегации на переговорах X"."""
    word, following = tokens[position].text, tokens[min(position + 1, len(tokens) - 1)]
    if word not in ("и", "в", "на") or (word != "и" and following.lemma not in _words("precincts")):
        return None
    for index in range(position + 1, min(position + _REACH, len(tokens))):
        token = tokens[index]
        if token.start in names:
            return index if index > position + 1 else None
        if token.case not in (("Gen",) if word == "и" else ("Gen", "Loc")) or is_head(token):
            return None
    return None


def _begins_name(tokens: Sequence[Token], position: int, names: frozenset[int]) -> bool:
    """A known given name before another capital begins a person's name that the tagger overlooked."""
    if (
        position + 1 >= len(tokens)
        or not tokens[position].text[:1].isupper()
        or not tokens[position + 1].text[:1].isupper()
    ):
        return False
    ahead = {token.start for token in tokens[position + 1 : position + 6]}
    return not ahead & names and is_given_name(tokens[position].text) and tokens[position + 1].text[1:].islower()


def _governed(token: Token, kept: Sequence[Token]) -> bool:
    return token.case == "Gen" or (bool(kept) and kept[-1].text.lower() == "по")


def _closing(tokens: Sequence[Token], position: int, marks: str, reach: int) -> int | None:
    ahead = range(position + 1, min(position + reach, len(tokens)))
    return next((index for index in ahead if tokens[index].text in marks), None)


def _fits(token: Token, *, direct: bool) -> bool:
    if token.pos in ("NOUN", "ADJ") and token.case not in _CASES and not (token.pos == "ADJ" and not token.case):
        return False
    return not (token.pos == "NOUN" and token.case not in ("Gen", "Loc", "Dat") and direct)


def _continues(tokens: Sequence[Token], position: int, names: frozenset[int], plural: bool) -> bool:
    """A linking word belongs to a tail where a case form that fits follows it, and no new title or person."""
    if position + 1 >= len(tokens):
        return False
    word, following = tokens[position].text.lower(), tokens[position + 1]
    if (
        following.start in names
        or (is_head(following) and word != "по")
        or following.pos not in ("NOUN", "PROPN", "ADJ")
    ):
        return False
    if word in ("в", "во", "на"):
        return (following.text[:1].isupper() or following.lemma in _words("precincts")) and _is_envoy(tokens, position)
    return following.case in _LINKS[word] and (plural or not (word == "и" and following.text[:1].isupper()))


def _is_envoy(tokens: Sequence[Token], position: int) -> bool:
    return any(token.lemma in _words("envoys") for token in tokens[max(0, position - 6) : position])


def _continues_list(tokens: Sequence[Token], position: int) -> bool:
    """ "министр инвестиций, промышленности и торговли": genitives in a row up to "и"."""
    for ahead in range(position + 1, min(position + 6, len(tokens))):
        token = tokens[ahead]
        if token.lemma == "и" and ahead > position + 1:
            return True
        if token.text == "," and ahead > position + 1:
            continue
        if token.pos not in ("NOUN", "ADJ") or token.case != "Gen" or token.text[:1].isupper() or is_head(token):
            return False
    return False


def _legal_follows(tokens: Sequence[Token], position: int) -> bool:
    return position + 1 < len(tokens) and tokens[position + 1].text.strip(".") in _words("legal_forms")


def spoken(tokens: Sequence[Token]) -> str:
    """Return tokens as text, spaced as in the article, without quotes."""
    parts: list[str] = []
    for previous, token in zip((None, *tokens), tokens, strict=False):
        glued = previous is not None and (previous.stop == token.start or token.text == ",")
        parts.append(token.text if glued or not parts else " " + token.text)
    return "".join(parts)


@cache
def _genitives() -> list[tuple[re.Pattern[str], str]]:
    table: dict[str, Any] = load("posts")["ru"]["genitives"]
    longest = sorted(table.items(), key=lambda item: -len(item[0]))
    return [
        (re.compile(rf"(?P<where>(?<=\bв ))?(?<![\w-]){re.escape(short)}(?![\w-])"), full) for short, full in longest
    ]


def _everyday(genitive: str, match: re.Match[str]) -> str:
    return genitive if match["where"] is None else prepositional(genitive)


def tidy_tail(tail: str) -> str:
    """Replace abbreviations and official names in a title by everyday ones: "РК" → "Казахстана"."""
    for pattern, everyday in _genitives():
        tail = pattern.sub(partial(_everyday, everyday), tail)
    tail = re.sub(
        r"\b(?:Премьер-министр|Министр|Президент|Премьер)(?:а|ов)\b",
        lambda match: match[0].lower(),
        tail,
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s+", " ", tail).strip(" ,")
