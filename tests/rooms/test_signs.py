"""Reactions, mentions and quotes: what is given to a message, whom it names, what it answers; on both databases."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, event, func, select

from server.contract.commands import MENTION_LIMIT, REACTION_LIMIT, Quote
from server.contract.views import Message, Reaction
from server.rooms import reads
from server.rooms.rules import REACTION_KINDS, REACTIONS_A_MESSAGE
from server.rooms.tables import entry, mention, reaction
from tests.rooms.house import House, open_house

PLENTY = [chr(0x1F400 + number) for number in range(REACTION_KINDS + 1)]


async def message(house: House, person: str, id: int) -> Message:
    return next(one for one in (await house.snapshot(person)).messages if one.id == id)


async def bodies(house: House) -> list[Any]:
    """Of all entries but the first."""
    entries = await house.entries("ana", 1)
    assert entries is not None
    return [json.loads(one.data).get("body") for one in entries]


# ── reactions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_an_emoji_is_given_once_by_each_and_taken_back_by_who_gave_it(house: House) -> None:
    assert await house.ask(
        house.post("ana", "Look"),
        house.react("bor", 2, "❤"),
        house.react("bor", 2, "❤️"),
        house.react("ana", 2, "❤️"),
        house.react("ana", 2, "👍"),
        house.unreact("bor", 2, "👍"),
    ) == [2, 3, "already_reacted", 4, 5, "not_reacted"]
    expected = (Reaction("❤️", ("bor", "ana")), Reaction("👍", ("ana",)))
    assert (await message(house, "bor", 2)).reactions == expected
    assert await house.ask(house.unreact("bor", 2, "❤️"), house.react("bor", 2, "👍")) == [6, 7]
    found = await message(house, "bor", 2)
    assert found.reactions == (Reaction("❤️", ("ana",)), Reaction("👍", ("ana", "bor")))
    assert (found.last, (await house.snapshot("bor")).talk) == (2, 1)
    # An emoji keeps its place as long as somebody gives it.
    await house.ask(house.react("bor", 2, "❤️"), house.unreact("ana", 2, "❤️"))
    assert [one.emoji for one in (await message(house, "bor", 2)).reactions] == ["❤️", "👍"]
    assert (await bodies(house))[1:3] == [{"message": 2, "emoji": "❤️"}] * 2


async def test_what_one_message_can_be_given_is_bounded(house: House) -> None:
    many = [f"u{number}" for number in range(REACTIONS_A_MESSAGE + 1)]
    await house.open("hall", *many)
    await house.ask(house.post("u0", "Look", key="hall"))
    mine = [house.react("u0", 2, one, key="hall") for one in PLENTY[: REACTION_LIMIT + 1]]
    assert (await house.ask(*mine))[-2:] == [REACTION_LIMIT + 2, "too_many_reactions"]
    kinds = [house.react(f"u{n}", 2, one, key="hall") for n, one in enumerate(PLENTY[REACTION_LIMIT:], REACTION_LIMIT)]
    assert await house.ask(*kinds) == [*range(REACTION_LIMIT + 3, REACTION_KINDS + 3), "reactions_full"]
    # One that is there already may still be given, until there are too many in all.
    left = REACTIONS_A_MESSAGE - REACTION_KINDS
    rest = [house.react(person, 2, PLENTY[0], key="hall") for person in many[-left - 1 :]]
    assert (await house.ask(*rest))[-2:] == [REACTIONS_A_MESSAGE + 2, "reactions_full"]
    (found,) = (await house.snapshot("u1", "hall")).messages
    assert len(found.reactions) == REACTION_KINDS
    assert sum(len(one.people) for one in found.reactions) == REACTIONS_A_MESSAGE
    await house.ask(house.unreact("u0", 2, PLENTY[0], key="hall"))
    assert await house.ask(house.react(many[-1], 2, PLENTY[0], key="hall")) == [REACTIONS_A_MESSAGE + 4]


async def test_nobody_reacts_to_what_they_do_not_read_or_what_was_taken_back(house: House) -> None:
    await house.ask(
        house.post("ana", "Before"), house.add("vesna"), house.post("ana", "After"), house.withdraw("ana", 4)
    )
    for command in (house.react, house.unreact):
        assert await house.ask(
            command("stranger", 2, "👍"),
            command("mira", 2, "👍"),
            command("vesna", 2, "👍"),
            command("bor", 3, "👍"),
            command("bor", 99, "👍"),
            command("bor", 4, "👍"),
            command("bor", 2, "thumbs up"),
        ) == ["not_found", "not_found", *["message_not_found"] * 3, "message_withdrawn", "emoji_unknown"]


async def test_reactions_of_who_left_stay(house: House) -> None:
    await house.ask(house.post("ana", "Look"), house.react("bor", 2, "👍"), house.leave("bor"))
    assert (await message(house, "ana", 2)).reactions == (Reaction("👍", ("bor",)),)


# ── mentions ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_only_members_are_mentioned_and_each_once(house: House) -> None:
    await house.ask(house.post("ana", "@[bor], @[ana] and @[bor]; not @[vesna] nor @bor or @[bor"))
    assert (await message(house, "bor", 2)).mentions == ("ana", "bor")
    assert (await bodies(house))[0]["mentions"] == ["ana", "bor"]


async def test_an_edit_names_others_and_can_keep_who_has_left(house: House) -> None:
    await house.ask(house.add("vesna"), house.post("ana", "@[vesna] @[bor]"), house.remove("vesna"))
    await house.ask(house.edit("ana", 3, "@[vesna], hvala"))
    assert (await message(house, "bor", 3)).mentions == ("vesna",)
    await house.ask(house.edit("ana", 3, "Hvala"), house.edit("ana", 3, "@[vesna] @[bor]"))
    assert (await message(house, "bor", 3)).mentions == ("bor",)


async def test_a_message_names_so_many_and_no_more(house: House) -> None:
    many = [f"u{number}" for number in range(MENTION_LIMIT + 1)]
    await house.open("hall", *many)
    every = "".join(f"@[{person}]" for person in many)
    assert await house.ask(
        house.post("u0", every, key="hall"), house.post("u0", every.removesuffix("@[u50]"), key="hall")
    ) == ["too_many_mentions", 2]


async def test_unread_words_that_name_me_are_counted_until_i_have_read_them(house: House) -> None:
    async def counted(person: str) -> tuple[int, int]:
        (card,) = await house.read(reads.cards, person)
        return card.talk - card.read, card.mentioned

    await house.ask(house.post("ana", "@[bor] @[ana]"), house.post("ana", "…"), house.post("bor", "@[bor] @[ana]"))
    assert (await counted("bor"), await counted("ana")) == ((3, 1), (3, 1))
    await house.ask(house.edit("ana", 3, "@[bor]"))
    assert await counted("bor") == (3, 2)
    await house.ask(house.read_to("bor", 1))
    assert await counted("bor") == (2, 1)
    await house.ask(house.withdraw("ana", 3))
    assert await counted("bor") == (2, 0)


# ── quotes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_quote_is_a_place_in_the_words_that_stand_now(house: House) -> None:
    await house.ask(house.post("ana", "Ж😀 to je to"))
    assert await house.ask(
        house.post("bor", "That?", 2, Quote(2, 0, 12)),
        house.post("bor", "All of it", 2, Quote(2, 0, 11)),
        house.post("bor", "Nothing", 2, Quote(2, 4, 4)),
        house.post("bor", "Of what?", None, Quote(2, 0, 2)),
        house.edit("ana", 2, "To je to"),
        house.post("bor", "As it was", 2, Quote(2, 0, 2)),
        house.post("bor", "As it is", 2, Quote(4, 0, 2)),
    ) == ["quote_outdated", 3, "quote_outdated", "quote_outdated", 4, "quote_outdated", 5]
    quoting = await message(house, "ana", 3)
    assert quoting.quote == Quote(2, 0, 11)
    assert (await message(house, "ana", 2)).last == 4, "so it shows nothing any more"
    await house.ask(house.edit("bor", 5, "As it really is"))
    assert (await message(house, "ana", 5)).quote == Quote(4, 0, 2)
    await house.ask(house.withdraw("ana", 2), house.post("bor", "Gone", 2, Quote(6, 0, 1)))
    assert [one.last for one in (await house.snapshot("ana")).messages] == [7, 3, 6]


async def test_what_is_quoted_stands_nowhere_but_in_its_own_message(house: House) -> None:
    await house.ask(house.post("ana", "Zlatorog in bela goska"))
    await house.ask(house.post("bor", "Ta?", 2, Quote(2, 0, 8)))
    bodies_now = await house.read(lambda c: c.execute(select(entry.c.body).order_by(entry.c.offset)).scalars().all())
    assert [b"Zlatorog" in bytes(body) for body in bodies_now] == [False, True, False]
    assert b"Zlatorog" not in msgspec.json.encode(await message(house, "ana", 3))


# ── what is taken back takes all of it along ──────────────────────────────────────────────────────────────────────────


async def test_a_withdrawal_leaves_nothing_of_what_clung_to_the_message(house: House) -> None:
    await house.ask(
        house.post("ana", "One"),
        house.post("ana", "@[bor] !", 2, Quote(2, 0, 3)),
        house.react("bor", 3, "👍"),
        house.react("ana", 3, "👍"),
        house.unreact("bor", 3, "👍"),
        house.edit("ana", 3, "@[bor] ?"),
        house.react("bor", 2, "🎉"),
    )
    # Given and taken back within one transaction, too.
    await house.ask(house.react("bor", 3, "🎉"), house.withdraw("ana", 3), house.react("bor", 3, "💡"))
    assert (await bodies(house))[1:] == [None] * 5 + [{"message": 2, "emoji": "🎉"}, None, {"message": 3}]
    assert await message(house, "bor", 3) == Message(3, 2, "ana", (await message(house, "bor", 3)).at, 10)
    assert await house.read(lambda c: c.execute(select(func.count()).select_from(mention)).scalar()) == 0
    assert await house.read(lambda c: c.execute(select(reaction.c.first, reaction.c.emoji)).all()) == [(2, "🎉")]


@pytest.mark.parametrize("emojis", [("👍",), ("👍", "❤️")])
async def test_an_answer_that_was_given_before_is_given_again(house: House, emojis: tuple[str, ...]) -> None:
    post = house.post("ana", "Look")
    given = [house.react("bor", 2, emoji) for emoji in emojis]
    back = [house.unreact("bor", 2, emoji) for emoji in emojis]
    answers = await house.ask(post, *given, *back)
    assert await house.ask(*given, *back, *given) == [*answers[1:], *answers[1 : 1 + len(given)]]
    assert (await message(house, "ana", 2)).reactions == ()
    other = house.react("bor", 2, "💡", id=given[0].command.command_id)
    assert await house.ask(other) == ["command_conflict"]


# ── what it costs ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def statements_of(house: House, *works: Any) -> list[str]:
    """What one batch asks of the database, by the verb and the table."""
    asked: list[str] = []
    engine = house.database.writer
    assert isinstance(engine, Engine)

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(" ".join([word for word in statement.split() if word != "INTO"][:2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        await house.ask(*works)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return asked


async def test_what_has_no_sign_costs_no_statement_for_them(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        await house.open()
        await house.ask(house.post("ana", "Warm"))
        plain = ["BEGIN IMMEDIATE", "SELECT h.room_id,", "SELECT command_id,"]
        posted = [*plain, "UPDATE room_head", "INSERT entry", "INSERT message"]
        assert await statements_of(house, *(house.post("ana", f"{n}") for n in range(9))) == posted
        found = "SELECT message.number,"
        assert await statements_of(house, house.edit("ana", 2, "Warmer")) == [
            *plain,
            found,
            "UPDATE room_head",
            "INSERT entry",
            "UPDATE message",
            "SELECT search_item.id",
        ]
