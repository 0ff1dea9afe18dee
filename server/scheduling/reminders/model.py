"""A reminder that is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Ahead = Literal["day", "hour"]


@dataclass(frozen=True, slots=True)
class Reminder:
    """`due_at`: ms."""

    appointment: str
    person: str
    ahead: Ahead
    due_at: int
