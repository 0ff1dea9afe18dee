"""What a member can read: snapshots, pages, recovery with its limits, the list of their rooms; on both databases."""

from __future__ import annotations

import json

import pytest

from server.errors import Refused
from server.rooms import reads
from server.rooms.reads import PAGE, RECOVERY_BYTES, RECOVERY_ENTRIES, Opened, Page, Side
from tests.rooms.house import House
from tests.rooms.oracle import fold, folded, in_order


async def test_a_log_is_opened_at_its_top(house: House) -> None:
    await house.ask(house.post("ana", "1"))
    assert await house.read(reads.open_log, "r", "bor", None) == Opened(2, [])
    assert await house.read(reads.open_log, "r", "bor", 2) == Opened(2, [])
    assert await house.read(reads.open_log, "r", "stranger", None) is None
    assert await house.read(reads.open_log, "none", "bor", None) is None


@pytest.mark.parametrize("since", [3, 2**53 - 1])
async def test_a_position_beyond_the_top_can_not_be_recovered(house: House, since: int) -> None:
    await house.ask(house.post("ana", "1"))
    assert await house.read(reads.open_log, "r", "bor", since) == Opened(2, None)


async def test_recovery_gives_what_was_announced_byte_for_byte(house: House) -> None:
    await house.ask(
        house.post("ana", 'Ж "1" \\ \n 😀'), house.add("vesna"), house.edit("ana", 2, "2"), house.leave("bor")
    )
    assert await house.entries("ana") == house.ears.publications
    assert await house.entries("ana", 3) == house.ears.publications[3:]


async def test_recovery_ends_at_five_hundred_entries(house: House) -> None:
    await house.ask(*(house.post("ana", str(n)) for n in range(RECOVERY_ENTRIES)))
    assert await house.read(reads.open_log, "r", "bor", 0) == Opened(501, None)
    found = await house.entries("bor", 1)
    assert found is not None
    assert [one.offset for one in found] == list(range(2, 502))


async def test_recovery_ends_at_five_hundred_and_twelve_kilobytes(house: House) -> None:
    await house.ask(*(house.post("ana", "x" * 8_000) for _ in range(70)))
    sizes = [len(one.data) for one in house.ears.publications]
    fitting = next(n for n in range(1, 71) if sum(sizes[-n:]) > RECOVERY_BYTES) - 1
    assert 60 < fitting < 70
    assert len(await house.entries("bor", 71 - fitting) or []) == fitting
    assert await house.read(reads.open_log, "r", "bor", 71 - fitting - 1) == Opened(71, None)


async def test_a_snapshot_holds_the_last_fifty_messages_and_pages_the_rest(house: House) -> None:
    await house.ask(*(house.post("ana", str(n)) for n in range(PAGE + 7)))
    await house.ask(house.edit("ana", 3, "edited"), house.withdraw("ana", 4))
    found = await house.snapshot("bor")
    assert [one.number for one in found.messages] == list(range(8, PAGE + 8))
    assert found.earlier

    page = await house.read(reads.page, "r", "bor", "before", found.messages[0].id)
    assert page is not None
    assert [(one.id, one.number, one.text) for one in page.messages] == [
        (2, 1, "0"),
        (3, 2, "edited"),
        (4, 3, None),
        (5, 4, "3"),
        (6, 5, "4"),
        (7, 6, "5"),
        (8, 7, "6"),
    ]
    assert (page.offset, page.earlier, page.later) == (60, False, True)
    assert await house.read(reads.page, "r", "bor", "before", 2) == Page(60, [], earlier=False, later=True)
    whole = Page(60, found.messages, earlier=True, later=False)
    assert await house.read(reads.page, "r", "bor", "before", 2**53) == whole


