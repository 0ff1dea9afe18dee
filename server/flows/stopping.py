"""A mentorship that goes on no more: its room closes with it, and nothing more comes from there to anybody."""

from __future__ import annotations

from collections.abc import Iterable

from server.contract.commands import Closing
from server.flows.dates import follow_members
from server.flows.guests import call_off
from server.ids import new_id
from server.presence import service as presence
from server.programmes.audit import service as audit
from server.programmes.mentorships import service as mentorships
from server.programmes.model import Mentorship
from server.rooms.reads import members_of
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork


def step_out(unit: UnitOfWork, rooms: Rooms, one: Mentorship, person: str) -> None:
    """A person wants no more of it; the run is locked. Raises Refused mentorship_over."""
    if mentorships.step_out(unit, one, person):
        close_room(unit, rooms, one, "stopped")
        # Of the server itself: whose stop it was is nobody's to read.
        acts = tuple((other, None) for other in sorted(one.people))
        audit.keep_acts(unit, one.cohort, "mentorship_stopped", None, acts)
    else:
        _came, went = rooms.change_members(unit, one.room, gone=[person])
        if went:
            presence.forget(unit, person, one.room)
            follow_members(unit, one.room)
            unit.tell(person, "room_left", one.room)
    tell(unit, one)


def close_room(unit: UnitOfWork, rooms: Rooms, one: Mentorship, reason: Closing) -> None:
    """Neither words, nor who is there, nor dates."""
    rooms.close(unit, one.room, reason, new_id())
    call_off(unit, one.room)
    presence.forget_room(unit, one.room)
    for person in sorted(members_of(unit.connection, one.room)):
        unit.tell(person, "room_changed", one.room)


def tell(unit: UnitOfWork, one: Mentorship, people: Iterable[str] = ()) -> None:
    """Its people, the given ones, and those who coordinate its run."""
    coordinators = mentorships.coordinators(unit.connection, one.cohort)
    for person in (*one.people, *people, *(other.person for other in coordinators)):
        unit.tell(person, "programme_changed", one.cohort)
