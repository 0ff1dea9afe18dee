"""Pushes from the door where a browser asks for them to the push service that takes them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from cryptography.exceptions import InvalidSignature
from starlette.applications import Starlette

from server.accounts import service as accounts
from server.errors import Refused
from server.flows.pushing import reached, tell
from server.http import push as http_push
from server.http.guard import guards
from server.http.problem import TRANSLATIONS
from server.outside import Bounds, Outside
from server.post.push import rules, store
from server.post.push.service import LEASE, Kind, Push
from server.post.push.tables import push as queue
from server.post.push.tables import push_device
from server.post.push.vapid import Vapid
from server.post.service import Post, Quiet, Unread, tell_unread
from server.post.tables import told_unread
from server.unit_of_work import UnitOfWork
from tests.accounts.house import KEY, House, open_house
from tests.http.ask import Answer, ask
from tests.post.push_service import PushService, push_service, verified

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000

DEAD = "http://127.0.0.1:1/dead"


@dataclass(slots=True)
class Devices:
    """`here`: who has a page open."""

    house: House
    push: Push
    app: Starlette
    service: PushService
    here: set[str]
    cookies: dict[str, str] = field(default_factory=dict)

    async def ask(self, device: str, method: str, path: str = "", body: object = None, person: str = "ana") -> Answer:
        """From a browser of the person's, signed in before the first question."""
        if device not in self.cookies:
            self.cookies[device] = await self.house.sign_in(person, label=device)
        data = b"" if body is None else json.dumps(body).encode()
        host = self.house.config.url.partition("://")[2]
        cookie = f"atelje={self.cookies[device]}"
        return await ask(self.app, method, f"/api/v1/me/push{path}", data, hosts=(host,), cookie=cookie)

    async def turn_on(self, device: str, person: str = "ana", endpoint: str = "") -> str:
        """Its login."""
        wanted = {"endpoint": endpoint or self.service.endpoint(device)}
        answer = await self.ask(device, "PUT", "", wanted, person)
        assert answer.status == 200, answer
        return next(str(one["login"]) for one in answer.json["devices"] if one["this"])

    async def tell(self, *people: str, kind: Kind = "unread") -> frozenset[str]:
        told = await self.house.writer.run(lambda unit: tell(unit, people, kind))
        await self.push.send_all()
        return told

    async def waits(self) -> dict[str, int]:
        """ms from now until they are due, by login."""
        return {row.login: row.due_at - self.house.now for row in await self.house.rows(queue)}

    @property
    def reached(self) -> list[str]:
        return [one.path.removeprefix("/") for one in self.service.taken]


@pytest.fixture
async def devices(database_url: str) -> AsyncIterator[Devices]:
    async with open_house(database_url) as house, push_service() as service:
        await house.add("ana")
        await house.add("bor", language="mk")
        here: set[str] = set()
        outside = Outside(on=True, loopback=True, bounds=Bounds(step=3, whole=6))
        vapid = Vapid(KEY, "mailto:atelje@rooms.example")
        clock = lambda: house.now  # noqa: E731
        push = Push(house.database, house.writer, clock, vapid, outside, reached, here.__contains__, lambda: 0.5)
        routes = http_push.routes(push, house.accounts, on=True)
        app = Starlette(routes=routes, middleware=guards(house.config), exception_handlers=TRANSLATIONS)
        yield Devices(house, push, app, service, here)
        outside.close()


# ── the proof ─────────────────────────────────────────────────────────────────────────────────────────────────────────

RFC_8292 = (
    "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3"
    "NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmys"
    "azNjjvW2L9OkSSHzvoD1oA, "
    "k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
)


def test_the_check_of_the_proof_takes_the_example_of_the_standard_and_no_other() -> None:
    claims, _key = verified(RFC_8292)
    assert claims == {"aud": "https://push.example.net", "exp": 1_453_523_768, "sub": "mailto:push@example.com"}
    with pytest.raises(InvalidSignature):
        verified(RFC_8292.replace("i3CYb7t4", "i3CYb7t5"))


def test_a_proof_is_for_one_push_service_and_a_part_of_a_day() -> None:
    vapid, now = Vapid(KEY, "https://rooms.example"), 1_795_000_000_000
    first = vapid.authorization("https://push.example/a/secret?x=1", now)
    claims, key = verified(first)
    assert (claims["aud"], claims["sub"], key) == ("https://push.example", "https://rooms.example", vapid.public)
    assert now // 1000 + 6 * 3600 <= int(str(claims["exp"])) <= now // 1000 + 12 * 3600
    assert vapid.authorization("https://push.example/b", now) == first, "signed once"
    assert verified(vapid.authorization("https://other.example:8443/b", now))[0]["aud"] == "https://other.example:8443"
    assert vapid.authorization("https://push.example/a", now + 6 * HOUR) != first
    for made_up in range(500):
        vapid.authorization(f"https://push{made_up}.example/", now)
    assert len(vapid._tokens) <= 100


