"""Who is in a room, from when on they read it, and what is left when they go; on both databases."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select

from server.contract.commands import Accepted, Done, MarkRead, SaveDraft
from server.contract.entries import FoundingMember
from server.errors import Refused
from server.rooms import reads
from server.rooms.model import Former
from server.rooms.reads import Page
from server.rooms.service import open_room
from server.rooms.tables import draft, read_marker
from server.unit_of_work import UnitOfWork
from tests.rooms.house import House, asked


async def test_a_later_member_reads_only_what_comes_after(house: House) -> None:
    await house.ask(house.post("ana", "Before"), house.add("vesna"), house.post("ana", "After"))

    found = await house.snapshot("vesna")
    assert (found.offset, found.floor, found.talk, found.read) == (4, 2, 2, 1)
    assert [one.text for one in found.messages] == ["After"]
    assert not found.earlier
    assert await house.read(reads.page, "r", "vesna", "before", 4) == Page(4, [], earlier=False, later=True)
    assert [one.offset for one in await house.entries("vesna", 2) or []] == [3, 4]
    assert json.loads((await house.entries("vesna", 2) or [])[0].data)["body"] == {
        "person": "vesna",
        "role": "guest",
        "floor": 2,
    }


@pytest.mark.parametrize("since", [0, 1])
async def test_a_position_below_the_floor_can_not_be_recovered(house: House, since: int) -> None:
    await house.ask(house.post("ana", "Before"), house.add("vesna"), house.post("ana", "After"))
    assert await house.read(reads.open_log, "r", "vesna", since) == reads.Opened(4, None)


async def test_a_message_below_the_floor_does_not_exist_for_the_later_member(house: House) -> None:
    await house.ask(house.post("vesna", "?"), house.post("ana", "Before"), house.add("vesna"))
    assert await house.ask(
        house.post("vesna", "A reply", 2), house.edit("vesna", 2, "An edit"), house.withdraw("vesna", 2)
    ) == ["message_not_found", "message_not_found", "message_not_found"]


async def test_who_comes_back_reads_from_then_on_and_has_no_hold_on_earlier_words(house: House) -> None:
    await house.ask(house.post("bor", "Mine"), house.leave("bor"), house.post("ana", "Alone"), house.add("bor"))
    found = await house.snapshot("bor")
    assert (found.floor, found.messages, found.read) == (4, [], 2)
    assert await house.ask(house.edit("bor", 2, "Still mine"), house.withdraw("bor", 2)) == [
        "message_not_found",
        "message_not_found",
    ]


async def test_the_past_opens_when_every_other_member_agrees(house: House) -> None:
    await house.ask(house.post("ana", "Before"), house.add("vesna"))
    assert await house.ask(house.open_past("ana", "vesna")) == [4]
    assert (await house.snapshot("vesna")).floor == 2
    assert await house.ask(house.open_past("bor", "vesna")) == [5]

    found = await house.snapshot("vesna")
    assert (found.floor, [one.text for one in found.messages]) == (0, ["Before"])
    assert [one.offset for one in await house.entries("vesna") or []] == [1, 2, 3, 4, 5]
    assert await house.ask(house.post("vesna", "I see.", 2), house.open_past("ana", "vesna")) == [6, "past_is_open"]


async def test_a_newcomer_has_to_agree_too(house: House) -> None:
    await house.ask(house.add("vesna"), house.open_past("ana", "vesna"), house.add("goran"))
    await house.ask(house.open_past("bor", "vesna"))
    assert (await house.snapshot("vesna")).floor == 1
    await house.ask(house.open_past("goran", "vesna"))
    assert (await house.snapshot("vesna")).floor == 0
    assert (await house.snapshot("goran")).floor == 3


async def test_agreements_lapse_when_somebody_goes(house: House) -> None:
    await house.ask(house.add("vesna"), house.add("goran"), house.open_past("bor", "vesna"), house.leave("bor"))
    await house.ask(house.open_past("ana", "vesna"), house.open_past("goran", "vesna"), house.add("bor"))
    assert (await house.snapshot("vesna")).floor == 0
    await house.ask(house.open_past("ana", "goran"), house.open_past("vesna", "goran"), house.leave("bor"))
    assert (await house.snapshot("goran")).floor == 2
    await house.ask(house.open_past("ana", "goran"), house.open_past("vesna", "goran"))
    assert (await house.snapshot("goran")).floor == 0


async def test_taking_out_who_has_not_agreed_opens_nothing(house: House) -> None:
    await house.ask(house.post("bor", "Mine"), house.add("mira"), house.open_past("ana", "mira"), house.remove("bor"))
    found = await house.snapshot("mira")
    assert (found.floor, found.messages) == (2, [])


async def test_later_members_alone_open_nothing(house: House) -> None:
    await house.ask(house.post("bor", "Ours"), house.add("mira"), house.add("goran"))
    await house.ask(house.remove("ana"), house.remove("bor"), house.open_past("goran", "mira"))
    found = await house.snapshot("mira")
    assert (found.floor, found.messages) == (2, [])


async def test_who_comes_back_has_not_agreed_yet(house: House) -> None:
    await house.ask(house.add("vesna"), house.open_past("bor", "vesna"), house.leave("bor"), house.add("bor"))
    await house.ask(house.open_past("ana", "vesna"))
    assert (await house.snapshot("vesna")).floor == 1
    await house.ask(house.open_past("bor", "vesna"))
    assert (await house.snapshot("vesna")).floor == 0


async def test_an_agreement_ends_with_the_person_it_was_for(house: House) -> None:
    await house.ask(house.add("vesna"), house.open_past("ana", "vesna"), house.remove("vesna"), house.add("vesna"))
    await house.ask(house.open_past("bor", "vesna"))
    assert (await house.snapshot("vesna")).floor == 4


async def test_agreeing_is_for_members_about_later_members(house: House) -> None:
    await house.ask(house.add("vesna"))
    assert await house.ask(
        house.open_past("vesna", "vesna"),
        house.open_past("stranger", "vesna"),
        house.open_past("mira", "vesna"),
        house.open_past("ana", "nobody"),
        house.open_past("ana", "bor"),
    ) == ["not_found", "not_found", "not_found", "not_a_member", "past_is_open"]


async def test_only_who_runs_the_programme_brings_in_and_takes_out(house: House) -> None:
    assert await house.ask(
        house.add("vesna", by="ana"),
        house.remove("bor", by="ana"),
        house.add("ana", by="ana"),
        house.add("ana"),
        house.remove("stranger"),
    ) == ["not_found", "not_found", "not_found", "already_member", "not_a_member"]


async def test_who_is_no_member_learns_no_offset(house: House) -> None:
    add, remove = house.add("vesna", id="a"), house.remove("vesna", id="b")
    assert await house.commit(add, remove) == [Accepted(None), Accepted(None)]
    assert await house.commit(add, remove) == [Accepted(None), Accepted(None)]
    own = house.leave("bor")
    assert await house.commit(own) == [Accepted(None)]
    assert await house.commit(own) == [Accepted(None)]


async def test_a_managing_member_learns_the_offset(house: House) -> None:
    await house.ask(house.add("mira"))
    assert await house.ask(house.add("vesna")) == [3]


async def test_a_removed_member_is_refused_at_once(house: House) -> None:
    post = house.post("bor", "In time", id="t")
    assert await house.ask(
        post, house.remove("bor"), house.post("bor", "Late"), house.edit("bor", 2, "Late"), post, house.leave("bor")
    ) == [2, None, "not_found", "not_found", None, "not_found"]
    assert await house.read(reads.open_log, "r", "bor", None) is None
    assert await house.read(reads.snapshot, "r", "bor") is None
    assert await house.read(reads.page, "r", "bor", "before", 99) is None
    assert await house.read(reads.cards, "bor") == []


async def test_a_removal_says_whose_subscriptions_end(house: House) -> None:
    await house.ask(house.remove("bor"), house.post("ana", "Alone"), house.leave("ana"))
    assert [one.removes for one in house.ears.publications] == [None, "bor", None, "ana"]
    assert [one.removes for one in await house.read(reads.entries_after, "r", 0, 9)] == [None, "bor", None, "ana"]


async def test_former_members_keep_their_role_in_the_state(house: House) -> None:
    await house.ask(house.add("vesna"), house.remove("bor"), house.add("bor"), house.remove("vesna"))
    state = (await house.snapshot("ana")).state
    assert {person: one.role for person, one in state.members.items()} == {"ana": "mentor", "bor": "guest"}
    assert state.former == {"vesna": Former("guest", 5)}


async def test_who_left_before_one_may_read_is_nobody_to_one(house: House) -> None:
    await house.ask(house.add("vesna"), house.remove("vesna"), house.add("goran"), house.remove("bor"))
    assert set((await house.snapshot("ana")).state.former) == {"vesna", "bor"}
    assert set((await house.snapshot("goran")).state.former) == {"bor"}
    await house.ask(house.open_past("ana", "goran"))
    assert set((await house.snapshot("goran")).state.former) == {"vesna", "bor"}


async def test_a_state_that_another_node_changed_is_read_anew(house: House) -> None:
    here, there = house.rooms, type(house.rooms)()
    await house.ask(house.post("bor", "Both know this room"))
    house.rooms = there
    await house.ask(house.remove("bor"))
    house.rooms = here
    assert await house.ask(house.post("bor", "Late")) == ["not_found"]
    await house.ask(house.add("bor"))
    house.rooms = there
    assert await house.ask(house.post("bor", "In again")) == [5]


async def test_a_state_of_a_transaction_that_was_taken_back_is_not_kept(house: House) -> None:
    """The member who was let in for a moment has no hold on the offset at which another node then lets in another."""
    here, there = house.rooms, type(house.rooms)()

    def undone(unit: UnitOfWork) -> None:
        here.execute(unit, house.add("vesna"))
        here.execute(unit, house.post("vesna", "I am in"))
        raise Refused("unavailable")

    assert await house.ask(undone) == ["unavailable"]
    house.rooms = there
    assert await house.ask(house.add("goran")) == [None]
    house.rooms = here
    assert await house.ask(house.post("vesna", "Am I in?"), house.post("goran", "I am.")) == ["not_found", 3]


async def test_a_room_that_was_not_opened_after_all_lends_nobody_its_members(house: House) -> None:
    """Its number in the database is given again."""

    def undone(unit: UnitOfWork) -> None:
        open_room(unit, "first", "pair", [FoundingMember("ana", "mentor")], house.id())
        house.rooms.execute(unit, house.post("ana", "Mine", key="first"))
        raise Refused("unavailable")

    assert await house.ask(undone) == ["unavailable"]
    await house.open("second", "vesna", "goran")
    assert await house.ask(house.post("ana", "Mine?", key="first"), house.post("ana", "Mine?", key="second")) == [
        "not_found",
        "not_found",
    ]


async def test_an_id_may_be_used_again_after_a_transaction_that_was_taken_back(house: House) -> None:
    post = house.post("ana", "Once", id="same")

    def undone(unit: UnitOfWork) -> None:
        house.rooms.execute(unit, post)
        raise Refused("unavailable")

    assert await house.ask(undone, post, post) == ["unavailable", 2, 2]


# ── one's own: drafts and markers ─────────────────────────────────────────────────────────────────────────────────────


async def save(house: House, person: str, text: str) -> int | str | None:
    def unit(unit: UnitOfWork) -> Done:
        house.rooms.save_draft(unit, person, SaveDraft("r", text))
        return Done()

    return (await house.ask(unit))[0]


async def mark(house: House, person: str, number: int) -> int | str | None:
    def unit(unit: UnitOfWork) -> Done:
        house.rooms.mark_read(unit, person, MarkRead("r", number))
        return Done()

    return (await house.ask(unit))[0]


async def rows(house: House) -> tuple[int, int]:
    """Drafts and markers."""

    def counted(connection):  # type: ignore[no-untyped-def]
        return tuple(connection.execute(select(func.count()).select_from(of)).scalar() for of in (draft, read_marker))

    return await house.read(counted)  # type: ignore[no-any-return]


async def test_a_draft_is_its_authors_alone_and_an_empty_one_is_gone(house: House) -> None:
    await save(house, "ana", "Dra")
    await save(house, "ana", "Draga")
    assert (await house.snapshot("ana")).draft == "Draga"
    assert (await house.snapshot("bor")).draft == ""
    assert [one.draft for one in await house.read(reads.cards, "ana")] == [True]
    assert [one.draft for one in await house.read(reads.cards, "bor")] == [False]
    await save(house, "ana", " \n")
    assert (await house.snapshot("ana")).draft == ""
    assert await rows(house) == (0, 0)


async def test_a_draft_may_not_hold_what_a_message_may_not(house: House) -> None:
    assert await save(house, "ana", "a\0b") == "text_not_allowed"
    assert await save(house, "ana", "x" * 8_001) == "text_too_long"
    assert await save(house, "stranger", "Hm") == "not_found"


async def test_a_marker_only_rises_and_never_above_the_newest_message(house: House) -> None:
    await house.ask(*(house.post("ana", str(n)) for n in range(5)))
    read = []
    for number in (3, 1, 0, 99, 4):
        await mark(house, "bor", number)
        read.append((await house.snapshot("bor")).read)
    assert read == [3, 3, 3, 5, 5]
    assert (await house.snapshot("ana")).read == 0
    await house.ask(house.post("ana", "New"))
    assert [(one.talk, one.read) for one in await house.read(reads.cards, "bor")] == [(6, 5)]
    assert await mark(house, "stranger", 1) == "not_found"


async def test_unread_is_what_others_wrote_after_the_marker(house: House) -> None:
    await house.ask(*(house.post(author, "Words") for author in ("bor", "ana", "bor", "ana", "ana")))
    counts = []
    for number in range(6):
        await mark(house, "ana", number)
        (card,) = await house.read(reads.cards, "ana")
        counts.append((card.read, card.unread))
    assert counts == [(0, 2), (1, 1), (2, 1), (3, 0), (4, 0), (5, 0)]


async def test_drafts_and_markers_go_with_the_member(house: House) -> None:
    await house.ask(house.post("ana", "1"), house.add("vesna"))
    await save(house, "vesna", "I wonder")
    await save(house, "ana", "I stay")
    await mark(house, "vesna", 1)
    assert await rows(house) == (2, 1)
    await house.ask(house.remove("vesna"))
    assert await rows(house) == (1, 0)
    assert await save(house, "vesna", "Still here?") == "not_found"
    assert await mark(house, "vesna", 1) == "not_found"


async def test_who_leaves_and_comes_back_in_one_batch_comes_back_with_nothing_of_before(house: House) -> None:
    await house.ask(house.post("ana", "1"), house.add("vesna"))
    await save(house, "vesna", "I wonder")
    first, second = house.remove("vesna"), house.add("vesna")
    assert await house.ask(first, second, house.post("ana", "2")) == [None, None, 6]
    found = await house.snapshot("vesna")
    assert (found.draft, found.floor, found.read, found.talk) == ("", 4, 1, 2)


async def test_a_room_without_members_is_still_a_log(house: House) -> None:
    await house.ask(house.post("ana", "Bye"), house.leave("ana"), house.leave("bor"), house.add("vesna"))
    assert await house.ask(house.post("vesna", "Anybody?")) == [6]
    assert (await house.snapshot("vesna")).floor == 4


async def test_commands_of_one_person_about_two_rooms_do_not_mix(house: House) -> None:
    await house.open("other", "ana", "goran")
    await house.ask(house.remove("ana", key="other"), house.post("ana", "Here"), house.post("ana", "No", key="other"))
    assert [one.key for one in await house.read(reads.cards, "ana")] == ["r"]
    assert await house.read(reads.members_of, "other") == {"goran"}


def test_a_command_is_told_from_another_by_everything_that_it_says() -> None:
    drafts = [SaveDraft("r", "x"), SaveDraft("r", "y")]
    assert len({asked("ana", one).digest for one in drafts}) == 2  # type: ignore[arg-type]
