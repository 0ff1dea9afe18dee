"""The product's desk, where the wire's own tests have another one."""

from __future__ import annotations

import pytest

from server.flows.allowance import Allowance
from server.flows.dispatch import Dispatch
from server.live.desk import PERMISSION_DENIED, TOO_MANY_REQUESTS, UNAUTHORIZED, Caller, WireError
from server.live.product import ProductDesk, SignIn
from server.presence.memory import MemoryBoard
from server.presence.service import Ports, Presence
from server.publication import Notice
from tests.rooms.house import House, open_house

NO_ROOM = ("room:", "room", "", "room:none", "room:r\n", "room:r\x00", "room:\ud800", "room:" + "r" * 65, "note:r", "r")


async def nobody(_token: object) -> Caller | None:
    return None


async def test_a_channel_that_is_no_room_of_mine_is_denied_whatever_it_is_called(database_url: str) -> None:
    async with open_house(database_url) as house:
        await house.open()
        desk = desk_of(house)
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


async def test_a_person_tells_and_asks_who_is_here_no_faster_than_allowed(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.open()
        desk = desk_of(house, notices=Allowance(lambda: 0.0, burst=2, per_second=1))
        assert await desk.presence(Caller("ana"), "room:r") == {}
        for expected in (PERMISSION_DENIED, TOO_MANY_REQUESTS):
            with pytest.raises(WireError) as refused:
                await desk.publish(Caller("ana"), "c", "room:r", b'{"kind":"typing"}')
            assert refused.value == expected
        with pytest.raises(WireError) as refused:
            await desk.presence(Caller("ana"), "room:r")
        assert refused.value == TOO_MANY_REQUESTS
        assert await desk.presence(Caller("bor"), "room:r") == {}


async def test_a_person_opens_channels_no_faster_than_allowed(database_url: str) -> None:
    async with open_house(database_url) as house:
        await house.open()
        desk = desk_of(house, opens=Allowance(lambda: 0.0, burst=3, per_second=1))
        for _ in range(3):
            await desk.open(Caller("ana"), "room:r", None)
        with pytest.raises(WireError) as refused:
            await desk.open(Caller("ana"), "room:r", None)
        assert refused.value == TOO_MANY_REQUESTS
        assert refused.value.temporary
        await desk.open(Caller("bor"), "room:r", None)


async def test_only_a_token_of_the_same_person_refreshes(database_url: str) -> None:
    async def whose(token: str) -> Caller | None:
        return {"mine": Caller("ana", "login-2", 5.0), "theirs": Caller("bor")}.get(token)

    async with open_house(database_url) as house:
        desk = desk_of(house, sign_in=whose)
        assert await desk.refresh(Caller("ana", "login-1"), "mine") == Caller("ana", "login-2", 5.0)
        for token in ("theirs", "nonsense"):
            with pytest.raises(WireError) as refused:
                await desk.refresh(Caller("ana"), token)
            assert refused.value == UNAUTHORIZED


def desk_of(
    house: House, sign_in: SignIn = nobody, opens: Allowance | None = None, notices: Allowance | None = None
) -> ProductDesk:
    writer = house.writer()
    ports = Ports(deliver=_unheard, notify=_unheard, readers=lambda _room: ())
    presence = Presence(MemoryBoard(), house.database, writer, b"key", house.clock, ports)
    dispatch = Dispatch(writer, house.rooms, None)
    return ProductDesk(house.database, dispatch, presence, "epoch", sign_in, nobody, opens, notices)


def _unheard(_notice: Notice) -> None: ...
