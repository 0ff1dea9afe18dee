"""Who is told what: nobody by default, then those who show themselves, on every node, once."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from server.presence.model import Choice, Mark
from server.presence.service import switched_on
from server.presence.store import changed_since, showing_of
from server.publication import Showing
from tests.presence.house import House, Node, open_house

HIDDEN, SILENT = Choice(hidden=True), Choice(typing=False)


@pytest.fixture
async def house(sqlite_url: str) -> AsyncIterator[House]:
    async with open_house(sqlite_url) as house:
        yield house


@pytest.fixture
def node(house: House) -> Node:
    return house.nodes[0]


async def both_here(house: House) -> None:
    """Ana on the first node and Bor on the other, both shown, all of it told."""
    for person, node in zip(("ana", "bor"), house.nodes, strict=True):
        await house.show(person)
        node.arrive(person)
    for node in house.nodes:
        await node.heard()


async def test_nobody_is_shown_or_sees_anybody_by_default(house: House, node: Node) -> None:
    node.arrive("ana")
    node.arrive("bor")
    assert not node.presence.type("r", "ana", "ana")
    assert not node.presence.turn("r", "ana", "ana", Mark.AWAY)
    node.depart("bor")
    await house.wait(20)
    assert await node.heard() == []
    assert await node.here("ana") == {}
    assert house.wall.rooms == {}


async def test_seeing_and_being_seen_go_together(house: House, node: Node) -> None:
    for person in ("ana", "bor", "iva"):
        node.arrive(person)
    await house.show("ana")
    assert await node.heard() == [("join", "ana")]
    await house.show("bor")
    assert await node.heard("ana") == [("join", "bor")]
    assert await node.heard("iva") == []
    assert await node.here("ana") == {"ana": False, "bor": False} == await node.here("bor")
    assert await node.here("iva") == {}
    await house.show("ana", on=False)
    assert await node.heard("ana") == []
    await house.show("ana")
    await node.heard()
    await house.show("bor", on=False)
    assert await node.heard("ana") == [("leave", "bor")]
    assert await node.here("bor") == {}


async def test_a_switch_is_for_one_room(house: House, node: Node) -> None:
    for room in ("r", "s"):
        node.arrive("ana", room=room)
    await house.show("ana")
    assert await node.here("ana", "s") == {}
    assert await house.database.read(lambda c: switched_on(c, "ana")) == {"r"}


async def test_nodes_tell_their_own_readers_of_each_others(house: House) -> None:
    one, two = house.nodes
    await both_here(house)
    assert await one.here("ana") == {"ana": False, "bor": False} == await two.here("bor")
    two.presence.turn("r", "bor", "bor", Mark.AWAY)
    assert await one.heard("ana") == [("away", "bor")]
    assert await one.here("ana") == {"ana": False, "bor": True}
    one.arrive("bor", "phone")
    assert await one.heard("ana") == [("here", "bor")]
    two.depart("bor", deliberate=True)
    assert await one.heard("ana") == []
    one.depart("bor", "phone", deliberate=True)
    assert await one.heard("ana") == [("leave", "bor")]


async def test_who_reads_by_a_node_without_their_connection_sees_the_same(house: House) -> None:
    await both_here(house)
    await house.show("iva")
    for node in house.nodes:
        assert await node.here("iva") == {"ana": False, "bor": False}
    house.nodes[0].depart("ana", deliberate=True)
    await house.settle()
    assert await house.nodes[0].here("iva") == {"bor": False}


async def test_what_another_node_says_of_who_is_not_shown_is_not_told(house: House) -> None:
    """It may not have heard yet what they chose."""
    one, two = house.nodes
    await both_here(house)
    two.board.write("r", {"bor": Mark.HERE, "iva": Mark.HERE})
    assert await one.heard() == []
    assert await one.here("ana") == {"ana": False, "bor": False}
    one.depart("ana", deliberate=True)
    await house.settle()
    assert await one.here("ana") == {"bor": False}, "nor when the board is read"


async def test_a_broken_line_is_told_after_the_grace_and_leaving_at_once(house: House) -> None:
    one, two = house.nodes
    await both_here(house)
    one.depart("ana")
    await house.wait(7.9)
    assert await two.heard() == []
    one.arrive("ana", "again")
    await house.wait(20)
    assert await two.heard() == []
    one.depart("ana", "again")
    await house.wait(7.9)
    assert await two.heard() == []
    await house.wait(0.2)
    assert await two.heard() == [("leave", "ana")]
    two.depart("bor", deliberate=True)
    await house.settle()
    assert house.wall.rooms == {}


async def test_who_is_taken_out_of_a_room_is_gone_at_once_everywhere(house: House) -> None:
    one, two = house.nodes
    await both_here(house)
    two.arrive("ana", "phone")
    await house.forget("ana")
    assert await two.heard("bor") == [("leave", "ana")]
    assert await one.here("ana") == {}
    assert not one.presence.type("r", "ana", "ana")
    one.arrive("ana", "late")
    assert await two.heard() == []
    assert await house.database.read(lambda c: switched_on(c, "ana")) == frozenset()
    house.ears.heard.clear()
    house.ears_at = 0
    await house.forget("ana")
    assert house.ears.heard == [], "nothing to forget is nothing to tell"


async def test_who_is_hidden_shows_nothing_in_any_room(house: House) -> None:
    one, two = house.nodes
    await both_here(house)
    await one.presence.choose("ana", HIDDEN)
    house.announce()
    assert await two.heard("bor") == [("leave", "ana")]
    assert await one.here("ana") == {}
    assert not one.presence.type("r", "ana", "ana")
    await one.heard()
    await house.show("ana", room="s")
    one.arrive("ana", room="s")
    assert await one.heard() == []
    await one.presence.choose("ana", Choice())
    house.announce()
    assert ("join", "ana") in await two.heard("bor")
    assert await one.here("ana", "s") == {"ana": False}
    assert await one.presence.choice("ana") == Choice()


async def test_writing_is_told_to_the_shown_once_a_second(house: House) -> None:
    one, two = house.nodes
    await both_here(house)
    two.arrive("iva")
    for _ in range(3):
        assert one.presence.type("r", "ana", "ana")
    assert two.presence.type("r", "bor", "bor"), "each has a second of their own"
    assert await two.heard("iva") == []
    await house.wait(1)
    one.presence.type("r", "ana", "ana")
    assert one.told == [(frozenset(("ana", "bor")), "typing", who) for who in ("ana", "bor", "ana")]


async def test_who_wants_to_write_unseen_does(house: House) -> None:
    one, two = house.nodes
    await both_here(house)
    await one.presence.choose("ana", SILENT)
    house.announce()
    assert not one.presence.type("r", "ana", "ana")
    assert await two.here("bor") == {"ana": False, "bor": False}
    assert await two.heard() == []


async def test_only_a_connection_of_the_roster_says_anything(house: House, node: Node) -> None:
    await both_here(house)
    for room, person, client in (("r", "ana", "bor"), ("r", "bor", "ana"), ("s", "ana", "ana"), ("r", "iva", "iva")):
        assert not node.presence.type(room, person, client)
        assert not node.presence.turn(room, person, client, Mark.AWAY)
    node.depart("ana")
    assert not node.presence.type("r", "ana", "ana"), "its line is broken"


async def test_a_crowd_is_counted(house: House, node: Node) -> None:
    for number in range(60):
        await house.show(f"p{number}")
        node.arrive(f"p{number}")
    told = await node.heard("p0")
    assert [whose for what, whose in told if what == "join"] == [f"p{number}" for number in range(50)]
    assert told[-1] == ("51", ""), "the rest is due"
    await house.wait(1)
    assert await node.heard("p0") == [("60", "")]
    node.depart("p1", deliberate=True)
    node.depart("p2", deliberate=True)
    assert node.presence.type("r", "p3", "p3"), "taken, and kept to itself"
    assert await node.heard("p0") == []
    await house.wait(1)
    assert await node.heard("p0") == [("58", "")]
    assert len(await node.here("p0")) == 58


async def test_a_choice_whose_hint_was_lost_is_found(house: House) -> None:
    _, two = house.nodes
    house.hints = False
    two.arrive("ana")
    await house.show("ana")
    assert await two.heard() == []
    await two.presence.compare()
    assert await two.heard() == [("join", "ana")]
    house.now += 3
    await house.nodes[0].presence.choose("ana", HIDDEN)
    house.announce()
    await two.presence.compare()
    assert await two.here("ana") == {}


async def test_ids_of_rows_are_the_same_on_every_node(house: House) -> None:
    await both_here(house)
    rows = [await node.presence.here("r", person) for node, person in zip(house.nodes, ("ana", "bor"), strict=True)]
    assert rows[0] == rows[1]
    assert not {"ana", "bor"} & rows[0].keys()


async def test_choices_are_stored_alike_on_each_database(database_url: str) -> None:
    async with open_house(database_url) as house:
        presence = house.nodes[0].presence
        assert await presence.choice("ana") == Choice()
        for room in ("r", "s", "r"):
            await house.show("ana", room=room)
        await house.show("bor")
        await house.show("bor", on=False)
        await presence.choose("ana", SILENT)
        assert await presence.choice("ana") == SILENT
        assert await house.database.read(lambda c: changed_since(c, 0)) == [
            Showing("ana", ("r", "s"), typing=False),
            Showing("bor"),
        ]
        await presence.choose("ana", HIDDEN)
        assert await house.database.read(lambda c: showing_of(c, "ana")) == Showing("ana")
        assert await house.database.read(lambda c: switched_on(c, "ana")) == {"r", "s"}
        house.now += 1
        await house.show("bor")
        assert await house.database.read(lambda c: changed_since(c, house.clock())) == [Showing("bor", ("r",))]
