"""When a digest is due, and how long quiet hours hold: by the chat's own clock."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.following.due import next_digest, quiet_until


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "after, zone, at, weekday, due",
    [
        ("2026-02-06T03:59", "Asia/Almaty", "09:00", None, "2026-02-06T04:00"),
        ("2026-02-06T04:00", "Asia/Almaty", "09:00", None, "2026-02-07T04:00"),  # the one just served
        ("2026-02-06T04:00", "Asia/Almaty", "09:00", 0, "2026-02-09T04:00"),  # Monday
        ("2026-02-09T04:00", "Asia/Almaty", "09:00", 0, "2026-02-16T04:00"),
        (
            "2026-03-29T00:00",
            "Europe/Berlin",
            "02:30",
            None,
            "2026-03-29T01:30",
        ),  # skipped: 03:30 summer time
        ("2026-03-29T01:30", "Europe/Berlin", "02:30", None, "2026-03-30T00:30"),
        ("2026-10-24T23:00", "Europe/Berlin", "02:30", None, "2026-10-25T00:30"),  # twice that night: the first
        ("2026-10-25T00:30", "Europe/Berlin", "02:30", None, "2026-10-26T01:30"),
        ("2026-03-28T12:00", "Europe/Berlin", "09:00", None, "2026-03-29T07:00"),  # an hour earlier by UTC than before
        ("2026-11-01T05:30", "America/New_York", "01:30", None, "2026-11-02T06:30"),
        ("2028-02-28T12:00", "Asia/Almaty", "09:00", None, "2028-02-29T04:00"),
        ("2028-02-29T04:00", "Asia/Almaty", "09:00", None, "2028-03-01T04:00"),
        ("2027-02-28T04:00", "Asia/Almaty", "09:00", None, "2027-03-01T04:00"),
        ("2028-02-28T12:00", "Asia/Almaty", "09:00", 1, "2028-02-29T04:00"),  # a Tuesday
        ("2026-02-06T00:00", "Pacific/Kiritimati", "09:00", None, "2026-02-06T19:00"),  # UTC+14: 7 February there
        ("2026-12-31T20:00", "Pacific/Kiritimati", "23:30", None, "2027-01-01T09:30"),
        ("2026-02-06T00:00", "Asia/Kolkata", "09:00", None, "2026-02-06T03:30"),
        ("2026-02-06T00:00", "Asia/Kathmandu", "09:00", None, "2026-02-06T03:15"),
        ("2026-10-03T12:00", "Australia/Lord_Howe", "02:15", None, "2026-10-03T15:45"),  # clocks move half an hour
        ("2024-02-29T18:30", "Asia/Almaty", "00:30", None, "2024-02-29T19:30"),  # +6 became +5 that night
        ("2026-02-06T00:00", "Pacific/Pago_Pago", "23:59", None, "2026-02-06T10:59"),
    ],
)
def test_the_next_digest(after: str, zone: str, at: str, weekday: int | None, due: str) -> None:
    assert next_digest(utc(after), zone, at, weekday) == utc(due)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Almaty"])
@pytest.mark.parametrize("at", ["00:00", "01:30", "02:00", "02:30", "03:00", "23:59"])
def test_there_is_one_digest_a_day_all_year(zone: str, at: str) -> None:
    moment, days = utc("2026-01-01T00:00"), set()
    for _ in range(366):
        following = next_digest(moment, zone, at)
        assert timedelta(hours=22) <= following - moment <= timedelta(hours=26) or moment == utc("2026-01-01T00:00")
        moment = following
        days.add(moment.date())
    assert len(days) >= 365


@pytest.mark.parametrize(
    "now, zone, start, stop, until",
    [
        ("2026-02-06T18:00", "Asia/Almaty", "22:00", "07:00", "2026-02-07T02:00"),
        ("2026-02-06T01:59", "Asia/Almaty", "22:00", "07:00", "2026-02-06T02:00"),
        ("2026-02-06T02:00", "Asia/Almaty", "22:00", "07:00", None),
        ("2026-02-06T16:59", "Asia/Almaty", "22:00", "07:00", None),
        ("2026-02-06T08:00", "Asia/Almaty", "13:00", "14:00", "2026-02-06T09:00"),
        ("2026-02-06T08:00", "Asia/Almaty", None, None, None),
        ("2026-02-06T08:00", "Asia/Almaty", "08:00", "08:00", None),
        ("2026-03-28T22:00", "Europe/Berlin", "22:00", "07:00", "2026-03-29T05:00"),  # the night is an hour shorter
        ("2026-10-24T22:00", "Europe/Berlin", "22:00", "07:00", "2026-10-25T06:00"),
        ("2028-02-28T20:00", "Asia/Almaty", "22:00", "07:00", "2028-02-29T02:00"),
        ("2026-02-06T10:00", "Pacific/Kiritimati", "22:00", "07:00", "2026-02-06T17:00"),
        ("2026-02-06T20:00", "Asia/Kolkata", "22:00", "06:30", "2026-02-07T01:00"),
    ],
)
def test_quiet_hours(now: str, zone: str, start: str | None, stop: str | None, until: str | None) -> None:
    assert quiet_until(utc(now), zone, start, stop) == (utc(until) if until else None)
