"""The rooms' use cases on the writer's side. Never commits: the writer does."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, assert_never, cast

from server.contract.commands import (
    Accepted,
    Closing,
    Done,
    EditMessage,
    Kind,
    MarkRead,
    PostMessage,
    React,
    Role,
    SaveDraft,
    Unreact,
    WithdrawMessage,
)
from server.contract.entries import (
    FoundingMember,
    MemberAdded,
    MemberRemoved,
    MessageEdited,
    MessagePosted,
    MessageWithdrawn,
    ReactionAdded,
    ReactionRemoved,
    RoomClosed,
    RoomEmptied,
    RoomOpened,
)
from server.contract.things import Changed, Item, Removed, ThingCommand, ThingEvent
from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.policy import Verb
from server.rooms import store, things
from server.rooms.codec import digest, encode_event, encode_items, encode_quote, kind_of, publication
from server.rooms.mentions import MARK, mentioned
from server.rooms.model import AnyEvent, Command, MessageFacts, RoomCommand, RoomState, Spoken, Talk
from server.rooms.notes.service import expel
from server.rooms.own import check_open, own_room
from server.rooms.rules import Situation, decide, evolve, message_named
from server.rooms.search import store as search
from server.rooms.text import clean_text
from server.rooms.things import kind as thing
from server.rooms.things.files import File
from server.rooms.things.kind import Items, ThingKind
from server.rooms.things.led import LED
from server.rooms.things.led.rules import GROUPS, pace_of
from server.unit_of_work import Outcome, UnitOfWork

STATES_KEPT = 20_000
"""Rooms whose state stays in memory; the one unused for longest makes place."""


ERASED_AT_ONCE = 2_000
"""Entries whose bodies go in one transaction: everybody's words wait behind it."""


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
    brought: list[store.NewFile] = field(default_factory=list)
    changed: dict[tuple[int, int], store.ChangedMessage] = field(default_factory=dict)
    taken_back: list[tuple[int, int]] = field(default_factory=list)
    things: dict[tuple[int, str], Items] = field(default_factory=dict)
    """By room and kind, as read or as they are to be written."""
    rearranged: dict[tuple[int, str], None] = field(default_factory=dict)
    removed: list[tuple[int, int]] = field(default_factory=list)
    reworded: dict[tuple[int, int], None] = field(default_factory=dict)
    """Messages and things that say something else now, or nothing: nobody finds what they said before."""
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
    writer's thread, of each batch with words or other members; it must not block. `worded` hears likewise of rooms in
    which there are other words to be found, and whether some were taken back.
    """

    def __init__(
        self,
        spoken: Callable[[Spoken], None] = lambda _spoken: None,
        worded: Callable[[frozenset[int], bool], None] = lambda _rooms, _erased: None,
    ) -> None:
        self._spoken = spoken
        self._worded = worded
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
        self._settle(unit, batch)
        if batch.posted or batch.brought or batch.restated:
            unit.remember(partial(self._spoken, _spoken(batch)))
        return outcomes, batch

    def _settle(self, unit: UnitOfWork, batch: _Batch) -> None:
        _write(unit, batch)
        if worded := _worded(batch):
            unit.remember(partial(self._worded, worded, bool(batch.taken_back or batch.removed)))

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
            items = _items(unit.connection, batch, head, asked)
            thing = _thing(unit.connection, batch, head, asked)
            pace, said_at = _pace(unit, batch, head, asked)
            situation = Situation(state, head.offset, named, items, unit.now, pace, said_at, head.talk, thing)
            event = decide(asked, situation)
        except Refused as refused:
            return refused
        self._apply(unit, batch, head, asked, event)
        place = (command.command_id, asked.actor, head.room_id)
        batch.earlier[place] = store.EarlierCommand(asked.digest, head.offset, _subject(event))
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

    def _apply(self, unit: UnitOfWork, batch: _Batch, head: store.Head, asked: RoomCommand, event: AnyEvent) -> None:
        head.offset += 1
        batch.raised[head.room_id] = head
        if isinstance(event, Talk):
            _talk(batch, head, asked.actor, unit.now, event)
        elif isinstance(event, ThingEvent):
            _rearrange(batch, head, asked.actor, unit.now, event)
            if isinstance(event, File):
                # A voice note or a picture is said as words are, and unread until it was seen.
                head.talk += 1
                batch.brought.append(store.NewFile(head.room_id, head.offset, head.talk, asked.actor, unit.now))
        else:
            batch.restated = True
            before = batch.states[head.room_id]
            batch.states[head.room_id] = after = evolve(before, head.offset, asked.actor, event)
            head.state_offset = head.offset
            # One by one: who leaves and comes back within a batch comes back with nothing of before.
            store.save_state(unit.connection, head.room_id, head.talk, before, after)
            if isinstance(event, MemberRemoved):
                expel(unit, head.room_id, head.key, [event.person])
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

    def withhold(self, unit: UnitOfWork, key: str, actor: str, message: int) -> None:
        """A message's words leave the log, as when its author takes them back, and wait where nobody reads them."""
        batch, head, place = self._about(unit, key, message)
        row = batch.messages[place]
        assert row is not None
        assert row.text is not None
        store.withhold(unit.connection, *place, row.text)
        self._say(unit, batch, head, actor, WithdrawMessage(key, new_id(), message), MessageWithdrawn(message))

    def give_back(self, unit: UnitOfWork, key: str, actor: str, message: int) -> None:
        """The words that were withheld are those of the message again."""
        batch, head, place = self._about(unit, key, message)
        text = (store.let_go(unit.connection, *place) or b"").decode()
        event = MessageEdited(message, text, mentioned(text, batch.states[head.room_id].members))
        self._say(unit, batch, head, actor, EditMessage(key, new_id(), message, text), event)

    def let_go(self, unit: UnitOfWork, key: str, message: int) -> None:
        """Of the words that were withheld nothing stays."""
        head = store.lock_heads(unit.connection, [key])[key]
        store.let_go(unit.connection, head.room_id, message)
        unit.erases = True

    def _about(self, unit: UnitOfWork, key: str, message: int) -> tuple[_Batch, store.Head, tuple[int, int]]:
        batch = _Batch(store.lock_heads(unit.connection, [key]), earlier={})
        head = batch.heads[key]
        self._state(unit, batch, head)
        place = (head.room_id, message)
        batch.messages[place] = store.message_of(unit.connection, *place)
        return batch, head, place

    def _say(
        self, unit: UnitOfWork, batch: _Batch, head: store.Head, actor: str, command: Command, event: AnyEvent
    ) -> None:
        """What follows from something that was decided already."""
        self._apply(unit, batch, head, RoomCommand(actor, command, digest(command)), event)
        self._settle(unit, batch)

    def empty(self, unit: UnitOfWork, key: str) -> bool:
        """The server removes for good what was said in a room. The first call ends the talk for everybody who reads,
        and the bodies of its entries go some at a time: call it until it says that nothing is left."""
        connection = unit.connection
        batch = _Batch(store.lock_heads(connection, [key]), earlier={})
        head = batch.heads[key]
        before = self._state(unit, batch, head)
        if not before.emptied:
            head.offset += 1
            head.talk, head.state_offset = 0, head.offset
            event, command_id = RoomEmptied(), new_id()
            store.save_state(connection, head.room_id, 0, before, evolve(before, head.offset, None, event))
            store.raise_heads(connection, [head])
            store.forget_talk(connection, head.room_id)
            body = encode_event(event)
            row = (head.room_id, head.offset, unit.now, None, kind_of(event), None, command_id, None, body)
            store.add_entries(connection, [store.NewEntry(*row)])
            unit.announce(publication(key, head.offset, kind_of(event), unit.now, None, command_id, body))
        unit.erases = True
        unit.remember(partial(self._worded, frozenset(), True))
        some_left = search.forget_some(connection, head.room_id, ERASED_AT_ONCE)
        return not (store.erase_bodies(connection, head.room_id, ERASED_AT_ONCE) or some_left)

    def arrange(self, unit: UnitOfWork, key: str, event: ThingEvent) -> None:
        """The server itself changes a thing of a room, which is there, also in a room that is closed."""
        batch = _Batch(store.lock_heads(unit.connection, [key]), earlier={})
        head, kind = batch.heads[key], things.kind_of_event(event)
        batch.things[head.room_id, kind.name] = kind.read(store.things_of(unit.connection, head.room_id, kind.name))
        head.offset += 1
        batch.raised[head.room_id] = head
        _rearrange(batch, head, None, unit.now, event)
        body, command_id = encode_event(event), new_id()
        row = (head.room_id, head.offset, unit.now, None, kind_of(event), _subject(event), command_id, None, body)
        batch.entries.append(store.NewEntry(*row))
        unit.announce(publication(key, head.offset, kind_of(event), unit.now, None, command_id, body))
        self._settle(unit, batch)

    def lock(self, unit: UnitOfWork, keys: Collection[str]) -> None:
        """Until the commit, in one order: who changes several rooms in one unit locks them first."""
        store.lock_heads(unit.connection, keys)

    def change_members(
        self, unit: UnitOfWork, key: str, joined: Mapping[str, Role] | None = None, gone: Collection[str] = ()
    ) -> tuple[list[str], list[str]]:
        """The server brings people in, who read from now on, and takes others out, also of a room that is closed. Who
        came and who went, without those who are there, or not there, already."""
        batch = _Batch(store.lock_heads(unit.connection, [key]), earlier={})
        head = batch.heads[key]
        before = after = self._state(unit, batch, head)
        went = [person for person in gone if person in before.members]
        came = [person for person in joined or {} if person not in before.members]
        events: list[MemberAdded | MemberRemoved] = [MemberRemoved(person) for person in went]
        events += [MemberAdded(person, (joined or {})[person], head.offset + len(went)) for person in came]
        if not events:
            return [], []
        entries = []
        for event in events:
            head.offset += 1
            after = evolve(after, head.offset, None, event)
            body, kind, command_id = encode_event(event), kind_of(event), new_id()
            row = (head.room_id, head.offset, unit.now, None, kind, None, command_id, None, body)
            entries.append(store.NewEntry(*row))
            unit.announce(publication(key, head.offset, kind, unit.now, None, command_id, body))
        head.state_offset = head.offset
        store.save_state(unit.connection, head.room_id, head.talk, before, after)
        expel(unit, head.room_id, head.key, went)
        store.raise_heads(unit.connection, [head])
        store.add_entries(unit.connection, entries)
        batch.states[head.room_id], batch.raised[head.room_id] = after, head
        unit.remember(partial(self._spoken, _spoken(batch)))
        return came, went

    # Reading and writing one's own things in a room: no entries, nothing for others.

    def save_draft(self, unit: UnitOfWork, person: str, command: SaveDraft) -> Done:
        """Raises Refused. In a closed room nothing is begun any more: what is emptied has to stay empty."""
        text = clean_text(command.text) if command.text.strip() else ""
        head = own_room(unit.connection, command.room, person, Verb.DRAFT)
        if text:
            check_open(unit.connection, head)
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A message's words as they are now. `at`: ms, of its posting."""

    first: int
    author: str
    at: int
    text: str


