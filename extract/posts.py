"""Posts in Russian: "премьер-министром РК" → "премьер-министр Казахстана".

A title is a head word of `posts.toml` with its agreeing adjectives before it and its genitive tail behind it; a dash
joins a second post of the same person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.data import load
from extract.post_tail import heads, is_head, read_tail, spoken, tidy_tail
from extract.tagger import Token

EXAMPLES = {
    "премьер-министр РК": "премьер-министр Казахстана",
    "президентом Татарстана": "президент Татарстана",
    "первого заместителя министра экономики и коммерции": "первый заместитель министра экономики и коммерции",
    "гендиректор «КамАЗа»": "генеральный директор КамАЗа",
    "министру промышленности и торговли Республики Татарстан": "министр промышленности и торговли Татарстана",
    "заместителем премьер-министра – министром экономики Казахстана": (
        "заместитель премьер-министра — министр экономики Казахстана"
    ),
    "узбекского вице-премьера": "вице-премьер Узбекистана",
    "костанайский аким": "аким Костанайской области",
    "народного депутата Украины": "народный депутат Украины",
    "глава МИД Азербайджана": "министр иностранных дел Азербайджана",
    "секретаря Совета безопасности (СБ) РФ": "секретарь Совета безопасности России",
    "посол Беларуси в Казахстане": "посол Беларуси в Казахстане",
    "министр инвестиций, промышленности и торговли Узбекистана": (
        "министр инвестиций, промышленности и торговли Узбекистана"
    ),
    "председателем совета директоров Xinjiang Lihua (Group) Co., Ltd.": (
        "председатель совета директоров Xinjiang Lihua"
    ),
}
NOT_EXAMPLES = ["завод в Костанае", "министерство экономики", "главный корпус завода", "представительство в Минске"]

DASHES = "—–-"
_SKI = re.compile(r"(?P<stem>[а-яё-]+ск)(?:ий|ого|ому|им|ом)")


@dataclass(frozen=True, slots=True)
class Post:
    """A title in a sentence: token range, its nominative, and whether its head is plural ("президенты")."""

    first: int
    stop: int
    title: str
    plural: bool


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("posts")["ru"]["prefixes"]["words"])


def find_posts(tokens: Sequence[Token], person_starts: frozenset[int] = frozenset()) -> list[Post]:
    """Return the titles of a sentence from left to right; a tail ends where a person's name starts."""
    posts: list[Post] = []
    position = 0
    while position < len(tokens):
        if is_head(tokens[position]):
            post = _read(tokens, position, person_starts, posts[-1].stop if posts else 0)
            posts.append(post)
            position = max(post.stop, position + 1)
        else:
            position += 1
    return posts


def _read(tokens: Sequence[Token], head: int, person_starts: frozenset[int], floor: int) -> Post:
    first = head
    while first > floor:
        if _joins_head(tokens[first - 1], tokens[head]):
            first -= 1
        elif (
            first - 1 > floor
            and tokens[first - 1].text == "и"
            and tokens[first - 2].lemma in _prefixes()
            and first < head
        ):
            first -= 2  # "чрезвычайный и полномочный посол"
        else:
            break
    nationality = ""
    words: list[str] = []
    for token in tokens[first:head]:
        if token.lemma in _prefixes() or token.text == "и":
            words.append(token.lemma)
        else:
            nationality = _country_of(token) or nationality
    words.append(heads()[tokens[head].lemma])
    stop, kept = read_tail(tokens, head + 1, person_starts, plural=tokens[head].number == "Plur")
    tail = tidy_tail(spoken(kept))
    title = everyday_title(" ".join((*words, tail)).strip())
    if nationality and not re.search(r"[А-ЯA-Z]", tail):
        title = f"{title} {nationality}"
    post = Post(first, stop, title, tokens[head].number == "Plur")
    return _with_second(tokens, post, person_starts)


def _with_second(tokens: Sequence[Token], post: Post, person_starts: frozenset[int]) -> Post:
    """Join the second post behind a dash, unless a person's name stands between the two."""
    ahead = post.stop + 1
    if post.stop >= len(tokens) or tokens[post.stop].text not in DASHES or post.plural:
        return post
    while ahead < len(tokens) and tokens[ahead].lemma in _prefixes():
        ahead += 1
    if ahead >= len(tokens) or not is_head(tokens[ahead]):
        return post
    second = _read(tokens, ahead, person_starts, post.stop + 1)
    return replace(post, stop=second.stop, title=f"{post.title} — {second.title}")


def _joins_head(token: Token, head: Token) -> bool:
    if token.lemma in _prefixes():
        return True
    agrees = not head.case or not token.case or token.case == head.case or {token.case, head.case} == {"Gen", "Acc"}
    return token.pos in ("ADJ", "NOUN") and token.text.islower() and agrees and bool(_country_of(token))


def _country_of(token: Token) -> str:
    """Return the genitive of the country or region that an adjective names, "" where it names none."""
    from extract.parties import find_parties
    from extract.places import place_named

    parties = find_parties(token.text)
    if parties:
        return genitive(parties[0][1]) if len(parties) == 1 else ""
    adjective = _SKI.fullmatch(token.text)
    regions = place_named(f"{adjective['stem'].capitalize()}ая область") if adjective else ()
    return genitive(regions[0].name) if regions else ""


@cache
def genitive(name: str) -> str:
    """Return the genitive of a canonical party or place name: "Казахстан" → "Казахстана"."""
    from extract.inflect import genitive as inflected

    return inflected(name)


@cache
def _heads_of() -> list[tuple[re.Pattern[str], str]]:
    table: dict[str, str] = load("posts")["ru"]["everyday"]
    return [(re.compile(rf"^{re.escape(said)}(?![\w-])", re.IGNORECASE), title) for said, title in table.items()]


def everyday_title(title: str) -> str:
    """Return a title by its usual name: "глава МИД" → "министр иностранных дел"."""
    for pattern, usual in _heads_of():
        title = pattern.sub(usual, title)
    return title


def split_title(title: str) -> tuple[str, str]:
    """Give each of two holders their own title: "министр экономики Чехии и Польши" → "... Чехии", "... Польши"."""
    from extract.parties import find_parties

    owners = find_parties(title)
    left, _, right = title.rpartition(" и ")
    if len(owners) != 2 or not left or not right:
        return title, title
    common = title[: owners[0][0].start].strip()
    first, second = (f"{common} {genitive(owner)}" for _, owner in owners)
    return first, second
