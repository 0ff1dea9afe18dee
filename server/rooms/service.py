"""The rooms' use cases on the writer's side. Never commits: the writer does."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import assert_never

from server.contract.commands import Accepted, Closing, Done, EditMessage, Kind, MarkRead, React, SaveDraft, Unreact
from server.contract.entries import (
    FoundingMember,
    MessageEdited,
    MessagePosted,
    MessageWithdrawn,
    ReactionAdded,
    ReactionRemoved,
    RoomClosed,
    RoomOpened,
)
from server.database import Connection
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms import store
from server.rooms.codec import encode_event, encode_quote, kind_of, publication
from server.rooms.mentions import MARK
from server.rooms.model import Event, MessageFacts, RoomCommand, RoomState, Spoken, Talk
from server.rooms.rules import Situation, decide, evolve, message_named
from server.rooms.text import clean_text
from server.unit_of_work import Outcome, UnitOfWork

STATES_KEPT = 20_000
"""Rooms whose state stays in memory; the one unused for longest makes place."""


@dataclass(slots=True)
class _Batch:
    """What one transaction is about to write. Later commands of the batch see what earlier ones decided."""

    heads: dict[str, store.Head]
    earlier: dict[tuple[str, str | None, int], store.EarlierCommand]
    states: dict[int, RoomState] = field(default_factory=dict)
    messages: dict[tuple[int, int], store.MessageRow | None] = field(default_factory=dict)
    raised: dict[int, store.Head] = field(default_factory=dict)
    entries: list[store.NewEntry] = field(default_factory=list)
    posted: list[store.NewMessage] = field(default_factory=list)
    changed: dict[tuple[int, int], store.ChangedMessage] = field(default_factory=dict)
    taken_back: list[tuple[int, int]] = field(default_factory=list)
    mentions: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    renamed: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    """Messages whose mentions are written anew."""
    reactions: dict[tuple[int, int], list[store.NewReaction]] = field(default_factory=dict)
    reacted: dict[tuple[int, int, str, str], store.NewReaction] = field(default_factory=dict)
    unreacted: dict[tuple[int, int, str, str], None] = field(default_factory=dict)
    restated: bool = False


class Rooms:
    """The writer's lane of the rooms: any number of room commands in a handful of statements.

    Order inside: lock the heads, look up repeated command ids, decide, assign offsets, insert. A cached state counts
    only if the locked head still names the offset that it stands for. `spoken` hears, after the commit and in the
    writer's thread, of each batch with words or other members; it must not block.
    """

    def __init__(self, spoken: Callable[[Spoken], None] = lambda _spoken: None) -> None:
        self._spoken = spoken
        self._states: OrderedDict[int, tuple[int, RoomState]] = OrderedDict()

    def commit(self, unit: UnitOfWork, commands: Sequence[RoomCommand]) -> list[Outcome]:
        return self._commit(unit, commands)[0]

    def _commit(self, unit: UnitOfWork, commands: Sequence[RoomCommand]) -> tuple[list[Outcome], _Batch]:
        connection = unit.connection
        batch = _Batch(
            heads=store.lock_heads(connection, {asked.command.room for asked in commands}),
            earlier=store.earlier_commands(connection, [asked.command.command_id for asked in commands]),
        )
        outcomes = [self._accept(unit, batch, asked) for asked in commands]
        _write(unit, batch)
        if batch.posted or batch.restated:
            unit.remember(partial(self._spoken, _spoken(batch)))
        return outcomes, batch

    def execute(self, unit: UnitOfWork, asked: RoomCommand) -> Accepted:
        """One command inside a larger unit of work. Raises Refused."""
        return self.carry_out(unit, asked)[0]

    def carry_out(self, unit: UnitOfWork, asked: RoomCommand) -> tuple[Accepted, RoomState | None]:
        """As `execute`, with the room's state after it; None when the command had been carried out before."""
        (outcome,), batch = self._commit(unit, [asked])
        if isinstance(outcome, Exception):
            raise outcome
        assert isinstance(outcome, Accepted)
        return outcome, batch.states[batch.entries[0].room_id] if batch.entries else None

    def _accept(self, unit: UnitOfWork, batch: _Batch, asked: RoomCommand) -> Outcome:
        command = asked.command
        head = batch.heads.get(command.room)
        if head is None:
            return Refused("not_found")
        try:
            again = batch.earlier.get((command.command_id, asked.actor, head.room_id))
            if again is not None:
                return self._repeated(unit, batch, head, asked, again)
            state = self._state(unit, batch, head)
            named = _message(unit.connection, batch, head, asked)
            event = decide(asked, Situation(state, head.offset, named))
        except Refused as refused:
            return refused
        self._apply(unit, batch, head, asked, event)
        batch.earlier[command.command_id, asked.actor, head.room_id] = store.EarlierCommand(asked.digest, head.offset)
        return self._accepted(batch, head, asked, head.offset)

    def _repeated(
        self, unit: UnitOfWork, batch: _Batch, head: store.Head, asked: RoomCommand, again: store.EarlierCommand
    ) -> Accepted:
        self._state(unit, batch, head)
        if again.digest is not None and again.digest != asked.digest:
            raise Refused("command_conflict")
        return self._accepted(batch, head, asked, again.offset)

    def _accepted(self, batch: _Batch, head: store.Head, asked: RoomCommand, offset: int) -> Accepted:
        """Who is no member learns no offset: counts are content."""
        return Accepted(offset if asked.actor in batch.states[head.room_id].members else None)

    def _state(self, unit: UnitOfWork, batch: _Batch, head: store.Head) -> RoomState:
        known = batch.states.get(head.room_id)
        if known is not None:
            return known
        cached = self._states.get(head.room_id)
        if cached is None or cached[0] != head.state_offset:
            cached = (head.state_offset, store.state_of(unit.connection, head.room_id))
            unit.remember(partial(self._keep, head.room_id, cached))
        else:
            self._states.move_to_end(head.room_id)
        batch.states[head.room_id] = cached[1]
        return cached[1]

    def _keep(self, room_id: int, stated: tuple[int, RoomState]) -> None:
        self._states[room_id] = stated
        self._states.move_to_end(room_id)
        if len(self._states) > STATES_KEPT:
            self._states.popitem(last=False)

    def _apply(self, unit: UnitOfWork, batch: _Batch, head: store.Head, asked: RoomCommand, event: Event) -> None:
        head.offset += 1
        batch.raised[head.room_id] = head
        if isinstance(event, Talk):
            _talk(batch, head, asked.actor, unit.now, event)
        else:
            batch.restated = True
            before = batch.states[head.room_id]
            batch.states[head.room_id] = after = evolve(before, head.offset, asked.actor, event)
            head.state_offset = head.offset
            # One by one: who leaves and comes back within a batch comes back with nothing of before.
            store.save_state(unit.connection, head.room_id, head.talk, before, after)
        _append(unit, batch, head, asked, event)

    def close(self, unit: UnitOfWork, key: str, reason: Closing, command_id: str) -> bool:
        """The server closes a room for good. False when it was closed before."""
        connection = unit.connection
        batch = _Batch(store.lock_heads(connection, [key]), earlier={})
        head = batch.heads[key]
        before = self._state(unit, batch, head)
        if before.closed is not None:
            return False
        head.offset += 1
        head.state_offset = head.offset
        event = RoomClosed(reason)
        store.save_state(connection, head.room_id, head.talk, before, evolve(before, head.offset, None, event))
        store.raise_heads(connection, [head])
        body = encode_event(event)
        row = (head.room_id, head.offset, unit.now, None, kind_of(event), None, command_id, None, body)
        store.add_entries(connection, [store.NewEntry(*row)])
        unit.announce(publication(key, head.offset, kind_of(event), unit.now, None, command_id, body))
        return True

    # Reading and writing one's own things in a room: no entries, nothing for others.

    def save_draft(self, unit: UnitOfWork, person: str, command: SaveDraft) -> Done:
        """Raises Refused."""
        text = clean_text(command.text) if command.text.strip() else ""
        head = own_room(unit.connection, command.room, person, Verb.DRAFT)
        store.save_draft(unit.connection, head.room_id, person, text.encode(), unit.now)
        return Done()

    def mark_read(self, unit: UnitOfWork, person: str, command: MarkRead) -> int | None:
        """The message number up to which the person has read now, or None when that is nothing new. Raises Refused."""
        head = own_room(unit.connection, command.room, person, Verb.MARK_READ)
        # Never above the newest message: what comes next has not been read yet.
        number = min(command.number, head.talk)
        return number if store.raise_marker(unit.connection, head.room_id, person, number) else None


