"""A series through both changes of clocks of 2027, with people in three zones: the room's dates, reminders, feeds,
invitations, first screens and the words of mails agree on every date. What is right is computed by `pytz`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
import pytz
import vobject

from server.post.model import Mail
from server.post.wording import word
from server.scheduling.appointments.service import Appointment
from tests.flows.office import DAY, Office
from tests.flows.test_calendars import event_of
from tests.flows.test_dates import HOUR, ask, kept, propose
from tests.flows.test_pairing import pair
from tests.flows.test_reminding import remind

HOME = "Europe/Belgrade"
ZONES = {"nika": HOME, "ines": "Europe/Istanbul", "djordje": "Europe/Lisbon"}
"""Istanbul has no summer time; Lisbon changes with Belgrade, an hour apart by its own clock."""
PLACES = {"place": "address", "address": "Canary", "words": "Canary"}


def at(wall: datetime) -> int:
    """ms, of a wall clock in Belgrade that shows it once."""
    return int(pytz.timezone(HOME).localize(wall, is_dst=None).timestamp() * 1000)


def shown(start: int, zone: str) -> datetime:
    return datetime.fromtimestamp(start / 1000, pytz.utc).astimezone(pytz.timezone(zone))


def go(office: Office, now: int) -> None:
    """Whoever was signed in long ago signs in anew."""
    office.clock.now = now
    office.tokens.clear()


async def team(office: Office) -> str:
    for person, zone in ZONES.items():
        await office.put(person, "/me/preferences", {"language": "en", "zone": zone})
    return str((await pair(office, "nika,djordje+ines"))["room"])


async def series(office: Office, room: str, first: int, times: int) -> None:
    repeats = {"weeks": 1, "months": 0, "times": times, "skip_holidays": False}
    item = await propose(office, "nika", room, first, zone=HOME, repeats=repeats, **PLACES)
    assert (await ask(office, "ines", "room.accept_time", room, item=item, start=first)).status_code == 200


async def feeds(office: Office, person: str) -> list[dict[str, datetime]]:
    """By UID when each date begins, as two readers of calendars see it."""
    path = (await office.post(person, "/me/calendar-feed"))["path"]
    text = (await office.client.get(path)).text
    events = vobject.readOne(text).contents.get("vevent", [])
    return [
        {event.uid.value: event.dtstart.value.astimezone(UTC) for event in events},
        {
            str(one["UID"]): one["DTSTART"].dt.astimezone(UTC)
            for one in icalendar.Calendar.from_ical(text).walk("VEVENT")
        },
    ]


def begins(dates: list[Appointment]) -> dict[str, datetime]:
    return {one.id: datetime.fromtimestamp(one.start / 1000, UTC) for one in dates}


def words(row: Any) -> str:
    mail = Mail(row.template, row.address, row.language, row.zone, row.person, json.loads(row.facts))
    said = word(mail, row.created_at, "https://rooms.example", "")
    return f"{said.subject}\n{said.lead}\n{said.note}"


def says(row: Any, start: int) -> None:
    """As the reader's own clock and calendar show it."""
    there = shown(start, ZONES[row.person])
    assert f"{there:%A}, {there.day} {there:%B} {there.year}, {there:%H:%M}" in words(row).replace("\u2068", "")