async def test_the_talk_is_read_on_from_any_place(house: House) -> None:
    await house.ask(*(house.post("ana", str(n)) for n in range(2 * PAGE)), house.withdraw("ana", 60))
    await house.ask(house.add("vesna"), *(house.post("bor", str(n)) for n in range(3)))

    def ids(page: Page | None) -> tuple[list[int], bool, bool]:
        assert page is not None
        return [one.id for one in page.messages], page.earlier, page.later

    async def read(person: str, side: Side, offset: int) -> tuple[list[int], bool, bool]:
        return ids(await house.read(reads.page, "r", person, side, offset))

    assert await read("bor", "after", 1) == (list(range(2, 52)), False, True)
    assert await read("bor", "after", 51) == (list(range(52, 102)), True, True)
    assert await read("bor", "after", 101) == ([104, 105, 106], True, False)
    assert await read("bor", "after", 106) == ([], True, False)
    assert await read("bor", "around", 60) == (list(range(35, 86)), True, True)
    assert await read("bor", "around", 2) == (list(range(2, 28)), False, True)
    assert await read("bor", "around", 106) == ([*range(79, 102), 104, 105, 106], True, False)
    # Above her floor, and not a word below it.
    assert await read("vesna", "after", 1) == ([104, 105, 106], False, False)
    assert await read("vesna", "around", 104) == ([104, 105, 106], False, False)
    assert await read("vesna", "before", 105) == ([104], False, True)
    for person, hidden in (("vesna", 101), ("bor", 103), ("bor", 107), ("bor", 1)):
        with pytest.raises(Refused, match="message_not_found"):
            await read(person, "around", hidden)


async def test_exactly_fifty_messages_have_nothing_earlier(house: House) -> None:
    await house.ask(*(house.post("ana", str(n)) for n in range(PAGE)))
    found = await house.snapshot("bor")
    assert (len(found.messages), found.earlier) == (PAGE, False)


async def test_an_old_snapshot_with_the_entries_after_it_is_the_new_snapshot(house: House) -> None:
    await house.ask(house.post("ana", "1"), house.post("bor", "2", 2), house.edit("ana", 2, "1!"))
    old = folded(await house.snapshot("ana"))
    await house.ask(
        house.post("bor", "3", 3),
        house.edit("bor", 3, "2!"),
        house.post("ana", "4"),
        house.edit("ana", 7, "4!"),
        house.withdraw("ana", 7),
        house.add("vesna"),
        house.post("vesna", "5", 5),
        house.withdraw("bor", 3),
        house.open_past("ana", "vesna"),
        house.remove("bor"),
    )
    entries = await house.entries("ana", old["offset"])
    assert entries is not None
    new = fold(old, [(one.offset, json.loads(one.data)) for one in entries])
    assert in_order(new) == in_order(folded(await house.snapshot("ana")))


async def test_the_room_with_the_newest_message_comes_first(house: House) -> None:
    await house.open("s", "ana", "vesna")
    await house.open("t", "ana", "goran")
    await house.ask(house.post("ana", "1"))
    await house.ask(house.post("ana", "2", key="s"))
    at = house.now
    cards = await house.read(reads.cards, "ana")
    # A room in which nobody has spoken stands at the time when it was opened.
    assert [one.key for one in cards] == ["s", "r", "t"]
    assert (cards[0].last_at, cards[2].last_at) == (at, None)
    assert [(one.kind, one.offset, one.talk, one.read, one.people) for one in cards[:2]] == [
        ("pair", 2, 1, 0, ("ana", "vesna")),
        ("pair", 2, 1, 0, ("ana", "bor")),
    ]
    assert await house.read(reads.cards, "stranger") == []


async def test_the_list_shows_no_time_of_talk_from_below_the_floor(house: House) -> None:
    await house.ask(house.post("ana", "Before"), house.add("vesna"))
    assert [one.last_at for one in await house.read(reads.cards, "vesna")] == [None]
    await house.ask(house.post("ana", "After"))
    assert [one.last_at for one in await house.read(reads.cards, "vesna")] == [house.now]
