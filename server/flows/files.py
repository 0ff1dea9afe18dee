"""A file's way into a room and out of it.

It comes in parts, each stored before it counts; it is looked through when it is whole; then, in one transaction, it
becomes an entry of the room. Bytes that belong to nothing are deleted soon after, and what a crash has left is found by
comparing the storage with the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from server.clock import Clock
from server.contract.commands import Accepted, Done
from server.database import Connection, Database
from server.errors import Refused
from server.ids import new_id
from server.matching.calls import service as calls
from server.policy import Verb
from server.rooms import reads
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.own import check_open, own_room
from server.rooms.service import Rooms
from server.rooms.things.files import FILES, store
from server.rooms.things.files.checking import Checked, checked
from server.rooms.things.files.contract import FILE_BYTES, PART_BYTES, AddFile, File, FinishUpload, NewUpload, Upload
from server.rooms.things.files.names import clean_name
from server.rooms.things.files.pictures import FORMATS, thumbnail
from server.rooms.things.files.store import UploadRow
from server.rooms.things.files.types import said_type, type_of
from server.storage.port import BytesMissing, Storage, StorageAway, new_name, whole
from server.unit_of_work import UnitOfWork, Writer

OPEN_UPLOADS = 5
"""Of one person at once; one more makes an end of the oldest."""
UPLOAD_LIFE = 24 * 3_600_000
"""ms, until an upload that nobody finished is no more."""
UNNAMED_LIFE = 3_600_000
"""ms, for which bytes may lie there before a row names them."""
CHECKED_AT_ONCE = 1
"""Files that are looked through at the same time: an unpacked picture takes memory, more than all else here."""
DELETED_AT_ONCE = 100
SMALL = "-small"
"""What the thumbnail of a picture is called, behind the name of the picture."""


@dataclass(frozen=True, slots=True)
class Files:
    """`quota`: bytes of a room."""

    database: Database
    writer: Writer[Any]
    rooms: Rooms
    storage: Storage
    clock: Clock
    quota: int
    _checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CHECKED_AT_ONCE))

    # ── in ────────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def begin(self, person: str, room: str, new: NewUpload) -> Upload:
        """Raises Refused: not_found, room_closed, file_type_not_allowed, file_empty, file_too_large, room_full."""
        return await self.writer.run(lambda unit: _begin(unit, person, room, new, self.quota))

    async def state(self, person: str, room: str, upload: str) -> Upload:
        """Raises Refused: not_found, upload_not_found."""
        return _shown(await self._upload(person, room, upload))

    async def take_part(self, person: str, room: str, upload: str, offset: int, data: bytes) -> Upload:
        """Raises Refused: not_found, upload_not_found, room_closed, upload_elsewhere, too_large, unavailable."""
        row = await self._upload(person, room, upload)
        _check_part(row, offset, len(data))
        stored = new_name()
        await self._put(stored, data)
        try:
            return await self.writer.run(lambda unit: _take_part(unit, person, room, upload, offset, stored, len(data)))
        except Refused as refused:
            await self._delete_after(refused, stored)
            raise

    async def cancel(self, person: str, room: str, upload: str) -> Done:
        """What was cancelled already stays so. Raises Refused not_found."""
        return await self.writer.run(lambda unit: _cancel(unit, person, room, upload))

    async def finish(self, person: str, room: str, upload: str, told: FinishUpload) -> Accepted:
        """Asked again, it answers the same. Raises Refused: not_found, upload_not_found, upload_not_whole, room_closed,
        what `checked` and the rules of files raise, unavailable."""
        row = await self._upload(person, room, upload)
        if row.item is not None:
            return Accepted(row.item)
        if row.received < row.size:
            raise Refused("upload_not_whole", received=row.received)
        async with self._checking:
            try:
                found = await self._checked(row)
            except Refused as refused:
                now = await self._upload(person, room, upload)
                if now.item is not None:
                    # Asked twice at once: the other one was faster, and has used up the parts.
                    return Accepted(now.item)
                if refused.code != "unavailable":
                    # It would be refused again.
                    await self.cancel(person, room, upload)
                raise
        stored = new_name()
        await self._put(stored, found.data)
        try:
            return await self.writer.run(lambda unit: self._finish(unit, row, room, told, found, stored))
        except Refused as refused:
            await self._delete_after(refused, stored)
            raise

    async def _checked(self, row: UploadRow) -> Checked:
        try:
            parts = await self.database.read(lambda connection: store.parts_of(connection, row.id))
            data = b"".join([await whole(self.storage, part) for part in parts])
        except (BytesMissing, StorageAway):
            raise Refused("unavailable") from None
        return await asyncio.to_thread(checked, data, type_of(row.type))

    def _finish(
        self, unit: UnitOfWork, row: UploadRow, room: str, told: FinishUpload, found: Checked, stored: str
    ) -> Accepted:
        head = own_room(unit.connection, room, row.person, Verb.SHARE)
        now = store.upload_of(unit.connection, head.room_id, row.person, row.id)
        if now is None:
            raise Refused("upload_not_found")
        if now.item is not None:
            # Asked twice at once, and the other one was faster.
            store.add_nothing(unit.connection, row, stored, len(found.data))
            return Accepted(now.item)
        command = AddFile(
            room=room,
            command_id=row.id,
            name=clean_name(row.name, found.type),
            size=len(found.data),
            type=found.type.mime,
            stored=stored,
            width=found.width,
            height=found.height,
            seconds=found.seconds,
            text=told.text,
            message=told.message,
        )
        accepted = self.rooms.execute(unit, RoomCommand(row.person, command, digest(command)))
        assert accepted.offset is not None
        store.finish(unit.connection, row, accepted.offset, stored, len(found.data))
        return accepted

    async def _upload(self, person: str, room: str, upload: str) -> UploadRow:
        return await self.database.read(lambda connection: _own_upload(connection, person, room, upload))

    async def _put(self, name: str, data: bytes) -> None:
        try:
            await self.storage.put(name, data)
        except StorageAway:
            raise Refused("unavailable") from None

    async def _delete_after(self, refused: Refused, name: str) -> None:
        """Of a database that went away nobody knows yet whether it has taken the row. That, and what can't be deleted
        now, is found later."""
        if refused.code == "unavailable":
            return
        with suppress(StorageAway):
            await self.storage.delete([name])

    # ── out ───────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def open(self, person: str, room: str, item: int) -> tuple[File, AsyncIterator[bytes]]:
        """Raises Refused: not_found, item_not_found, file_missing, unavailable."""
        file = await self.database.read(lambda connection: _file(connection, person, room, item))
        return file, await self._pieces(file.stored)

    async def thumbnail(self, person: str, room: str, item: int) -> bytes:
        """WebP, made when it is first asked for. Raises Refused as `open`."""
        file = await self.database.read(lambda connection: _file(connection, person, room, item))
        if file.type not in FORMATS:
            raise Refused("item_not_found")
        name = file.stored + SMALL
        try:
            return await whole(self.storage, name)
        except BytesMissing:
            pass
        except StorageAway:
            raise Refused("unavailable") from None
        async with self._checking:
            data = b"".join([piece async for piece in await self._pieces(file.stored)])
            small = await asyncio.to_thread(thumbnail, data, file.type)
        await self._put(name, small)
        return small

    async def _pieces(self, stored: str) -> AsyncIterator[bytes]:
        try:
            return await self.storage.pieces(stored)
        except BytesMissing:
            raise Refused("file_missing") from None
        except StorageAway:
            raise Refused("unavailable") from None

    # ── away ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    async def tidy(self) -> None:
        """Deletes the bytes of what was removed, and of what nobody finished within a day."""
        before = self.clock() - UPLOAD_LIFE
        while await self.database.look_up(lambda connection: store.stale_uploads(connection, before, 1)):
            await self.writer.run(partial(_abandon_stale, before=before))
        while names := await self.database.look_up(lambda connection: store.released(connection, DELETED_AT_ONCE)):
            try:
                await self.storage.delete([*names, *(name + SMALL for name in names)])
            except StorageAway:
                return
            await self.writer.run(partial(_drop, names=names))

    async def sweep(self) -> int:
        """Deletes what lies in the storage and no row names: left by a crash, or by an older database that was put in
        place of a newer one. How many they were."""
        before, gone = self.clock() - UNNAMED_LIFE, 0
        try:
            async for portion in self.storage.listed():
                old = [one.name for one in portion if one.at < before]
                unnamed = await self.database.read(partial(_unnamed, names=old)) if old else []
                await self.storage.delete(unnamed)
                gone += len(unnamed)
        except StorageAway:
            return gone
        return gone


def _begin(unit: UnitOfWork, person: str, room: str, new: NewUpload, quota: int) -> Upload:
    head = own_room(unit.connection, room, person, Verb.SHARE)
    check_open(unit.connection, head)
    said = said_type(new.type, new.name)
    if said is None:
        raise Refused("file_type_not_allowed")
    if new.size < 1:
        raise Refused("file_empty")
    if new.size > FILE_BYTES:
        raise Refused("file_too_large", limit=FILE_BYTES // 2**20)
    store.abandon(unit.connection, store.open_uploads(unit.connection, person)[: 1 - OPEN_UPLOADS])
    if store.bytes_of_room(unit.connection, head.room_id) + new.size > quota:
        raise Refused("room_full", limit=quota // 2**20)
    name = clean_name(new.name, said)
    row = UploadRow(new_id(), head.room_id, person, name, said.mime, new.size, received=0, item=None)
    store.add_upload(unit.connection, row, unit.now)
    return _shown(row)


def _take_part(unit: UnitOfWork, person: str, room: str, upload: str, offset: int, stored: str, size: int) -> Upload:
    head = own_room(unit.connection, room, person, Verb.SHARE)
    check_open(unit.connection, head)
    row = store.upload_of(unit.connection, head.room_id, person, upload)
    if row is None:
        raise Refused("upload_not_found")
    _check_part(row, offset, size)
    if not store.add_part(unit.connection, row, stored, size):
        raise Refused("upload_elsewhere", received=row.received)
    return _shown(row._replace(received=row.received + size))


def _check_part(row: UploadRow, offset: int, size: int) -> None:
    if offset != row.received or size < 1:
        raise Refused("upload_elsewhere", received=row.received)
    if size > min(PART_BYTES, row.size - offset):
        raise Refused("too_large", limit=min(PART_BYTES, row.size - offset))


def _cancel(unit: UnitOfWork, person: str, room: str, upload: str) -> Done:
    head = own_room(unit.connection, room, person, Verb.SHARE)
    row = store.upload_of(unit.connection, head.room_id, person, upload)
    if row is not None and row.item is None:
        store.abandon(unit.connection, [row.id])
    return Done()


def _own_upload(connection: Connection, person: str, room: str, upload: str) -> UploadRow:
    """Nobody else's, also of the same room."""
    room_id, _ = reads.place_of(connection, room, person)
    row = store.upload_of(connection, room_id, person, upload)
    if row is None:
        raise Refused("upload_not_found")
    return row


def _shown(row: UploadRow) -> Upload:
    return Upload(row.id, row.size, row.received, item=row.item)


def _file(connection: Connection, person: str, room: str, item: int) -> File:
    return cast(File, reads.thing_of(connection, room, person, FILES, item).body)


def _abandon_stale(unit: UnitOfWork, before: int) -> None:
    store.abandon(unit.connection, store.stale_uploads(unit.connection, before, DELETED_AT_ONCE))


def _drop(unit: UnitOfWork, names: list[str]) -> None:
    store.drop(unit.connection, names)


def _unnamed(connection: Connection, names: list[str]) -> list[str]:
    """What was made of something goes with it; what was half written never becomes anything."""
    whole_names = [name.removesuffix(SMALL) for name in names]
    kept = store.named(connection, whole_names) | calls.named_files(connection, whole_names)
    return [name for name in names if name.removesuffix(SMALL) not in kept]
