"""The doors of the running server: who may open a socket, and that both doors of a command are the same door."""

from __future__ import annotations

import http.client
from typing import Any

import pytest

from server.catalogue.table import COMMANDS
from tests.rooms.things.examples import EXAMPLES, example
from tests.stories.device import Device, WireFailure
from tests.stories.site import Site

# ── the handshake ─────────────────────────────────────────────────────────────────────────────────────────────────────

UPGRADE = (
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
)


def handshake(site: Site, *headers: tuple[str, str]) -> int:
    """The status that a WebSocket handshake with these headers gets."""
    return shake_hands(site, *headers).status


def shake_hands(site: Site, *headers: tuple[str, str]) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", site.process.port, timeout=10)
    try:
        connection.putrequest("GET", "/connection/websocket", skip_host=any(name == "Host" for name, _ in headers))
        for name, value in (*UPGRADE, *headers):
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()
    finally:
        connection.close()


FOREIGN = (
    "https://evil.example",
    "null",
    "",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "https://127.0.0.1:{port}",
    "http://127.0.0.1:{port}.evil.example",
    "http://evil.127.0.0.1:{port}",
    "http://evil.example/http://127.0.0.1:{port}",
    "http://127.0.0.1:{port}@evil.example",
    "http://someone@127.0.0.1:{port}",
    "http://127.0.0.1:{port}/",
    "HTTP://127.0.0.1:{port}",
    "file://",
)


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_page_of_another_origin_cannot_use_the_cookie(site: Site, origin: str) -> None:
    own = origin.replace("{port}", str(site.process.port))
    assert handshake(site, ("Cookie", site.cookie("ana")), ("Origin", own)) == 403
    assert handshake(site, ("Origin", own)) == 403, "nor come without one"


def test_the_pages_of_the_server_itself_may_use_the_cookie(site: Site) -> None:
    assert handshake(site, ("Cookie", site.cookie("ana")), ("Origin", site.origin)) == 101
    local = f"http://localhost:{site.process.port}"
    assert handshake(site, ("Cookie", site.cookie("ana")), ("Origin", local)) == 101


def test_a_cookie_without_an_origin_is_no_proof(site: Site) -> None:
    assert handshake(site, ("Cookie", site.cookie("ana"))) == 403


@pytest.mark.parametrize("second", ["https://evil.example", ""])
def test_two_origins_are_none(site: Site, second: str) -> None:
    origins = (("Origin", site.origin), ("Origin", second))
    for doubled in (origins, origins[::-1]):
        assert handshake(site, ("Cookie", site.cookie("ana")), *doubled) in (400, 403)


def test_two_hosts_are_refused(site: Site) -> None:
    hosts = (("Host", f"127.0.0.1:{site.process.port}"), ("Host", "evil.example"))
    assert handshake(site, ("Origin", site.origin), *hosts) == 400


def test_compression_that_is_offered_is_not_taken(site: Site) -> None:
    """Beside a stranger's text it would tell secrets by their length."""
    for offer in ("permessage-deflate", "permessage-deflate; client_max_window_bits, x-webkit-deflate-frame"):
        answer = shake_hands(site, ("Sec-WebSocket-Extensions", offer))
        assert (answer.status, answer.getheader("Sec-WebSocket-Extensions")) == (101, None)


def test_a_program_without_cookie_and_origin_may_bring_a_token(site: Site) -> None:
    assert handshake(site) == 101


async def test_who_brings_neither_cookie_nor_token_is_nobody(site: Site) -> None:
    device = Device(site.socket_url)
    await device.open()
    device.send("connect", {})
    assert await device.is_closed() == (3500, "invalid token")


@pytest.mark.parametrize(
    "token",
    ["no such token", "ana", "u00000", "0.9999999999999." + "0" * 64, "\0", "x" * 4_000],
    ids=lambda text: f"{text[:8]} {len(text)}",
)
async def test_a_token_of_our_own_making_is_nobody(site: Site, token: str) -> None:
    device = Device(site.socket_url, token=token)
    await device.open()
    device.send("connect", {"token": token})
    assert await device.is_closed() == (3500, "invalid token")


async def test_a_connection_token_is_good_for_a_socket_and_for_nothing_else(site: Site) -> None:
    async with site.browser("ana") as ana:
        token = (await ana.post("/api/v1/connection-token")).json()["token"]
    device = Device(site.socket_url, token=token)
    await device.connect()
    assert "refused" not in await device.rpc("room.post", {"room": site.room(), "command_id": "t", "text": "hi"})
    await device.close()
    async with site.browser() as nobody:
        nobody.client.headers["Cookie"] = f"atelje={token}"
        assert (await nobody.get("/api/v1/me")).status_code == 401


# ── two doors, one command ────────────────────────────────────────────────────────────────────────────────────────────


