"""Coming in, from the invitation to the last way out, through the server as it is served, its mail included."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from tests.servers import wait_until
from tests.stories.device import Device, WireFailure
from tests.stories.opening import OpenSite
from tests.stories.programme import COORDINATOR
from tests.stories.programme import PASSWORD as ANAS
from tests.stories.site import Site

PASSWORD = "most preko Dunava"


def mailed(site: Site, template: str, to: str) -> str:
    """The token of the newest mail's link, once that mail is there."""

    def came() -> list[Any]:
        mails = httpx2.get(f"{site.origin}/mail.json", trust_env=False).json()
        return [mail["link"] for mail in mails if (mail["to"], mail["template"]) == (to, template)]

    wait_until(lambda: bool(came()), 15, f"the mail {template}")
    return str(came()[0]).partition("#")[2]


async def test_a_person_comes_in_by_mail_stays_and_closes_every_door_behind_a_thief(open_site: OpenSite) -> None:
    site = await open_site()
    async with site.browser(COORDINATOR) as vera, site.browser() as nika:
        wanted = {"name": "Ника", "email": "nika@people.example", "language": "sr-Cyrl"}
        made = (await vera.post("/api/v1/invitations", wanted)).json()
        token = mailed(site, "invitation", "nika@people.example")
        assert made["link"] == f"{site.origin}/invitation#{token}"
        facts = {"token": token, "name": "Ника", "language": "sr-Latn", "zone": "Europe/Belgrade", "password": PASSWORD}
        assert (await nika.post("/api/v1/invitations/accept", facts)).status_code == 200
    async with site.browser() as thief, site.browser() as nika:
        sign_in = {"email": "nika@people.example", "password": PASSWORD}
        assert (await thief.post("/api/v1/login", sign_in)).status_code == 200
        token = (await thief.post("/api/v1/connection-token")).json()["token"]
        device = Device(site.socket_url, token=token)
        await device.connect()
        assert (await nika.post("/api/v1/password/forgotten", {"email": "nika@people.example"})).json() == {}
        reset = {"token": mailed(site, "password_reset", "nika@people.example"), "password": "Ibar vodi 1999"}
        assert (await nika.post("/api/v1/password/reset", reset)).json()["language"] == "sr-Latn"
        assert (await device.is_closed())[0] == 4501
        assert (await thief.get("/api/v1/me")).status_code == 401
        assert (await nika.get("/api/v1/me")).status_code == 200


async def test_a_new_password_closes_what_a_copy_of_the_cookie_opened(open_site: OpenSite) -> None:
    site = await open_site(password=True)
    async with site.browser() as ana:
        assert (await ana.post("/api/v1/login", {"email": "ana@people.example", "password": ANAS})).status_code == 200
        tokens = [(await ana.post("/api/v1/connection-token")).json()["token"] for _ in range(2)]
        thief = await Device(site.socket_url, token=tokens[0]).connect()
        change = {"current": ANAS, "password": PASSWORD}
        assert (await ana.client.put("/api/v1/me/password", json=change)).status_code == 200
        assert (await thief.is_closed())[0] == 3005
        with pytest.raises(WireFailure, match="109 token expired"):
            await Device(site.socket_url, token=tokens[1]).connect()
        again = (await ana.post("/api/v1/connection-token")).json()["token"]
        own = await Device(site.socket_url, token=again).connect()
        assert own.connected
        await own.close()
