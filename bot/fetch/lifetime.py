"""What the headers of an answer say about time: how long it stays fresh, and how long to leave the server alone."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_FRESH = 86_400.0  # seconds; a day: some servers say a year and mean their pictures
LONGEST_REST = 7 * 86_400.0  # seconds; a source must not be lost for ever by one header
MAX_AGE = re.compile(r'(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})', re.IGNORECASE)


def fresh_seconds(headers: Mapping[str, str], now: datetime) -> float:
    """Return for how many seconds an answer need not be asked for again, 0 where it does not say."""
    control = headers.get("Cache-Control", "")
    if re.search(r"no-cache|no-store", control, re.IGNORECASE):
        return 0
    if age := MAX_AGE.search(control):
        return max(0.0, min(float(age[1]) - _age(headers), LONGEST_FRESH))
    expires = _moment(headers.get("Expires"))
    if expires is None:
        return 0
    sent = _moment(headers.get("Date")) or now
    return max(0.0, min((expires - sent).total_seconds(), LONGEST_FRESH))


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds of a Retry-After header, written as a number or as a date; None where it is of no use."""
    written = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,12}", written):
        return min(float(written), LONGEST_REST)
    moment = _moment(written)
    return min(max(0.0, (moment - now).total_seconds()), LONGEST_REST) if moment else None


def _age(headers: Mapping[str, str]) -> float:
    written = headers.get("Age", "").strip()
    return float(written) if re.fullmatch(r"\d{1,9}", written) else 0


def _moment(written: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(written or "")
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
