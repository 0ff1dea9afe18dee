"""The protocol's official SDKs against our server: what they promise their applications holds with us."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from typing import Any

import pytest

from server.accounts.tokens import sign_connection_token
from tests.servers import RedisServer
from tests.stories.faithful import say_until_heard
from tests.stories.opening import OpenSite
from tests.stories.sdks import FALLBACKS, SDKS, OpenSdk, javascript
from tests.stories.site import Site
from tests.waiting import until

CHANNELS = {**SDKS, **FALLBACKS}


@pytest.fixture(params=CHANNELS)
def sdk(request: pytest.FixtureRequest) -> OpenSdk:
    return CHANNELS[request.param]


bearers = pytest.mark.parametrize("sdk", [name for name in CHANNELS if name != "sse"], indirect=True)
"""Those that come with a connection token, and so ask for one."""


def words(site: Site, room: str, text: str) -> dict[str, Any]:
    return {"room": room, "command_id": site.id(), "text": text}


async def test_an_sdk_posts_and_hears_itself_and_others(site: Site, sdk: OpenSdk) -> None:
    room = site.room()
    async with sdk(site, "ana") as ana, site.connected("bor") as (bor,):
        await ana.connect()
        await ana.subscribe(room)
        await ana.heard.first("subscribed")
        assert await ana.rpc("room.post", words(site, room, "Здраво")) == {"offset": 2}
        assert await bor.rpc("room.post", words(site, room, "Živjo")) == {"offset": 3}
        await ana.heard.reach(room, 3)
        assert [entry["body"]["text"] for _, entry in ana.heard.entries(room)] == ["Здраво", "Živjo"]


async def test_an_sdk_is_told_an_expected_no_as_a_result(site: Site, sdk: OpenSdk) -> None:
    async with sdk(site, "ana") as ana:
        await ana.connect()
        answer = await ana.rpc("room.post", words(site, "others", "may I?"))
        assert answer["refused"]["code"] == "not_found"


async def test_an_sdk_begins_where_it_asks_to(site: Site, sdk: OpenSdk) -> None:
    room = site.room()
    async with sdk(site, "ana") as ana, site.browser("bor") as bor:
        for number in range(3):
            await bor.accepted("room.post", words(site, room, f"{number}"))
        epoch = (await bor.snapshot(room))["epoch"]
        await ana.connect()
        await ana.subscribe(room, since=(epoch, 2))
        assert (await ana.heard.first("subscribed"))["recovered"] is True
        await ana.heard.reach(room, 4)
        assert ana.heard.offsets(room) == [3, 4]


async def test_an_sdk_recovers_what_was_said_while_its_line_was_cut(site: Site, sdk: OpenSdk) -> None:
    room = site.room()
    async with sdk(site, "ana") as ana, site.browser("bor") as bor:
        await ana.connect()
        await ana.subscribe(room)
        await ana.heard.first("subscribed")
        for cut in range(3):
            await ana.cut()
            for number in range(4):
                await bor.accepted("room.post", words(site, room, f"{cut}.{number}"))
            await ana.heard.reach(room, 1 + 4 * (cut + 1))
        assert ana.heard.offsets(room) == list(range(2, 14))
        later = ana.heard.all("subscribed")[1:]
        assert later
        assert all(event["recovered"] for event in later)


async def test_an_sdk_reads_the_room_anew_where_the_gap_is_too_wide(site: Site, sdk: OpenSdk) -> None:
    room = site.room()
    async with site.browser("bor") as bor, site.connected("bor") as (author,):
        since = ((await bor.snapshot(room))["epoch"], 1)
        await asyncio.gather(*[author.rpc("room.post", words(site, room, f"{n}")) for n in range(501)])
        async with sdk(site, "ana") as ana:
            await ana.connect()
            await ana.subscribe(room, state=True)
            await ana.heard.first("subscribed")
            assert ana.heard.all("state") == [{"event": "state", "room": room, "offset": 502}]
            assert await author.rpc("room.post", words(site, room, "on")) == {"offset": 503}
            await ana.heard.reach(room, 503)
            assert ana.heard.offsets(room) == [503]
        async with site.connected("ana") as (stale,):
            told = await stale.subscribe(room, since)
            assert (told["was_recovering"], told.get("recovered", False), told["offset"]) == (True, False, 503)
            assert not told.get("publications")


async def test_an_sdk_is_unsubscribed_within_a_second_when_its_person_is_removed(site: Site, sdk: OpenSdk) -> None:
    room = site.room()
    async with sdk(site, "bor") as bor, site.browser("vera") as vera, site.connected("ana") as (ana,):
        await bor.connect()
        await bor.subscribe(room)
        await bor.heard.first("subscribed")
        done = await vera.rpc("room.remove_member", {"room": room, "command_id": site.id(), "person": "bor"})
        assert done == {}
        told = await bor.heard.first("unsubscribed", seconds=1)
        assert (told["code"], told["reason"]) == (2000, "removed from room")
        assert (await bor.rpc("room.post", words(site, room, "still here")))["refused"]["code"] == "not_found"
        await ana.rpc("room.post", words(site, room, "alone now"))
        assert bor.heard.offsets(room) == []


async def test_an_sdk_stops_for_good_when_its_person_signs_out(open_site: OpenSite, sdk: OpenSdk) -> None:
    site = await open_site()
    async with sdk(site, "ana") as ana, site.browser("ana") as browser:
        await ana.connect()
        assert (await browser.post("/api/v1/logout")).status_code == 200
        told = await ana.heard.first("disconnected", seconds=1)
        assert (told["code"], told["reason"]) == (4501, "signed out")
        assert ana.heard.count("connected") == 1


@bearers
async def test_an_sdk_gets_a_new_token_when_its_own_has_expired(open_site: OpenSite, sdk: OpenSdk) -> None:
    """Tokens live five minutes, connections for days: who comes back brings one that is too old."""
    site = await open_site()
    async with sdk(site, "ana") as ana:
        await ana.use_token(await expired_token(site))
        await ana.connect()
        assert ana.heard.count("disconnected") == 0
        assert ana.heard.count("token") == 1


async def expired_token(site: Site) -> str:
    """Ana's, from ten minutes ago."""
    with sqlite3.connect(site.process.data / "atelje.db") as connection:
        (key,) = connection.execute("SELECT token_key FROM installation").fetchone()
        (login,) = connection.execute("SELECT id FROM login WHERE person = 'ana'").fetchone()
    connection.close()
    return sign_connection_token(key, login, int(time.time() * 1000) - 600_000)