# ── the doors ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_browser_is_told_from_when_it_asks_until_it_does_not(devices: Devices) -> None:
    assert (await devices.ask("phone", "GET")).json == {"key": devices.push.key, "devices": []}
    phone = await devices.turn_on("phone")
    laptop = await devices.turn_on("laptop")
    listed = (await devices.ask("laptop", "GET")).json["devices"]
    assert [(one["login"], one["label"], one["this"]) for one in listed] == [
        (phone, "phone", False),
        (laptop, "laptop", True),
    ]
    assert "127.0.0.1" not in json.dumps(listed), "the address is nobody's business"
    assert await devices.tell("ana") == {"ana"}
    assert sorted(devices.reached) == ["laptop", "phone"]
    left = (await devices.ask("laptop", "DELETE", f"/{phone}")).json["devices"]
    assert [one["login"] for one in left] == [laptop]
    devices.house.now += HOUR
    await devices.tell("ana")
    assert devices.reached[2:] == ["laptop"]


async def test_nobody_touches_the_devices_of_others(devices: Devices) -> None:
    phone = await devices.turn_on("phone")
    assert (await devices.ask("bors", "DELETE", f"/{phone}", person="bor")).json["devices"] == []
    assert (await devices.ask("bors", "POST", f"/{phone}/test")).problem == "push_not_on"
    assert len((await devices.ask("phone", "GET")).json["devices"]) == 1


async def test_a_browser_is_told_for_whom_it_asked_last(devices: Devices) -> None:
    await devices.turn_on("family", "ana", devices.service.endpoint("shared"))
    await devices.turn_on("family-2", "bor", devices.service.endpoint("shared"))
    assert await devices.tell("ana") == frozenset()
    assert await devices.tell("bor") == {"bor"}


async def test_a_person_has_no_end_of_devices(devices: Devices) -> None:
    for number in range(rules.DEVICES + 3):
        devices.house.now += 1
        await devices.turn_on(f"d{number}")
    listed = (await devices.ask("d12", "GET")).json["devices"]
    assert [one["label"] for one in listed] == [f"d{number}" for number in range(3, 13)]


@pytest.mark.parametrize(
    "endpoint",
    ["", "http://push.example/a", "ftp://a/b", "x", "https://me:pw@push.example/a", "https://" + "a" * 2_001],
)
async def test_what_is_no_address_of_a_push_service_is_refused(devices: Devices, endpoint: str) -> None:
    strict = Outside(on=True)
    devices.push._outside = strict
    answer = await devices.ask("phone", "PUT", "", {"endpoint": endpoint})
    assert answer.problem in ("push_address_invalid", "bad_request")
    assert await devices.house.rows(push_device) == []
    strict.close()


async def test_a_server_that_does_not_push_says_so(devices: Devices) -> None:
    devices.app = Starlette(
        routes=http_push.routes(devices.push, devices.house.accounts, on=False),
        middleware=guards(devices.house.config),
        exception_handlers=TRANSLATIONS,
    )
    assert (await devices.ask("phone", "GET")).json["key"] is None
    assert (await devices.ask("phone", "PUT", "", {"endpoint": "https://push.example"})).problem == "push_off"
    assert (await devices.ask("phone", "POST", "/x/test")).problem == "push_off"


async def test_where_pushing_is_off_again_there_are_no_devices_and_mails_go_out(devices: Devices) -> None:
    await devices.turn_on("phone")
    await devices.push.start(alone=True)
    assert len(await devices.house.rows(push_device)) == 1
    devices.push._outside.on = False
    await devices.push.start(alone=True)
    assert await devices.house.rows(push_device) == []
    assert await devices.tell("ana") == frozenset()


async def test_a_trial_comes_at_once_to_one_device_at_night_and_to_who_is_here(devices: Devices) -> None:
    phone = await devices.turn_on("phone")
    await devices.turn_on("laptop")
    devices.house.now = _at(3)
    devices.here.add("ana")
    assert (await devices.ask("phone", "POST", f"/{phone}/test")).status == 200
    await devices.push.send_all()
    assert devices.reached == ["phone"]


# ── what goes out ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_nothing_is_in_a_push(devices: Devices) -> None:
    await devices.turn_on("phone")
    await devices.tell("ana")
    (one,) = devices.service.taken
    assert one.body == b""
    assert one.claims["aud"] == devices.service.origin
    assert one.claims["sub"] == "mailto:atelje@rooms.example"
    assert one.key == devices.push.key
    known = {"host", "accept", "accept-encoding", "connection", "user-agent", "authorization", "content-length"}
    said = {name: value for name, value in one.headers.items() if name not in known}
    assert said == {"ttl": "86400", "urgency": "normal", "topic": "atelje"}
    assert one.headers["content-length"] == "0"


