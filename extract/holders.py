"""Who holds a post in a Russian sentence: the name right behind it, or before it across a comma, dash or bracket."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.data import load
from extract.model import Language, Person, Span
from extract.people import PersonMention
from extract.person_case import is_given_name, nominative_name
from extract.places import find_places
from extract.post_tail import is_head
from extract.posts import Post, find_posts, split_title
from extract.tagger import Name, Tagged, Token

EXAMPLES = {
    "премьер-министр РК Алихан Смаилов": [("Алихан Смаилов", "премьер-министр Казахстана")],
    "Рустам Минниханов, президент Татарстана, прибыл": [("Рустам Минниханов", "президент Татарстана")],
    "президенты России и Узбекистана Владимир Путин и Шавкат Мирзиёев": [
        ("Владимир Путин", "президент России"),
        ("Шавкат Мирзиёев", "президент Узбекистана"),
    ],
    "с премьер-министром, сопредседателем комиссии Алексеем Оверчуком": [("Алексей Оверчук", "премьер-министр")],
    "Канат Шарлапаев назначен министром промышленности и строительства Казахстана": [
        ("Канат Шарлапаев", "министр промышленности и строительства Казахстана")
    ],
    "Ильхам Алиев принял вице-премьера России, сопредседателя комиссии Алексея Оверчука": [
        ("Ильхам Алиев", None),
        ("Алексей Оверчук", "вице-премьер России"),
    ],
    "аким области Абай (Казахстан) Нурлан Уранхаев сообщил": [("Нурлан Уранхаев", "аким области Абай")],
}

_BETWEEN = {",", "(", "–", "—", "-", "«", "»"}
_LINK_REACH = 4  # tokens between a name and the post that a verb gives it
_WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name by its tokens: half-open range, nominative, case."""

    first: int
    stop: int
    name: str
    case: str
    known: str = ""


def attach_posts(text: str, tagged: Tagged, names: Sequence[Name], language: Language) -> list[PersonMention]:
    """Return each person and each bare post of a sentence in reading order; `text` and `language` are not needed."""
    tokens = tagged.tokens
    bearers = [bearer for name in names if (bearer := _bearer(tokens, name))]
    posts = find_posts(tokens, frozenset(tokens[bearer.first].start for bearer in bearers))
    bearers = sorted([*bearers, *_overlooked(tagged, posts, bearers)], key=lambda bearer: bearer.first)
    bearers = [_agreeing(tokens, bearer, posts) for bearer in bearers]
    shared, taken = _shared_posts(posts, bearers)
    mentions: list[PersonMention] = []
    for bearer in bearers:
        row = shared.get(bearer.first) or _posts_of(tokens, posts, bearer, bearers, taken)
        taken |= {post.first for post in row}
        own = tuple((_span(tokens, post), post.title) for post in row)
        post_span = Span(min(span.start for span, _ in own), max(span.stop for span, _ in own)) if own else None
        whole = Span(tokens[bearer.first].start, tokens[bearer.stop - 1].stop)
        person = Person(bearer.name, _role(tokens, row))
        mentions.append(PersonMention(whole, person, True, post_span, bearer.case, posts=own))
    for post in posts:
        if post.first not in taken:
            head = next((token for token in tokens[post.first : post.stop] if token.case), tokens[post.first])
            span = _span(tokens, post)
            mentions.append(PersonMention(span, Person("", post.title), False, span, head.case, post.plural))
    return sorted(mentions, key=lambda mention: mention.span)


def _span(tokens: Sequence[Token], post: Post) -> Span:
    return Span(tokens[post.first].start, tokens[post.stop - 1].stop)


def _role(tokens: Sequence[Token], row: Sequence[Post]) -> str | None:
    """Return the first title of a row, with the second where "и" joins them."""
    if not row:
        return None
    joined = len(row) > 1 and row[0].stop + 1 == row[1].first and tokens[row[0].stop].text == "и"
    return f"{row[0].title} и {row[1].title}" if joined else row[0].title


def _bearer(tokens: Sequence[Token], name: Name) -> Bearer | None:
    """Return a tagged name by its tokens, without what stands in brackets behind it."""
    first = next((index for index, token in enumerate(tokens) if token.start >= name.start), len(tokens))
    stop = first
    while stop < len(tokens) and tokens[stop].start < name.stop and tokens[stop].text not in '()[]"«»':
        stop += 1
    while stop > first and not tokens[stop - 1].text[:1].isalnum():
        stop -= 1
    if stop > first and first and is_head(tokens[first - 1]) and stop - first != 2 and find_places(tokens[first].text):
        first += 1  # "хокима Термеза Исроила Худойбердиева": the town belongs to the post
    return _named(tokens, first, stop, name.normal) if stop > first else None


