"""May an article be about cooperation? A cheap look at its words, before the heavy work.

Sport, weather and accidents fall out. It is wide on purpose: what it lets through costs a moment, what it loses is
lost.
"""

import re
from functools import cache

from extract.data import load
from extract.language import detect_language
from extract.model import Article, Language

WEAK = 2  # different weak words that do as well as a strong one


def is_relevant(article: Article) -> bool:
    """Tell whether an article may state facts; one in no language that is read may not."""
    text = f"{article.title or ''}\n{article.text}"
    language = article.language or detect_language(text)
    if language is None:
        return False
    found = {one.lower() for one in _words(language).findall(text)}
    weak = frozenset(load("relevance")["weak"][language])
    return bool(found - weak) or len(found & weak) >= WEAK


@cache
def _words(language: Language) -> re.Pattern[str]:
    beginnings = sorted(load("relevance")["strong"][language], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})", re.IGNORECASE)


EXAMPLES = (
    "Товарооборот Казахстана и Грузии вырос.",
    "В Костанае построят завод.",
    "Встреча прошла в Астане, проект обсудили главы регионов.",
    "Екі ел арасындағы сауда артты, жаңа зауыт ашылды.",
    "Kazakhstan and Turkey signed a memorandum.",
)
NOT_EXAMPLES = (
    "Сборная выиграла матч со счетом 3:1.",
    "В Алматы завтра ожидается дождь и сильный ветер.",
    "Ертең Алматыда жаңбыр жауады.",
    "The team won the match in the last minute.",
    "",
)