def shown_words(unit: UnitOfWork, key: str, person: str, messages: Sequence[int]) -> tuple[list[Shown], Kind]:
    """What a member shows to somebody outside of the room, and the room's kind. Locked until the commit, so that it is
    this and nothing else. Raises Refused not_found, message_not_found, message_withdrawn."""
    head = own_room(unit.connection, key, person, Verb.REPORT)
    state = store.state_of(unit.connection, head.room_id)
    floor = state.members[person].floor
    rows = {row.first: row for row in store.messages_of(unit.connection, head.room_id, messages) if row.first > floor}
    if rows.keys() != set(messages):
        raise Refused("message_not_found")
    if any(row.text is None for row in rows.values()):
        raise Refused("message_withdrawn")
    shown = [Shown(row.first, row.author, row.at, (row.text or b"").decode()) for row in rows.values()]
    return shown, cast(Kind, state.kind)


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


def _items(connection: Connection, batch: _Batch, head: store.Head, asked: RoomCommand) -> Items:
    """Those of the kind of thing that the command is about. Few commands are: nothing of them stays in memory."""
    if not isinstance(asked.command, ThingCommand):
        return ()
    return _items_of(connection, batch, head, things.kind_of_command(asked.command))


def _thing(connection: Connection, batch: _Batch, head: store.Head, asked: RoomCommand) -> Item[Any] | None:
    """The one of another kind that the command names."""
    command = asked.command
    named = things.kind_of_command(command).names(command) if isinstance(command, ThingCommand) else None
    if named is None:
        return None
    items = _items_of(connection, batch, head, things.kind_named(named[0]))
    return next((item for item in items if item.id == named[1]), None)


