"""Point reads of many who come at once, and what happens to the one that goes wrong."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from server.database import Connection, Database, LookUps, open_database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = open_database(f"sqlite:///{tmp_path / 'some.db'}")
    await database.write_once(lambda c: c.execute(text("CREATE TABLE thing (id INTEGER PRIMARY KEY)")))
    await database.write_once(lambda c: c.execute(text("INSERT INTO thing VALUES (1), (2), (3)")))
    yield database
    await database.close()


def thing(connection: Connection, id: int) -> int | None:
    found: int | None = connection.execute(text("SELECT id FROM thing WHERE id = :id"), {"id": id}).scalar()
    return found


async def test_each_gets_its_own_answer(database: Database) -> None:
    found = await asyncio.gather(*(database.look_up(lambda c, id=id: thing(c, id)) for id in range(200)))
    assert [one for one in found if one is not None] == [1, 2, 3]


async def test_one_that_fails_fails_alone(database: Database) -> None:
    wrong = database.look_up(lambda c: c.execute(text("SELECT nothing FROM nowhere")).scalar())
    failed, found = await asyncio.gather(wrong, database.look_up(lambda c: thing(c, 2)), return_exceptions=True)
    assert isinstance(failed, OperationalError)
    assert found == 2


async def test_a_transaction_that_does_not_end_holds_nobody_up(database: Database) -> None:
    def disturb(_connection: Connection) -> None:
        event.remove(Engine, "commit", disturb)
        raise OSError("the disk is away")

    event.listen(Engine, "commit", disturb)
    with pytest.raises(OSError, match="away"):
        await database.look_up(lambda c: thing(c, 1))
    assert await database.look_up(lambda c: thing(c, 1)) == 1


async def test_above_the_bound_a_look_up_fails_at_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LookUps, "WAITING_LIMIT", 10)
    begun, goes_on = threading.Event(), threading.Event()

    def slow(_connection: Connection) -> None:
        begun.set()
        goes_on.wait()

    first = asyncio.ensure_future(database.look_up(slow))
    await asyncio.to_thread(begun.wait)
    others = [asyncio.ensure_future(database.look_up(lambda c: thing(c, 1))) for _ in range(11)]
    with pytest.raises(PoolTimeout):
        await others[10]
    goes_on.set()
    assert await first is None
    assert await asyncio.gather(*others[:10]) == [1] * 10


async def test_a_look_up_cannot_write(database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await database.look_up(lambda c: c.execute(text("DELETE FROM thing")))


async def test_who_gave_up_waiting_holds_nobody_up(database: Database) -> None:
    async def ask() -> int | None:
        return await database.look_up(lambda c: thing(c, 1))

    given_up = asyncio.create_task(ask())
    await asyncio.sleep(0)
    given_up.cancel()
    assert await ask() == 1


async def test_what_was_committed_before_is_found(database: Database) -> None:
    await database.look_up(lambda c: thing(c, 4))
    await database.write_once(lambda c: c.execute(text("INSERT INTO thing VALUES (4)")))
    assert await database.look_up(lambda c: thing(c, 4)) == 4


async def test_its_thread_ends_with_the_database(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'other.db'}")
    await database.look_up(lambda c: c.execute(text("SELECT 1")).scalar())
    assert any(thread.name == "look-ups" for thread in threading.enumerate())
    await database.close()
    assert not any(thread.name == "look-ups" for thread in threading.enumerate())