async def test_ten_words_give_one_push(devices: Devices) -> None:
    login = await devices.turn_on("phone")

    def many(unit: UnitOfWork) -> None:
        for _ in range(10):
            tell(unit, ["ana", "bor"], "unread")

    await devices.house.writer.run(many)
    assert await devices.waits() == {login: 0}
    await devices.push.send_all()
    await devices.tell("ana")
    assert devices.reached == ["phone"]
    assert await devices.waits() == {login: MINUTE}, "the next one a minute later, whatever it tells"
    devices.house.now += MINUTE
    await devices.push.send_all()
    assert devices.reached == ["phone", "phone"]
    assert await devices.waits() == {}


async def test_a_push_goes_out_with_what_it_tells_or_not_at_all(devices: Devices) -> None:
    await devices.turn_on("phone")

    def fail(unit: UnitOfWork) -> None:
        tell(unit, ["ana"], "unread")
        raise Refused("not_found")

    with pytest.raises(Refused):
        await devices.house.writer.run(fail)
    assert await devices.waits() == {}


async def test_who_has_a_page_open_is_not_told(devices: Devices) -> None:
    await devices.turn_on("phone")
    devices.here.add("ana")
    await devices.tell("ana", kind="starting")
    assert devices.reached == []
    assert await devices.waits() == {}


def _at(hour: int) -> int:
    return int(datetime(2026, 11, 19, hour, tzinfo=ZoneInfo("Europe/Belgrade")).timestamp() * 1000)


async def test_at_night_only_what_begins_now_is_told(devices: Devices) -> None:
    login = await devices.turn_on("phone")
    devices.house.now = _at(3)
    await devices.tell("ana", kind="meeting")
    assert devices.reached == []
    assert await devices.waits() == {login: 5 * HOUR}
    await devices.tell("ana", kind="starting")
    await devices.push.send_all()
    assert devices.reached == ["phone"]
    assert devices.service.taken[0].headers["urgency"] == "high"


async def test_the_night_is_the_persons_own(devices: Devices) -> None:
    login = await devices.turn_on("phone")
    post = Post(devices.house.database, devices.house.writer, lambda: devices.house.now, devices.house.config, KEY)
    noon = datetime.fromtimestamp(devices.house.now / 1000, ZoneInfo("Europe/Belgrade"))
    await post.set_quiet(
        "ana",
        Quiet(
            noon.time().replace(minute=0, second=0, microsecond=0),
            noon.time().replace(hour=15, minute=0, second=0, microsecond=0),
        ),
    )
    await devices.tell("ana")
    assert devices.reached == []
    waits = (await devices.waits())[login]
    assert datetime.fromtimestamp((devices.house.now + waits) / 1000, noon.tzinfo).hour == 15


async def test_a_login_that_is_over_is_told_nothing(devices: Devices) -> None:
    await devices.turn_on("phone")
    await devices.house.writer.run(lambda unit: tell(unit, ["ana"], "unread"))
    await devices.house.writer.run(lambda unit: accounts.end_logins(unit, "ana"))
    await devices.push.send_all()
    assert devices.reached == []
    assert await devices.house.rows(push_device) == []
    assert await devices.tell("ana") == frozenset(), "so a mail goes"


async def test_devices_of_logins_that_are_over_are_tidied_away(devices: Devices) -> None:
    await devices.turn_on("phone")
    await devices.turn_on("bors", "bor")
    await devices.house.writer.run(lambda unit: accounts.disable(unit, "ana"))
    await devices.push.tidy()
    assert [row.person for row in await devices.house.rows(push_device)] == ["bor"]


# ── what push services answer ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
async def test_a_device_that_is_gone_is_forgotten_and_the_mail_tells_instead(devices: Devices, status: str) -> None:
    await devices.turn_on("phone")
    devices.service.answers["phone"] = [status]
    await devices.house.writer.run(lambda unit: tell_unread(unit, Unread("ana", "r", 3)))
    await devices.tell("ana")
    assert await devices.house.rows(push_device) == []
    assert await devices.waits() == {}
    assert await devices.house.rows(told_unread) == []
    assert await devices.tell("ana") == frozenset()


async def test_one_of_two_devices_that_is_gone_brings_no_mail(devices: Devices) -> None:
    await devices.turn_on("phone")
    await devices.turn_on("laptop")
    devices.service.answers["phone"] = ["410 Gone"]
    await devices.house.writer.run(lambda unit: tell_unread(unit, Unread("ana", "r", 3)))
    await devices.tell("ana")
    assert len(await devices.house.rows(told_unread)) == 1