@dataclass(frozen=True, slots=True)
class NewRoom:
    """A room to open. `members` are its founders, who read from the beginning; `first_words` the programme's, by
    language."""

    key: str
    kind: Kind
    members: tuple[FoundingMember, ...]
    command_id: str
    first_words: Mapping[str, str] = field(default_factory=dict)


def open_rooms(unit: UnitOfWork, rooms: Sequence[NewRoom], actor: str | None = None) -> None:
    """Open rooms; `actor` is None when the server itself does it."""
    events = [RoomOpened(new.kind, new.members, dict(new.first_words)) for new in rooms]
    opened = [(new.key, evolve(None, 1, actor, event)) for new, event in zip(rooms, events, strict=True)]
    heads = store.open_rooms(unit.connection, opened, unit.now)
    entries = [
        store.NewEntry(head.room_id, 1, unit.now, actor, "room_opened", None, new.command_id, None, encode_event(event))
        for head, new, event in zip(heads, rooms, events, strict=True)
    ]
    store.add_entries(unit.connection, entries)
    for new, entry in zip(rooms, entries, strict=True):
        unit.announce(publication(new.key, 1, entry.kind, unit.now, actor, new.command_id, entry.body))


def open_room(
    unit: UnitOfWork,
    key: str,
    kind: Kind,
    members: Sequence[FoundingMember],
    command_id: str,
    actor: str | None = None,
    first_words: Mapping[str, str] | None = None,
) -> None:
    """Open one room."""
    open_rooms(unit, [NewRoom(key, kind, tuple(members), command_id, first_words or {})], actor)


