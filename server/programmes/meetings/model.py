"""What is known of a meeting outside of its room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """`meeting`: its id in the room. `manner`: call, telephone or in_person. `confirmed_by`: who said that it was held;
    None in what was kept before that was asked. `people`: each with the organisation that had brought them in on that
    day and its country (ISO 3166)."""

    mentorship: str
    meeting: int
    day: date
    minutes: int
    manner: str
    confirmed_by: str | None = None
    people: tuple[tuple[str, str | None, str | None], ...] = ()
