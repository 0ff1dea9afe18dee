"""What happens in a room: one struct per kind of entry, and the envelope that carries it on the wire."""

from typing import Annotated, Any

import msgspec

from server.contract.commands import Kind, Role
from server.contract.levels import L0, L4, OPEN


class FoundingMember(msgspec.Struct, frozen=True):
    person: Annotated[str, L0]
    role: Annotated[Role, L0]


class RoomOpened(msgspec.Struct, frozen=True):
    """The first entry of every log. Its members are the founders: they read from the beginning."""

    kind: Annotated[Kind, L0]
    members: Annotated[tuple[FoundingMember, ...], L0]


class MessagePosted(msgspec.Struct, frozen=True, omit_defaults=True):
    text: Annotated[str, L4]
    reply_to: Annotated[int | None, L4] = None


class MessageEdited(msgspec.Struct, frozen=True):
    message: Annotated[int, L4]
    text: Annotated[str, L4]


class MessageWithdrawn(msgspec.Struct, frozen=True):
    message: Annotated[int, L4]


class MemberAdded(msgspec.Struct, frozen=True):
    """A later member. `floor`: they read the entries with a higher offset."""

    person: Annotated[str, L0]
    role: Annotated[Role, L0]
    floor: Annotated[int, L4]


class MemberRemoved(msgspec.Struct, frozen=True):
    """The person is no member any more; when they are the entry's actor, they left."""

    person: Annotated[str, L0]


class PastAgreed(msgspec.Struct, frozen=True):
    """The actor agrees that `person` may read what was said before they came."""

    person: Annotated[str, L0]


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """The envelope: `data` of a publication on `room:<id>`. The publication's offset is the entry's offset.

    `at`: milliseconds since 1970 UTC. `actor`: a person's id. `body` is absent when the words were taken back.
    `command_id` lets the author's devices settle a pending message.
    """

    kind: Annotated[str, L4]
    at: Annotated[int, L4]
    actor: Annotated[str | None, L0] = None
    command_id: Annotated[str | None, OPEN] = None
    body: Annotated[Any, L4] = None


ENTRY_KINDS: dict[str, type[msgspec.Struct]] = {
    "room_opened": RoomOpened,
    "message_posted": MessagePosted,
    "message_edited": MessageEdited,
    "message_withdrawn": MessageWithdrawn,
    "member_added": MemberAdded,
    "member_removed": MemberRemoved,
    "past_agreed": PastAgreed,
}
