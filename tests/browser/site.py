"""The demo programme as a server serves it, and what happens there beside the browser that a test looks at."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from playwright.sync_api import APIRequestContext, Playwright

from tests.browser.visitor import Visitor
from tests.servers import AteljeProcess

PASSWORD = "atelje-demo"

Visit = Callable[..., Visitor]
"""What the fixture `visit` hands out."""


class Site:
    """Everybody of the demo signs in once, when first asked for, as if on a device of their own."""

    def __init__(self, process: AteljeProcess, playwright: Playwright) -> None:
        self.process = process
        self._playwright = playwright
        self._people: dict[str, APIRequestContext] = {}
        self._ids = count()

    @property
    def origin(self) -> str:
        return self.process.base_url

    def close(self) -> None:
        for http in self._people.values():
            http.dispose()

    def login(self, person: str) -> APIRequestContext:
        """A login of its own, which the test may end."""
        http = self._playwright.request.new_context(base_url=self.origin)
        signed = http.post("/api/v1/login", data={"email": f"{person}@example.org", "password": PASSWORD})
        assert signed.ok, signed.text()
        return http

    def cookie(self, person: str) -> Any:
        return cookie_of(self._http(person))

    def prefer(self, person: str, language: str, zone: str | None = None) -> None:
        """How this person reads. Without a zone the one they have."""
        me = self.get(person, "me")
        wanted = {"language": language, "zone": zone or me["zone"]}
        if wanted.items() <= me.items():
            return
        stored = self._http(person).put("/api/v1/me/preferences", data=wanted)
        assert stored.ok, stored.text()

    def get(self, person: str, path: str) -> Any:
        answer = self._http(person).get(f"/api/v1/{path}")
        assert answer.ok, answer.text()
        return answer.json()

    def post(self, person: str, path: str, body: Any = None) -> Any:
        return self._send(person, "POST", path, body)

    def put(self, person: str, path: str, body: Any) -> Any:
        return self._send(person, "PUT", path, body)

    def _send(self, person: str, method: str, path: str, body: Any) -> Any:
        """Asserts that it was not refused."""
        answer = self._http(person).fetch(f"/api/v1/{path}", method=method, data=body)
        assert answer.ok, answer.text()
        return answer.json()

    def call(self, by: str, method: str, /, **data: Any) -> Any:
        """A command by HTTP; asserts that it was not refused."""
        answer = self._http(by).post(f"/api/v1/rpc/{method}", data=data)
        assert answer.ok, answer.text()
        return answer.json()

    def say(self, person: str, room: str, text: str) -> int:
        """Says it from elsewhere; gives its offset."""
        offset: int = self.call(person, "room.post", room=room, command_id=self.id(), text=text)["offset"]
        return offset

    def read_all(self, person: str) -> None:
        for card in self.get(person, "rooms")["rooms"]:
            self.call(person, "room.read", room=card["id"], number=card["talk"])

    def id(self) -> str:
        """A command id that nobody has used."""
        return f"elsewhere-{next(self._ids)}"

    def _http(self, person: str) -> APIRequestContext:
        if person not in self._people:
            self._people[person] = self.login(person)
        return self._people[person]


def cookie_of(http: APIRequestContext) -> Any:
    return http.storage_state()["cookies"][0]


def unread(site: Site, person: str, room: str) -> int:
    """As the server counts them."""
    cards = site.get(person, "rooms")["rooms"]
    return next(card["unread"] for card in cards if card["id"] == room)
