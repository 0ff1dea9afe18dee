"""What a person hears of themself on each of their devices: rooms that come and go, and how far they have read."""

from __future__ import annotations

from typing import Any

from tests.stories.device import Device
from tests.stories.opening import OpenSite
from tests.stories.programme import COORDINATOR, PASSWORD
from tests.stories.site import Site


def kinds(device: Device, person: str) -> list[tuple[str, str | None]]:
    return [(entry["kind"], entry.get("id")) for _, entry in device.own(person).entries]


async def test_rooms_come_and_go_on_every_device_and_after_any_cut(open_site: OpenSite) -> None:
    site = await open_site()
    room = site.room()

    def about(person: str, **more: Any) -> dict[str, Any]:
        return {"room": room, "command_id": site.id(), "person": person, **more}

    async with (
        site.browser(COORDINATOR) as vera,
        site.browser("ana") as ana,
        site.browser("bor") as bor,
        site.connected("goran", "goran", "dana", "bor") as (first, second, dana, his),
    ):
        assert first.own("goran").position == 0
        added = about("goran", role="guest")
        await vera.accepted("room.add_member", added)
        await second.until(lambda: kinds(second, "goran") == [("room_joined", room)], "the room came")
        # The same command again tells nobody anything twice.
        await vera.accepted("room.add_member", added)
        second.cut()
        await second.is_closed()
        await ana.accepted("room.open_past", about("goran"))
        assert kinds(first, "goran") == [("room_joined", room)]
        await bor.accepted("room.open_past", about("goran"))
        await vera.accepted("room.remove_member", about("goran"))
        told = [("room_joined", room), ("room_changed", room), ("room_left", room)]
        await first.until(lambda: kinds(first, "goran") == told, "the room changed and went")
        # This one was cut off meanwhile, and is told all of it.
        await second.connect()
        assert kinds(second, "goran") == told
        await bor.accepted("room.leave", {"room": room, "command_id": site.id()})
        # Where one of two leaves, the mentorship stops.
        told = [("room_left", room), ("programme_changed", "ours")]
        await his.until(lambda: kinds(his, "bor") == told, "he left")
        assert dana.own("dana").entries == []
        assert first.faults == second.faults == dana.faults == his.faults == []


async def test_nobody_is_brought_in_who_does_not_take_part_in_the_programme(open_site: OpenSite) -> None:
    site = await open_site(rooms={"others": ("iva", "jan")})
    room = site.room()
    async with site.browser(COORDINATOR) as vera, site.connected("jan") as (jan,):
        refused = []
        for person in ("nobody", "zoe"):
            add = {"room": room, "command_id": site.id(), "person": person, "role": "guest"}
            refused.append((await vera.rpc("room.add_member", add))["refused"])
        assert refused[0] == refused[1]
        assert refused[0]["code"] == "person_not_found"
        add = {"room": room, "command_id": site.id(), "person": "jan", "role": "guest"}
        await vera.accepted("room.add_member", add)
        await jan.until(lambda: kinds(jan, "jan") == [("room_joined", room)], "the room came")


async def test_what_changes_of_ones_account_is_told_to_ones_other_devices(open_site: OpenSite) -> None:
    site = await open_site(password=True)
    async with site.browser("ana") as ana, site.browser() as stranger, site.connected("ana", "bor") as (device, bor):
        wanted = {"language": "sl", "zone": "Europe/Ljubljana"}
        response = await ana.client.put("/api/v1/me/preferences", json=wanted)
        assert response.status_code == 200, response.text
        signed_in = await stranger.post("/api/v1/login", {"email": "ana@people.example", "password": PASSWORD})
        assert signed_in.status_code == 200, signed_in.text
        assert (await stranger.post("/api/v1/logout", {})).status_code == 200
        told = [("preferences_changed", None), ("logins_changed", None), ("logins_changed", None)]
        await device.until(lambda: kinds(device, "ana") == told, "the account changed")
        assert bor.own("bor").entries == []
        assert device.faults == bor.faults == []


async def test_what_is_read_on_one_device_is_read_on_all(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "bor", "bor") as (ana, phone, desk):
        for number in (1, 2, 3):
            await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": f"{number}"})
        unread = {"kind": "unread", "room": room, "talk": 3, "mentioned": False}
        await desk.until(lambda: unread in desk.notices, "Ana has spoken")
        for number in (2, 1, 2, 99):
            await phone.rpc("room.read", {"room": room, "number": number})
        read = [{"kind": "read", "room": room, "number": number} for number in (2, 3)]
        await desk.until(lambda: [one for one in desk.notices if one["kind"] == "read"] == read, "the marker rose")
        await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "@[bor]?"})
        named = {"kind": "unread", "room": room, "talk": 4, "mentioned": True}
        for device in (phone, desk):
            await device.until(lambda device=device: named in device.notices, "he is named")  # type: ignore[misc]
        assert (await cards(site, "bor"))[room] == (1, 1)
        await desk.rpc("room.read", {"room": room, "number": 4})
        assert (await cards(site, "bor"))[room] == (0, 0)
        assert (await cards(site, "ana"))[room] == (0, 0)
        assert ana.notices == []
        assert ana.faults == phone.faults == desk.faults == []


async def cards(site: Site, person: str) -> dict[str, tuple[int, int]]:
    """By room: how many messages are unread, and how many of them name the person."""
    async with site.browser(person) as browser:
        rooms = (await browser.get("/api/v1/rooms")).json()["rooms"]
    return {card["id"]: (card["unread"], card["mentioned"]) for card in rooms}
