"""Makes the pictures of the README out of what the bot says: an answer with its evidence, and a chart.

    python -m benchmarks.pictures

Talks to the bot over its sample articles, as `coopbot chat` does, and writes docs/answer.png and docs/chart.png.
"""

import asyncio
import re
import shutil
import tempfile
import textwrap
from pathlib import Path

from aiogram import Bot
from matplotlib.figure import Figure

from bot.app import DEFAULTS, dispatcher_of, load_samples
from bot.drawing import draw_here
from bot.settings import Settings
from bot.terminal import TOKEN, Terminal
from bot.terminal_files import Files
from bot.terminal_session import TerminalSession
from bot.terminal_text import QUOTE
from storage import Store

DOCS = Path(__file__).resolve().parent.parent / "docs"
ASKED = ("товарооборот с Татарстаном за январь-апрель 2022", "проекты по областям")
COLUMNS, LINE, SIZE = 78, 0.27, 12
ADDRESS = re.compile(r" \(https?://[^)]*\)")


async def main() -> None:
    """Ask, and write what came."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder, Store.open(":memory:") as store:
        await load_samples(store)
        session = TerminalSession(show=lines.append, files=Files(Path(folder)))
        bot = Bot(TOKEN, session=session, default=DEFAULTS)
        terminal = Terminal(dispatcher_of(store, Settings(), draw_here), bot, session, "ru")
        await terminal.say(ASKED[0])
        picture_of(f"> {ASKED[0]}\n" + "\n".join(lines), DOCS / "answer.png")
        await terminal.say(ASKED[1])
        shutil.copy(next(Path(folder).glob("*.png")), DOCS / "chart.png")
        await terminal.close()


def picture_of(said: str, path: Path) -> None:
    """Write a conversation of the terminal as a picture; addresses of links are left out, as a client hides them."""
    wrapped = [part for line in ADDRESS.sub("", said).split("\n") for part in _wrapped(line)]
    height = LINE * (len(wrapped) + 2)
    figure = Figure(figsize=(9, height), dpi=120, facecolor="#1d2733")
    for number, line in enumerate(wrapped):
        y = 1 - LINE * (number + 1.5) / height
        figure.text(0.03, y, line, family="DejaVu Sans Mono", size=SIZE, color="#e6edf3", parse_math=False)
    figure.savefig(path)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, COLUMNS, subsequent_indent=QUOTE if line.startswith(QUOTE) else "") or [""]


if __name__ == "__main__":
    asyncio.run(main())
