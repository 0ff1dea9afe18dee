"""Calendars of people's own: of a file or an address only when somebody is busy is kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest

from server.contract.hours import ReadCalendar
from server.database import Connection
from server.errors import Refused
from server.flows.busy_calendars import BusyCalendars
from server.outside import Bounds, Outside
from server.scheduling.availability import service as availability
from server.scheduling.availability.tables import busy_calendar
from server.scheduling.content_lines import LARGEST
from tests.flows.office import DAY, NOW, Office, copy_founded, open_office
from tests.flows.test_hours import at, say

SECRET = "Doctor, about the results"
BYTES = "application/octet-stream"


def entry(*lines: str, uid: str = "1") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{SECRET}", *lines, "END:VEVENT", ""])


def calendar(*entries: str, head: str = "") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(entries)}END:VCALENDAR\r\n".encode()


ONE = calendar(entry("DTSTART:20261201T100000Z", "DURATION:PT1H"))
HOUR = [at("2026-12-01", 10), at("2026-12-01", 11)]


async def send(office: Office, person: str, data: bytes, name: str = "work", kind: str = BYTES) -> httpx2.Response:
    await office.get(person, "/me")
    headers = {"Cookie": f"atelje={office.tokens[person]}", "Content-Type": kind}
    office.client.cookies.clear()
    return await office.client.put(f"/api/v1/me/calendars/{name}", content=data, headers=headers)


async def bring(office: Office, data: bytes, name: str = "work", person: str = "nika") -> Any:
    answer = await send(office, person, data, name)
    assert answer.status_code == 200, answer.text
    return answer.json()["calendars"]


async def refused(office: Office, data: bytes, name: str = "work") -> str:
    answer = await send(office, "nika", data, name)
    assert answer.status_code >= 400
    return str(answer.json()["code"])


async def busy(office: Office, person: str = "nika", start: int = NOW // 1000, days: int = 300) -> Any:
    def query(connection: Connection) -> Any:
        return availability.hours_of(connection, [person], start, start + days * DAY // 1000)[person].busy.tolist()

    return await office.read(query)


# ── a file ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_of_a_file_only_the_times_are_kept(either_office: Office) -> None:
    office = either_office
    (shown,) = await bring(office, ONE)
    assert shown == {
        "id": "work",
        "host": None,
        "read_at": NOW,
        "busy": 1,
        "until": NOW + 366 * DAY,
        "left_out": 0,
        "fault": None,
    }
    assert await busy(office) == [HOUR]
    (row,) = await office.rows(busy_calendar)
    assert SECRET.encode() not in b"".join(str(value).encode() for value in row) + row.busy
    assert (await office.get("blagica", "/me/calendars"))["calendars"] == []
    assert await busy(office, "blagica") == []


async def test_a_file_takes_the_place_of_the_one_before_and_is_removed(office: Office) -> None:
    await bring(office, ONE)
    await bring(office, ONE, "home")
    (_, shown) = await bring(office, calendar(entry("DTSTART;VALUE=DATE:20261224")), "home")
    assert shown["busy"] == 1
    day = [at("2026-12-23", 23), at("2026-12-24", 23)]
    assert await busy(office) == [HOUR, day], "a whole day is one of the person's own zone"
    await office.done("nika", "DELETE", "/me/calendars/work")
    await office.done("nika", "DELETE", "/me/calendars/work")
    await office.done("blagica", "DELETE", "/me/calendars/home")
    assert await busy(office) == [day]
    for name in "abcd":
        await bring(office, ONE, name)
    assert await refused(office, ONE, "e") == "too_many_calendars"
    await bring(office, ONE, "d")


async def test_whole_days_are_those_of_the_zone_of_my_hours(office: Office) -> None:
    await say(office, "nika", zone="America/New_York")
    await bring(office, calendar(entry("DTSTART;VALUE=DATE:20261224")))
    assert await busy(office) == [[at("2026-12-24", 5), at("2026-12-25", 5)]]
    await office.done("nika", "DELETE", "/me/hours")
    assert len(await busy(office)) == 1, "hours are taken back without the calendars"


BIG = calendar(entry("DTSTART:20261201T100000Z", "DURATION:PT1H", "DESCRIPTION:" + "x" * (LARGEST - 200)))
SERIES = ("DTSTART:20150105T100000Z", "DURATION:PT1H")
NEVER = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
MIDNIGHT = [at("2026-12-01", 0), at("2026-12-01", 1)]


def hour(start: str, *lines: str) -> bytes:
    return calendar(entry(f"DTSTART{start}", "DURATION:PT1H", *lines))


@pytest.mark.parametrize(
    ("file", "spans", "left_out"),
    [
        pytest.param(BIG, [HOUR], 0, id="one entry of 10 MB"),
        pytest.param(calendar(entry(*SERIES, "RRULE:FREQ=SECONDLY")), [], 1, id="every second"),
        pytest.param(calendar(entry(*SERIES, NEVER)), [], 0, id="a day that never comes"),
        pytest.param(hour(";TZI\r\n D=Europe/Belgrade:2026\r\n\t1201T110000"), [HOUR], 0, id="folded"),
        pytest.param(hour(";TZID=Nowhere/At All:20261201T110000"), [HOUR], 0, id="no zone"),
        pytest.param(hour(";TZID=Europe/../etc:20261201T110000"), [HOUR], 0, id="a path"),
        pytest.param(hour(";TZID=Central European Standard Time:20261201T110000"), [HOUR], 0, id="a zone of Windows"),
        pytest.param(hour(":20261201T110000"), [HOUR], 0, id="floating"),
        pytest.param(hour(":20261201T100000Z", "TRANSP:TRANSPARENT"), [], 0, id="transparent"),
        pytest.param(hour(":20261201T100000Z", "STATUS:CANCELLED"), [], 0, id="cancelled"),
        pytest.param(hour(":20261130T240000Z"), [MIDNIGHT], 0, id="24:00"),
        pytest.param(hour(":19001201T100000Z", "RRULE:FREQ=YEARLY"), [HOUR], 0, id="since 1900"),
        pytest.param(hour(":99991231T240000Z"), [], 1, id="9999"),
        pytest.param(calendar(entry("DTSTART:19000101T100000Z", "DTEND:99981231T100000Z")), None, 0, id="for ever"),
    ],
)
async def test_what_a_calendar_of_strangers_may_hold(
    office: Office, file: bytes, spans: list[list[int]] | None, left_out: int
) -> None:
    (shown,) = await bring(office, file)
    assert shown["left_out"] == left_out
    found = await busy(office, days=360)
    if spans is None:
        assert len(found) == 1
        assert found[0][0] < NOW // 1000 < found[0][1]
    else:
        assert found == spans


MANY = [entry(*SERIES, "RRULE:FREQ=WEEKLY", uid=str(number)) for number in range(4_000)]
WITHOUT = "EXDATE:" + ",".join(["20270105T100000Z"] * 1_000)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        pytest.param(b"", "calendar_none", id="nothing"),
        pytest.param(b"<html>Sign in</html>", "calendar_none", id="a page"),
        pytest.param(b"\x00\xff\xfe" * 1_000, "calendar_none", id="bytes"),
        pytest.param(ONE[:-20], "calendar_cut_off", id="cut off"),
        pytest.param(calendar(*MANY), "calendar_too_much", id="thousands of series"),
        pytest.param(
            calendar(entry(*SERIES, "RRULE:FREQ=DAILY", *[WITHOUT] * 400)),
            "calendar_too_much",
            id="hundreds of thousands of exceptions",
        ),
        pytest.param(b"BEGIN:VCALENDAR\r\n" * 30, "calendar_too_much", id="deep"),
        pytest.param(b"x" * (LARGEST + 1), "too_large", id="too large"),
    ],
)
async def test_what_is_no_calendar_changes_nothing(office: Office, file: bytes, code: str) -> None:
    await bring(office, ONE)
    assert await refused(office, file) == code
    assert await busy(office) == [HOUR]


async def test_a_name_is_a_name(office: Office) -> None:
    assert await refused(office, ONE, "x" * 65) == "not_found"
    assert await refused(office, ONE, "a%20b") == "not_found"
    other = await send(office, "nika", ONE, kind="text/calendar")
    assert other.json()["code"] == "bad_request"


# ── an address ────────────────────────────────────────────────────────────────────────────────────────────────────────

QUICK = Bounds(step=0.3, whole=0.8, size=100_000)


@dataclass
class Feeds:
    """A server on this machine that gives the same answer to each question."""

    answer: bytes = b""
    endless: bool = False
    heads: list[bytes] = field(default_factory=list)
    port: int = 0

    def say(self, body: bytes, status: str = "200 OK", *headers: str) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", ""]
        self.answer = "\r\n".join(lines).encode() + body

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/secret-of-nika.ics"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append(await reader.readuntil(b"\r\n\r\n"))
        with suppress(ConnectionError):
            writer.write(self.answer)
            while self.endless:
                writer.write(ONE)
                await writer.drain()
        writer.close()


@pytest.fixture
async def feeds() -> AsyncIterator[Feeds]:
    feeds = Feeds()
    server = await asyncio.start_server(feeds.serve, "127.0.0.1", 0)
    feeds.port = server.sockets[0].getsockname()[1]
    async with server:
        yield feeds


@pytest.fixture
async def reaching(founded_file: Path, tmp_path: Path) -> AsyncIterator[Office]:
    """Where whoever keeps the server has allowed addresses."""
    url = copy_founded(founded_file, tmp_path)
    async with open_office(url, tmp_path, ATELJE_OUTSIDE="calendars,loopback") as office:
        yield office


def reader(office: Office, **outside: Any) -> BusyCalendars:
    product = office.product
    way = Outside(on=True, bounds=QUICK, **outside)
    return BusyCalendars(product.database, product.writer, way, lambda: office.clock.now)


async def add(office: Office, address: str) -> Any:
    return (await office.post("nika", "/me/calendars", {"address": address}))["calendars"][-1]


async def shown(office: Office) -> Any:
    (one,) = (await office.get("nika", "/me/calendars"))["calendars"]
    return one


async def test_an_address_is_read_at_once_and_again_when_it_is_due(
    reaching: Office, feeds: Feeds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "atelje")
    office = reaching
    feeds.say(ONE)
    one = await add(office, feeds.address)
    assert (one["host"], one["read_at"], one["busy"], one["fault"]) == ("127.0.0.1", NOW, 1, None)
    assert "secret-of-nika" not in str(await office.get("nika", "/me/calendars"))
    assert await busy(office) == [HOUR]
    feeds.say(calendar(entry("DTSTART:20261202T100000Z", "DURATION:PT1H")))
    await reader(office, loopback=True).look_again()
    assert len(feeds.heads) == 1, "not before it is due"
    office.clock.now += DAY // 4
    for _ in range(2):
        await reader(office, loopback=True).look_again()
    assert len(feeds.heads) == 2
    assert await busy(office) == [[one + 86_400 for one in HOUR]]
    await office.done("nika", "DELETE", f"/me/calendars/{one['id']}")
    assert await busy(office) == []
    assert "secret-of-nika" not in "".join(str(vars(one)) for one in caplog.records if one.name.startswith("atelje"))


async def test_what_is_not_read_stands_beside_the_calendar_and_what_was_read_stays(
    reaching: Office, feeds: Feeds
) -> None:
    office = reaching
    feeds.say(ONE)
    await add(office, feeds.address)
    for body, status, headers, fault in (
        (b"", "404 Not Found", (), "answer"),
        (b"<html>Sign in</html>", "200 OK", (), "none"),
        (ONE[:-9], "200 OK", (), "cut_off"),
        (calendar(*MANY)[:90_000] + b"END:VCALENDAR", "200 OK", (), "cut_off"),
        (ONE, "200 OK", ("Content-Encoding: gzip",), "packed"),
        (b"", "302 Found", (f"Location: {feeds.address}",), "redirects"),
        (b"", "302 Found", ("Location: https://10.0.0.1/a.ics",), "private"),
        (b"", "302 Found", ("Location: file:///etc/passwd",), "address"),
    ):
        feeds.say(body, status, *headers)
        office.clock.now += DAY
        await reader(office, loopback=True).look_again()
        assert (await shown(office))["fault"] == fault, body[:40]
        assert (await shown(office))["read_at"] == NOW
    feeds.say(ONE)
    office.clock.now += DAY
    await reader(office, loopback=True).look_again()
    assert ((await shown(office))["fault"], (await shown(office))["read_at"]) == (None, office.clock.now)


async def test_a_feed_that_never_ends_is_left_and_one_that_fails_is_asked_less_and_less(
    reaching: Office, feeds: Feeds
) -> None:
    office = reaching
    feeds.answer, feeds.endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", True
    calendars = reader(office, loopback=True)
    one = (await calendars.add("nika", ReadCalendar(feeds.address))).calendars[0]
    assert (one.fault, one.read_at, one.busy) == ("large", None, 0)
    asked = []
    for hour in range(24):
        before = len(feeds.heads)
        await calendars.look_again()
        asked += [hour] * (len(feeds.heads) - before)
        office.clock.now += DAY // 24
    assert asked == [1, 3, 7, 15]


async def test_this_machine_and_private_networks_are_not_asked(office: Office, feeds: Feeds) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return [host.replace("-", ".").removesuffix(".example")]

    feeds.say(ONE)
    calendars = reader(office, resolve=resolve)
    for host in ("127-0-0-1", "10-0-0-1", "169-254-169-254"):
        address = f"webcal://{host}.example/a.ics"
        fault = (await calendars.add("nika", ReadCalendar(address))).calendars[-1].fault
        assert fault == "private", host
    for address in (
        feeds.address,
        "ftp://calendar.example/a",
        "https://",
        "nothing",
        "https://me:word@calendar.example",
    ):
        with pytest.raises(Refused) as refusal:
            await calendars.add("nika", ReadCalendar(address))
        assert refusal.value.code == "calendar_address"
    assert feeds.heads == []


async def test_no_address_is_read_unless_that_is_allowed(office: Office, feeds: Feeds) -> None:
    assert (await office.get("nika", "/me/calendars"))["addresses"] is False
    wanted = {"address": "https://calendar.example/a.ics"}
    assert await office.refused("nika", "POST", "/me/calendars", wanted) == "calendars_off"
    feeds.say(ONE)
    await reader(office, loopback=True).add("nika", ReadCalendar(feeds.address))
    assert (await shown(office))["fault"] == "off", "it was allowed once"
    office.clock.now += DAY
    product = office.product
    off = BusyCalendars(product.database, product.writer, Outside(on=False), lambda: office.clock.now)
    await off.look_again()
    assert len(feeds.heads) == 1


async def test_two_nodes_read_a_calendar_once(reaching: Office, feeds: Feeds) -> None:
    office = reaching
    feeds.say(ONE)
    for _ in range(3):
        await add(office, feeds.address)
    office.clock.now += DAY
    await asyncio.gather(*(reader(office, loopback=True).look_again() for _ in range(3)))
    assert len(feeds.heads) == 6
