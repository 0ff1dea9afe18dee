"""What keeps a node's readers whole, where it cannot be seen from outside in time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import insert

from server.accounts import tables
from server.database import Connection, StorageError, metadata, open_database
from server.fanout.memory import MemoryBus, MemoryFanout
from server.flows.follow import Follower
from server.inbox.store import ENTRIES_KEPT
from server.live.hub import RESYNC_CODE, Hub
from server.publication import Announcement, LoginsEnded, Publication
from tests.live.readers import Reader
from tests.rooms.house import open_house
from tests.waiting import until

HEARD = 15.0
"""Seconds that are promised (P5). A loaded machine gets five times that before a test fails."""
NOON = 1_795_000_000_000
MINUTE = 60_000


def nothing(_told: object) -> None: ...


async def test_a_login_that_ended_while_the_database_was_away_is_found_when_it_is_back(empty_sqlite_url: str) -> None:
    now, heard, bus = NOON, list[Announcement](), MemoryBus()
    here, elsewhere = MemoryFanout(bus), MemoryFanout(bus)
    for fanout in (here, elsewhere):
        await fanout.start(lambda _hint: None)

    def announce(announcements: Sequence[Announcement]) -> None:
        heard.extend(announcements)

    hub = Hub(lambda _call: None, lambda _channel, _position: None, lambda _channel: None, lambda _channel: None)
    database = open_database(empty_sqlite_url)
    follower = Follower(database, here, hub, announce, nothing, lambda: now)
    for _ in range(3):
        now += MINUTE
        with pytest.raises(StorageError):
            await follower.compare()
    await database.write_once(a_login_that_ended(NOON + MINUTE))
    await follower.compare()
    assert heard == [LoginsEnded(("login",))]
    now += MINUTE
    await follower.compare()
    now += MINUTE
    await follower.compare()
    assert heard == [LoginsEnded(("login",))]
    await database.close()


async def test_a_commit_that_nobody_announced_is_found_also_by_a_node_that_is_alone(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.open()
        hub = Hub(lambda _call: None, lambda _channel, _position: None, lambda _channel: None, lambda _channel: None)
        reader = Reader(hub)
        reader.subscribe(1, "room:r")
        hub.flush()

        def announce(announcements: Sequence[Announcement]) -> None:
            hub.stage([one for one in announcements if isinstance(one, Publication)])
            hub.flush()

        follower = Follower(house.database, MemoryFanout(), hub, announce, nothing, house.clock)
        await house.ask(house.post("bor", "Is it there?"))
        begun, running = time.monotonic(), asyncio.create_task(follower.run())
        await until(lambda: reader.offsets == [2], 5 * HEARD)
        print(f"\nheard after {time.monotonic() - begun:.1f} s")
        running.cancel()
        await follower.close()


async def test_a_persons_own_log_is_made_whole_as_a_rooms_is(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        hub = Hub(lambda _call: None, lambda _channel, _position: None, lambda _channel: None, lambda _channel: None)
        reader, late = Reader(hub), Reader(hub)
        reader.subscribe(0, "person:ana")
        late.subscribe(0, "person:bor")
        hub.flush()

        def announce(announcements: Sequence[Announcement]) -> None:
            hub.stage([one for one in announcements if isinstance(one, Publication)])
            hub.flush()

        follower = Follower(house.database, MemoryFanout(), hub, announce, nothing, house.clock)
        await house.ask(lambda unit: unit.tell("ana", "room_joined", "r"))
        for _ in range(ENTRIES_KEPT // 100 + 1):
            await house.ask(lambda unit: [unit.tell("bor", "room_changed", f"r{n}") for n in range(100)])
        await follower.compare()
        await until(lambda: reader.offsets == [1])
        # What is not kept any more can't be given: then the reader is told to begin anew.
        await until(lambda: hub.position("person:bor") is None)
        hub.flush()
        assert late.log == ["joined", ("ended", RESYNC_CODE)]
        await follower.close()


async def test_what_was_committed_before_the_hints_of_a_channel_are_heard_is_found_at_once(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.open()
        bus = MemoryBus()
        here, elsewhere = MemoryFanout(bus), MemoryFanout(bus)
        hub = Hub(lambda _call: None, lambda _channel, _position: None, here.join, here.leave)

        def announce(announcements: Sequence[Announcement]) -> None:
            hub.stage([one for one in announcements if isinstance(one, Publication)])
            hub.flush()

        follower = Follower(house.database, here, hub, announce, nothing, house.clock)
        await elsewhere.start(lambda _hint: None)
        await here.start(follower.hear, follower.joined)
        reader = Reader(hub)
        (joiner,) = reader.join("room:r")
        await house.ask(house.post("bor", "Between the reading and the joining"))
        hub.admit(joiner, 1, b'{"id":1,"subscribe":{}}')
        hub.flush()
        await until(lambda: reader.offsets == [2])
        await follower.close()


def a_login_that_ended(at: int) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        metadata.create_all(connection, [tables.person, tables.login])
        connection.execute(
            insert(tables.person).values(
                id="ana",
                name="Ana",
                email="a@x.org",
                email_key="a@x.org",
                language="sl",
                zone="UTC",
                demo=False,
                keeper=False,
                state="active",
                created_at=NOON,
            )
        )
        connection.execute(
            insert(tables.login).values(
                id="login",
                token_hash=b"t",
                person="ana",
                label="",
                created_at=NOON,
                seen_at=NOON,
                stay=False,
                idle=60 * MINUTE,
                ends_at=NOON + 60 * MINUTE,
                expires_at=NOON + 60 * MINUTE,
                ended_at=at,
            )
        )

    return work
