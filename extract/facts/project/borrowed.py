"""Names for bare nouns from what stands beside them: an item title, a relative clause, the product, a company."""

import re

from extract.document import Document, Sentence
from extract.facts.project.companies import companies_within
from extract.facts.project.mention import Mention
from extract.facts.project.words import pattern
from extract.facts.project.works import purpose_of
from extract.model import Span
from extract.words.tagger import Token

TITLE = 45  # characters: the longest item title before "Этот завод …"
PRODUCT = re.compile(r"^\s+(?P<what>[а-яё]+(?:ых|их|ого|его|ой)\s+(?!мест|год)[а-яё]+)(?=[\s,.;)])")
OBJECT = re.compile(r"\s+(?:вместе\s+|совместно\s+)?(?P<what>[а-яё][^,.;:()—–\d«»\"]{3,50})")
SUBJECT = re.compile(r"(?P<what>[А-ЯЁ][а-яё-]+(?:ый|ая|ое|ые|ие|ий|ую)\s[а-яё]+)\s")


def title_before(document: Document, sentence: Sentence) -> str:
    """Return the item title right before a sentence on its line ("Кафель и плитка. Этот завод …"), or ""."""
    if not sentence.index:
        return ""
    before = document.sentences[sentence.index - 1]
    if before.line != sentence.line or before.within_title or len(before.text) > TITLE or before.people:
        return ""
    if before.money or before.quantities or before.periods or before.places or not before.text.rstrip().endswith("."):
        return ""
    if before.tokens[0].pos == "ADP" or any(_predicates(token) for token in before.tokens):
        return ""
    title = before.text.strip(" .•-–—")
    return title if title.startswith(("«", '"')) else title[:1].lower() + title[1:]


def _predicates(token: Token) -> bool:
    """Whether a word makes a sentence of a phrase: verbs, short adjectives, numbers."""
    return token.pos in ("VERB", "AUX", "ADV", "PRON", "NUM") or (token.pos == "ADJ" and not token.case)


def name_beside(
    document: Document, sentence: Sentence, mention: Mention, span: Span, taken: set[str]
) -> tuple[str, str]:
    """Return a name for a bare mention and the brand in it, ("", "") where nothing names it.

    `taken` are the companies of other projects: they name no further one.
    """
    noun = mention.head.name
    if noun and noun != "проект" and (purpose := purpose_of(sentence, mention)):
        return f"{noun} {purpose}", ""
    if not noun or noun == "станция" or (mention.head.generic and noun != "предприятие"):
        return "", ""
    if title := title_before(document, sentence):
        return (f"{noun} {title}" if title.startswith(("«", '"')) else f"{noun}: {title}"), title.strip('«»"')
    behind = sentence.slice(Span(mention.stop, sentence.span.stop))
    if match := pattern("grammar", "makes").match(behind):
        made = pattern("grammar", "cut").split(match["what"])[0].strip()
        return f"{noun} ({made})", ""
    companies = list(dict.fromkeys(name for _, name in companies_within(sentence, span) if name not in taken))
    if not companies and mention.another:
        companies = list(
            dict.fromkeys(name for _, name in companies_within(sentence, sentence.span) if name not in taken)
        )
    if len(companies) != 1:
        return "", ""
    own = companies[0][:1].lower() + companies[0][1:]
    return (own if own.startswith(noun) else f"{noun} {companies[0]}"), companies[0]


def work_by_company(sentence: Sentence) -> str:
    """Return what a company is going to make, where a sentence has no noun for the plant: "собираются выпускать X"."""
    match = pattern("grammar", "intends").search(sentence.text)
    if match is None or not companies_within(sentence, sentence.span):
        return ""
    behind = OBJECT.match(sentence.text, match.end())
    ahead = SUBJECT.match(sentence.text)
    if behind:
        return pattern("grammar", "cut").split(behind["what"])[0].strip()
    if ahead and ahead.end() <= match.start() + 1:
        return ahead["what"][:1].lower() + ahead["what"][1:]
    return ""


def product_of(sentence: Sentence, span: Span) -> str:
    """Return what a capacity is counted in, where words behind it say so: "186 тысяч тонн бутадиеновых каучуков"."""
    for place, _ in sentence.quantities:
        match = PRODUCT.match(sentence.slice(Span(place.stop, sentence.span.stop)))
        if match and span.start <= place.start < span.stop:
            return match["what"]
    return ""