@pytest.mark.parametrize(
    "first",
    [datetime.fromisoformat("2027-03-11T18:00"), datetime.fromisoformat("2027-10-14T18:00")],
    ids=["spring", "autumn"],
)
async def test_everything_agrees_on_every_date_of_a_series_through_a_change_of_clocks(
    office: Office, first: datetime
) -> None:
    room = await team(office)
    go(office, at(first - timedelta(days=9, hours=6)))
    expected = [at(first + timedelta(weeks=number)) for number in range(6)]
    assert len({(start - expected[0]) % DAY for start in expected}) == 2, "an hour less, or more"
    await series(office, room, expected[0], 6)
    made = await kept(office)
    assert [one.start for one in made] == expected
    assert {one.wall.strftime("%H:%M %A") for one in made} == {"18:00 Thursday"}
    agreed = [row for row in await office.mails() if row.template == "dates_agreed"]
    assert {row.person for row in agreed} == ZONES.keys()
    for row in agreed:
        says(row, expected[0])
        file = event_of(json.loads(row.facts))
        assert {event.uid.value: event.dtstart.value for event in file.vevent_list} == begins(made)

    await office.product.post.send_all()
    # The one after the change is moved to the evening after, the next one is called off.
    moved, off = made[3], made[4]
    expected[3] = at(first + timedelta(weeks=3, days=1, hours=2, minutes=15))
    await ask(office, "djordje", "room.move_date", room, item=moved.item, starts=[expected[3]], reason="Canary")
    await ask(office, "nika", "room.accept_time", room, item=moved.item, start=expected[3])
    await ask(office, "nika", "room.cancel_date", room, item=off.item, reason="Canary")
    for template, uid, start in (("date_moved", moved.id, expected[3]), ("date_cancelled", off.id, off.start)):
        told_so = [row for row in await office.mails() if row.template == template]
        assert {row.person for row in told_so} == ZONES.keys()
        for row in told_so:
            event = event_of(json.loads(row.facts)).vevent
            says(row, start)
            assert (event.uid.value, event.dtstart.value) == (uid, datetime.fromtimestamp(start / 1000, UTC))
    coming = [one for one in await kept(office) if one.state == "agreed"]
    stands = [start for number, start in enumerate(expected) if number != 4]
    assert [one.start for one in coming] == stands
    for person in ZONES:
        for seen in await feeds(office, person):
            assert seen == begins(coming)

    # The weeks go by: what is said of each date is said once, when it is due.
    told = 0
    for start in stands:
        for ahead, template in ((DAY, "date_ahead"), (HOUR, "date_soon")):
            await remind(office, start - ahead - 1)
            assert await reminded(office) == told
            await remind(office, start - ahead)
            told += len(ZONES)
            assert await reminded(office) == told
            new = [row for row in await office.mails() if row.template == template][-len(ZONES) :]
            assert {row.person for row in new} == ZONES.keys()
            for row in new:
                says(row, start)
        go(office, start - HOUR)
        for person in ZONES:
            (mine,) = (await office.get(person, "/me/meetings"))["rooms"]
            assert mine["next"]["at"] == start
            assert mine["zones"] == {other: zone for other, zone in ZONES.items() if other != person}
    go(office, stands[-1] + 2 * HOUR)
    assert (await office.get("ines", "/me/meetings"))["rooms"][0]["next"] is None
    assert not any("Canary" in (row.facts or "") for row in await office.mails())


async def reminded(office: Office) -> int:
    return sum(row.template in ("date_ahead", "date_soon") for row in await office.mails())


@pytest.mark.parametrize(
    ("first", "night", "utc", "wall"),
    [
        # 02:30 is not shown that night: an hour later it is.
        (datetime.fromisoformat("2027-03-14T02:30"), 2, datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "03:30"),
        # It is shown twice: the first time is meant.
        (datetime.fromisoformat("2027-10-17T02:30"), 2, datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "02:30"),
    ],
    ids=["spring", "autumn"],
)
async def test_a_series_at_half_past_two_in_the_night_of_the_change(
    office: Office, first: datetime, night: int, utc: datetime, wall: str
) -> None:
    room = await team(office)
    go(office, at(first - timedelta(days=5)))
    await series(office, room, at(first), 4)
    made = await kept(office)
    usual = [at(first + timedelta(weeks=number)) for number in range(4) if number != night]
    assert [one.start for one in made if one is not made[night]] == usual
    assert begins(made)[made[night].id] == utc
    assert f"{shown(made[night].start, HOME):%H:%M}" == f"{made[night].wall:%H:%M}" == wall
    for person in ZONES:
        for seen in await feeds(office, person):
            assert seen == begins(made)
    start = made[night].start
    await remind(office, start - HOUR)
    soon = [row for row in await office.mails() if row.template == "date_soon"][-len(ZONES) :]
    assert {row.person for row in soon} == ZONES.keys()
    for row in soon:
        says(row, start)


async def test_the_second_half_past_two_of_a_night_is_another_time_than_the_first(office: Office) -> None:
    room = await team(office)
    for hour in (0, 1):
        start = int(datetime(2027, 10, 31, hour, 30, tzinfo=UTC).timestamp() * 1000)
        item = await propose(office, "nika", room, start, zone=HOME)
        await ask(office, "ines", "room.accept_time", room, item=item, start=start)
    first, second = await kept(office)
    assert (first.wall.replace(fold=0), first.wall.fold) == (second.wall.replace(fold=0), 0)
    assert (second.wall.fold, second.start - first.start) == (1, HOUR)
    for person in ZONES:
        for seen in await feeds(office, person):
            assert seen == begins([first, second])
