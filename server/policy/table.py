"""The table of rights. No role reads a room: only membership of it does, and no rule here says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    READ = "room.read"
    POST = "room.post"
    EDIT = "room.edit"
    WITHDRAW = "room.withdraw"
    LEAVE = "room.leave"
    OPEN_PAST = "room.open_past"
    DRAFT = "room.draft"
    MARK_READ = "room.mark_read"
    MANAGE = "room.manage"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a command."""

    person: str


@dataclass(frozen=True, slots=True)
class RoomSubject:
    """What a right in a room depends on. `managers`: who runs the programme that the room belongs to."""

    members: Collection[str]
    managers: Collection[str] = ()
    author: str | None = None
    """Of the message that the command is about."""


def _member(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members


def _author(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members and actor.person == room.author


def _runs_its_programme(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.managers


RULES: dict[Verb, Callable[[Actor, RoomSubject], bool]] = {
    Verb.READ: _member,
    Verb.POST: _member,
    Verb.EDIT: _author,
    Verb.WITHDRAW: _author,
    Verb.LEAVE: _member,
    Verb.OPEN_PAST: _member,
    Verb.DRAFT: _member,
    Verb.MARK_READ: _member,
    # Bringing somebody in or taking somebody out is no right to read what is said there.
    Verb.MANAGE: _runs_its_programme,
}


def may(actor: Actor, verb: Verb, subject: RoomSubject) -> bool:
    """Whether the actor may do this to the subject now. What the table does not name is denied."""
    rule = RULES.get(verb)
    return rule is not None and rule(actor, subject)
