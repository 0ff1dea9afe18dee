"""Everybody at every door of the contract: only members read, only who runs the programme manages, and a room that is
hidden from somebody answers them exactly as a room that does not exist."""

from __future__ import annotations

import asyncio
import json
import re
from base64 import b64decode, b64encode
from typing import Any, get_type_hints

import httpx2
import pytest
from pycrdt import Doc, Text

from server.catalogue.table import COMMANDS, VIEWS
from server.policy import Verb
from tests.rooms.things.examples import EXAMPLES, example
from tests.stories.device import Device, WireFailure
from tests.stories.opening import OpenSite
from tests.stories.programme import COORDINATOR, STRANGER
from tests.stories.site import Browser, Site

MEMBER, OTHER, REMOVED = "ana", "iva", "goran"
ROLES = (MEMBER, OTHER, REMOVED, COORDINATOR, STRANGER)
ROOM_VIEWS = [view for view in VIEWS if view.room and not re.search("reports|releases|uploads|files", view.path)]
"""Those that show what is said there."""
SAYS_NOTHING = ("/api/v1/rooms/{room}/call",)
"""It offers a member something new, whatever was said."""
MARKER = "čuvarkuća"
"""Planted in everything that is content."""
NOTE = 7
"""A shared note of the room, by the offset of the entry that began it."""


def may(person: str, verb: Verb) -> bool:
    """Who passes, in words of its own: the server's table is what is tested."""
    return person == COORDINATOR if verb is Verb.MANAGE else person == MEMBER


async def a_room_with_a_past(site: Site) -> str:
    """Ana and Bor talk in it, and Goran did until he was removed."""
    room = site.room()
    async with site.browser("ana") as ana, site.browser("goran") as goran, site.browser(COORDINATOR) as coordinator:
        await say(site, ana, room, f"{MARKER} one")
        add = {"room": room, "command_id": site.id(), "person": "goran", "role": "guest"}
        await coordinator.accepted("room.add_member", add)
        await say(site, goran, room, f"{MARKER} two")
        await say(site, ana, room, f"{MARKER} three")
        remove = {"room": room, "command_id": site.id(), "person": "goran"}
        await coordinator.accepted("room.remove_member", remove)
        await ana.accepted("room.draft", {"room": room, "text": f"{MARKER} draft"})
        alone = {"page": "2026-11", "question": "moved", "text": f"{MARKER} alone"}
        assert (await ana.client.put(f"/api/v1/rooms/{room}/reflections", json=alone)).status_code == 200
        opened = await ana.accepted("room.open_note", {"room": room, "command_id": site.id(), "title": "Note"})
        assert opened["offset"] == NOTE
        written = {"room": room, "command_id": site.id(), "item": NOTE, "update": base64_of(MARKER)}
        await ana.accepted("room.write_note", written)
    return room


def base64_of(words: str) -> str:
    """What somebody writes in a note."""
    doc = Doc({"talked": Text()})
    doc["talked"] += words
    return b64encode(doc.get_update()).decode()


def words_of(answer: httpx2.Response) -> bytes:
    """What a note says, or the answer as it is."""
    return b64decode(answer.json()["update"]) if "/notes/" in answer.request.url.path else answer.content


async def say(site: Site, browser: Browser, room: str, text: str) -> int:
    accepted = await browser.accepted("room.post", {"room": room, "command_id": site.id(), "text": text})
    return int(accepted["offset"])


def data_of(site: Site, method: str, room: str) -> dict[str, Any]:
    """Good in every way but, perhaps, who says it."""
    if method in EXAMPLES:
        return {"room": room, "command_id": site.id(), **example(method, f"{MARKER} more")}
    good: dict[str, Any] = {"text": f"{MARKER} more", "message": 2, "number": 1, "person": "dana", "role": "guest"}
    good |= {"item": 2, "file": 2, "slow": 0, "paused": False}
    good |= {"emoji": "👍", "on": True, "item": 2, "update": "AAA="}
    if method == "room.remove_member":
        good["person"] = "bor"
    return {
        name: {"room": room, "command_id": site.id()}.get(name, good.get(name))
        for name in get_type_hints(COMMANDS[method].data)
    }


