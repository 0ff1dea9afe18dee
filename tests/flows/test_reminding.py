"""A day and an hour before a date, each once: in the reader's words, not at night, and without yesterday's news."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.flows.reminding import tell_some
from server.post.service import Post
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Guest
from tests.flows.office import DAY, NOW, Office
from tests.flows.test_dates import HOUR, LATER, SOON, accept, agreed, ask, kept
from tests.flows.test_pairing import pair


async def remind(office: Office, at: int) -> None:
    office.clock.now = at
    while await office.unit(tell_some):
        pass


async def reminders(office: Office) -> list[tuple[str, str]]:
    rows = [row for row in await office.mails() if row.template in ("date_ahead", "date_soon")]
    return sorted((row.person, row.template) for row in rows)


async def facts(office: Office, template: str, person: str) -> Any:
    (row,) = [row for row in await office.mails() if (row.template, row.person) == (template, person)]
    return json.loads(row.facts) | {"due_at": row.due_at}


async def test_a_day_before_and_an_hour_before_each_once(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room, address="Canary", words="Canary", place="address")
    await remind(office, SOON - DAY - 1)
    assert await reminders(office) == []
    await remind(office, SOON - DAY)
    await remind(office, SOON - DAY + 1)
    assert await reminders(office) == [("blagica", "date_ahead"), ("nika", "date_ahead")]
    told = await facts(office, "date_ahead", "nika")
    assert (told["people"], told["start"], told["link"]) == ("Благица Ѓурчинова", SOON, f"/room/{room}")
    await remind(office, SOON - HOUR)
    await remind(office, SOON + HOUR)
    assert [template for _, template in await reminders(office)].count("date_soon") == 2
    assert len(await reminders(office)) == 4
    assert "Canary" not in str(await office.mails())


async def test_a_guest_whom_nobody_knows_any_more_keeps_no_others_from_being_told(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room)
    (one,) = await kept(office)
    await office.unit(lambda unit: appointments.add_guests(unit.connection, one.id, [Guest("erased")]))
    await remind(office, SOON - HOUR)
    assert (await facts(office, "date_soon", "nika"))["people"] == "Благица Ѓурчинова"


async def test_who_has_it_in_their_calendar_needs_no_word_a_day_before(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room)
    (one,) = await kept(office)
    await office.unit(lambda unit: accept(unit, one.id, "nika"))
    await remind(office, SOON - DAY)
    assert await reminders(office) == [("blagica", "date_ahead")]
    await remind(office, SOON - HOUR)
    assert ("nika", "date_soon") in await reminders(office)


async def test_what_was_moved_or_called_off_is_reminded_of_as_it_is_now(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room)
    await ask(office, "nika", "room.move_date", room, item=item, starts=[LATER])
    await ask(office, "blagica", "room.accept_time", room, item=item, start=LATER)
    await remind(office, SOON - HOUR)
    assert await reminders(office) == []
    await remind(office, LATER - DAY)
    assert len(await reminders(office)) == 2
    await ask(office, "blagica", "room.cancel_date", room, item=item)
    await remind(office, LATER - HOUR)
    assert [template for _, template in await reminders(office) if template == "date_soon"] == []
    states = {row.state for row in await office.mails() if row.template == "date_ahead"}
    assert states == {"failed"}, "what waited for the morning tells of nothing any more"


async def test_who_agrees_on_tonight_hears_an_hour_before_alone(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    tonight = NOW + 5 * HOUR
    await agreed(office, room, tonight)
    await remind(office, tonight - HOUR)
    assert await reminders(office) == [("blagica", "date_soon"), ("nika", "date_soon")]


async def test_after_a_time_of_silence_what_is_still_of_use_is_said_and_nothing_else(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room, SOON)
    await agreed(office, room, SOON + 10 * HOUR)
    await agreed(office, room, SOON + DAY)
    # Down from before the first reminder until half an hour before the second date.
    await remind(office, SOON + 10 * HOUR - HOUR // 2)
    rows = [row for row in await office.mails() if row.template.startswith(("date_ahead", "date_soon"))]
    said = {(row.template, json.loads(row.facts)["start"]) for row in rows}
    assert said == {("date_soon", SOON + 10 * HOUR), ("date_ahead", SOON + DAY)}


async def test_two_nodes_say_it_once(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room)
    office.clock.now = SOON - DAY
    counts = await asyncio.gather(*(office.unit(tell_some) for _ in range(4)))
    assert sum(counts) == 2
    assert len(await reminders(office)) == 2


async def test_a_word_about_tomorrow_does_not_come_at_night(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    at_night = int(datetime(2026, 11, 24, 23, 0, tzinfo=ZoneInfo("Europe/Belgrade")).timestamp() * 1000)
    await agreed(office, room, at_night)
    await remind(office, at_night - DAY)
    due_at = (await facts(office, "date_ahead", "nika"))["due_at"]
    assert datetime.fromtimestamp(due_at / 1000, ZoneInfo("Europe/Belgrade")).isoformat() == "2026-11-24T08:00:00+01:00"


async def test_what_comes_once_a_day_comes_as_one_mail(office: Office) -> None:
    """Of three dates on one day: one mail at once, and the next morning one for the other two."""
    room = (await pair(office, "nika+blagica"))["room"]
    for start in (SOON, SOON + 2 * HOUR, SOON + 3 * HOUR):
        await agreed(office, room, start)
    post: Post = office.product.post
    for hour in range(24 * 3):
        await remind(office, NOW + hour * HOUR)
        await post.send_all()
    told = [row for row in await office.mails() if (row.person, row.template) == ("nika", "date_ahead")]
    assert [row.state for row in told] == ["caught"] * 3
    first, second = sorted({row.ended_at for row in told})
    assert second - first >= 20 * HOUR
    assert sorted(row.ended_at for row in told) == [first, second, second]
