"""What a person can ask for: `rpc` method over the live connection, `POST /api/v1/rpc/<method>` over HTTP."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.levels import L0, L4, OPEN, OWN

ROOM_KINDS = ("pair", "team", "mentors", "mentees", "joint", "workshop", "staff")
MEMBER_ROLES = ("mentee", "mentor", "facilitator", "coordinator", "guest")

# Kept here as a pattern so that an id can never carry a path, markup or a line break into a log.
Id = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
CommandId = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9._-]{1,100}\Z")]
Offset = Annotated[int, Meta(ge=1, le=2**53 - 1)]
Role = Literal["mentee", "mentor", "facilitator", "coordinator", "guest"]
Kind = Literal["pair", "team", "mentors", "mentees", "joint", "workshop", "staff"]
Closing = Literal["stopped", "ended"]
"""Why nothing is added to a room any more."""

MESSAGE_LIMIT = 8_000
"""Code points of a message, counted after NFC, the same on the server and in the client."""


REACTIONS = ("👍", "❤️", "😊", "🎉", "👏", "🙏", "💡", "🤔")
"""Shown first; any other single emoji is possible."""

REACTION_LIMIT = 5
"""Different reactions of one person to one message."""

MENTION_LIMIT = 50
"""People who can be mentioned in one message."""


class Quote(msgspec.Struct, frozen=True):
    """A part of the message that a reply answers, by its place and never by its words.

    Code points `start` up to, without, `end` of the text that entry `version` gave the message: `last` of the
    Message that was quoted from. Once that message has other words or none, `last` differs and the quote shows nothing.
    """

    version: Annotated[Offset, L4]
    start: Annotated[Annotated[int, Meta(ge=0, le=MESSAGE_LIMIT)], L4]
    end: Annotated[Annotated[int, Meta(ge=1, le=MESSAGE_LIMIT)], L4]


class PostMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """Say something in a room.

    `@[<person's id>]` in the text mentions a member. A `quote` needs `reply_to`.
    """

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    text: Annotated[str, L4]
    reply_to: Annotated[Offset | None, L4] = None
    quote: Annotated[Quote | None, L4] = None


class EditMessage(msgspec.Struct, frozen=True):
    """Put other words in one's own message. The earlier words stay in the log for the members.

    Whom the earlier words mentioned can stay mentioned, also after they left.
    """

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    message: Annotated[Offset, L4]
    text: Annotated[str, L4]


class WithdrawMessage(msgspec.Struct, frozen=True):
    """Take back one's own message: every version of its words is removed, a neutral mark stays."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    message: Annotated[Offset, L4]


class React(msgspec.Struct, frozen=True):
    """Answer a message with one emoji. The same one is given once per person."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    message: Annotated[Offset, L4]
    emoji: Annotated[str, L4]


class Unreact(msgspec.Struct, frozen=True):
    """Take back one's own emoji."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    message: Annotated[Offset, L4]
    emoji: Annotated[str, L4]


class AddMember(msgspec.Struct, frozen=True):
    """Bring a person into a room. They see what is said from now on."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    person: Annotated[Id, L0]
    role: Annotated[Role, L0]


class RemoveMember(msgspec.Struct, frozen=True):
    """Take a person out of a room. Their open connections stop receiving it within a second."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    person: Annotated[Id, L0]


class LeaveRoom(msgspec.Struct, frozen=True):
    """Leave a room oneself, at once, without a reason."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]


class OpenPast(msgspec.Struct, frozen=True):
    """Agree that a later member may read what was said before they came. It opens when every other member agreed.

    One of them has to read it themselves; and once somebody goes, all agree anew.
    """

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    person: Annotated[Id, L0]


class SaveDraft(msgspec.Struct, frozen=True):
    """Keep what I began to write in a room; an empty text removes the draft."""

    room: Annotated[Id, L0]
    text: Annotated[str, OWN]


class MarkRead(msgspec.Struct, frozen=True):
    """I have read the talk up to its message, or file, number `number`. A lower number than before changes nothing.

    My other devices hear of it by a ReadNotice.
    """

    room: Annotated[Id, L0]
    number: Annotated[int, Meta(ge=0, le=2**53 - 1), OWN]


class ShowPresence(msgspec.Struct, frozen=True):
    """Show in a room from now on that I am here and when I write, and see it of those who show it too; or no more.

    It is off until a person turns it on, each for themselves.
    """

    room: Annotated[Id, L0]
    on: Annotated[bool, OWN]


class Accepted(msgspec.Struct, frozen=True, omit_defaults=True):
    """The command is in the log for good. The offset is given to members of the room only."""

    offset: Annotated[int | None, L4] = None


class Done(msgspec.Struct, frozen=True):
    """Stored."""