@bearers
async def test_an_sdk_that_is_nobody_any_more_is_unauthorized(open_site: OpenSite, sdk: OpenSdk) -> None:
    site = await open_site()
    async with site.browser("ana") as browser:
        await browser.post("/api/v1/logout")
    async with sdk(site, "ana") as ana:
        connecting = asyncio.create_task(ana.connect())
        told = await ana.heard.first("disconnected")
        assert told["code"] == 1
        connecting.cancel()


async def test_an_event_stream_of_nobody_stops_for_good(open_site: OpenSite) -> None:
    site = await open_site()
    async with site.browser("ana") as browser:
        await browser.post("/api/v1/logout")
    async with FALLBACKS["sse"](site, "ana") as ana:
        connecting = asyncio.create_task(ana.connect())
        told = await ana.heard.first("disconnected")
        assert (told["code"], told["reason"]) == (3500, "invalid token")
        connecting.cancel()


async def test_what_is_posted_at_one_node_reaches_the_stream_at_another(
    open_site: OpenSite, redis_server: RedisServer, postgres_url: str
) -> None:
    site = await open_site(nodes=2, url=postgres_url, ATELJE_REDIS_URL=redis_server.url)
    room, posts = site.room(), site.other().origin
    async with (
        javascript(site, "ana", "http_stream", posts) as ana,
        javascript(site, "bor", "sse", posts) as bor,
    ):
        for sdk in (ana, bor):
            await sdk.connect()
            await sdk.subscribe(room)
            await sdk.heard.first("subscribed")
        for number in range(10):
            assert await ana.rpc("room.post", words(site, room, f"Ćao {number}")) == {"offset": 2 * number + 2}
            assert await bor.rpc("room.post", words(site, room, f"Здраво {number}")) == {"offset": 2 * number + 3}
        for sdk in (ana, bor):
            await sdk.heard.reach(room, 21)
            assert sdk.heard.offsets(room) == list(range(2, 22))
            assert sdk.heard.count("connected") == 1


async def test_the_sdks_have_every_word_once_through_kill_9(open_site: OpenSite) -> None:
    site = await open_site(ATELJE_LIMITS="off")
    room = site.room()
    async with (
        SDKS["javascript"](site, "ana") as ana,
        SDKS["python"](site, "bor") as bor,
        FALLBACKS["http_stream"](site, "ana") as stream,
        FALLBACKS["sse"](site, "bor") as events,
    ):
        everybody = (ana, bor, stream, events)
        for sdk in everybody:
            await sdk.connect()
            await sdk.subscribe(room)
            await sdk.heard.first("subscribed")
        talks = {"ana": ana, "bor": bor}
        acknowledged: dict[str, int] = {}

        async def talk(name: str) -> None:
            for number in range(90):
                text = f"{name} {number}"
                acknowledged[text] = await say_until_heard(talks[name], room, site.id(), text)

        talking = [asyncio.create_task(talk(name)) for name in talks]
        for count in (30, 80, 130):
            await until(lambda count=count: len(acknowledged) >= count)
            await asyncio.to_thread(site.process.restart)
        await asyncio.gather(*talking)
        for sdk in everybody:
            await sdk.heard.reach(room, 181)
            assert sdk.heard.offsets(room) == list(range(2, 182))
            said = {entry["body"]["text"]: offset for offset, entry in sdk.heard.entries(room)}
            assert said == acknowledged
            assert all(event["recovered"] for event in sdk.heard.all("subscribed")[1:])
            assert sdk.heard.count("connected") >= 2
        for name in talks:
            own = [acknowledged[f"{name} {number}"] for number in range(90)]
            assert own == sorted(own)
