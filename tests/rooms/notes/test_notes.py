"""A shared note: written by several at once, whole for everybody, and for nobody but who may read it."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
import pytest
from pycrdt import Doc, Map, Text, merge_updates
from sqlalchemy import func, select

from server.contract.notes import NOTE_LIMIT
from server.errors import Refused
from server.rooms.notes import reads, service
from server.rooms.notes.service import Notes
from server.rooms.tables import note, note_entry
from server.rooms.things.notes.contract import ChangeNote, OpenNote, RemoveNote
from tests.rooms.house import House, asked
from tests.rooms.notes.writers import Writer, document, stored, texts, update_of, write

NOTE = 2
"""The first thing of the room is the note."""


@pytest.fixture
async def notes(house: House) -> Notes:
    assert await house.ask(asked("ana", OpenNote("r", house.id(), "Meeting"))) == [NOTE]
    return Notes()


def typed(words: str, section: str = "talked") -> bytes:
    doc = document()
    doc[section] += words
    return doc.get_update()


async def now(house: House, person: str = "ana") -> dict[str, str]:
    found = await house.read(reads.snapshot, "r", NOTE, person)
    assert found is not None
    return texts(document(found[1]))


async def entries(house: House, since: int = 0, person: str = "ana") -> list[int] | None:
    opened = await house.read(reads.open_log, f"r-{NOTE}", person, since)
    return opened and opened.publications and [one.offset for one in opened.publications]


@pytest.mark.parametrize("seed", range(3))
async def test_four_writers_who_are_cut_off_at_random_end_with_one_equal_note(
    house: House, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "ENTRIES_BEHIND", 12)
    people = ("ana", "bor", "ceca", "dana")
    random, notes = Random(seed), Notes()
    await house.ask(*(house.add(person) for person in people[2:]))
    item = (await house.ask(asked("ana", OpenNote("r", house.id()))))[0]
    assert isinstance(item, int)
    writers = [Writer(house, notes, person, item, random) for person in people]
    for _ in range(40):
        batch = []
        for writer in writers:
            for _ in range(random.randrange(4)):
                writer.type()
            if random.random() < 0.05:
                writer.lose_something()
            ask = writer.asks() if random.random() < 0.7 else None
            if ask is not None:
                batch.append((writer, ask))
        outcomes = await house.commit(*(ask for _, ask in batch))
        for (writer, _), outcome in zip(batch, outcomes, strict=True):
            # The answer gets lost: the same is asked again.
            if random.random() < 0.8:
                writer.hear(outcome)
        if random.random() < 0.1:
            # Another node, which has nothing in memory.
            for writer in writers:
                writer.notes = Notes()
        for writer in random.sample(writers, 2):
            await writer.catch_up()
    for _ in range(2):
        for writer in writers:
            # What is lost is missed once something comes after it.
            writer.doc["open"].insert(0, "end ")
            while (ask := writer.asks()) is not None:
                (outcome,) = await house.commit(ask)
                writer.hear(outcome)
    for writer in writers:
        await writer.catch_up()
    found = await house.read(reads.snapshot, "r", item, "ana")
    assert found is not None
    whole = texts(document(found[1]))
    assert all(texts(writer.doc) == whole for writer in writers)
    assert sum(map(len, whole.values())) > 500


async def test_what_others_write_comes_by_the_log(house: House, notes: Notes) -> None:
    assert await house.ask(
        write(house, notes, "ana", NOTE, typed("Čaj")), write(house, notes, "bor", NOTE, typed("x"))
    ) == [
        1,
        2,
    ]
    heard = [one for one in house.ears.publications if one.channel == f"note:r-{NOTE}"]
    opened = await house.read(reads.open_log, f"r-{NOTE}", "bor", 0)
    assert opened is not None
    assert opened.publications == heard
    assert [msgspec.json.decode(one.data)["actor"] for one in heard] == ["ana", "bor"]
    assert sorted((await now(house))["talked"]) == sorted("Čajx")
    assert await entries(house, 2) == []
    assert await entries(house, 3) is None


GOOD = typed("good")


DAMAGED = {
    "nothing": b"",
    "half of nothing": b"\0",
    "noise": b"\xff" * 40,
    "its end is missing": GOOD[:-4],
    "something before it": b"\x01\x05" + GOOD,
    "ones": b"\1" * 50,
}


@pytest.mark.parametrize("update", DAMAGED.values(), ids=DAMAGED)
async def test_damage_is_refused_and_the_note_goes_on(house: House, notes: Notes, update: bytes) -> None:
    assert await house.ask(write(house, notes, "ana", NOTE, typed("before "))) == [1]
    (refused,) = await house.ask(write(house, notes, "bor", NOTE, update))
    assert refused in ("note_damaged", "note_gap")
    assert await house.ask(write(house, notes, "bor", NOTE, typed("after", "open"))) == [2]
    assert await now(house) == {"talked": "before ", "decided": "", "next": "", "open": "after"}


async def test_a_byte_that_is_changed_anywhere_never_breaks_the_note(house: House, notes: Notes) -> None:
    random = Random(7)
    long = typed("some words to be damaged", "decided")
    for _ in range(60):
        update = bytearray(long)
        update[random.randrange(len(update))] = random.randrange(256)
        (outcome,) = await house.commit(write(house, notes, "bor", NOTE, bytes(update)))
        assert not isinstance(outcome, Exception) or isinstance(outcome, Refused)
        await now(house)
    assert isinstance((await house.ask(write(house, notes, "ana", NOTE, typed("fine", "next"))))[0], int)
    assert "fine" in (await now(house))["next"]


async def test_what_builds_on_something_missing_is_refused_with_where_the_server_stands(
    house: House, notes: Notes
) -> None:
    doc, updates = document(), []
    hears = doc.observe(lambda event: updates.append(event.update))
    for word in ("one ", "two ", "three "):
        doc["talked"] += word
    del doc["talked"][0:4]
    assert await house.ask(write(house, notes, "ana", NOTE, updates[0])) == [1]
    (refused,) = await house.commit(write(house, notes, "ana", NOTE, updates[2]))
    assert isinstance(refused, Refused)
    assert refused.code == "note_gap"
    state = msgspec.convert(refused.parameters["state"], bytes, strict=False)
    assert (await now(house))["talked"] == "one "
    # Neither may something be deleted that never came.
    away = document()
    away["talked"] += "x"
    came = away.get_state()
    del away["talked"][0:1]
    assert await house.ask(write(house, notes, "bor", NOTE, away.get_update(came))) == ["note_gap"]
    assert await house.ask(write(house, notes, "ana", NOTE, doc.get_update(state))) == [2]
    assert (await now(house))["talked"] == "two three "
    del hears


async def test_the_same_command_again_writes_nothing_twice(house: House, notes: Notes) -> None:
    first = typed("once")
    assert await house.ask(*(write(house, notes, "ana", NOTE, first, "same") for _ in range(3))) == [1, 1, 1]
    assert await house.ask(write(house, Notes(), "ana", NOTE, typed("else"), "same")) == ["command_conflict"]
    assert await house.ask(write(house, notes, "bor", NOTE, first, "same")) == [1]
    await house.ask(asked("bor", ChangeNote("r", house.id(), NOTE, state="closed")))
    assert await house.ask(write(house, notes, "ana", NOTE, first, "same")) == [1]
    assert (await now(house))["talked"] == "once"


async def test_a_closed_note_and_one_that_is_full_take_nothing(house: House, notes: Notes) -> None:
    assert await house.ask(write(house, notes, "ana", NOTE, typed("x" * (NOTE_LIMIT + 1)))) == ["text_too_long"]
    assert await house.ask(write(house, notes, "ana", NOTE, typed("ж" * NOTE_LIMIT))) == [1]
    assert await house.ask(write(house, notes, "ana", NOTE, typed("1"))) == ["text_too_long"]
    await house.ask(asked("bor", ChangeNote("r", house.id(), NOTE, state="closed")))
    less = document((await house.read(reads.snapshot, "r", NOTE, "ana"))[1])  # type: ignore[index]
    del less["talked"][0:2]
    assert await house.ask(write(house, notes, "ana", NOTE, less.get_update())) == ["note_closed"]
    assert await house.ask(write(house, notes, "ana", 99, typed("2"))) == ["item_not_found"]
    evil = Doc({"hidden": Map()})
    evil["hidden"]["k"] = "v"
    await house.ask(asked("bor", ChangeNote("r", house.id(), NOTE, state="open")))
    assert await house.ask(write(house, notes, "ana", NOTE, evil.get_update())) == ["note_damaged"]


async def test_laying_down_keeps_the_words_raises_the_floor_and_needs_little(
    house: House, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four people write a note of some length, word by word, and take some of it back."""
    monkeypatch.setattr(service, "ENTRIES_BEHIND", 80)
    random = Random(1)
    await house.ask(house.add("ceca"), house.add("dana"))
    (item,) = await house.ask(asked("ana", OpenNote("r", house.id())))
    assert isinstance(item, int)
    writers = [Writer(house, notes, person, item, random) for person in ("ana", "bor", "ceca", "dana")]
    for turn in range(service.ENTRIES_BEHIND):
        writer = writers[turn % 4]
        for _ in range(5):
            writer.go_on()
        ask = writer.asks()
        assert ask is not None
        writer.hear((await house.commit(ask))[0])
        await writer.catch_up()
    for writer in writers:
        await writer.catch_up()
    row = (await house.read(lambda c: c.execute(select(note).where(note.c.item == item)).all()))[0]
    assert (row.offset, row.floor) == (service.ENTRIES_BEHIND, service.ENTRIES_BEHIND - 1)
    text = "".join(texts(writers[0].doc).values())
    size, length = await house.read(stored), len(text.encode())
    print(f"note laid down: {size} bytes for {length} of text")
    assert size <= 3 * length
    opened = await house.read(reads.open_log, f"r-{item}", "ana", row.floor - 1)
    assert opened is not None
    assert opened.publications is None
    found = await house.read(reads.snapshot, "r", item, "ana")
    assert found is not None
    assert "".join(texts(document(found[1])).values()) == text
    (told,) = [one for one in house.ears.publications if one.channel == "room:r" and b"note_changed" in one.data]
    assert msgspec.json.decode(told.data)["body"] == {"item": item, "checkpoint": house.now}


