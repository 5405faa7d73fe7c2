"""People of an article with their posts: "президентом Татарстана Рустамом Миннихановым" → Рустам Минниханов.

A name is what the tagger marks; the post stands before it or, after a comma or dash, behind it. A surname alone joins
the full name that the article gives elsewhere, and a post alone ("глава государства") the person who holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Language, Person, Span
from extract.names.places import place_named
from extract.people.case import SURNAMES
from extract.people.names import everyday_name, is_initial, same_person, surname_key
from extract.words.tagger import Name, Tagged

EXAMPLES = {
    "Президент Казахстана Касым-Жомарт Токаев прилетел в Казань. Токаева встретили в аэропорту.": [
        ("Касым-Жомарт Токаев", "президент Казахстана"),
        ("Касым-Жомарт Токаев", "президент Казахстана"),
    ],
    "Президент Казахстана Касым-Жомарт Токаев прилетел в Казань. Глава государства осмотрел завод.": [
        ("Касым-Жомарт Токаев", "президент Казахстана"),
        ("Касым-Жомарт Токаев", "президент Казахстана"),
    ],
    "Завод показали Минниханову. Рустам Минниханов осмотрел завод.": [
        ("Рустам Минниханов", None),
        ("Рустам Минниханов", None),
    ],
    "Премьер-министр Казахстана Олжас Бектенов встретился с узбекским коллегой Абдуллой Ариповым.": [
        ("Олжас Бектенов", "премьер-министр Казахстана"),
        ("Абдулла Арипов", "премьер-министр Узбекистана"),
    ],
    "Президент Кыргызстана Садыр Жапаров и премьер Акылбек Жапаров провели совещание.": [
        ("Садыр Жапаров", "президент Кыргызстана"),
        ("Акылбек Жапаров", "премьер-министр"),
    ],
    "В зал вошел Минниханов Рустам Нургалиевич.": [("Рустам Минниханов", None)],
    "Завод показал Сергей Когогин. Он является председателем комиссии.": [
        ("Сергей Когогин", "председатель комиссии"),
        ("Сергей Когогин", "председатель комиссии"),
    ],
    "Министр торговли Арман Шаккалиев выступил. Ранее он занимал пост посла.": [
        ("Арман Шаккалиев", "министр торговли")
    ],
    "С докладом выступила Тамара Дуйсенова.": [("Тамара Дуйсенова", None)],
    "Вопрос обсудили с заместителем премьер-министра — министром экономики Казахстана Сериком Жумангариным.": [
        ("Серик Жумангарин", "заместитель премьер-министра — министр экономики Казахстана")
    ],
}
NOT_EXAMPLES = [
    "Пекин и Астана договорились.",
    "Завод в Костанае выпускает тракторы.",
    "В области Абай строят дороги.",
    "НУР-СУЛТАН. КАЗИНФОРМ",
    "Нур-Султан.",
]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person at a place in the text; `post_span` covers the post where one stands with the name.

    `named` is False where only a post stands ("премьер-министр Казахстана"); then `person.name` is empty unless the
    article names the holder elsewhere. `case` is the grammatical case of the name or post where the language has one.
    `posts` are the posts that stand with the name, one by one, each with its title. `pronoun` is the gender of the
    "он" or "она" that a bare post is said of: "он является председателем".
    """

    span: Span
    person: Person
    named: bool = True
    post_span: Span | None = None
    case: str = ""
    plural: bool = False
    posts: tuple[tuple[Span, str], ...] = ()
    pronoun: str = ""


Sentences = Sequence[tuple[str, Tagged]]


def find_people(sentences: Sentences, language: Language) -> list[tuple[PersonMention, ...]]:
    """Return the people of each sentence, in reading order, joined over the whole article."""
    from extract.people.roles import resolve_roles

    found = [_in_sentence(text, tagged, language) for text, tagged in sentences]
    return [tuple(sentence) for sentence in resolve_roles(_joined_names(found))]


def _in_sentence(text: str, tagged: Tagged, language: Language) -> list[PersonMention]:
    if language == "ru":
        from extract.people.holders import attach_posts as attach
    else:
        from extract.people.foreign_posts import attach_foreign_posts as attach
    names = [name for name in tagged.names if name.type == "person" and _is_name(name)]
    return attach(text, tagged, names, language)


def _is_name(name: Name) -> bool:
    word = name.normal.strip()
    if len(word) < 2 or not word[:1].isupper() or any(character.isdigit() for character in word):
        return False
    return not _is_place(word)


def _is_place(word: str) -> bool:
    """A known place alone is no person ("НУР-СУЛТАН"), unless it is like a surname ("Королёв")."""
    return " " not in word and not word.lower().endswith(SURNAMES) and bool(place_named(word.title()))


def _joined_names(found: list[list[PersonMention]]) -> list[list[PersonMention]]:
    """Give each mention the fullest name of its person: "Токаев" → "Касым-Жомарт Токаев", in the form that stands
    in the nominative somewhere."""
    found = [[_everyday(mention) for mention in sentence] for sentence in found]
    full = _full_names(found)
    joined: list[list[PersonMention]] = []
    last: dict[str, str] = {}
    for sentence in found:
        row: list[PersonMention] = []
        for mention in sentence:
            if mention.named:
                key = surname_key(mention.person.name)
                name = _completed(mention.person.name, full.get(key, []), last.get(key))
                last[key] = name
                mention = replace(mention, person=Person(name, mention.person.role))
            row.append(mention)
        joined.append(row)
    return joined


def _everyday(mention: PersonMention) -> PersonMention:
    if not mention.named:
        return mention
    return replace(mention, person=Person(everyday_name(mention.person.name), mention.person.role))


def _full_names(found: list[list[PersonMention]]) -> dict[str, list[str]]:
    """Return the names of two and more words by surname, one a person, the nominative ones winning."""
    full: dict[str, list[str]] = {}
    mentions = [mention for sentence in found for mention in sentence if mention.named]
    for mention in sorted(mentions, key=lambda one: (is_initial(one.person.name), one.case not in ("Nom", ""))):
        name = mention.person.name
        if len(name.split()) < 2:
            continue
        known = full.setdefault(surname_key(name), [])
        same = next((other for other in known if same_person(other, name)), None)
        if same is None:
            known.append(name)
        elif len(name.split()) > len(same.split()) and mention.case in ("Nom", ""):
            known[known.index(same)] = name
    return full


def _completed(name: str, candidates: list[str], last: str | None) -> str:
    """Return the full name that a shorter one stands for: the only one, else the one spoken of last."""
    fitting = [candidate for candidate in candidates if same_person(candidate, name)]
    if not fitting:
        return name
    return last if last in fitting else fitting[0]
