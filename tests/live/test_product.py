"""The product's desk, where the wire's own tests have another one."""

from __future__ import annotations

import pytest

from server.flows.dispatch import Dispatch
from server.live.desk import PERMISSION_DENIED, Caller, WireError
from server.live.product import ProductDesk
from server.presence.memory import MemoryBoard
from server.presence.service import Ports, Presence
from server.publication import Notice
from tests.rooms.house import open_house

NO_ROOM = ("room:", "room", "", "room:none", "room:r\n", "room:r\x00", "room:\ud800", "room:" + "r" * 65, "note:r", "r")


async def nobody(_token: str) -> Caller | None:
    return None


async def test_a_channel_that_is_no_room_of_mine_is_denied_whatever_it_is_called(database_url: str) -> None:
    async with open_house(database_url) as house:
        await house.open()
        writer = house.writer()
        ports = Ports(deliver=_unheard, notify=_unheard, readers=lambda _room: ())
        presence = Presence(MemoryBoard(), house.database, writer, b"key", house.clock, ports)
        desk = ProductDesk(house.database, Dispatch(writer, house.rooms, None), presence, "epoch", nobody)
        for channel in NO_ROOM:
            with pytest.raises(WireError) as denied:
                await desk.open(Caller("ana"), channel, None)
            assert denied.value == PERMISSION_DENIED
            with pytest.raises(WireError) as hidden:
                await desk.presence(Caller("ana"), channel)
            assert hidden.value == PERMISSION_DENIED
            with pytest.raises(WireError) as unheard:
                await desk.publish(Caller("ana"), "c", channel, b'{"kind":"typing"}')
            assert unheard.value == PERMISSION_DENIED
        assert (await desk.open(Caller("ana"), "room:r", None)).top.offset == 1
        assert await desk.presence(Caller("ana"), "room:r") == {}


def _unheard(_notice: Notice) -> None: ...
