"""The emulators and the bot as processes of their own, on loopback."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.proxy import Proxy
from tests.end_to_end.server import Telegram
from tests.end_to_end.telegram import Chat
from tests.end_to_end.webhook_client import WebhookChat
from tests.end_to_end.wire import running

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOKEN = "123456789:end-to-end"
MISSING_IN_POLLING = ("sendPhoto", "sendDocument", "editMessageMedia", "setMessageReaction")
IN_WEBHOOK = ("getMe", "sendMessage", "sendPhoto", "sendChatAction", "setWebhook", "deleteWebhook", "deleteMessage")

ARTICLES = [
    {
        "id": "kostanay-two-plants",
        "url": "https://news.example/kostanay-two-plants",
        "title": "В Костанае появятся два завода",
        "published": "2024-03-12",
        "text": (
            "Аким области рассказал о проектах индустриальной зоны.\n"
            "В Костанае строится завод по производству стеновых панелей. "
            "Стоимость проекта - 12,4 млрд тенге, запуск намечен на 2026 год.\n"
            "Также в Костанае построят завод сельскохозяйственных прицепов мощностью 5 тысяч единиц в год."
        ),
    },
    {
        "id": "aktau-terminal",
        "url": "https://news.example/aktau-terminal",
        "published": "2024-03-14",
        "text": "В Актау запущен завод по производству труб мощностью 20 тысяч тонн в год.",
    },
    {
        "id": "georgia-by-year",
        "url": "https://news.example/georgia-by-year",
        "published": "2024-02-01",
        "text": (
            "Товарооборот Казахстана с Грузией за 2021 год составил 100 млн долларов. "
            "Товарооборот Казахстана с Грузией за 2022 год составил 150 млн долларов. "
            "Товарооборот Казахстана с Грузией за январь-ноябрь 2023 года составил 190 млн долларов."
        ),
    },
]


@pytest.fixture(scope="session")
def installed() -> None:
    """Both emulators. Where they cannot be installed the tests are skipped, but never in CI."""
    environment = os.environ | {"PYTHON": sys.executable}
    done = subprocess.run([HERE / "install"], capture_output=True, text=True, env=environment)
    if done.returncode:
        reason = f"the Telegram emulators cannot be installed: {done.stderr.strip()[-300:]}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)


@contextmanager
def started(*command: str | Path) -> Iterator[str]:
    """Run a server that prints its address, until the block ends."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        address = process.stdout.readline().strip()
        assert address, f"{command} did not start"
        yield address
        process.stdin.close()
        process.wait(10)


@pytest.fixture(scope="session")
def emulator(installed: None) -> Iterator[str]:
    """The address of npm telegram-test-api."""
    with started("node", HERE / "emulator.js") as address:
        yield address


@pytest.fixture(scope="session")
def webhook_emulator(installed: None) -> Iterator[str]:
    """The address of PyPI telemelya."""
    python = ROOT / ".cache/webhook-emulator/bin/python"
    with started(python, HERE / "webhook_emulator.py") as address:
        yield address


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with what the articles state."""
    folder = tmp_path_factory.mktemp("ingested")
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in ARTICLES), encoding="utf-8")
    ingest = [sys.executable, "-m", "bot", "ingest", str(path)]
    subprocess.run(ingest, env=environment_in(folder), cwd=folder, check=True, timeout=120)
    return folder / "coopbot.db"


def environment_in(folder: Path) -> dict[str, str]:
    """What the bot is told: a database of its own, nothing from this machine's settings."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", str(folder)),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "BOT_TOKEN": TOKEN,
        "COOPBOT_DATABASE": str(folder / "coopbot.db"),
    }


@pytest.fixture
def environment(database: Path, tmp_path: Path) -> dict[str, str]:
    """The settings of a bot that has read the articles; where Telegram is comes to it."""
    shutil.copy(database, tmp_path / "coopbot.db")
    return environment_in(tmp_path)


@contextmanager
def serving(environment: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run the bot, and stop it as a service manager would: it has to stop well."""
    log = folder / "bot.log"
    with log.open("ab") as output:
        command = [sys.executable, "-m", "bot", "run"]
        bot = subprocess.Popen(command, env=environment, cwd=folder, stdout=output, stderr=output)
    try:
        yield bot
        if bot.poll() != -9:  # killed by a test
            assert bot.poll() is None, f"the bot ended by itself:\n{log.read_text('utf-8')}"
            bot.terminate()
            assert bot.wait(20) == 0, f"the bot did not stop well:\n{log.read_text('utf-8')}"
    finally:
        bot.kill()
        print(log.read_text("utf-8"))


@pytest.fixture
def chat(emulator: str, environment: dict[str, str], tmp_path: Path) -> Iterator[Chat]:
    """A chat with the bot through telegram-test-api, every request checked on the way."""
    proxy = Proxy(emulator, missing=lambda method: method in MISSING_IN_POLLING)
    with running(proxy.application) as address, serving(environment | {"TELEGRAM_API": address}, tmp_path):
        yield Chat(emulator, TOKEN)


@pytest.fixture(scope="module")
def hooked(
    webhook_emulator: str, database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Proxy, WebhookChat]]:
    """A chat with the bot behind telemelya, called by webhook; every request checked on the way."""
    folder = tmp_path_factory.mktemp("hooked")
    shutil.copy(database, folder / "coopbot.db")
    proxy = Proxy(webhook_emulator, missing=_is_missing)
    with running(proxy.application) as address:
        told = {"TELEGRAM_API": address, "WEBHOOK_SECRET": "end-to-end"} | own_webhook()
        with serving(environment_in(folder) | told, folder):
            yield proxy, WebhookChat(webhook_emulator, TOKEN)


def _is_missing(method: str) -> bool:
    return method not in IN_WEBHOOK and not method.startswith(("answer", "editMessageT", "editMessageR"))


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[tuple[Telegram, str]]:
    """A Telegram of our own, and its address."""
    server = Telegram(tmp_path / "files")
    with running(server.application) as address:
        yield server, address


def own_webhook() -> dict[str, str]:
    """Settings of a webhook at a free port."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    return {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_PORT": str(port)}