@pytest.mark.parametrize("status", ["400 Bad Request", "403 Forbidden", "413 Too Large", "307 Elsewhere"])
async def test_a_push_that_is_not_taken_is_given_up_and_the_mail_tells_until_one_is(
    devices: Devices, status: str
) -> None:
    await devices.turn_on("phone")
    devices.service.answers["phone"] = [status]
    await devices.tell("ana")
    assert await devices.waits() == {}
    assert (await devices.ask("phone", "GET")).json["devices"][0]["failed"] is True
    assert await devices.tell("ana") == frozenset(), "pushed, and mailed too"
    assert len(devices.service.taken) == 2
    assert (await devices.ask("phone", "GET")).json["devices"][0]["failed"] is False
    devices.house.now += HOUR
    assert await devices.tell("ana") == {"ana"}


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("429 Slow\r\nRetry-After: 600", 10 * MINUTE),
        ("429 Slow\r\nRetry-After: 0", MINUTE),
        ("503 Busy\r\nRetry-After: 9999999999999", DAY),
        ("503 Busy\r\nRetry-After: soon", MINUTE),
        ("503 Busy\r\nRetry-After: Wed, 18 Nov 2026 14:06:40 GMT", 3 * HOUR),
        ("500 Oh", MINUTE),
    ],
)
async def test_who_asks_for_patience_gets_it(devices: Devices, said: str, wait: int) -> None:
    login = await devices.turn_on("phone")
    devices.service.answers["phone"] = [said]
    await devices.tell("ana")
    assert await devices.waits() == {login: wait}
    await devices.tell("ana", kind="meeting")
    assert await devices.waits() == {login: wait}, "whatever comes meanwhile"
    devices.house.now += wait
    await devices.push.send_all()
    assert len(devices.service.taken) == (1 if wait == DAY else 2), "after a day it is no news"


async def test_a_push_service_that_is_not_there_is_tried_again_until_it_is_no_news(devices: Devices) -> None:
    login = await devices.turn_on("phone", endpoint=DEAD)
    await devices.tell("ana", kind="starting")
    waits: list[int] = []
    while login in (left := await devices.waits()):
        waits.append(left[login])
        devices.house.now += left[login]
        await devices.push.send_all()
    assert waits[:3] == [MINUTE, 3 * MINUTE, 9 * MINUTE]
    assert sum(waits) >= 30 * MINUTE
    assert (await devices.ask("phone", "GET")).json["devices"][0]["failed"] is True


async def test_a_device_in_a_private_network_is_forgotten(devices: Devices) -> None:
    await devices.turn_on("phone", endpoint="http://10.0.0.1/push")
    await devices.tell("ana")
    assert await devices.house.rows(push_device) == []


async def test_a_push_whose_node_died_is_sent_by_another(devices: Devices) -> None:
    await devices.turn_on("phone")
    await devices.house.writer.run(lambda unit: tell(unit, ["ana"], "unread"))
    (lost,) = await devices.house.writer.run(lambda unit: store.take(unit.connection, unit.now, LEASE, 5))
    await devices.push.send_all()
    assert devices.reached == []
    devices.house.now += LEASE
    await devices.push.send_all()
    assert devices.reached == ["phone"]
    await devices.house.writer.run(lambda unit: store.end(unit.connection, lost))


async def test_a_process_that_is_alone_waits_for_nobody_and_for_push_services(devices: Devices) -> None:
    await devices.turn_on("phone")
    laptop = await devices.turn_on("laptop")
    devices.service.answers["laptop"] = ["429 Slow\r\nRetry-After: 3600"]
    await devices.house.writer.run(
        lambda unit: store.add(unit.connection, [laptop], "unread", unit.now, unit.now + DAY)
    )
    await devices.push.send_all()
    await devices.house.writer.run(lambda unit: tell(unit, ["ana"], "unread"))
    await devices.house.writer.run(lambda unit: store.take(unit.connection, unit.now, LEASE, 5))
    await devices.push.start(alone=True)
    await devices.push.send_all()
    assert devices.reached == ["laptop", "phone"]
    assert await devices.waits() == {laptop: HOUR}


async def test_many_are_sent_and_one_that_fails_holds_up_no_other(devices: Devices) -> None:
    everybody: Collection[str] = [f"p{number}" for number in range(40)]
    for person in everybody:
        await devices.house.add(person)
        await devices.turn_on(f"of-{person}", person)
    devices.service.answers["of-p7"] = ["500 Oh"]
    assert await devices.tell(*everybody) == set(everybody)
    assert len(devices.service.taken) == 40
    assert len(await devices.waits()) == 1


async def test_no_line_of_the_log_has_an_address(devices: Devices, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "atelje")
    await devices.turn_on("phone")
    await devices.tell("ana")
    assert "push sent" in caplog.text
    assert "127.0.0.1" not in "".join(str(vars(one)) for one in caplog.records if one.name.startswith("atelje"))
