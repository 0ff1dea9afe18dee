"""Links by mail: good once, for a while, for one purpose and one address; on both databases."""

from __future__ import annotations

import asyncio
import logging

import pytest

from server.accounts import tables
from server.accounts.rules import DAY, LINK_LIVES, MINUTE
from server.accounts.service import Letter, SignedIn, disable
from server.contract.accounts import LinkFacts, ResetPassword, UseSignInLink
from tests.accounts.house import ADDRESS, NOON, House, config, open_house, refusal

ANOTHER = "dunavski most 77"


async def asked(house: House, purpose: str, email: str = "ana@example.org", address: str = ADDRESS) -> str:
    """The token that the mail brings."""
    house.accounts.links.request(purpose, email, address)  # type: ignore[arg-type]
    return await house.mailed("sign_in_link" if purpose == "sign_in" else purpose)


async def come_in(house: House, token: str, **others: object) -> SignedIn:
    return await house.accounts.links.sign_in(UseSignInLink(token, **others), ADDRESS, "Firefox", "")  # type: ignore[arg-type]


async def reset(house: House, token: str, password: str = ANOTHER) -> SignedIn:
    return await house.accounts.links.reset_password(ResetPassword(token, password), ADDRESS, "Firefox", "")


# ── coming in by link ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_mailed_link_brings_in_once_who_has_no_password(house: House) -> None:
    await house.add("ana", password_hash=None)
    token = await asked(house, "sign_in")
    assert house.letters == [
        Letter(
            "sign_in_link",
            "ana@example.org",
            "sr-Latn",
            "Europe/Belgrade",
            "ana",
            {"link": f"/sign-in-link#{token}", "until": NOON + 20 * MINUTE},
        )
    ]
    looked = await house.accounts.links.look(token, ADDRESS)
    assert looked == LinkFacts("sign_in", "Ana", "a…@example.org", "sr-Latn", False, NOON + 20 * MINUTE)
    signed = await come_in(house, token)
    assert (await house.visitor(signed.token)).person == "ana"
    assert await refusal(come_in(house, token)) == "link_not_valid"
    assert await refusal(house.accounts.links.look(token, ADDRESS)) == "link_not_valid"


async def test_a_link_is_good_for_its_time_and_no_longer(house: House) -> None:
    await house.add("ana")
    for purpose, use in (("sign_in", come_in), ("password_reset", reset)):
        token = await asked(house, purpose)
        house.now += LINK_LIVES[purpose]  # type: ignore[index]
        assert await refusal(use(house, token)) == "link_not_valid"
        assert await refusal(house.accounts.links.look(token, ADDRESS)) == "link_not_valid"
        house.now -= 1
        assert await use(house, token)


async def test_a_new_link_is_the_end_of_the_one_before(house: House) -> None:
    await house.add("ana")
    first, second = await asked(house, "sign_in"), await asked(house, "sign_in")
    other = await asked(house, "password_reset")
    assert await refusal(come_in(house, first)) == "link_not_valid"
    assert await come_in(house, second)
    assert await reset(house, other)


async def test_a_link_is_good_for_one_purpose_alone(house: House) -> None:
    await house.add("ana")
    to_come_in, to_reset = await asked(house, "sign_in"), await asked(house, "password_reset")
    assert await refusal(reset(house, to_come_in)) == "link_not_valid"
    assert await refusal(come_in(house, to_reset)) == "link_not_valid"
    for token in (to_come_in, to_reset):
        assert await refusal(house.accounts.links.confirm_address(token, ADDRESS)) == "link_not_valid"
    assert await come_in(house, to_come_in)
    assert await reset(house, to_reset)


async def test_a_link_is_good_for_the_address_that_it_was_mailed_to(house: House) -> None:
    await house.add("ana")
    token = await asked(house, "sign_in")
    moved = tables.person.update().values(email="new@example.org", email_key="new@example.org")
    await house.writer.run(lambda unit: unit.connection.execute(moved).rowcount)
    assert await refusal(come_in(house, token)) == "link_not_valid"


async def test_who_is_disabled_has_no_links_and_gets_none(house: House) -> None:
    await house.add("ana")
    token = await asked(house, "sign_in")
    await house.writer.run(lambda unit: disable(unit, "ana"))
    assert await refusal(come_in(house, token)) == "link_not_valid"
    house.accounts.links.request("sign_in", "ana@example.org", ADDRESS)
    await house.settled()
    assert len(house.letters) == 1


async def test_of_two_who_use_a_link_at_once_one_comes_in(database_url: str) -> None:
    """Two nodes on one database, many times over."""
    async with open_house(database_url) as house, open_house(database_url) as other:
        await house.add("ana")
        for _ in range(8):
            house.seconds += 3_600
            token = await asked(house, "sign_in")
            both = await asyncio.gather(come_in(house, token), come_in(other, token), return_exceptions=True)
            assert sorted(isinstance(one, SignedIn) for one in both) == [False, True]
            token = await asked(house, "password_reset")
            both = await asyncio.gather(reset(house, token), reset(other, token), return_exceptions=True)
            assert sorted(isinstance(one, SignedIn) for one in both) == [False, True]


