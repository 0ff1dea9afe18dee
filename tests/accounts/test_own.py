"""One's own password, address and logins: what it takes to change them, and what that ends; on both databases."""

from __future__ import annotations

from server.accounts import store, tables
from server.accounts.rules import DAY, FRESH
from server.accounts.service import Letter, Renewed
from server.contract.accounts import ChangeAddress, ChangePassword, MyAccount, UseSignInLink
from server.errors import Refused
from server.publication import LoginsEnded
from tests.accounts.house import ADDRESS, FAST, NOON, PASSWORD, House, open_house, refusal
from tests.accounts.test_service import Meanwhile

ANOTHER = "dunavski most 77"


async def test_an_account_says_what_there_is_of_it(house: House) -> None:
    await house.add("ana")
    assert await house.accounts.own.account("ana") == MyAccount(
        password=True, pending_email=None, second_factor=False, recovery_codes=0, invites=False
    )
    assert await refusal(house.accounts.own.account("nobody")) == "sign_in_required"


# ── password ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_password_takes_the_present_one_and_is_told(house: House) -> None:
    await house.add("ana")
    who, other = await house.visitor(await house.sign_in()), await house.sign_in()
    change = house.accounts.own.change_password
    for current in ("wrong", None, ""):
        assert await refusal(change(who, ChangePassword(ANOTHER, current), ADDRESS)) == "password_wrong"
    assert await refusal(change(who, ChangePassword("short", PASSWORD), ADDRESS)) == "password_too_short"
    assert house.letters == []
    await change(who, ChangePassword(ANOTHER, PASSWORD), ADDRESS)
    assert house.letters == [Letter("password_changed", "ana@example.org", "sr-Latn", "Europe/Belgrade", "ana", {})]
    assert await house.accounts.who(other), "the others end only when it is asked for"
    assert await refusal(house.sign_in()) == "sign_in_failed"
    assert await house.sign_in(password=ANOTHER)


