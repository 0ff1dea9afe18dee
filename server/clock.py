"""Time of day. Everything that needs it takes a `Clock` as an argument; timers use the loop's monotonic time."""

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Milliseconds since 1970, UTC."""


def system_clock() -> int:
    return time.time_ns() // 1_000_000
