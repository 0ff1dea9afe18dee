"""People by the command line, while the server runs: invited, listed, kept out, let in again."""

from __future__ import annotations

import httpx2

from server.contract.accounts import AcceptInvitation
from tests.servers import AteljeProcess, StartAtelje
from tests.stories.device import Device
from tests.stories.opening import OpenSite

PASSWORD = "most preko Dunava"


def said(process: AteljeProcess, *arguments: str) -> str:
    done = process.run("person", *arguments)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def test_the_first_keeper_can_come_by_the_command_line(server_process: StartAtelje) -> None:
    process = server_process()
    told = said(
        process, "invite", "Весна", "vesna@example.org", "--language", "sr-Cyrl", "--zone", "Europe/Sofia", "--keeper"
    )
    link = told.split()[-1]
    assert link.startswith(f"{process.base_url}/invitation#")
    with httpx2.Client(base_url=process.base_url) as vesna:
        facts = {"name": "Весна", "language": "sr-Cyrl", "zone": "Europe/Belgrade", "password": PASSWORD}
        accepted = vesna.post("/api/v1/invitations/accept", json={"token": link.partition("#")[2]} | facts)
        assert accepted.json()["name"] == "Весна"
        assert set(facts) < set(AcceptInvitation.__struct_fields__)
        wanted = {"name": "Nika", "email": "nika@example.org", "language": "sl"}
        assert vesna.post("/api/v1/invitations", json=wanted).status_code == 200
    listed = said(process, "list")
    assert "active, keeper" in listed
    assert "invited" in listed
    assert "Nika <nika@example.org>" in listed
    refused = process.run("person", "invite", "Vesna", "VESNA@example.org")
    assert (refused.returncode, "already" in refused.stdout) == (1, True)
    for secret in ("vesna@", "nika@", "Nika", link.partition("#")[2], PASSWORD):
        assert secret not in process.log


async def test_who_is_kept_out_is_out_of_every_open_connection(open_site: OpenSite) -> None:
    site = await open_site(password=True)
    device: Device
    async with site.connected("ana") as (device,), site.browser("ana") as ana, site.browser() as anew:
        assert "disabled" in said(site.process, "disable", "ana@people.example")
        assert (await device.is_closed(15))[0] == 4501
        assert (await ana.get("/api/v1/me")).status_code == 401
        sign_in = {"email": "ana@people.example", "password": "a-quiet-river-bend"}
        assert (await anew.post("/api/v1/login", sign_in)).json()["code"] == "sign_in_failed"
        assert "active" in said(site.process, "enable", "ana")
        assert (await anew.post("/api/v1/login", sign_in)).status_code == 200


async def test_whose_logins_are_ended_by_the_keeper_is_out_and_comes_in_again(open_site: OpenSite) -> None:
    site = await open_site(password=True)
    device: Device
    async with site.connected("ana") as (device,), site.browser("ana") as ana, site.browser() as anew:
        said(site.process, "sign-out", "ana@people.example")
        assert (await device.is_closed(15))[0] == 4501
        assert (await ana.get("/api/v1/me")).status_code == 401
        said(site.process, "codes-off", "ana@people.example")
        sign_in = {"email": "ana@people.example", "password": "a-quiet-river-bend"}
        assert (await anew.post("/api/v1/login", sign_in)).status_code == 200
