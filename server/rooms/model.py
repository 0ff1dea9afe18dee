"""A room's frozen state, and what the rules need to know of a message."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

import msgspec
from msgspec import Struct

from server.contract.commands import (
    AddMember,
    Closing,
    EditMessage,
    LeaveRoom,
    OpenPast,
    PostMessage,
    React,
    RemoveMember,
    Unreact,
    WithdrawMessage,
)
from server.contract.entries import (
    MemberAdded,
    MemberRemoved,
    MessageEdited,
    MessagePosted,
    MessageWithdrawn,
    PastAgreed,
    ReactionAdded,
    ReactionRemoved,
    RoomClosed,
    RoomEmptied,
    RoomOpened,
)
from server.contract.things import ThingCommand, ThingEvent

Command = (
    PostMessage | EditMessage | WithdrawMessage | React | Unreact | AddMember | RemoveMember | LeaveRoom | OpenPast
)
Talk = MessagePosted | MessageEdited | MessageWithdrawn | ReactionAdded | ReactionRemoved
"""Events that change the talk and leave the state document as it is."""
Event = RoomOpened | Talk | MemberAdded | MemberRemoved | PastAgreed | RoomClosed | RoomEmptied
AnyEvent = Event | ThingEvent


class Membership(msgspec.Struct, frozen=True):
    """`floor`: the member reads the entries with a higher offset."""

    role: str
    floor: int


class Former(msgspec.Struct, frozen=True):
    """Who left, with the role of then, at this offset."""

    role: str
    left: int


class RoomState(msgspec.Struct, frozen=True):
    """Bounded: it grows with the people of a room, never with what is said in it.

    `former` keeps those who left, since their messages stay. `agreed` holds, for a later member,
    who has agreed that they read the past; it is empty again once anybody goes.
    `closed`: why nothing is added any more. `emptied`: what was said is removed for good.
    """

    kind: str
    members: dict[str, Membership]
    former: dict[str, Former] = {}
    agreed: dict[str, tuple[str, ...]] = {}
    closed: Closing | None = None
    emptied: bool = False


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """A message as the rules see it. `first` is its id, the offset of the entry that posted it.

    `version` is the offset of the entry that gave it its words, `text` None once they were taken back. `mentions` are
    known where an edit asks, `reactions` (person, emoji) where a reaction does.
    """

    first: int
    author: str
    version: int
    text: str | None
    mentions: tuple[str, ...] = ()
    reactions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one transaction of the lane brought, by the rooms' numbers in this database.

    `talk`: a room's id and the number of its newest message. `authors` of messages and whom somebody `mentioned`, each
    as (room, person).
    """

    talk: Mapping[int, tuple[str, int]]
    states: Mapping[int, RoomState]
    authors: Set[tuple[int, str]]
    mentioned: Set[tuple[int, str]]


class RoomCommand(Struct, frozen=True, gc=False):
    """A command with its author and the digest of everything it says but its id."""

    actor: str
    command: Command | ThingCommand
    digest: bytes
    managers: tuple[str, ...] = ()
    """Who runs the room's programme, read in the same transaction; only managing commands need it."""
