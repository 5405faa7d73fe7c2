"""A conversation through a webhook: questions, a chart, a list turned in place; only Telegram is let in."""

import urllib.error
import urllib.request

import pytest

from tests.end_to_end.proxy import Proxy
from tests.end_to_end.webhook_client import WebhookChat


def test_a_person_asks_sees_a_chart_and_turns_a_view(hooked: tuple[Proxy, WebhookChat]) -> None:
    proxy, chat = hooked
    chat.says("/start")
    chat.reads("sendMessage", "Coopbot")

    chat.says("товарооборот с Грузией по годам")
    chart = chat.reads("sendPhoto", "Товарооборот Казахстан – Грузия")
    assert "Неполные годы заштрихованы" in chart["caption"]

    chat.says("проекты в Костанае")
    listed = chat.reads("sendMessage", "<b>Костанай: 2 проекта</b>")
    chat.presses(listed, "1")
    chat.reads("sendMessage", "<blockquote expandable>")

    assert proxy.webhook and proxy.webhook.secret_token == "end-to-end"
    assert {"message", "callback_query"} <= set(proxy.webhook.allowed_updates or ())


@pytest.mark.parametrize("secret", [None, "wrong", "\u00e9"])
def test_whoever_does_not_know_the_secret_is_not_let_in(hooked: tuple[Proxy, WebhookChat], secret: str | None) -> None:
    proxy, chat = hooked
    chat.says("/start")  # waits until the webhook is there
    assert proxy.webhook
    headers = {"Content-Type": "application/json"} | ({"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {})
    request = urllib.request.Request(proxy.webhook.url, b"{}", headers)
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(request, timeout=10)