def own_room(connection: Connection, key: str, person: str, verb: Verb) -> store.Head:
    """A member's room, for what is theirs alone. Raises Refused not_found for everybody else.

    Locked, so that what is stored of a member cannot slip in behind their removal on another node."""
    head = store.lock_heads(connection, [key]).get(key)
    members = (person,) if head is not None and store.is_member(connection, head.room_id, person) else ()
    if head is None or not may(Actor(person), verb, RoomSubject(members)):
        raise Refused("not_found")
    return head


def _message(connection: Connection, batch: _Batch, head: store.Head, asked: RoomCommand) -> MessageFacts | None:
    """The message that the command names, with as much of it as the rules will ask for."""
    command, first = asked.command, message_named(asked.command)
    if first is None:
        return None
    place = (head.room_id, first)
    if place not in batch.messages:
        batch.messages[place] = store.message_of(connection, *place)
    row = batch.messages[place]
    if row is None:
        return None
    text = None if row.text is None else row.text.decode()
    facts = MessageFacts(first, row.author, row.last, text)
    if isinstance(command, EditMessage) and (MARK in command.text or MARK in (text or "")):
        return replace(facts, mentions=_mentions(connection, batch, place))
    if isinstance(command, React | Unreact):
        given = _reactions(connection, batch, place)
        return replace(facts, reactions=tuple((one.person, one.emoji) for one in given))
    return facts


def _mentions(connection: Connection, batch: _Batch, place: tuple[int, int]) -> tuple[str, ...]:
    if place not in batch.mentions:
        batch.mentions[place] = store.mentions_of(connection, *place)
    return batch.mentions[place]


def _reactions(connection: Connection, batch: _Batch, place: tuple[int, int]) -> list[store.NewReaction]:
    if place not in batch.reactions:
        batch.reactions[place] = store.reactions_of(connection, *place)
    return batch.reactions[place]


