"""What whoever keeps the server can do to an account, and no more; on both databases."""

from __future__ import annotations

from server.accounts.model import Known
from server.accounts.people import disable, enable, end_second_factor, everybody, person_by, sign_out
from server.contract.accounts import Code
from tests.accounts.house import PASSWORD, House, refusal
from tests.accounts.test_second_factor import come_in, turned_on


async def test_a_person_is_found_by_address_or_id(house: House) -> None:
    await house.add("ana")
    await house.add("bor", keeper=True)
    ana, bor = await house.database.read(everybody)
    assert ana == Known("ana", "Ana", "ana@example.org", "active", keeper=False)
    assert bor.keeper
    for whom in ("ana", "ANA@example.org"):
        assert await house.database.read(lambda c, whom=whom: person_by(c, whom)) == ana
    assert await refusal(house.database.read(lambda c: person_by(c, "nobody"))) == "person_not_found"


async def test_who_is_kept_out_comes_in_again_when_they_are_let(house: House) -> None:
    await house.add("ana")
    token = await house.sign_in()
    assert await refusal(house.writer.run(lambda unit: enable(unit, "ana"))) == "person_not_found"
    await house.writer.run(lambda unit: disable(unit, "ana"))
    assert await house.accounts.who(token) is None
    assert await refusal(house.sign_in(password=PASSWORD)) == "sign_in_failed"
    assert await refusal(house.writer.run(lambda unit: disable(unit, "ana"))) == "person_not_found"
    await house.writer.run(lambda unit: enable(unit, "ana"))
    assert await house.accounts.who(token) is None, "what has ended stays so"
    assert await house.sign_in()


async def test_logins_and_codes_of_a_person_can_be_ended_for_them(house: House) -> None:
    _, codes, who = await turned_on(house)
    await house.writer.run(lambda unit: end_second_factor(unit, "ana"))
    assert await come_in(house), "no code is asked for"
    assert await refusal(house.accounts.second_factor.confirm(who, Code(codes[0]), "")) == "second_factor_is_off"
    await house.writer.run(lambda unit: sign_out(unit, "ana"))
    assert len(house.ears.ended) == 2
