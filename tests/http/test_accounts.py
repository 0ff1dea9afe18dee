"""Signing in over HTTP: cookies, answers, refusals in words, and nothing of it in the log."""

from __future__ import annotations

import logging

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.flows.allowance import Allowance
from server.logs import JsonFormatter
from tests.accounts.house import PASSWORD, open_house
from tests.http.conftest import ANA, Doors, open_doors

ME = {
    "id": "ana",
    "name": "Ana",
    "email": "ana@example.org",
    "language": "sr-Latn",
    "zone": "Europe/Belgrade",
}

# ── the way in and out ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_signing_in_sets_the_cookie_and_tells_who_i_am(doors: Doors) -> None:
    answer = await doors.ask("POST", "/login", ANA)
    assert (answer.status, answer.json) == (200, ME)
    cookie = answer.login_cookie.partition(";")[0]
    assert (await doors.ask("GET", "/me", cookie=cookie)).json == ME


async def test_on_loopback_the_cookie_is_plain(doors: Doors) -> None:
    name, flags = parts((await doors.ask("POST", "/login", ANA)).login_cookie)
    assert name == "atelje"
    assert flags == {"httponly", "max-age=15552000", "path=/", "samesite=lax"}


async def test_under_https_the_cookie_is_bound_to_this_host(doors_https: Doors) -> None:
    answer = await doors_https.ask("POST", "/login", ANA)
    name, flags = parts(answer.login_cookie)
    assert name == "__Host-atelje"
    assert flags == {"httponly", "max-age=15552000", "path=/", "samesite=lax", "secure"}
    cookie = answer.login_cookie.partition(";")[0]
    assert (await doors_https.ask("GET", "/me", cookie=cookie)).status == 200
    assert (await doors_https.ask("GET", "/me", cookie=cookie.replace("__Host-", ""))).problem == "sign_in_required"


def parts(cookie: str) -> tuple[str, set[str]]:
    pair, *flags = cookie.split("; ")
    return pair.partition("=")[0], {flag.lower() for flag in flags}


async def test_signing_out_ends_the_login_and_takes_the_cookie_away(doors: Doors) -> None:
    cookie = await doors.sign_in()
    answer = await doors.ask("POST", "/logout", cookie=cookie)
    name, flags = parts(answer.login_cookie)
    assert (answer.status, answer.json) == (200, {})
    assert name == "atelje"
    assert "max-age=0" in flags
    assert len(doors.house.ears.ended) == 1
    assert (await doors.ask("GET", "/me", cookie=cookie)).problem == "sign_in_required"
    assert (await doors.ask("POST", "/logout", {}, cookie=cookie)).status == 200


async def test_signing_in_again_ends_the_login_that_the_browser_had(doors: Doors) -> None:
    cookie = await doors.sign_in()
    again = await doors.ask("POST", "/login", ANA, cookie=cookie)
    assert again.login_cookie.partition(";")[0] != cookie
    assert (await doors.ask("GET", "/me", cookie=cookie)).problem == "sign_in_required"


