"""Two people who show in their room that they are here, on the running server; and everybody who has no part in it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.stories.device import Device, WireFailure
from tests.stories.opening import OpenSite
from tests.stories.site import Site

GRACE = 8.0
TYPING: dict[str, Any] = {"kind": "typing"}


async def show(device: Device, room: str, on: bool = True) -> None:
    assert await device.rpc("room.show_presence", {"room": room, "on": on}) == {}


async def here(device: Device, room: str) -> dict[str, bool]:
    """Who is here, and whether they are away, as this device is answered."""
    rows = (await device.ask("presence", {"channel": f"room:{room}"}))["presence"]
    assert all(row["client"] == client for client, row in rows.items())
    return {row["user"]: row.get("chan_info", {}).get("away", False) for row in rows.values()}


async def say(device: Device, room: str, data: dict[str, Any]) -> None:
    assert await device.ask("publish", {"channel": f"room:{room}", "data": data}) == {}


async def hears(device: Device, *news: tuple[str, str], seconds: float = 10) -> None:
    """Exactly this, from now on."""
    await device.until(lambda: len(device.news) >= len(news), f"{news} is heard", seconds)
    assert device.news == list(news)
    device.news.clear()


async def test_two_people_see_each_other_once_both_show_it(site: Site) -> None:
    room, another = site.room(), site.room()
    async with site.connected("ana", "bor", "ana") as (ana, bor, phone):
        for device in (ana, bor, phone):
            await device.subscribe(room)
        assert await here(ana, room) == {}
        with pytest.raises(WireFailure, match="103"):
            await say(ana, room, TYPING)
        await show(ana, room)
        await hears(ana, ("join", "ana"))
        await phone.until(lambda: {"kind": "presence", "room": room, "on": True} in phone.notices, "my phone hears it")
        assert bor.news == []
        assert await here(bor, room) == {}
        phone.news.clear()
        await show(bor, room)
        await hears(ana, ("join", "bor"))
        await hears(bor, ("join", "bor"))
        assert await here(ana, room) == {"ana": False, "bor": False} == await here(bor, room)
        assert await ana.ask("presence_stats", {"channel": f"room:{room}"}) == {"num_clients": 2, "num_users": 2}
        async with site.browser("ana") as browser:
            cards = (await browser.get("/api/v1/rooms")).json()["rooms"]
        assert {card["id"]: card["presence"] for card in cards if card["id"] in (room, another)} == {
            room: True,
            another: False,
        }

        await say(ana, room, TYPING)
        await say(ana, room, TYPING)
        await hears(bor, ("typing", "ana"))
        assert bor.feed(room).entries == [], "no word of it stays"

        await say(ana, room, {"kind": "away"})
        assert await here(bor, room) == {"ana": False, "bor": False}, "her phone is here"
        await say(phone, room, {"kind": "away"})
        await hears(bor, ("away", "ana"))
        assert await here(bor, room) == {"ana": True, "bor": False}

        await ana.ask("unsubscribe", {"channel": f"room:{room}"})
        await phone.ask("unsubscribe", {"channel": f"room:{room}"})
        await hears(bor, ("leave", "ana"), seconds=2)
        assert bor.faults == []


async def test_a_broken_line_is_waited_for_and_a_sign_out_is_not(open_site: OpenSite) -> None:
    site = await open_site()
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser("ana") as browser:
        for device in (ana, bor):
            await device.subscribe(room)
            await show(device, room)
        await bor.until(lambda: len(bor.news) == 1, "he joins")
        bor.news.clear()
        ana.cut()
        again = await site.device("ana").connect()
        await again.subscribe(room)
        await say(again, room, TYPING)
        await hears(bor, ("typing", "ana"))
        begun = time.monotonic()
        again.cut()
        await hears(bor, ("leave", "ana"), seconds=5 * GRACE)
        print(f"\ngone {time.monotonic() - begun:.1f} s after her line broke")
        assert time.monotonic() - begun >= GRACE - 0.1
        last = await site.device("ana").connect()
        await last.subscribe(room)
        await hears(bor, ("join", "ana"))
        begun = time.monotonic()
        await browser.post("/api/v1/logout")
        await hears(bor, ("leave", "ana"), seconds=10)
        print(f"gone {time.monotonic() - begun:.2f} s after she signed out")


async def test_who_is_taken_out_or_leaves_is_seen_no_more_and_begins_anew(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser("vera") as vera:
        for device in (ana, bor):
            await device.subscribe(room)
            await show(device, room)
        bor_as_json = {"room": room, "command_id": site.id(), "person": "bor"}
        await hears(ana, ("join", "ana"), ("join", "bor"))
        await vera.accepted("room.remove_member", bor_as_json)
        await hears(ana, ("leave", "bor"), seconds=2)
        with pytest.raises(WireFailure, match="103"):
            await bor.ask("presence", {"channel": f"room:{room}"})
        with pytest.raises(WireFailure, match="103"):
            await say(bor, room, TYPING)
        assert (await bor.rpc("room.show_presence", {"room": room, "on": True}))["refused"]["code"] == "not_found"
        await vera.accepted("room.add_member", {**bor_as_json, "command_id": site.id(), "role": "guest"})
        await bor.subscribe(room)
        assert await here(bor, room) == {}
        assert ana.news == []


async def test_who_is_hidden_or_writes_unseen_has_their_wish_everywhere(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser("ana") as browser:
        for device in (ana, bor):
            await device.subscribe(room)
            await show(device, room)
        await hears(bor, ("join", "bor"))
        assert (await browser.get("/api/v1/me/presence")).json() == {"hidden": False, "typing": True}
        await wish(browser, hidden=False, typing=False)
        with pytest.raises(WireFailure, match="103"):
            await say(ana, room, TYPING)
        await wish(browser, hidden=True, typing=True)
        await hears(bor, ("leave", "ana"), seconds=2)
        assert await here(ana, room) == {}
        with pytest.raises(WireFailure, match="103"):
            await say(ana, room, {"kind": "away"})
        await wish(browser, hidden=False, typing=True)
        await hears(bor, ("join", "ana"), seconds=2)
        assert (await browser.client.put("/api/v1/me/presence", content=b'{"hidden":1}')).status_code == 400


async def wish(browser: Any, *, hidden: bool, typing: bool) -> None:
    wished = {"hidden": hidden, "typing": typing}
    response = await browser.client.put("/api/v1/me/presence", json=wished)
    assert response.json() == wished


async def test_strangers_and_nonsense_get_nowhere(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "vera") as (ana, vera):
        await ana.subscribe(room)
        await show(ana, room)
        for asked in (f"room:{room}", "room:none", "person:ana", "room:\x00", "x"):
            for method in ("presence", "presence_stats"):
                with pytest.raises(WireFailure, match="103"):
                    await vera.ask(method, {"channel": asked})
            with pytest.raises(WireFailure, match="103"):
                await say_to(vera, asked, TYPING)
        nonsense = [None, 7, [], {}, "typing", {"kind": "join"}, {"kind": ["typing"]}, TYPING | {"x": "y" * 100}]
        for data in nonsense:
            with pytest.raises(WireFailure, match="107"):
                await say_to(ana, f"room:{room}", data)
        assert [notice["kind"] for notice in ana.notices] == ["presence"], "her own switch, and nothing else"


async def say_to(device: Device, channel: str, data: Any) -> None:
    await device.ask("publish", {"channel": channel, "data": data})
