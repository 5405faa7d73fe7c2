"""The client side of telemelya: send updates to the bot, read what it answered."""

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

PERSON = 1001


@dataclass
class WebhookChat:
    """One person's chat with the bot through telemelya."""

    address: str
    token: str
    read: int = field(default=0)

    def says(self, text: str) -> None:
        kind = "command" if text.startswith("/") else "text"
        self._update({kind: text})

    def presses(self, message: dict[str, Any], label: str) -> None:
        rows = message["reply_markup"]["inline_keyboard"]
        data = {button["text"]: button.get("callback_data") for row in rows for button in row}[label]
        self._update({"callback_data": data, "callback_message_id": message["message_id"]})

    def reads(self, method: str, part: str, *, seconds: float = 30) -> dict[str, Any]:
        """Return the next request of `method` with `part` in its text or caption."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            rows = self._get("responses")["responses"]
            for number, row in enumerate(rows[self.read :], self.read + 1):
                if row["method"] == method and part in (row.get("text") or row.get("caption") or ""):
                    self.read = number
                    found: dict[str, Any] = row
                    return found
            time.sleep(0.05)
        raise AssertionError(f"no {method} with {part!r}; the bot sent: {rows}")

    def _update(self, content: dict[str, Any]) -> None:
        person = {"id": PERSON, "first_name": "Reader"}
        body = {"chat_id": PERSON, "from_user": person, **content}
        self._call(f"send_update?bot_token={self.token}", json.dumps(body).encode())

    def _get(self, path: str) -> dict[str, Any]:
        return self._call(path, None)

    def _call(self, path: str, body: bytes | None, *, tries: int = 100) -> dict[str, Any]:
        """Ask the control side; a bot that has yet to register its webhook is waited for."""
        headers = {"Authorization": "Bearer any", "Content-Type": "application/json", "X-Test-Session": self.token}
        request = urllib.request.Request(f"{self.address}/api/v1/test/{path}", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                answer: dict[str, Any] = json.load(response)
            return answer
        except urllib.error.HTTPError as error:
            if error.code != 424 or not tries:
                raise
            time.sleep(0.2)
            return self._call(path, body, tries=tries - 1)
