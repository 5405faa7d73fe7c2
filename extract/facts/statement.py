"""Direct quotations: «…», – сказал Алихан Смаилов → Statement(person, role, quote).

    lines | quotations | the person in the clause, or whom its pronoun stands for | Statement

Words that a body is quoted with ("говорится в сообщении") are nobody's.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from extract.data import load
from extract.document import Document, Sentence
from extract.examples import Example
from extract.explain import Dropped
from extract.model import Evidence, Found, Language, Person, Span, Statement
from extract.people.finding import PersonMention
from extract.people.names import is_female
from extract.quotations import Quotation, find_quotations

CONFIDENCE = {"name": 0.95, "post": 0.85, "pronoun": 0.75}
REACH = 4  # sentences back in which a pronoun's person is named

EXAMPLES = (
    Example(
        "Выступил премьер-министр Казахстана Алихан Смаилов.\n«Работа по проекту идет по графику», – сказал Смаилов.",
        (
            {
                "kind": "statement",
                "person": "Алихан Смаилов",
                "role": "премьер-министр Казахстана",
                "quote": "Работа по проекту идет по графику",
            },
        ),
    ),
    Example(
        'Завод посетил Рустам Минниханов.\nНаши предприятия давно дружат и доверяют друг другу", - сказал Минниханов.',
        (
            {
                "kind": "statement",
                "person": "Рустам Минниханов",
                "quote": "Наши предприятия давно дружат и доверяют друг другу",
            },
        ),
    ),
    Example(
        "Аким области Кумар Аксакалов посетил завод. «Рабочих мест станет больше», – отметил он.",
        ({"kind": "statement", "person": "Кумар Аксакалов", "quote": "Рабочих мест станет больше"},),
    ),
    Example(
        "Алия Жакупова рассказала о планах. «Мы откроем три цеха, – добавила она. – Работа уже началась».",
        ({"kind": "statement", "person": "Алия Жакупова", "quote": "Мы откроем три цеха. Работа уже началась"},),
    ),
    Example(
        "Сергей Лавров отметил: «Торговля растет третий год подряд».",
        ({"kind": "statement", "person": "Сергей Лавров", "quote": "Торговля растет третий год подряд"},),
    ),
    Example(
        "Prime Minister Olzhas Bektenov opened the plant. “We will keep our trade growing,” he said.",
        ({"kind": "statement", "person": "Олжас Бектенов", "quote": "We will keep our trade growing"},),
        language="en",
    ),
    Example(
        '"Our goal is five billion dollars," Serik Zhumangarin noted.',
        ({"kind": "statement", "person": "Серик Жумангарин", "quote": "Our goal is five billion dollars"},),
        language="en",
    ),
    Example(
        "«Тауар айналымын көбейтуге мүмкіндік бар», – деді Олжас Бектенов.",
        ({"kind": "statement", "person": "Олжас Бектенов", "quote": "Тауар айналымын көбейтуге мүмкіндік бар"},),
        language="kk",
    ),
    Example(
        "– Жаңа зауыт келесі жылы ашылады, – деді Серік Жұманғарин.",
        ({"kind": "statement", "person": "Серик Жумангарин", "quote": "Жаңа зауыт келесі жылы ашылады"},),
        language="kk",
    ),
)
NOT_EXAMPLES = (
    Example("«Завод начнет работу осенью», – говорится в сообщении министерства."),
    Example("ПАО «КАМАЗ» – крупнейший производитель грузовиков в стране."),
    Example("Алихан Смаилов сообщил, что завод «Алюр» откроют в мае."),
    Example("“Trade is growing fast,” says the statement of the ministry.", language="en"),
    Example("«Жұмыс жалғасуда», – делінген министрлік хабарламасында.", language="kk"),
)


def find_statements(document: Document) -> Iterator[Found | Dropped]:
    """Yield the direct quotations of an article whose speaker is known, and those refused."""
    speaker: Person | None = None
    for sentences in _lines(document):
        start = sentences[0].span.start
        line = _text(sentences)
        for quotation in find_quotations(line, document.language):
            inside = [one for one in sentences if one.span.start < start + quotation.clause_stop]
            clause = line[quotation.clause_start : quotation.clause_stop]
            if _is_body(clause, document.language):
                yield Dropped("statement", quotation.rule, _span(quotation, start), "no person speaks")
                continue
            person, how = _speaker(document, sentences, quotation, start, clause, speaker)
            if person is None:
                yield Dropped("statement", quotation.rule, _span(quotation, start), "the speaker is not named")
                continue
            speaker = person
            yield _found(quotation, person, how, start, line, inside)


def _lines(document: Document) -> Iterator[list[Sentence]]:
    """Yield the sentences of each line; a line that ends in a colon runs on into the next."""
    waiting: list[Sentence] = []
    for _, group in groupby(document.sentences, key=lambda sentence: (sentence.within_title, sentence.line)):
        sentences = list(group)
        if waiting and sentences[0].within_title == waiting[0].within_title and len(sentences[0].text) > 3:
            sentences = [*waiting, *sentences] if sentences[0].text[:1] in "–—-«" else sentences
        waiting = sentences if sentences[-1].text.rstrip().endswith(":") and len(sentences) == 1 else []
        if not waiting:
            yield sentences


def _text(sentences: list[Sentence]) -> str:
    """Return the sentences of a line with the blanks between them, so that places count as in the article."""
    parts: list[str] = []
    place = sentences[0].span.start
    for sentence in sentences:
        parts.append(" " * (sentence.span.start - place) + sentence.text)
        place = sentence.span.stop
    return "".join(parts)


def _span(quotation: Quotation, offset: int) -> Span:
    return Span(offset + quotation.start, offset + quotation.stop)


@cache
def _bodies(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in load("statements")[language]["bodies"]), re.IGNORECASE)


def _is_body(clause: str, language: Language) -> bool:
    """A press service or a paper speaks where it is named before any pronoun or name in the clause."""
    match = _bodies(language).search(clause)
    return bool(match) and not re.search(r"\b[А-ЯЁӘҒҚҢӨҰҮІA-Z]\w+", clause[: match.start()])  # type: ignore[union-attr]


def _speaker(
    document: Document, sentences: list[Sentence], quotation: Quotation, offset: int, clause: str, last: Person | None
) -> tuple[Person | None, str]:
    first, stop = offset + quotation.clause_start, offset + quotation.clause_stop
    within = [
        mention
        for sentence in sentences
        for mention in sentence.people
        if first <= _start(mention) and mention.span.start < stop and not mention.plural
    ]
    pronoun = _pronoun(clause, document.language)
    if pronoun and (not within or clause.lower().find(pronoun[0]) < within[0].span.start - first):
        return _meant(document, sentences, offset + quotation.start, pronoun[1], last), "pronoun"
    for mention in within:
        if mention.person.name:
            return mention.person, "name" if mention.named else "post"
    return None, ""


def _start(mention: PersonMention) -> int:
    return min(mention.span.start, mention.post_span.start) if mention.post_span else mention.span.start


def _pronoun(clause: str, language: Language) -> tuple[str, str] | None:
    table = load("statements")[language]
    words = re.findall(r"\w+", clause.lower())[:8]
    for word in words:
        for gender in ("male", "female"):
            if word in table[gender]:
                return word, gender
    return None


def _meant(
    document: Document, sentences: list[Sentence], place: int, gender: str, last: Person | None
) -> Person | None:
    """Return whom "он" stands for: the last person of that gender who is a subject, else the last one at all."""
    before = [sentence for sentence in sentences if sentence.span.start < place]
    before += [one for one in document.before(sentences[0], REACH) if not one.within_title]
    nearest = sorted(before, key=lambda sentence: -sentence.span.start)
    named = [
        mention
        for sentence in nearest
        for mention in sentence.people
        if mention.person.name
        and mention.span.start < place
        and not mention.plural
        and (document.language == "kk" or is_female(mention.person.name) == (gender == "female"))
    ]
    subject = next((mention for mention in named if mention.case in ("Nom", "")), None)
    if subject is not None:
        return subject.person
    return last or (named[0].person if named else None)


def _found(quotation: Quotation, person: Person, how: str, offset: int, line: str, sentences: list[Sentence]) -> Found:
    first = max(
        (one for one in sentences if one.span.start <= offset + quotation.start), key=lambda one: one.span.start
    )
    ends = max(quotation.stop, quotation.clause_stop) + offset
    last = max((one for one in sentences if one.span.start < ends), key=lambda one: one.span.start)
    span = Span(first.span.start, last.span.stop)
    quote = line[span.start - offset : span.stop - offset]
    within = "title" if first.within_title else "text"
    rule = f"statement: {quotation.rule}, {how}"
    evidence = Evidence(span, quote, rule, ("person", "role", "quote"), within)  # type: ignore[arg-type]
    return Found(Statement(person=person.name, role=person.role, quote=quotation.words), (evidence,), CONFIDENCE[how])
