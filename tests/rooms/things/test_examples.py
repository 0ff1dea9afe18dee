"""Every command of every kind of thing has an example that is accepted."""

from __future__ import annotations

import json
import time

import msgspec

from server.contract.commands import Accepted
from server.rooms import things
from server.rooms.rebuilding import rebuild_room, room_ids
from tests.rooms.house import House, asked
from tests.rooms.oracle import State, fold, folded
from tests.rooms.things.examples import BY, EXAMPLES, INNER, example


def test_every_command_has_one() -> None:
    assert set(EXAMPLES) == {method for kind in things.KINDS for method in kind.commands}


async def test_examples_are_accepted_and_each_old_snapshot_with_what_came_after_is_the_new_one(house: House) -> None:
    house.now = time.time_ns() // 1_000_000
    await house.ask(house.post("ana", "a message to be named"))
    commands = {method: (kind, data) for kind in things.KINDS for method, (data, _) in kind.commands.items()}
    items: dict[str, int] = {}
    snapshots: list[State] = []
    for kind_name, command in INNER.items():
        (outcome,) = await house.commit(asked("ana", command))
        assert isinstance(outcome, Accepted), (kind_name, outcome)
        assert outcome.offset is not None
        items[kind_name] = outcome.offset
    for method in EXAMPLES:
        kind, data = commands[method]
        command = msgspec.convert({"room": "r", "command_id": house.id(), **example(method, "good", items)}, data)
        (outcome,) = await house.commit(asked(BY.get(method, "ana"), command))
        assert isinstance(outcome, Accepted), (method, outcome)
        assert outcome.offset is not None
        items.setdefault(kind.name, outcome.offset)
        snapshots.append(folded(await house.snapshot("bor")))
    assert {kind for one in snapshots for kind in one["things"]} == {
        kind.name for kind in things.KINDS if kind.name != "led"
    }
    entries = [(one.offset, json.loads(one.data)) for one in await house.entries("bor") or []]
    for one in snapshots:
        assert fold(one, entries) == snapshots[-1]
    await house.commit(lambda unit: [rebuild_room(unit.connection, room) for room in room_ids(unit.connection)])
    assert folded(await house.snapshot("bor")) == snapshots[-1]
