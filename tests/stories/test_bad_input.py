"""Every command of the contract with every field made wrong in every way, by both doors: a no in words, never a
failure, never a closed connection, and nothing stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec
import pytest

from server.catalogue.table import COMMANDS, VIEWS
from server.errors import UNREADABLE
from tests.rooms.things.examples import EXAMPLES, example
from tests.stories.device import Device, WireFailure
from tests.stories.site import Browser, Site

SAID = {
    "text": "good",
    "person": "goran",
    "role": "guest",
    "message": 2,
    "number": 1,
    "reply_to": 2,
    "quote": {"version": 2, "start": 0, "end": 3},
    "emoji": "👍",
    "on": True,
    "item": 999,
    "file": 999,
    "update": "AAA=",
    "slow": 0,
    "paused": True,
}
"""A good value for every field that is not an id of its own."""

PEOPLE = {"room.add_member": "vera", "room.remove_member": "vera"}
"""Who may do it, where it is not Ana."""

ANYTHING: dict[str, str] = {
    "null": "null",
    "true": "true",
    "a number": "7.5",
    "a list": "[]",
    "an object": "{}",
    "a deep list": "[" * 900 + "]" * 900,
    "a deep object": '{"a":' * 900 + "1" + "}" * 900,
    "a huge number": "9" * 400,
    "a number above all": "1e400",
    "below zero": "-1",
    "2^53": str(2**53),
    "2^63": str(2**63),
    "a lone surrogate": '"\\ud800"',
    "two in the wrong order": '"\\udc00\\ud800"',
    "NUL": '"a\\u0000b"',
    "empty": '""',
    "a path": '"../../etc/passwd"',
    "a statement": '"1\' OR 1=1 --"',
    "a very long text": json.dumps("x" * 40_000),
    "digits of another script": '"\u0661"',
    "a line break": '"a\\nb"',
}
GOOD_AFTER_ALL: dict[str, set[str]] = {
    # What is a value like any other for this field, and says nothing about bad input.
    "text": {"a path", "a statement", "digits of another script", "a line break"},
    "reply_to": {"null"},
    "on": {"true"},
    "paused": {"true"},
    "quote": {"null"},
}
EMPTIES = {("room.draft", "text", "empty")}
"""That is how a draft is thrown away."""
WHOLE = (
    "",
    "null",
    "[]",
    "7",
    '"room"',
    "{}",
    "[" * 30_000,
    # Deeper than any decoder follows.
    "[" * 5_000 + "]" * 5_000,
    '{"a":' * 5_000 + "1" + "}" * 5_000,
    '{"a":' * 10_000,
    "NaN",
    "Infinity",
    '{"room": 1, "room": 2}',
    "\ufeff{}",
    "{'room': 'r'}",
    "{} {}",
)
OBJECTS = ("{}", '{"room": 1, "room": 2}')
"""That are good where nothing is required: a newer client may say more than we know."""


FIRST: dict[tuple[str, str], str] = {}
for _method, _command in COMMANDS.items():
    for _field, _type in get_type_hints(_command.data).items():
        FIRST.setdefault((_field, str(_type)), _method)
"""The first command that has a field of this name and type."""


def ways(method: str, field: str) -> dict[str, str]:
    """Each field is made wrong in every way where it comes first; other commands with the same one share the ways.
    Other doors, which are no commands, have none in common."""
    if not method or FIRST[field, str(get_type_hints(COMMANDS[method].data)[field])] == method:
        return ANYTHING
    turn = list(COMMANDS).index(method) % 4
    return {what: value for place, (what, value) in enumerate(ANYTHING.items()) if place % 4 == turn}


def wholes(turn: int) -> tuple[str, ...]:
    """What is no object with fields: all of it at the first door, a quarter at each other one."""
    return WHOLE if turn == 0 else WHOLE[turn % 4 :: 4]


def cases(room: str, fields: dict[str, Any], method: str) -> Iterator[tuple[str, str]]:
    """(what is wrong, the data as JSON)."""
    if method in EXAMPLES:
        yield from cases_of_things(room, fields, method)
        return
    good = {name: json.dumps(value) for name, value in fields.items()}
    for name in fields:
        if name not in ("reply_to", "quote", "role") or method == "room.add_member":
            yield f"{name} is missing", _spelt({other: value for other, value in good.items() if other != name})
        for what, value in ways(method, name).items():
            if what not in GOOD_AFTER_ALL.get(name, ()) and (method, name, what) not in EMPTIES:
                yield f"{name} is {what}", _spelt(good | {name: value})
    if "room" in fields:
        # Whom the contract lets manage manages both rooms.
        for other in ("others" if method not in PEOPLE else "nowhere", room.upper() + "X", f"room:{room}"):
            yield f"the room is {other}", _spelt(good | {"room": json.dumps(other)})


def cases_of_things(room: str, fields: dict[str, Any], method: str) -> Iterator[tuple[str, str]]:
    """Most fields of a thing may be left out, and most words are good for most of them: what the contract can not read,
    what no text may hold, and rooms and items that there are not."""
    good = {name: json.dumps(value) for name, value in fields.items()}
    for name in fields:
        wrong = {f"{name} is {what}": _spelt(good | {name: value}) for what, value in ways(method, name).items()}
        wrong[f"{name} is missing"] = _spelt({other: value for other, value in good.items() if other != name})
        text = isinstance(fields[name], str)
        for what, data in wrong.items():
            if not readable(data, COMMANDS[method].data) or (text and what.endswith((" NUL", " a very long text"))):
                yield what, data
    for other in ("others", room.upper() + "X", f"room:{room}"):
        yield f"the room is {other}", _spelt(good | {"room": json.dumps(other)})
    if "item" in fields:
        yield "the item is none", _spelt(good | {"item": "999"})


def readable(data: str, struct: Any) -> bool:
    try:
        msgspec.json.decode(data.encode("utf-8", "surrogatepass"), type=struct)
    except (*UNREADABLE, UnicodeEncodeError):
        return False
    return True


def _spelt(fields: dict[str, str]) -> str:
    return "{" + ",".join(f'"{name}":{value}' for name, value in fields.items()) + "}"


def fields_of(struct: Any, room: str) -> dict[str, Any]:
    own = {"room": room, "command_id": "bad-input"}
    method = next(name for name, command in COMMANDS.items() if command.data is struct)
    if method in EXAMPLES:
        return own | example(method)
    return {name: (own | SAID)[name] for name in get_type_hints(struct)}


async def a_room(site: Site) -> str:
    """With one message of Ana's in it."""
    room = site.room()
    async with site.browser("ana") as ana:
        await ana.accepted("room.post", {"room": room, "command_id": site.id(), "text": "the first"})
    return room


