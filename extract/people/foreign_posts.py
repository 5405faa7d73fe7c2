"""Who holds a post in an English or Kazakh sentence, the post in Russian words.

"Kazakh Prime Minister Olzhas Bektenov" → Олжас Бектенов, "премьер-министр Казахстана". The name stands right behind
the post or before it across a comma or bracket.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.data import load
from extract.model import Language, Person, Span
from extract.names.parties import find_parties
from extract.people.english_posts import english_posts
from extract.people.finding import PersonMention
from extract.people.kazakh_posts import kazakh_posts
from extract.people.post_words import ForeignPost, read_post_words
from extract.people.posts import split_title
from extract.words.inflect import genitive
from extract.words.tagger import Name, Tagged, Token

REACH = 5  # tokens between a name and the title behind it


def attach_foreign_posts(text: str, tagged: Tagged, names: Sequence[Name], language: Language) -> list[PersonMention]:
    """Return each person and each bare post of a sentence in reading order, names and posts in Russian."""
    tokens = tagged.tokens
    if not tokens:
        return []
    offset = tokens[0].start - (len(text) - len(text.lstrip()))
    words = read_post_words(text, offset, tokens, names, language)
    posts = english_posts(words) if language == "en" else kazakh_posts(words)
    index_of = {token.start: index for index, token in enumerate(tokens)}
    ranges = {name.start: (index_of[name.start], _stop(tokens, name)) for name in names if name.start in index_of}
    shared, taken = _shared(tokens, posts, sorted(ranges.values()), language)
    mentions: list[PersonMention] = []
    for name in names:
        if name.start not in ranges:
            continue
        first, stop = ranges[name.start]
        starts, stops = [begin for begin, _ in ranges.values()], [end for _, end in ranges.values()]
        post = shared.get(first) or _post_of(tokens, posts, first, stop, taken, starts, stops, language)
        whole = Span(name.start, name.stop)
        if post is None:
            mentions.append(PersonMention(whole, Person(name.normal)))
            continue
        taken.add(post.first)
        span = _span(tokens, post)
        person = Person(name.normal, post.title)
        mentions.append(PersonMention(whole, person, True, span, posts=((span, post.title),)))
    for post in posts:
        if post.first not in taken:
            span = _span(tokens, post)
            mentions.append(PersonMention(span, Person("", post.title), False, span, "", post.plural))
    return sorted(mentions, key=lambda mention: mention.span)


def _stop(tokens: Sequence[Token], name: Name) -> int:
    return next((index for index, token in enumerate(tokens) if token.start >= name.stop), len(tokens))


def _span(tokens: Sequence[Token], post: ForeignPost) -> Span:
    return Span(tokens[post.first].start, tokens[post.stop - 1].stop)


@cache
def _words(language: Language, key: str) -> frozenset[str]:
    return frozenset(load("posts")[language][key])


def _all_in(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return all(token.text.lower() in words for token in tokens)


def _post_of(
    tokens: Sequence[Token],
    posts: Sequence[ForeignPost],
    first: int,
    stop: int,
    taken: set[int],
    name_starts: Sequence[int],
    name_stops: Sequence[int],
    language: Language,
) -> ForeignPost | None:
    """Return the post that ends where a name begins, else the one that begins behind it across a mark or "who is"."""
    free = [post for post in posts if post.first not in taken and not post.plural]
    for post in free:
        if post.stop <= first <= post.stop + 2 and _all_in(tokens[post.stop : first], _words(language, "honorifics")):
            return post
    for post in free:
        if post.first == stop and {token.text for token in tokens[post.stop : post.stop + 1]} & _words(
            language, "appointments"
        ):
            return post
    for post in free:
        if post.stop + 1 == first and tokens[post.stop].text == "," and not _is_owned(tokens, post, name_stops):
            return post
    for post in free:
        between = tokens[stop : post.first]
        if 0 <= post.first - stop <= REACH and _all_in(between, _words(language, "links")):
            verbal = tokens[post.first].text.lower() == "who" or bool(between)
            if verbal and post.stop not in name_starts:
                return post
    return None


def _is_owned(tokens: Sequence[Token], post: ForeignPost, name_stops: Sequence[int]) -> bool:
    """ "X, chairman of Y, Z": the post stands behind a name of its own."""
    return post.first > 0 and tokens[post.first - 1].text in ",(" and post.first - 1 in name_stops


def _shared(
    tokens: Sequence[Token], posts: Sequence[ForeignPost], names: Sequence[tuple[int, int]], language: Language
) -> tuple[dict[int, ForeignPost], set[int]]:
    """ "Foreign ministers X and Y": a plural post goes to the names behind it, its owners in turn."""
    for post in posts:
        if post.plural and (each := _each_with_owner(tokens, post, names)):
            return each, {post.first}
        behind = [name for name in names if name[0] >= post.stop][:2]
        if not post.plural or len(behind) < 2 or behind[0][0] - post.stop > 1:
            continue
        titles = split_title(post.title)
        rows = zip(behind, titles, strict=True)
        return {first: replace(post, title=title) for (first, _), title in rows}, {post.first}
    return {}, set()


def _each_with_owner(
    tokens: Sequence[Token], post: ForeignPost, names: Sequence[tuple[int, int]]
) -> dict[int, ForeignPost]:
    """ "Foreign ministers of Georgia X, Latvia Y and Estonia Z": each name has its country before it."""
    owners = find_parties(post.title)
    found: dict[int, ForeignPost] = {}
    position = post.stop
    for first, stop in names:
        if len(owners) != 1 or first < position:
            continue
        between = [token.text for token in tokens[position:first] if token.text not in (",", "and")]
        party = find_parties(" ".join(between)) if between else owners
        if len(party) != 1 or (between and party[0][0] != Span(0, len(" ".join(between)))):
            break
        title = f"{post.title[: owners[0][0].start].strip()} {genitive(party[0][1])}"
        found[first], position = replace(post, title=title), stop
    return found if len(found) > 2 else {}
