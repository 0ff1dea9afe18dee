"""The second step: offered, confirmed, asked for, used once, ended; on both databases."""

from __future__ import annotations

import asyncio
from typing import Any

import pyotp
import pytest
from cryptography.exceptions import InvalidTag

from server.accounts import tables
from server.accounts.codes import fold_code, matching_step, new_recovery_codes, otpauth, qr_picture
from server.accounts.rules import MINUTE
from server.accounts.seal import Seal
from server.accounts.service import SignedIn, Visitor
from server.contract.accounts import Code, Reauthentication, ResetPassword, SignIn, UseSignInLink
from tests.accounts.house import ADDRESS, NOON, PASSWORD, House, open_house, refusal

STEP = 30_000
PROOF = Reauthentication(PASSWORD)


def code_at(secret: str, now: int) -> str:
    """As the app shows it."""
    return pyotp.TOTP(secret).at(now // 1000)


async def come_in(house: House, code: str | None = None, **others: Any) -> SignedIn:
    given = SignIn("ana@example.org", PASSWORD, code)
    return await house.accounts.sign_in(given, **({"address": ADDRESS, "label": ""} | others))


async def turned_on(house: House) -> tuple[str, tuple[str, ...], Visitor]:
    """The secret, the recovery codes, and a login of Ana's; half a minute later."""
    await house.add("ana")
    who = await house.visitor(await house.sign_in())
    offer, renewed = await house.accounts.second_factor.offer(who, PROOF, ADDRESS)
    who = await house.visitor(renewed.token)
    codes = await house.accounts.second_factor.confirm(who, Code(code_at(offer.secret, house.now)), ADDRESS)
    house.now += STEP
    return offer.secret, codes.codes, who


async def test_a_code_is_asked_for_once_it_is_confirmed(house: House) -> None:
    await house.add("ana")
    who = await house.visitor(await house.sign_in())
    offer, renewed = await house.accounts.second_factor.offer(who, PROOF, ADDRESS)
    assert offer.uri == otpauth(offer.secret, "ana@example.org")
    assert offer.qr.startswith("data:image/svg+xml")
    who = await house.visitor(renewed.token)
    assert await come_in(house), "nothing is on yet"
    assert await refusal(house.accounts.second_factor.confirm(who, Code("000000"), ADDRESS)) == "code_wrong"
    await house.accounts.second_factor.confirm(who, Code(code_at(offer.secret, house.now)), ADDRESS)
    assert house.letters[-1].template == "second_factor_changed"
    assert await refusal(come_in(house)) == "code_required"
    assert await refusal(come_in(house, "")) == "code_required"
    house.now += STEP
    assert await come_in(house, code_at(offer.secret, house.now))
    account = await house.accounts.own.account("ana")
    assert (account.second_factor, account.recovery_codes) == (True, 10)


async def test_who_does_not_know_the_password_is_not_asked_for_a_code(house: House) -> None:
    secret, codes, _ = await turned_on(house)
    for code in (None, code_at(secret, house.now), codes[0]):
        wrong = SignIn("ana@example.org", "wrong", code)
        assert await refusal(house.accounts.sign_in(wrong, ADDRESS, "")) == "sign_in_failed"
    assert await come_in(house, code_at(secret, house.now))


async def test_a_code_is_good_once(house: House) -> None:
    secret, _, who = await turned_on(house)
    code = code_at(secret, house.now)
    assert await come_in(house, code)
    assert await refusal(come_in(house, code)) == "code_wrong"
    proof = Reauthentication(PASSWORD, code)
    assert await refusal(house.accounts.second_factor.end(who, proof, ADDRESS)) == "code_wrong"
    house.now += STEP
    assert await refusal(come_in(house, code)) == "code_wrong", "nor in the next half minute"
    assert await come_in(house, code_at(secret, house.now))


async def test_a_clock_may_be_half_a_minute_off_and_no_more(house: House) -> None:
    secret, _, _ = await turned_on(house)
    house.now += 10 * STEP
    for off, known in ((-2, False), (2, False), (-1, True), (0, True), (1, True)):
        house.seconds += 600
        code = code_at(secret, house.now + off * STEP)
        if known:
            assert await come_in(house, code)
        else:
            assert await refusal(come_in(house, code)) == "code_wrong"


async def test_of_two_who_bring_a_code_at_once_one_comes_in(database_url: str) -> None:
    async with open_house(database_url) as house, open_house(database_url) as other:
        secret, codes, _ = await turned_on(house)
        for number in range(5):
            other.now = house.now
            for code in (code_at(secret, house.now), codes[number]):
                both = await asyncio.gather(come_in(house, code), come_in(other, code), return_exceptions=True)
                assert sorted(isinstance(one, SignedIn) for one in both) == [False, True]
            house.now += 2 * STEP
            house.seconds = other.seconds = house.seconds + 600


async def test_a_recovery_code_is_good_once_however_it_is_typed(house: House) -> None:
    _, codes, who = await turned_on(house)
    assert len(set(codes)) == 10
    assert await come_in(house, codes[0])
    assert await refusal(come_in(house, codes[0])) == "code_wrong"
    assert await come_in(house, f" {codes[1].upper().replace('-', ' ')} ")
    assert (await house.accounts.own.account("ana")).recovery_codes == 8
    proof = Reauthentication(PASSWORD, codes[2])
    anew, renewed = await house.accounts.second_factor.renew_codes(who, proof, ADDRESS)
    assert await house.visitor(renewed.token)
    assert await refusal(come_in(house, codes[3])) == "code_wrong"
    assert await come_in(house, anew.codes[0])


async def test_ending_it_asks_for_password_and_code(house: House) -> None:
    secret, codes, who = await turned_on(house)
    end = house.accounts.second_factor.end
    assert await refusal(end(who, Reauthentication("wrong", codes[0]), ADDRESS)) == "password_wrong"
    assert await refusal(end(who, Reauthentication(None, codes[0]), ADDRESS)) == "password_wrong"
    assert await refusal(end(who, PROOF, ADDRESS)) == "code_required"
    assert await refusal(house.accounts.second_factor.offer(who, PROOF, ADDRESS)) == "second_factor_is_on"
    renewed = await end(who, Reauthentication(PASSWORD, code_at(secret, house.now)), ADDRESS)
    who = await house.visitor(renewed.token)
    assert house.letters[-1].template == "second_factor_changed"
    assert await come_in(house)
    assert await house.rows(tables.second_factor) == await house.rows(tables.recovery_code) == []
    for refused in (
        end(who, PROOF, ADDRESS),
        house.accounts.second_factor.renew_codes(who, PROOF, ADDRESS),
        house.accounts.second_factor.confirm(who, Code("000000"), ADDRESS),
    ):
        assert await refusal(refused) == "second_factor_is_off"


async def test_guessing_codes_is_limited_for_each_account(house: House) -> None:
    secret, _, _ = await turned_on(house)
    guesses = [await refusal(come_in(house, "000000", address=f"198.51.100.{n // 3}")) for n in range(30)]
    assert guesses.count("code_wrong") == 10
    assert set(guesses[10:]) == {"too_many_attempts"}
    house.seconds += 300
    assert await come_in(house, code_at(secret, house.now))


async def test_a_code_that_did_not_fit_leaves_a_mailed_link_as_it_was(house: House) -> None:
    """And neither a link nor a new password goes round the second step."""
    secret, codes, _ = await turned_on(house)
    links = house.accounts.links
    links.request("sign_in", "ana@example.org", ADDRESS)
    token = await house.mailed("sign_in_link")
    assert (await links.look(token, ADDRESS)).code
    for code, refused in ((None, "code_required"), ("000000", "code_wrong")):
        assert await refusal(links.sign_in(UseSignInLink(token, code), ADDRESS, "", "")) == refused
    assert await links.sign_in(UseSignInLink(token, code_at(secret, house.now)), ADDRESS, "", "")
    links.request("password_reset", "ana@example.org", ADDRESS)
    token = await house.mailed("password_reset")
    for code, refused in ((None, "code_required"), ("000000", "code_wrong")):
        wanted = ResetPassword(token, "dunavski most 77", code)
        assert await refusal(links.reset_password(wanted, ADDRESS, "", "")) == refused
    assert await come_in(house, codes[0]), "the password is as it was"
    assert await links.reset_password(ResetPassword(token, "dunavski most 77", codes[1]), ADDRESS, "", "")


async def test_the_database_holds_no_secret_and_no_code(house: House) -> None:
    secret, codes, _ = await turned_on(house)
    stored = repr([await house.rows(tables.second_factor), await house.rows(tables.recovery_code)])
    assert secret not in stored
    assert not any(code in stored or fold_code(code) in stored for code in codes)


# ── codes and seals alone ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_sealed_for_one_opens_for_nobody_else() -> None:
    seal = Seal(b"k" * 32)
    sealed = seal.close("secret", "ana")
    assert seal.open(sealed, "ana") == "secret"
    assert sealed != seal.close("secret", "ana")
    for other, of, data in (
        (seal, "bor", sealed),
        (Seal(b"x" * 32), "ana", sealed),
        (seal, "ana", sealed[:-1] + bytes([sealed[-1] ^ 1])),
    ):
        with pytest.raises(InvalidTag):
            other.open(data, of)


@pytest.mark.parametrize("code", ["", "12345", "1234567", "٠١٢٣٤٥", "12 345", "abcdef", "\x00" * 6, "-12345", "1e5000"])
def test_what_is_no_code_matches_nothing(code: str) -> None:
    assert matching_step(pyotp.random_base32(), code, NOON) is None


def test_codes_are_folded_however_they_are_typed() -> None:
    assert fold_code(" 123 456 ") == fold_code("123-456") == "123456"
    assert fold_code("x" * 100_000) == "x" * 64


def test_a_picture_holds_the_address_and_loads_nothing() -> None:
    picture = qr_picture(otpauth(pyotp.random_base32(), "ana@example.org"))
    assert picture.startswith("data:image/svg+xml;charset=utf-8,")
    assert "script" not in picture
    assert "href" not in picture


def test_recovery_codes_are_long_and_all_different() -> None:
    many = [code for _ in range(50) for code in new_recovery_codes()]
    assert len(set(many)) == len(many)
    assert all(len(fold_code(code)) == 16 for code in many)
    assert not set("".join(many)) & set("01ilo")


def test_codes_live_as_long_as_apps_show_them() -> None:
    secret = pyotp.random_base32()
    step = NOON // STEP
    assert matching_step(secret, code_at(secret, NOON), NOON) == step
    assert matching_step(secret, code_at(secret, NOON), NOON + MINUTE + STEP) is None


async def test_no_password_is_hashed_for_a_reset_without_its_code(house: House) -> None:
    """The link stays good: whoever has one could keep the server busy with it."""
    secret, _, _ = await turned_on(house)
    house.accounts.links.request("password_reset", "ana@example.org", ADDRESS)
    token = await house.mailed("password_reset")
    before = house.passwords.hashed

    async def reset(code: str | None) -> SignedIn:
        return await house.accounts.links.reset_password(
            ResetPassword(token, "dunavski most 77", code), ADDRESS, "", ""
        )

    for _ in range(10):
        assert await refusal(reset(None)) == "code_required"
    assert house.passwords.hashed == before
    wrong = [await refusal(reset("000000")) for _ in range(8)]
    assert wrong == ["code_wrong"] * 5 + ["too_many_attempts"] * 3
    assert house.passwords.hashed == before + 5
    house.seconds += 3600
    house.now += 60_000
    assert await reset(code_at(secret, house.now))
