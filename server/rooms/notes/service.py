"""Writing in shared notes, on the writer's side. Never commits: the writer does."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass

from server.contract.notes import UPDATE_BYTES, WriteNote
from server.contract.things import Item
from server.errors import Refused
from server.ids import new_id
from server.policy import Verb
from server.rooms.notes import store
from server.rooms.notes.codec import LEFT, WRITTEN, channel_of, encode_left, publication
from server.rooms.notes.rules import Document
from server.rooms.notes.store import NoteRow
from server.rooms.own import check_open, own_room
from server.rooms.store import floor_of, state_of, things_of
from server.rooms.things.led import LED
from server.rooms.things.led.rules import GROUPS, check_pace, leads_of, pace_of
from server.rooms.things.notes import NOTES, Note
from server.unit_of_work import UnitOfWork

DOCUMENTS_KEPT = 100
"""Notes whose document stays in memory; the one unused for longest makes place."""
ENTRIES_BEHIND = 200
BYTES_BEHIND = 64 * 1024
"""Behind the floor; from there on a note is laid down as one whole."""
CHECKPOINT_MS = 600_000
CHECKPOINT_ENTRIES = 20
"""A note that is written in is laid down that often even so."""


@dataclass(frozen=True, slots=True)
class Written:
    """`offset`: of the note's newest entry. `laid_down`: the note was laid down as one whole."""

    offset: int
    laid_down: bool = False


class Notes:
    """Keeps documents in memory. One counts only if it is of the entry that is the newest under the lock."""

    def __init__(self) -> None:
        self._documents: OrderedDict[int, tuple[str, Document]] = OrderedDict()

    def write(self, unit: UnitOfWork, person: str, command: WriteNote) -> Written:
        """Raises Refused: not_found, item_not_found, room_closed, note_closed, too_large, note_damaged, note_gap,
        note_full, writing_paused, text_too_long, command_conflict."""
        connection = unit.connection
        head = own_room(connection, command.room, person, Verb.SHARE)
        one = _readable(unit, head.room_id, person, command.item)
        if len(command.update) > UPDATE_BYTES:
            raise Refused("too_large", limit=UPDATE_BYTES)
        row = store.row_of(connection, head.room_id, command.item, unit.now)
        document = self._document(unit, row)
        earlier = store.earlier(connection, row.id, person, command.command_id)
        news = document.write(command.update)
        if news is None:
            # The same again, or what is known from elsewhere: nothing happens twice.
            self._keep(row.id, row.stamp, document)
            return Written(row.offset if earlier is None else earlier)
        if earlier is not None:
            raise Refused("command_conflict")
        check_open(connection, head)
        if one.state == "closed":
            raise Refused("note_closed")
        _check_pause(unit, head.room_id, person)
        row = store.append(connection, row, unit.now, person, WRITTEN, command.command_id, news, new_id())
        self._keep(row.id, row.stamp, document)
        channel = channel_of(command.room, command.item)
        unit.announce(publication(channel, row.offset, unit.now, person, WRITTEN, command.command_id, news))
        is_due = _is_due(row, unit.now)
        if is_due:
            store.compact(connection, row, document.whole(), unit.now)
        return Written(row.offset, is_due)

    def _document(self, unit: UnitOfWork, row: NoteRow) -> Document:
        """Out of memory until it is kept again: what a refused update has done to it is of no use."""
        stamp, document = self._documents.pop(row.id, ("", None))
        if document is not None and stamp == row.stamp:
            return document
        return Document(store.parts_of(unit.connection, row.id))

    def _keep(self, note_id: int, stamp: str, document: Document) -> None:
        """Even before the commit: after a rollback the newest entry has another stamp."""
        self._documents[note_id] = (stamp, document)
        if len(self._documents) > DOCUMENTS_KEPT:
            self._documents.popitem(last=False)


def _readable(unit: UnitOfWork, room_id: int, person: str, item: int) -> Note:
    """A note of a member's room. Raises Refused item_not_found, also for one from before they may read."""
    found = next((one for one in _notes(unit, room_id) if one.id == item), None)
    if found is None or item <= floor_of(unit.connection, room_id, person):
        raise Refused("item_not_found")
    return found.body


def _check_pause(unit: UnitOfWork, room_id: int, person: str) -> None:
    """As for messages. Raises Refused writing_paused."""
    state = state_of(unit.connection, room_id)
    if state.kind in GROUPS and person not in leads_of(state.kind, state.members):
        check_pace((0, pace_of(LED.read(things_of(unit.connection, room_id, LED.name)))[1]), (), unit.now)


def _notes(unit: UnitOfWork, room_id: int) -> tuple[Item[Note], ...]:
    return NOTES.read(things_of(unit.connection, room_id, NOTES.name))


def expel(unit: UnitOfWork, room_id: int, room: str, people: Collection[str]) -> None:
    """These people are out of the room: whoever of them reads one of its notes hears of it there, and gets no more. The
    room's head is locked."""
    for note in _notes(unit, room_id) if people else ():
        row, channel = store.row_of(unit.connection, room_id, note.id, unit.now), channel_of(room, note.id)
        for person in people:
            body, command_id = encode_left(person), new_id()
            row = store.append(unit.connection, row, unit.now, None, LEFT, command_id, body, row.stamp)
            unit.announce(publication(channel, row.offset, unit.now, None, LEFT, command_id, body))


def _is_due(row: NoteRow, now: int) -> bool:
    behind = row.offset - row.floor
    is_late = behind >= CHECKPOINT_ENTRIES and now - row.compacted_at >= CHECKPOINT_MS
    return behind >= ENTRIES_BEHIND or row.written >= BYTES_BEHIND or is_late
