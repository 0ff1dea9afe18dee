"""When the monthly question is asked. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from server.months import months_later
from server.programmes.model import CohortState

ASKED_ON = 7
"""The day of a run's month from which on it is asked, so that there is something to tell of."""

ASKED = frozenset(("mentee", "mentor"))
"""Roles whose people are asked."""


def is_asked(roles: Collection[str], state: CohortState) -> bool:
    return state == "running" and not ASKED.isdisjoint(roles)


def month_of(start: date, day: date) -> date | None:
    """The first day of the run's month that a day lies in: months are counted from the start. None before it."""
    if day < start:
        return None
    months = (day.year - start.year) * 12 + day.month - start.month
    first = months_later(start, months)
    return first if first <= day else months_later(start, months - 1)


def question(start: date, end: date, today: date) -> date | None:
    """The month that is asked about today; None where nothing is asked."""
    month = month_of(start, today)
    if month is None or today > end or today < month + timedelta(days=ASKED_ON - 1):
        return None
    return month


def shown_months(start: date, today: date) -> tuple[date, ...]:
    """Of which months the team sees the words: this one's, and the one's before, until there are newer ones."""
    month = month_of(start, today)
    if month is None:
        return ()
    before = month_of(start, month - timedelta(days=1))
    return (month,) if before is None else (before, month)
