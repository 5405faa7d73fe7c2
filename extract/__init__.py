"""Language in, values out: facts from articles, and queries from questions. No input or output, no clock.

extract(article) → facts with evidence      understand(question) → Query      explain(article) → why
"""

from datetime import date

from extract.explain import Explanation
from extract.language import detect_language
from extract.model import Article, Found, Language, Mention
from extract.query import Query

__all__ = ["Explanation", "explain", "extract", "find_mentions", "understand", "warm_up"]

# A sentence in each language that wakes every part of extraction.
WAKING = (
    "Товарооборот Казахстана и Грузии за 2023 год составил 190 млн долларов, сообщил министр Иван Петров.",
    "Қазақстан мен Грузия арасындағы тауар айналымы 2023 жылы 190 млн долларға жетті.",
    "Trade between Kazakhstan and Georgia reached $190 million in 2023, Minister John Smith said.",
)


def extract(article: Article) -> list[Found]:
    """Return the facts that `article` states, in reading order; none for a language that the product does not read."""
    from extract.facts import find_facts

    return [one for one in find_facts(article) if isinstance(one, Found)]


def find_mentions(article: Article) -> list[Mention]:
    """Return every typed value in the text of `article` with its span, in reading order."""
    from extract.document import read_document

    document = read_document(article)
    return list(document.mentions()) if document else []


def understand(question: str, language: Language | None = None, today: date | None = None) -> Query:
    """Read a question in any of the three languages; `language` settles it where the words leave it open.

    Without `today` relative periods ("в прошлом году") set no condition.
    """
    from extract.question import read_question

    return read_question(question, language, today)


def warm_up() -> None:
    """Load what extraction reads lazily, so that the first article takes no longer than the others."""
    for text in WAKING:
        language = detect_language(text)
        extract(Article("", text, language=language))


def explain(article: Article) -> Explanation:
    """Return what matched in `article`, and what was dropped and why."""
    from extract.explain import explain_article

    return explain_article(article)
