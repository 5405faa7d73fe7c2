"""Kazakh titles in Russian: "Қазақстан Премьер-Министрінің орынбасары" → "заместитель премьер-министра Казахстана"."""

from collections.abc import Sequence

from extract.data import load
from extract.people.post_words import ForeignPost, PostWord, governing, posts_among, prepositional

EXAMPLES = {
    "Қазақстан Премьер-Министрі": "премьер-министр Казахстана",
    "Қазақстан Республикасының Президенті": "президент Казахстана",
    "Премьер-Министрдің орынбасары – Көлік министрі": "заместитель премьер-министра — министр транспорта",
    "Өзбекстанның сыртқы істер министрі": "министр иностранных дел Узбекистана",
    "Сауда және интеграция министрі": "министр торговли и интеграции",
    "Қырғызстан Министрлер кабинетінің төрағасы": "председатель кабинета министров Кыргызстана",
    "Қостанай облысының әкімі": "аким Костанайской области",
    "Қазақстанның Ирандағы елшісі": "посол Казахстана в Иране",
    "Мемлекет басшысы": "глава государства",
    "Астанада Өзбекстан Президенті": "президент Узбекистана",
    "Шымкент қаласының әкімі": "аким Шымкента",
    "облыс әкімі": "аким области",
    "Премьер-Министрдің міндетін атқарушы": "исполняющий обязанности премьер-министра",
    "Жамбыл облысының энергетика басқармасының басшысы": "глава управления энергетики Жамбылской области",
    "«Агросоюз» жауапкершілігі шектеулі серіктестігінің директоры": "директор Агросоюз",
    "ҚР Президентінің Баспасөз хатшысы": "пресс-секретарь президента Казахстана",
}


def kazakh_posts(words: Sequence[PostWord]) -> list[ForeignPost]:
    """Return the titles among the words of a sentence, left to right."""
    return posts_among(words, _read)


def _read(words: Sequence[PostWord], head: int, floor: int) -> tuple[ForeignPost, int]:
    first = _front(words, head, floor)
    title, owner = _title(words[first:head], words[head])
    last = head
    while last + 1 < len(words) and words[last + 1].sort in ("head", "prefix") and _nests(words[last], words[last + 1]):
        step = last + 1
        while step < len(words) and words[step].sort == "prefix":
            step += 1
        if step >= len(words) or words[step].sort != "head":
            break
        inner = governing(title)
        prefix = " ".join(word.russian for word in words[last + 1 : step])
        title = f"{prefix} {words[step].russian} {inner}".strip()
        last = step
    stop = last + 1
    second = _second(words, stop)
    if second is not None:
        other, other_owner = _title(words[stop + 1 : second], words[second])
        title, owner, stop = f"{title} — {other}", owner or other_owner, second + 1
        last = second
    return (
        ForeignPost(words[first].first, words[last].stop, f"{title} {owner}".strip(), words[last].plural),
        stop,
    )


def _nests(word: PostWord, following: PostWord) -> bool:
    """A title in the genitive depends on the next one: "Премьер-Министрдің орынбасары"; so does one acted for."""
    if "исполняющий" in following.russian:
        return True
    return word.case.endswith(("ның", "нің", "дың", "дің", "тың", "тің"))


def _front(words: Sequence[PostWord], head: int, floor: int) -> int:
    first = head
    while first and words[first - 1].first >= floor and _belongs(words, first):
        first -= 1
    return first


def _belongs(words: Sequence[PostWord], first: int) -> bool:
    """Tell whether the word before `first` is a part of the title that begins there."""
    before = words[first - 1]
    if before.case == "да":
        return False
    if before.sort in ("prefix", "portfolio", "owner", "organisation"):
        return True
    return before.sort == "joint" and first > 1 and words[first - 2].sort == words[first].sort == "portfolio"


def _title(front: Sequence[PostWord], head: PostWord) -> tuple[str, str]:
    """Return the title without its owner, and the owner; an owner "in" a place comes behind: "в Иране"."""
    owners = [word for word in front if word.sort in ("owner", "organisation")]
    where = next((f"в {prepositional(word.russian)}" for word in owners if word.case == "дағы"), "")
    owner = " ".join((*(word.russian for word in owners if word.case != "дағы"), where)).strip()
    parts: list[str] = []
    for word in front:
        if word.sort == "portfolio" and word.russian:
            parts.append(word.russian)
        elif word.sort == "joint" and parts:
            parts[-1] += "," if word.russian == "," else " и"
    if len(parts) > 1 and parts[-1] in (bodies := load("posts")["kk"]["bodies"]) and not parts[-2].endswith("ой"):
        parts = [bodies[parts[-1]], *parts[:-1]]
    if owner:
        parts = [part for part in parts if part not in load("posts")["kk"]["implied"]]
    prefix = " ".join(word.russian for word in front if word.sort == "prefix")
    return f"{prefix} {head.russian} {' '.join(parts)}".strip().replace("  ", " "), owner


def _second(words: Sequence[PostWord], stop: int) -> int | None:
    """Return the head of a second title of the same person behind a dash."""
    if stop >= len(words) or words[stop].sort != "dash":
        return None
    head = stop + 1
    while head < len(words) and words[head].sort in ("prefix", "portfolio", "joint"):
        head += 1
    return head if head < len(words) and words[head].sort == "head" else None
