"""Who holds a post in a Russian sentence: the name right behind it, or before it across a comma, dash or bracket."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.data import load
from extract.model import Language, Person, Span
from extract.people.bearers import Bearer, all_bearers, disagrees, tagged_bearers, with_heads
from extract.people.finding import PersonMention
from extract.people.posts import Post, find_posts, split_title
from extract.words.tagger import Name, Tagged, Token

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
    "встречи с главой МИД Германии Лавров проведет переговоры": [("Лавров", None)],
    "Владимир Путин принял раиса Татарстана Рустама Минниханова": [
        ("Владимир Путин", None),
        ("Рустам Минниханов", "раис Татарстана"),
    ],
    "С хокимом области Русланом Зариповым Радий Хабиров обсудил планы": [
        ("Руслан Зарипов", "хоким области"),
        ("Радий Хабиров", None),
    ],
    "посол Кубы в РФ господин Эмилио Лосада": [("Эмилио Лосада", "посол Кубы в России")],
    "Председателем сената в настоящее время является Маулен Ашимбаев": [("Маулен Ашимбаев", "председатель сената")],
    "Исполняющим обязанности министра назначен Аскар Мамин": [("Аскар Мамин", "исполняющий обязанности министра")],
    "Эдуард Мишлен, один из президентов компании": [("Эдуард Мишлен", "президент компании")],
    "аким области Абай (Казахстан) Нурлан Уранхаев сообщил": [("Нурлан Уранхаев", "аким области Абай")],
}

_BETWEEN = {",", "(", "–", "—", "-", "«", "»"}
_PRONOUNS = {"он": "male", "она": "female"}
_LINK_REACH = 4  # tokens between a name and the post that a verb gives it


def attach_posts(text: str, tagged: Tagged, names: Sequence[Name], language: Language) -> list[PersonMention]:
    """Return each person and each bare post of a sentence in reading order; `text` and `language` are not needed."""
    tokens = with_heads(tagged.tokens)
    bearers = tagged_bearers(tokens, names)
    posts = find_posts(tokens, frozenset(tokens[bearer.first].start for bearer in bearers))
    bearers = all_bearers(tokens, posts, bearers)
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
            span = _span(tokens, post)
            bare = PersonMention(span, Person("", post.title), False, span, post.case, post.plural)
            mentions.append(replace(bare, pronoun=_pronoun(tokens, post)))
    return sorted(mentions, key=lambda mention: mention.span)


def _span(tokens: Sequence[Token], post: Post) -> Span:
    return Span(tokens[post.first].start, tokens[post.stop - 1].stop)


def _role(tokens: Sequence[Token], row: Sequence[Post]) -> str | None:
    """Return the first title of a row, with the second where "и" joins them."""
    if not row:
        return None
    joined = len(row) > 1 and row[0].stop + 1 == row[1].first and tokens[row[0].stop].text == "и"
    return f"{row[0].title} и {row[1].title}" if joined else row[0].title


def _posts_of(
    tokens: Sequence[Token], posts: Sequence[Post], bearer: Bearer, bearers: Sequence[Bearer], taken: set[int]
) -> list[Post]:
    """Return the posts of a name in their order: before it, behind it across a mark, or given by a verb."""
    free = [post for post in posts if post.first not in taken and not post.plural]
    before = next(
        (post for post in free if _leads_to(tokens, post, bearer) and not disagrees(tokens, post, bearer)), None
    )
    if before is not None:
        return _row_before(tokens, free, before, bearers)
    if bearer.stop < len(tokens) and tokens[bearer.stop].text in _BETWEEN:
        for post in free:
            if post.first == bearer.stop + 1 and _stands_apart(tokens, post, tokens[bearer.first], bearers):
                return _row_behind(tokens, free, post, bearers)
        if one := _one_of(tokens, posts, bearer):
            return [one]
    for post in free:
        linked = 0 < post.first - bearer.stop <= _LINK_REACH and _links(tokens[bearer.stop : post.first])
        if linked and not any(bearer.stop <= other.first <= post.stop for other in bearers):
            return _row_behind(tokens, free, post, bearers)
    appointed = (post for post in free if post.case == "Ins" and _appoints(tokens[post.stop : bearer.first]))
    return [
        post
        for post in appointed
        if not any(
            other.first < bearer.first and post.first < other.stop for other in bearers if other.first >= post.stop
        )
    ][:1]


def _one_of(tokens: Sequence[Token], posts: Sequence[Post], bearer: Bearer) -> Post | None:
    """ "Имя, один из президентов компании": a plural post that one person holds."""
    ahead = tokens[bearer.stop + 1 : bearer.stop + 3]
    if [token.lemma for token in ahead] != ["один", "из"]:
        return None
    post = next((post for post in posts if post.plural and post.first == bearer.stop + 3), None)
    return replace(post, plural=False) if post else None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("posts")["ru"][key])


def _appoints(between: Sequence[Token]) -> bool:
    """ "министром в мае назначен Имя": a verb, no future, ends the words between a post and a name."""
    if not 0 < len(between) <= _LINK_REACH + 1 or between[-1].text == "станет":
        return False
    plain = all(token.pos in ("ADP", "ADJ", "NOUN", "ADV", "DET", "NUM") for token in between[:-1])
    return plain and between[-1].lemma in _words("appointments")


def _leads_to(tokens: Sequence[Token], post: Post, bearer: Bearer) -> bool:
    """A post stands right before a name, or only a dash or "господин" parts them."""
    if post.stop == bearer.first:
        return True
    between = tokens[post.stop : bearer.first]
    if len(between) != 1 or post.first > bearer.first:
        return False
    return between[0].lemma in _words("honorifics") or (between[0].text in "–—-" and post.case == bearer.case == "Nom")


def _pronoun(tokens: Sequence[Token], post: Post) -> str:
    """Return the gender of "он" or "она" that a verb gives a post to: "он является председателем"."""
    before = tokens[max(0, post.first - _LINK_REACH) : post.first]
    held = post.case == "Ins" or (post.case == "Gen" and bool(before) and before[-1].lemma in ("должность", "пост"))
    formerly = {token.text.lower() for token in tokens[: post.first]} & _words("formerly")
    if not held or post.plural or formerly or not _links(before):
        return ""
    return next((_PRONOUNS[token.text.lower()] for token in before if token.text.lower() in _PRONOUNS), "")


def _links(between: Sequence[Token]) -> bool:
    lemmas = {token.lemma for token in between}
    return bool(lemmas & _words("links")) and not lemmas & _words("aspirants")


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
    first, second = left.case, right.case
    return not first or not second or first == second or {first, second} == {"Gen", "Acc"}


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