# What can be done without a change that later rows would meet; the rest of a member's rights is in `test_doors`.
HARMLESS = {"room.post", "room.edit", "room.draft", "room.read", "room.add_member"}


@pytest.mark.parametrize("person", ROLES)
async def test_each_command_by_each_door_passes_only_who_may(site: Site, person: str) -> None:
    """A no is the same, byte for byte, as for a room that does not exist."""
    room = await a_room_with_a_past(site)
    for method, command in COMMANDS.items():
        allowed = may(person, command.verb)
        async with site.connected(person) as (device,), site.browser(person) as browser:
            if allowed and method in HARMLESS:
                assert "refused" not in await browser.rpc(method, data_of(site, method, room)), method
            elif not allowed:
                for door in (device, browser):
                    here = await door.rpc(method, data_of(site, method, room))
                    nowhere = await door.rpc(method, data_of(site, method, "nowhere"))
                    assert here == nowhere, method
                    assert here["refused"]["code"] == "not_found"


@pytest.mark.parametrize("person", ROLES)
async def test_each_view_of_a_room_is_for_its_members(site: Site, person: str) -> None:
    room = await a_room_with_a_past(site)
    async with site.browser(person) as browser, site.connected(person) as (device,):
        for view in ROOM_VIEWS:
            answers = []
            asked = f"?q={MARKER}" if view.path.endswith("/search") else "?before=9"
            if person == MEMBER:
                await is_found(browser, room)
            for key in (room, "nowhere"):
                path = view.path.replace("{room}", key).replace("{item}", str(NOTE))
                response = await browser.get(path + asked)
                answers.append((response.status_code, response.content, sorted(response.headers)))
                if person == MEMBER and key == room:
                    assert view.path in SAYS_NOTHING or MARKER.encode() in words_of(response)
            if person == MEMBER:
                assert answers[0][0] == 200
            else:
                assert answers[0] == answers[1]
                assert answers[0][0] == 404
        listed = (await browser.get("/api/v1/rooms")).json()["rooms"]
        assert (room in [card["id"] for card in listed]) == (person == MEMBER)
        await sees_the_log(device, room, person == MEMBER)


async def is_found(browser: Browser, room: str) -> None:
    """Words can be looked for within a second."""
    async with asyncio.timeout(20):
        while len((await browser.get(f"/api/v1/rooms/{room}/search?q={MARKER}")).json()["hits"]) < 3:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def sees_the_log(device: Device, room: str, reads: bool) -> None:
    if reads:
        told = await device.subscribe(room, ("", 0))
        assert told["recovered"] is True
        return
    for channel in (room, "nowhere"):
        for since in (None, ("", 0), ("", 3)):
            with pytest.raises(WireFailure, match="103 permission denied"):
                await device.subscribe(channel, since)


async def test_channels_that_are_no_rooms_are_for_nobody(site: Site) -> None:
    room = site.room()
    async with site.connected("ana") as (ana,):
        for channel in (
            room,
            f"room:{room}:",
            f"Room:{room}",
            f"room: {room}",
            "room:",
            "room:*",
            "#1",
            "person:bor",
            "note:1",
        ):
            with pytest.raises(WireFailure, match="103"):
                await ana.ask("subscribe", {"channel": channel})


async def test_nobody_gets_through_any_door_without_a_sign_in(site: Site) -> None:
    room = await a_room_with_a_past(site)
    async with site.browser() as nobody:
        for method in COMMANDS:
            response = await nobody.post(f"/api/v1/rpc/{method}", data_of(site, method, room))
            assert (response.status_code, response.json()["code"]) == (401, "sign_in_required"), method
        for view in VIEWS:
            if view.person:
                path = view.path.replace("{room}", room)
                response = await nobody.client.request(view.method, path, content=b"{}")
                assert (response.status_code, response.json()["code"]) == (401, "sign_in_required"), view


