"""A room's frozen state, and what the rules need to know of a message."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from server.contract.commands import (
    AddMember,
    EditMessage,
    LeaveRoom,
    OpenPast,
    PostMessage,
    RemoveMember,
    WithdrawMessage,
)
from server.contract.entries import (
    MemberAdded,
    MemberRemoved,
    MessageEdited,
    MessagePosted,
    MessageWithdrawn,
    PastAgreed,
    RoomOpened,
)

Command = PostMessage | EditMessage | WithdrawMessage | AddMember | RemoveMember | LeaveRoom | OpenPast
Event = RoomOpened | MessagePosted | MessageEdited | MessageWithdrawn | MemberAdded | MemberRemoved | PastAgreed
Talk = MessagePosted | MessageEdited | MessageWithdrawn
"""Events that change the talk and leave the state document as it is."""


class Membership(msgspec.Struct, frozen=True):
    """`floor`: the member reads the entries with a higher offset."""

    role: str
    floor: int


class RoomState(msgspec.Struct, frozen=True):
    """Bounded: it grows with the people of a room, never with what is said in it.

    `former` keeps the roles of those who left, since their messages stay. `agreed` holds, for a later member,
    who has agreed that they read the past; it is empty again once anybody goes.
    """

    kind: str
    members: dict[str, Membership]
    former: dict[str, str] = {}
    agreed: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """A message as the rules see it. `first` is its id, the offset of the entry that posted it."""

    first: int
    author: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class RoomCommand:
    """A command with its author and the digest of everything it says but its id."""

    actor: str
    command: Command
    digest: bytes
    managers: tuple[str, ...] = ()
    """Who runs the room's programme, read in the same transaction; only managing commands need it."""
