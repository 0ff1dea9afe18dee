"""Public holidays of a country, movable ones too; the feasts of a faith, for people whose country keeps others."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

import holidays

Faith = Literal["catholic", "orthodox", "islamic", "hebrew"]

FEASTS = "ME"
"""Whose law names the feasts of each faith, so the library has them apart: for people anywhere."""

Days = dict[date, str]
"""Each day off with its name in English. Islamic feasts follow the moon: the library marks those as estimated."""


class UnknownCountry(ValueError):
    """Not an ISO 3166 code, or a part of a country, that the library knows."""


def days_off(
    country: str, first: date, last: date, *, part: str | None = None, faiths: frozenset[Faith] = frozenset()
) -> Days:
    """From `first` to `last`, both included. `part` is the ISO 3166-2 code without the country.

    Raises UnknownCountry.
    """
    found: Days = {}
    for year in range(first.year, last.year + 1):
        for faith in sorted(faiths):
            found |= _year(FEASTS, None, year, faith)
        found |= _year(country, part, year, None)
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


def known_days_off(country: str, first: date, last: date) -> Days:
    """As `days_off`; none for a country that the library does not know."""
    try:
        return days_off(country, first, last)
    except UnknownCountry:
        return {}


@lru_cache(maxsize=1024)
def _year(country: str, part: str | None, year: int, faith: Faith | None) -> Days:
    try:
        return dict(
            holidays.country_holidays(
                country, subdiv=part, years=year, language="en_US", categories=None if faith is None else (faith,)
            )
        )
    except NotImplementedError as unknown:
        raise UnknownCountry(f"{country}-{part}" if part else country) from unknown
