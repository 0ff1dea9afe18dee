"""What comes of an application before somebody takes part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reach = Literal["all", "own"]
"""All applications to a call, or those from the country of one's own organisation."""
Reason = Literal["same_organisation", "worked_together", "close", "other"]
"""Why somebody would rather not read an application: a class, never a story."""
Tendency = Literal["yes", "reserve", "no", "unsure"]
Decided = Literal["yes", "reserve", "no"]
OUTCOMES: tuple[Decided, ...] = ("yes", "reserve", "no")
InterviewState = Literal["asked", "chosen", "none_suits"]
LetterState = Literal["waiting", "gone"]
TakingInState = Literal["waiting", "done", "refused"]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody of the run who reads applications to a call."""

    call: str
    person: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Note:
    """What one reader thinks of an application: words and where they lean, and no number. `written_at`: ms."""

    application: str
    person: str
    tendency: Tendency
    words: str
    written_at: int
    version: int = 1


@dataclass(frozen=True, slots=True)
class Conflict:
    """From then on the application does not exist for this person. `declared_at`: ms."""

    application: str
    person: str
    reason: Reason
    declared_at: int


@dataclass(frozen=True, slots=True)
class Interview:
    """Times (ms) that an applicant can choose from. `place`: how it is held: an address, a link, a telephone."""

    id: str
    application: str
    asked_by: str
    asked_at: int
    minutes: int
    starts: tuple[int, ...]
    place: str
    state: InterviewState = "asked"
    chosen: int | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What an applicant is told of an outcome, in words of the team."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as somebody has edited it."""

    letter: Letter
    version: int


@dataclass(frozen=True, slots=True)
class Sending:
    """A letter that leaves, or has left. `asked_at`: ms."""

    application: str
    outcome: Decided
    asked_by: str
    asked_at: int
    state: LetterState


@dataclass(frozen=True, slots=True)
class TakingIn:
    """Whoever got a yes is brought into the run. `organisation`: that looks after them from then on; `code`: why it
    could not be."""

    application: str
    asked_by: str
    asked_at: int
    organisation: str | None
    state: TakingInState = "waiting"
    code: str | None = None
