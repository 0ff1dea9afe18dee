"""What a person wants of their calendar, and what a calendar answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from server.scheduling.appointments.model import Answer

Titles = Literal["plain", "names"]
"""A meeting is called a meeting, or also with whom it is."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """`feed_since`: ms, since when the feed has its present address; None where there is no feed."""

    titles: Titles = "plain"
    invitations: bool = True
    feed_since: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered to an invitation in their own calendar (RFC 5546, REPLY). `uid`: of the appointment;
    `address`: who they say they are; `revision`: the SEQUENCE that they answered to; `stamp`: when, as they wrote it.
    """

    uid: str
    address: str
    answer: Answer
    revision: int
    stamp: str