async def test_wrong_or_unknown_is_one_answer(doors: Doors) -> None:
    answers = [
        await doors.ask("POST", "/login", {"email": email, "password": password})
        for email, password in (("ana@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("\x00", "\x00"))
    ]
    assert {answer.problem for answer in answers} == {"sign_in_failed"}
    assert len({(answer.status, answer.body, tuple(answer.headers)) for answer in answers}) == 1
    assert answers[0].status == 401
    assert answers[0].all("set-cookie") == []


async def test_too_many_tries_say_when_to_come_back(doors: Doors) -> None:
    for _ in range(6):
        await doors.ask("POST", "/login", ANA | {"password": "wrong"})
    answer = await doors.ask("POST", "/login", ANA)
    assert (answer.status, answer.problem) == (429, "too_many_attempts")
    assert answer.header("retry-after") == str(answer.json["seconds"])
    elsewhere = await doors.ask("POST", "/login", ANA, client=("198.51.100.1", 1))
    assert elsewhere.status == 200


async def test_a_server_behind_a_unix_socket_knows_no_address_and_works(doors: Doors) -> None:
    assert (await doors.ask("POST", "/login", ANA, client=None)).status == 200


async def test_preferences_are_stored_or_refused_in_words(doors: Doors) -> None:
    cookie = await doors.sign_in()
    wanted = {"language": "mk", "zone": "Europe/Skopje"}
    assert (await doors.ask("PUT", "/me/preferences", wanted, cookie=cookie)).json == ME | wanted
    for wrong, code in (
        ({"language": "xx"}, "language_unknown"),
        ({"language": "../x"}, "bad_request"),
        ({"zone": "Europe/../etc/passwd"}, "zone_unknown"),
        ({"zone": "\x00"}, "zone_unknown"),
    ):
        assert (await doors.ask("PUT", "/me/preferences", wanted | wrong, cookie=cookie)).problem == code
    assert (await doors.ask("PUT", "/me/preferences", wanted)).problem == "sign_in_required"


async def test_a_connection_token_is_for_who_is_signed_in(doors: Doors) -> None:
    token = (await doors.ask("POST", "/connection-token", cookie=await doors.sign_in())).json["token"]
    visitor = await doors.house.accounts.who_by_connection_token(token)
    assert visitor is not None
    assert visitor.person == "ana"
    assert (await doors.ask("POST", "/connection-token")).problem == "sign_in_required"


async def test_the_first_person_is_set_up_once_and_signed_in(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        doors, token = open_doors(house), await house.accounts.make_set_up_link()
        weak = await doors.ask("POST", "/set-up", set_up_form(token) | {"password": "password1"})
        assert (weak.status, weak.problem) == (422, "password_too_common")
        answer = await doors.ask("POST", "/set-up", set_up_form(token))
        cookie = answer.login_cookie.partition(";")[0]
        assert (answer.json["name"], (await doors.ask("GET", "/me", cookie=cookie)).json) == ("Весна", answer.json)
        again = await doors.ask("POST", "/set-up", set_up_form(token))
        assert (again.status, again.problem, again.all("set-cookie")) == (410, "set_up_closed", [])


def set_up_form(token: str) -> dict[str, str]:
    return {
        "token": token,
        "name": "Весна",
        "email": "vesna@example.org",
        "password": PASSWORD,
        "language": "sr-Cyrl",
        "zone": "Europe/Belgrade",
    }


async def test_every_door_takes_its_own_methods_alone(doors: Doors) -> None:
    for method, path in (("GET", "/login"), ("DELETE", "/me"), ("POST", "/me/preferences"), ("GET", "/logout")):
        answer = await doors.ask(method, path)
        assert (answer.status, answer.problem) == (405, "method_not_allowed")
    assert (await doors.ask("GET", "/nowhere")).problem == "not_found"


async def test_a_cookie_of_somebody_elses_making_is_nobody(doors: Doors) -> None:
    cookie = await doors.sign_in()
    for wrong in (
        "",
        "atelje",
        "atelje=",
        "atelje=x",
        f"other={cookie[7:]}",
        cookie + "x",
        "x" * 64_000,
        "atelje=\xff",
    ):
        assert (await doors.ask("GET", "/me", cookie=wrong)).problem == "sign_in_required"
    assert (await doors.ask("GET", "/me", cookie=f"a=b; {cookie}; c")).status == 200


# ── what is no JSON of ours ───────────────────────────────────────────────────────────────────────────────────────────

UNREADABLE = {
    "nothing": b"",
    "blank": b" ",
    "null": b"null",
    "text": b'"x"',
    "number": b"1",
    "array": b"[" + b"1," * 20_000 + b"1]",
    "wrong types": b'{"email": 1, "password": []}',
    "null fields": b'{"email": null, "password": null}',
    "a field is missing": b'{"email": "ana@example.org"}',
    "nested": b'{"x":' + b"[" * 50_000,
    "nested in a field": b'{"email":' + b'{"a":' * 10_000,
    "NaN": b'{"email": NaN, "password": ""}',
    "Infinity": b'{"email": -Infinity, "password": ""}',
    "too large a number": b'{"email": 1e400, "password": ""}',
    "an endless number": b'{"email": ' + b"9" * 5_000 + b', "password": ""}',
    "a byte order mark": b'\xef\xbb\xbf{"email": "a", "password": "b"}',
    "UTF-16": '{"email": "a", "password": "b"}'.encode("utf-16"),
    "Latin-1": b'{"email": "\xe9", "password": "b"}',
    "a lone surrogate": rb'{"email": "\ud800", "password": "b"}',
    "an encoded surrogate": b'{"email": "\xed\xa0\x80", "password": "b"}',
    "a raw NUL": b'{"email": "a\x00", "password": "b"}',
    "cut": b'{"email": "ana@example.org", "pass',
    "two": b'{"email": "a", "password": "b"}{"email": "a", "password": "b"}',
    "a form": b"email=ana%40example.org&password=x",
    "single quotes": b"{'email': 'a', 'password': 'b'}",
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_what_cannot_be_read_is_refused_in_words(doors: Doors, body: bytes) -> None:
    answer = await doors.ask("POST", "/login", body, ("content-type", "application/json"), kind=None)
    assert (answer.status, answer.problem) == (400, "bad_request")
    assert len(answer.json["detail"]) > 5


@pytest.mark.parametrize(
    "body",
    [
        rb'{"email": "ana\u0000@example.org", "password": "\u0000"}',
        rb'{"email": "ana@example.org\r\nX-Evil: 1", "password": "b"}',
        rb'{"__proto__": {"a": 1}, "constructor": [], "email": "a", "password": "b"}',
        rb'{"email": "ana@example.org", "email": "b", "password": "b"}',
        rb'{"email": "1 OR 1", "password": "\u202e\ud83d\ude00"}',
        msgspec.json.encode({"email": "😀" * 5_000, "password": "a" + "\u0301" * 10_000}),
    ],
)
async def test_what_can_be_read_but_fits_nobody_is_an_ordinary_no(doors: Doors, body: bytes) -> None:
    assert (await doors.ask("POST", "/login", body)).problem == "sign_in_failed"


async def test_unknown_fields_are_left_alone_so_that_newer_clients_can_send_them(doors: Doors) -> None:
    assert (await doors.ask("POST", "/login", ANA | {"remember": True})).status == 200


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx", "x"],
)
async def test_only_json_is_taken(doors: Doors, kind: str) -> None:
    answer = await doors.ask("POST", "/login", ANA, kind=kind)
    assert (answer.status, answer.problem) == (400, "bad_request")
    cookie = await doors.sign_in()
    for path in ("/logout", "/connection-token"):
        forged = await doors.ask("POST", path, None, ("content-type", kind), cookie=cookie)
        assert forged.problem == "bad_request"
    assert (await doors.ask("GET", "/me", cookie=cookie)).status == 200


async def test_a_body_without_a_type_is_not_taken(doors: Doors) -> None:
    assert (await doors.ask("POST", "/login", ANA, kind=None)).problem == "bad_request"


async def test_json_may_name_its_charset(doors: Doors) -> None:
    assert (await doors.ask("POST", "/login", ANA, kind="Application/JSON; charset=utf-8")).status == 200


async def test_a_body_that_is_too_long_is_refused_wherever_that_shows(doors: Doors) -> None:
    long = b'{"email": "' + b"a" * 70_000 + b'", "password": ""}'
    answer = await doors.ask("POST", "/login", long)
    assert (answer.status, answer.problem, answer.json["limit"]) == (413, "too_large", 65_536)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary()
    | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists).map(repr).map(str.encode)
)
async def test_any_bytes_get_an_answer(doors: Doors, body: bytes) -> None:
    answer = await doors.ask("POST", "/login", body, ("content-type", "application/json"), kind=None)
    assert answer.status in (400, 401, 429)


# ── the log ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_no_password_token_or_address_is_logged(doors: Doors, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="atelje")
    cookie = await doors.sign_in()
    await doors.ask("POST", "/login", {"email": "canary@example.org", "password": "canary-password"})
    await doors.ask("POST", "/login", b'{"email": "canary@example.org", "password": canary')
    token = (await doors.ask("POST", "/connection-token", cookie=cookie)).json["token"]
    await doors.ask("GET", "/me", cookie=cookie, query="email=canary@example.org")
    await doors.ask("GET", "/rooms/canary", cookie=cookie)
    await doors.ask("POST", "/logout", cookie=cookie)
    logged = "".join(JsonFormatter().format(record) + repr(vars(record)) for record in caplog.records)
    assert '"route": "/api/v1/login"' in logged
    for secret in ("canary", "ana@", PASSWORD, cookie.partition("=")[2], token, "203.0.113.7"):
        assert secret not in logged


async def test_a_request_is_logged_by_its_route_and_person(doors: Doors, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="atelje.http")
    cookie = await doors.sign_in()
    caplog.clear()
    await doors.ask("GET", "/me", cookie=cookie)
    await doors.ask("GET", "/me")
    await doors.ask("BREW", "/\x1b[31m")
    lines = [vars(record) for record in caplog.records if record.name == "atelje.http"]
    seen = [(line["method"], line["route"], line["status"], line.get("person")) for line in lines]
    assert seen == [("GET", "/api/v1/me", 200, "ana"), ("GET", "/api/v1/me", 401, None), ("other", "", 400, None)]
    assert all(line["ms"] >= 0 for line in lines)


async def test_who_writes_without_end_is_told_to_wait(doors: Doors) -> None:
    now = 0.0
    doors.app.state.writes = Allowance(lambda: now, burst=3, per_second=1)
    cookie = ("Cookie", await doors.sign_in())
    wanted = {"language": "sl", "zone": "Europe/Ljubljana"}
    for _ in range(3):
        assert (await doors.ask("PUT", "/me/preferences", wanted, cookie)).status == 200
    assert (await doors.ask("PUT", "/me/preferences", wanted, cookie)).problem == "too_fast"
    assert (await doors.ask("GET", "/me", None, cookie)).status == 200


async def test_a_browser_keeps_a_mark_of_who_came_in_by_it(doors: Doors) -> None:
    """By which the next try is told from those of strangers; it opens nothing."""
    mark = (await doors.ask("POST", "/login", ANA)).mark
    assert (await doors.ask("GET", "/me", cookie=mark)).problem == "sign_in_required"
    strangers = {"email": ANA["email"], "password": "wrong"}
    for _ in range(7):
        await doors.ask("POST", "/login", strangers)
    assert (await doors.ask("POST", "/login", ANA)).problem == "too_many_attempts"
    assert (await doors.ask("POST", "/login", ANA, cookie=mark)).status == 200


async def test_who_reads_without_end_is_told_to_wait_and_others_are_not(doors: Doors) -> None:
    now = 0.0
    doors.app.state.reads = Allowance(lambda: now, burst=3, per_second=1)
    await doors.house.add("bor")
    cookie = ("Cookie", await doors.sign_in())
    for _ in range(3):
        assert (await doors.ask("GET", "/me", None, cookie)).status == 200
    refused = await doors.ask("GET", "/me", None, cookie)
    assert (refused.status, refused.json["code"], refused.header("retry-after")) == (429, "too_fast", "3")
    assert (await doors.ask("POST", "/connection-token", None, cookie)).status == 200
    now = 3.0
    assert (await doors.ask("GET", "/me", None, cookie)).status == 200
