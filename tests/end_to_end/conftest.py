"""The emulator and the bot as processes of their own, on loopback."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.telegram import Chat

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOKEN = "123456789:end-to-end"

ARTICLE = {
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
}


@pytest.fixture(scope="session")
def emulator() -> Iterator[str]:
    """The address of a running emulator. Without node the tests are skipped, but never in CI."""
    installed = subprocess.run([HERE / "install"], capture_output=True, text=True)
    if installed.returncode:
        reason = f"the Telegram emulator cannot be installed: {installed.stderr.strip()[-300:]}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    node = ["node", str(HERE / "emulator.js")]
    with subprocess.Popen(node, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        address = process.stdout.readline().strip()
        assert address, "the emulator did not start"
        yield address
        process.stdin.close()
        process.wait(10)


@pytest.fixture
def environment(emulator: str, tmp_path: Path) -> dict[str, str]:
    """What the bot is told: the emulator as its Telegram, an empty folder, nothing from this machine's settings."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API": emulator,
        "COOPBOT_DATABASE": str(tmp_path / "coopbot.db"),
    }


@pytest.fixture
def chat(emulator: str, environment: dict[str, str], tmp_path: Path) -> Iterator[Chat]:
    """A chat with a bot that has read one article; stopped as a service manager would, and it has to stop well."""
    article = tmp_path / "article.jsonl"
    article.write_text(json.dumps(ARTICLE, ensure_ascii=False) + "\n", encoding="utf-8")
    coopbot = [sys.executable, "-m", "bot"]
    ingest = [*coopbot, "ingest", str(article), "--db", environment["COOPBOT_DATABASE"]]
    subprocess.run(ingest, env=environment, cwd=tmp_path, check=True, timeout=120)

    log = tmp_path / "bot.log"
    with log.open("wb") as output:
        bot = subprocess.Popen([*coopbot, "run"], env=environment, cwd=tmp_path, stdout=output, stderr=output)
    try:
        yield Chat(emulator, TOKEN)
        assert bot.poll() is None, f"the bot ended by itself:\n{log.read_text('utf-8')}"
        bot.terminate()
        assert bot.wait(20) == 0, f"the bot did not stop well:\n{log.read_text('utf-8')}"
    finally:
        bot.kill()
        print(log.read_text("utf-8"))
