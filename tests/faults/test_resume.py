"""P4: who comes back after any gap ends with what a fresh snapshot holds, byte for byte."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any

import pytest

from tests.stories.device import Device, WireFailure
from tests.stories.site import Site
from tests.stories.views import canonical, folded, whole

RECOVERED = 500
"""Entries that a recovery gives at most."""
REJECT_UNRECOVERED = 2


async def live_on(author: Device, room: str, entries: int, ids: Any, seed: int) -> None:
    """So many entries of all kinds that one person makes: posts, answers, edits, withdrawals."""
    chance = random.Random(seed)
    standing: list[int] = []
    done = 0
    while done < entries:
        asked = []
        for _ in range(min(32, entries - done)):
            data: dict[str, Any] = {"room": room, "command_id": ids()}
            kind = chance.random()
            if kind < 0.7 or not standing:
                data |= {"text": f"{seed}.{done}"} | ({"reply_to": chance.choice(standing)} if standing else {})
                method = "room.post"
            elif kind < 0.9:
                data |= {"message": chance.choice(standing), "text": f"{seed}.{done} edited"}
                method = "room.edit"
            else:
                data |= {"message": standing.pop(chance.randrange(len(standing)))}
                method = "room.withdraw"
            asked.append((method, author.send("rpc", {"method": method, "data": data})))
            done += 1
        for method, answer in asked:
            offset = (await answer)["data"]["offset"]
            if method == "room.post":
                standing.append(offset)


@pytest.mark.parametrize("gap", [0, 1, 200, 500, 501, 5_000])
async def test_a_gap_of_any_width_ends_in_the_state_of_a_fresh_load(site: Site, gap: int) -> None:
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser("bor") as browser:
        await live_on(ana, room, 60, site.id, seed=1)
        before = await whole(browser, room)
        await bor.subscribe(room, (before_epoch(await browser.snapshot(room)), before["offset"]))
        bor.cut()
        await live_on(ana, room, gap, site.id, seed=2)
        back = site.device("bor")
        back.feeds = bor.feeds
        await back.connect()
        begun = time.monotonic()
        told = await back.resume(room)
        if told.get("recovered"):
            state = folded(before, back.feed(room).entries)
        else:
            assert not told.get("publications"), "a part of the gap is worse than none"
            state = await whole(browser, room)
        took = time.monotonic() - begun
        assert bool(told.get("recovered")) == (gap <= RECOVERED)
        assert state["offset"] == told["offset"] + (gap if told.get("recovered") else 0) == 61 + gap
        await live_on(ana, room, 3, site.id, seed=3)
        await back.reach(room, 64 + gap)
        state = folded(state, back.feed(room).entries)
        assert canonical(state) == canonical(await whole(browser, room))
        assert back.faults == []
        await back.close()
        print(f"\na gap of {gap}: {took:.3f} s")


def before_epoch(snapshot: dict[str, Any]) -> str:
    return str(snapshot["epoch"])


async def test_a_gap_of_too_many_bytes_is_answered_with_none_of_them(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor):
        start = await bor.subscribe(room)
        bor.cut()
        for _ in range(40):
            await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "Ж" * 8_000})
        async with site.connected("bor") as (back,):
            told = await back.subscribe(room, (start["epoch"], start["offset"]))
            assert (told["was_recovering"], told.get("recovered", False)) == (True, False)
            assert (told["offset"], told.get("publications")) == (41, None)
        async with site.connected("bor") as (back,):
            with pytest.raises(WireFailure, match="112"):
                await back.subscribe(room, (start["epoch"], start["offset"]), flag=REJECT_UNRECOVERED)


async def test_a_withdrawn_message_is_a_stub_at_its_offset_for_who_was_away(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor):
        start = await bor.subscribe(room)
        bor.cut()
        said = await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "a secret"})
        edit = {"room": room, "command_id": site.id(), "message": said["offset"], "text": "another secret"}
        await ana.rpc("room.edit", edit)
        await ana.rpc("room.withdraw", {"room": room, "command_id": site.id(), "message": said["offset"]})
        async with site.connected("bor") as (back,):
            await back.subscribe(room, (start["epoch"], start["offset"]))
            feed = back.feed(room)
            assert feed.offsets == [2, 3, 4]
            assert ["body" in entry for _, entry in feed.entries] == [False, False, True]
            assert "secret" not in str(feed.entries)


async def test_a_late_member_recovers_nothing_from_below_their_floor(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "goran") as (ana, goran), site.browser("vera") as vera:
        epoch = (await ana.subscribe(room))["epoch"]
        await live_on(ana, room, 10, site.id, seed=4)
        add = {"room": room, "command_id": site.id(), "person": "goran", "role": "guest"}
        await vera.accepted("room.add_member", add)
        for since in (0, 1, 10):
            told = await goran.subscribe(room, (epoch, since))
            assert (told.get("recovered", False), told.get("publications")) == (False, None), since
            await goran.ask("unsubscribe", {"channel": f"room:{room}"})
        told = await goran.subscribe(room, (epoch, 11))
        assert [one["offset"] for one in told["publications"]] == [12]
        async with site.browser("goran") as browser:
            assert await browser.messages(room) == []


async def test_a_position_beyond_the_log_is_not_recovered(site: Site) -> None:
    room = site.room()
    async with site.connected("ana") as (ana,):
        epoch = (await ana.subscribe(room))["epoch"]
        await ana.ask("unsubscribe", {"channel": f"room:{room}"})
        told = await ana.subscribe(room, (epoch, 99))
        assert (told["was_recovering"], told.get("recovered", False), told["offset"]) == (True, False, 1)


async def test_readers_who_subscribe_while_others_write_miss_nothing(site: Site) -> None:
    """The log that is read and the pushes that follow join without a hole and without a repeat."""
    room = site.room()
    async with site.connected("ana", *["bor"] * 12) as (ana, *readers):
        writing = asyncio.create_task(live_on(ana, room, 400, site.id, seed=5))
        for reader in readers:
            told = await reader.subscribe(room, ("", 0))
            assert told["recovered"] is True
        await writing
        for reader in readers:
            feed = await reader.reach(room, 401)
            assert feed.offsets == list(range(1, 402))
            assert reader.faults == []
