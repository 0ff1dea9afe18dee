"""Words that are hidden: nobody reads them, and an emptied room has none."""

from __future__ import annotations

from server.rooms.tables import withheld
from tests.rooms.house import House


async def test_hidden_words_go_with_all_others_when_a_room_is_emptied(house: House) -> None:
    await house.ask(house.post("ana", "Canary @[bor]"))
    await house.commit(lambda unit: house.rooms.withhold(unit, "r", "bor", 2))
    (message,) = (await house.snapshot("ana")).messages
    assert (message.text, message.mentions) == (None, ())
    assert await house.read(lambda connection: len(connection.execute(withheld.select()).all())) == 1
    await house.commit(lambda unit: house.rooms.close(unit, "r", "ended", "close"))
    await house.commit(lambda unit: house.rooms.empty(unit, "r"))
    assert await house.read(lambda connection: connection.execute(withheld.select()).all()) == []


async def test_what_comes_back_names_those_who_are_still_there(house: House) -> None:
    await house.ask(house.add("vesna"), house.post("ana", "For @[bor] and @[vesna]"))
    await house.commit(lambda unit: house.rooms.withhold(unit, "r", "bor", 3))
    await house.ask(house.remove("vesna"))
    await house.commit(lambda unit: house.rooms.give_back(unit, "r", "bor", 3))
    (message,) = (await house.snapshot("ana")).messages
    assert (message.text, message.mentions) == ("For @[bor] and @[vesna]", ("bor",))
    assert [one.offset for one in house.ears.publications] == [1, 2, 3, 4, 5, 6]