def _items_of(connection: Connection, batch: _Batch, head: store.Head, kind: ThingKind) -> Items:
    place = (head.room_id, kind.name)
    if place not in batch.things:
        batch.things[place] = kind.read(store.things_of(connection, *place))
    return batch.things[place]


def _pace(
    unit: UnitOfWork, batch: _Batch, head: store.Head, asked: RoomCommand
) -> tuple[tuple[int, bool], tuple[int, ...]]:
    """At which pace a group is written in, and when the author wrote lately if it is slowed down. Nobody sets one for
    the room of a mentorship."""
    adds = isinstance(asked.command, PostMessage | EditMessage | ThingCommand)
    if not adds or batch.states[head.room_id].kind not in GROUPS:
        return (0, False), ()
    pace = pace_of(_items_of(unit.connection, batch, head, LED))
    if not pace[0] or not isinstance(asked.command, PostMessage):
        return (0, pace[1]), ()
    since = unit.now - pace[0] * 1000
    lately = store.said_since(unit.connection, head.room_id, asked.actor, since)
    now = [row.at for row in batch.posted if (row.room_id, row.author) == (head.room_id, asked.actor)]
    return pace, (*lately, *now)


def _rearrange(batch: _Batch, head: store.Head, actor: str | None, now: int, event: ThingEvent) -> None:
    place = (head.room_id, things.kind_of_event(event).name)
    batch.things[place] = thing.evolve(batch.things[place], head.offset, now, actor, event)
    batch.rearranged[place] = None
    if isinstance(event, Changed | Removed):
        batch.reworded[head.room_id, event.item] = None
    if isinstance(event, Removed):
        batch.removed.append((head.room_id, event.item))
        _forget_digests(batch, head.room_id, event.item)


