"""Who is in a room: asked by the people who run its programme or by the members, decided in the transaction that writes
it, and told to whom it concerns."""

from __future__ import annotations

from server.accounts.service import person_exists
from server.contract.commands import Accepted, AddMember, LeaveRoom, OpenPast, RemoveMember
from server.contract.programmes import AuditKind
from server.errors import Refused
from server.flows import circles
from server.flows.dates import follow_members
from server.flows.stopping import step_out
from server.policy import Actor, RoomSubject, Verb, may
from server.presence import service as presence
from server.programmes.audit import service as audit
from server.programmes.mentorships import service as mentorships
from server.programmes.model import Mentorship
from server.programmes.service import is_enrolled, managers_of
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork


def manage(unit: UnitOfWork, rooms: Rooms, actor: str, command: AddMember | RemoveMember) -> Accepted:
    """Add or remove a member. Raises Refused; for who does not run the programme the room does not exist, and for who
    does, nobody outside of the programme. Groups have no managers: who is in them follows from who takes part.

    Who comes in as a mentor or a mentee becomes one of the mentorship, and who goes is in it no more.
    """
    one = _locked(unit, command.room)
    managers = managers_of(unit.connection, command.room)
    if not may(Actor(actor), Verb.MANAGE, RoomSubject(members=(), managers=managers)):
        raise Refused("not_found")
    accepted, after = rooms.carry_out(unit, RoomCommand(actor, command, digest(command), managers))
    if after is None:
        return accepted
    # Behind it, as a no takes back the whole unit: who asks again gets the answer of then, whoever is enrolled by now.
    if isinstance(command, AddMember) and not _may_be_added(unit, command):
        raise Refused("person_not_found")
    if one is not None:
        _seat(unit, one, command)
        audit.record(unit, one.cohort, *_act(actor, command))
    presence.forget(unit, command.person, command.room)
    follow_members(unit, command.room)
    unit.tell(command.person, "room_joined" if isinstance(command, AddMember) else "room_left", command.room)
    return accepted


def _locked(unit: UnitOfWork, room: str) -> Mentorship | None:
    """The mentorship that lives in a room, locked until the commit as a part of its run."""
    one = mentorships.by_room(unit.connection, room)
    if one is None:
        return None
    mentorships.lock_run(unit.connection, one.cohort)
    return mentorships.by_room(unit.connection, room)


def _may_be_added(unit: UnitOfWork, command: AddMember) -> bool:
    enrolled = is_enrolled(unit.connection, command.room, command.person)
    return enrolled and person_exists(unit.connection, command.person)


def _seat(unit: UnitOfWork, one: Mentorship, command: AddMember | RemoveMember) -> None:
    match command:
        case AddMember(role="mentor" | "mentee" as role):
            mentorships.add_person(unit, one, command.person, role)
        case RemoveMember():
            mentorships.remove_person(unit, one, command.person)


def _act(actor: str, command: AddMember | RemoveMember) -> tuple[AuditKind, str, str, str | None]:
    if isinstance(command, AddMember):
        return "member_added", actor, command.person, command.role
    return "member_removed", actor, command.person, None


def leave(unit: UnitOfWork, rooms: Rooms, actor: str, command: LeaveRoom) -> Accepted:
    """Leave a room oneself. A mentor or a mentee stops the mentorship with it, if nobody is left to go on.

    Raises Refused.
    """
    one = _locked(unit, command.room)
    accepted, after = rooms.carry_out(unit, RoomCommand(actor, command, digest(command)))
    if after is None:
        return accepted
    presence.forget(unit, actor, command.room)
    unit.tell(actor, "room_left", command.room)
    if one is None:
        circles.leave(unit, command.room, actor)
    elif actor in one.people and mentorships.goes_on(one):
        step_out(unit, rooms, one, actor)
    # Behind it: what is called off with the room is told as that.
    follow_members(unit, command.room)
    return accepted


def open_past(unit: UnitOfWork, rooms: Rooms, actor: str, command: OpenPast) -> Accepted:
    """Agree that a later member reads the past; they hear of it when it opens. Raises Refused."""
    accepted, after = rooms.carry_out(unit, RoomCommand(actor, command, digest(command)))
    if after is not None and after.members[command.person].floor == 0:
        unit.tell(command.person, "room_changed", command.room)
    return accepted
