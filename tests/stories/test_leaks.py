"""What is said in a room stays there: words are planted in everything that the contract calls content, and then
everybody else looks everywhere. Which fields those are is read from the contract: a new one is planted, or fails here.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import httpx2
import msgspec
import pytest

from server.catalogue.table import COMMANDS, VIEWS, Command, View, field_levels
from server.contract.levels import Level
from server.policy import Verb
from server.rooms import things
from tests.rooms.things.examples import BY, EXAMPLES, example
from tests.servers import StartAtelje, free_port
from tests.stories.bridge import FACILITATOR, KEEPER, LEAD, PARTNER, Bridge, build
from tests.stories.device import Device, WireFailure
from tests.stories.test_roles import base64_of

WORD = "čuvarkuća"
EMOJI = "🪻"
"""Planted in everything that is content; nobody else writes them."""
MEMBERS = ("ana", "bor")
ROOM = "room of first"
OTHERS = (KEEPER, LEAD, PARTNER, FACILITATOR, "iva", "jan", "tin", None)
"""Everybody who is not in that room, nobody included."""
MADE = re.compile(r"<p class=small>[^<]*\d\d:\d\d[^<]*</p>")
"""When an archive was made: the first such line of its page."""
AT_LEAST_ONCE = {"room.post", "room.edit", "room.draft", "room.react"}
"""Commands known to carry content; a slip in how they are found would plant nothing."""


@pytest.fixture
async def bridge(server_process: StartAtelje) -> Bridge:
    port = free_port()
    process = server_process(ATELJE_LIMITS="off", ATELJE_METRICS_PORT=str(port))
    found = await build(process)
    found.ids["metrics"] = str(port)
    opened = await found.rpc("ana", "room.open_note", {"room": found.ids[ROOM], "command_id": found.id()})
    found.ids["note"] = str(opened.json()["offset"])
    return found


async def test_planted_words_reach_nobody_but_the_members(bridge: Bridge) -> None:
    listeners = {person: await listening(bridge, person) for person in OTHERS if person}
    before = {person: await everything_for(bridge, person) for person in OTHERS}
    assert any(answers for answers in before.values())
    await plant(bridge)
    for person in OTHERS:
        after = await everything_for(bridge, person)
        for path, text in after.items():
            assert_clean(text, (person, path))
            # Nor how much was said, or when: the page is the same, byte for byte.
            assert unchanging(path, text) == unchanging(path, before[person].get(path, "")), (person, path)
    for person, device in listeners.items():
        for name, feed in device.feeds.items():
            assert_clean(repr(feed.entries), (person, name))
        with pytest.raises(WireFailure):
            await device.subscribe(bridge.ids[ROOM])
        await device.close()
    # Those who may read it do.
    assert WORD in (await bridge.ask("bor", "GET", f"/api/v1/search?q={WORD}")).text
    assert WORD in (await bridge.ask("bor", "GET", f"/api/v1/rooms/{bridge.ids[ROOM]}")).text
    async with httpx2.AsyncClient(trust_env=False) as outside:
        assert_clean((await outside.get(f"http://127.0.0.1:{bridge.ids['metrics']}/metrics")).text, "metrics")
        mails = (await outside.get(f"{bridge.origin}/mail")).text
    assert "people.example" in mails
    assert_clean(mails, "mail")
    asked = {"command_id": bridge.id(), "to": bridge.ids[LEAD], "matter": "together"}
    await bridge.done("ana", "POST", f"/api/v1/cohorts/{bridge.ids['run']}/talks", asked)
    assert_clean(bridge.process.log, "log")
    told = [line for line in bridge.process.log.splitlines() if '"event": "request"' in line and "/talks" in line]
    assert told
    assert not [line for line in told if '"person"' in line], "the log tells who asked for a talk"
    found = tables_with(bridge.process.data / "atelje.db", WORD)
    assert {"note_entry", "private_note"} <= found, "notes were not planted"
    assert found <= {"message", "entry", "draft", "room_thing", "own_answer", "note_entry", "private_note"}, found


def test_no_door_but_a_member_s_own_answers_with_content() -> None:
    for view in VIEWS:
        # Who was shown messages reads these and no others.
        shown = view.verb in (Verb.SHOW_LIFE, Verb.READ_REPORT)
        mine = view.path in ("/api/v1/rooms", "/api/v1/search") or "/me/" in view.path
        own = view.room or shown or mine
        if view.reply is not None and not own:
            levels = dict(levels_of(view.reply))
            assert not [name for name, level in levels.items() if level in (Level.L3, Level.L4)], view.path


def test_what_carries_content_is_found() -> None:
    assert {method for method, command in COMMANDS.items() if content_of(command)} >= AT_LEAST_ONCE


def levels_of(struct: type[msgspec.Struct], name: str = "") -> Iterator[tuple[str, Level | None]]:
    """Every field of a struct and of those within it."""
    for field, level in field_levels(struct):
        yield f"{name}{struct.__name__}.{field}", level
    for hint in get_type_hints(struct).values():
        for inner in structs_in(hint):
            yield from levels_of(inner, f"{name}{struct.__name__}.")


def structs_in(hint: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    elif get_origin(hint) is not None:
        for inner in get_args(hint):
            yield from structs_in(inner)


def content_of(command: Command) -> list[str]:
    """The fields of a command in which somebody can write words that are content."""
    hints = get_type_hints(command.data)
    return [
        name
        for name, level in field_levels(command.data)
        if level is Level.L4 and str in (hints[name], *get_args(hints[name]))
    ] + [name for name, level in field_levels(command.data) if level is Level.OWN and hints[name] is str]


async def plant(bridge: Bridge) -> None:
    """By every command that takes words, in each of its fields; and some of it taken back, and some changed."""
    room = bridge.ids[ROOM]
    first = await bridge.say("ana", room, f"{WORD} at the beginning")
    other: Mapping[str, Any] = {"message": first, "person": bridge.ids["ana"], "role": "guest", "number": 1, "on": True}
    await plant_things(bridge, room)
    for page, question in (("2026-11", "moved"), ("halfway", "works")):
        alone = {"page": page, "question": question, "text": f"{WORD} alone"}
        await bridge.done("ana", "PUT", f"/api/v1/rooms/{room}/reflections", alone)
    await plant_notes(bridge, room)
    for method, command in COMMANDS.items():
        content = content_of(command)
        if method in EXAMPLES or not content or command.verb is Verb.MANAGE:
            continue
        names = get_type_hints(command.data)
        data = {name: other[name] for name in names if name in other}
        data |= {"room": room, "command_id": bridge.id()} if "command_id" in names else {"room": room}
        data |= {name: EMOJI if name == "emoji" else f"{WORD} by {method}" for name in content}
        answer = await bridge.rpc("ana", method, data)
        assert answer.status_code == 200, (method, answer.text)
    for number in range(3):
        await bridge.say("bor", room, f"{WORD} {number}")
    gone = await bridge.say("bor", room, f"{WORD} taken back")
    back = {"room": room, "command_id": bridge.id(), "message": gone}
    assert (await bridge.rpc("bor", "room.withdraw", back)).status_code == 200


async def plant_notes(bridge: Bridge, room: str) -> None:
    """In a shared note, and in a private one."""
    shared = {"room": room, "command_id": bridge.id(), "item": int(bridge.ids["note"]), "update": base64_of(WORD)}
    assert (await bridge.rpc("ana", "room.write_note", shared)).status_code == 200
    private = {"room": room, "text": f"{WORD} for me alone", "changed_at": 0}
    await bridge.done("ana", "PUT", "/api/v1/me/notes/first", private)
    assert WORD in (await bridge.ask("ana", "GET", "/api/v1/me/notes")).text
    assert WORD not in (await bridge.ask("bor", "GET", "/api/v1/me/notes")).text


async def plant_things(bridge: Bridge, room: str) -> None:
    """Of every kind, by every command; what was removed last is put there once more."""
    kinds = {method: kind.name for kind in things.KINDS for method in kind.commands}
    methods = list(EXAMPLES)
    items = {"files": await plant_file(bridge, room, "taken back")}
    await plant_file(bridge, room, "stays")
    for method in (*methods, *(method for method in methods if "item" not in EXAMPLES[method])):
        data = {"room": room, "command_id": bridge.id(), **example(method, f"{WORD}-{method}", items)}
        answer = await bridge.rpc(BY.get(method, "ana"), method, data)
        assert answer.status_code == 200, (method, answer.text)
        if "item" not in EXAMPLES[method]:
            items[kinds[method]] = answer.json()["offset"]


async def plant_file(bridge: Bridge, room: str, what: str) -> int:
    """With words in its name, in itself and about it."""
    words = f"{WORD} in a file that {what}"
    path = f"/api/v1/rooms/{room}/uploads"
    begun = await bridge.done("ana", "POST", path, {"name": f"{words}.txt", "size": len(words.encode())})
    answer = await bridge.send("ana", f"{path}/{begun['id']}", words.encode(), {"Upload-Offset": "0"})
    assert answer.status_code == 200, answer.text
    return int((await bridge.done("ana", "POST", f"{path}/{begun['id']}/finish", {"text": words}))["offset"])


async def everything_for(bridge: Bridge, person: str | None) -> dict[str, str]:
    """What every door that only shows something answers, for everything that there is."""
    # What time it is differs at each asking, for everybody alike.
    views = [view for view in VIEWS if view.method == "GET" and view.path != "/api/v1/clock"]
    paths = [path for view in views for path in paths_of(bridge, view)]
    answers = await asyncio.gather(*(bridge.ask(person, "GET", path) for path in paths))
    return dict(zip(paths, [answer.text for answer in answers], strict=True))


PLACES: Mapping[str, Sequence[str]] = {
    "cohort": ("run", "other run"),
    "mentorship": ("first", "second"),
    "room": ("room of first", "room of second", "group of mentors"),
    "person": ("ana", "bor", "iva"),
    "programme": ("programme",),
    "item": ("note",),
}
"""What stands at a place in a door's path. What is not named here is tried with anything."""


