"""Requests of the bot as they come over HTTP, read back as aiogram's methods and checked against Telegram's limits."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile
from aiohttp import web

from tests.request_limits import check

BOT = "/bot{token}/{method}"
ATTACHED = "attach://"


async def method_of(request: web.Request) -> TelegramMethod[Any]:
    """Return what the bot asks for, with uploaded files as files. Every request that is read is checked."""
    fields: dict[str, Any] = {}
    files: dict[str, BufferedInputFile] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            value.file.seek(0)
            files[name] = BufferedInputFile(value.file.read(), value.filename)
        else:
            fields[name] = _read(str(value))
    name = request.match_info["method"]
    kind = getattr(aiogram.methods, name[0].upper() + name[1:])
    method: TelegramMethod[Any] = kind.model_validate(_with_files(fields, files))
    check(method)
    return method


def _read(value: str) -> Any:
    return json.loads(value) if value[:1] in ("[", "{") else value


def _with_files(value: Any, files: dict[str, BufferedInputFile]) -> Any:
    if isinstance(value, dict):
        return {key: _with_files(one, files) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_files(one, files) for one in value]
    if isinstance(value, str) and value.startswith(ATTACHED):
        return files[value.removeprefix(ATTACHED)]
    return value


def refusal(code: int, description: str, **parameters: Any) -> web.Response:
    """Return an error as Telegram words it."""
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=code)


@contextmanager
def running(make: Callable[[], web.Application]) -> Iterator[str]:
    """Serve an application on a free loopback port, in a thread of its own; yields its address."""
    started = threading.Event()
    address: list[str] = []
    loops: list[asyncio.AbstractEventLoop] = []
    stop = asyncio.Event()

    async def serve() -> None:
        runner = web.AppRunner(make(), access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        address.append(f"http://127.0.0.1:{runner.addresses[0][1]}")
        loops.append(asyncio.get_running_loop())
        started.set()
        await stop.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert started.wait(10), "the server did not start"
    try:
        yield address[0]
    finally:
        loops[0].call_soon_threadsafe(stop.set)
        thread.join(10)
