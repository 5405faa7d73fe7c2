"""Names of people in a Russian sentence by their tokens: what the tagger marks, mended, and what it overlooks.

tagged names | two in one span parted | read by the case of the title before | what the tagger missed
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import load
from extract.names.parties import find_parties
from extract.names.places import find_places
from extract.people.case import OBLIQUE, SURNAMES, is_given_name, nominative_name
from extract.people.post_tail import is_head
from extract.people.posts import Post
from extract.words.inflect import fold
from extract.words.spelling import official_surnames
from extract.words.tagger import Name, Token

MASCULINE_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")
_WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name by its tokens: half-open range, nominative, case."""

    first: int
    stop: int
    name: str
    case: str
    known: str = ""


def with_heads(tokens: Sequence[Token]) -> list[Token]:
    """Mend heads that the tagger takes for other words: "раиса Татарстана" is no woman's name."""
    mended = list(tokens)
    for index, token in enumerate(tokens):
        for lemma, cases in load("posts")["ru"]["forms"].items():
            if case := cases.get(token.text.lower()):
                owner = tokens[index + 1].text if index + 1 < len(tokens) else ""
                if token.text.islower() or find_parties(owner) or find_places(owner):
                    mended[index] = replace(token, lemma=lemma, case=case, pos="NOUN", number="Sing")
    return mended


def tagged_bearers(tokens: Sequence[Token], names: Sequence[Name]) -> list[Bearer]:
    """Return the names of the tagger by their tokens."""
    return [one for name in names if (bearer := _bearer(tokens, name)) for one in _apart(tokens, bearer)]


def all_bearers(tokens: Sequence[Token], posts: Sequence[Post], tagged: Sequence[Bearer]) -> list[Bearer]:
    """Return `tagged` and the names that the tagger missed, each read by the case of the title right before it."""
    found = sorted([*tagged, *_overlooked(tokens, posts, tagged)], key=lambda bearer: bearer.first)
    return [_agreeing(tokens, bearer, posts) for bearer in found]


def disagrees(tokens: Sequence[Token], post: Post, bearer: Bearer) -> bool:
    """ "с главой МИД Германии Лавров проведет": a plain nominative surname has no share in an oblique post."""
    last = tokens[bearer.stop - 1]
    oblique = post.case in ("Gen", "Dat", "Ins", "Loc", "Acc")
    return oblique and last.text.lower().endswith(MASCULINE_SURNAMES) and last.case == "Nom"


def _bearer(tokens: Sequence[Token], name: Name) -> Bearer | None:
    """Return a tagged name by its tokens, without what stands in brackets behind it."""
    first = next((index for index, token in enumerate(tokens) if token.start >= name.start), len(tokens))
    stop = first
    while stop < len(tokens) and tokens[stop].start < name.stop and tokens[stop].text not in '()[]"«»':
        stop += 1
    while stop > first and not tokens[stop - 1].text[:1].isalnum():
        stop -= 1
    while stop - first > 2 and is_head(tokens[first]):
        first += 1  # "раиса Татарстана Рустама Минниханова" in one span
    if stop - first > 1 and (tokens[first].pos == "ADV" or tokens[first].text in load("names")["adverbs"]):
        first += 1  # "Завтра Вахитов"
    if stop > first and first and is_head(tokens[first - 1]) and stop - first != 2 and find_places(tokens[first].text):
        first += 1  # "хокима Термеза Исроила Худойбердиева": the town belongs to the post
    return _named(tokens, first, stop, name.normal) if stop > first else None


def _apart(tokens: Sequence[Token], bearer: Bearer) -> list[Bearer]:
    """Part two names in one span: "Ботиром Зариповым Радий Хабиров"."""
    middle = bearer.first + 2
    surnames = [token.text.lower() for token in tokens[middle - 1 : bearer.stop : 2]]
    if bearer.stop - bearer.first != 4 or not surnames[0].endswith(OBLIQUE) or not surnames[1].endswith(SURNAMES):
        return [bearer]
    return [_named(tokens, bearer.first, middle), _named(tokens, middle, bearer.stop)]


def _agreeing(tokens: Sequence[Token], bearer: Bearer, posts: Sequence[Post]) -> Bearer:
    """Read a name again by the case of the title right before it."""
    post = next((post for post in posts if post.stop == bearer.first and not post.plural), None)
    case = post.case if post and not disagrees(tokens, post, bearer) else ""
    return _named(tokens, bearer.first, bearer.stop, bearer.known, case) if case else bearer


def _named(tokens: Sequence[Token], first: int, stop: int, known: str = "", post_case: str = "") -> Bearer:
    inside = tokens[first:stop]
    words: list[str] = []
    cases: list[str] = []
    for token in inside:
        if token.text == "." and words:
            words[-1] += "."
        else:
            words.append(token.text)
            cases.append(token.case)
    name = nominative_name(words, cases, known if len(known.split()) == len(words) else "", post_case)
    case = post_case or next((token.case for token in reversed(inside) if token.case), "")
    if name != " ".join(words) and case == "Nom":
        case = next((token.case for token in inside if token.case != "Nom"), "")
    return Bearer(first, stop, name, case, known)


def _overlooked(tokens: Sequence[Token], posts: Sequence[Post], bearers: Sequence[Bearer]) -> list[Bearer]:
    """Return names that the tagger missed: an official's surname, and words with a given name right behind a post."""
    covered = {index for bearer in bearers for index in range(bearer.first, bearer.stop)}
    found: list[Bearer] = []
    for index, token in enumerate(tokens):
        alone = token.text[:1].isupper() and token.text[1:].islower() and index not in covered
        if alone and token.case == "Nom" and fold(token.text) in official_surnames():
            found.append(_named(tokens, index, index + 1))
            covered.add(index)
    for post in posts:
        stop = post.stop
        while stop < min(len(tokens), post.stop + 3) and stop not in covered and _WORD.fullmatch(tokens[stop].text):
            stop += 1
        if stop - post.stop >= 2 and is_given_name(tokens[post.stop].text):
            found.append(_named(tokens, post.stop, stop))
    return found
