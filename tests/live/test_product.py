"""The product's desk, where the wire's own tests have another one."""

from __future__ import annotations

import pytest

from server.flows.dispatch import Dispatch
from server.live.desk import PERMISSION_DENIED, Caller, WireError
from server.live.product import ProductDesk
from tests.rooms.house import open_house

NO_ROOM = ("room:", "room", "", "room:none", "room:r\n", "room:r\x00", "room:\ud800", "room:" + "r" * 65, "note:r", "r")


async def nobody(_token: str) -> Caller | None:
    return None


async def test_a_channel_that_is_no_room_of_mine_is_denied_whatever_it_is_called(database_url: str) -> None:
    async with open_house(database_url) as house:
        await house.open()
        desk = ProductDesk(house.database, Dispatch(house.writer(), house.rooms, None), "epoch", nobody)
        for channel in NO_ROOM:
            with pytest.raises(WireError) as denied:
                await desk.open(Caller("ana"), channel, None)
            assert denied.value == PERMISSION_DENIED
        assert (await desk.open(Caller("ana"), "room:r", None)).top.offset == 1
