"""P2: the same command again, however often and by whatever way, is one entry and one answer."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest

from tests.stories.site import Site


@pytest.mark.parametrize("sends", [60, pytest.param(2_000, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
async def test_every_send_repeated_is_one_entry_with_one_answer(site: Site, sends: int) -> None:
    room, chance = site.room(), random.Random(7)
    answers: dict[str, list[dict[str, Any]]] = {}
    async with site.connected("ana", "ana") as (here, there), site.browser("ana") as browser:

        async def say(number: int) -> None:
            data = {"room": room, "command_id": site.id(), "text": f"{number}"}
            doors = [chance.choice((here, there, browser)) for _ in range(chance.randint(2, 6))]
            answers[f"{number}"] = list(await asyncio.gather(*[door.rpc("room.post", data) for door in doors]))
            async with site.connected("ana") as (new,):
                answers[f"{number}"].append(await new.rpc("room.post", data))

        for start in range(0, sends, 20):
            await asyncio.gather(*[say(number) for number in range(start, min(sends, start + 20))])
        messages = await browser.messages(room)
    assert all(len({answer["offset"] for answer in given}) == 1 for given in answers.values())
    assert {message["text"]: message["id"] for message in messages} == {
        text: given[0]["offset"] for text, given in answers.items()
    }
    assert len(messages) == sends
    print(f"\n{sends} sends, {sum(map(len, answers.values())) - sends} repeats, 0 doubled")


async def test_another_body_under_a_known_id_is_a_conflict_by_each_door(site: Site) -> None:
    room, id = site.room(), site.id()
    async with site.connected("ana") as (ana,), site.browser("ana") as browser:
        assert await ana.rpc("room.post", {"room": room, "command_id": id, "text": "yes"}) == {"offset": 2}
        for door in (ana, browser):
            answer = await door.rpc("room.post", {"room": room, "command_id": id, "text": "no"})
            assert answer["refused"]["code"] == "command_conflict"
        response = await browser.post("/api/v1/rpc/room.post", {"room": room, "command_id": id, "text": "no"})
        assert response.status_code == 409
        assert [message["text"] for message in await browser.messages(room)] == ["yes"]


async def test_the_same_id_of_another_person_is_another_command(site: Site) -> None:
    room, id = site.room(), site.id()
    async with site.connected("ana", "bor") as (ana, bor):
        assert await ana.rpc("room.post", {"room": room, "command_id": id, "text": "a"}) == {"offset": 2}
        assert await bor.rpc("room.post", {"room": room, "command_id": id, "text": "b"}) == {"offset": 3}
