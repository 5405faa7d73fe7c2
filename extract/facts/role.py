"""Who holds which post: each person and post once an article, as the text words it.

people with a post beside their name | organisation out of the post's tail | Role
"""

from collections.abc import Iterator

from extract.document import Document, Sentence
from extract.examples import Example
from extract.explain import Dropped
from extract.facts.sides import side_of
from extract.model import Found, Role, Span
from extract.people.finding import PersonMention

CONFIDENCE = 0.9

EXAMPLES = (
    Example(
        "В Казань прибыл премьер-министр Казахстана Алихан Смаилов.",
        ({"kind": "role", "person": "Алихан Смаилов", "position": "премьер-министр Казахстана"},),
    ),
    Example(
        "Сергей Когогин, гендиректор КАМАЗа, посетил завод. Гендиректор КАМАЗа Сергей Когогин доволен.",
        ({"kind": "role", "person": "Сергей Когогин", "position": "генеральный директор КАМАЗа"},),
    ),
    Example(
        "Kazakh Minister of Trade and Integration Arman Shakkaliyev visited Tashkent.",
        ({"kind": "role", "person": "Арман Шаккалиев", "position": "министр торговли и интеграции Казахстана"},),
        language="en",
    ),
    Example(
        "Қостанай облысының әкімі Құмар Ақсақалов зауытты аралады.",
        ({"kind": "role", "person": "Кумар Аксакалов", "position": "аким Костанайской области"},),
        language="kk",
    ),
)
NOT_EXAMPLES = (
    Example("Премьер-министр Казахстана посетил завод."),
    Example("Алихан Смаилов посетил завод."),
)


def find_roles(document: Document) -> Iterator[Found | Dropped]:
    """Yield the posts of the people whom an article names with them; a shorter form of a known post is dropped."""
    seen: dict[str, list[str]] = {}
    for sentence in document.sentences:
        for mention in sentence.people:
            person = mention.person.name
            titles = [mention.person.role, *(title for _, title in mention.posts)] if mention.posts else []
            for position in dict.fromkeys(title for title in titles if title and person):
                known = seen.setdefault(person, [])
                if not any(_same(position, other) for other in known):
                    known.append(position)
                    yield _found(sentence, person, position)
                elif position not in known:
                    yield Dropped("role", "role: post and name", _span(mention), "another form is known")


def _same(position: str, known: str) -> bool:
    """A title that only says less than a known one tells nothing new."""
    return known == position or known.startswith(position + " ") or known.endswith((" — " + position, " и " + position))


def _span(mention: PersonMention) -> Span:
    spans = [mention.span, *([mention.post_span] if mention.post_span else [])]
    return Span(min(span.start for span in spans), max(span.stop for span in spans))


def _found(sentence: Sentence, person: str, position: str) -> Found:
    role = Role(person=person, position=position, organisation=side_of(position))
    return Found(role, (sentence.evidence("role: post and name", ("person", "position", "organisation")),), CONFIDENCE)
