"""A mail before it is written, in the queue, and after an attempt to send it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Literal

Template = Literal[
    "invitation",
    "password_reset",
    "sign_in_link",
    "address_confirm",
    "address_changed",
    "password_changed",
    "second_factor_changed",
    "unread",
    "enrolled",
    "welcome",
    "talk_wanted",
    "report_received",
    "quiet_one",
    "quiet_all",
    "bulletin",
    "alumni",
    "dates_agreed",
    "date_moved",
    "date_cancelled",
    "date_without_you",
    "date_declined",
    "date_ahead",
    "date_soon",
    "date_asked",
    "times_asked",
    "pool_asked",
    "proposal_asked",
    "proposal_waits",
    "proposal_answered",
    "application_begun",
    "application_sent",
    "application_link",
    "application_withdrawn",
    "call_extended",
    "interview_asked",
    "interview_answered",
    "outcome",
]
Value = str | int
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of every day in which a person is told nothing that can wait, by the clock where they are: over midnight
    where `end` is the earlier one, none at all where both are the same."""

    start: time
    end: time


NIGHT = Quiet(time(22), time(8))
"""Until the person says otherwise."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What somebody should read. `language` and `zone` are the reader's, `person` is their id, None for who is none
    yet. `values` are exactly those that `rules.LETTERS` names for the template: names, `link` (a path of this server,
    from `/` on), times (ms), a calendar file. Never what was said in a room."""

    template: Template
    address: str
    language: str
    zone: str
    person: str | None
    values: Values
    about: str | None = None
    """What it tells of, where that can be taken back before it is sent."""


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    CAUGHT = "caught"
    """Sent nowhere: it is shown on this machine instead."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A mail that this node has taken to send. `tries` counts this attempt too, and names the lease. Times in ms."""

    id: str
    mail: Mail
    created_at: int
    tries: int


@dataclass(frozen=True, slots=True)
class Caught:
    """A mail that is shown instead of being sent. `at`: ms."""

    at: int
    queued: Queued


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one ended. `reason`: a code of the mail server or one word; never an address, never its text."""

    state: Literal["sent", "later", "never"]
    reason: str = ""
