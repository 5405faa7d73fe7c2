"""Posts in Russian: "премьер-министром РК" → "премьер-министр Казахстана".

A title is a head word of `posts.toml` with its agreeing adjectives before it and its genitive tail behind it; a dash
joins a second post of the same person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.data import load
from extract.people.post_tail import case_of_head, heads, is_head, read_tail, spoken, tidy_tail
from extract.people.post_words import governing
from extract.words.tagger import Token
from extract.words.wordlist import pattern_of

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
    "послом России в РК": "посол России в Казахстане",
    "исполняющего обязанности министра торговли": "исполняющий обязанности министра торговли",
    "врио губернатора Омской области": "врио губернатора Омской области",
    "главой российского внешнеполитического ведомства": "министр иностранных дел России",
    "генеральный директор ПАО «КАМАЗ»": "генеральный директор КАМАЗ",
    "действующим председателем правления ЕАБР": "действующий председатель правления ЕАБР",
    "министр инвестиций, промышленности и торговли Узбекистана": (
        "министр инвестиций, промышленности и торговли Узбекистана"
    ),
    "председателем совета директоров Xinjiang Lihua (Group) Co., Ltd.": (
        "председатель совета директоров Xinjiang Lihua"
    ),
}
NOT_EXAMPLES = [
    "завод в Костанае",
    "министерство экономики",
    "главный корпус завода",
    "представительство в Минске",
    "делегация во главе с ним",
]

DASHES = "—–-"
_PARTICIPLE = re.compile(r"(\w+ующ)(?:ий|его|ему|им|ем)$")
_SKI = re.compile(r"(?P<stem>[а-яё-]+ск)(?:ий|ого|ому|им|ом)")


@dataclass(frozen=True, slots=True)
class Post:
    """A title in a sentence: token range, its nominative, whether its head is plural ("президенты"), and its case."""

    first: int
    stop: int
    title: str
    plural: bool
    case: str = ""


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("posts")["ru"]["prefixes"]["words"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("posts")["ru"][key])


def find_posts(tokens: Sequence[Token], person_starts: frozenset[int] = frozenset()) -> list[Post]:
    """Return the titles of a sentence from left to right; a tail ends where a person's name starts."""
    posts: list[Post] = []
    position = 0
    while position < len(tokens):
        if is_head(tokens[position]) and not (position and tokens[position - 1].text.lower() == "во"):
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
    acting_first, acting, case = _acting(tokens, first, floor)
    words: list[str] = []
    for token in tokens[first:head]:
        if _prefix(token) in _prefixes() or token.text == "и":
            words.append(_prefix(token))
        else:
            nationality = _country_of(token) or nationality
    words.append(heads()[tokens[head].lemma])
    stop, kept = read_tail(tokens, head + 1, person_starts, plural=tokens[head].number == "Plur")
    if {token.text.lower() for token in kept[1:3]} & _words("national") and (country := _country_of(kept[0])):
        nationality, kept = country, kept[1:]
    tail = tidy_tail(spoken(kept))
    title = everyday_title(" ".join((*words, tail)).strip())
    if nationality and not re.search(r"[А-ЯA-Z]", tail.removeprefix("МИД")):
        title = f"{title} {nationality}"
    if acting:
        title = f"{acting} {governing(title)}"
    case = case if acting else case_of_head(tokens[head])
    post = Post(acting_first, stop, title, tokens[head].number == "Plur", case)
    return _with_second(tokens, post, person_starts)


def _acting(tokens: Sequence[Token], first: int, floor: int) -> tuple[int, str, str]:
    """Return where "исполняющий обязанности" before a title begins, its words and its case; "" where none stands."""
    for length in (4, 3, 2, 1):
        start = first - length
        if start < floor or tokens[first].case not in ("Gen", "Acc"):
            continue
        written = "".join(
            token.text.lower() + " " * (token.stop != after.start)
            for token, after in zip(tokens[start:first], tokens[start + 1 : first + 1], strict=True)
        ).strip()
        for pattern, words in _acting_words():
            if pattern.fullmatch(written):
                return start, words, next((token.case for token in tokens[start:first] if token.pos != "ADV"), "")
    return first, "", ""


@cache
def _acting_words() -> list[tuple[re.Pattern[str], str]]:
    return [(pattern_of([written]), words) for written, words in load("posts")["ru"]["acting"].items()]


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


def _prefix(token: Token) -> str:
    """Return the lemma of a word before a head; of a participle, its nominative: "действующим" → "действующий"."""
    stem = _PARTICIPLE.match(token.text.lower())
    return f"{stem[1]}ий" if stem else token.lemma


def _joins_head(token: Token, head: Token) -> bool:
    if _prefix(token) in _prefixes():
        return True
    agrees = not head.case or not token.case or token.case == head.case or {token.case, head.case} == {"Gen", "Acc"}
    return token.pos in ("ADJ", "NOUN") and token.text.islower() and agrees and bool(_country_of(token))


def _country_of(token: Token) -> str:
    """Return the genitive of the country or region that an adjective names, "" where it names none."""
    from extract.names.parties import find_parties
    from extract.names.places import place_named

    parties = find_parties(token.text)
    if parties:
        return genitive(parties[0][1]) if len(parties) == 1 else ""
    adjective = _SKI.fullmatch(token.text)
    regions = place_named(f"{adjective['stem'].capitalize()}ая область") if adjective else ()
    return genitive(regions[0].name) if regions else ""


@cache
def genitive(name: str) -> str:
    """Return the genitive of a canonical party or place name: "Казахстан" → "Казахстана"."""
    from extract.words.inflect import genitive as inflected

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
    from extract.names.parties import find_parties
    from extract.names.places import find_places

    owners = find_parties(title)
    if len(owners) != 2:
        owners = [(span, place.name) for span, place in find_places(title)]
    left, _, right = title.rpartition(" и ")
    if len(owners) != 2 or not left or not right:
        return title, title
    common = title[: owners[0][0].start].strip()
    first, second = (f"{common} {genitive(owner)}" for _, owner in owners)
    return first, second
