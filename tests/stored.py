"""Small articles and facts by hand, for the tests of the store."""

from decimal import Decimal

from extract.model import (
    Agreement,
    Article,
    Evidence,
    Fact,
    Found,
    Language,
    Meeting,
    Money,
    Period,
    Person,
    Project,
    Span,
    Trade,
)
from extract.query import Query

SEEN = "2026-03-01T08:00:00"
LATER = "2026-03-02T08:00:00"


def article(id: str = "a1", text: str = "Текст.", published: str | None = None, language: Language = "ru") -> Article:
    """An article by its id."""
    return Article(id=id, text=text, url=f"https://news.example/{id}", published=published, language=language)


def found(fact: Fact, quote: str = "Стороны обсудили это.", confidence: float = 0.9) -> Found:
    """A fact with one sentence behind it."""
    return Found(fact, (Evidence(Span(0, len(quote)), quote, "rule"),), confidence)


def trade(*parties: str, millions: int | None = 100, period: str | None = None, **slots: object) -> Trade:
    """Trade between parties in millions of dollars."""
    amount = Money(Decimal(millions * 1_000_000), "USD") if millions else None
    years = Period(*period.split("/")) if period and "/" in period else Period(period, period) if period else None
    return Trade(parties=parties, amount=amount, period=years, **slots)  # type: ignore[arg-type]


def project(name: str, *places: str, **slots: object) -> Project:
    """A project by its name and places."""
    return Project(name=name, places=places, **slots)  # type: ignore[arg-type]


def meeting(*people: tuple[str, str], **slots: object) -> Meeting:
    """Talks between people, each with a post."""
    return Meeting(people=tuple(Person(*one) for one in people), **slots)  # type: ignore[arg-type]


def agreement(name: str, *parties: str, **slots: object) -> Agreement:
    """A signed document between parties."""
    return Agreement(name=name, form="memorandum", parties=parties, **slots)  # type: ignore[arg-type]


def query(**conditions: object) -> Query:
    """What a question asks for."""
    return Query(text="", language="ru", **conditions)  # type: ignore[arg-type]
