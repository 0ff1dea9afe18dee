"""What a kind of thing consists of, and the one fold that serves all kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec
from msgspec import UNSET
from msgspec.structs import asdict, replace

from server.contract.things import HISTORY_LIMIT, Added, Changed, Earlier, Item, Removed, ThingCommand, ThingEvent
from server.errors import Refused
from server.policy import Verb
from server.rooms.model import MessageFacts, RoomState

Items = tuple[Item[Any], ...]
"""Of one kind, in the order in which they were made."""


@dataclass(frozen=True, slots=True)
class ThingSituation:
    """What a command meets. `items`: those of the kind that the actor may read; `hidden`: how many there are besides.
    `message`: the one that the command names, if the actor may read it; `thing`: likewise one of another kind. `now`:
    ms since 1970 UTC; `talk`: the number of what was said last; `drafts`: of the hidden ones, those that the server
    laid there and nobody has touched."""

    actor: str
    room: RoomState
    items: Items
    hidden: int
    message: MessageFacts | None
    now: int
    talk: int = 0
    thing: Item[Any] | None = None
    drafts: int = 0

    def item(self, id: int) -> Item[Any]:
        """Raises Refused item_not_found."""
        found = next((item for item in self.items if item.id == id), None)
        if found is None:
            raise Refused("item_not_found")
        return found

    def check_place(self, limit: int) -> None:
        """Raises Refused too_many_items when the room has as many of the kind as it may have."""
        if len(self.items) + self.hidden >= limit:
            raise Refused("too_many_items", limit=limit)


@dataclass(frozen=True)
class ThingKind:
    """`name`: of the collection in a snapshot; `body`: what an item of it says. `commands`: by method, with the right
    that each needs; `led`: those that begin with the kind and go on elsewhere, in a flow; `inner`: those that no door
    takes, because the server asks for them itself. `entries`: by kind of entry. `decide(command, situation)` gives the
    event that follows, or raises Refused. `names(command)`: the kind, by its name, and the id of a thing that the
    command leads to, if it does to one of another kind."""

    name: str
    body: type[Added]
    commands: Mapping[str, tuple[type[ThingCommand], Verb]]
    entries: Mapping[str, type[ThingEvent]]
    decide: Callable[[Any, ThingSituation], ThingEvent]
    led: Mapping[str, tuple[type[ThingCommand], Verb]] = field(default_factory=dict)
    inner: Mapping[type[ThingCommand], Verb] = field(default_factory=dict)
    names: Callable[[Any], tuple[str, int] | None] = lambda _command: None

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Items]:
        return msgspec.json.Decoder(tuple[Item[self.body], ...])  # type: ignore[name-defined]

    def read(self, document: bytes | None) -> Items:
        """Decodes a document of the store; None stands for a kind that nobody used."""
        return () if document is None else self._decoder.decode(document)


def is_untouched(item: Item[Any]) -> bool:
    """The server laid it there, and nobody has done anything with it yet."""
    return item.by is None and item.last == item.id


def evolve(items: Items, offset: int, at: int, actor: str | None, event: ThingEvent) -> Items:
    """The items after the event. What names an item that is not there changes nothing: it is removed later on."""
    match event:
        case Added():
            return (*items, Item(offset, actor, at, offset, event))
        case Changed():
            return tuple(_changed(one, offset, at, actor, event) if one.id == event.item else one for one in items)
        case Removed():
            return tuple(one for one in items if one.id != event.item)
        case _:
            raise TypeError(type(event))


def _changed(item: Item[Any], offset: int, at: int, actor: str | None, event: Changed) -> Item[Any]:
    given = {name: value for name, value in asdict(event).items() if value is not UNSET and name != "item"}
    reason, history = given.pop("reason", None), item.history
    if reason is not None:
        was = {name: getattr(item.body, name) for name in given}
        history = (*history, Earlier(at, actor, reason, msgspec.to_builtins(was)))[-HISTORY_LIMIT:]
    return replace(item, last=offset, body=replace(item.body, **given), history=history)
