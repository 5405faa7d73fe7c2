"""Telegram as a person sees it: write to the bot, press its buttons, read what it sends or edits.

Talks to the client side of npm `telegram-test-api`, started by `emulator.js`.
"""

import json
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Any

POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Reply:
    """A message of the bot as it stands now; `buttons` in reading order, (label, callback data) each."""

    id: int
    text: str
    buttons: tuple[tuple[str, str | None], ...]


@dataclass
class Chat:
    """One person's private chat with the bot. `language` is the one that the person's Telegram is set to."""

    address: str
    token: str
    person: int = 1001
    language: str = "ru"
    seen: dict[int, Reply] = field(default_factory=dict)

    def says(self, text: str) -> None:
        message = self.envelope() | {"text": text}
        if text.startswith("/"):
            entity = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
            self.post("sendCommand", message | {"entities": [entity]})
        else:
            self.post("sendMessage", message)

    def presses(self, reply: Reply, label: str) -> None:
        data = dict(reply.buttons)[label]
        assert data, f"button {label!r} carries no callback data"
        message = self.envelope() | {"message_id": reply.id, "text": reply.text}
        self.post("sendCallback", self.envelope() | {"message": message, "data": data})

    def reads(self, part: str, *, seconds: float = 30) -> Reply:
        """The message with `part` in its text that is new or edited since the last one read."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            fresh = {reply.id: reply for reply in self.history() if self.seen.get(reply.id) != reply}
            for reply in fresh.values():
                if part in reply.text:
                    self.seen |= fresh
                    return reply
            time.sleep(POLL_SECONDS)
        raise AssertionError(f"no message with {part!r} in {seconds} seconds; the bot wrote: {self.history()}")

    def history(self) -> list[Reply]:
        """Every message of the bot in this chat, oldest first."""
        return [
            as_reply(row)
            for row in self.post("getUpdatesHistory", {"token": self.token})["result"]
            if str(row.get("message", {}).get("chat_id")) == str(self.person)
        ]

    def envelope(self) -> dict[str, Any]:
        person = {"id": self.person, "first_name": "Reader", "is_bot": False, "language_code": self.language}
        chat = {"id": self.person, "first_name": "Reader", "type": "private"}
        return {"botToken": self.token, "date": int(time.time()), "from": person, "chat": chat}

    def post(self, route: str, content: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.address}/{route}", json.dumps(content).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as response:
            answer: dict[str, Any] = json.load(response)
        return answer


def as_reply(row: dict[str, Any]) -> Reply:
    """A stored message of the emulator as a person sees it."""
    rows = (row["message"].get("reply_markup") or {}).get("inline_keyboard", [])
    buttons = tuple((button["text"], button.get("callback_data")) for line in rows for button in line)
    return Reply(row["messageId"], row["message"].get("text", ""), buttons)
