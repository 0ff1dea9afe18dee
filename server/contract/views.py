"""What the server answers to a GET, and the few bodies that HTTP alone takes."""

from datetime import date
from typing import Annotated

import msgspec

from server.contract.commands import Closing, Id, Kind, Quote, Role
from server.contract.levels import L0, L2, L4, OPEN, OWN
from server.contract.things import Things


class Person(msgspec.Struct, frozen=True):
    id: Annotated[str, L0]
    name: Annotated[str, L0]


class Me(msgspec.Struct, frozen=True):
    """`language` is one of sr-Cyrl, sr-Latn, hr, mk, sl, en (or one that falls back to them); `zone` an IANA name."""

    id: Annotated[str, L0]
    name: Annotated[str, L0]
    email: Annotated[str, OWN]
    language: Annotated[str, OWN]
    zone: Annotated[str, OWN]


class RoomCard(msgspec.Struct, frozen=True):
    """A room in one's own list. `read`: my read marker, `unread`: messages and files of others after it, `mentioned`:
    those of them that name me.

    `last_at`: ms, of the newest message or file. `presence`: I have switched it on there that I am shown and see who is
    here. `purge_on`: the day on which its content is removed for good, known once its run has ended.
    """

    id: Annotated[str, L0]
    kind: Annotated[Kind, L0]
    people: Annotated[tuple[Person, ...], L0]
    offset: Annotated[int, L4]
    talk: Annotated[int, L4]
    read: Annotated[int, OWN]
    unread: Annotated[int, OWN]
    mentioned: Annotated[int, OWN]
    last_at: Annotated[int | None, L4]
    draft: Annotated[bool, OWN]
    presence: Annotated[bool, OWN]
    closed: Annotated[Closing | None, L2] = None
    purge_on: Annotated[date | None, L0] = None


class MyRooms(msgspec.Struct, frozen=True):
    """Rooms that I am a member of, the one with the newest message first."""

    epoch: Annotated[str, OPEN]
    rooms: Annotated[tuple[RoomCard, ...], L0]


class Member(msgspec.Struct, frozen=True, omit_defaults=True):
    """A member now, or (with `left`) one who was: their messages keep their name.

    Who left before I may read is not among them.
    """

    person: Annotated[str, L0]
    name: Annotated[str, L0]
    role: Annotated[Role, L0]
    left: Annotated[bool, L0] = False


class Reaction(msgspec.Struct, frozen=True):
    """One emoji and who gives it, in the order of giving."""

    emoji: Annotated[str, L4]
    people: Annotated[tuple[str, ...], L4]


class Message(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message with its edits, reactions and its withdrawal applied. `id` is the offset of its first entry.

    `number` counts the room's messages 1, 2, 3 …; `last` is the offset of the entry that gave it these words or took
    them back. `text` is absent when the message was withdrawn. `quote` shows words of the message `reply_to` as long
    as that one's `last` is the quote's `version`. `mentions`: ids in ascending order; `reactions`: in the order in
    which the first who still gives each came, at most 20 kinds and 400 in all. Times in ms.
    """

    id: Annotated[int, L4]
    number: Annotated[int, L4]
    author: Annotated[str, L0]
    at: Annotated[int, L4]
    last: Annotated[int, L4]
    text: Annotated[str | None, L4] = None
    reply_to: Annotated[int | None, L4] = None
    quote: Annotated[Quote | None, L4] = None
    edited_at: Annotated[int | None, L4] = None
    mentions: Annotated[tuple[str, ...], L4] = ()
    reactions: Annotated[tuple[Reaction, ...], L4] = ()


class FirstWords(msgspec.Struct, frozen=True):
    """What the programme says at the top of a room. `language`: that of the words, the reader's if there are any."""

    language: Annotated[str, L0]
    words: Annotated[str, L0]


class RoomSnapshot(msgspec.Struct, frozen=True):
    """A room now, read in one transaction: everything up to `offset` is in it, subscribe from there.

    `talk` is the number of the newest message or file, `read` my read marker, `floor` the offset after which I may
    read. `messages` are the last 50, oldest first; `earlier` says that there are more before them. `purge_on`: the
    day on which its content is removed for good, known once its run has ended; `emptied`: it was. `things`: what the
    members keep beside the talk.
    """

    epoch: Annotated[str, OPEN]
    offset: Annotated[int, L4]
    id: Annotated[str, L0]
    kind: Annotated[Kind, L0]
    members: Annotated[tuple[Member, ...], L0]
    talk: Annotated[int, L4]
    read: Annotated[int, OWN]
    floor: Annotated[int, OWN]
    draft: Annotated[str, OWN]
    messages: Annotated[tuple[Message, ...], L4]
    earlier: Annotated[bool, L4]
    closed: Annotated[Closing | None, L2] = None
    first_words: Annotated[FirstWords | None, L0] = None
    purge_on: Annotated[date | None, L0] = None
    emptied: Annotated[bool, L0] = False
    things: Annotated[Things, L4] = {}


class TalkPage(msgspec.Struct, frozen=True):
    """A part of the talk, oldest first, as it was at `offset` of the log; `earlier`, `later`: there are more.

    Asked for with one of `before=<offset>` and `after=<offset>` (the 50 messages next to it), or `around=<message>`
    (the message with up to 25 on each side; refused as `message_not_found` when it is not mine to read).
    """

    offset: Annotated[int, L4]
    messages: Annotated[tuple[Message, ...], L4]
    earlier: Annotated[bool, L4]
    later: Annotated[bool, L4]


class CallOffer(msgspec.Struct, frozen=True):
    """A link for the room's call, new at each asking, on the programme's own call server; both null where it has none.
    `server`: its name. The link is nobody's until a member puts it into the room."""

    server: Annotated[str | None, OPEN]
    link: Annotated[str | None, OPEN]


class ServerTime(msgspec.Struct, frozen=True):
    """What the server's clock says, in ms since 1970 UTC: by it all screens show the same."""

    now: Annotated[int, OPEN]


class Preferences(msgspec.Struct, frozen=True):
    """How I read: interface language and IANA time zone."""

    language: Annotated[Id, OWN]
    zone: Annotated[str, OWN]


class MailWishes(msgspec.Struct, frozen=True):
    """Which mails I want besides those that have to be. `unread`: that my mentor or mentee has written, and I have not
    read it. `bulletins`: what the team announces. `dates`: of a date, the day before, unless my calendar has it.
    `times`: that times to meet wait for my answer."""

    unread: Annotated[bool, OWN]
    bulletins: Annotated[bool, OWN] = True
    dates: Annotated[bool, OWN] = True
    times: Annotated[bool, OWN] = True


class PresenceWishes(msgspec.Struct, frozen=True):
    """What holds for me in every room. `hidden`: I am shown in none, and see nobody. `typing`: where I am shown, others
    may see that I write."""

    hidden: Annotated[bool, OWN]
    typing: Annotated[bool, OWN]
