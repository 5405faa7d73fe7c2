"""The rule writer's lens: which spans of an article matched which rule, and what was dropped for which reason."""

from dataclasses import dataclass

from extract.model import Article, Found, Kind, Mention, Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that a rule found and then refused."""

    kind: Kind
    rule: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `explain` knows of an article: typed mentions, facts with evidence, and dropped candidates."""

    article: Article
    mentions: tuple[Mention, ...]
    found: tuple[Found, ...]
    dropped: tuple[Dropped, ...]


def explain_article(article: Article) -> Explanation:
    """Run every rule over `article` and keep what each decided."""
    from extract import find_mentions
    from extract.facts import find_facts

    everything = find_facts(article)
    return Explanation(
        article,
        tuple(find_mentions(article)),
        tuple(one for one in everything if isinstance(one, Found)),
        tuple(one for one in everything if isinstance(one, Dropped)),
    )
