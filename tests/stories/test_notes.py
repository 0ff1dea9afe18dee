"""Shared notes over the wire: who hears of them, by which door, and until when."""

from __future__ import annotations

from base64 import b64decode, b64encode

import pytest
from pycrdt import Doc, Text

from server.http.guard import BODY_LIMIT
from tests.stories.device import WireFailure
from tests.stories.programme import COORDINATOR
from tests.stories.site import Site
from tests.stories.test_roles import base64_of


async def test_a_note_is_heard_live_by_the_members_until_they_are_out(site: Site) -> None:
    room = site.room()
    async with (
        site.browser("ana") as browser,
        site.browser(COORDINATOR) as coordinator,
        site.connected("ana", "bor", "goran", "iva") as (ana, bor, goran, iva),
    ):
        add = {"room": room, "command_id": site.id(), "person": "goran", "role": "guest"}
        await coordinator.accepted("room.add_member", add)
        item = (await ana.rpc("room.open_note", {"room": room, "command_id": site.id()}))["offset"]
        channel = f"note:{room}-{item}"
        for device in (ana, bor, goran):
            await device.ask("subscribe", {"channel": channel})
        with pytest.raises(WireFailure, match="103"):
            await iva.ask("subscribe", {"channel": channel})

        written = {"room": room, "item": item, "update": base64_of("live")}
        assert (await ana.rpc("room.write_note", written | {"command_id": site.id()})) == {"offset": 1}
        for device in (bor, goran):
            await device.until(lambda device=device: device.feeds[channel].position == 1, "the update")  # type: ignore[misc]
        # More than a frame takes, by HTTP.
        large = base64_of("😀" * 60_000)
        assert len(large) > BODY_LIMIT
        long = {"room": room, "command_id": site.id(), "item": item, "update": large}
        assert await browser.accepted("room.write_note", long) == {"offset": 2}
        await bor.until(lambda: bor.feeds[channel].position == 2, "the large update")
        assert bor.feeds[channel].entries[-1][1]["body"]["update"] == large

        # Where somebody is, is told to who shows themselves in the room, and to nobody else.
        with pytest.raises(WireFailure, match="103"):
            await ana.ask("publish", {"channel": channel, "data": {"kind": "place", "section": "next"}})
        for device in (ana, bor):
            await device.rpc("room.show_presence", {"room": room, "on": True})
            await device.subscribe(room)
        await ana.ask("publish", {"channel": channel, "data": {"kind": "place", "section": "next"}})
        await bor.until(lambda: ("place", "ana") in bor.news, "where Ana is")
        with pytest.raises(WireFailure, match="107"):
            await ana.ask("publish", {"channel": channel, "data": {"kind": "place", "section": "elsewhere"}})
        assert goran.notices == []

        remove = {"room": room, "command_id": site.id(), "person": "goran"}
        await coordinator.accepted("room.remove_member", remove)
        await goran.until(lambda: goran.feeds[channel].ended is not None, "the end of the note")
        assert goran.feeds[channel].ended == (2000, "removed from room")
        after = {"room": room, "command_id": site.id(), "item": item, "update": base64_of("without Goran")}
        assert "offset" in await bor.rpc("room.write_note", after)
        assert (await goran.rpc("room.write_note", after))["refused"]["code"] == "not_found"
        assert "without" not in str(goran.feeds[channel].entries)
        for device in (ana, bor, goran):
            assert device.faults == []
        found = await browser.get(f"/api/v1/rooms/{room}/notes/{item}")
        doc: Doc[Text] = Doc({"talked": Text()})
        doc.apply_update(b64decode(found.json()["update"]))
        assert "live" in str(doc["talked"])
        assert b64encode(doc.get_update())
