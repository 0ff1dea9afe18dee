"""What is said in a room: posting, answering, editing, taking back, and repeated commands, on both databases."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from server.contract.commands import MESSAGE_LIMIT, Accepted, PostMessage
from server.errors import Refused
from server.publication import Publication
from server.rooms import reads
from server.rooms.tables import entry, message
from tests.rooms.house import House, asked


def told(publications: list[Publication] | None) -> list[tuple[int, str, Any]]:
    """Offset, kind and body of each."""
    assert publications is not None
    entries = [(one.offset, json.loads(one.data)) for one in publications]
    return [(offset, entry["kind"], entry.get("body")) for offset, entry in entries]


async def test_a_message_is_in_the_log_announced_and_in_the_snapshot(house: House) -> None:
    assert await house.ask(house.post("ana", "Здраво!", id="c1")) == [2]

    (heard,) = house.ears.publications[1:]
    assert (heard.channel, heard.offset, heard.removes) == ("room:r", 2, None)
    assert json.loads(heard.data) == {
        "kind": "message_posted",
        "at": house.now,
        "actor": "ana",
        "command_id": "c1",
        "body": {"text": "Здраво!"},
    }
    assert (await house.entries("bor"))[-1:] == [heard]
    found = await house.snapshot("bor")
    assert (found.offset, found.talk, found.read, found.floor) == (2, 1, 0, 0)
    assert [(one.id, one.number, one.author, one.last, one.text) for one in found.messages] == [
        (2, 1, "ana", 2, "Здраво!")
    ]


async def test_a_reply_names_a_message_of_this_room(house: House) -> None:
    await house.open("other")
    await house.ask(house.post("ana", "1", key="other"), house.post("ana", "2", key="other"))
    assert await house.ask(
        house.post("ana", "Question?"),
        house.post("bor", "Answer.", 2),
        house.post("bor", "To nothing.", 99),
        house.post("bor", "To what is no message.", 1),
        house.post("bor", "To a message of another room.", 3),
        house.post("bor", "To the answer.", 3),
    ) == [2, 3, "message_not_found", "message_not_found", 4, 5]
    assert [one.reply_to for one in (await house.snapshot("ana")).messages] == [None, 2, 3, 3]


async def test_an_edit_changes_words_last_and_time_and_nothing_else(house: House) -> None:
    await house.ask(house.post("ana", "One"), house.post("bor", "Two", 2))
    posted_at = house.now
    assert await house.ask(house.edit("bor", 3, "Three")) == [4]

    first, second = (await house.snapshot("ana")).messages
    assert (first.last, first.text, first.edited_at) == (2, "One", None)
    assert (second.id, second.number, second.author, second.reply_to) == (3, 2, "bor", 2)
    assert (second.last, second.text, second.at, second.edited_at) == (4, "Three", posted_at, house.now)
    assert told(await house.entries("ana", 3)) == [(4, "message_edited", {"message": 3, "text": "Three"})]


async def test_of_two_edits_in_one_batch_the_later_one_stays(house: House) -> None:
    assert await house.ask(house.post("ana", "1"), house.edit("ana", 2, "2"), house.edit("ana", 2, "3")) == [2, 3, 4]
    assert [(one.text, one.last) for one in (await house.snapshot("bor")).messages] == [("3", 4)]


async def test_only_the_author_changes_or_takes_back_a_message(house: House) -> None:
    await house.ask(house.post("ana", "Mine"))
    assert await house.ask(
        house.edit("bor", 2, "Yours"),
        house.withdraw("bor", 2),
        house.edit("mira", 2, "Ours"),
        house.withdraw("stranger", 2),
        house.edit("ana", 77, "Nothing"),
    ) == ["not_your_message", "not_your_message", "not_found", "not_found", "message_not_found"]
    assert (await house.snapshot("ana")).offset == 2


async def test_a_withdrawal_leaves_stubs_at_the_same_offsets(house: House) -> None:
    await house.ask(house.post("ana", "Base"), house.post("ana", "First words", 2), house.edit("ana", 3, "Later words"))
    assert await house.ask(house.withdraw("ana", 3)) == [5]

    assert told(await house.entries("bor", 2)) == [
        (3, "message_posted", None),
        (4, "message_edited", None),
        (5, "message_withdrawn", {"message": 3}),
    ]
    _, stub = (await house.snapshot("bor")).messages
    assert (stub.id, stub.number, stub.author, stub.last) == (3, 2, "ana", 5)
    assert (stub.text, stub.reply_to, stub.edited_at) == (None, None, None)
    assert (await house.snapshot("bor")).talk == 2


async def test_a_message_that_was_taken_back_stays_so(house: House) -> None:
    await house.ask(house.post("ana", "Gone"), house.withdraw("ana", 2))
    assert await house.ask(
        house.edit("ana", 2, "Back"), house.withdraw("ana", 2), house.post("bor", "An answer that crossed it", 2)
    ) == ["message_withdrawn", "message_withdrawn", 4]


async def test_a_withdrawal_takes_back_only_its_own_message(house: House) -> None:
    await house.ask(
        house.post("ana", "One"), house.post("ana", "Two"), house.edit("ana", 2, "One!"), house.edit("ana", 3, "Two!")
    )
    await house.ask(house.withdraw("ana", 2))
    assert told(await house.entries("bor", 1)) == [
        (2, "message_posted", None),
        (3, "message_posted", {"text": "Two"}),
        (4, "message_edited", None),
        (5, "message_edited", {"message": 3, "text": "Two!"}),
        (6, "message_withdrawn", {"message": 2}),
    ]


async def test_commands_of_one_batch_may_refer_to_each_other(house: House) -> None:
    assert await house.ask(
        house.post("ana", "Draft"),
        house.edit("ana", 2, "Better"),
        house.post("bor", "Reply", 2),
        house.withdraw("ana", 2),
        house.edit("ana", 2, "Too late"),
        house.edit("bor", 3, "Reply!"),
    ) == [2, 3, 4, 5, "message_withdrawn", "message_not_found"]
    assert told(await house.entries("ana", 1)) == [
        (2, "message_posted", None),
        (3, "message_edited", None),
        (4, "message_posted", {"text": "Reply", "reply_to": 2}),
        (5, "message_withdrawn", {"message": 2}),
    ]


async def test_refused_commands_of_a_batch_leave_no_hole(house: House) -> None:
    await house.open("other")
    outcomes = await house.ask(
        house.post("ana", "1"),
        house.post("stranger", "no"),
        house.post("bor", "\u200b"),
        house.post("bor", "2"),
        house.post("ana", "x" * (MESSAGE_LIMIT + 1)),
        house.post("ana", "elsewhere", key="other"),
        house.post("ana", "nowhere", key="none"),
        house.post("bor", "a\0b"),
        house.post("ana", "3"),
    )
    assert outcomes == [2, "not_found", "text_empty", 3, "text_too_long", 2, "not_found", "text_not_allowed", 4]
    assert [one.offset for one in await house.entries("ana") or []] == [1, 2, 3, 4]
    assert [one.channel for one in house.ears.publications[2:]] == ["room:r", "room:r", "room:other", "room:r"]


async def test_texts_are_stored_clean(house: House) -> None:
    await house.ask(house.post("ana", "Ж\u0435\u0300\r\nb\u2028c"), house.edit("ana", 2, "cafe\u0301\r"))
    assert [body["text"] for _, _, body in told(await house.entries("bor", 1))] == ["Жѐ\nb\nc", "café\n"]
    assert (await house.snapshot("bor")).messages[0].text == "café\n"


# ── the same command again ────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_same_command_again_gets_the_same_answer_and_nothing_twice(house: House) -> None:
    first = house.post("ana", "Once", id="same")
    assert await house.ask(first, first, house.post("bor", "Between"), first) == [2, 2, 3, 2]
    assert await house.ask(first) == [2]
    assert (await house.snapshot("ana")).offset == 3
    assert [one.offset for one in house.ears.publications] == [1, 2, 3]


async def test_another_body_under_the_same_id_is_a_conflict(house: House) -> None:
    await house.ask(house.post("ana", "Once", id="same"))
    assert await house.ask(
        house.post("ana", "Twice", id="same"),
        house.post("ana", "Once", 2, id="same"),
        house.edit("ana", 2, "Once", id="same"),
        house.withdraw("ana", 2, id="same"),
        house.post("bor", "Fresh", id="fresh"),
        house.post("bor", "Other", id="fresh"),
    ) == ["command_conflict", "command_conflict", "command_conflict", "command_conflict", 3, "command_conflict"]


async def test_an_id_belongs_to_its_author_and_room(house: House) -> None:
    await house.open("other")
    assert await house.ask(
        house.post("ana", "Mine", id="same"),
        house.post("bor", "Mine too", id="same"),
        house.post("ana", "Elsewhere", id="same", key="other"),
    ) == [2, 3, 2]


async def test_only_accepted_commands_are_remembered(house: House) -> None:
    refused = house.post("vesna", "Let me in", id="early")
    assert await house.ask(refused) == ["not_found"]
    await house.ask(house.add("vesna"))
    assert await house.ask(refused) == [3]


async def test_a_repeat_after_the_withdrawal_finds_its_offset_and_no_hash_of_the_words(house: House) -> None:
    post, edit = house.post("ana", "Secret", id="p"), house.edit("ana", 2, "Secrets", id="e")
    await house.ask(post, edit, house.withdraw("ana", 2, id="w"))
    assert await house.ask(post, edit, house.withdraw("ana", 2, id="w")) == [2, 3, 4]
    # A hash would let somebody confirm a guess of what was said.
    hashes = await house.read(lambda c: c.execute(select(entry.c.kind, entry.c.command_hash)).all())
    assert {kind for kind, value in hashes if value is not None} == {"message_withdrawn"}
    assert await house.ask(house.post("ana", "Another guess", id="p")) == [2]


async def test_a_repeat_finds_its_command_through_a_new_node(house: House) -> None:
    first = house.post("ana", "Once", id="same")
    await house.ask(first)
    house.rooms = type(house.rooms)()
    assert await house.ask(first, house.post("ana", "Twice", id="same")) == [2, "command_conflict"]


# ── order ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_appends_and_units_keep_the_order_of_arrival(house: House) -> None:
    added, removed = house.add("vesna"), house.remove("vesna")
    assert await house.ask(
        house.post("vesna", "Too early"),
        lambda unit: house.rooms.execute(unit, added),
        house.post("vesna", "In time"),
        house.post("ana", "Hello"),
        lambda unit: house.rooms.execute(unit, removed),
        house.post("vesna", "Too late"),
        house.post("ana", "Goodbye"),
    ) == ["not_found", None, 3, 4, None, "not_found", 6]
    assert [one.offset for one in house.ears.publications] == [1, 2, 3, 4, 5, 6]


async def test_one_command_inside_of_a_larger_unit(house: House) -> None:
    def unit(unit: Any) -> list[Any]:
        return [
            house.rooms.execute(unit, house.post("ana", "One", id="same")),
            house.rooms.execute(unit, house.post("ana", "One", id="same")),
            house.rooms.execute(unit, house.post("bor", "Two")),
        ]

    assert await house.commit(unit) == [[Accepted(2), Accepted(2), Accepted(3)]]
    (refused,) = await house.commit(lambda unit: house.rooms.execute(unit, house.post("stranger", "No")))
    assert isinstance(refused, Refused)
    assert refused.code == "not_found"


async def test_three_hundred_commands_are_more_than_one_batch_and_one_sequence(house: House) -> None:
    outcomes = await house.ask(*(house.post("ana" if n % 2 else "bor", str(n)) for n in range(300)))
    assert outcomes == list(range(2, 302))
    texts = await house.read(lambda c: c.execute(select(message.c.text).order_by(message.c.first)).scalars().all())
    assert [text.decode() for text in texts] == [str(n) for n in range(300)]


async def test_a_command_with_the_longest_id_and_text_fits(house: House) -> None:
    text = "😀" * MESSAGE_LIMIT
    assert await house.ask(asked("ana", PostMessage("r", "x" * 100, text))) == [2]
    assert (await house.snapshot("bor")).messages[0].text == text


async def test_the_server_reads_entries_for_itself(house: House) -> None:
    await house.open("other")
    await house.ask(*(house.post("ana", str(n)) for n in range(5)))
    assert [one.offset for one in await house.read(reads.entries_after, "r", 2, 3)] == [3, 4, 5]
    assert await house.read(reads.entries_after, "none", 0, 3) == []
    assert await house.read(reads.heads_of, ["r", "other", "none"]) == {"r": 6, "other": 1}
    assert await house.read(reads.members_of, "r") == {"ana", "bor"}
