"""What a room remembers: finding what was said, and what happened while one was away."""

from datetime import date
from typing import Annotated

import msgspec

from server.contract.commands import Id
from server.contract.levels import L0, L4, OWN
from server.contract.views import Person

QUERY_LIMIT = 200
"""Code points of what somebody looks for."""
TERMS = 8
"""Words of it that count."""
DAYS_LIMIT = 60


class SearchFor(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}):
    """What to look for, in the query of the address. `q`: words, all of which have to be there, each whole or its
    beginning; scripts and marks make no difference. `person`: who said it. `kind`: `message`, or a kind of thing by the
    name of its collection. `from`, `to`: days in my own zone, both included. `before`: the `next` of the answer before.
    """

    q: Annotated[str, OWN] = ""
    person: Annotated[Id | None, OWN] = None
    kind: Annotated[Id | None, OWN] = None
    since: Annotated[date | None, OWN] = None
    until: Annotated[date | None, OWN] = None
    before: Annotated[Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)] | None, OWN] = None


class Hit(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that was found. `kind`: `message`, or the collection of the thing `id`; `title`: what a thing is
    called. `snippet`: the words around it, `marks` where in them (code points, from and up to); `before` and `after`:
    the words go on there. `at`: ms."""

    room: Annotated[str, L0]
    kind: Annotated[str, L4]
    id: Annotated[int, L4]
    by: Annotated[str | None, L0]
    at: Annotated[int, L4]
    snippet: Annotated[str, L4]
    marks: Annotated[tuple[tuple[int, int], ...], L4]
    title: Annotated[str, L4] = ""
    before: Annotated[bool, L4] = False
    after: Annotated[bool, L4] = False


class Found(msgspec.Struct, frozen=True):
    """The newest first. `next`: asks for those that come after; null at the end. `people`: who said it."""

    hits: Annotated[tuple[Hit, ...], L4]
    next: Annotated[str | None, L4]
    people: Annotated[tuple[Person, ...], L0]


class SinceWhen(msgspec.Struct, frozen=True):
    """From where on, in the query of the address: `days` back; or from behind the message with the number `read`; else
    from my read marker on."""

    days: Annotated[Annotated[int, msgspec.Meta(ge=1, le=DAYS_LIMIT)] | None, OWN] = None
    read: Annotated[Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)] | None, OWN] = None


class NewThing(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thing that others made, or (with `changed`) changed; `reason`: why they say they did. `at`: ms."""

    id: Annotated[int, L4]
    title: Annotated[str, L4]
    by: Annotated[str | None, L0]
    at: Annotated[int, L4]
    changed: Annotated[bool, L4] = False
    reason: Annotated[str, L4] = ""


class NewThings(msgspec.Struct, frozen=True):
    """Those of one kind, the newest first; `more`: how many there are besides."""

    kind: Annotated[str, L4]
    things: Annotated[tuple[NewThing, ...], L4]
    more: Annotated[int, L4]


class NewMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message of somebody else, its words cut; `after`: they go on. `at`: ms."""

    id: Annotated[int, L4]
    author: Annotated[str, L0]
    at: Annotated[int, L4]
    text: Annotated[str, L4]
    after: Annotated[bool, L4] = False


class NewMessages(msgspec.Struct, frozen=True):
    """Oldest first; `more`: how many there are besides."""

    messages: Annotated[tuple[NewMessage, ...], L4]
    more: Annotated[int, L4]


class Since(msgspec.Struct, frozen=True):
    """What happened in a room while I was away, made of what is there: nothing is guessed. `offset`: from behind which
    on. `things`: by kind, meetings first; `mentions`: the messages that name me; `messages`: the others."""

    offset: Annotated[int, L4]
    things: Annotated[tuple[NewThings, ...], L4]
    mentions: Annotated[NewMessages, L4]
    messages: Annotated[NewMessages, L4]
