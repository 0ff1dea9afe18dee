"""What may be written down of support. Pure."""

from __future__ import annotations

from datetime import date

from server.errors import Refused

WORDS_LIMIT = 300


def check_day(day: date, start: date, today: date) -> None:
    """Raises Refused day_invalid for what has not happened yet, or before the run."""
    if not start <= day <= today:
        raise Refused("day_invalid")
