"""Posts over the whole article: who "глава государства", "премьер" or "узбекский коллега" is.

A bare post goes to the person who holds it by the same words, by a stand-in of `posts.toml`, or, for well-known
officials whom the article names, by `people_names.toml`. Of several holders the one spoken of last is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.data import load
from extract.model import Person
from extract.names.parties import find_parties
from extract.people.finding import PersonMention
from extract.people.names import is_female

REACH = 3  # sentences in which a person is still spoken of


def resolve_roles(found: list[list[PersonMention]]) -> list[list[PersonMention]]:
    """Return the mentions with holders for bare posts and posts for bare names, as far as the article tells them."""
    found = _by_pronoun(_counterparts(found))
    roles = _roles(found)
    official = _official_roles(found, roles)
    for name, role in official.items():
        roles.setdefault(name, []).append(role)
    resolved: list[list[PersonMention]] = []
    spoken_of: list[list[PersonMention]] = []
    for sentence in found:
        row: list[PersonMention] = []
        for mention in sentence:
            if mention.named:
                name = mention.person.name
                mention = replace(mention, person=Person(name, _role(name, mention.person.role, roles)))
            elif (
                not mention.plural
                and not mention.person.name
                and (holder := _holder(mention.person.role or "", roles, spoken_of))
            ):
                mention = replace(mention, person=Person(holder, _role(holder, None, roles)))
            row.append(mention)
        spoken_of.append([mention for mention in row if mention.person.name])
        resolved.append(row)
    return resolved


def _by_pronoun(found: list[list[PersonMention]]) -> list[list[PersonMention]]:
    """Give the post of "он является председателем" to the man or woman who was the last subject."""
    turned: list[list[PersonMention]] = []
    for index, sentence in enumerate(found):
        before = [one for row in reversed(found[max(0, index - REACH) : index]) for one in row]
        row: list[PersonMention] = []
        for mention in sentence:
            fitting = [
                one for one in before if one.named and is_female(one.person.name) == (mention.pronoun == "female")
            ]
            subjects = [one.person.name for one in fitting if one.case in ("Nom", "")]
            only = {one.person.name for one in fitting}
            name = subjects[0] if subjects else only.pop() if len(only) == 1 else ""
            if mention.pronoun and name:
                role = mention.person.role or ""
                mention = replace(mention, person=Person(name, role), posts=((mention.span, role),))
            row.append(mention)
        turned.append(row)
    return turned


def _roles(found: list[list[PersonMention]]) -> dict[str, list[str]]:
    """Return the posts that stand with each name."""
    roles: dict[str, list[str]] = {}
    for mention in (mention for sentence in found for mention in sentence):
        name, role = mention.person.name, mention.person.role
        if name and role and role not in roles.setdefault(name, []):
            roles[name].append(role)
    return {name: held for name, held in roles.items() if held}


@cache
def _stand_ins() -> dict[str, list[str]]:
    return dict(load("posts")["ru"]["stand_ins"])


@cache
def _detours() -> frozenset[str]:
    return frozenset(load("posts")["ru"]["detours"])


def _is_detour(role: str) -> bool:
    lowered = role.lower()
    return any(lowered == detour or lowered.startswith(detour + " ") for detour in _detours()) and not (
        lowered.startswith(("глава ", "лидер ", "руководитель ")) and not lowered.startswith(tuple(_long_detours()))
    )


@cache
def _long_detours() -> frozenset[str]:
    return frozenset(detour for detour in _detours() if " " in detour)


def _role(name: str, own: str | None, roles: dict[str, list[str]]) -> str | None:
    """Return the post to show with a name: its own, unless that is a detour or a fuller form stands elsewhere."""
    held = roles.get(name, [])
    if own is None or _is_detour(own):
        plain = [role for role in held if not _is_detour(role)]
        own = plain[0] if plain else own or (held[0] if held else None)
    if own is None:
        return None
    return next((role for role in held if role.startswith(own + " ") and " — " not in role[len(own) :]), own)


def _wanted(role: str) -> Iterator[str]:
    """Yield the beginnings of the titles that a bare post may stand for, in small letters."""
    yield role
    for detour, titles in _stand_ins().items():
        if role == detour or role.startswith(detour + " "):
            tail = role[len(detour) :]
            yield from (title + tail for title in titles)


def _fits(held: str, wanted: str) -> bool:
    """Tell whether a bare post may stand for a held one.

    A title in fewer words stands for a fuller one of the same beginning ("министр Венгрии" for "министр торговли
    Венгрии"); a country that only one of the two names does not speak against it.
    """
    held = held.lower()
    if held == wanted or held.startswith(wanted + " ") or held.endswith("— " + wanted):
        return True
    head, country = _parted(wanted)
    held_head, held_country = _parted(held)
    if country and held_country:
        return country == held_country and (held_head + " ").startswith(head + " ")
    return bool(country) and not held_country and head == held_head


@cache
def _parted(title: str) -> tuple[str, str]:
    """Split a title in small letters into its words and the canonical name of the country at its end."""
    capitals = re.sub(r"\b\w", lambda match: match[0].upper(), title)
    parties = find_parties(capitals)
    if parties and parties[-1][0].stop == len(title):
        start = parties[-1][0].start
        return title[:start].strip(), parties[-1][1]
    return title, ""


def _holder(role: str, roles: dict[str, list[str]], spoken_of: list[list[PersonMention]]) -> str | None:
    """Return who holds a post: the only person who may, else the one whom the last sentences speak of.

    "Глава государства" without a country is the one whom the article names first.
    """
    wanted = list(_wanted(role.lower()))
    exact = [name for name, held in roles.items() if any(one.lower() == wanted[0] for one in held)]
    candidates = exact or [
        name for name, held in roles.items() if any(_fits(one, title) for one in held for title in wanted)
    ]
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    if role.lower() in _long_detours():
        return next((one.person.name for row in spoken_of for one in row if one.person.name in candidates), None)
    for sentence in reversed(spoken_of[-REACH:]):
        near = [mention for mention in sentence if mention.person.name in candidates]
        names = {mention.person.name for mention in near}
        subjects = {mention.person.name for mention in near if mention.case in ("Nom", "")}
        if names:
            return names.pop() if len(names) == 1 else subjects.pop() if len(subjects) == 1 else None
    return None


@cache
def _known_posts() -> dict[str, list[str]]:
    return dict(load("people_names")["posts"])


def _official_roles(found: list[list[PersonMention]], roles: dict[str, list[str]]) -> dict[str, str]:
    """Return posts that the article names without a name, for well-known holders whom it names elsewhere."""
    bare = [
        mention.person.role.lower()
        for sentence in found
        for mention in sentence
        if not mention.named and mention.person.role
    ]
    named = {mention.person.name for sentence in found for mention in sentence if mention.named}
    given: dict[str, str] = {}
    for name in sorted(named & _known_posts().keys()):
        held = [role.lower() for role in roles.get(name, [])]
        if any(not _is_detour(role) for role in held):
            continue
        for known in _known_posts()[name]:
            if any(known.lower() in _wanted_with(role, known) for role in held) or any(
                _names_post(role, known) for role in bare
            ):
                given[name] = known
                break
    return given


def _wanted_with(detour: str, known: str) -> set[str]:
    """Return the titles that a detour stands for, also with the country of the post that the holder is known for."""
    titles = set(_wanted(detour))
    return titles | {f"{title} {known.rpartition(' ')[2].lower()}" for title in titles}


def _names_post(bare: str, known: str) -> bool:
    """ "президент России и Узбекистана" and "президент Узбекистана" both name the known post."""
    head, _, owner = known.lower().rpartition(" ")
    return known.lower() in _wanted(bare) or (bare.startswith(head + " ") and bool(re.search(rf"\b{owner}\b", bare)))


def _counterparts(found: list[list[PersonMention]]) -> list[list[PersonMention]]:
    """Give "узбекский коллега" the title of the person spoken of with them, and their own country.

    Where only the colleague's title is known, the other person has the same one.
    """
    known: dict[str, str] = {}
    for mention in (mention for sentence in found for mention in sentence):
        if mention.named and mention.person.role and not _is_colleague(mention.person.role):
            known.setdefault(mention.person.name, mention.person.role)
    before: str | None = None
    turned: list[list[PersonMention]] = []
    for sentence in found:
        row: list[PersonMention] = []
        for mention in sentence:
            name, role = mention.person.name, mention.person.role
            if role and _is_colleague(role):
                other = row[-1] if row else None
                if other and other.named and name in known and other.person.name not in known:
                    same = _official_title(other.person.name, _without_country(known[name]))
                    row[-1] = replace(other, person=Person(other.person.name, same))
                country = role.removeprefix("коллега").strip()
                title = f"{_without_country(before)} {country}".strip() if before and country else None
                if title is None and not mention.named:
                    continue
                posts = tuple((span, title) for span, _ in mention.posts if title)
                mention = replace(mention, person=Person(name, title or known.get(name)), posts=posts)
            elif role or name in known:
                before = role or known[name]
            row.append(mention)
        turned.append(row)
    return turned


def _is_colleague(role: str) -> bool:
    return role == "коллега" or role.startswith("коллега ")


def _official_title(name: str, head: str) -> str:
    """Return a title with the country for which its holder is known, else as it is."""
    return next((post for post in _known_posts().get(name, ()) if post.startswith(head + " ")), head)


def _without_country(title: str) -> str:
    parties = find_parties(title)
    return title[: parties[-1][0].start].strip() if parties and parties[-1][0].stop == len(title) else title