async def stored(site: Site, room: str) -> list[Any]:
    """All that a command could have changed: the room as its members read it, and the one that they do not know."""
    views = []
    for person, key in (("ana", room), ("bor", room), ("iva", "others")):
        async with site.browser(person) as browser:
            views.append(await browser.snapshot(key))
    return views


FAULTS_A_CONNECTION = 15
"""One more than nineteen a minute closes it, as documented."""


@pytest.mark.parametrize("method", COMMANDS)
async def test_bad_data_over_http_is_refused_in_words_and_stores_nothing(site: Site, method: str) -> None:
    room = await a_room(site)
    before = await stored(site, room)
    async with site.browser(PEOPLE.get(method, "ana")) as browser:
        for what, data in cases(room, fields_of(COMMANDS[method].data, room), method):
            await is_refused(browser, f"/api/v1/rpc/{method}", data.encode("utf-8", "surrogatepass"), what)
        for data in wholes(list(COMMANDS).index(method)):
            await is_refused(browser, f"/api/v1/rpc/{method}", data.encode(), data[:20])
        for body in (b"\xff\xfe{\x00}\x00", b"\x00", b'{"room":"\xed\xa0\x80"}', b"\x80" * 100):
            await is_refused(browser, f"/api/v1/rpc/{method}", body, repr(body[:20]))
        await is_refused(browser, f"/api/v1/rpc/{method}", b'"' + b"x" * 70_000 + b'"', "too large")
    assert await stored(site, room) == before


async def is_refused(browser: Browser, path: str, body: bytes, what: str) -> None:
    response = await browser.post(path, body)
    assert 400 <= response.status_code < 500, f"{what}: {response.status_code} {response.text}"
    problem = response.json()
    assert problem["title"], what
    assert problem["code"], what


@pytest.mark.parametrize("method", COMMANDS)
async def test_bad_data_over_the_socket_is_refused_and_the_socket_lives(site: Site, method: str) -> None:
    room = await a_room(site)
    before = await stored(site, room)
    person = PEOPLE.get(method, "ana")
    wrong = list(cases(room, fields_of(COMMANDS[method].data, room), method))
    wrong += [(data[:20], data) for data in wholes(list(COMMANDS).index(method)) if decodable(data)]
    for start in range(0, len(wrong), FAULTS_A_CONNECTION):
        async with site.connected(person) as (device,):
            for number, (what, data) in enumerate(wrong[start : start + FAULTS_A_CONNECTION], 10_000):
                assert await outcome(device, number, method, data) in ("refused", 107), what
            assert device.connected
            assert "refused" not in await device.rpc("room.read", {"room": room, "number": 0}) or person == "vera"
    assert await stored(site, room) == before


