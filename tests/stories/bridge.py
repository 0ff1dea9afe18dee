"""A run of two countries, made as people make it: from the set-up link of an empty server, through the doors alone.

Kaja sets the server up and founds "Bridges" for the Window (Skopje), and coordinates its run with Lena. The Lantern
(Belgrade) is its partner, coordinated by Petar. Fani facilitates, for the Window. Ana is Bor's mentee, both of the
Window; Iva is Jan's, both of the Lantern. Tin coordinates another run of the programme, in which nobody else is.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx2

from tests.servers import AteljeProcess, wait_until

KEEPER, LEAD, PARTNER, FACILITATOR = "kaja", "lena", "petar", "fani"
PEOPLE: Mapping[str, tuple[str, str]] = {
    "lena": ("coordinator", "window"),
    "petar": ("coordinator", "lantern"),
    "fani": ("facilitator", "window"),
    "ana": ("mentee", "window"),
    "bor": ("mentor", "window"),
    "iva": ("mentee", "lantern"),
    "jan": ("mentor", "lantern"),
}
"""Who is enrolled: role, and the organisation that brings them in."""
NAMES = {
    "kaja": "Каја Стојановска",
    "lena": "Лена Ристова",
    "petar": "Petar Ilić",
    "fani": "Фани Петрова",
    "ana": "Ана Митрева",
    "bor": "Бор Костов",
    "iva": "Iva Marković",
    "jan": "Jan Jović",
    "tin": "Tin Rupnik",
}
START, END = "2026-10-05", "2027-04-04"


@dataclass
class Bridge:
    """`ids`: by a name of the story ("window", "run", "first", "room of first" …), what the server calls it."""

    process: AteljeProcess
    cookies: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    commands: count[int] = field(default_factory=count)
    clients: dict[asyncio.AbstractEventLoop, httpx2.AsyncClient] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return self.process.base_url

    async def ask(self, person: str | None, method: str, path: str, body: Any = None) -> httpx2.Response:
        """As this person, or as nobody."""
        headers = {"Origin": self.origin} | ({"Cookie": f"atelje={self.cookies[person]}"} if person else {})
        answer = await self._client().request(method, path, json=body, headers=headers)
        self._client().cookies.clear()
        return answer

    async def send(self, person: str, path: str, data: bytes, headers: Mapping[str, str]) -> httpx2.Response:
        """Bytes by PUT."""
        own = {"Origin": self.origin, "Cookie": f"atelje={self.cookies[person]}", **headers}
        return await self._client().put(path, content=data, headers=own)

    def _client(self) -> httpx2.AsyncClient:
        """One for each event loop, since making one takes long."""
        loop = asyncio.get_running_loop()
        if loop not in self.clients:
            self.clients[loop] = httpx2.AsyncClient(base_url=self.origin, trust_env=False, timeout=20)
        return self.clients[loop]

    async def done(self, person: str | None, method: str, path: str, body: Any = None) -> Any:
        """The answer of something that has to go well."""
        answer = await self.ask(person, method, path, body)
        assert answer.status_code == 200, (method, path, answer.text)
        return answer.json()

    async def rpc(self, person: str, method: str, data: Mapping[str, Any]) -> httpx2.Response:
        return await self.ask(person, "POST", f"/api/v1/rpc/{method}", data)

    def id(self) -> str:
        """A command id that nobody has used."""
        return f"b{next(self.commands)}"

    async def say(self, person: str, room: str, text: str) -> int:
        data = {"room": room, "command_id": self.id(), "text": text}
        return int((await self.done(person, "POST", "/api/v1/rpc/room.post", data))["offset"])


async def build(process: AteljeProcess) -> Bridge:
    bridge = Bridge(process)
    await _set_up(bridge)
    await _found(bridge)
    await _enrol(bridge)
    await _pair(bridge)
    return bridge


async def _set_up(bridge: Bridge) -> None:
    printed = re.compile(rf"{bridge.origin}/set-up#(\S+)")
    wait_until(lambda: printed.search(bridge.process.log) is not None, 10, "the set-up link")
    link = printed.search(bridge.process.log)
    assert link is not None
    first = {
        "token": link[1],
        "name": NAMES[KEEPER],
        "email": "kaja@people.example",
        "password": "most preko Vardara",
        "language": "mk",
        "zone": "Europe/Skopje",
    }
    answer = await bridge.ask(None, "POST", "/api/v1/set-up", first)
    assert answer.status_code == 200, answer.text
    bridge.cookies[KEEPER] = answer.cookies["atelje"]


async def _found(bridge: Bridge) -> None:
    for key, names, town, country, zone in (
        ("window", {"mk": "Прозорец", "en": "Window"}, "Скопје", "MK", "Europe/Skopje"),
        ("lantern", {"sr-Latn": "Fenjer", "en": "Lantern"}, "Beograd", "RS", "Europe/Belgrade"),
    ):
        place = {"names": names, "town": town, "country": country, "zone": zone}
        made = await bridge.done(KEEPER, "POST", "/api/v1/organisations", {"command_id": bridge.id(), **place})
        bridge.ids[key] = made["id"]
    dates = {"start": START, "end": END, "home_zone": "Europe/Skopje"}
    founded = {"names": {"mk": "Мостови", "en": "Bridges"}, "lead": bridge.ids["window"], **dates}
    page = await bridge.done(KEEPER, "POST", "/api/v1/programmes", {"command_id": bridge.id(), **founded})
    bridge.ids |= {"run": page["id"], "programme": page["programme"]}
    partners = [
        {"organisation": bridge.ids["window"], "role": "lead"},
        {"organisation": bridge.ids["lantern"], "role": "partner"},
    ]
    run = f"/api/v1/cohorts/{page['id']}"
    page = await bridge.done(KEEPER, "PUT", f"{run}/partners", {"version": page["version"], "partners": partners})
    changes = {
        "names": {},
        **dates,
        "least_meetings": 6,
        "least_gatherings": 4,
        "help": {"name": "Каја Стојановска", "phone": "+389 2 3123 456"},
        "silence_days": [10, 14, 21],
        "first_words": {"en": "Welcome on the bridge.", "mk": "Добре дојдовте на мостот."},
    }
    page = await bridge.done(KEEPER, "PUT", run, {"version": page["version"], **changes})
    other = {"command_id": bridge.id(), "names": {"en": "Bridges, the second"}, **dates, "copy_from": page["id"]}
    made = await bridge.done(KEEPER, "POST", f"/api/v1/programmes/{bridge.ids['programme']}/cohorts", other)
    bridge.ids["other run"] = made["id"]


async def enrol(bridge: Bridge, run: str, key: str, role: str, organisation: str | None) -> str | None:
    """The link of the invitation; None for who is here already."""
    person = {
        "name": NAMES.get(key, key.title()),
        "email": f"{key}@people.example",
        "role": role,
        "language": "en",
        "organisation": organisation and bridge.ids[organisation],
    }
    path = f"/api/v1/cohorts/{bridge.ids[run]}/people"
    answer = await bridge.done(KEEPER, "POST", path, {"command_id": bridge.id(), "people": [person]})
    (enrolled,) = answer["people"]
    bridge.ids[key] = enrolled["part"]["person"]["id"]
    return enrolled["link"] and str(enrolled["link"])


async def come_in(bridge: Bridge, key: str, link: str) -> None:
    me = {
        "token": link.partition("#")[2],
        "name": NAMES.get(key, key.title()),
        "language": "en",
        "zone": "Europe/Belgrade",
    }
    answer = await bridge.ask(None, "POST", "/api/v1/invitations/accept", me)
    assert answer.status_code == 200, answer.text
    bridge.cookies[key] = answer.cookies["atelje"]


async def _enrol(bridge: Bridge) -> None:
    for key, (role, organisation) in PEOPLE.items():
        link = await enrol(bridge, "run", key, role, organisation)
        assert link is not None
        await come_in(bridge, key, link)
    link = await enrol(bridge, "other run", "tin", "coordinator", "window")
    assert link is not None
    await come_in(bridge, "tin", link)
    me = await bridge.done(KEEPER, "GET", "/api/v1/me")
    bridge.ids[KEEPER] = me["id"]


async def _pair(bridge: Bridge) -> None:
    run = f"/api/v1/cohorts/{bridge.ids['run']}"
    page = await bridge.done(LEAD, "GET", run)
    await bridge.done(LEAD, "PUT", f"{run}/state", {"version": page["version"], "state": "running"})
    for pair, mentee, mentor, by in (("first", "ana", "bor", LEAD), ("second", "iva", "jan", PARTNER)):
        people = [
            {"person": bridge.ids[mentee], "role": "mentee"},
            {"person": bridge.ids[mentor], "role": "mentor"},
        ]
        made = await bridge.done(by, "POST", f"{run}/mentorships", {"command_id": bridge.id(), "people": people})
        bridge.ids |= {pair: made["id"], f"room of {pair}": made["room"]}
    for kind in ("mentors", "mentees", "joint"):
        made = await bridge.done(LEAD, "POST", f"{run}/circles", {"kind": kind})
        bridge.ids[f"group of {kind}"] = made["room"]
