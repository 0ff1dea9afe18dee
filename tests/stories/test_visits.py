"""A visit from its beginning to its end as any program makes it: sign in, see my rooms, talk, sign out; and how much
of it one person may do."""

from __future__ import annotations

import asyncio
import time

import httpx2
import pytest

from tests.stories.device import Cut, Device, WireFailure
from tests.stories.opening import OpenSite
from tests.stories.programme import PASSWORD
from tests.stories.site import Site

REVOKED = 1.0
"""Seconds that are promised on the same node. A loaded machine gets five times that before a test fails."""


async def test_a_visit_with_nothing_but_address_and_password(open_site: OpenSite) -> None:
    site = await open_site(password=True)
    room = site.room()
    async with httpx2.AsyncClient(base_url=site.origin, trust_env=False, timeout=20) as visitor:
        assert (await visitor.get("/api/v1/me")).status_code == 401
        wrong = await visitor.post("/api/v1/login", json={"email": "ana@people.example", "password": "not this one"})
        assert (wrong.status_code, wrong.json()["code"]) == (401, "sign_in_failed")
        answer = await visitor.post("/api/v1/login", json={"email": "ANA@people.example", "password": PASSWORD})
        assert answer.status_code == 200
        assert answer.json()["id"] == "ana"
        assert (await visitor.get("/api/v1/me")).json()["email"] == "ana@people.example"
        assert room in [card["id"] for card in (await visitor.get("/api/v1/rooms")).json()["rooms"]]
        token = (await visitor.post("/api/v1/connection-token")).json()["token"]
        device = await Device(site.socket_url, token=token).connect()
        await device.subscribe(room)
        said = {"room": room, "command_id": "visit", "text": "here I am"}
        assert (await visitor.post("/api/v1/rpc/room.post", json=said)).json() == {"offset": 2}
        await device.reach(room, 2)
        assert (await visitor.post("/api/v1/logout")).status_code == 200
        assert await device.is_closed() == (4501, "signed out")
        assert (await visitor.get("/api/v1/me")).status_code == 401
        late = Device(site.socket_url, token=token)
        await late.open()
        late.send("connect", {"token": token})
        assert (await late.is_closed())[0] == 3005
        await late.close()
        await device.close()


async def test_a_sign_out_closes_what_that_login_opened_and_nothing_else(open_site: OpenSite) -> None:
    site = await open_site(password=True)
    async with (
        site.browser("ana") as browser,
        site.connected("ana", "ana", "bor") as (first, second, bor),
        httpx2.AsyncClient(base_url=site.origin, trust_env=False, timeout=20) as phone,
    ):
        assert (
            await phone.post("/api/v1/login", json={"email": "ana@people.example", "password": PASSWORD})
        ).is_success
        cookie = f"atelje={phone.cookies['atelje']}"
        other = await Device(site.socket_url, cookie=cookie, origin=site.origin).connect()
        begun = time.monotonic()
        assert (await browser.post("/api/v1/logout")).status_code == 200
        for device in (first, second):
            assert await device.is_closed(5 * REVOKED) == (4501, "signed out")
        print(f"\nsigned out everywhere after {time.monotonic() - begun:.3f} s")
        again = site.device("ana")
        await again.open()
        again.send("connect", {})
        assert await again.is_closed() == (3500, "invalid token")
        for device in (other, bor):
            assert "refused" not in await device.rpc("room.read", {"room": "r0000", "number": 0})
        await other.close()


async def test_a_removal_is_heard_at_once_by_all_devices_of_the_person(site: Site) -> None:
    room = site.room()
    async with site.connected("bor", "bor", "ana") as (*devices, ana), site.browser("vera") as vera:
        for device in (*devices, ana):
            await device.subscribe(room)
        begun = time.monotonic()
        await vera.accepted("room.remove_member", {"room": room, "command_id": site.id(), "person": "bor"})
        for device in devices:
            feed = device.feed(room)
            await device.until(lambda feed=feed: feed.ended is not None, "the removal is heard", 5 * REVOKED)
            assert feed.ended == (2000, "removed from room")
            assert feed.entries == [], "not even who removed them"
            assert device.connected, "other rooms stay"
        print(f"\nremoved everywhere after {time.monotonic() - begun:.3f} s")
        await ana.reach(room, 2)


async def test_who_writes_too_fast_is_told_when_to_go_on_and_loses_nothing(open_site: OpenSite) -> None:
    site = await open_site()
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser("ana") as browser:
        posts = [{"room": room, "command_id": f"{number}", "text": f"{number}"} for number in range(80)]
        answers = await asyncio.gather(*[ana.rpc("room.post", post) for post in posts])
        accepted = [answer["offset"] for answer in answers if "offset" in answer]
        refused = [answer["refused"] for answer in answers if "refused" in answer]
        assert accepted == list(range(2, 2 + len(accepted)))
        assert len(accepted) >= 60
        assert refused
        assert answers[len(accepted) :] == [{"refused": one} for one in refused], "nothing overtakes what was refused"
        assert {(one["code"], one["status"]) for one in refused} == {("too_fast", 429)}
        assert all(0 < one["seconds"] <= 3 for one in refused)
        over_http = await browser.post("/api/v1/rpc/room.post", posts[-1])
        assert (over_http.status_code, over_http.json()["code"]) == (429, "too_fast")
        assert int(over_http.headers["retry-after"]) <= 3
        assert "refused" not in await bor.rpc("room.post", {"room": room, "command_id": "b", "text": "and I?"})


async def test_a_person_has_twenty_connections_and_no_more(open_site: OpenSite) -> None:
    site = await open_site()
    async with site.connected(*["ana"] * 20) as devices, site.connected("bor"):
        surplus = site.device("ana")
        await surplus.open()
        surplus.send("connect", {})
        assert await surplus.is_closed() == (3504, "connection limit")
        await devices[0].close()
        await until_let_in(site)
        assert all(device.connected for device in devices[1:])


async def until_let_in(site: Site) -> None:
    """The server counts a connection until its socket is gone."""
    async with asyncio.timeout(10):
        while True:
            one = site.device("ana")
            try:
                await one.connect()
            except Cut:
                continue
            finally:
                await one.close()
            return


async def test_a_command_that_is_too_long_is_refused_and_a_frame_that_is_too_long_closes(site: Site) -> None:
    room = site.room()
    async with site.connected("ana") as (ana,):
        for text in ("x" * 66_000, "Ж" * 33_000, "x" * 250_000):
            with pytest.raises(WireFailure, match="107"):
                await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": text})
        assert await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "Ж" * 8_000}) == {"offset": 2}
        ana.send_raw("x" * 300_000)
        assert (await ana.is_closed())[0] == 1009
