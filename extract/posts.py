"""Posts in Russian: "премьер-министром РК" → "премьер-министр Казахстана".

A title is a head word of `posts.toml` with its agreeing adjectives before it and its genitive tail behind it; a dash
or "и" may join a second post of the same person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.data import load
from extract.tagger import Token

EXAMPLES = {
    "премьер-министр РК": "премьер-министр Казахстана",
    "президентом Татарстана": "президент Татарстана",
    "первого заместителя министра экономики и коммерции": "первый заместитель министра экономики и коммерции",
    "гендиректор «КамАЗа»": "генеральный директор КамАЗа",
    "министру промышленности и торговли Республики Татарстан": "министр промышленности и торговли Татарстана",
}

_TAIL_CASES = {"Gen", "Ins", "Dat", "Loc", "Acc"}
_QUOTES = "«»\"“”„"


@dataclass(frozen=True, slots=True)
class Post:
    """A title in a sentence: token range, its nominative, and whether its head is plural ("президенты")."""

    first: int
    stop: int
    title: str
    plural: bool


@cache
def _heads() -> dict[str, str]:
    return dict(load("posts")["ru"]["heads"])


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("posts")["ru"]["prefixes"]["words"])


def is_head(token: Token) -> bool:
    """Tell whether a token is the head of a title."""
    return token.lemma in _heads() and token.pos in ("NOUN", "PROPN", "ADJ", "")


def find_posts(tokens: Sequence[Token], person_starts: frozenset[int] = frozenset()) -> list[Post]:
    """Return the titles of a sentence from left to right; a tail ends where a person's name starts."""
    posts: list[Post] = []
    position = 0
    while position < len(tokens):
        if is_head(tokens[position]):
            post = _read(tokens, position, person_starts)
            posts.append(post)
            position = max(post.stop, position + 1)
        else:
            position += 1
    return posts


def _read(tokens: Sequence[Token], head: int, person_starts: frozenset[int]) -> Post:
    first = head
    while first and _joins_head(tokens[first - 1], tokens[head]):
        first -= 1
    stop = _tail_stop(tokens, head, person_starts)
    nationality = ""
    words: list[str] = []
    for token in tokens[first:head]:
        if token.lemma in _prefixes():
            words.append(token.lemma)
        else:
            nationality = _country_of(token) or nationality
    words.append(_heads()[tokens[head].lemma])
    tail = tidy_tail(_joined(tokens[head + 1 : stop]))
    title = " ".join((*words, tail)).strip()
    if nationality and not re.search(r"[А-ЯA-Z]", tail):
        title = f"{title} {nationality}"
    return Post(first, stop, title, tokens[head].number == "Plur")


def _joins_head(token: Token, head: Token) -> bool:
    if token.pos == "ADJ" or token.lemma in _prefixes():
        return token.lemma in _prefixes() or (
            bool(_country_of(token)) and (not head.case or not token.case or token.case == head.case)
        )
    return False


def _country_of(token: Token) -> str:
    from extract.parties import find_parties

    parties = find_parties(token.text)
    return genitive(parties[0][1]) if len(parties) == 1 else ""


@cache
def genitive(name: str) -> str:
    """Return the genitive of a canonical party or place name: "Казахстан" → "Казахстана"."""
    from extract.inflect import genitive as inflected

    return inflected(name)


def _tail_stop(tokens: Sequence[Token], head: int, person_starts: frozenset[int]) -> int:
    """Return where the genitive tail of a title ends."""
    position, stop = head + 1, head + 1
    while position < len(tokens):
        token = tokens[position]
        if token.start in person_starts:
            break
        if is_head(token) and token.case != "Gen":
            break
        inside_quotes = token.text in _QUOTES
        if inside_quotes:
            closing = next(
                (i for i in range(position + 1, min(position + 9, len(tokens))) if tokens[i].text in _QUOTES), None
            )
            if closing is None or position - head > 8:
                break
            position = stop = closing + 1
            continue
        if token.pos in ("NOUN", "PROPN", "ADJ", "X", "NUM", "DET"):
            if token.pos in ("NOUN", "ADJ") and token.case not in _TAIL_CASES:
                break
            if token.pos == "NOUN" and token.case not in ("Gen", "Loc", "Dat") and stop == position:
                break
            position += 1
            stop = position
            continue
        if token.text.lower() in ("и", "по", "в", "при", "во") and _continues(tokens, position, person_starts):
            position += 1
            continue
        if token.text == "," and _continues_list(tokens, position):
            position += 1
            continue
        if token.text in "—–-" and position + 1 < len(tokens) and is_head(tokens[position + 1]):
            second = _read(tokens, position + 1, person_starts)
            return second.stop
        break
    return stop


def _continues(tokens: Sequence[Token], position: int, person_starts: frozenset[int]) -> bool:
    """A linking word belongs to a tail where a case form that fits follows it, and no new title or person."""
    if position + 1 >= len(tokens):
        return False
    word, following = tokens[position].text.lower(), tokens[position + 1]
    if following.start in person_starts or is_head(following):
        return False
    if following.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    wanted = {"и": ("Gen", "Dat", "Loc"), "по": ("Dat",), "в": ("Loc",), "во": ("Loc",), "при": ("Loc",)}[word]
    if word in ("в", "во"):
        return following.text[:1].isupper() and _is_envoy(tokens, position)
    return following.case in wanted and not (word == "и" and following.text[:1].isupper())


def _is_envoy(tokens: Sequence[Token], position: int) -> bool:
    return any(token.lemma in load("posts")["ru"]["envoys"] for token in tokens[max(0, position - 6) : position])


def _continues_list(tokens: Sequence[Token], position: int) -> bool:
    """"министр инвестиций, промышленности и торговли": genitives in a row up to "и"."""
    for ahead in range(position + 1, min(position + 5, len(tokens))):
        token = tokens[ahead]
        if token.lemma == "и" and ahead > position + 1:
            return True
        if token.pos not in ("NOUN", "ADJ") or token.case != "Gen" or token.text[:1].isupper() or is_head(token):
            return False
    return False


def _joined(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for previous, token in zip((None, *tokens), tokens, strict=False):
        if token.text in _QUOTES:
            continue
        glued = previous is not None and previous.stop == token.start and previous.text not in _QUOTES
        parts.append(token.text if glued or not parts else " " + token.text)
    return "".join(parts)


@cache
def _genitives() -> list[tuple[re.Pattern[str], str]]:
    table: dict[str, Any] = load("posts")["ru"]["genitives"]
    return [(re.compile(rf"(?<!\w){re.escape(short)}(?!\w)"), full) for short, full in table.items()]


def tidy_tail(tail: str) -> str:
    """Replace abbreviations and official names in a title by everyday ones: "РК" → "Казахстана"."""
    for pattern, everyday in _genitives():
        tail = pattern.sub(everyday, tail)
    return re.sub(r"\s+", " ", tail).strip(" ,")
