"""English titles in Russian: "Kazakh Deputy Prime Minister" → "заместитель премьер-министра Казахстана"."""

from collections.abc import Sequence

from extract.data import load
from extract.people.post_words import ForeignPost, PostWord, governing, posts_among, prepositional

EXAMPLES = {
    "Kazakh Prime Minister": "премьер-министр Казахстана",
    "Prime Minister of Kazakhstan": "премьер-министр Казахстана",
    "Kazakhstan's Minister of Trade and Integration": "министр торговли и интеграции Казахстана",
    "Kazakh Deputy Foreign Minister": "заместитель министра иностранных дел Казахстана",
    "Azerbaijani Economy Minister": "министр экономики Азербайджана",
    "First Deputy Prime Minister": "первый заместитель премьер-министра",
    "Minister of Economy and Sustainable Development of Georgia": "министр экономики и устойчивого развития Грузии",
    "Deputy Prime Minister – Minister of Transport": "заместитель премьер-министра — министр транспорта",
    "Deputy Chairman of the Government of Russia": "заместитель председателя правительства России",
    "Chairman of the Board of Directors of KamaTyres": "председатель совета директоров KamaTyres",
    "Fufeng Group Chairman": "председатель Fufeng Group",
    "Governor of Kostanay region": "аким Костанайской области",
    "Ambassador of Kazakhstan to Iran": "посол Казахстана в Иране",
    "Ambassador of Kazakhstan in Ukraine": "посол Казахстана в Украине",
    "President of Kazakhstan in Tashkent": "президент Казахстана",
    "Advisor to the Minister of Finance of Uzbekistan": "советник министра финансов Узбекистана",
    "President of Tatarstan": "президент Татарстана",
    "Deputy Chairman of the Russian Government": "заместитель председателя правительства России",
    "Chairman of the Senate of the Kazakh Parliament": "председатель сената парламента Казахстана",
    "Governor of Russia's Orenburg Region": "губернатор Оренбургской области",
    "President of the China Petrochemical Corporation": "президент China Petrochemical Corporation",
    "Kazakhstan's Ambassador to Belgium": "посол Казахстана в Бельгии",
    "Kazakh Foreign Ministry's spokesperson": "официальный представитель МИД Казахстана",
    "the Cuban ambassador to this country": "посол Кубы",
}


def english_posts(words: Sequence[PostWord]) -> list[ForeignPost]:
    """Return the titles among the words of a sentence, left to right."""
    return posts_among(words, _read)


def _read(words: Sequence[PostWord], head: int, floor: int) -> tuple[ForeignPost, int]:
    """Read the title around `head`; words before token `floor` belong to another one. Return it and where to go on."""
    first = _front(words, head, floor)
    title, owner = _front_title(words[first:head], words[head])
    stop, tail, owner_behind, country = _tail(words, head)
    owner = f"{owner} {owner_behind}" if owner_behind.startswith("в ") else owner_behind or owner
    title = _local(f"{title} {tail}".strip(), country)
    second = _second(words, stop)
    if second is not None:
        other, other_owner = _front_title(words[stop + 1 : second], words[second])
        other_stop, tail, owner_behind, _ = _tail(words, second)
        if words[stop].sort == "dash" or _is_named(words, first, other_stop):
            title, stop = f"{title} — {f'{other} {tail}'.strip()}", other_stop
            owner = owner_behind or other_owner or owner
    post = ForeignPost(words[first].first, words[stop - 1].stop, f"{title} {owner}".strip(), words[head].plural)
    return post, stop


def _is_named(words: Sequence[PostWord], first: int, stop: int) -> bool:
    """A name stands right behind a title, or before it across a comma."""
    if stop < len(words) and words[stop].sort == "name":
        return True
    if stop + 1 < len(words) and words[stop].russian == "," and words[stop + 1].sort == "name":
        return True
    return first > 1 and words[first - 1].russian == "," and words[first - 2].sort == "name"


def _front(words: Sequence[PostWord], head: int, floor: int) -> int:
    """Return where the words before a head begin: "Kazakh Deputy Foreign", "Kazakhstan's"."""
    first = head
    while first and words[first - 1].first >= floor and _belongs(words, first):
        first -= 1
        if words[first].sort in ("owner", "organisation"):
            break
    return first


