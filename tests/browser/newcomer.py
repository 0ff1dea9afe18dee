"""People who come in by an invitation, so that a test may change their accounts; and the mail that the server shows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from typing import Any

from playwright.sync_api import APIRequestContext, Playwright

from tests.browser.site import Site
from tests.servers import wait_until

PASSWORD = "a river bends twice"
_numbers = count(1)
_ENROL = """
INSERT INTO enrolment (cohort_id, role, person, enrolled_at)
SELECT cohort_id, 'mentee', ?, enrolled_at FROM enrolment WHERE person = 'vesna' AND role = 'coordinator' LIMIT 1
"""


@dataclass(frozen=True)
class Newcomer:
    """`http`: signed in, in a browser of its own."""

    id: str
    name: str
    email: str
    http: APIRequestContext

    @property
    def cookie(self) -> Any:
        return self.http.storage_state()["cookies"][0]


def invite(site: Site, name: str, language: str = "en") -> tuple[str, str]:
    """By the coordinator. The address and the path of the link."""
    email = f"newcomer-{next(_numbers)}@example.org"
    made = _vesna(site).post("/api/v1/invitations", data={"name": name, "email": email, "language": language})
    assert made.ok, made.text()
    return email, path_of(made.json()["link"])


def bring_in(
    site: Site,
    playwright: Playwright,
    name: str,
    *,
    language: str = "en",
    room: str | None = None,
    password: str | None = PASSWORD,
) -> Newcomer:
    email, link = invite(site, name, language)
    http = playwright.request.new_context(base_url=site.origin)
    mine = {"name": name, "language": language, "zone": "Europe/Belgrade", "password": password}
    accepted = http.post("/api/v1/invitations/accept", data={"token": link.partition("#")[2], **mine})
    assert accepted.ok, accepted.text()
    newcomer = Newcomer(accepted.json()["id"], name, email, http)
    if room is not None:
        add_to_room(site, newcomer.id, room)
    return newcomer


def add_to_room(site: Site, person: str, room: str) -> None:
    """Only who is in the programme can be added, and no door takes anybody into one yet."""
    with closing(sqlite3.connect(site.process.data / "atelje.db", timeout=10)) as database, database:
        database.execute(_ENROL, (person,))
    site.call("vesna", "room.add_member", room=room, command_id=site.id(), person=person, role="guest")


def mailed(site: Site, to: str, template: str) -> str:
    """The path of the link in the newest mail of this kind, once it is there."""
    found: list[str] = []

    def sent() -> bool:
        mails = _vesna(site).get("/mail.json").json()
        found[:] = [mail["link"] for mail in mails if mail["to"] == to and mail["template"] == template]
        return bool(found)

    wait_until(sent, 10, f"the mail {template} is sent")
    return path_of(found[0])


def path_of(link: str) -> str:
    return "/" + link.split("/", 3)[3]


def _vesna(site: Site) -> APIRequestContext:
    return site._http("vesna")
