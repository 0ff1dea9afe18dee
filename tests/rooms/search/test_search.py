"""What is found, by whom, and what is found no more; on both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from server.rooms.search import reads, store
from server.rooms.search.content import Sought, texts_of
from server.rooms.search.fold import terms_of
from server.rooms.search.reads import PAGE, Filters, Found
from server.rooms.things import KINDS
from server.rooms.things.cards.contract import Card
from server.rooms.things.files.contract import AddFile, RemoveFile
from server.rooms.things.goals.contract import Goal
from server.rooms.things.shelf.contract import ChangePin, PutPin, RemovePin
from server.rooms.things.steps.contract import NextStep
from server.unit_of_work import UnitOfWork
from tests.rooms.house import House, asked, open_house
from tests.rooms.things.examples import INNER

NOBODY: frozenset[str] = frozenset()


async def follow(house: House) -> None:
    """As the node's own follower does, until nothing is left."""

    def some(unit: UnitOfWork) -> None:
        store.follow(unit.connection, store.lagging(unit.connection, 100))

    while await house.read(store.lagging, 1):
        await house.commit(some)


async def search(
    house: House, person: str, wanted: str, key: str | None = "r", people: Sequence[str] = (), **filters: Any
) -> Found:
    terms = terms_of(wanted, 8)
    sought = Sought(terms, [frozenset(people)] * len(terms))
    found = await house.read(reads.search, person, key, sought, Filters(**filters))
    assert found is not None
    return found


async def places(house: House, person: str, wanted: str, key: str | None = "r", **filters: Any) -> list[int]:
    return [hit.place for hit in (await search(house, person, wanted, key, **filters)).hits]


async def test_words_are_found_once_they_are_followed_newest_first(house: House) -> None:
    await house.ask(house.post("ana", "Raspored za Kranj"), house.post("bor", "Распоред је стигао"))
    assert await places(house, "ana", "raspored") == []
    await follow(house)
    assert await places(house, "ana", "raspored") == [3, 2]
    assert await places(house, "bor", "РАСП kr") == [2]
    assert await places(house, "bor", "raspored stigla") == []
    hit = (await search(house, "ana", "stigao")).hits[0]
    assert (hit.room, hit.kind, hit.by, hit.at, hit.snippet.text) == (
        "r",
        "message",
        "bor",
        hit.at,
        "Распоред је стигао",
    )
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["стигао"]


async def test_syntax_of_the_databases_is_nothing_but_words(house: House) -> None:
    await house.ask(house.post("ana", 'AND OR NOT "near" a:b (x)* ^ \' & | ! <-> #1 @ ~'))
    await follow(house)
    for wanted in ("AND", "NOT near", "a:b", "x*", '(x "near', "and <-> not", "#1", "x | !a", "OR ^ '"):
        assert await places(house, "ana", wanted) == [2], wanted
    for wanted in ("NOT AND2", "' OR 1=1 --;drop", "x:*y", "near(zz"):
        assert await places(house, "ana", wanted) == [], wanted


async def test_only_who_reads_a_room_finds_anything_in_it(house: House) -> None:
    await house.open("s", "bor", "vesna")
    await house.ask(house.post("ana", "proračun"), house.post("vesna", "proračun", key="s"))
    await follow(house)
    assert await house.read(reads.search, "vesna", "r", Sought([("proracun",)], [NOBODY]), Filters()) is None
    assert await house.read(reads.search, "nobody", "r", Sought([("proracun",)], [NOBODY]), Filters()) is None
    assert [hit.room for hit in (await search(house, "ana", "proračun", None)).hits] == ["r"]
    assert [hit.room for hit in (await search(house, "bor", "proračun", None)).hits] == ["s", "r"]
    assert await search(house, "nobody", "proračun", None) == Found([], None)
    await house.ask(house.leave("bor"))
    assert [hit.room for hit in (await search(house, "bor", "proračun", None)).hits] == ["s"]


async def test_a_file_is_found_by_its_name_and_a_voice_by_its_line_until_it_is_removed(house: House) -> None:
    voice = AddFile("r", house.id(), "voice.webm", 9, "audio/webm", "0" * 16, seconds=9, text="O čuvarkući")
    await house.ask(house.bring("bor", "Proračun 2026.pdf"), asked("ana", voice))
    await follow(house)
    assert (await places(house, "ana", "proracun"), await places(house, "bor", "чуваркући")) == ([2], [3])
    await house.ask(asked("bor", RemoveFile("r", house.id(), 2)))
    assert await places(house, "ana", "proracun") == []


