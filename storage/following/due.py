"""When a digest is due by the chat's own clock, and how long its quiet hours hold. Pure: told the time, by zoneinfo."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def next_digest(after: datetime, zone: str, at: str, weekday: int | None = None) -> datetime:
    """Return the first local `at` ("09:00") later than `after`, on `weekday` (0: Monday) where one is given, in UTC.

    There is one a local day, whatever the clocks do: a time that a spring night skips comes an hour later, one that an
    autumn night has twice counts once.
    """
    here = ZoneInfo(zone)
    wanted = time.fromisoformat(at)
    day = after.astimezone(here).date() - timedelta(days=1)
    while True:
        moment = datetime.combine(day, wanted, here).astimezone(UTC)
        if moment > after and (weekday is None or day.weekday() == weekday):
            return moment
        day += timedelta(days=1)


def quiet_until(now: datetime, zone: str, start: str | None, stop: str | None) -> datetime | None:
    """Return the end of the quiet hours that `now` lies in, in UTC; None outside of them.

    "22:00" to "07:00" spans midnight.
    """
    if not start or not stop or start == stop:
        return None
    here = ZoneInfo(zone)
    local = now.astimezone(here)
    begins, ends = time.fromisoformat(start), time.fromisoformat(stop)
    clock = local.time().replace(tzinfo=None)
    within = begins <= clock < ends if begins < ends else clock >= begins or clock < ends
    if not within:
        return None
    day = local.date() + timedelta(days=1 if begins > ends and clock >= begins else 0)
    moment = datetime.combine(day, ends, here).astimezone(UTC)
    return moment if moment > now else None