async def test_a_note_is_for_the_members_and_for_those_who_read_it_from_before(house: House, notes: Notes) -> None:
    await house.ask(write(house, notes, "ana", NOTE, typed("ours")))
    await house.ask(house.add("goran"))
    for person in ("goran", "mira", "nobody"):
        assert await house.read(reads.open_log, f"r-{NOTE}", person, None) is None
        assert await house.read(reads.snapshot, "r", NOTE, person) is None
        (refused,) = await house.ask(write(house, notes, person, NOTE, typed("x")))
        assert refused == ("item_not_found" if person == "goran" else "not_found")
    await house.ask(house.open_past("ana", "goran"), house.open_past("bor", "goran"))
    assert (await now(house, "goran"))["talked"] == "ours"
    for id in ("r-3", "r-0", "r-1", "q-2", "r", "r-", "-2", "r-02", "r-2 ", f"r-{2**70}"):
        assert await house.read(reads.open_log, id, "ana", None) is None


async def test_who_is_out_of_the_room_is_out_of_its_notes_at_once(house: House, notes: Notes) -> None:
    """Also of one in which nobody has written yet."""
    await house.ask(
        house.add("goran"), asked("goran", OpenNote("r", house.id())), write(house, notes, "ana", NOTE, GOOD)
    )
    ends = {"remove": house.remove("goran"), "leave": house.leave("bor")}
    for person, end in (("goran", ends["remove"]), ("bor", ends["leave"])):
        house.ears.heard.clear()
        await house.ask(end)
        removed = {one.channel for one in house.ears.publications if one.removes == person}
        assert removed == {"room:r", f"note:r-{NOTE}", "note:r-4"}
        assert await house.read(reads.open_log, "r-4", person, None) is None
        assert (await house.ask(write(house, notes, person, NOTE, typed("x")))) == ["not_found"]
    opened = await house.read(reads.open_log, f"r-{NOTE}", "ana", 0)
    assert opened is not None
    assert opened.publications is not None
    assert [one.removes for one in opened.publications] == [None, "goran", "bor"]
    assert merge_updates(*map(update_of, opened.publications))


