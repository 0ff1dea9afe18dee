"""Whether an address has an account shows in no answer's time: medians of many, taken in turn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Awaitable, Callable

import pytest

from server.accounts.passwords import Passwords
from server.contract.accounts import SignIn
from tests.accounts.house import ADDRESS, House, open_house, refusal

KNOWN, UNKNOWN = "ana@example.org", "nobody@example.org"
DIFFERENCE = 0.005
"""Seconds; on a busy machine a third of the whole, of which a hash that is left out is nearly all."""

pytestmark = [pytest.mark.serial, pytest.mark.timeout(120)]


async def take_as_long(ask: Callable[[str], Awaitable[object]], times: int) -> bool:
    """Whether the medians for who is here and for who is not are the same."""
    taken: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for number in range(times):
        for email in (KNOWN, UNKNOWN) if number % 2 else (UNKNOWN, KNOWN):
            begun = time.perf_counter()
            await ask(email)
            taken[email].append(time.perf_counter() - begun)
    known, unknown = (statistics.median(taken[email]) for email in (KNOWN, UNKNOWN))
    print(f"known {known * 1000:.2f} ms, unknown {unknown * 1000:.2f} ms")
    return abs(known - unknown) < max(DIFFERENCE, known / 3)


async def test_a_sign_in_takes_as_long_for_who_is_not_here(sqlite_url: str) -> None:
    async with open_house(sqlite_url, LIMITS="off") as house:
        house.passwords = Passwords(time_cost=1, memory_cost=19 * 1024, parallelism=1)
        accounts = house.build(house.config)
        await house.add("ana")

        async def sign_in(email: str) -> None:
            assert await refusal(accounts.sign_in(SignIn(email, "wrong"), ADDRESS, "")) == "sign_in_failed"

        assert await take_as_long(sign_in, 60)
        accounts.close()


@pytest.mark.parametrize("purpose", ["password_reset", "sign_in"])
async def test_asking_for_a_mail_takes_as_long_for_who_is_not_here(sqlite_url: str, purpose: str) -> None:
    async with open_house(sqlite_url, LIMITS="off") as house:
        await house.add("ana")
        assert await take_as_long(asking(house, purpose), 200)
        await house.settled()
        assert len(house.letters) == 200


def asking(house: House, purpose: str) -> Callable[[str], Awaitable[object]]:
    async def ask(email: str) -> None:
        house.accounts.links.request(purpose, email, ADDRESS)  # type: ignore[arg-type]
        # What another request would wait for meanwhile.
        await house.database.read(lambda _connection: None)

    return ask
