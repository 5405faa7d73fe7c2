"""Telegram's side of the measurement: takes what a bot sends, and hands it questions through its webhook."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count

import aiohttp
from aiohttp import web

from benchmarks.chat_server import PATH, SECRET
from benchmarks.free_port import free_port

AT_ONCE = 8  # questions under way
SENT = {"message_id": 1, "date": 1767225600, "chat": {"id": 1, "type": "private"}, "text": "x"}
PHOTO = SENT | {"photo": [{"file_id": "f", "file_unique_id": "f", "width": 1, "height": 1}]}


@dataclass
class Sink:
    """Answers every request of a bot at once; `methods` counts them."""

    methods: dict[str, int] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def handle(self, request: web.Request) -> web.Response:
        """Take one request, whatever it is."""
        await request.read()
        method = request.match_info["method"]
        self.methods[method] = self.methods.get(method, 0) + 1
        sent = PHOTO if method == "sendPhoto" else SENT
        result: object = {**sent, "message_id": next(self.numbers)} if method.startswith("send") else True
        if method == "getMe":
            result = {"id": 1, "is_bot": True, "first_name": "Coopbot", "username": "coopbot"}
        return web.json_response({"ok": True, "result": result})


@asynccontextmanager
async def telegram(sink: Sink) -> AsyncIterator[str]:
    """Serve the sink on a free port; yields its address."""
    application = web.Application(client_max_size=50 * 2**20)
    application.router.add_post("/bot{token}/{method}", sink.handle)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@dataclass(frozen=True)
class Served:
    """A bot in a process of its own."""

    process: "subprocess.Popen[str]"
    port: int

    async def processor_seconds(self) -> float:
        """Return the processor time that the bot has used so far."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(await asyncio.to_thread(self.process.stdout.readline))

    async def ask(self, questions: Sequence[str]) -> list[float]:
        """Ask all questions, each by another of many people; return the seconds that each answer took."""
        taken: list[float] = []
        numbered = iter(list(enumerate(questions, 1)))
        url = f"http://127.0.0.1:{self.port}{PATH}"
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}

        async def one_after_another(client: aiohttp.ClientSession) -> None:
            for number, question in numbered:
                start = time.perf_counter()
                async with client.post(url, data=_update(number, question), headers=headers) as answer:
                    assert answer.status == 200
                    await answer.read()
                taken.append(time.perf_counter() - start)

        async with aiohttp.ClientSession() as client:
            await asyncio.gather(*(one_after_another(client) for _ in range(min(AT_ONCE, len(questions)))))
        return taken


@contextmanager
def serving(api: str, database: str | None = None, *, cached: bool = True) -> Iterator[Served]:
    """Run a bot that talks to the Telegram at `api`; without a database the trivial one."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.chat_server", str(port), api]
    command += [database] if database else []
    command += [] if cached else ["--uncached"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin and process.stdout
        if process.stdout.readline() != "ready\n":
            raise RuntimeError("the bot did not start")
        yield Served(process, port)
        process.stdin.close()
        process.wait(20)


def _update(number: int, question: str) -> bytes:
    person = {"id": 1000 + number % 997, "is_bot": False, "first_name": "Reader", "language_code": "ru"}
    chat = {"id": person["id"], "type": "private"}
    message = {"message_id": number, "date": 1767225600, "chat": chat, "from": person, "text": question}
    return json.dumps({"update_id": number, "message": message}).encode()
