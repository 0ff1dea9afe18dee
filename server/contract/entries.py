"""What happens in a room: one struct per kind of entry, and the envelope that carries it on the wire."""

from typing import Annotated, Any, Literal

import msgspec

from server.contract.commands import Closing, Kind, Quote, Role
from server.contract.levels import L0, L2, L4, OPEN, OWN


class FoundingMember(msgspec.Struct, frozen=True):
    person: Annotated[str, L0]
    role: Annotated[Role, L0]


class RoomOpened(msgspec.Struct, frozen=True, omit_defaults=True):
    """The first entry of every log. Its members are the founders: they read from the beginning.

    `first_words`: what the programme says at the top of the room, by language.
    """

    kind: Annotated[Kind, L0]
    members: Annotated[tuple[FoundingMember, ...], L0]
    first_words: Annotated[dict[str, str], L0] = {}


class MessagePosted(msgspec.Struct, frozen=True, omit_defaults=True):
    """`mentions`: whom `@[…]` in the text names, by id, each once, in ascending order; other `@[…]` are plain words."""

    text: Annotated[str, L4]
    reply_to: Annotated[int | None, L4] = None
    quote: Annotated[Quote | None, L4] = None
    mentions: Annotated[tuple[str, ...], L4] = ()


class MessageEdited(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words and mentions take the place of the earlier ones; what the message answers and quotes stays."""

    message: Annotated[int, L4]
    text: Annotated[str, L4]
    mentions: Annotated[tuple[str, ...], L4] = ()


class MessageWithdrawn(msgspec.Struct, frozen=True):
    """Nothing of the message stays: words, mentions, quote, reactions."""

    message: Annotated[int, L4]


class ReactionAdded(msgspec.Struct, frozen=True):
    """Of the entry's actor. A new emoji comes behind the message's others, a person behind the emoji's others."""

    message: Annotated[int, L4]
    emoji: Annotated[str, L4]


class ReactionRemoved(msgspec.Struct, frozen=True):
    """Of the entry's actor. An emoji that nobody gives any more is gone."""

    message: Annotated[int, L4]
    emoji: Annotated[str, L4]


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


class RoomClosed(msgspec.Struct, frozen=True):
    """Nothing is added from here on; what is there stays, and its authors can still take it back. `reason`: one of the
    two wanted no more of it, without saying why and who; or it has come to its end."""

    reason: Annotated[Closing, L2]


class RoomEmptied(msgspec.Struct, frozen=True):
    """The time for which a run's rooms are kept is over: no word of the talk is left, and the talk counts from nothing.
    Who was here stays, and what the programme said at the top."""


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
    "reaction_added": ReactionAdded,
    "reaction_removed": ReactionRemoved,
    "member_added": MemberAdded,
    "member_removed": MemberRemoved,
    "past_agreed": PastAgreed,
    "room_closed": RoomClosed,
    "room_emptied": RoomEmptied,
}


PersonKind = Literal[
    "room_joined",
    "room_left",
    "room_changed",
    "logins_changed",
    "preferences_changed",
    "programme_changed",
    "dates_changed",
]


class PersonEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry of a person's own log: `data` of a publication with an offset on `person:<id>`.

    It says what changed for me, never to what: that is asked for. `id`: of the room, where a room is meant.
    """

    kind: Annotated[PersonKind, OWN]
    at: Annotated[int, OWN]
    id: Annotated[str | None, OWN] = None


class UnreadNotice(msgspec.Struct, frozen=True):
    """A publication without offset on `person:<id>`, at most one a second per room: somebody else has spoken there.

    `talk`: the number of the newest message or file. `mentioned`: meanwhile somebody has named me there.
    """

    kind: Annotated[Literal["unread"], OPEN]
    room: Annotated[str, L0]
    talk: Annotated[int, L4]
    mentioned: Annotated[bool, L4]


class ReadNotice(msgspec.Struct, frozen=True):
    """A publication without offset on `person:<id>`: on one of my devices I have read up to message `number`."""

    kind: Annotated[Literal["read"], OPEN]
    room: Annotated[str, L0]
    number: Annotated[int, OWN]


class PresenceNotice(msgspec.Struct, frozen=True):
    """A publication without offset on `room:<id>`, from a person to those who show themselves there too, and what a
    subscriber publishes to make it: they write at this moment (good for 6 seconds); they look elsewhere on all their
    devices, or here again. Who comes and goes is a join and a leave.
    """

    kind: Annotated[Literal["typing", "away", "here"], L4]


class CountNotice(msgspec.Struct, frozen=True):
    """A publication without offset on `room:<id>`, at most one a second, in place of joins, leaves and the above while
    more than 50 people are here. A count of 50 or less says that they begin again: `presence` has everybody then.
    """

    kind: Annotated[Literal["count"], OPEN]
    people: Annotated[int, L4]


class SwitchNotice(msgspec.Struct, frozen=True):
    """A publication without offset on `person:<id>`: on one of my devices I have switched my presence in a room."""

    kind: Annotated[Literal["presence"], OPEN]
    room: Annotated[str, L0]
    on: Annotated[bool, OWN]
