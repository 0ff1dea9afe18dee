"""Counting months from a day. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_later(start: date, months: int) -> date:
    """So many months after a day; the last of a month that is too short for it."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
