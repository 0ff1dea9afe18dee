"""Calls at a BigBlueButton of the programme's own: a link that leads on, for who is signed in."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from server.config import ConfigError, read_config
from tests.flows.office import Office, copy_founded, open_office
from tests.flows.test_meetings import ask
from tests.flows.test_pairing import pair

SECRET = "a secret of the call server"
SUCCESS = b"<response><returncode>SUCCESS</returncode></response>"
FAILED = b"<response><returncode>FAILED</returncode></response>"


class CallServer:
    """One that checks the sum over what it is asked, as its documentation says."""

    def __init__(self) -> None:
        self.port = 0
        self.created: list[dict[str, list[str]]] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        path = head.split(b" ")[1].decode()
        good = is_signed(path, "create") and path.startswith("/bigbluebutton/api/create?")
        if good:
            self.created.append(parse_qs(urlsplit(path).query))
        body = SUCCESS if good else FAILED
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()


def is_signed(address: str, call: str) -> bool:
    query, _, checksum = urlsplit(address).query.rpartition("&checksum=")
    return hashlib.sha256(f"{call}{query}{SECRET}".encode()).hexdigest() == checksum


@asynccontextmanager
async def call_server() -> AsyncIterator[CallServer]:
    there = CallServer()
    server = await asyncio.start_server(there.serve, "127.0.0.1", 0)
    there.port = server.sockets[0].getsockname()[1]
    async with server:
        yield there


@asynccontextmanager
async def office_with(founded: Path, folder: Path, port: int, secret: str = SECRET) -> AsyncIterator[Office]:
    settings = {
        "ATELJE_URL": "https://rooms.example",
        "ATELJE_BBB_URL": f"http://127.0.0.1:{port}/bigbluebutton",
        "ATELJE_BBB_SECRET": secret,
    }
    async with open_office(copy_founded(founded, folder), folder, **settings) as office:
        yield office


async def test_a_link_leads_on_with_the_name_of_whoever_taps_it(founded_file: Path, tmp_path: Path) -> None:
    async with call_server() as there, office_with(founded_file, tmp_path, there.port) as office:
        office.cookie = "__Host-atelje"
        room = (await pair(office, "nika+blagica"))["room"]
        offer = await office.get("nika", f"/rooms/{room}/call")
        assert offer["server"] == "127.0.0.1"
        assert (await ask(office, "nika", "room.set_call", room, link=offer["link"])).status_code == 200
        path = offer["link"].removeprefix("https://rooms.example")
        headers = {"Cookie": f"__Host-atelje={office.tokens['nika']}"}
        answer = await office.client.get(path, headers=headers)
        assert (answer.status_code, answer.headers["referrer-policy"]) == (303, "no-referrer")
        location = answer.headers["location"]
        assert location.startswith(f"http://127.0.0.1:{there.port}/bigbluebutton/api/join?")
        assert is_signed(location, "join")
        asked = parse_qs(urlsplit(location).query)
        assert asked["fullName"] == ["Nika Šircelj"]
        (created,) = there.created
        assert (created["meetingID"], created["record"]) == (asked["meetingID"], ["false"])
        assert room not in location, "the call server learns nothing of the room"
        # Who is not signed in comes in first; a link that is not ours leads nowhere.
        office.client.cookies.clear()
        assert (await office.client.get(path)).headers["location"] == "/"
        for broken in (
            path[:-1] + ("0" if path[-1] != "0" else "1"),
            "/call/elsewhere.example/" + path.rpartition("/")[2],
        ):
            assert (await office.client.get(broken, headers=headers)).status_code == 404
        assert len(there.created) == 1


async def test_a_call_server_that_is_away_or_refuses_is_told_in_words(founded_file: Path, tmp_path: Path) -> None:
    async with call_server() as there, office_with(founded_file, tmp_path, there.port, "another secret") as office:
        office.cookie = "__Host-atelje"
        room = (await pair(office, "nika+blagica"))["room"]
        path = (await office.get("nika", f"/rooms/{room}/call"))["link"].removeprefix("https://rooms.example")
        headers = {"Cookie": f"__Host-atelje={office.tokens['nika']}", "Accept-Language": "sl"}
        answer = await office.client.get(path, headers=headers)
        assert answer.status_code == 502
        assert "Strežnik za klice se ne odziva" in answer.text


def test_an_address_without_its_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="ATELJE_BBB_SECRET"):
        read_config({"ATELJE_BBB_URL": "https://bbb.example.org/bigbluebutton"}, default_data=tmp_path, web=tmp_path)
