"""What follows from the log is what replaying the log gives; and what was taken back is nowhere, not even as bytes."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, LargeBinary, Table, Text, delete, select, update

from server.contract.commands import Quote, SaveDraft
from server.rooms import tables
from server.rooms.codec import decode_event, encode_state
from server.rooms.model import RoomCommand
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.rules import evolve
from server.rooms.tables import (
    draft,
    entry,
    mention,
    message,
    reaction,
    read_marker,
    room_head,
    room_member,
    room_state,
)
from server.unit_of_work import answer_into
from tests.rooms.house import TABLES, House, open_house
from tests.waiting import until

DERIVED = (message, mention, reaction, room_state, room_member, room_head)


async def a_life(house: House) -> None:
    """Something of every kind, in two rooms."""
    await house.open("other", "ana", "goran")
    answers = await house.ask(
        house.post("ana", "1"),
        house.post("bor", "2", 2),
        house.edit("ana", 2, "1!"),
        house.add("vesna"),
        house.post("vesna", "3"),
        house.post("ana", "4", 6),
        house.withdraw("bor", 3),
        house.open_past("ana", "vesna"),
        house.edit("ana", 7, "4!"),
        house.withdraw("ana", 7),
        house.remove("bor"),
        house.post("ana", "elsewhere", key="other"),
        house.add("goran"),
        house.leave("vesna"),
        house.post("ana", "5", 6),
        house.post("ana", "@[goran] 6", 15, Quote(15, 0, 1)),
        house.react("ana", 16, "👍"),
        house.react("goran", 16, "🎉"),
        house.react("goran", 16, "👍"),
        house.unreact("ana", 16, "👍"),
        house.react("ana", 16, "👍"),
        house.post("goran", "@[ana] 7"),
        house.react("ana", 22, "👍"),
        house.edit("goran", 22, "@[ana] @[goran] 7!"),
        house.edit("ana", 16, "6"),
        house.post("goran", "@[ana] 8", 16, Quote(25, 0, 1)),
        house.react("ana", 26, "👍"),
        house.withdraw("goran", 26),
    )
    assert [one for one in answers if isinstance(one, str)] == []


def rows_of(connection: Connection, *of: Table) -> dict[str, set[tuple[Any, ...]]]:
    return {table.name: {tuple(row) for row in connection.execute(select(table))} for table in of}


def replay(connection: Connection) -> dict[int, tuple[bytes, int, int, int]]:
    """By room: the state document, head, talk and the offset of the state, straight from the entries."""
    found: dict[int, tuple[Any, int, int, int]] = {}
    for row in connection.execute(select(entry).order_by(entry.c.room_id, entry.c.offset)):
        state, head, talk, state_offset = found.get(row.room_id, (None, 0, 0, 0))
        assert row.offset == head + 1
        if row.kind.startswith(("message_", "reaction_")):
            talk += row.kind == "message_posted"
        else:
            state, state_offset = evolve(state, row.offset, row.actor, decode_event(row.kind, row.body)), row.offset
        found[row.room_id] = (state, row.offset, talk, state_offset)
    return {room_id: (encode_state(state), *rest) for room_id, (state, *rest) in found.items()}  # type: ignore[misc]


async def test_replaying_the_log_gives_the_stored_state_and_counts(house: House) -> None:
    await a_life(house)
    stored = await house.read(rows_of, room_state, room_head)
    documents = dict(stored["room_state"])  # type: ignore[arg-type]
    heads = {room_id: tuple(counts) for room_id, *counts in stored["room_head"]}
    assert {room_id: (documents[room_id], *heads[room_id]) for room_id in heads} == await house.read(replay)


async def test_rebuilding_writes_what_is_there_already(house: House) -> None:
    await a_life(house)
    before = await house.read(rows_of, *TABLES)

    def lose_and_rebuild(connection: Connection) -> None:
        for table in (message, mention, reaction):
            connection.execute(delete(table))
        connection.execute(delete(room_member))
        connection.execute(update(room_state).values(document=b"{}"))
        connection.execute(update(room_head).values(offset=0, talk=0, state_offset=0))
        for room_id in room_ids(connection):
            rebuild_room(connection, room_id)

    await house.database.write_once(lose_and_rebuild)
    assert await house.read(rows_of, *TABLES) == before
    assert await house.ask(house.post("ana", "On we go")) == [29]


async def test_a_long_room_is_rebuilt_in_portions(house: House) -> None:
    await house.ask(*(house.post("ana", str(n)) for n in range(1_100)))
    before = await house.read(rows_of, *DERIVED)
    await house.database.write_once(lambda c: [rebuild_room(c, room_id) for room_id in room_ids(c)])
    assert await house.read(rows_of, *DERIVED) == before


# ── what was taken back ───────────────────────────────────────────────────────────────────────────────────────────────

CANARY = "Zlatorog"


def texts_in(connection: Connection) -> Iterator[str]:
    for table in TABLES:
        wide = [column for column in table.columns if isinstance(column.type, Text | LargeBinary | tables.Content)]
        for row in connection.execute(select(*wide)) if wide else ():
            yield " ".join(str(bytes(value) if isinstance(value, memoryview) else value) for value in row)


def holds_canary(file: Path) -> bool:
    return CANARY.encode() in file.read_bytes()


async def say_and_take_back(house: House, padding: str) -> None:
    await house.ask(
        *(house.post("bor", f"{n} {padding}") for n in range(40)),
        house.post("ana", f"{CANARY} one"),
        house.edit("ana", 42, f"{CANARY} two {padding}"),
        *(house.post("bor", f"{n} {padding}") for n in range(40)),
        house.edit("ana", 42, f"{CANARY} three"),
    )
    await house.ask(lambda unit: house.rooms.save_draft(unit, "ana", SaveDraft("r", f"{CANARY} four")))
    assert len([one for one in await house.read(lambda c: list(texts_in(c))) if CANARY in one]) == 5
    await house.ask(house.withdraw("ana", 42))
    await house.ask(lambda unit: house.rooms.save_draft(unit, "ana", SaveDraft("r", "")))
    # Said and taken back in one batch, and in somebody's draft when they were taken out.
    assert await house.ask(house.post("ana", f"{CANARY} five"), house.withdraw("ana", 86)) == [86, 87]
    await house.ask(lambda unit: house.rooms.save_draft(unit, "bor", SaveDraft("r", f"{CANARY} six")))
    await house.ask(house.remove("bor"))


async def test_withdrawn_words_are_in_no_table(house: House) -> None:
    await say_and_take_back(house, "x" * 50)
    assert not [one for one in await house.read(lambda c: list(texts_in(c))) if CANARY in one]
    assert [len(rows) for rows in (await house.read(rows_of, draft, read_marker)).values()] == [0, 0]


async def test_withdrawn_words_leave_the_journal_too_while_the_server_runs(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    files = [file, file.with_name(file.name + "-wal")]
    async with open_house(sqlite_url) as house:
        await house.open()
        writer = house.writer()
        writer.start()

        async def say(command: RoomCommand) -> None:
            answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            writer.append(command, answer_into(answer))
            await answer

        await say(house.post("ana", f"{CANARY} one"))
        await say(house.edit("ana", 2, f"{CANARY} two"))
        assert any(map(holds_canary, files))
        # Who reads of before, now, holds the journal; it is tried again.
        with sqlite3.connect(file) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM entry").fetchone()
            await say(house.withdraw("ana", 2))
            await until(lambda: not holds_canary(files[0]))
            assert holds_canary(files[1])
        reader.close()
        await until(lambda: not any(map(holds_canary, files)), 20)
        await say(house.post("ana", "On we go"))
        await writer.close()


@pytest.mark.parametrize("padding", ["", "x" * 300, "x" * 7_900], ids=["short", "paged", "overflowing"])
async def test_withdrawn_words_are_in_no_byte_of_the_file(sqlite_url: str, padding: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    wal = file.with_name(file.name + "-wal")
    async with open_house(sqlite_url) as house:
        await house.open()
        await say_and_take_back(house, padding)
        with sqlite3.connect(file) as other:
            assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        other.close()
        assert [one.name for one in (file, wal) if holds_canary(one)] == []