async def test_the_coordinator_finds_no_content_at_any_door(open_site: OpenSite) -> None:
    """Everything that the server says to her, by every command and view, while members talk; and all that it logs."""
    site = await open_site(ATELJE_LIMITS="off")
    room = await a_room_with_a_past(site)
    heard: list[str] = []
    async with site.browser(COORDINATOR) as browser, site.connected(COORDINATOR, "ana") as (device, ana):
        for key in (room, "nowhere"):
            for method in COMMANDS:
                data = data_of(site, method, key) | ({"text": "hers"} if "text" in data_of(site, method, key) else {})
                heard.append(json.dumps(await browser.rpc(method, data), ensure_ascii=False))
                heard.append(json.dumps(await device.rpc(method, data), ensure_ascii=False))
            for view in VIEWS:
                if view.method == "GET":
                    path = view.path.replace("{room}", key)
                    heard.append((await browser.get(f"{path}?before=9")).text)
            with pytest.raises(WireFailure, match="103"):
                await device.subscribe(key)
        await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": f"{MARKER} live"})
        await ana.rpc("room.read", {"room": room, "number": 1})
        heard.append((await browser.get("/api/v1/openapi.json")).text)
        assert [channel for channel in device.feeds if channel.startswith("room:")] == []
        assert device.faults == []
    everything = "\n".join(heard)
    assert MARKER not in everything
    # Nor how much was said, or when: her answers carry no offset.
    assert not re.search(r'"(offset|talk|unread|mentioned|last_at)":\s*\d', everything)
    assert_nothing_private_is_logged(site)


def assert_nothing_private_is_logged(site: Site) -> None:
    log = site.process.log
    assert "request" in log
    for private in (MARKER, "hers", "@people.example", "draft", *site.tokens.values()):
        assert private not in log.replace("room.draft", ""), private


async def test_a_coordinator_who_is_brought_in_reads_from_then_on_as_any_member(site: Site) -> None:
    room = await a_room_with_a_past(site)
    async with site.browser(COORDINATOR) as browser, site.browser("ana") as ana:
        add = {"room": room, "command_id": site.id(), "person": COORDINATOR, "role": "coordinator"}
        await browser.accepted("room.add_member", add)
        await say(site, ana, room, "welcome")
        assert [message["text"] for message in await browser.messages(room)] == ["welcome"]


async def test_a_command_that_a_removed_member_repeats_tells_them_nothing_new(site: Site) -> None:
    room = site.room()
    said = {"room": room, "command_id": site.id(), "text": "while I was in"}
    async with (
        site.connected("bor") as (bor,),
        site.browser("bor") as browser,
        site.browser(COORDINATOR) as coordinator,
    ):
        assert await bor.rpc("room.post", said) == {"offset": 2}
        remove = {"room": room, "command_id": site.id(), "person": "bor"}
        await coordinator.accepted("room.remove_member", remove)
        for door in (bor, browser):
            assert await door.rpc("room.post", said) == {}
            assert (await door.rpc("room.post", said | {"command_id": site.id()}))["refused"]["code"] == "not_found"


async def test_the_order_of_a_removal_and_a_post_is_the_same_for_all(site: Site) -> None:
    """Posts that race with their author's removal: those before it are in the log, those after it are refused, and
    the author's own feed ends at the removal."""
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser(COORDINATOR) as coordinator:
        for device in (ana, bor):
            await device.subscribe(room)
        posts = [
            bor.send("rpc", {"method": "room.post", "data": {"room": room, "command_id": site.id(), "text": f"{n}"}})
            for n in range(30)
        ]
        await posts[3]
        remove = {"room": room, "command_id": site.id(), "person": "bor"}
        await coordinator.accepted("room.remove_member", remove)
        assert "refused" in await bor.rpc("room.post", {"room": room, "command_id": site.id(), "text": "late"})
        answers = [(await post)["data"] for post in posts]
        accepted = [answer["offset"] for answer in answers if "offset" in answer]
        assert accepted == list(range(2, 2 + len(accepted)))
        assert all("refused" in answer for answer in answers[len(accepted) :])
        await ana.reach(room, 2 + len(accepted))
        assert ana.feed(room).entries[-1][1]["kind"] == "member_removed"
        feed = bor.feed(room)
        await bor.until(lambda: feed.ended is not None, "the removal is heard")
        assert feed.offsets == accepted
        assert bor.faults == ana.faults == []
