"""Sharing outside: a link only when all agreed, these words only, and the room learns that they were read."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from tests.flows.office import COORDINATOR, DAY, STRANGER, Office
from tests.flows.test_pairing import pair

WORDS = "Нацртали смо три скице <b>заједно</b>."


async def rpc(office: Office, person: str, method: str, **fields: Any) -> int:
    answer = await office.post(person, f"/rpc/room.{method}", {"command_id": office.id(), **fields})
    return int(answer["offset"])


async def opened(office: Office) -> tuple[str, int]:
    """A room with words that both agreed to share."""
    room = (await pair(office))["room"]
    said = await rpc(office, "ines", "post", room=room, text="A secret beside it")
    given = {"words": WORDS, "scope": "годишњак", "reader": "Уредница", "until": "2026-12-24", "message": said}
    item = await rpc(office, "nika", "propose_release", room=room, **given)
    assert await office.refused("nika", "GET", f"/rooms/{room}/releases/{item}/link") == "release_over"
    await rpc(office, "ines", "agree_to_release", room=room, item=item)
    return room, item


async def link(office: Office, room: str, item: int, person: str = "nika") -> str:
    return str((await office.get(person, f"/rooms/{room}/releases/{item}/link"))["link"])


async def outside(office: Office, method: str, address: str) -> httpx2.Response:
    """As somebody without an account."""
    office.client.cookies.clear()
    return await office.client.request(method, address, headers={"Accept-Language": "sr-Latn"})


async def test_whoever_has_the_link_reads_these_words_and_the_room_learns_it(either_office: Office) -> None:
    office = either_office
    room, item = await opened(office)
    address = await link(office, room, item)
    assert address == await link(office, room, item, "ines")
    for _ in range(2):
        offered = await outside(office, "GET", address)
        assert offered.status_code == 200
        assert "скице" not in offered.text, "looking at the link is not reading"
        assert "Pročitaj" in offered.text
    before = await office.get("nika", f"/rooms/{room}")
    assert before["things"]["releases"][0]["body"]["read_at"] is None
    shown = await outside(office, "POST", address)
    assert "Нацртали смо три скице &lt;b&gt;заједно&lt;/b&gt;." in shown.text
    assert ("secret" in shown.text, "Nika" in shown.text, "Уредница" in shown.text) == (False, False, True)
    assert shown.headers["cache-control"] == "no-store"
    await outside(office, "POST", address)
    after = await office.get("ines", f"/rooms/{room}")
    assert after["things"]["releases"][0]["body"]["read_at"] == office.clock.now
    assert after["offset"] == before["offset"] + 1, "the first reading is one entry"


async def test_withdrawn_by_one_alone_it_leads_nowhere(office: Office) -> None:
    room, item = await opened(office)
    address = await link(office, room, item)
    await rpc(office, "ines", "withdraw_release", room=room, item=item)
    for method in ("GET", "POST"):
        gone = await outside(office, method, address)
        assert gone.status_code == 404
        assert "скице" not in gone.text
    assert await office.refused("nika", "GET", f"/rooms/{room}/releases/{item}/link") == "item_not_found"


async def test_past_its_day_or_after_one_has_stopped_it_leads_nowhere(office: Office) -> None:
    room, item = await opened(office)
    address = await link(office, room, item)
    now = office.clock.now
    office.clock.now += 37 * DAY
    assert (await outside(office, "POST", address)).status_code == 404
    office.clock.now = now
    assert (await outside(office, "GET", address)).status_code == 200
    (mine,) = (await office.get("nika", "/me/programmes"))["parts"]
    await office.post("nika", f"/mentorships/{mine['mentorships'][0]['id']}/stop")
    assert (await outside(office, "POST", address)).status_code == 404


async def test_nobody_but_members_has_the_link_and_nobody_guesses_it(office: Office) -> None:
    room, item = await opened(office)
    address = await link(office, room, item)
    for person in (COORDINATOR, STRANGER, "tadeja"):
        assert await office.refused(person, "GET", f"/rooms/{room}/releases/{item}/link") == "not_found"
    for wrong in ("0", "x", "99", "1" * 40):
        assert await office.refused("nika", "GET", f"/rooms/{room}/releases/{wrong}/link") == "item_not_found"
    other = address.replace(f".{item}.", f".{item + 1}.")
    for guess in (other, address[:-1], address[:-1] + ("0" if address[-1] != "0" else "1"), address + "0"):
        assert (await outside(office, "POST", guess)).status_code == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_other_methods_are_refused(office: Office, method: str) -> None:
    assert (await outside(office, method, "/s/x.1." + "0" * 64)).status_code == 405