def test_codes_and_ids_are_no_words() -> None:
    file = INNER["files"]
    assert isinstance(file, AddFile)
    (brought,) = [kind.body for kind in KINDS if kind.name == "files"]
    fields = {name: getattr(file, name) for name in brought.__struct_fields__ if name != "number"}
    assert texts_of(brought(**fields)) == ["a.pdf", "good"]
    assert texts_of(Card("listen-1")) == []
    assert texts_of(NextStep("pack", who="ana", until=None, done_at=1, done_by="bor", note="7", meeting=None)) == [
        "pack"
    ]
    assert texts_of(Goal("short", "swim", "", "far", "ana", "open")) == ["swim", "far"]


async def test_nothing_from_below_a_floor_is_found(house: House) -> None:
    await house.ask(house.post("ana", "svetlo pre"), house.add("vesna"), house.post("ana", "svetlo posle"))
    await follow(house)
    assert await places(house, "vesna", "svetlo") == [4]
    assert await places(house, "vesna", "svetlo", None) == [4]
    assert await places(house, "vesna", "pre") == []
    await house.ask(house.open_past("ana", "vesna"), house.open_past("bor", "vesna"))
    assert await places(house, "vesna", "svetlo") == [4, 2]


@pytest.mark.parametrize("walked", [reads.WALKED_ROOMS, 1, 0], ids=["walked", "one room walked", "not walked"])
async def test_what_is_said_everywhere_is_found_in_ones_rooms_alone_and_above_ones_floor(
    house: House, walked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "WALKED_ROOMS", walked)
    await house.open("s", "bor", "vesna")
    await house.open("t", "ana", "bor")
    many = range(PAGE // 2 + 3)
    # So many below the floor that whoever forgot it would fill a page with them.
    await house.ask(*(house.post("ana", f"svetlo {n}") for n in range(2 * PAGE)), house.add("vesna"))
    await house.ask(*(house.post("bor", f"svetlo {n}", key=key) for n in many for key in ("t", "r", "s")))
    await follow(house)
    seen: list[tuple[str, int]] = []
    before: int | None = None
    while not seen or before is not None:
        found = await search(house, "vesna", "svetlo", None, before=before)
        seen += [(hit.room, hit.place) for hit in found.hits]
        before = found.rest
    added = 2 * PAGE + 2
    assert seen == [*(("r", added + n + 1) for n in reversed(many)), *(("s", n + 2) for n in reversed(many))]


async def test_people_kinds_and_days_narrow_it_down(house: House) -> None:
    await house.ask(house.post("ana", "luč 1"))
    first = house.now
    await house.ask(
        house.post("bor", "luč 2"), asked("bor", PutPin("r", house.id(), what="note", note="Luč na polici"))
    )
    await follow(house)
    assert await places(house, "ana", "luč") == [4, 3, 2]
    assert await places(house, "ana", "luč", by="bor") == [4, 3]
    assert await places(house, "ana", "luč", kind="message") == [3, 2]
    assert await places(house, "ana", "luč", kind="pins", by="ana") == []
    assert await places(house, "ana", "", kind="pins") == [4]
    assert await places(house, "ana", "luč", until=first + 1) == [2]
    assert await places(house, "ana", "luč", since=first + 1) == [4, 3]
    assert await places(house, "ana", "", since=first, until=first + 1) == [2]
    assert await places(house, "ana", "", None, since=first, until=first + 1) == [2]
    assert await places(house, "ana", "luč", kind="unknown") == []
    hit = (await search(house, "ana", "polici")).hits[0]
    assert (hit.kind, hit.title, hit.snippet.text) == ("pins", "Luč na polici", "Luč na polici")


async def test_somebody_who_is_named_is_found_by_their_name(house: House) -> None:
    await house.ask(house.post("ana", "Pitaj @[bor] sutra"), house.post("ana", "Bor raste"))
    await follow(house)
    found = await search(house, "ana", "Bor", people=["bor"])
    assert [hit.place for hit in found.hits] == [3, 2]
    assert [found.hits[1].snippet.text[start:end] for start, end in found.hits[1].snippet.marks] == ["@[bor]"]
    # Nobody finds an id, which nobody sees.
    assert await places(house, "ana", "bor") == [3]


async def test_pages_follow_each_other_without_a_gap(house: House) -> None:
    await house.ask(*(house.post("ana", f"tačka {n}") for n in range(2 * PAGE + 5)))
    await follow(house)
    seen: list[int] = []
    before: int | None = None
    for more in (True, True, False):
        found = await search(house, "bor", "tačka", before=before)
        seen += [hit.place for hit in found.hits]
        before = found.rest
        assert (before is not None) == more
    assert seen == list(range(2 * PAGE + 6, 1, -1))


async def test_what_is_changed_is_found_by_its_new_words_alone(house: House) -> None:
    pin = asked("ana", PutPin("r", house.id(), what="note", title="Stari naslov", note="x"))
    await house.ask(house.post("ana", "stara reč"), pin)
    await follow(house)
    await house.ask(house.edit("ana", 2, "nova reč"), asked("bor", ChangePin("r", house.id(), 3, title="Novi naslov")))
    # At once, before anybody followed.
    assert await places(house, "ana", "stara") == []
    assert await places(house, "ana", "stari") == []
    await follow(house)
    assert await places(house, "ana", "nova") == [2]
    assert await places(house, "ana", "novi naslov") == [3]
    assert await places(house, "ana", "star") == []


async def test_what_is_taken_back_is_found_no_more(house: House) -> None:
    pin = asked("ana", PutPin("r", house.id(), what="note", note="kanarinac na polici"))
    await house.ask(house.post("ana", "kanarinac"), pin)
    await follow(house)
    assert await places(house, "bor", "kanarinac") == [3, 2]
    await house.ask(house.withdraw("ana", 2), asked("bor", RemovePin("r", house.id(), 3)))
    assert await places(house, "bor", "kanarinac") == []
    assert await kept(house) == 0
    await follow(house)
    assert await kept(house) == 0


async def test_an_emptied_room_keeps_no_word(house: House) -> None:
    await house.ask(*(house.post("ana", f"kanarinac {n}") for n in range(30)))
    await follow(house)
    assert await kept(house) == 30
    await house.commit(lambda unit: house.rooms.empty(unit, "r"))
    assert await places(house, "ana", "kanarinac") == []
    assert await kept(house) == 0


async def test_following_goes_on_where_it_ended_and_twice_is_once(house: House) -> None:
    await house.ask(*(house.post("ana", f"korak {n}") for n in range(store.ENTRIES_AT_ONCE + 10)))
    await house.commit(lambda unit: store.follow(unit.connection, [1]))
    assert await kept(house) == store.ENTRIES_AT_ONCE - 1
    await follow(house)
    assert await kept(house) == store.ENTRIES_AT_ONCE + 10
    await house.commit(lambda unit: store.follow(unit.connection, [1]))
    assert await kept(house) == store.ENTRIES_AT_ONCE + 10


async def test_rebuilding_finds_what_was_found(house: House) -> None:
    pin = asked("ana", PutPin("r", house.id(), what="link", link="https://example.org/proba", title="Vežba"))
    await house.open("s", "bor", "vesna")
    await house.ask(
        house.post("ana", "reč"), pin, house.edit("ana", 2, "druga reč"), house.post("vesna", "reč", key="s")
    )
    await follow(house)
    before = await search(house, "bor", "r", None, since=1)
    await house.database.write_once(store.rebuild)
    assert await search(house, "bor", "r", None, since=1) == before
    assert await places(house, "bor", "rec", None) == [2, 2]
    assert await places(house, "bor", "vezba") == [3]


async def kept(house: House) -> int:
    """Rows of words that the index has."""
    return await house.read(lambda c: int(c.execute(sql("SELECT count(*) FROM search_words")).scalar_one()))


WORD = "zlatorog"


async def test_words_taken_back_are_in_no_byte_of_the_file(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    async with open_house(sqlite_url) as house:
        await house.open()
        for n in range(12):
            await house.ask(*(house.post("bor", f"{WORD[:6]} {n} {k}") for k in range(30)))
            await follow(house)
        # Of the tables: programmes are called so.
        named = count(file, b"rog")
        await house.ask(house.post("ana", f"Zdravo, {WORD}!"))
        await follow(house)
        assert any(WORD.encode() in part for part in bytes_of(file))
        await house.ask(house.withdraw("ana", 362))
        await sweep(house)
        assert not any(WORD.encode() in part.lower() for part in bytes_of(file))
        # A word may be stored as what it has more than the one before it.
        assert count(file, b"rog") == named
        assert len(await places(house, "ana", "zlator 7")) == 20


async def sweep(house: House) -> None:
    await house.commit(lambda unit: store.begin_sweep(unit.connection))
    while (await house.commit(lambda unit: None if store.sweep(unit.connection) else "done")) == [None]:
        pass
    with sqlite3.connect(house.database.writer.url.database) as other:  # type: ignore[union-attr]
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    other.close()


def count(file: Path, word: bytes) -> int:
    return sum(part.lower().count(word) for part in bytes_of(file))


def bytes_of(file: Path) -> list[bytes]:
    beside = file.with_name(file.name + "-wal")
    return [one.read_bytes() for one in (file, beside) if one.exists()]


@pytest.mark.parametrize("answers", [3])
async def test_many_rooms_whose_words_come_at_one_moment_are_told_apart(house: House, answers: int) -> None:
    for n in range(answers):
        await house.open(f"room {n}", "ana", "bor")
    await house.ask(*(house.post("ana", "istovremeno", key=f"room {n}") for n in range(answers)))
    await follow(house)
    assert {hit.room for hit in (await search(house, "bor", "istovremeno", None)).hits} == {
        f"room {n}" for n in range(answers)
    }
