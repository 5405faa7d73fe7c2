"""The one clock: everything else is handed it, so that tests can let it stand still."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def timestamp(clock: Clock) -> str:
    """Return the present moment as ISO text in UTC, to the second."""
    return clock().astimezone(UTC).isoformat(timespec="seconds")
