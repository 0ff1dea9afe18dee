"""What every kind of thing in a room has in common on the wire. Each kind has a module in `server/rooms/things/`.

A kind is a collection of items in a room. Three kinds of entries at most make, change and remove them:

- `<kind>_added`: an item begins. Its id is the offset of this entry, its body is the entry's.
- `<kind>_changed`: the fields that are given take the place of the item's. With a `reason`, what stood there before
  joins the item's `history`.
- `<kind>_removed`: nothing of the item stays, here and in the entries before.

So one fold serves them all, here and in the browser.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id, Offset
from server.contract.levels import L0, L4, OPEN

HISTORY_LIMIT = 20
"""Earlier forms that an item keeps, the newest of them."""

Rank = Annotated[str, Meta(pattern=r"\A[0-9a-z]+\Z")]
"""A place in an order, which `server/rooms/things/rank.py` makes."""


class ThingCommand(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a person asks for with the things of a room."""

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]


class ThingEvent(msgspec.Struct, frozen=True):
    """What then is so."""


class Added(ThingEvent, frozen=True):
    """A new item: its fields, all of them."""


class Changed(ThingEvent, frozen=True):
    """Other fields of an item: those that are given. One that stays as it is, is UNSET."""

    item: Annotated[Offset, L4]


class Removed(ThingEvent, frozen=True):
    """An item that is no more."""

    item: Annotated[Offset, L4]


class Earlier(msgspec.Struct, frozen=True):
    """What an item was until somebody changed it, and why they did. `was`: the fields that changed, as they were."""

    at: Annotated[int, L4]
    by: Annotated[str | None, L0]
    reason: Annotated[str, L4]
    was: Annotated[dict[str, Any], L4]


Body = TypeVar("Body", bound=Added)


class Item(msgspec.Struct, Generic[Body], frozen=True, omit_defaults=True):
    """One thing of a room. `id`: the offset of the entry that made it; `last`: of the newest one about it. `by`: who
    made it, null when the server did; `at`: when, ms since 1970 UTC."""

    id: Annotated[int, L4]
    by: Annotated[str | None, L0]
    at: Annotated[int, L4]
    last: Annotated[int, L4]
    body: Annotated[Body, L4]
    history: Annotated[tuple[Earlier, ...], L4] = ()


Things = dict[str, msgspec.Raw]
"""A room's things by kind: its items in the order in which they were made. A kind that nobody used is left out."""