def plan(site: Site, room: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Each command of the contract at least once, accepted and refused: who, method, data without a command id."""
    return [
        ("ana", "room.post", {"text": "zdravo"}),
        ("bor", "room.post", {"text": "zdravo", "reply_to": 2}),
        ("bor", "room.post", {"text": " \u200b"}),
        ("bor", "room.post", {"text": "x" * 8_001}),
        ("bor", "room.post", {"text": "to what?", "reply_to": 77}),
        ("ana", "room.edit", {"message": 2, "text": "zdravo!"}),
        ("bor", "room.edit", {"message": 2, "text": "not mine"}),
        ("bor", "room.post", {"text": "@[ana]", "reply_to": 2, "quote": {"version": 4, "start": 0, "end": 6}}),
        ("bor", "room.post", {"text": "@[ana]", "reply_to": 2, "quote": {"version": 2, "start": 0, "end": 6}}),
        ("bor", "room.post", {"text": "of nothing", "quote": {"version": 4, "start": 0, "end": 6}}),
        ("bor", "room.react", {"message": 2, "emoji": "❤"}),
        ("bor", "room.react", {"message": 2, "emoji": "❤️"}),
        ("bor", "room.react", {"message": 2, "emoji": ":-)"}),
        ("ana", "room.unreact", {"message": 2, "emoji": "❤️"}),
        ("bor", "room.unreact", {"message": 2, "emoji": "❤️"}),
        ("ana", "room.withdraw", {"message": 2}),
        ("bor", "room.react", {"message": 2, "emoji": "❤️"}),
        ("ana", "room.edit", {"message": 2, "text": "gone"}),
        ("vera", "room.add_member", {"person": "goran", "role": "guest"}),
        ("vera", "room.add_member", {"person": "bor", "role": "guest"}),
        ("vera", "room.add_member", {"person": "nobody", "role": "guest"}),
        ("ana", "room.add_member", {"person": "goran", "role": "guest"}),
        ("ana", "room.open_past", {"person": "goran"}),
        ("ana", "room.open_past", {"person": "bor"}),
        ("ana", "room.draft", {"text": "I was about to"}),
        ("iva", "room.draft", {"text": "I was about to"}),
        ("ana", "room.read", {"number": 1}),
        ("iva", "room.read", {"number": 1}),
        ("ana", "room.show_presence", {"on": True}),
        ("iva", "room.show_presence", {"on": True}),
        ("vera", "room.remove_member", {"person": "goran"}),
        ("vera", "room.remove_member", {"person": "iva"}),
        # What is written in a note that is there: `test_notes`.
        ("bor", "room.write_note", {"item": 999, "update": "AAA="}),
        ("iva", "room.write_note", {"item": 2, "update": "AAA="}),
        # A room of two is led by nobody; groups: `test_leading`.
        ("ana", "room.hide", {"message": 3}),
        ("ana", "room.return_message", {"item": 3}),
        ("ana", "room.drop_hidden", {"item": 3}),
        ("ana", "room.take_file_away", {"file": 3}),
        ("ana", "room.take_out", {"person": "bor"}),
        ("ana", "room.bring_back", {"item": 3}),
        ("ana", "room.set_pace", {"slow": 0, "paused": False}),
        *((person, method, example(method)) for method in EXAMPLES for person in ("bor", "iva")),
        ("bor", "room.leave", {}),
        ("bor", "room.leave", {}),
    ]


def with_id(site: Site, method: str, data: dict[str, Any]) -> dict[str, Any]:
    has_id = "command_id" in COMMANDS[method].data.__struct_fields__
    return data | ({"command_id": site.id()} if has_id else {})


@pytest.mark.parametrize("first", ["socket", "http"])
async def test_both_doors_give_the_same_answer_to_the_same_command(site: Site, first: str) -> None:
    room = site.room()
    steps = plan(site, room)
    assert {method for _, method, _ in steps} == set(COMMANDS), "a command without a row here"
    for person, method, data in steps:
        asked = with_id(site, method, {"room": room} | data)
        async with site.connected(person) as (device,), site.browser(person) as browser:
            doors = (device, browser) if first == "socket" else (browser, device)
            answers = [await door.rpc(method, asked) for door in doors]
            assert answers[0] == answers[1], (person, method, data)
            if "refused" in answers[0]:
                response = await browser.post(f"/api/v1/rpc/{method}", asked)
                assert response.status_code == answers[0]["refused"]["status"]
                assert response.headers["content-type"] == "application/problem+json"


async def test_a_method_that_is_none_is_refused_by_each_door(site: Site) -> None:
    async with site.connected("ana") as (ana,), site.browser("ana") as browser:
        for method in ("room.nothing", "", "room", "room.post ", "../me", "room.post\0", "__proto__"):
            with pytest.raises(WireFailure, match="108"):
                await ana.rpc(method, {})
        for method in ("room.nothing", "room.post%20", "__proto__"):
            assert (await browser.rpc(method, {}))["refused"]["code"] == "method_unknown"


async def test_the_rest_of_the_protocol_is_not_for_rooms(site: Site) -> None:
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor):
        await ana.subscribe(room)
        await bor.subscribe(room)
        channel = {"channel": f"room:{room}"}
        for method, body, code in (
            ("publish", {"data": {"kind": "message_posted"}}, "107"),
            ("history", {"limit": -1}, "108"),
            ("sub_refresh", {"token": "x"}, "108"),
        ):
            with pytest.raises(WireFailure, match=code):
                await ana.ask(method, channel | body)
        await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "only this"})
        await bor.reach(room, 2)
        assert bor.feed(room).texts == ["only this"]
        assert bor.faults == []
