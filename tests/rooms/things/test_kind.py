"""What every kind of thing has in common, shown by pins: one log, one fold, nothing left of what is removed."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from server.rooms import things
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.tables import entry, room_thing
from server.rooms.things.rank import rank_after, rank_between
from server.rooms.things.shelf.contract import ChangePin, PutPin, RemovePin
from tests.rooms.house import House, asked
from tests.rooms.oracle import fold, folded


def put(house: House, actor: str, note: str, *, id: str = "", **fields: Any) -> Any:
    return asked(actor, PutPin("r", id or house.id(), what="note", note=note, **fields))


async def pins(house: House, person: str = "ana") -> list[dict[str, Any]]:
    found = await house.snapshot(person)
    return msgspec.json.decode(found.things.get("pins", b"[]"))


def test_every_kind_of_entry_belongs_to_one_kind_and_ends_as_the_fold_reads_it() -> None:
    assert all(name.rpartition("_")[2] in ("added", "changed", "removed") for name in things.ENTRIES)
    assert len({kind.name for kind in things.KINDS}) == len(things.KINDS)


async def test_a_thing_is_in_the_log_announced_and_in_the_snapshot_of_each(house: House) -> None:
    assert await house.ask(put(house, "ana", "Here", id="c1"), put(house, "ana", "Here", id="c1")) == [2, 2]
    assert await house.ask(asked("bor", ChangePin("r", "c2", 2, title="There"))) == [3]
    assert [one.offset for one in house.ears.publications] == [1, 2, 3]
    (pin,) = await pins(house, "bor")
    assert (pin["id"], pin["by"], pin["last"]) == (2, "ana", 3)
    assert (pin["body"]["note"], pin["body"]["title"]) == ("Here", "There")
    assert await house.ask(put(house, "ana", "Else", id="c1")) == ["command_conflict"]


async def test_an_old_snapshot_with_the_entries_after_it_is_the_new_one(house: House) -> None:
    await house.ask(put(house, "ana", "One"))
    before = folded(await house.snapshot("bor"))
    await house.ask(
        put(house, "bor", "Two"),
        asked("bor", ChangePin("r", house.id(), 2, why="Because", state="next")),
        asked("ana", RemovePin("r", house.id(), 3)),
        put(house, "ana", "Three"),
    )
    entries = [(one.offset, json.loads(one.data)) for one in await house.entries("bor", before["offset"]) or []]
    assert fold(before, entries) == folded(await house.snapshot("bor"))


async def test_what_is_removed_is_nowhere_any_more_and_a_replay_gives_the_same(house: House) -> None:
    await house.ask(put(house, "ana", "Canary"), put(house, "ana", "Stays"))
    await house.ask(asked("bor", ChangePin("r", house.id(), 2, title="Canary too", why="Canary as well")))
    await house.ask(asked("bor", RemovePin("r", house.id(), 2)), put(house, "bor", "Later"))
    kept = await pins(house)
    assert [pin["body"]["note"] for pin in kept] == ["Stays", "Later"]
    rows = await house.read(lambda connection: connection.execute(select(entry)).all())
    assert all(b"Canary" not in (row.body or b"") for row in rows)
    assert [row.body is None for row in rows if row.offset in (2, 4)] == [True, True]
    assert all(row.command_hash is None for row in rows if row.offset in (2, 4))
    documents = await house.read(lambda connection: list(connection.execute(select(room_thing.c.document)).scalars()))
    assert b"Canary" not in b"".join(documents)

    await house.commit(lambda unit: [rebuild_room(unit.connection, one) for one in room_ids(unit.connection)])
    assert await pins(house) == kept


async def test_a_repeat_within_the_batch_that_removes_is_answered_as_after_it(house: House) -> None:
    await house.ask(put(house, "ana", "One", id="one"))
    await house.ask(asked("bor", ChangePin("r", "two", 2, title="T")))
    again = (put(house, "ana", "Other", id="one"), asked("bor", ChangePin("r", "two", 2, title="U")))
    in_one = await house.ask(asked("ana", RemovePin("r", "three", 2)), *again)
    assert in_one == [4, 2, 3] == [4, *await house.ask(*again)]


async def test_who_comes_later_has_nothing_of_before_and_can_change_nothing_of_it(house: House) -> None:
    await house.ask(put(house, "ana", "Before"), house.add("vesna"), put(house, "bor", "After"))
    assert [pin["body"]["note"] for pin in await pins(house, "vesna")] == ["After"]
    assert await house.ask(asked("vesna", RemovePin("r", "c8", 2)), asked("vesna", RemovePin("r", "c9", 4))) == [
        "item_not_found",
        5,
    ]
    assert [pin["body"]["note"] for pin in await pins(house)] == ["Before"]


async def test_strangers_and_who_runs_the_programme_reach_nothing(house: House) -> None:
    await house.ask(put(house, "ana", "Here"))
    for person in ("mira", "stranger", "vesna"):
        assert await house.ask(put(house, person, "x"), asked(person, RemovePin("r", house.id(), 2))) == [
            "not_found",
            "not_found",
        ]


async def test_in_a_closed_room_things_are_taken_away_and_nothing_added(house: House) -> None:
    await house.ask(put(house, "ana", "Here"))
    await house.commit(lambda unit: house.rooms.close(unit, "r", "ended", "close"))
    assert await house.ask(put(house, "ana", "More"), asked("ana", RemovePin("r", "c9", 2))) == ["room_closed", 4]


async def test_an_emptied_room_has_no_things(house: House) -> None:
    await house.ask(put(house, "ana", "Canary"))
    await house.commit(lambda unit: house.rooms.close(unit, "r", "ended", "close"))
    await house.commit(lambda unit: house.rooms.empty(unit, "r"))
    assert (await house.snapshot("ana")).things == {}
    rows = await house.read(lambda connection: connection.execute(select(entry.c.body)).scalars().all())
    assert all(b"Canary" not in (body or b"") for body in rows)


# ── ranks ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("before", "after"), [("", ""), ("", "1"), ("", "01"), ("a", "b"), ("a", "a1"), ("az", "b")])
def test_between_any_two_ranks_there_is_a_third(before: str, after: str) -> None:
    for _ in range(100):
        rank = rank_between(before, after)
        assert before < rank
        assert rank < after or not after
        before, after = (before, rank) if len(rank) % 2 else (rank, after)


def test_a_rank_comes_right_behind_its_anchor() -> None:
    ranks = ["5", "9", "c"]
    assert "5" < rank_after(ranks, "5") < "9"
    assert rank_after(ranks, None) < "5"
    assert rank_after(ranks, "c") > "c"
    assert rank_after(ranks, "somebody took it off") > "c"
    assert rank_after([], None)
