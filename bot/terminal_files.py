"""Files that the bot sends in a terminal: saved in a folder of their own, and sent again by id as Telegram does."""

import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods.base import TelegramMethod
from aiogram.types import Document, InputFile, PhotoSize


class Files:
    """Saves files under `folder`, by default one in the system's place for temporary files, made with the first."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._paths: dict[str, Path] = {}  # by Telegram's id of the file
        self._fresh: list[str] = []

    async def photo(self, bot: Bot, method: TelegramMethod[Any], sent: str | InputFile) -> list[PhotoSize]:
        """Return what a message carries for a picture. Raises TelegramBadRequest for an id that is not known here."""
        id, path = await self._file(bot, method, sent)
        size = path.stat().st_size
        return [PhotoSize(file_id=id, file_unique_id=id, width=1, height=1, file_size=size)]

    async def document(self, bot: Bot, method: TelegramMethod[Any], sent: str | InputFile) -> Document:
        """Return what a message carries for a file. Raises TelegramBadRequest for an id that is not known here."""
        id, path = await self._file(bot, method, sent)
        return Document(file_id=id, file_unique_id=id, file_name=path.name, file_size=path.stat().st_size)

    def fresh(self) -> Iterator[str]:
        """Yield the paths of files that were sent since the last call."""
        while self._fresh:
            yield self._fresh.pop(0)

    async def _file(self, bot: Bot, method: TelegramMethod[Any], sent: str | InputFile) -> tuple[str, Path]:
        if isinstance(sent, str):
            if sent not in self._paths:
                raise TelegramBadRequest(method, "Bad Request: wrong file identifier/HTTP URL specified")
            id = sent
        else:
            id = f"terminal-{secrets.token_hex(8)}"
            self._paths[id] = self._free_path(Path(sent.filename or "file").name)
            self._paths[id].write_bytes(b"".join([piece async for piece in sent.read(bot)]))
        self._fresh.append(str(self._paths[id]))
        return id, self._paths[id]

    def _free_path(self, name: str) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="coopbot-"))
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / name
        number = 1
        while path.exists():
            number += 1
            path = self._folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        return path
