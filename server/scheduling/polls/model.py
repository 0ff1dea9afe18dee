"""A search for a time that suits many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Part = Literal["needed", "one_of", "welcome"]
"""Has to be there; one of several of whom one has to; is welcome."""
Says = Literal["yes", "maybe", "no"]
State = Literal["looking", "asking", "decided"]
Every = Literal["week", "fortnight", "month"]


@dataclass(frozen=True, slots=True)
class Guest:
    """`person`: who has an account; else `name`, `email` and `language` are of somebody who has none."""

    id: str
    part: Part
    person: str | None = None
    name: str = ""
    email: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Poll:
    """`first`, `last`: days; `since`, `until`: minutes of the day between which it lies; all on the wall clock of
    `zone`. `minutes`: how long one session is; `sessions`: how many there are, so that most can come to one.
    `meetings`: so many are a series to which everybody comes; the days are those of the first, and the others lie
    `every` so much later. `at_least`: so many have to come, whoever they are. `asked`, `decided`: starts (ms). `kind`,
    `whom`: of the date that comes of it."""

    id: str
    cohort: str
    made_by: str
    made_at: int
    title: str
    kind: str
    whom: str
    minutes: int
    first: date
    last: date
    since: int
    until: int
    zone: str
    at_least: int
    sessions: int
    guests: tuple[Guest, ...]
    state: State = "looking"
    asked: tuple[int, ...] = ()
    decided: tuple[int, ...] = ()
    version: int = 1
    meetings: int = 1
    every: Every = "month"


Answers = Mapping[str, Mapping[int, Says]]
"""By guest: what they said of which start (ms)."""
