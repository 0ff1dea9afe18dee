"""Mailed links over HTTP: opened by a POST, told in no address, led by the configuration alone."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

import pytest

from server.accounts.rules import LINK_PAGES
from server.catalogue.table import VIEWS
from server.logs import JsonFormatter
from tests.accounts.house import PASSWORD, open_house
from tests.accounts.test_second_factor import code_at
from tests.http.conftest import ANA, Doors, open_doors

ANOTHER = "dunavski most 77"
DAY_SECONDS = 24 * 3600


async def cookie_of(doors: Doors, path: str, body: dict[str, object], cookie: str = "") -> tuple[str, int]:
    """The cookie that a door gives, and for how many seconds."""
    answer = await doors.ask("POST", path, body, cookie=cookie)
    assert answer.status == 200, answer
    pair, *flags = answer.login_cookie.split("; ")
    return pair, next(int(flag.partition("=")[2]) for flag in flags if flag.lower().startswith("max-age"))


async def mailed(doors: Doors, path: str, template: str, email: str = "ana@example.org") -> str:
    answer = await doors.ask("POST", path, {"email": email})
    assert (answer.status, answer.json) == (200, {})
    return await doors.house.mailed(template)


async def test_a_forgotten_password_is_made_anew_and_signs_in(doors: Doors) -> None:
    before = await doors.sign_in()
    token = await mailed(doors, "/password/forgotten", "password_reset")
    looked = await doors.ask("POST", "/links/look", {"token": token})
    assert (looked.json["purpose"], looked.json["email"]) == ("password_reset", "a…@example.org")
    cookie, seconds = await cookie_of(doors, "/password/reset", {"token": token, "password": ANOTHER})
    assert seconds == 180 * DAY_SECONDS
    assert (await doors.ask("GET", "/me", cookie=cookie)).json["id"] == "ana"
    assert (await doors.ask("GET", "/me", cookie=before)).problem == "sign_in_required"
    assert (await doors.ask("POST", "/login", ANA)).problem == "sign_in_failed"
    again = await doors.ask("POST", "/password/reset", {"token": token, "password": ANOTHER})
    assert (again.status, again.problem, again.all("set-cookie")) == (410, "link_not_valid", [])


async def test_who_comes_in_by_link_may_stay(doors: Doors) -> None:
    before = await doors.sign_in()
    token = await mailed(doors, "/sign-in-link", "sign_in_link")
    cookie, seconds = await cookie_of(doors, "/sign-in-link/use", {"token": token, "stay": True}, before)
    assert seconds == 180 * DAY_SECONDS
    (login,) = (await doors.ask("GET", "/me/logins", cookie=cookie)).json["logins"]
    assert (login["stay"], login["this"]) == (True, True), "and the login that the browser had is over"
    assert login["expires_at"] - login["created_at"] == 90 * DAY_SECONDS * 1000


async def test_who_runs_a_programme_gets_a_shorter_cookie(doors: Doors) -> None:
    doors.house.leads.add("ana")
    _, seconds = await cookie_of(doors, "/login", ANA)
    assert seconds == 14 * DAY_SECONDS
    _, seconds = await cookie_of(doors, "/login", ANA | {"stay": True})
    assert seconds == 180 * DAY_SECONDS


async def test_the_invited_come_in_by_their_link(doors: Doors) -> None:
    doors.house.leads.add("ana")
    cookie = await doors.sign_in()
    wanted = {"name": "Nika", "email": "nika@example.org", "language": "sl"}
    made = (await doors.ask("POST", "/invitations", wanted, cookie=cookie)).json
    token = made["link"].partition("#")[2]
    facts = {"token": token, "name": "Nika", "language": "sl", "zone": "Europe/Ljubljana"}
    nika, _ = await cookie_of(doors, "/invitations/accept", facts)
    assert (await doors.ask("GET", "/me", cookie=nika)).json["name"] == "Nika"
    assert (await doors.ask("GET", "/invitations", cookie=nika)).problem == "not_found"
    (listed,) = (await doors.ask("GET", "/invitations", cookie=cookie)).json["invitations"]
    assert listed["state"] == "accepted"


@pytest.mark.parametrize("host", ["evil.example", "rooms.example.org:8443", "rooms.example.org.evil.example"])
async def test_a_link_leads_where_the_configuration_says_whatever_the_host(sqlite_url: str, host: str) -> None:
    async with open_house(sqlite_url, URL="https://rooms.example.org") as house:
        await house.add("ana")
        house.leads.add("ana")
        doors = open_doors(house)
        cookie = await doors.sign_in()
        wanted = {"name": "Nika", "email": "nika@example.org", "language": "sl"}
        forwarded = (("x-forwarded-host", host), ("forwarded", f"host={host}"))
        answer = await doors.ask("POST", "/invitations", wanted, *forwarded, cookie=cookie, hosts=(host,))
        if answer.status == 200:
            assert urlsplit(answer.json["link"]).netloc == "rooms.example.org"
        else:
            assert answer.problem == "bad_request"
        made = await doors.ask("POST", "/invitations", wanted, *forwarded, cookie=cookie)
        assert made.json["link"].startswith("https://rooms.example.org/invitation#")
        assert all(str(letter.values["link"]).startswith("/") for letter in house.letters)


def test_no_door_takes_a_token_in_its_address_and_reading_changes_nothing() -> None:
    """Programs that look through mails open links, by GET; where a token stands in a path, logs keep it."""
    assert all("token" not in view.path.replace("/connection-token", "") for view in VIEWS)
    assert all(view.body is None for view in VIEWS if view.method == "GET")
    assert all("?" not in page and "#" not in page for page in LINK_PAGES.values())


async def test_links_are_opened_by_post_alone_and_no_page_of_elsewhere_can(doors: Doors) -> None:
    token = await mailed(doors, "/sign-in-link", "sign_in_link")
    for path in (
        "/sign-in-link/use",
        "/links/look",
        "/password/reset",
        "/links/confirm-address",
        "/invitations/accept",
    ):
        assert (await doors.ask("GET", path)).problem == "method_not_allowed"
        foreign = ("origin", "https://evil.example")
        assert (await doors.ask("POST", path, {"token": token}, foreign)).problem == "origin_not_allowed"
    assert (await doors.ask("POST", "/links/look", {"token": token})).status == 200


async def test_no_answer_of_a_link_is_kept_or_sent_on(doors: Doors) -> None:
    token = await mailed(doors, "/sign-in-link", "sign_in_link")
    answer = await doors.ask("POST", "/links/look", {"token": token})
    assert answer.header("cache-control") == "no-store"
    assert answer.header("referrer-policy") == "same-origin"
    assert token not in answer.body.decode()


async def test_nobody_is_told_who_has_an_account(doors: Doors) -> None:
    answers = [
        await doors.ask("POST", path, {"email": email})
        for path in ("/password/forgotten", "/sign-in-link")
        for email in ("ana@example.org", "nobody@example.org", "", "\x00", "x" * 60_000)
        for _ in range(6)
    ]
    assert len({(answer.status, answer.body, tuple(answer.headers)) for answer in answers}) == 1


async def test_one_s_own_account_is_changed_with_the_present_password(doors: Doors) -> None:
    cookie = await doors.sign_in()
    other = await doors.sign_in()
    wanted = {"password": ANOTHER, "current": "wrong", "end_others": True}
    wrong = await doors.ask("PUT", "/me/password", wanted, cookie=cookie)
    assert (wrong.status, wrong.problem) == (403, "password_wrong")
    answer = await doors.ask("PUT", "/me/password", wanted | {"current": PASSWORD}, cookie=cookie)
    renewed = answer.login_cookie.partition(";")[0]
    assert renewed != cookie
    assert (await doors.ask("GET", "/me", cookie=renewed)).status == 200
    for old in (cookie, other):
        assert (await doors.ask("GET", "/me", cookie=old)).problem == "sign_in_required"
    asked = {"email": "new@example.org", "password": ANOTHER}
    assert (await doors.ask("POST", "/me/address", asked, cookie=renewed)).status == 200
    token = await doors.house.mailed("address_confirm")
    assert (await doors.ask("POST", "/links/confirm-address", {"token": token})).json == {}


async def test_logins_are_ended_one_by_one_or_all_others(doors: Doors) -> None:
    cookies = [await doors.sign_in() for _ in range(4)]
    logins = (await doors.ask("GET", "/me/logins", cookie=cookies[0])).json["logins"]
    newest = logins[0]["id"]
    assert (await doors.ask("DELETE", f"/me/logins/{newest}", cookie=cookies[0])).json == {}
    assert (await doors.ask("DELETE", f"/me/logins/{newest}", cookie=cookies[0])).problem == "not_found"
    assert (await doors.ask("DELETE", "/me/logins/%00", cookie=cookies[0])).status in (400, 404)
    assert (await doors.ask("DELETE", "/me/logins", cookie=cookies[0])).json == {}
    standing = [(await doors.ask("GET", "/me", cookie=cookie)).status for cookie in cookies]
    assert standing == [200, 401, 401, 401]


async def test_a_code_is_asked_for_at_the_door(doors: Doors) -> None:
    cookie = await doors.sign_in()
    answer = await doors.ask("POST", "/me/second-factor", {"password": PASSWORD}, cookie=cookie)
    cookie, offer = answer.login_cookie.partition(";")[0], answer.json
    given = {"code": code_at(offer["secret"], doors.house.now)}
    codes = (await doors.ask("POST", "/me/second-factor/confirm", given, cookie=cookie)).json["codes"]
    required = await doors.ask("POST", "/login", ANA)
    assert (required.status, required.problem, required.all("set-cookie")) == (403, "code_required", [])
    assert (await doors.ask("POST", "/login", ANA | {"code": "000000"})).problem == "code_wrong"
    assert (await doors.ask("POST", "/login", ANA | {"code": codes[0]})).status == 200
    proof = {"password": PASSWORD, "code": codes[1]}
    assert (await doors.ask("POST", "/me/second-factor/end", proof, cookie=cookie)).json == {}
    assert (await doors.ask("POST", "/login", ANA)).status == 200


async def test_nothing_of_a_link_or_a_code_is_logged(doors: Doors, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="atelje")
    token = await mailed(doors, "/password/forgotten", "password_reset")
    await mailed(doors, "/sign-in-link", "sign_in_link")
    await doors.ask("POST", "/links/look", {"token": token})
    await doors.ask("POST", "/links/look", {"token": "canary" * 7})
    await doors.ask("POST", "/password/forgotten", {"email": "canary@example.org"})
    await doors.ask("POST", "/password/reset", {"token": token, "password": ANOTHER, "code": "canary"})
    logged = "".join(JsonFormatter().format(record) + repr(vars(record)) for record in caplog.records)
    assert '"act": "password.reset"' in logged
    for secret in ("canary", token, ANOTHER, "ana@", "203.0.113.7"):
        assert secret not in logged
