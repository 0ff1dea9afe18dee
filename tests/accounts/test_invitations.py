"""Inviting: who may, what the invited get, and what becomes of an invitation; on both databases."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from server.accounts import tables
from server.accounts.rules import DAY
from server.accounts.service import SignedIn, disable, names_of, person_exists
from server.contract.accounts import AcceptInvitation, Invitation, InvitationLink, Invite
from tests.accounts.house import ADDRESS, NOON, PASSWORD, House, open_house, refusal

BLAGICA = Invite("Благица Ќосева", "blagica@example.org", "mk", "Europe/Skopje")
WEEK = 7 * DAY


async def open_to_invite(house: House) -> None:
    """Ana runs a programme, Bor keeps the server, Iva does neither."""
    await house.add("ana")
    await house.add("bor", keeper=True)
    await house.add("iva")
    house.leads.add("ana")


def token_of(made: InvitationLink) -> str:
    return made.link.partition("#")[2]


async def accept(house: House, token: str, **others: Any) -> SignedIn:
    given: dict[str, Any] = {
        "name": "Благица Ќосева-Петровска",
        "language": "sr-Cyrl",
        "zone": "Europe/Belgrade",
        "password": PASSWORD,
    }
    return await house.accounts.links.accept_invitation(AcceptInvitation(token, **(given | others)), ADDRESS, "", "")


async def test_an_invitation_is_mailed_and_told_to_its_maker(house: House) -> None:
    await open_to_invite(house)
    made = await house.accounts.invitations.invite("ana", BLAGICA)
    assert made.link == f"{house.config.url}/invitation#{token_of(made)}"
    assert made.inviter == "Ana"
    assert made.invitation == Invitation(
        made.invitation.id, "Благица Ќосева", "blagica@example.org", "mk", "unopened", NOON, NOON + WEEK
    )
    assert await house.mailed("invitation") == token_of(made)
    letter = house.letters[0]
    assert (letter.address, letter.language, letter.zone) == ("blagica@example.org", "mk", "Europe/Skopje")
    assert letter.values == {"inviter": "Ana", "link": f"/invitation#{token_of(made)}", "until": NOON + WEEK}
    assert (await house.accounts.invitations.mine("ana")).invitations == (made.invitation,)
    assert (await house.accounts.invitations.mine("bor")).invitations == ()
    assert not await house.database.read(lambda c: person_exists(c, letter.person))


async def test_the_invited_come_in_once_under_the_name_they_give(house: House) -> None:
    await open_to_invite(house)
    token = token_of(await house.accounts.invitations.invite("ana", BLAGICA))
    looked = await house.accounts.links.look(token, ADDRESS)
    facts = (looked.purpose, looked.name, looked.email, looked.language, looked.inviter)
    assert facts == ("invitation", "Благица Ќосева", "b…@example.org", "mk", "Ana")
    await house.settled()
    assert (await house.accounts.invitations.mine("ana")).invitations[0].state == "opened"
    signed = await accept(house, token)
    assert signed.me.name == "Благица Ќосева-Петровска"
    assert (signed.me.language, signed.me.zone) == ("sr-Cyrl", "Europe/Belgrade")
    assert await house.visitor(signed.token)
    assert (await house.accounts.invitations.mine("ana")).invitations[0].state == "accepted"
    assert await refusal(accept(house, token)) == "link_not_valid"
    assert await house.sign_in("blagica")
    invitation = (await house.accounts.invitations.mine("ana")).invitations[0].id
    assert await refusal(house.accounts.invitations.renew("ana", invitation)) == "not_found"
    assert await refusal(house.accounts.invitations.withdraw("ana", invitation)) == "not_found"


async def test_a_rare_visitor_needs_no_password(house: House) -> None:
    await open_to_invite(house)
    signed = await accept(house, token_of(await house.accounts.invitations.invite("ana", BLAGICA)), password=None)
    assert not (await house.accounts.own.account(signed.me.id)).password
    assert await refusal(house.sign_in("blagica")) == "sign_in_failed"
    house.accounts.links.request("sign_in", "blagica@example.org", ADDRESS)
    assert await house.mailed("sign_in_link")


async def test_who_is_only_invited_can_do_nothing_yet(house: House) -> None:
    await open_to_invite(house)
    await house.accounts.invitations.invite("ana", BLAGICA)
    assert await refusal(house.sign_in("blagica")) == "sign_in_failed"
    for purpose in ("sign_in", "password_reset"):
        house.accounts.links.request(purpose, "blagica@example.org", ADDRESS)  # type: ignore[arg-type]
    await house.settled()
    assert len(house.letters) == 1


async def test_an_invitation_lives_seven_days_and_can_be_renewed(house: House) -> None:
    await open_to_invite(house)
    made = await house.accounts.invitations.invite("ana", BLAGICA)
    house.now += WEEK
    assert await refusal(accept(house, token_of(made))) == "link_not_valid"
    assert (await house.accounts.invitations.mine("ana")).invitations[0].state == "lapsed"
    renewed = await house.accounts.invitations.renew("ana", made.invitation.id)
    assert renewed.invitation.id == made.invitation.id
    assert (renewed.invitation.state, renewed.invitation.expires_at) == ("unopened", NOON + 2 * WEEK)
    assert await house.mailed("invitation") == token_of(renewed)
    again = await house.accounts.invitations.invite("ana", BLAGICA)
    assert again.invitation.id == made.invitation.id
    assert await refusal(accept(house, token_of(renewed))) == "link_not_valid"
    assert await accept(house, token_of(again))


async def test_a_withdrawn_invitation_lets_nobody_in_and_its_address_goes(house: House) -> None:
    await open_to_invite(house)
    made = await house.accounts.invitations.invite("ana", BLAGICA)
    person = house.letters[0].person
    await house.accounts.invitations.withdraw("ana", made.invitation.id)
    assert await refusal(accept(house, token_of(made))) == "link_not_valid"
    assert (await house.accounts.invitations.mine("ana")).invitations == ()
    assert "blagica@" not in repr(await house.rows(tables.person) + await house.rows(tables.link))
    assert await house.database.read(lambda c: names_of(c, [person])) == {person: "Благица Ќосева"}
    anew = await house.accounts.invitations.invite("bor", BLAGICA)
    assert await accept(house, token_of(anew))


async def test_nobody_else_may_touch_an_invitation(house: House) -> None:
    await open_to_invite(house)
    made = await house.accounts.invitations.invite("ana", BLAGICA)
    invitations, id = house.accounts.invitations, made.invitation.id
    for by in ("bor", "iva", "nobody"):
        assert await refusal(invitations.renew(by, id)) == "not_found"
        assert await refusal(invitations.withdraw(by, id)) == "not_found"
    assert await refusal(invitations.invite("bor", BLAGICA)) == "already_invited"
    for by in ("iva", "nobody"):
        assert await refusal(invitations.invite(by, BLAGICA)) == "not_found"
        assert await refusal(invitations.mine(by)) == "not_found"
    assert await accept(house, token_of(made))


async def test_a_right_to_invite_that_is_gone_is_gone_at_once(house: House) -> None:
    await open_to_invite(house)
    made = await house.accounts.invitations.invite("ana", BLAGICA)
    assert (await house.accounts.own.account("ana")).invites
    house.leads.clear()
    await house.writer.run(lambda unit: disable(unit, "bor"))
    assert not (await house.accounts.own.account("ana")).invites
    for by in ("ana", "bor"):
        assert await refusal(house.accounts.invitations.invite(by, BLAGICA)) == "not_found"
    assert await refusal(house.accounts.invitations.renew("ana", made.invitation.id)) == "not_found"


async def test_who_is_here_is_not_invited_again(house: House) -> None:
    await open_to_invite(house)
    await house.writer.run(lambda unit: disable(unit, "iva"))
    for email in ("ANA@example.org", "iva@example.org"):
        assert await refusal(house.accounts.invitations.invite("ana", Invite("X", email, "en"))) == "already_here"
    assert house.letters == []


async def test_an_invitation_that_cannot_be_is_refused_in_words(house: House) -> None:
    await open_to_invite(house)
    for facts, code in (
        (Invite("\u200b", "x@example.org", "en"), "name_invalid"),
        (Invite("X", "nowhere", "en"), "email_invalid"),
        (Invite("X", "x@example.org\r\nBcc: y@example.org", "en"), "email_invalid"),
        (Invite("X", "x@example.org", "xx"), "language_unknown"),
        (Invite("X", "x@example.org", "en", "Europe/../etc"), "zone_unknown"),
    ):
        assert await refusal(house.accounts.invitations.invite("ana", facts)) == code
    token = token_of(await house.accounts.invitations.invite("ana", Invite("X", "x@example.org", "en")))
    assert house.letters[0].zone == "Europe/Belgrade"
    for wrong, code in (
        ({"name": ""}, "name_invalid"),
        ({"language": "xx"}, "language_unknown"),
        ({"zone": ""}, "zone_unknown"),
        ({"password": "short"}, "password_too_short"),
        ({"password": "blagica kosevska", "name": "Blagica Kosevska"}, "password_too_common"),
    ):
        assert await refusal(accept(house, token, **wrong)) == code
    assert await accept(house, token)


async def test_invitations_are_limited_for_each_who_makes_them(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await open_to_invite(house)
        for number in range(100):
            await house.accounts.invitations.invite("ana", Invite("X", f"x{number}@example.org", "en"))
        assert await refusal(house.accounts.invitations.invite("ana", BLAGICA)) == "too_many_attempts"


async def test_who_is_here_already_cannot_be_found_out_without_end(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await open_to_invite(house)
        known = Invite("Ana", "ana@example.org", "en")
        codes = [await refusal(house.accounts.invitations.invite("ana", known)) for _ in range(101)]
        assert codes == ["already_here"] * 100 + ["too_many_attempts"]
        assert await house.accounts.invitations.invite("bor", BLAGICA)


async def test_of_two_who_accept_at_once_one_comes_in(database_url: str) -> None:
    async with open_house(database_url) as house, open_house(database_url) as other:
        await open_to_invite(house)
        for number in range(5):
            wanted = Invite("X", f"x{number}@example.org", "en")
            token = token_of(await house.accounts.invitations.invite("ana", wanted))
            both = await asyncio.gather(accept(house, token), accept(other, token), return_exceptions=True)
            assert sorted(isinstance(one, SignedIn) for one in both) == [False, True]


async def test_the_log_tells_who_invited_and_nothing_of_whom(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="atelje")
    await open_to_invite(house)
    made = await house.accounts.invitations.invite("ana", BLAGICA)
    await refusal(house.accounts.invitations.invite("iva", BLAGICA))
    await accept(house, token_of(made))
    lines = [(one.act, one.result, getattr(one, "by", None)) for one in caplog.records if one.name == "atelje.audit"]
    assert lines == [
        ("invitation.make", "done", "ana"),
        ("invitation.make", "not_found", "iva"),
        ("invitation.accept", "done", None),
    ]
    logged = repr([vars(one) for one in caplog.records])
    for secret in ("blagica@", "Благица", token_of(made), PASSWORD, ADDRESS):
        assert secret not in logged
