"""People of an article with their posts: "президентом Татарстана Рустамом Миннихановым" → Рустам Минниханов.

A name is what the tagger marks; the post stands before it or, after a comma or dash, behind it. A surname alone joins
the full name that the article gives elsewhere, and a post alone ("глава государства") the person who holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.data import load
from extract.model import Language, Person, Span
from extract.names import everyday_name, surname_key
from extract.tagger import Name, Tagged


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person at a place in the text; `post_span` covers the post where one stands with the name.

    `named` is False where only a post stands ("премьер-министр Казахстана"); then `person.name` is empty unless the
    article names the holder elsewhere. `case` is the grammatical case of the name or post where the language has one.
    """

    span: Span
    person: Person
    named: bool = True
    post_span: Span | None = None
    case: str = ""
    plural: bool = False


Sentences = Sequence[tuple[str, Tagged]]


def find_people(sentences: Sentences, language: Language) -> list[tuple[PersonMention, ...]]:
    """Return the people of each sentence, in reading order, joined over the whole article."""
    found = [_in_sentence(text, tagged, language) for text, tagged in sentences]
    return _joined_over_article(found)


def _in_sentence(text: str, tagged: Tagged, language: Language) -> list[PersonMention]:
    if language == "ru":
        from extract.holders import attach_posts as attach
    else:
        from extract.foreign_posts import attach_foreign_posts as attach
    names = [name for name in tagged.names if name.type == "person" and _is_name(name)]
    return attach(text, tagged, names, language)


def _is_name(name: Name) -> bool:
    word = name.normal.strip()
    return len(word) > 1 and word[:1].isupper() and not any(character.isdigit() for character in word)


def _joined_over_article(found: list[list[PersonMention]]) -> list[tuple[PersonMention, ...]]:
    """Give each mention the fullest name of its surname and, to bare posts, the one person who holds them."""
    full: dict[str, str] = {}
    for mention in (mention for sentence in found for mention in sentence if mention.named):
        key = surname_key(mention.person.name)
        name = everyday_name(mention.person.name)
        if len(name.split()) > len(full.get(key, "").split()):
            full[key] = name
    named = [[_completed(mention, full) for mention in sentence] for sentence in found]
    return [tuple(sentence) for sentence in _resolved_posts(named)]


def _completed(mention: PersonMention, full: dict[str, str]) -> PersonMention:
    if not mention.named:
        return mention
    name = full.get(surname_key(mention.person.name), everyday_name(mention.person.name))
    return replace(mention, person=Person(name, mention.person.role))


def _resolved_posts(found: list[list[PersonMention]]) -> list[list[PersonMention]]:
    roles: dict[str, list[str]] = {}
    first_role: dict[str, str] = {}
    for mention in (mention for sentence in found for mention in sentence):
        if mention.named and mention.person.role:
            holders = roles.setdefault(mention.person.role.lower(), [])
            if mention.person.name not in holders:
                holders.append(mention.person.name)
            first_role.setdefault(mention.person.name, mention.person.role)
    resolved: list[list[PersonMention]] = []
    for sentence in found:
        row: list[PersonMention] = []
        for mention in sentence:
            if not mention.named and mention.person.role and not mention.plural:
                name = _holder(mention.person.role.lower(), roles)
                if name:
                    mention = replace(mention, person=Person(name, first_role[name]))
            elif mention.named and not mention.person.role and mention.person.name in first_role:
                mention = replace(mention, person=Person(mention.person.name, first_role[mention.person.name]))
            row.append(mention)
        resolved.append(row)
    return resolved


def _holder(role: str, roles: dict[str, list[str]]) -> str | None:
    """Return the only person in the article who holds a post, by the same words or by a stand-in of `posts.toml`."""
    stand_ins: dict[str, list[str]] = load("posts")["ru"]["stand_ins"]
    wanted = (role, *stand_ins.get(role, ()))
    candidates = {
        name
        for held, names in roles.items()
        for name in names
        if any(held == post or held.startswith(post + " ") for post in wanted)
    }
    return candidates.pop() if len(candidates) == 1 else None
