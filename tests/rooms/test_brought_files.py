"""A file is unread as a message is: counted with them, told of, read by the same marker; on both databases."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from server.rooms import reads
from server.rooms.model import Spoken
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.service import Rooms
from server.rooms.since import reads as since
from server.rooms.tables import brought_file, message, room_head
from server.rooms.things.files.contract import RemoveFile
from tests.rooms.house import House, asked


async def card(house: House, person: str) -> tuple[int, int, int, int | None]:
    """What is unread, the newest number, the marker and when something was said last."""
    (one,) = await house.read(reads.cards, person)
    return one.unread, one.talk, one.read, one.last_at


async def test_files_of_others_are_unread_until_they_were_seen(house: House) -> None:
    await house.ask(house.post("ana", "1"), house.bring("bor"), house.post("bor", "3"), house.bring("ana"))
    at = house.now
    assert await card(house, "ana") == (2, 4, 0, at)
    assert await card(house, "bor") == (2, 4, 0, at)
    snapshot = await house.snapshot("ana")
    assert [one.number for one in snapshot.messages] == [1, 3]
    assert b'"number":2' in bytes(snapshot.things["files"])
    await house.ask(house.read_to("ana", 2))
    assert await card(house, "ana") == (1, 4, 2, at)
    await house.ask(house.read_to("ana", 9))
    assert await card(house, "ana") == (0, 4, 4, at)
    assert await card(house, "bor") == (2, 4, 0, at), "one's own file is nothing new to oneself"
    await house.ask(house.bring("bor"))
    assert await card(house, "ana") == (1, 5, 4, house.now)


async def test_a_file_that_is_removed_is_counted_as_a_message_that_was_taken_back(house: House) -> None:
    await house.ask(house.bring("bor"), house.bring("ana"))
    await house.ask(asked("bor", RemoveFile("r", house.id(), 2)), asked("ana", RemoveFile("r", house.id(), 3)))
    assert [(await card(house, person))[:3] for person in ("ana", "bor")] == [(1, 2, 0), (1, 2, 0)]
    await house.ask(house.read_to("ana", 2), house.read_to("bor", 2))
    assert [(await card(house, person))[0] for person in ("ana", "bor")] == [0, 0]


async def test_who_comes_later_has_nothing_unread_of_before(house: House) -> None:
    await house.ask(house.post("bor", "1"), house.bring("bor"), house.add("vesna"))
    assert await card(house, "vesna") == (0, 2, 2, None)
    await house.ask(house.bring("ana"))
    assert await card(house, "vesna") == (1, 3, 2, house.now)


async def test_looking_back_begins_behind_a_file_that_was_read(house: House) -> None:
    await house.ask(house.post("bor", "1"), house.bring("bor", "seen.pdf"), house.bring("bor", "new.pdf"))
    await house.ask(house.read_to("ana", 2))
    found = await house.read(since.since, "r", "ana")
    assert found is not None
    assert [(one.id, one.title) for kind in found.things for one in kind.things] == [(4, "new.pdf")]


async def test_the_others_are_told_of_a_file_as_of_a_message(house: House) -> None:
    heard: list[Spoken] = []
    house.rooms = Rooms(heard.append)
    await house.ask(house.bring("bor"))
    (spoken,) = heard
    ((room_id, told),) = spoken.talk.items()
    assert (told, spoken.authors, spoken.mentioned) == (("r", 1), {(room_id, "bor")}, set())


async def test_the_counts_follow_from_the_log_also_when_files_are_gone(house: House) -> None:
    await house.ask(house.bring("bor"), house.post("ana", "2"), house.bring("ana"), house.post("bor", "4"))
    await house.ask(asked("bor", RemoveFile("r", house.id(), 2)))

    def derived(connection: Connection) -> list[list[tuple[object, ...]]]:
        found = (
            select(message.c.first, message.c.number),
            select(brought_file).order_by(brought_file.c.item),
            select(room_head),
        )
        return [[tuple(row) for row in connection.execute(rows)] for rows in found]

    before = await house.read(derived)
    assert [(row[1], row[2], row[5]) for row in before[1]] == [(2, 1, True), (4, 3, False)]

    def lose_and_rebuild(connection: Connection) -> None:
        connection.execute(delete(brought_file))
        connection.execute(update(room_head).values(talk=0))
        for room_id in room_ids(connection):
            rebuild_room(connection, room_id)

    await house.database.write_once(lose_and_rebuild)
    assert await house.read(derived) == before
