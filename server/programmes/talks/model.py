"""Somebody would like a talk with the team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Matter = Literal["together", "time", "work", "wellbeing", "other"]
TalkState = Literal["waiting", "taken", "over"]


@dataclass(frozen=True, slots=True)
class TalkRequest:
    """`person` would like a talk with `asked`, who answers by the end of `answer_by`; from `deputy_from` on, `deputy`
    may answer too, if there is one. `taken_by`: who takes care of it. `asked_at`: ms."""

    id: str
    cohort: str
    person: str
    asked: str
    deputy: str | None
    matter: Matter
    state: TalkState
    taken_by: str | None
    asked_at: int
    answer_by: date
    deputy_from: date


@dataclass(frozen=True, slots=True)
class TeamPart:
    """One of the team, in one of their roles."""

    person: str
    role: str
    organisation: str | None