async def outcome(device: Device, id: int, method: str, data: str) -> int | str:
    """What an rpc with this data comes to."""
    answer = device.expect(id)
    device.send_raw(f'{{"id":{id},"rpc":{{"method":"{method}","data":{data}}}}}')
    try:
        return "refused" if "refused" in (await answer)["data"] else "accepted"
    except WireFailure as failure:
        return failure.code


def decodable(text: str) -> bool:
    try:
        json.loads(text, parse_constant=lambda _: 1 / 0)
    except (ValueError, RecursionError, ZeroDivisionError):
        return False
    return True


@pytest.mark.parametrize(
    "data", [data for data in WHOLE if not decodable(data)], ids=lambda data: f"{data[:8]} {len(data)}"
)
async def test_what_is_no_json_closes_the_socket_as_documented(site: Site, data: str) -> None:
    async with site.connected("ana") as (device,):
        device.send_raw(f'{{"id":9,"rpc":{{"method":"room.post","data":{data}}}}}')
        assert (await device.is_closed())[0] == 3501


async def test_twenty_faults_in_a_minute_close_the_socket_as_documented(site: Site) -> None:
    async with site.connected("ana") as (device,):
        for number in range(10_000, 10_020):
            device.send_raw(f'{{"id":{number},"rpc":7}}')
        assert await device.is_closed() == (3509, "too many errors")


# ── views ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

BODIES = [view for view in VIEWS if view.body is not None]


@pytest.mark.parametrize("view", BODIES, ids=lambda view: view.path)
async def test_bad_bodies_of_other_doors_are_refused_in_words(site: Site, view: Any) -> None:
    """Values that can be read are tried elsewhere: a password that is tried is hashed, which takes its time."""
    fields = dict.fromkeys(get_type_hints(view.body), "x")
    required = {field.name for field in msgspec.structs.fields(view.body) if field.required}
    switches = {name for name, hint in get_type_hints(view.body).items() if hint is bool}
    async with site.browser("ana") as browser:
        me = (await browser.get("/api/v1/me")).json()
        for what, data in cases("", fields, ""):
            name, _, value = what.partition(" is ")
            may_be_so = name not in required and value in ("missing", "null", "true")
            may_be_so = may_be_so or (name in switches and value in ("true", "false"))
            readable = '"' in ANYTHING.get(value, '"') and value not in ("missing", "a lone surrogate")
            if not may_be_so and not readable:
                await is_refused_by(browser, view.method, view.path, data.encode("utf-8", "surrogatepass"), what)
        for data in wholes(BODIES.index(view)):
            if required or data not in OBJECTS:
                await is_refused_by(browser, view.method, view.path, data.encode(), data[:20])
        assert (await browser.get("/api/v1/me")).json() == me


async def is_refused_by(browser: Browser, method: str, path: str, body: bytes, what: str) -> None:
    headers = {"Content-Type": "application/json"}
    response = await browser.client.request(method, path, content=body, headers=headers)
    assert 400 <= response.status_code < 500, f"{what}: {response.status_code} {response.text}"
    assert response.json()["code"], what


BAD_OFFSETS = ("", "0", "-1", "1.5", "9" * 400, "\u0661", "1 OR 1=1", "null", "1e3", "%00", "2" * 16, " 1", "+1")


async def test_a_page_at_no_offset_is_refused(site: Site) -> None:
    sides = [f"{side}={offset}" for side in ("before", "after", "around") for offset in BAD_OFFSETS]
    room = await a_room(site)
    async with site.browser("ana") as browser:
        for asked in (*sides, "", "beside=2", "before=2&after=2", "around=2&before=2"):
            response = await browser.get(f"/api/v1/rooms/{room}/talk?{asked}")
            assert (response.status_code, response.json()["code"]) == (400, "bad_request"), asked


BAD_ROOMS = (
    "nowhere",
    "R0000",
    "%00",
    "..%2f..%2fetc",
    "a%20b",
    "%ff",
    "x" * 3_000,
    "%F0%9F%92%A9",
    "room:r0000",
    "%0a",
)


@pytest.mark.parametrize("room", BAD_ROOMS, ids=lambda text: f"{text[:8]} {len(text)}")
async def test_a_room_that_is_none_is_not_found(site: Site, room: str) -> None:
    async with site.browser("ana") as browser:
        for path in (
            f"/api/v1/rooms/{room}",
            f"/api/v1/rooms/{room}/talk?before=5",
            f"/api/v1/rooms/{room}/talk?around=2",
        ):
            response = await browser.get(path)
            assert (response.status_code, response.json()["code"]) in ((404, "not_found"), (400, "bad_request"))
