"""What follows from a date, in the transaction in which it is agreed on, moved or called off.

Every way to a date ends here: a room's own dates (`flows/dates.py`), and what a programme has for many. So whoever has
to know of a date joins in one place: `_FOLLOWERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from server.flows import pushing
from server.flows.invitations import invite, news_of
from server.flows.lobbies import keep_doors
from server.flows.reminding import remind
from server.programmes.sight import service as sight
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment, Change, Guest, is_revised
from server.unit_of_work import UnitOfWork

Follower = Callable[[UnitOfWork, Sequence[Change], str | None], None]
"""Of changes that a person made together; None for the server."""


def _tell(unit: UnitOfWork, changes: Sequence[Change], _actor: str | None) -> None:
    """Whoever it concerns looks at their dates again."""
    for change in changes:
        for person in sorted(_concerned(change)):
            unit.tell(person, "dates_changed", change.after.room)


def _concerned(change: Change) -> set[str]:
    """Whoever is, or was, invited. Of what is for many, who of them comes is told to that one alone: three hundred
    answers would else be told three hundred times each."""
    before = {} if change.before is None else {guest.person: guest for guest in change.before.guests}
    after = {guest.person: guest for guest in change.after.guests}
    everybody = before.keys() | after.keys()
    if change.before is None or change.after.kind == "meeting" or is_revised(change.before, change.after):
        return everybody
    return {person for person in everybody if before.get(person) != after.get(person)}


def _push(unit: UnitOfWork, changes: Sequence[Change], actor: str | None) -> None:
    pushing.tell(unit, news_of(unit, changes).keys() - {actor}, "meeting")


_FOLLOWERS: tuple[Follower, ...] = (_tell, invite, remind, _push, keep_doors)


def settle(unit: UnitOfWork, wanted: Sequence[tuple[Appointment | None, Appointment]], actor: str | None) -> None:
    """Of each pair the second from now on, under the id of the first, which is None for a new one; and all that follows
    from it. What is done together is told together. `actor`: who did it."""
    found = [
        appointments.make(unit, after) if before is None else appointments.change(unit, before, after)
        for before, after in wanted
    ]
    changes = [change for change in found if change is not None]
    if changes:
        for follow in _FOLLOWERS:
            follow(unit, changes, actor)


def call_off(unit: UnitOfWork, room: str) -> None:
    """All that was still to come in a room that closes."""
    coming = appointments.of_rooms(unit.connection, [room], unit.now)
    settle(unit, [(one, replace(one, state="cancelled")) for one in coming], None)


def guests_of(unit: UnitOfWork, cohort: str | None, people: Collection[str]) -> tuple[Guest, ...]:
    """With where each comes from today, as sums of later years want to know it."""
    origins = sight.origins_of(unit.connection, cohort, people) if cohort else {}
    return tuple(Guest(person, *origins.get(person, (None, None))) for person in sorted(people))
