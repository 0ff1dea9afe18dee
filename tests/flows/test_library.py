"""What a run gives its people to read: who fills it, who sees what of it, and what may stand there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, RUN, STRANGER, Office

PATH = f"/cohorts/{RUN}/library"


def item(title: str, whom: str = "all", **more: Any) -> dict[str, Any]:
    return {"title": title, "whom": whom, "language": "sr-Cyrl", "link": "https://example.org/a"} | more


async def mine(office: Office, person: str) -> list[str]:
    found = await office.get(person, "/me/library")
    return [one["title"] for run in found["runs"] for one in run["items"]]


async def test_who_leads_fills_it_and_each_reads_what_is_for_them(either_office: Office) -> None:
    office = either_office
    assert await office.get(COORDINATOR, PATH) == {"version": 1, "items": []}
    items = [
        item("For all", first=True, author=" Ана  Ћ. ", licence="CC BY-NC-SA 4.0"),
        item("Asking", "mentors", link="", words=" Ask, \n\n then wait. "),
        item("Being heard", "mentees"),
    ]
    kept = await office.put(COORDINATOR, PATH, {"version": 1, "items": items})
    assert kept["version"] == 2
    assert (kept["items"][0]["author"], kept["items"][1]["words"]) == ("Ана Ћ.", "Ask, \n\n then wait.")
    assert await office.get(COLLEAGUE, PATH) == kept
    assert await mine(office, "nika") == ["For all", "Being heard"]
    assert await mine(office, "ines") == ["For all", "Asking"]
    assert await mine(office, COORDINATOR) == ["For all", "Asking", "Being heard"]
    assert await mine(office, NOBODY) == []


async def test_two_who_fill_it_at_once_lose_nothing(office: Office) -> None:
    one = {"version": 1, "items": [item("One")]}
    await office.put(COORDINATOR, PATH, one)
    assert await office.refused(COORDINATOR, "PUT", PATH, one) == "changed_meanwhile"


async def test_nobody_else_sees_or_fills_it(office: Office) -> None:
    for person in ("nika", STRANGER, NOBODY):
        assert await office.refused(person, "GET", PATH) == "not_found"
    for person in ("nika", COLLEAGUE, STRANGER):
        assert await office.refused(person, "PUT", PATH, {"version": 1, "items": []}) == "not_found"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"link": "javascript:alert(1)"}, "link_not_allowed"),
        ({"link": "", "words": " "}, "text_empty"),
        ({"title": " "}, "text_empty"),
        ({"title": "x" * 201}, "text_too_long"),
        ({"language": "../../etc"}, "language_unknown"),
        ({"licence": "nul\0"}, "text_not_allowed"),
    ],
)
async def test_what_is_refused_leaves_what_was_there(office: Office, more: dict[str, Any], code: str) -> None:
    wanted = {"version": 1, "items": [item("Good"), item("Bad") | more]}
    assert await office.refused(COORDINATOR, "PUT", PATH, wanted) == code
    assert (await office.get(COORDINATOR, PATH))["items"] == []


async def test_thirty_is_all(office: Office) -> None:
    wanted = {"version": 1, "items": [item(str(number)) for number in range(31)]}
    assert await office.refused(COORDINATOR, "PUT", PATH, wanted) == "bad_request"