async def test_nobody_can_tell_by_the_answer_who_is_here(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """No refusal and no wait, whoever is asked for; the one mail goes to the one person."""
    caplog.set_level(logging.INFO, logger="atelje")
    await house.add("ana")
    for email in ("nobody@example.org", "", "\x00", "\ud800@example.org", "x" * 60_000, " ANA@Example.org"):
        assert house.accounts.links.request("password_reset", email, ADDRESS) is None
    await house.settled()
    assert [letter.address for letter in house.letters] == ["ana@example.org"]
    logged = repr([vars(one) for one in caplog.records])
    assert "'result': 'nobody'" in logged
    assert "example.org" not in logged


async def test_mails_are_limited_quietly_and_nobody_is_shut_out_by_strangers(house: House) -> None:
    await house.add("ana")
    await house.sign_in()
    for number in range(100):
        house.accounts.links.request("sign_in", "ana@example.org", f"198.51.100.{number}")
    await house.settled()
    assert len(house.letters) == 10
    for _ in range(10):
        house.accounts.links.request("sign_in", "ana@example.org", ADDRESS)
    await house.settled()
    assert len(house.letters) == 13
    for number in range(100):
        await house.add(f"p{number}")
        house.accounts.links.request("sign_in", f"p{number}@example.org", "203.0.113.99")
    await house.settled()
    assert len(house.letters) == 33


async def test_guessing_links_is_limited_by_network(house: House) -> None:
    await house.add("ana")
    token = await asked(house, "sign_in")
    codes = [await refusal(house.accounts.links.look("x" * 43, "198.51.100.1")) for _ in range(61)]
    assert codes == ["link_not_valid"] * 60 + ["too_many_attempts"]
    assert await house.accounts.links.look(token, "198.51.100.1"), "a good one is nobody's guess"
    assert await come_in(house, token)


async def test_the_database_holds_no_token_of_a_link(house: House) -> None:
    await house.add("ana")
    token = await asked(house, "sign_in")
    stored = repr(await house.rows(tables.link))
    assert token not in stored
    assert repr(token.encode())[2:-1] not in stored
    assert len(token) == 43


async def test_links_that_are_over_are_forgotten_with_their_addresses(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    await asked(house, "sign_in", "bor@example.org")
    house.now += DAY + 21 * MINUTE
    house.seconds += 3_600
    await asked(house, "sign_in")
    assert [row.person for row in await house.rows(tables.link)] == ["ana"]


async def test_demo_people_get_no_links_but_on_loopback(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.add("shown", demo=True)
        token = await asked(house, "sign_in", "shown@example.org")
        elsewhere = house.build(config(URL="https://rooms.example.org"))
        assert await refusal(elsewhere.links.look(token, ADDRESS)) == "link_not_valid"
        elsewhere.links.request("sign_in", "shown@example.org", ADDRESS)
        await house.settled()
        assert len(house.letters) == 1


# ── a forgotten password ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_password_ends_every_login_and_is_told(house: House) -> None:
    await house.add("ana")
    before = [await house.sign_in(), await house.sign_in()]
    signed = await reset(house, await asked(house, "password_reset"))
    assert [await house.accounts.who(token) for token in before] == [None, None]
    assert len(house.ears.ended) == 2
    assert await house.visitor(signed.token)
    assert house.letters[-1] == Letter("password_changed", "ana@example.org", "sr-Latn", "Europe/Belgrade", "ana", {})
    assert await refusal(house.sign_in()) == "sign_in_failed"
    assert await house.sign_in(password=ANOTHER)


async def test_a_password_that_is_too_weak_uses_nothing_up(house: House) -> None:
    await house.add("ana")
    token = await asked(house, "password_reset")
    hashed = house.passwords.hashed
    for password, code in (("short", "password_too_short"), ("ana@example.org", "password_too_common")):
        assert await refusal(reset(house, token, password)) == code
    assert await refusal(reset(house, "x" * 43)) == "link_not_valid"
    assert house.passwords.hashed == hashed
    assert await reset(house, token)


async def test_a_new_password_is_the_end_of_the_links_that_were_mailed_before(house: House) -> None:
    await house.add("ana")
    to_come_in = await asked(house, "sign_in")
    await reset(house, await asked(house, "password_reset"))
    assert await refusal(come_in(house, to_come_in)) == "link_not_valid"


async def test_a_login_that_stays_lives_ninety_days_unused(house: House) -> None:
    await house.add("ana")
    signed = await come_in(house, await asked(house, "sign_in"), stay=True)
    assert signed.seconds == 180 * DAY // 1000
    house.now += 90 * DAY - 1
    assert await house.accounts.who(signed.token)
    await house.settled()
    house.now += 90 * DAY
    assert await house.accounts.who(signed.token) is None


async def test_who_runs_a_programme_is_in_for_half_a_day_unused(house: House) -> None:
    await house.add("ana")
    house.leads.add("ana")
    signed = await come_in(house, await asked(house, "sign_in"))
    assert signed.seconds == 14 * DAY // 1000
    house.now += DAY // 2
    assert await house.accounts.who(signed.token) is None
