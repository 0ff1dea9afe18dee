"""The doors of the post: stopping a kind of mail with a link alone, one's own wishes, and what was caught at home."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from starlette.applications import Starlette

from server.http import accounts as http_accounts
from server.http import post as http_post
from server.http.guard import guards
from server.http.problem import TRANSLATIONS
from server.post.rules import Stop, sign_stop
from server.post.service import Post, enqueue
from tests.accounts.house import KEY, House, open_house
from tests.http.ask import Answer, ask
from tests.http.conftest import ANA
from tests.post.house import a_mail

HERE = ("127.0.0.1", 50_000)


@dataclass(slots=True)
class PostDoors:
    house: House
    post: Post
    app: Starlette

    async def ask(self, method: str, path: str, body: object = None, **how: Any) -> Answer:
        data = body if isinstance(body, bytes) else b"" if body is None else msgspec.json.encode(body)
        host = self.house.config.url.partition("://")[2]
        return await ask(self.app, method, path, data, how.pop("headers", ()), hosts=(host,), **how)

    async def unwanted(self) -> bool:
        return not await self.post.wants("ana", "unread")


def open_doors(house: House) -> PostDoors:
    post = Post(house.database, house.writer, lambda: house.now, house.config, KEY)
    routes = [*http_accounts.routes(house.accounts), *http_post.routes(post, house.accounts, house.config)]
    app = Starlette(routes=routes, middleware=guards(house.config), exception_handlers=TRANSLATIONS)
    return PostDoors(house, post, app)


@pytest.fixture
async def doors(sqlite_url: str) -> AsyncIterator[PostDoors]:
    async with open_house(sqlite_url) as house:
        await house.add("ana")
        yield open_doors(house)


def link(language: str = "hr") -> str:
    return f"/mail/unsubscribe/{sign_stop(KEY, Stop('ana', 'unread', language))}"


# ── stopping ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_opening_the_link_changes_nothing_and_its_button_does(doors: PostDoors) -> None:
    page = await doors.ask("GET", link())
    assert page.status == 200
    assert "Neka više ne stižu" in page.body.decode()
    assert not await doors.unwanted()
    (action,) = re.findall('action="([^"]+)"', page.body.decode())
    done = await doors.ask("POST", action, b"", headers=(("origin", "http://127.0.0.1:8000"),))
    assert "Takva pisma više ne stižu." in done.body.decode()
    assert await doors.unwanted()
    (again,) = re.findall('action="([^"]+)"', done.body.decode())
    assert "opet stižu" in (await doors.ask("POST", again)).body.decode()
    assert not await doors.unwanted()


async def test_a_mail_program_stops_it_with_one_request(doors: PostDoors) -> None:
    one_click = {"body": b"List-Unsubscribe=One-Click", "kind": "application/x-www-form-urlencoded"}
    for _ in range(2):
        assert (await doors.ask("POST", link(), **one_click)).status == 200
    assert await doors.unwanted()


async def test_a_link_that_is_not_ours_stops_nothing(doors: PostDoors) -> None:
    for wrong in (link()[:-1], link().replace("ana", "bor"), "/mail/unsubscribe/x", f"{link()[:-1]}x/again"):
        for method in ("GET", "POST"):
            if method == "GET" and wrong.endswith("again"):
                continue
            answer = await doors.ask(method, wrong)
            assert answer.status == 404
            assert "not whole" in answer.body.decode()


async def test_another_page_can_not_press_the_button(doors: PostDoors) -> None:
    foreign = (("origin", "https://evil.example"),)
    assert (await doors.ask("POST", link(), headers=foreign)).problem == "origin_not_allowed"
    assert not await doors.unwanted()


@pytest.mark.parametrize("language", ["sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en", "sq"])
async def test_the_page_is_in_the_readers_language_and_needs_nothing(doors: PostDoors, language: str) -> None:
    page = await doors.ask("GET", link(language))
    text = page.body.decode()
    assert f'<html lang="{"en" if language == "sq" else language}">' in text
    assert not re.search(r"<script|style=|https?://|\bon\w+=", text)
    policy = page.header("content-security-policy")
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert page.header("x-robots-tag") == "noindex"
    assert page.header("cache-control") == "no-store"
    assert page.header("referrer-policy") == "same-origin", "with none, the button would come from no page"
    assert (await doors.ask("GET", "/mail/page.css")).header("content-type").startswith("text/css")


async def test_the_page_says_which_mails_it_stops(doors: PostDoors) -> None:
    path = f"/mail/unsubscribe/{sign_stop(KEY, Stop('ana', 'bulletin', 'en'))}"
    assert "what the team announces" in (await doors.ask("GET", path)).body.decode()
    assert (await doors.ask("POST", path)).status == 200
    assert not await doors.post.wants("ana", "bulletin")
    assert not await doors.unwanted(), "the other kind comes as before"


# ── wishes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_wishes_are_ones_own(doors: PostDoors) -> None:
    assert (await doors.ask("GET", "/api/v1/me/mail")).problem == "sign_in_required"
    assert (await doors.ask("PUT", "/api/v1/me/mail", {"unread": False})).problem == "sign_in_required"
    signed_in = await doors.ask("POST", "/api/v1/login", ANA)
    cookie = signed_in.login_cookie.partition(";")[0]
    assert (await doors.ask("GET", "/api/v1/me/mail", cookie=cookie)).json == {
        "unread": True,
        "bulletins": True,
        "dates": True,
        "times": True,
    }
    wished = {"unread": False, "bulletins": False, "dates": False, "times": False}
    assert (await doors.ask("PUT", "/api/v1/me/mail", wished, cookie=cookie)).json == wished
    assert await doors.unwanted()
    assert (await doors.ask("PUT", "/api/v1/me/mail", {"unread": "no"}, cookie=cookie)).problem == "bad_request"


async def test_quiet_hours_are_ones_own(doors: PostDoors) -> None:
    path = "/api/v1/me/quiet-hours"
    assert (await doors.ask("GET", path)).problem == "sign_in_required"
    cookie = (await doors.ask("POST", "/api/v1/login", ANA)).login_cookie.partition(";")[0]
    assert (await doors.ask("GET", path, cookie=cookie)).json == {"since": "22:00", "until": "08:00"}
    for wished in ({"since": "20:15", "until": "09:00"}, {"since": "00:00", "until": "00:00"}):
        assert (await doors.ask("PUT", path, wished, cookie=cookie)).json == wished
        assert (await doors.ask("GET", path, cookie=cookie)).json == wished
    for wrong in ("24:00", "9:00", "", "20:15\n", None):
        refused = await doors.ask("PUT", path, {"since": wrong, "until": "08:00"}, cookie=cookie)
        assert refused.problem == "bad_request"


# ── caught ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_would_have_been_mailed_is_shown_here_and_nowhere_else(doors: PostDoors) -> None:
    name = '<img src=x onerror="alert(1)">'
    mails = (a_mail(), a_mail("unread", values={"sender": name, "link": "/room/p2"}, language="en"))
    await doors.house.writer.run(lambda unit: [enqueue(unit, one) for one in mails])
    await doors.post.send_all()
    page = (await doors.ask("GET", "/mail", client=HERE)).body.decode()
    assert 'href="http://127.0.0.1:8000/come-in#tttt"' in page
    assert 'href="http://127.0.0.1:8000/room/p2"' in page
    assert "<img" not in page
    assert not re.search(r"<script|style=", page)
    told = {one["template"]: one for one in (await doors.ask("GET", "/mail.json", client=HERE)).json}
    assert told["sign_in_link"]["link"] == "http://127.0.0.1:8000/come-in#tttt"
    assert told["sign_in_link"]["to"] == "nika@people.example"
    assert told["unread"]["stop_link"] in page
    for path in ("/mail", "/mail.json"):
        assert (await doors.ask("GET", path)).problem == "not_found", "from elsewhere, through a proxy"


@pytest.mark.parametrize(
    "environment",
    [
        {"URL": "https://rooms.example.org"},
        {"HOST": "0.0.0.0"},
        {"SMTP_URL": "smtp://127.0.0.1:1", "MAIL_FROM": "a@rooms.example"},
    ],
)
async def test_a_server_that_others_reach_shows_no_mail(sqlite_url: str, environment: dict[str, str]) -> None:
    async with open_house(sqlite_url, **environment) as house:
        doors = open_doors(house)
        for path in ("/mail", "/mail.json"):
            assert (await doors.ask("GET", path, client=HERE)).problem == "not_found"
