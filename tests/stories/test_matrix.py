"""Every door of the contract for every kind of person: made from the table, so that a new door has its rows, or fails
here for want of a body."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any, get_type_hints

import httpx2
import pytest

from server.catalogue import table
from server.catalogue.table import COMMANDS, View
from server.database import Database, open_database
from server.policy import Verb
from tests.stories.device import Device
from tests.stories.programme import COORDINATOR, DISABLED, INVITED, STRANGER, another_login, sqlite_url
from tests.stories.site import Browser, Site
from tests.stories.test_roles import data_of

PROGRAMMES = re.compile(
    "programmes|organisations|cohorts|mentorships|audit|talks|signals|pulse|care|support|bulletins|alumni|photo"
    "|archive|calendar|gatherings|me/hours|polls|page|profiles|mentor-pool|proposals|reports|releases|library|calls|applications"
    "|rounds|me/reviews"
)
VIEWS = [view for view in table.VIEWS if not PROGRAMMES.search(view.path)]
"""Those of programmes are not behind their doors yet."""
MEMBER, OTHER_ROOM, REMOVED, SIGNED_OUT = "ana", "iva", "goran", ""
OUT = (SIGNED_OUT, DISABLED, INVITED)
ROLES = (MEMBER, OTHER_ROOM, REMOVED, COORDINATOR, STRANGER, *OUT)

BODY: dict[str, Any] = {
    "email": "new@people.example",
    "password": "short",
    "current": None,
    "code": "000000",
    "token": "x" * 43,
    "name": "Somebody",
    "language": "sl",
    "zone": "Europe/Ljubljana",
    "stay": False,
    "end_others": False,
    "unread": True,
    "bulletins": True,
    "dates": True,
    "times": True,
    "since": "21:00",
    "endpoint": "https://push.example/a",
    "until": "07:30",
    "hidden": False,
    "typing": True,
    "room": None,
    "text": "A note for me",
    "changed_at": 0,
    "size": 9,
    "type": "application/pdf",
    "message": None,
    "page": "2026-11",
    "question": "moved",
}
"""A value for every field: good to be read, and changing little that other rows would meet."""


def verdict(view: View, person: str) -> str:
    """In words of its own: the server's table is what is tested."""
    if view.person and person in OUT:
        return "sign_in_required"
    if view.room:
        return "in" if person == MEMBER else "not_found"
    if view.verb is Verb.INVITE:
        return "in" if person in (COORDINATOR, STRANGER) else "not_found"
    if view.verb is Verb.DRAFT:
        return "in" if person == MEMBER else "not_found"
    assert view.verb is None, "a right without its rows"
    return "in"


@pytest.mark.parametrize("person", ROLES, ids=lambda person: person or "signed out")
async def test_every_door_is_open_to_whom_it_should_be_and_to_nobody_else(visitors: Visitors, person: str) -> None:
    room = await a_room_that_goran_was_taken_out_of(visitors)
    invitation = await an_invitation(visitors, person)
    note = await a_note(visitors, room)
    for view in VIEWS:
        # Fresh each time: some doors end the others.
        login = await a_login(visitors, person) if "{login}" in view.path else ""
        path = view.path.format(room=room, invitation=invitation, login=login, item=note, note="mine", upload="none")
        answer = await visitors.ask(person, view.method, path + "?before=9", body_of(view, room))
        assert outcome(answer) == verdict(view, person), (view.method, view.path, answer.text)
        if verdict(view, person) == "sign_in_required":
            assert answer.status_code == 401
        elif verdict(view, person) == "not_found" and view.method == "GET":
            nowhere = view.path.format(room="nowhere", invitation="nowhere", login="nowhere", item=note, upload="none")
            assert answer.content == (await visitors.ask(person, "GET", nowhere + "?before=9")).content


@pytest.mark.parametrize("person", OUT, ids=lambda person: person or "signed out")
async def test_who_is_not_in_has_no_command_and_no_connection(visitors: Visitors, person: str) -> None:
    site = visitors.site
    room = site.room()
    for method in COMMANDS:
        answer = await visitors.ask(person, "POST", f"/api/v1/rpc/{method}", data_of(site, method, room))
        assert outcome(answer) == "sign_in_required", method
    cookie = f"atelje={await visitors.login(person)}" if person else ""
    device = Device(site.socket_url, cookie=cookie, origin=site.origin)
    await device.open()
    device.send("connect", {})
    assert await device.is_closed() == (3500, "invalid token")


def test_every_field_of_every_door_has_a_value_here() -> None:
    assert {name for view in VIEWS for name in fields_of(view)} <= set(BODY)
    assert set(BODY) == {name for view in VIEWS for name in fields_of(view)}


def fields_of(view: View) -> Iterator[str]:
    yield from get_type_hints(view.body) if view.body else ()


def body_of(view: View, room: str) -> dict[str, Any] | None:
    return {name: room if name == "room" else BODY[name] for name in fields_of(view)} if view.body else None


async def a_note(visitors: Visitors, room: str) -> int:
    opened = await visitors.ask(MEMBER, "POST", "/api/v1/rpc/room.open_note", {"room": room, "command_id": "note"})
    return int(opened.json()["offset"])


def outcome(answer: httpx2.Response) -> str:
    """`in`: past every question of right, whatever came of it."""
    code = answer.json().get("code", "in") if answer.status_code != 200 else "in"
    return code if code in ("sign_in_required", "not_found", "method_not_allowed") else "in"


@dataclass(frozen=True, slots=True)
class Visitors:
    """People who ask, each time by a login of its own: some doors end it."""

    site: Site
    browser: Browser
    database: Database

    async def ask(self, person: str, method: str, path: str, body: dict[str, Any] | None = None) -> httpx2.Response:
        self.browser.client.cookies.clear()
        headers = {"Cookie": f"atelje={await self.login(person)}"} if person else {}
        return await self.browser.client.request(method, path, json=body, headers=headers)

    async def login(self, person: str) -> str:
        return await self.database.write_once(lambda connection: another_login(connection, person))


@pytest.fixture
async def visitors(site: Site) -> AsyncIterator[Visitors]:
    database = open_database(sqlite_url(site.process.data))
    async with site.browser() as browser:
        yield Visitors(site, browser, database)
    await database.close()


async def a_room_that_goran_was_taken_out_of(visitors: Visitors) -> str:
    room = visitors.site.room()
    for method, role in (("room.add_member", {"role": "guest"}), ("room.remove_member", {})):
        data = {"room": room, "command_id": visitors.site.id(), "person": "goran", **role}
        assert (await visitors.ask(COORDINATOR, "POST", f"/api/v1/rpc/{method}", data)).status_code == 200
    return room


async def an_invitation(visitors: Visitors, person: str) -> str:
    """One of the person's own, where they may have any; else somebody else's."""
    maker = person if person in (COORDINATOR, STRANGER) else COORDINATOR
    wanted = {"name": "Nika", "email": f"nika.{person}@people.example", "language": "sl"}
    answer = await visitors.ask(maker, "POST", "/api/v1/invitations", wanted)
    return str(answer.json()["invitation"]["id"])


async def a_login(visitors: Visitors, person: str) -> str:
    """One of the person's own, where they are in."""
    whose = MEMBER if person in OUT else person
    logins = (await visitors.ask(whose, "GET", "/api/v1/me/logins")).json()["logins"]
    return str(logins[-1]["id"])