def _agreeing(tokens: Sequence[Token], bearer: Bearer, posts: Sequence[Post]) -> Bearer:
    """Read a name again by the case of the title right before it."""
    post = next((post for post in posts if post.stop == bearer.first and not post.plural), None)
    case = _case(tokens, post) if post else ""
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


def _overlooked(tagged: Tagged, posts: Sequence[Post], bearers: Sequence[Bearer]) -> list[Bearer]:
    """Return names that the tagger missed: a given name and another capitalised word right behind a post."""
    tokens = tagged.tokens
    covered = {index for bearer in bearers for index in range(bearer.first, bearer.stop)}
    found: list[Bearer] = []
    for post in posts:
        stop = post.stop
        while stop < min(len(tokens), post.stop + 3) and stop not in covered and _WORD.fullmatch(tokens[stop].text):
            stop += 1
        if stop - post.stop >= 2 and is_given_name(tokens[post.stop].text):
            found.append(_named(tokens, post.stop, stop))
    return found


def _posts_of(
    tokens: Sequence[Token], posts: Sequence[Post], bearer: Bearer, bearers: Sequence[Bearer], taken: set[int]
) -> list[Post]:
    """Return the posts of a name in their order: before it, behind it across a mark, or given by a verb."""
    free = [post for post in posts if post.first not in taken and not post.plural]
    before = next((post for post in free if post.stop == bearer.first), None)
    if before is not None:
        return _row_before(tokens, free, before, bearers)
    if bearer.stop < len(tokens) and tokens[bearer.stop].text in _BETWEEN:
        for post in free:
            if post.first == bearer.stop + 1 and _stands_apart(tokens, post, tokens[bearer.first], bearers):
                return _row_behind(tokens, free, post, bearers)
    for post in free:
        linked = 0 < post.first - bearer.stop <= _LINK_REACH and _links(tokens[bearer.stop : post.first])
        if linked and not any(bearer.stop <= other.first <= post.stop for other in bearers):
            return _row_behind(tokens, free, post, bearers)
    return []


@cache
def _link_words() -> frozenset[str]:
    return frozenset(load("posts")["ru"]["links"])


def _links(between: Sequence[Token]) -> bool:
    return any(token.lemma in _link_words() for token in between)


def _row_before(tokens: Sequence[Token], free: Sequence[Post], post: Post, bearers: Sequence[Bearer]) -> list[Post]:
    """Follow "A, B Имя" and "A и B Имя" back to the first post of the row."""
    row = [post]
    for other in reversed([other for other in free if other.first < post.first]):
        owned = any(bearer.stop + 1 == other.first and tokens[bearer.stop].text in _BETWEEN for bearer in bearers)
        if owned or not _joined(tokens, other, row[0]):
            break
        row.insert(0, other)
    return row


def _row_behind(tokens: Sequence[Token], free: Sequence[Post], post: Post, bearers: Sequence[Bearer]) -> list[Post]:
    """Follow "Имя, A, B" and "Имя, A и B" to the last post of the row."""
    row = [post]
    for other in [other for other in free if other.first > post.first]:
        if not _joined(tokens, row[-1], other) or any(bearer.first == other.stop for bearer in bearers):
            break
        row.append(other)
    return row


def _joined(tokens: Sequence[Token], left: Post, right: Post) -> bool:
    """Two titles in one case with nothing, a comma or "и" between them are one person's."""
    gap = right.first - left.stop
    if gap not in (0, 1) or (gap == 1 and tokens[left.stop].text not in (",", "и")):
        return False
    first, second = _case(tokens, left), _case(tokens, right)
    return not first or not second or first == second or {first, second} == {"Gen", "Acc"}


def _case(tokens: Sequence[Token], post: Post) -> str:
    return next((token.case for token in tokens[post.first : post.stop] if is_head(token)), "")


def _stands_apart(tokens: Sequence[Token], post: Post, name: Token, bearers: Sequence[Bearer]) -> bool:
    """A post behind a comma belongs to the name if it agrees in case and no further name follows it at once."""
    head = next((token for token in tokens[post.first : post.stop] if token.case), None)
    agrees = head is None or not name.case or head.case == name.case or {head.case, name.case} <= {"Gen", "Acc"}
    return agrees and not any(post.stop == bearer.first for bearer in bearers)


def _shared_posts(posts: Sequence[Post], bearers: Sequence[Bearer]) -> tuple[dict[int, list[Post]], set[int]]:
    """ "президенты A и B Имя и Имя": the tails of a plural post go to the names behind it in turn."""
    for post in posts:
        behind = [bearer for bearer in bearers if bearer.first >= post.stop][:2]
        if not post.plural or len(behind) < 2 or behind[0].first - post.stop > 1:
            continue
        titles = split_title(post.title)
        rows = {
            bearer.first: [Post(post.first, post.stop, title, True)]
            for bearer, title in zip(behind, titles, strict=True)
        }
        return rows, {post.first}
    return {}, set()