async def test_the_login_goes_on_under_another_token(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    who = await house.visitor(token)
    (before,) = await house.rows(tables.login)
    connection_token = house.accounts.connection_token(who)
    renewed = await house.accounts.own.change_password(who, ChangePassword(ANOTHER, PASSWORD), ADDRESS)
    assert isinstance(renewed, Renewed)
    assert await house.accounts.who(token) is None
    assert await house.accounts.who_by_connection_token(connection_token) is None
    now = await house.visitor(renewed.token)
    (after,) = [one._asdict() for one in await house.rows(tables.login) if one.id == now.login]
    assert {name for name, value in before._asdict().items() if after[name] != value} == {"id", "token_hash"}
    assert LoginsEnded((who.login,), renewed=True) in house.ears.heard, "what a copy of the cookie opened closes"
    assert renewed.seconds == 180 * DAY // 1000


async def test_a_new_password_may_end_the_other_logins(house: House) -> None:
    await house.add("ana")
    who, other = await house.visitor(await house.sign_in()), await house.visitor(await house.sign_in())
    wanted = ChangePassword(ANOTHER, PASSWORD, end_others=True)
    renewed = await house.accounts.own.change_password(who, wanted, ADDRESS)
    assert house.ears.ended == [other.login]
    assert await house.visitor(renewed.token)


async def test_a_stolen_login_gives_no_more_guesses_at_the_password_than_none(house: House) -> None:
    await house.add("ana")
    who = await house.visitor(await house.sign_in())
    wanted = ChangePassword(ANOTHER, "wrong")
    codes = [await refusal(house.accounts.own.change_password(who, wanted, ADDRESS)) for _ in range(7)]
    assert codes == ["password_wrong"] * 6 + ["too_many_attempts"]


async def test_who_has_no_password_needs_a_fresh_login(house: House) -> None:
    await house.add("ana", password_hash=None)
    house.accounts.links.request("sign_in", "ana@example.org", ADDRESS)
    link = await house.mailed("sign_in_link")
    who = await house.visitor((await house.accounts.links.sign_in(UseSignInLink(link), ADDRESS, "", "")).token)
    house.now += FRESH + 1
    assert await refusal(house.accounts.own.change_password(who, ChangePassword(ANOTHER), ADDRESS)) == "sign_in_again"
    house.now -= 1
    await house.accounts.own.change_password(who, ChangePassword(ANOTHER), ADDRESS)
    assert await house.sign_in(password=ANOTHER)


async def test_a_password_that_changed_while_it_was_checked_proves_nothing(house: House) -> None:
    await house.add("ana")
    who = await house.visitor(await house.sign_in())
    other = await house.passwords.hash(ANOTHER)
    slow = Meanwhile(**FAST)
    slow.house = house
    slow.happens = lambda unit: store.set_password_hash(unit.connection, "ana", other)
    house.passwords = slow
    accounts = house.build(house.config)
    wanted = ChangePassword("a third password", PASSWORD)
    assert await refusal(accounts.own.change_password(who, wanted, ADDRESS)) == "password_wrong"
    accounts.close()


# ── address ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_address_counts_once_its_mail_was_read_and_the_old_one_is_told(house: House) -> None:
    await house.add("ana")
    who = await house.visitor(await house.sign_in())
    change = house.accounts.own.change_address
    assert await refusal(change(who, ChangeAddress("new@example.org", "wrong"), ADDRESS)) == "password_wrong"
    assert await refusal(change(who, ChangeAddress("new@nowhere", PASSWORD), ADDRESS)) == "email_invalid"
    renewed = await change(who, ChangeAddress("New@example.org", PASSWORD), ADDRESS)
    who = await house.visitor(renewed.token)
    token = await house.mailed("address_confirm")
    assert house.letters[-1].address == "New@example.org"
    assert (await house.accounts.me("ana")).email == "ana@example.org"
    assert (await house.accounts.own.account("ana")).pending_email == "New@example.org"
    looked = await house.accounts.links.look(token, ADDRESS)
    assert (looked.purpose, looked.email, looked.expires_at) == ("address", "N…@example.org", NOON + DAY)
    await house.accounts.links.confirm_address(token, ADDRESS)
    assert (await house.accounts.me("ana")).email == "New@example.org"
    assert house.letters[-1] == Letter("address_changed", "ana@example.org", "sr-Latn", "Europe/Belgrade", "ana", {})
    assert await refusal(house.accounts.links.confirm_address(token, ADDRESS)) == "link_not_valid"
    assert await refusal(house.sign_in("ana")) == "sign_in_failed"
    assert await house.sign_in("new")
    assert (await house.accounts.own.account("ana")).pending_email is None


async def test_a_new_address_is_the_end_of_links_to_the_old_one(house: House) -> None:
    await house.add("ana")
    who = await house.visitor(await house.sign_in())
    house.accounts.links.request("password_reset", "ana@example.org", ADDRESS)
    to_reset = await house.mailed("password_reset")
    await house.accounts.own.change_address(who, ChangeAddress("new@example.org", PASSWORD), ADDRESS)
    await house.accounts.links.confirm_address(await house.mailed("address_confirm"), ADDRESS)
    assert await refusal(house.accounts.links.look(to_reset, ADDRESS)) == "link_not_valid"


async def test_nobody_has_many_strangers_mailed(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.add("ana")
        token, codes = await house.sign_in(), []
        for number in range(6):
            who, wanted = await house.visitor(token), ChangeAddress(f"x{number}@example.org", PASSWORD)
            try:
                token = (await house.accounts.own.change_address(who, wanted, f"192.0.2.{number}")).token
            except Refused as refused:
                codes.append(refused.code)
        assert codes == ["too_many_attempts"]
        assert len(house.letters) == 5


async def test_an_address_that_somebody_has_is_neither_told_nor_taken(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    who = await house.visitor(await house.sign_in())
    renewed = await house.accounts.own.change_address(who, ChangeAddress("BOR@example.org", PASSWORD), ADDRESS)
    assert isinstance(renewed, Renewed)
    assert house.letters == []
    assert (await house.accounts.own.account("ana")).pending_email == "BOR@example.org", "as of one that nobody has"
    who = await house.visitor(renewed.token)
    await house.accounts.own.change_address(who, ChangeAddress("iva@example.org", PASSWORD), ADDRESS)
    token = await house.mailed("address_confirm")
    await house.add("iva")
    assert await refusal(house.accounts.links.confirm_address(token, ADDRESS)) == "link_not_valid"
    assert (await house.accounts.me("ana")).email == "ana@example.org"


# ── logins ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_ones_logins_are_listed_and_ended_by_oneself_alone(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    first = await house.visitor(await house.sign_in(label="Firefox, Linux"))
    house.now += 1000
    second = await house.visitor(await house.sign_in(label="Safari, iOS"))
    bor = await house.visitor(await house.sign_in("bor"))
    listed = (await house.accounts.logins.mine(first)).logins
    assert [(one.id, one.label, one.this) for one in listed] == [
        (second.login, "Safari, iOS", False),
        (first.login, "Firefox, Linux", True),
    ]
    assert listed[1].expires_at == NOON + 30 * DAY
    for login in (first.login, "", "nothing"):
        assert await refusal(house.accounts.logins.end(bor, login)) == "not_found"
    await house.accounts.logins.end(first, second.login)
    assert house.ears.ended == [second.login]
    assert await refusal(house.accounts.logins.end(first, second.login)) == "not_found"
    assert len((await house.accounts.logins.mine(first)).logins) == 1


async def test_all_other_logins_end_at_once(house: House) -> None:
    await house.add("ana")
    await house.add("bor")
    tokens = [await house.sign_in() for _ in range(3)]
    bor = await house.sign_in("bor")
    await house.accounts.logins.end_others(await house.visitor(tokens[1]))
    assert [await house.accounts.who(token) is not None for token in (*tokens, bor)] == [False, True, False, True]
    assert len(house.ears.ended) == 2


async def test_a_lapsed_login_is_not_listed(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.add("ana")
        await house.sign_in()
        house.now += 32 * DAY
        now = await house.visitor(await house.sign_in())
        assert [one.id for one in (await house.accounts.logins.mine(now)).logins] == [now.login]
        assert len(await house.rows(tables.login)) == 1