def _talk(batch: _Batch, head: store.Head, actor: str, now: int, event: Talk) -> None:
    room_id, offset = head.room_id, head.offset
    match event:
        case MessagePosted():
            head.talk += 1
            text, quote = event.text.encode(), None if event.quote is None else encode_quote(event.quote)
            batch.posted.append(
                store.NewMessage(room_id, offset, offset, head.talk, actor, now, event.reply_to, text, quote)
            )
            batch.messages[room_id, offset] = store.MessageRow(offset, head.talk, actor, offset, text)
            if event.mentions:
                _rename(batch, (room_id, offset), event.mentions)
        case MessageEdited():
            place, text = (room_id, event.message), event.text.encode()
            _reword(batch, place, offset, text)
            batch.changed[place] = store.ChangedMessage(offset, now, text, *place)
            if event.mentions != batch.mentions.get(place, ()):
                _rename(batch, place, event.mentions)
        case MessageWithdrawn():
            place = (room_id, event.message)
            _reword(batch, place, offset, None)
            batch.changed[place] = store.ChangedMessage(offset, None, None, *place)
            batch.taken_back.append(place)
        case ReactionAdded():
            _react(batch, (room_id, event.message, actor, event.emoji), offset)
        case ReactionRemoved():
            _unreact(batch, (room_id, event.message, actor, event.emoji))
        case _:
            assert_never(event)


def _reword(batch: _Batch, place: tuple[int, int], offset: int, text: bytes | None) -> None:
    row = batch.messages[place]
    assert row is not None
    batch.messages[place] = row._replace(last=offset, text=text)


def _rename(batch: _Batch, place: tuple[int, int], mentions: tuple[str, ...]) -> None:
    batch.mentions[place] = batch.renamed[place] = mentions


def _react(batch: _Batch, place: tuple[int, int, str, str], offset: int) -> None:
    given = batch.reactions[place[:2]]
    since = next((one.since for one in given if one.emoji == place[3]), offset)
    batch.reacted[place] = new = store.NewReaction(*place, offset, since)
    given.append(new)


def _unreact(batch: _Batch, place: tuple[int, int, str, str]) -> None:
    batch.reactions[place[:2]] = [one for one in batch.reactions[place[:2]] if one[:4] != place]
    batch.reacted.pop(place, None)
    batch.unreacted[place] = None


def _append(unit: UnitOfWork, batch: _Batch, head: store.Head, asked: RoomCommand, event: Event) -> None:
    kind, body = kind_of(event), encode_event(event)
    command_id = asked.command.command_id
    subject = getattr(event, "message", None)
    batch.entries.append(
        store.NewEntry(head.room_id, head.offset, unit.now, asked.actor, kind, subject, command_id, asked.digest, body)
    )
    unit.announce(publication(head.key, head.offset, kind, unit.now, asked.actor, command_id, body))


def _write(unit: UnitOfWork, batch: _Batch) -> None:
    connection = unit.connection
    store.raise_heads(connection, batch.raised.values())
    store.add_entries(connection, batch.entries)
    store.add_messages(connection, batch.posted)
    store.change_messages(connection, list(batch.changed.values()))
    store.change_mentions(connection, list(batch.renamed), list(_new_mentions(batch)))
    store.change_reactions(connection, list(batch.unreacted), list(batch.reacted.values()))
    for room_id, first in batch.taken_back:
        store.take_back(connection, room_id, first)
        unit.erases = True


def _spoken(batch: _Batch) -> Spoken:
    return Spoken(
        talk={room_id: (head.key, head.talk) for room_id, head in batch.raised.items()},
        states=batch.states,
        authors={(row.room_id, row.author) for row in batch.posted},
        mentioned={(place[0], person) for place, people in batch.renamed.items() for person in people},
    )


def _new_mentions(batch: _Batch) -> Iterator[store.NewMention]:
    for place, people in batch.renamed.items():
        row = batch.messages[place]
        assert row is not None
        for person in people:
            yield store.NewMention(*place, person, row.number)