def _forget_digests(batch: _Batch, room_id: int, subject: int) -> None:
    """Of all that was said of what is taken back: a repeat in the same batch is answered as it will be after it."""
    for place, one in batch.earlier.items():
        if place[2] == room_id and subject in (one.offset, one.subject):
            batch.earlier[place] = one._replace(digest=None)


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
            batch.reworded[place] = None
            batch.changed[place] = store.ChangedMessage(offset, now, text, *place)
            if event.mentions != batch.mentions.get(place, ()):
                _rename(batch, place, event.mentions)
        case MessageWithdrawn():
            place = (room_id, event.message)
            _reword(batch, place, offset, None)
            batch.reworded[place] = None
            batch.changed[place] = store.ChangedMessage(offset, None, None, *place)
            batch.taken_back.append(place)
            _forget_digests(batch, *place)
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


def _append(unit: UnitOfWork, batch: _Batch, head: store.Head, asked: RoomCommand, event: AnyEvent) -> None:
    kind, body = kind_of(event), encode_event(event)
    command_id = asked.command.command_id
    subject = _subject(event)
    batch.entries.append(
        store.NewEntry(head.room_id, head.offset, unit.now, asked.actor, kind, subject, command_id, asked.digest, body)
    )
    unit.announce(publication(head.key, head.offset, kind, unit.now, asked.actor, command_id, body))


def _subject(event: AnyEvent) -> int | None:
    """The message or the item that the event is about. An item's own message is where it came from, no more."""
    if isinstance(event, ThingEvent):
        return getattr(event, "item", None)
    return getattr(event, "message", None)


def _write(unit: UnitOfWork, batch: _Batch) -> None:
    connection = unit.connection
    store.raise_heads(connection, batch.raised.values())
    store.add_entries(connection, batch.entries)
    store.add_messages(connection, batch.posted)
    store.add_files(connection, batch.brought)
    store.change_messages(connection, list(batch.changed.values()))
    store.change_mentions(connection, list(batch.renamed), list(_new_mentions(batch)))
    store.change_reactions(connection, list(batch.unreacted), list(batch.reacted.values()))
    for room_id, first in batch.taken_back:
        store.take_back(connection, room_id, first)
        unit.erases = True
    for place in batch.rearranged:
        store.save_things(connection, *place, encode_items(batch.things[place]))
    search.forget(connection, batch.reworded)
    for room_id, item in batch.removed:
        store.take_back_item(connection, room_id, item)
        unit.erases = True


def _worded(batch: _Batch) -> frozenset[int]:
    """The rooms in which there are other words than before."""
    places = (*batch.reworded, *batch.rearranged)
    return frozenset(row.room_id for row in batch.posted) | {room_id for room_id, _ in places}


def _spoken(batch: _Batch) -> Spoken:
    return Spoken(
        talk={room_id: (head.key, head.talk) for room_id, head in batch.raised.items()},
        states=batch.states,
        authors={(row.room_id, row.author) for row in batch.posted}
        | {(row.room_id, row.author) for row in batch.brought},
        mentioned={(place[0], person) for place, people in batch.renamed.items() for person in people},
    )


def _new_mentions(batch: _Batch) -> Iterator[store.NewMention]:
    for place, people in batch.renamed.items():
        row = batch.messages[place]
        assert row is not None
        for person in people:
            yield store.NewMention(*place, person, row.number)
