"""The pieces that messages are built of: escaped text, quotes, links to the source, and what fits into one message."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape, unescape
from urllib.parse import urlsplit

from extract.model import Evidence, Language
from extract.query import Hit
from handlers.charts.model import Chart
from handlers.keyboards import LONGEST_COPY, Button, Rows
from handlers.locales import say
from handlers.wording.dates import short_date

LONGEST_TEXT = 4096  # UTF-16 units after parsing: Telegram's limit
LONGEST_QUOTE = 1000
MOST_QUOTES = 3
LONGEST_NAME = 140
SURE = 0.5  # below it a figure is marked as doubtful
TAG = re.compile(r"<[^>]*>")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
DOT = " · "


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom we speak to: the language, the day on which we speak, and whether answers are to be short."""

    language: Language
    today: date
    brief: bool = False

    def say(self, key: str, **values: object) -> str:
        """Return the text of `key` in this language."""
        return say(self.language, key, **values)


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: Telegram's HTML and the rows of buttons below it.

    `chart` says the same as a picture, `menu` are the buttons that found no room in `buttons`.
    """

    text: str
    buttons: Rows = ()
    chart: Chart | None = None
    menu: Rows = ()


def safe(text: str) -> str:
    """Escape a text from outside for HTML; control characters and broken surrogates become blanks."""
    return escape(CONTROL.sub(" ", text), quote=False)


def name(text: str) -> str:
    """Return a name escaped, cut at a word where it is too long for a line."""
    return safe(cut(text, LONGEST_NAME))


def bold(text: str) -> str:
    """Put escaped text in bold."""
    return f"<b>{text}</b>"


def cut(text: str, most: int) -> str:
    """Return `text` when it has at most `most` characters, else its beginning up to a blank, with "…"."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head).rstrip(" ,;:–-") + "…"


def quote(pieces: Sequence[Evidence], slot: str = "") -> list[str]:
    """Return the sentences that a fact stands in, verbatim: the main one, and those that its figures come from.

    With `slot` only the main sentence and those that state this slot.
    """
    wanted = [piece for piece in pieces[1:] if not slot or slot in piece.slots]
    sentences = dict.fromkeys(piece.quote.strip() for piece in [*pieces[:1], *wanted][:MOST_QUOTES])
    if not sentences:
        return []
    shown = "\n".join(safe(cut(sentence, LONGEST_QUOTE)) for sentence in sentences)
    return [f"<blockquote expandable>{shown}</blockquote>"]


def is_link(url: str | None) -> bool:
    """Tell whether Telegram can open an address."""
    if not url or len(url) > 2000 or re.search(r"\s", url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return False


def site(hit: Hit) -> str:
    """Return what the source is called: its site, or the title or id of an article without an address."""
    article = hit.article
    host = (urlsplit(article.url).hostname if article.url and is_link(article.url) else "") or ""
    return host.removeprefix("www.") or cut(article.title or article.id, 60)


def linked(label: str, hit: Hit) -> str:
    """Return `label` as a link to the article, or bare where the article has no address."""
    url = hit.article.url
    return f'<a href="{escape(url or "")}">{safe(label)}</a>' if is_link(url) else safe(label)


def date_link(hit: Hit, voice: Voice) -> str:
    """Return the date of publication as a link to the article: how a line of a list names its source."""
    return linked(short_date(hit.article.published, voice.language), hit)


def source_link(hit: Hit, voice: Voice) -> str:
    """Return the site as a link, and the date: how one source stands among others."""
    return f"{linked(site(hit), hit)}, {short_date(hit.article.published, voice.language)}"


def source_line(hit: Hit, voice: Voice) -> str:
    """Return the line "Источник: site, 24.01.2022"."""
    shown = short_date(hit.article.published, voice.language)
    return voice.say("source.line", link=linked(site(hit), hit), date=shown)


def doubt(hit: Hit, voice: Voice) -> list[str]:
    """Return the line that says why a fact wants checking, none where it does not."""
    return [voice.say("answer.doubt")] if hit.confidence < SURE else []


def evidence(hit: Hit, voice: Voice, slot: str = "") -> list[str]:
    """Return the quote and the source of a fact, or of one `slot` of it."""
    sentences = [] if voice.brief else quote(hit.evidence, slot)
    return [*doubt(hit, voice), *sentences, source_line(hit, voice)]


def citation_buttons(headline: str, hit: Hit, voice: Voice) -> list[Button]:
    """Return the buttons that copy what was said with its source, and that open the article."""
    buttons = []
    buttons.append(Button(voice.say("button.copy"), copy=citation(plain(headline), hit, voice)))
    if is_link(hit.article.url):
        buttons.append(Button(voice.say("button.article"), url=hit.article.url))
    return buttons


def citation(said: str, hit: Hit, voice: Voice) -> str:
    """Return what was said with its source, and its address where there is room: what Telegram lets a button copy."""
    source = f" ({site(hit)}, {short_date(hit.article.published, voice.language)})"
    head = said if units(said + source) <= LONGEST_COPY else cut(said, LONGEST_COPY // 2)
    address = f" {hit.article.url}" if is_link(hit.article.url) else ""
    whole = head + source + address
    return whole if units(whole) <= LONGEST_COPY else head + source


def dotted(parts: Iterable[str]) -> str:
    """Join what is there by "·"."""
    return DOT.join(part for part in parts if part)


def plain(html: str) -> str:
    """Return what a reader sees of Telegram's HTML."""
    return unescape(TAG.sub("", html))


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def fit(blocks: Sequence[str], most: int = LONGEST_TEXT) -> str:
    """Join blocks by line breaks, leaving out the last ones that would pass the limit; none is ever cut."""
    kept: list[str] = []
    length = 0
    for block in blocks:
        length += units(plain(block)) + 1
        if length - 1 > most:
            break
        kept.append(block)
    return "\n".join(kept)
