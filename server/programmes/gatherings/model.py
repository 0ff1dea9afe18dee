"""A gathering beside its time and its guests, which other parts know."""

from __future__ import annotations

from dataclasses import dataclass

from server.contract.calendar import Door


@dataclass(frozen=True, slots=True)
class Gathering:
    """`id`: of the planned date and of the appointment that it became. `due_at`: ms, when its door turns next, None for
    never. `confirmed_by`: who said who came, at `confirmed_at` (ms), and that it took `minutes`."""

    id: str
    cohort: str
    door: Door
    due_at: int | None
    opened_by: str | None = None
    opened_at: int | None = None
    confirmed_by: str | None = None
    confirmed_at: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A person of a run whose invitations have to follow what `actor` has changed, None for the server."""

    person: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class Need:
    """What a person needs at the place of a gathering. `told_to`: who was named when they said it; nobody else reads
    it, whoever is named later."""

    gathering: str
    person: str
    words: str
    told_to: tuple[str, ...]