def paths_of(bridge: Bridge, view: View) -> Iterator[str]:
    names = re.findall(r"{(\w+)}", view.path)
    for places in product(*(PLACES.get(name, ("first", "ana")) for name in names)):
        path = view.path
        for name, place in zip(names, places, strict=True):
            path = path.replace(f"{{{name}}}", bridge.ids[place])
        asked = {"talk": "?before=999", "search": f"?q={WORD}"}.get(path.rpartition("/")[2], "")
        yield path + asked


async def listening(bridge: Bridge, person: str) -> Device:
    url = bridge.origin.replace("http", "ws") + "/connection/websocket"
    device = Device(url, cookie=f"atelje={bridge.cookies[person]}", origin=bridge.origin, name=person)
    return await device.connect()


def unchanging(path: str, text: str) -> str:
    """The answer but for the minute at which an archive is made."""
    return MADE.sub("", text, count=1) if path.endswith("/archive") else text


def assert_clean(text: str, where: object) -> None:
    assert not [planted for planted in (WORD, EMOJI) if planted in text], where


def tables_with(file: Path, word: str) -> set[str]:
    """The tables in which the word stands, as text or within bytes."""
    found = set()
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                if any(
                    word.encode() in (cell.encode() if isinstance(cell, str) else cell)
                    for cell in row
                    if isinstance(cell, str | bytes)
                ):
                    found.add(table)
    return found
