"""What the statements themselves hold to when two nodes come at once and neither saw the other."""

from __future__ import annotations

from server.accounts import store, tables
from server.accounts.tokens import token_hash
from server.unit_of_work import UnitOfWork
from tests.accounts.house import NOON, House

DIGEST = b"d" * 32


def link(unit: UnitOfWork) -> None:
    store.replace_set_up_links(unit.connection, DIGEST, NOON)


def use(unit: UnitOfWork) -> bool:
    return store.use_set_up_links(unit.connection, DIGEST, NOON, NOON)


async def test_a_link_is_used_up_by_its_first_use_alone(house: House) -> None:
    await house.writer.run(link)
    assert [await house.writer.run(use) for _ in range(2)] == [True, False]


async def test_a_link_is_no_good_once_there_are_people(house: House) -> None:
    await house.writer.run(link)
    await house.add("ana")
    assert not await house.writer.run(use)


async def test_a_node_whose_clock_is_behind_moves_no_use_back(house: House) -> None:
    await house.add("ana")
    digest = token_hash(await house.sign_in())
    assert digest is not None
    login = await house.database.read(lambda connection: store.login_by_token(connection, digest, NOON))
    assert login is not None
    await house.writer.run(lambda unit: store.see_login(unit.connection, login.id, NOON - 1, NOON - 1))
    (row,) = await house.rows(tables.login)
    assert (row.seen_at, row.expires_at) == (login.seen_at, login.expires_at)
