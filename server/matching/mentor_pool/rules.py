"""Until when somebody may be asked again. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from server.errors import Refused
from server.matching.profiles.model import Profile

YEARS = 2


def check_until(until: date, today: date) -> None:
    """Raises Refused until_invalid."""
    if not today <= until or (until - today).days > YEARS * 366:
        raise Refused("until_invalid")


def kept(one: Profile) -> Profile:
    """What somebody could give, without what was for the team of then about others."""
    return replace(one, for_team="", excludes=(), ranking=(), version=1)
