"""What emulators lack: updates that come again, files, pictures changed in place, wrong settings of a webhook."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import EditMessageMedia, SendDocument, SendPhoto

from tests.end_to_end.conftest import own_webhook, serving
from tests.end_to_end.server import Telegram

Served = tuple[Telegram, str]


def message(text: str, number: int = 1) -> dict[str, Any]:
    person = {"id": 1001, "is_bot": False, "first_name": "<b>Имя</b>\u202e", "language_code": "ru"}
    chat = {"id": 1001, "type": "private"}
    return {"message": {"message_id": number, "date": int(time.time()), "chat": chat, "from": person, "text": text}}


def press(telegram: Telegram, label: str) -> dict[str, Any]:
    number, button = next((number, button) for number, button in telegram.session.buttons if button.text == label)
    person = {"id": 1001, "is_bot": False, "first_name": "Reader", "language_code": "ru"}
    shown = telegram.session.messages[number].model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False)
    query = {"id": f"press-{number}-{label}", "from": person, "chat_instance": "1", "message": shown}
    return {"callback_query": query | {"data": getattr(button, "callback_data", None)}}


def wait(what: str, condition: Callable[[], object], *, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not in {seconds} seconds: {what}"
        time.sleep(0.05)


def test_a_chart_a_file_and_a_view_in_place(telegram: Served, environment: dict[str, str], tmp_path: Path) -> None:
    server, address = telegram
    with serving(environment | {"TELEGRAM_API": address}, tmp_path):
        server.tells(message("товарооборот с Грузией по годам"))
        wait("a picture", lambda: any(isinstance(one, SendPhoto) for one in server.requests))
        server.tells(message("динамика товарооборота с Грузией"))
        wait("it again", lambda: sum(isinstance(one, SendPhoto) for one in server.requests) == 2)
        assert [isinstance(one.photo, str) for one in server.requests if isinstance(one, SendPhoto)] == [False, True]

        server.tells(press(server, "Excel"))
        wait("a file", lambda: any(isinstance(one, SendDocument) for one in server.requests))

        server.tells(message("проекты по стадиям"))
        wait("stages", lambda: "Строится: 1" in server.said()[-1])
        server.tells(press(server, "По областям"))
        wait("regions in place", lambda: any(isinstance(one, EditMessageMedia) for one in server.requests))
    [saved] = [path for path in (tmp_path / "files").iterdir() if path.suffix == ".xlsx"]
    assert saved.read_bytes()[:2] == b"PK"


def test_what_a_crash_interrupts_is_delivered_again(
    telegram: Served, environment: dict[str, str], tmp_path: Path
) -> None:
    server, address = telegram
    settings = environment | {"TELEGRAM_API": address}
    with serving(settings, tmp_path) as bot:
        wait("a poll", lambda: server.polls)
        bot.kill()
        bot.wait(10)
    asked = server.tells(message("проекты в Костанае"))
    with serving(settings, tmp_path):
        wait("the answer", lambda: any("Костанай: 2 проекта" in text for text in server.said()))
        wait("a confirmation", lambda: server.polls[-1] > asked)
    assert sum("Костанай: 2 проекта" in text for text in server.said()) == 1


def test_a_webhook_is_called_again_until_it_answers(
    telegram: Served, environment: dict[str, str], tmp_path: Path
) -> None:
    server, address = telegram
    hook = own_webhook()
    settings = environment | {"TELEGRAM_API": address} | hook
    with serving(settings, tmp_path):
        wait("a webhook", lambda: server.webhook)
        first = server.webhook
    asked = server.tells(message("проекты в Костанае"))  # while the bot is down
    wait("a failed delivery", lambda: (asked, 0) in server.deliveries)
    with serving(settings, tmp_path):
        wait("the answer", lambda: any("Костанай: 2 проекта" in text for text in server.said()))
        wait("a good delivery", lambda: (asked, 200) in server.deliveries)
    assert first and server.webhook and first.secret_token != server.webhook.secret_token  # a new one at each start

    with serving(environment | {"TELEGRAM_API": address}, tmp_path):
        wait("a poll, which Telegram refuses while a webhook is set", lambda: server.polls)
    assert server.webhook is None


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"WEBHOOK_URL": "bot.example"}, "coopbot: WEBHOOK_URL cannot be used; expected: "),
        (
            {"WEBHOOK_URL": "http://bot.example/x", "TELEGRAM_API": ""},
            "coopbot: WEBHOOK_URL has to begin with https://",
        ),
        (
            {"WEBHOOK_URL": "http://127.0.0.1/x", "WEBHOOK_HOST": "203.0.113.1"},
            "coopbot: cannot listen at 203.0.113.1:",
        ),
    ],
)
def test_a_wrong_setting_gets_one_clear_line(
    telegram: Served, environment: dict[str, str], tmp_path: Path, settings: dict[str, str], line: str
) -> None:
    told = environment | {"TELEGRAM_API": telegram[1]} | settings
    command = [sys.executable, "-m", "bot", "run"]
    done = subprocess.run(command, env=told, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    complaints = [one for one in done.stderr.splitlines() if one.startswith("coopbot: ")]
    assert len(complaints) == 1 and complaints[0].startswith(line)
    assert "Traceback" not in done.stderr
