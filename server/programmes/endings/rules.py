"""For how long the rooms of a run that has ended are kept: plain functions of their arguments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.clock import day_in

DAYS_KEPT = 180
"""Time enough to read once more, and to take along what one wants to keep."""


def purge_day(now: int, last_day: date, zone: str) -> date:
    """`now`: ms. Counted from the run's last day, or from the day on which it was ended when that came later."""
    return max(day_in(now, zone), last_day) + timedelta(days=DAYS_KEPT)


def beginning(day: date, zone: str) -> int:
    """ms."""
    return int(datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).timestamp()) * 1000
