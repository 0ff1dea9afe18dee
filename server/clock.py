"""Time of day, and where it holds. Everything that needs it takes a `Clock` as an argument; timers use the loop's
monotonic time."""

import time
import zoneinfo
from collections.abc import Callable
from datetime import date, datetime
from functools import cache

Clock = Callable[[], int]
"""Milliseconds since 1970, UTC."""


def system_clock() -> int:
    return time.time_ns() // 1_000_000


def day_in(at: int, zone: str) -> date:
    """The day that a time (ms) lies in, where `zone` (IANA) holds."""
    return datetime.fromtimestamp(at / 1000, zoneinfo.ZoneInfo(zone)).date()


@cache
def known_zones() -> frozenset[str]:
    """Every IANA name that is known here."""
    return frozenset(zoneinfo.available_timezones() - {"Factory", "localtime", "posixrules"})
