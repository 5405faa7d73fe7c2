"""What the server and the commands build alike from the settings."""

from bot.fetch import Guard, Web
from bot.settings import Settings


def web_of(settings: Settings) -> Web:
    """Return the HTTP client that the settings ask for."""
    return Web(Guard(settings.fetch_allow), proxy=settings.fetch_proxy)
