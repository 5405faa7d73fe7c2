"""A message's markup as a terminal shows it: ANSI codes for bold and italics, quotes indented, links spelt out."""

import unicodedata
from html.parser import HTMLParser

BOLD, ITALIC, FAINT, RESET = "\x1b[1m", "\x1b[3m", "\x1b[2m", "\x1b[0m"
STYLES = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "code": BOLD, "u": "\x1b[4m", "s": "\x1b[9m"}
QUOTE = "  │ "


class _Reader(HTMLParser):
    """Collects the text of a message in the HTML subset of Telegram."""

    def __init__(self, *, colour: bool, addresses: bool, quotes: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._colour, self._addresses, self._quotes = colour, addresses, quotes
        self._links: list[str] = []
        self._open: list[str] = []
        self._outside: list[str] = []
        self._pieces: list[str] = []

    def text(self) -> str:
        self.close()
        return "".join(self._outside + self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")
        elif tag == "blockquote":
            self._outside, self._pieces = self._pieces, []
        elif self._colour and tag in STYLES:
            self._open.append(STYLES[tag])
            self._pieces.append(STYLES[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            address = self._links.pop()
            if self._addresses and address:
                self._pieces.append(self._faint(f" ({address})"))
        elif tag == "blockquote":
            quote = "".join(self._pieces)
            if self._quotes:
                quote = "\n".join(QUOTE + line for line in quote.splitlines())
            self._pieces, self._outside = [*self._outside, quote], []
        elif self._colour and tag in STYLES and self._open:
            self._open.pop()
            self._pieces.append(RESET + "".join(self._open))

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)

    def _faint(self, text: str) -> str:
        return f"{FAINT}{text}{RESET}{''.join(self._open)}" if self._colour else text


def terminal_text(message: str, *, colour: bool = False) -> str:
    """Return a message in Telegram's HTML as lines for a terminal."""
    return printable(_read(message, colour=colour, addresses=True, quotes=True), keep_styles=colour)


def plain_message(message: str) -> str:
    """Return the bare text of a message in Telegram's HTML, as the chat itself counts and copies it."""
    return _read(message, colour=False, addresses=False, quotes=False)


def printable(text: str, *, keep_styles: bool = False) -> str:
    """Return `text` without control characters: those of an article must not steer the terminal."""
    allowed = "\n\t\x1b" if keep_styles else "\n\t"
    return "".join(one for one in text if one in allowed or unicodedata.category(one) not in ("Cc", "Cs"))


def _read(message: str, *, colour: bool, addresses: bool, quotes: bool) -> str:
    reader = _Reader(colour=colour, addresses=addresses, quotes=quotes)
    reader.feed(message)
    return reader.text()
