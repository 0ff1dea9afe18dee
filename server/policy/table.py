"""The table of rights. No role reads a room: only membership of it does, and no rule here says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct


class Verb(StrEnum):
    READ = "room.read"
    POST = "room.post"
    EDIT = "room.edit"
    WITHDRAW = "room.withdraw"
    REACT = "room.react"
    LEAVE = "room.leave"
    OPEN_PAST = "room.open_past"
    DRAFT = "room.draft"
    MARK_READ = "room.mark_read"
    SHOW_PRESENCE = "room.show_presence"
    SEE_PRESENCE = "room.presence"
    SHOW_TYPING = "room.typing"
    MANAGE = "room.manage"
    INVITE = "person.invite"


class Actor(Struct, frozen=True, gc=False):
    """The person behind a command."""

    person: str


class RoomSubject(Struct, frozen=True, gc=False):
    """What a right in a room depends on. `managers`: who runs the programme that the room belongs to."""

    members: Collection[str]
    managers: Collection[str] = ()
    author: str | None = None
    """Of the message that the command is about."""
    shown: Collection[str] = ()
    """Who shows there that they are here, or that they write."""


@dataclass(frozen=True, slots=True)
class HouseSubject:
    """What a right on the server as a whole depends on. `keepers`: who set it up; `leads`: who runs a programme."""

    keepers: Collection[str] = ()
    leads: Collection[str] = ()


Subject = RoomSubject | HouseSubject


def _member(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members


def _author(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members and actor.person == room.author


def _shown(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members and actor.person in room.shown


def _runs_its_programme(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.managers


RULES: dict[Verb, Callable[[Actor, RoomSubject], bool]] = {
    Verb.READ: _member,
    Verb.POST: _member,
    Verb.EDIT: _author,
    Verb.WITHDRAW: _author,
    Verb.REACT: _member,
    Verb.LEAVE: _member,
    Verb.OPEN_PAST: _member,
    Verb.DRAFT: _member,
    Verb.MARK_READ: _member,
    Verb.SHOW_PRESENCE: _member,
    # Seeing and being seen go together.
    Verb.SEE_PRESENCE: _shown,
    Verb.SHOW_TYPING: _shown,
    # Bringing somebody in or taking somebody out is no right to read what is said there.
    Verb.MANAGE: _runs_its_programme,
}


def _keeps_it_or_runs_a_programme(actor: Actor, house: HouseSubject) -> bool:
    return actor.person in house.keepers or actor.person in house.leads


HOUSE_RULES: dict[Verb, Callable[[Actor, HouseSubject], bool]] = {
    Verb.INVITE: _keeps_it_or_runs_a_programme,
}


def may(actor: Actor, verb: Verb, subject: Subject) -> bool:
    """Whether the actor may do this to the subject now. What the tables do not name is denied."""
    if isinstance(subject, HouseSubject):
        of_house = HOUSE_RULES.get(verb)
        return of_house is not None and of_house(actor, subject)
    rule = RULES.get(verb)
    return rule is not None and rule(actor, subject)
