"""Who is in the groups of a run follows from who takes part in it.

Who goes is out of the rooms in the transaction that takes their part away. Who comes is written down and brought in
soon after, some at a time, so that two thousand people hold nobody else up. Locks are taken in one order: the run, the
list of who waits, the rooms, who is in the groups.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from server.contract import programmes as contract
from server.contract.programmes import OpenCircle
from server.database import Database
from server.errors import Refused
from server.flows.dates import follow_members
from server.ids import new_id
from server.policy import Actor, Verb, may
from server.presence import service as presence
from server.programmes.audit import service as audit
from server.programmes.circles import service as circles
from server.programmes.circles.service import Moves
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.model import Run
from server.programmes.mentorships.service import subject
from server.rooms.service import NewRoom, Rooms, open_rooms
from server.unit_of_work import UnitOfWork, Writer

AT_ONCE = 25
"""People who come into their groups in one transaction."""


def follow(unit: UnitOfWork, rooms: Rooms, cohort: str, person: str) -> None:
    """A person's parts in a run have changed: called in the transaction that changes them, once for each person, after
    it."""
    if not circles.of_run(unit.connection, cohort):
        return
    moves = circles.moves(unit, cohort, [person])
    if moves.come:
        circles.look_at(unit.connection, cohort, person)
    if moves.go:
        _carry_out(unit, rooms, cohort, replace(moves, come={}))


def open_circle(unit: UnitOfWork, rooms: Rooms, actor: str, cohort: str, wanted: OpenCircle) -> contract.Circle:
    """Raises Refused not_found for who may not, cohort_over."""
    run = mentorships.lock_run(unit.connection, cohort)
    coordinators = subject(mentorships.coordinators(unit.connection, cohort))
    if run is None or not may(Actor(actor), Verb.CHANGE_COHORT, coordinators):
        raise Refused("not_found")
    there = {one.kind: one.room for one in circles.of_run(unit.connection, cohort)}
    if wanted.kind in there:
        return contract.Circle(wanted.kind, there[wanted.kind])
    mentorships.check_open(run)
    room = new_id()
    circles.open_circle(unit, cohort, circles.Opened(wanted.kind, room))
    _open_room(unit, run, wanted.kind, room)
    # The first of them see it at once, so that a small run is complete when its coordinator looks.
    bring_in(unit, rooms, cohort)
    audit.record(unit, cohort, "group_opened", actor, None, wanted.kind)
    for other in (*coordinators.leads, *coordinators.partners):
        unit.tell(other, "programme_changed", cohort)
    return contract.Circle(wanted.kind, room)


def _open_room(unit: UnitOfWork, run: Run, kind: contract.CircleKind, room: str) -> None:
    open_rooms(unit, [NewRoom(room, kind, (), new_id(), run.first_words)])


def bring_in(unit: UnitOfWork, rooms: Rooms, cohort: str | None = None) -> int:
    """Some of those who wait, of one run; how many they were."""
    cohort = cohort or circles.run_that_waits(unit.connection)
    run = None if cohort is None else mentorships.lock_run(unit.connection, cohort)
    if cohort is None or run is None:
        return 0
    people = circles.take(unit.connection, cohort, AT_ONCE)
    if people and run.state != "ended":
        _carry_out(unit, rooms, cohort, circles.moves(unit, cohort, people))
        if circles.run_that_waits(unit.connection) != cohort:
            # Once, for all who came: a date of thousands is not written anew for each few of them.
            for one in circles.of_run(unit.connection, cohort):
                follow_members(unit, one.room)
    return len(people)


def _carry_out(unit: UnitOfWork, rooms: Rooms, cohort: str, moves: Moves) -> None:
    concerned = {one.kind: one.room for one in circles.of_run(unit.connection, cohort)}
    # First the rooms and then who is in the group, as who leaves one by themselves does.
    rooms.lock(unit, [concerned[kind] for kind in {*moves.come, *moves.go}])
    circles.move(unit, cohort, moves)
    for kind in sorted({*moves.come, *moves.go}):
        room = concerned[kind]
        came, went = rooms.change_members(unit, room, moves.come.get(kind, {}), moves.go.get(kind, ()))
        if went:
            follow_members(unit, room)
        for person in (*came, *went):
            presence.forget(unit, person, room)
            unit.tell(person, "room_joined" if person in came else "room_left", room)
            unit.tell(person, "programme_changed", cohort)


def leave(unit: UnitOfWork, room: str, person: str) -> None:
    """Who has left a group's room by themselves is not brought back."""
    found = circles.by_room(unit.connection, room)
    if found is not None:
        circles.leave(unit.connection, *found, person, unit.now)
        unit.tell(person, "programme_changed", found[0])


def come_back(unit: UnitOfWork, room: str, person: str) -> bool:
    """Who was taken out of a group's room is in the group again; False for who takes part in it no more."""
    found = circles.by_room(unit.connection, room)
    if found is None or not circles.come_back(unit.connection, *found, person):
        return False
    unit.tell(person, "programme_changed", found[0])
    return True


@dataclass(frozen=True, slots=True)
class BringingIn:
    """The chore of it."""

    database: Database
    writer: Writer[Any]
    rooms: Rooms

    async def bring_all(self) -> None:
        """Everybody who waits by now, and others have their turn in between. Ended at any moment, it goes on where it
        was."""
        while await self.database.look_up(circles.run_that_waits):
            if not await self.writer.run(lambda unit: bring_in(unit, self.rooms)):
                return
