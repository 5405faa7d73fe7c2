"""Who holds a post in a Russian sentence: the name right behind it, or before it across a comma, dash or bracket."""

from collections.abc import Sequence

from extract.model import Language, Person, Span
from extract.people import PersonMention
from extract.posts import Post, find_posts
from extract.tagger import Name, Tagged, Token

EXAMPLES = {
    "премьер-министр РК Алихан Смаилов": [("Алихан Смаилов", "премьер-министр Казахстана")],
    "Рустам Минниханов, президент Татарстана, прибыл": [("Рустам Минниханов", "президент Татарстана")],
    "президенты России и Узбекистана Владимир Путин и Шавкат Мирзиёев": [
        ("Владимир Путин", "президент России"),
        ("Шавкат Мирзиёев", "президент Узбекистана"),
    ],
}

_BETWEEN = {",", "(", "–", "—", "-", "«", "»"}


def attach_posts(text: str, tagged: Tagged, names: Sequence[Name], language: Language) -> list[PersonMention]:
    """Return each person and each bare post of a sentence in reading order. `text` and `language` are not needed here."""
    tokens = tagged.tokens
    index_of = {token.start: index for index, token in enumerate(tokens)}
    starts = frozenset(name.start for name in names)
    posts = find_posts(tokens, starts)
    mentions: list[PersonMention] = []
    taken: set[int] = set()
    shared = _shared_posts(tokens, posts, names, index_of)
    for name in names:
        first = index_of.get(name.start)
        if first is None:
            continue
        post = _post_of(tokens, posts, first, _stop_index(tokens, name), taken)
        role = shared.get(name.start) or (post.title if post else None)
        if post is not None:
            taken.add(post.first)
        span = Span(tokens[post.first].start, tokens[post.stop - 1].stop) if post else None
        mentions.append(
            PersonMention(Span(name.start, name.stop), Person(_normal(name), role), True, span, tokens[first].case)
        )
    taken |= {post.first for post in posts if post.plural and shared}
    for post in posts:
        if post.first not in taken:
            head = next((token for token in tokens[post.first : post.stop] if token.case), tokens[post.first])
            span = Span(tokens[post.first].start, tokens[post.stop - 1].stop)
            mentions.append(PersonMention(span, Person("", post.title), False, span, head.case, post.plural))
    return sorted(mentions, key=lambda mention: mention.span)


def _normal(name: Name) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.normal.split())


def _stop_index(tokens: Sequence[Token], name: Name) -> int:
    return next((index for index, token in enumerate(tokens) if token.start >= name.stop), len(tokens))


def _post_of(tokens: Sequence[Token], posts: Sequence[Post], first: int, stop: int, taken: set[int]) -> Post | None:
    """Return the post that ends where a name begins, else the one that begins behind it across a mark."""
    for post in posts:
        if post.first not in taken and not post.plural and post.stop == first:
            return post
    if stop < len(tokens) and tokens[stop].text in _BETWEEN:
        for post in posts:
            if post.first not in taken and post.first == stop + 1 and _stands_apart(tokens, post, tokens[first]):
                return post
    return None


def _stands_apart(tokens: Sequence[Token], post: Post, name: Token) -> bool:
    """A post behind a comma belongs to the name if it agrees in case and no further name follows it at once."""
    head = next((token for token in tokens[post.first : post.stop] if token.case), None)
    agrees = head is None or not name.case or head.case == name.case or {head.case, name.case} <= {"Gen", "Acc"}
    following = tokens[post.stop].text if post.stop < len(tokens) else "."
    return agrees and not (following[:1].isupper() and following[:1].isalpha())


def _shared_posts(
    tokens: Sequence[Token], posts: Sequence[Post], names: Sequence[Name], index_of: dict[int, int]
) -> dict[int, str]:
    """ "президенты A и B Имя и Имя": the tails of a plural post go to the names behind it in turn."""
    for post in posts:
        if not post.plural:
            continue
        behind = [name for name in names if index_of.get(name.start, -1) >= post.stop][:2]
        head, _, tail = post.title.partition(" ")
        tails = tail.split(" и ")
        if len(behind) == 2 and len(tails) == 2 and index_of[behind[0].start] - post.stop <= 1:
            return {name.start: f"{head} {owner}" for name, owner in zip(behind, tails, strict=True)}
    return {}