async def count(house: House) -> tuple[int, int]:
    def ask(connection: Any) -> tuple[int, int]:
        counted = [connection.execute(select(func.count()).select_from(one)).scalar() for one in (note, note_entry)]
        return counted[0], counted[1]

    return await house.read(ask)


async def test_a_removed_note_leaves_nothing(house: House, notes: Notes) -> None:
    await house.ask(write(house, notes, "bor", NOTE, typed("gone")))
    assert await count(house) == (1, 1)
    assert await house.ask(asked("bor", RemoveNote("r", house.id(), NOTE))) == ["not_your_note"]
    assert await house.ask(asked("ana", RemoveNote("r", house.id(), NOTE))) == [4 - 1]
    assert await count(house) == (0, 0)
    assert await house.read(reads.open_log, f"r-{NOTE}", "ana", None) is None
    assert await house.ask(write(house, notes, "bor", NOTE, typed("again"))) == ["item_not_found"]


async def test_an_emptied_room_has_no_notes(house: House, notes: Notes) -> None:
    await house.ask(write(house, notes, "bor", NOTE, typed("gone")))
    await house.commit(
        lambda unit: house.rooms.close(unit, "r", "ended", house.id()), lambda unit: house.rooms.empty(unit, "r")
    )
    assert await count(house) == (0, 0)
    assert await house.ask(write(house, notes, "bor", NOTE, typed("again"))) == ["item_not_found"]


async def test_nothing_is_written_in_a_closed_room(house: House, notes: Notes) -> None:
    await house.ask(write(house, notes, "bor", NOTE, GOOD))
    await house.commit(lambda unit: house.rooms.close(unit, "r", "stopped", house.id()))
    assert await house.ask(write(house, notes, "bor", NOTE, typed("more"))) == ["room_closed"]
    assert await house.ask(write(house, notes, "bor", NOTE, GOOD)) == [1]
    assert (await now(house))["talked"] == "good"


async def test_a_refused_unit_leaves_no_document_in_memory(house: House, notes: Notes) -> None:
    def undone(unit: Any) -> None:
        write(house, notes, "ana", NOTE, typed("undone"))(unit)
        raise Refused("unavailable")

    assert await house.ask(undone, write(house, notes, "bor", NOTE, typed("done"))) == ["unavailable", 1]
    assert (await now(house))["talked"] == "done"
    fresh = document()
    assert isinstance(fresh["talked"], Text)