def _belongs(words: Sequence[PostWord], first: int) -> bool:
    """Tell whether the word before `first` is a part of the title that begins there."""
    before = words[first - 1]
    if before.sort in ("prefix", "portfolio", "owner", "organisation"):
        return True
    if before.sort != "joint" or first < 2:
        return False
    if before.russian == "s":
        return words[first - 2].sort in ("owner", "organisation", "portfolio")
    return before.russian == "и" and words[first - 2].sort == words[first].sort == "portfolio"


def _front_title(front: Sequence[PostWord], head: PostWord) -> tuple[str, str]:
    """Return the title without its owner, and the owner."""
    owner = next((word.russian for word in front if word.sort in ("owner", "organisation")), "")
    portfolio = " ".join(word.russian for word in front if word.sort == "portfolio" or word.russian == "и").strip()
    title = f"{head.russian} {portfolio}".strip()
    for word in reversed([word for word in front if word.sort == "prefix" and word.russian]):
        if word.russian in ("заместитель", "исполняющий обязанности"):
            title = f"{word.russian} {governing(title)}"
        else:
            title = f"{word.russian} {title}"
    return title, owner


def _tail(words: Sequence[PostWord], head: int) -> tuple[int, str, str, str]:
    """Read "of the Cabinet of Ministers of Turkmenistan": where it ends, the portfolio, the owner, its country."""
    position = stop = head + 1
    parts: list[str] = []
    owner = country = ""
    joint = "of" if words[head].verbal else ""
    while position < len(words):
        word = words[position]
        if word.sort == "joint" and word.russian in ("of", "the", "и", ",", "to", "s"):
            if word.russian == "to" and not _may_be_sent(words, head, position + 1):
                break
            if word.russian != "the":
                joint = word.russian
            position += 1
            continue
        if not joint:
            break
        if word.sort == "portfolio" and not word.russian:
            pass  # "to this country"
        elif word.sort == "portfolio" and joint in ("of", "и", ","):
            if not parts and joint != "of":
                break
            if parts and joint != "of":
                parts[-1] += "," if joint == "," else " и"
            parts.append(word.russian)
        elif word.sort in ("owner", "organisation") and joint in ("of", "s"):
            owner, country = word.russian, word.country or country
        elif word.sort == "owner" and joint == "и" and owner and words[head].plural:
            owner = f"{owner} и {word.russian}"
        elif word.sort == "owner" and joint == "to":
            owner = f"{owner} в {prepositional(word.russian)}".strip()
        elif word.sort == "head" and joint in ("of", "to") and not parts and not owner:
            parts.append(governing(word.russian))
        else:
            break
        position += 1
        national = (
            word.sort in ("owner", "organisation") and position < len(words) and words[position].sort == "portfolio"
        )
        stop, joint = position, "of" if national else word.case
    return stop, " ".join(part for part in parts if part), owner, country


def _may_be_sent(words: Sequence[PostWord], head: int, position: int) -> bool:
    """An envoy is one "to" a place, an adviser "to" a holder of a post; any other post has no such tail."""
    while position < len(words) and words[position].russian == "the":
        position += 1
    if position >= len(words) or words[head].russian.split()[-1] not in load("posts")["ru"]["envoys"] + ["помощник"]:
        return False
    following = words[position]
    hosted = following.sort == "portfolio" and not following.russian
    return hosted or following.sort in ("head", "owner")


def _second(words: Sequence[PostWord], stop: int) -> int | None:
    """Return the head of a second title behind a dash or "and", None where there is none."""
    if stop >= len(words) or not (words[stop].sort == "dash" or words[stop].russian == "и"):
        return None
    head = stop + 1
    while head < len(words) and (words[head].sort in ("prefix", "portfolio") or words[head].russian == "the"):
        head += 1
    return head if head < len(words) and words[head].sort == "head" and not words[head].plural else None


def _local(title: str, country: str) -> str:
    word = load("posts")["en"]["local"].get(country)
    head, _, rest = title.partition(" ")
    return f"{word} {rest}".strip() if word and head in ("губернатор", "мэр") else title
