"""A member's own pages: read by their author alone, gone with them, and gone when the room is emptied."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from server.contract.reflections import OwnPages, SaveAnswer
from server.flows import reflecting
from server.rooms.reflections.service import PAGES
from server.rooms.tables import own_answer
from server.unit_of_work import UnitOfWork
from tests.rooms.house import House, short


def save(person: str, question: Any, text: str, page: str = "2026-11") -> Callable[[UnitOfWork], Any]:
    return lambda unit: reflecting.save(unit, person, "r", SaveAnswer(page, question, text))


async def pages(house: House, person: str) -> dict[str, list[tuple[str, str]]]:
    found = await house.read(lambda connection: reflecting.mine(connection, person, "r"))
    assert isinstance(found, OwnPages)
    return {one.page: [(answer.question, answer.text) for answer in one.answers] for one in found.pages}


async def test_each_reads_only_what_is_theirs_in_the_order_of_the_questions(house: House) -> None:
    await house.commit(
        save("ana", "next", "Paint"),
        save("ana", "moment", "The studio"),
        save("ana", "works", "Tuesdays", "halfway"),
        save("ana", "moved", "Ništa", "2026-09"),
        save("ana", "moved", " Prva  slika \n", "2026-12"),
        save("bor", "moment", "Mine"),
    )
    assert await pages(house, "ana") == {
        "2026-12": [("moved", "Prva  slika")],
        "2026-11": [("moment", "The studio"), ("next", "Paint")],
        "2026-09": [("moved", "Ništa")],
        "halfway": [("works", "Tuesdays")],
    }
    assert list(await pages(house, "ana")) == ["2026-12", "2026-11", "2026-09", "halfway"]
    assert await pages(house, "bor") == {"2026-11": [("moment", "Mine")]}
    assert house.ears.publications[1:] == [], "nobody hears of it"


async def test_an_answer_takes_the_place_of_the_one_before_and_an_empty_one_removes_it(house: House) -> None:
    await house.commit(save("ana", "next", "One"), save("ana", "next", "Two"), save("ana", "moved", "x"))
    await house.commit(save("ana", "moved", " \n"))
    assert await pages(house, "ana") == {"2026-11": [("next", "Two")]}


async def test_strangers_and_who_runs_the_programme_have_no_page_here(house: House) -> None:
    for person in ("mira", "stranger"):
        assert [short(one) for one in await house.commit(save(person, "next", "x"))] == ["not_found"]
        with pytest.raises(Exception, match="not_found"):
            await pages(house, person)


@pytest.mark.parametrize(
    ("question", "text", "page", "code"),
    [
        ("works", "x", "2026-11", "bad_request"),
        ("moved", "x", "halfway", "bad_request"),
        ("moved", "x" * 4_001, "2026-11", "text_too_long"),
        ("moved", "nul\0", "2026-11", "text_not_allowed"),
    ],
)
async def test_what_is_refused_is_not_kept(house: House, question: str, text: str, page: str, code: str) -> None:
    assert [short(one) for one in await house.commit(save("ana", question, text, page))] == [code]
    assert await pages(house, "ana") == {}


async def test_there_is_an_end_to_the_pages_of_one_person(house: House) -> None:
    months = [f"2{year:03}-{month:02}" for year in range(10) for month in range(1, 13)]
    await house.commit(lambda unit: [save("ana", "next", "x", month)(unit) for month in months[:PAGES]])
    more = (save("ana", "next", "x", "2099-01"), save("ana", "moved", "x"), save("ana", "moved", "x", months[0]))
    assert [short(one) for one in await house.commit(*more)] == ["too_many_items", "too_many_items", None]


async def test_who_leaves_leaves_nothing_of_it_behind(house: House) -> None:
    await house.commit(save("ana", "next", "Canary"), save("bor", "next", "Stays"), house.leave("ana"))
    rows = await house.read(lambda connection: connection.execute(select(own_answer)).all())
    assert [(row.person, row.text) for row in rows] == [("bor", b"Stays")]


async def test_in_a_closed_room_it_is_read_and_taken_away_and_an_emptied_one_has_none(house: House) -> None:
    await house.commit(save("ana", "next", "Mine"), save("ana", "moved", "More"))
    await house.commit(lambda unit: house.rooms.close(unit, "r", "ended", "close"))
    assert [short(one) for one in await house.commit(save("ana", "next", "Later"), save("ana", "moved", ""))] == [
        "room_closed",
        None,
    ]
    assert await pages(house, "ana") == {"2026-11": [("next", "Mine")]}
    await house.commit(lambda unit: house.rooms.empty(unit, "r"))
    assert await pages(house, "ana") == {}
