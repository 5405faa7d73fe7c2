"""Preview pages of public Telegram channels (t.me/s/NAME) → entries; each message is an article of its own."""

import re

from lxml import html as markup

from extract.model import Article
from extract.pages.dates import day_of
from extract.pages.encoding import decode
from extract.pages.entries import Entry, Unreadable, entry_of
from extract.pages.markup import html_tree, text_of

CHANNEL = re.compile(r"^(?:https?://)?(?:t|telegram)\.me/(?:s/)?(\w{4,32})/?(?:\?.*)?$|^@(\w{4,32})$", re.IGNORECASE)
POST = re.compile(r"^\w{4,32}/\d+$")
MESSAGES = "//*[@data-post]"
TEXTS = ".//*[contains(concat(' ', @class, ' '), ' tgme_widget_message_text ')]"
QUOTED = "ancestor::*[contains(concat(' ', @class, ' '), ' tgme_widget_message_reply ')]"
TIMES = ".//*[contains(concat(' ', @class, ' '), ' tgme_widget_message_date ')]//time[@datetime]"
LONGEST_TITLE = 150  # characters of a first line that is taken for a headline


def channel_page(address: str) -> str | None:
    """Return the preview page of a channel: "@name" or "t.me/name" → "https://t.me/s/name"; None for what is none."""
    found = CHANNEL.match(address.strip())
    return f"https://t.me/s/{found[1] or found[2]}" if found else None


def looks_like_channel(body: bytes) -> bool:
    """Say whether `body` is the preview page of a channel."""
    return b"tgme_widget_message" in body or b"tgme_channel_info" in body


def channel_entries(body: bytes, url: str | None = None, content_type: str | None = None) -> list[Entry]:
    """Return the messages of a channel that have a text, in its order. Raises Unreadable where it shows none."""
    tree = html_tree(decode(body, content_type))
    messages = tree.xpath(MESSAGES) if tree is not None else []
    if not messages:
        raise Unreadable("no messages there; the channel is private, renamed, or shows no preview")
    entries = (_entry(message) for message in messages)
    return [entry for entry in entries if entry]


def _entry(message: markup.HtmlElement) -> Entry | None:
    post = message.get("data-post") or ""
    texts = [one for one in message.xpath(TEXTS) if not one.xpath(QUOTED)]
    text = "\n".join(part for one in texts if (part := text_of(one)))
    if not POST.match(post) or not text:
        return None
    address = f"https://t.me/{post}"
    published = next((day_of(one.get("datetime") or "") for one in message.xpath(TIMES)), None)
    return entry_of(Article(id=address, text=text, url=address, title=_title(text), published=published))


def _title(text: str) -> str | None:
    """Return the first line of a message where it is a headline: short, followed by more, no whole sentence."""
    first, _, rest = text.partition("\n")
    return first if rest and len(first) <= LONGEST_TITLE and not first.endswith((".", ":", ";", ",")) else None
