"""Signing in and out, who a token stands for, preferences, and the first person; on both databases."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

import pytest

from server.accounts import passwords, store, tables
from server.accounts.passwords import Passwords, costs_of
from server.accounts.rules import DAY, HOUR, MEMBER, SET_UP_LIFE
from server.accounts.service import (
    LOGINS_KEPT,
    NewPerson,
    SignedIn,
    add_people,
    disable,
    end_logins,
    logins_ended_since,
    names_of,
    people_exist,
    person_exists,
)
from server.contract.accounts import SetUp, SignIn
from server.contract.views import Me, Preferences
from server.errors import Refused
from server.unit_of_work import UnitOfWork
from tests.accounts.house import ADDRESS, FAST, NOON, PASSWORD, House, config, open_house, refusal

# ── signing in ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_knows_the_password_gets_a_token_that_stands_for_them(house: House) -> None:
    await house.add("ana")
    signed = await house.accounts.sign_in(SignIn(" ANA@Example.org", PASSWORD), ADDRESS, "Firefox, Linux")
    assert signed.me == Me("ana", "Ana", "ana@example.org", "sr-Latn", "Europe/Belgrade")
    visitor = await house.accounts.who(signed.token)
    assert visitor is not None
    assert (visitor.person, visitor.login) == ("ana", signed.login)
    assert visitor.expires_at == (NOON + 30 * DAY) / 1000


async def test_each_sign_in_makes_a_token_of_its_own(house: House) -> None:
    await house.add("ana")
    tokens = {await house.sign_in() for _ in range(3)}
    assert len(tokens) == 3
    assert all([await house.accounts.who(token) for token in tokens])


async def test_the_database_holds_no_token_and_no_password(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    stored = repr([await house.rows(tables.login), await house.rows(tables.person)])
    assert token not in stored
    assert PASSWORD not in stored
    assert repr(token.encode()) not in stored


async def refused_people(house: House) -> dict[str, str]:
    """E-mail addresses that cannot sign in, whatever the password: why, and which."""
    for person in ("ana", "without", "gone"):
        await house.add(person, **({"password_hash": None} if person == "without" else {}))
    await house.add("shown", demo=True)
    await house.writer.run(lambda unit: disable(unit, "gone"))
    return {
        "unknown": "nobody@example.org",
        "without a password": "without@example.org",
        "disabled": "gone@example.org",
        "demo, not on loopback": "shown@example.org",
        "no address": "\x00",
        "empty": "",
        "half a letter": "\ud800@example.org",
        "long": "x" * 60_000,
    }


async def test_everybody_who_cannot_sign_in_gets_the_same_answer_for_the_same_work(database_url: str) -> None:
    """The same count of hashes stands for the same time, on every machine."""
    async with open_house(database_url, URL="https://rooms.example.org") as house:
        people = await refused_people(house)
        counted = {}
        for why, email in {**people, "wrong password": "ana@example.org"}.items():
            before = house.passwords.hashed
            password = "wrong" if why == "wrong password" else PASSWORD
            code = await refusal(house.accounts.sign_in(SignIn(email, password), ADDRESS, ""))
            counted[why] = (code, house.passwords.hashed - before)
        before = house.passwords.hashed
        await house.sign_in("ana")
        assert set(counted.values()) == {("sign_in_failed", house.passwords.hashed - before)} == {("sign_in_failed", 1)}


@pytest.mark.parametrize(
    ("environment", "allowed"),
    [
        ({}, True),
        ({"URL": "http://localhost:8000"}, True),
        ({"HOST": "0.0.0.0"}, False),
        ({"URL": "https://rooms.example.org"}, False),
        ({"URL": "http://192.168.1.5:8000"}, False),
    ],
)
async def test_demo_people_sign_in_on_loopback_only(
    sqlite_url: str, environment: dict[str, str], allowed: bool
) -> None:
    async with open_house(sqlite_url) as house:
        await house.add("shown", demo=True)
        token = await house.sign_in("shown")
        elsewhere = house.build(config(**environment))
        given = (SignIn("shown@example.org", PASSWORD), ADDRESS, "")
        outcome = (await asyncio.gather(elsewhere.sign_in(*given), return_exceptions=True))[0]
        assert isinstance(outcome, SignedIn) is allowed
        assert (await elsewhere.who(token) is not None) is allowed


async def test_too_many_attempts_are_refused_before_anything_is_hashed(house: House) -> None:
    await house.add("ana")
    for _ in range(6):
        assert await refusal(house.sign_in(password="wrong")) == "sign_in_failed"
    before = house.passwords.hashed
    assert await refusal(house.sign_in()) == "too_many_attempts"
    assert house.passwords.hashed == before
    await house.sign_in(address="198.51.100.9")
    house.seconds += 60
    await house.sign_in()


async def test_a_try_that_found_no_place_to_be_checked_does_not_count(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.add("ana")
    with monkeypatch.context() as full:
        full.setattr(passwords, "WAITING_LIMIT", 0)
        for _ in range(20):
            assert await refusal(house.sign_in()) == "too_many_attempts"
    await house.sign_in()


async def test_with_limits_off_nobody_waits(sqlite_url: str) -> None:
    async with open_house(sqlite_url, LIMITS="off") as house:
        await house.add("ana")
        for _ in range(20):
            assert await refusal(house.sign_in(password="wrong")) == "sign_in_failed"


async def test_a_hash_of_other_costs_is_made_anew_at_the_next_sign_in(house: House) -> None:
    dearer = Passwords(**(FAST | {"time_cost": 2}))
    await house.add("ana", password_hash=await dearer.hash(PASSWORD))
    await asyncio.gather(*(house.sign_in() for _ in range(4)))
    (row,) = await house.rows(tables.person)
    assert "t=1" in row.password_hash
    before = house.passwords.hashed
    await house.sign_in()
    assert house.passwords.hashed == before + 1
    dearer.close()


class Meanwhile(Passwords):
    """Passwords that take long: something happens after they were checked, once."""

    happens: Callable[[UnitOfWork], None] | None = None
    house: House

    async def verify(self, stored: str | None, password: str, account: str = "") -> bool:
        fits = await super().verify(stored, password, account)
        happens, self.happens = self.happens, None
        if happens is not None:
            await self.house.writer.run(happens)
        return fits


async def sign_in_meanwhile(house: House, happens: Callable[[UnitOfWork], None]) -> SignedIn:
    slow = Meanwhile(**FAST)
    slow.house, slow.happens, house.passwords = house, happens, slow
    accounts = house.build(house.config)
    try:
        return await accounts.sign_in(SignIn("ana@example.org", PASSWORD), ADDRESS, "")
    finally:
        accounts.close()


async def test_who_is_disabled_while_their_password_is_checked_does_not_get_in(house: House) -> None:
    await house.add("ana")
    assert await refusal(sign_in_meanwhile(house, lambda unit: disable(unit, "ana"))) == "sign_in_failed"
    assert await house.rows(tables.login) == []


async def test_a_password_that_was_changed_while_it_was_checked_does_not_get_in(house: House) -> None:
    await house.add("ana")
    other = await house.passwords.hash("another password")
    changed = sign_in_meanwhile(house, lambda unit: store.set_password_hash(unit.connection, "ana", other))
    assert await refusal(changed) == "sign_in_failed"


async def test_a_password_that_was_hashed_anew_while_it_was_checked_gets_in(house: House) -> None:
    await house.add("ana")
    anew = await house.passwords.hash(PASSWORD)
    assert await sign_in_meanwhile(house, lambda unit: store.set_password_hash(unit.connection, "ana", anew))


# ── who is this ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_token_that_was_never_given_stands_for_nobody(house: House) -> None:
    await house.add("ana")
    await house.sign_in()
    for token in ("", "x", "x" * 43, "é" * 43, "\x00", "\ud800", "x" * 60_000):
        assert await house.accounts.who(token) is None
        assert await house.accounts.who_by_connection_token(token) is None


async def test_a_login_lapses_after_thirty_days_without_use(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    house.now += 30 * DAY - 1
    assert await house.accounts.who(token)
    await house.settled()
    house.now += 30 * DAY
    assert await house.accounts.who(token) is None


async def test_a_login_that_is_used_every_day_ends_after_half_a_year(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    days = 0
    while await house.accounts.who(token):
        await house.settled()
        house.now += DAY
        days += 1
    assert days == MEMBER.life // DAY


async def test_use_is_written_once_an_hour(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    seen = []
    for _ in range(25):
        house.now += 10 * 60_000
        await house.accounts.who(token)
        await house.settled()
        (row,) = await house.rows(tables.login)
        seen.append(row.seen_at)
    assert sorted(set(seen)) == [NOON] + [NOON + hours * HOUR for hours in range(1, 5)]


async def test_a_clock_that_went_back_moves_no_use_back(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    house.now -= 2 * DAY
    assert await house.accounts.who(token)
    await house.settled()
    (row,) = await house.rows(tables.login)
    assert (row.seen_at, row.expires_at) == (NOON, NOON + 30 * DAY)


async def test_a_connection_token_stands_for_its_login_as_long_as_that_is_good(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    visitor = await house.accounts.who(token)
    assert visitor is not None
    connection_token = house.accounts.connection_token(visitor)
    assert await house.accounts.who_by_connection_token(connection_token) == visitor
    assert await house.accounts.who(connection_token) is None
    await house.accounts.sign_out(token)
    assert await house.accounts.who_by_connection_token(connection_token) is None


async def test_a_connection_token_lapses_after_five_minutes(house: House) -> None:
    await house.add("ana")
    visitor = await house.accounts.who(await house.sign_in())
    assert visitor is not None
    connection_token = house.accounts.connection_token(visitor)
    house.now += 5 * 60_000
    assert await house.accounts.who_by_connection_token(connection_token) is None
    assert house.accounts.issued(connection_token)
    assert not house.accounts.issued(connection_token[:-1] + "x")


# ── ends of logins ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_signing_out_ends_this_login_alone_and_says_so_once(house: House) -> None:
    await house.add("ana")
    token, other = await house.sign_in(), await house.sign_in()
    visitor = await house.accounts.who(token)
    assert visitor is not None
    house.now += 1000
    await house.accounts.sign_out(token)
    await house.accounts.sign_out(token)
    assert await house.accounts.who(token) is None
    assert await house.accounts.who(other) is not None
    assert house.ears.ended == [visitor.login]
    assert await house.database.read(lambda c: logins_ended_since(c, house.now)) == [visitor.login]
    assert await house.database.read(lambda c: logins_ended_since(c, house.now + 1)) == []


async def test_signing_out_without_a_login_is_nothing(house: House) -> None:
    for token in ("", "x" * 43, "\x00"):
        await house.accounts.sign_out(token)
    assert house.ears.heard == []


async def test_signing_in_at_a_browser_ends_the_login_that_it_had(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    token = await house.sign_in("ana")
    visitor = await house.accounts.who(token)
    assert visitor is not None
    assert await refusal(house.sign_in("bor", "wrong", replaced=token)) == "sign_in_failed"
    assert await house.accounts.who(token)
    await house.sign_in("bor", replaced=token)
    assert await house.accounts.who(token) is None
    assert house.ears.ended == [visitor.login]


async def test_ending_all_logins_of_a_person_leaves_the_others_theirs(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    tokens = [await house.sign_in("ana"), await house.sign_in("ana"), await house.sign_in("bor")]
    await house.writer.run(lambda unit: end_logins(unit, "ana"))
    assert [await house.accounts.who(token) is not None for token in tokens] == [False, False, True]
    assert len(house.ears.ended) == 2


async def test_who_is_disabled_is_signed_out_everywhere_and_keeps_their_name(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    await house.writer.run(lambda unit: disable(unit, "ana"))
    assert await house.accounts.who(token) is None
    assert len(house.ears.ended) == 1
    assert await house.database.read(lambda c: names_of(c, ["ana"])) == {"ana": "Ana"}
    assert not await house.database.read(lambda c: person_exists(c, "ana"))


async def test_a_person_has_so_many_logins_and_the_one_unused_for_longest_ends(house: House) -> None:
    await house.add("ana")
    tokens = []
    for _ in range(LOGINS_KEPT):
        house.now += 1000
        tokens.append(await house.sign_in())
    house.now += 2 * HOUR
    await house.accounts.who(tokens[0])
    await house.sign_in()
    assert await house.accounts.who(tokens[0]) is not None
    assert await house.accounts.who(tokens[1]) is None
    assert len(house.ears.ended) == 1


async def test_logins_that_are_long_over_are_forgotten(house: House) -> None:
    await house.add("ana")
    await house.accounts.sign_out(await house.sign_in())
    await house.sign_in()
    assert len(await house.rows(tables.login)) == 2
    house.now += 2 * DAY
    await house.sign_in()
    assert len(await house.rows(tables.login)) == 2


# ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_people_cannot_have_addresses_that_read_alike(house: House) -> None:
    await house.add("ana")
    assert await refusal(house.add("bor", email="ANA@example.org")) == "unavailable"
    assert await house.accounts.me("ana")


async def test_names_come_for_as_many_as_are_asked(house: House) -> None:
    people = [NewPerson(f"p{n}", f"Person {n}", f"p{n}@example.org", "bs", "UTC", None) for n in range(1100)]
    await house.writer.run(lambda unit: add_people(unit, people))
    ids = {person.id for person in people}
    assert await house.database.read(lambda c: names_of(c, ids | {"nobody"})) == {p.id: p.name for p in people}
    assert await house.database.read(lambda c: names_of(c, [])) == {}


async def test_a_person_who_cannot_be_stored_is_refused(house: House) -> None:
    for facts, code in (
        ({"name": "\u200b"}, "name_invalid"),
        ({"email": "nowhere"}, "email_invalid"),
        ({"language": "xx"}, "language_unknown"),
    ):
        assert await refusal(house.add(**facts)) == code
    assert not await house.database.read(people_exist)


async def test_preferences_are_ones_own_and_checked(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    mine = await house.accounts.set_preferences("ana", Preferences("mk", "Europe/Skopje"))
    assert (mine.language, mine.zone) == ("mk", "Europe/Skopje")
    assert mine == await house.accounts.me("ana")
    assert (await house.accounts.me("bor")).language == "sr-Latn"
    for wanted, code in (
        (Preferences("xx", "Europe/Skopje"), "language_unknown"),
        (Preferences("mk", "Europe/../etc"), "zone_unknown"),
        (Preferences("mk", "Europe/Skopje\x00"), "zone_unknown"),
    ):
        assert await refusal(house.accounts.set_preferences("ana", wanted)) == code
    assert await house.accounts.me("ana") == mine


async def test_somebody_who_is_not_there_has_to_sign_in(house: House) -> None:
    assert await refusal(house.accounts.me("nobody")) == "sign_in_required"
    assert await refusal(house.accounts.set_preferences("nobody", Preferences("mk", "UTC"))) == "sign_in_required"


# ── the first person ──────────────────────────────────────────────────────────────────────────────────────────────────


def form(token: str, **others: str) -> SetUp:
    given = {
        "token": token,
        "name": "Весна Костић",
        "email": "vesna@example.org",
        "password": PASSWORD,
        "language": "sr-Cyrl",
        "zone": "Europe/Belgrade",
    }
    return SetUp(**(given | others))


async def test_the_set_up_link_makes_the_first_person_and_signs_them_in(house: House) -> None:
    signed = await house.accounts.set_up(form(await house.accounts.make_set_up_link()), "Firefox, Linux")
    assert signed.me.name == "Весна Костић"
    assert await house.accounts.who(signed.token)
    assert (await house.accounts.sign_in(SignIn("vesna@example.org", PASSWORD), ADDRESS, "")).me == signed.me


async def test_the_set_up_link_works_once(house: House) -> None:
    token = await house.accounts.make_set_up_link()
    await house.accounts.set_up(form(token), "")
    assert await refusal(house.accounts.set_up(form(token, email="other@example.org"), "")) == "set_up_closed"
    assert await refusal(house.accounts.make_set_up_link()) == "set_up_closed"


async def test_of_two_who_use_the_link_at_once_one_wins(house: House) -> None:
    token = await house.accounts.make_set_up_link()
    tries = (house.accounts.set_up(form(token, email=f"p{n}@example.org"), "") for n in range(4))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(one, SignedIn) for one in outcomes) == 1
    assert sum(isinstance(one, Refused) and one.code == "set_up_closed" for one in outcomes) == 3
    assert len(await house.rows(tables.person)) == 1


async def test_what_is_wrong_in_the_form_leaves_the_link_good(house: House) -> None:
    token = await house.accounts.make_set_up_link()
    for wrong, code in (
        ({"name": "\u202e"}, "name_invalid"),
        ({"email": "vesna"}, "email_invalid"),
        ({"password": "short"}, "password_too_short"),
        ({"password": "x9" * 600}, "password_too_long"),
        ({"password": "password1"}, "password_too_common"),
        ({"password": "vesna1998"}, "password_too_common"),
        ({"language": "tlh"}, "language_unknown"),
        ({"zone": "Europe"}, "zone_unknown"),
    ):
        assert await refusal(house.accounts.set_up(form(token, **wrong), "")) == code
    await house.accounts.set_up(form(token), "")


async def test_a_newer_link_ends_the_older_one(house: House) -> None:
    older, newer = await house.accounts.make_set_up_link(), await house.accounts.make_set_up_link()
    assert await refusal(house.accounts.set_up(form(older), "")) == "set_up_closed"
    await house.accounts.set_up(form(newer), "")


async def test_an_invented_link_sets_nothing_up_and_costs_no_hash(house: House) -> None:
    await house.accounts.make_set_up_link()
    for token in ("", "x" * 43, "\x00", "é" * 43):
        assert await refusal(house.accounts.set_up(form(token), "")) == "set_up_closed"
    assert house.passwords.hashed == 0


async def test_a_link_lapses_after_a_week(house: House) -> None:
    token = await house.accounts.make_set_up_link()
    house.now += SET_UP_LIFE + 1
    assert await refusal(house.accounts.set_up(form(token), "")) == "set_up_closed"


async def test_a_link_is_closed_once_somebody_came_another_way(house: House) -> None:
    token = await house.accounts.make_set_up_link()
    await house.add("ana")
    assert await refusal(house.accounts.set_up(form(token), "")) == "set_up_closed"


# ── the log ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_no_password_token_or_address_is_logged(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="atelje")
    signed = await house.accounts.set_up(form(await house.accounts.make_set_up_link()), "")
    await refusal(house.accounts.sign_in(SignIn("vesna@example.org", "canary password"), ADDRESS, ""))
    token = (await house.accounts.sign_in(SignIn("vesna@example.org", PASSWORD), ADDRESS, "")).token
    await house.accounts.sign_out(signed.token)
    logged = repr([vars(record) for record in caplog.records])
    assert "'act': 'sign_in', 'result': 'sign_in_failed'" in logged
    for secret in (signed.token, token, PASSWORD, "canary password", "vesna@", "Весна", ADDRESS):
        assert secret not in logged


# ── the mark of a browser ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_came_in_by_a_browser_comes_in_again_whatever_strangers_do_meanwhile(house: House) -> None:
    """Also where nothing is remembered: another node, a server that starts anew, another network."""
    await house.add("ana")
    signed = await house.accounts.sign_in(SignIn("ana@example.org", PASSWORD), ADDRESS, "")
    mark = house.accounts.mark(signed.me)
    anew = house.build(house.config)
    for number in range(12):
        for _ in range(6):
            with contextlib.suppress(Refused):
                await anew.sign_in(SignIn("ana@example.org", "wrong"), f"198.51.100.{number}", "")
    given = SignIn("ana@example.org", PASSWORD)
    assert await refusal(anew.sign_in(given, ADDRESS, "")) == "too_many_attempts"
    assert await refusal(anew.sign_in(given, ADDRESS, "", mark="0" * 32 + "." + "0" * 64)) == "too_many_attempts"
    assert (await anew.sign_in(given, ADDRESS, "", mark=mark)).me == signed.me
    anew.close()


async def test_costs_of_what_is_stored_are_imitated(house: House) -> None:
    await house.add("ana")
    dearer = Passwords(time_cost=2, memory_cost=16, parallelism=1)
    house.passwords = dearer
    accounts = house.build(house.config)
    await accounts.imitate_costs()
    assert {costs_of(one) for one in dearer._nobodys} == {"m=8,t=1,p=1"}
    accounts.close()


async def test_signing_out_what_stands_for_nothing_writes_nothing(house: House) -> None:
    for token in ("", "x" * 43, "nonsense"):
        before = house.writer.batch_sizes.total
        await house.accounts.sign_out(token)
        assert house.writer.batch_sizes.total == before
