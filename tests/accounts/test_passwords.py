"""Hashing: off the event loop, bounded, the same work for everybody."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from server.accounts.passwords import WAITING_LIMIT, Passwords, costs_of
from server.errors import Refused
from tests.accounts.house import FAST


@pytest.fixture
def passwords() -> Iterator[Passwords]:
    passwords = Passwords(**FAST)
    yield passwords
    passwords.close()


async def test_a_password_fits_its_own_hash_alone(passwords: Passwords) -> None:
    stored = await passwords.hash("ruža vetrova")
    assert stored.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    assert await passwords.verify(stored, "ruža vetrova")
    assert not await passwords.verify(stored, "ruža Vetrova")
    assert not await passwords.verify(stored, "")


async def test_two_spellings_of_one_password_are_the_same(passwords: Passwords) -> None:
    assert await passwords.verify(await passwords.hash("ruža"), "ruz\u030ca")


async def test_no_password_fits_nobody(passwords: Passwords) -> None:
    for password in ("", "ruža vetrova", "x" * 100_000, "\x00", "\ud800", "a" + "\u0301" * 60_000):
        assert not await passwords.verify(None, password)


async def test_nobody_costs_what_somebody_costs() -> None:
    """The hash that no password has is made with the same costs, and argon2 reads it as one of its own."""
    passwords = Passwords(time_cost=2, memory_cost=64, parallelism=2)
    (nobodys,) = passwords._nobodys
    assert not passwords.is_outdated(nobodys)
    assert len(nobodys) == len(await passwords.hash("x"))
    passwords.close()


async def test_after_a_change_of_costs_nobody_costs_as_often_what_somebody_still_costs(passwords: Passwords) -> None:
    """Or who has not come in since would be told by the clock. Asking twice takes as long twice."""
    passwords.imitate(["m=8,t=1,p=1", "m=8,t=1,p=1", "m=8,t=1,p=1", "m=16,t=2,p=1"])
    taken = {f"{number}@example.org": passwords._nobodys_for(f"{number}@example.org") for number in range(400)}
    dear = [account for account, stored in taken.items() if costs_of(stored) == "m=16,t=2,p=1"]
    assert 60 < len(dear) < 140
    assert all(passwords._nobodys_for(account) == stored for account, stored in taken.items())
    assert not await passwords.verify(None, "x", dear[0])
    passwords.imitate([])
    assert len(passwords._nobodys) == 4, "an empty house is imitated by its own costs, which are there already"


async def test_a_hash_of_other_costs_is_outdated(passwords: Passwords) -> None:
    dearer = Passwords(time_cost=2, memory_cost=16, parallelism=1)
    assert dearer.is_outdated(await passwords.hash("x"))
    assert not passwords.is_outdated(await passwords.hash("x"))
    dearer.close()


async def test_production_costs_are_those_of_rfc_9106() -> None:
    passwords = Passwords()
    assert "m=65536,t=3,p=4" in await passwords.hash("x")
    passwords.close()


async def test_more_than_can_wait_are_refused_at_once_and_the_rest_is_served(passwords: Passwords) -> None:
    tries = [asyncio.create_task(passwords.verify(None, "x")) for _ in range(WAITING_LIMIT + 10)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    refused = [one for one in outcomes if isinstance(one, Refused) and one.code == "too_many_attempts"]
    assert (len(refused), outcomes.count(False)) == (10, WAITING_LIMIT)
    assert passwords.hashed == WAITING_LIMIT
    assert await passwords.verify(None, "x") is False
