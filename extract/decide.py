"""What is to be done with an article that was read: is it new, changed, or the same as the one we know?"""

from hashlib import sha256
from typing import Literal

from extract.model import Article

Decision = Literal["new", "changed", "same"]


def fingerprint(article: Article) -> str:
    """Return a digest of all that a reader sees of `article`; equal digests mean that nothing changed.

    White space at the ends does not count: feeds add and drop it from one day to the next.
    """
    seen = (article.url, article.title, article.published, article.language, article.text)
    return sha256("\x00".join((part or "").strip() for part in seen).encode("utf-8", "surrogatepass")).hexdigest()


def decide(known: Article | None, read: Article) -> Decision:
    """Compare an article as just read with the stored one of the same id, None where there is none."""
    if known is None:
        return "new"
    return "same" if fingerprint(known) == fingerprint(read) else "changed"
