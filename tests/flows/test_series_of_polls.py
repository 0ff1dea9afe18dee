"""Times of a series: whoever is asked to come outside of their hours takes turns, over a change of the clock too."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.scheduling.polls.tables import poll
from tests.flows.office import COORDINATOR, RUN, Office
from tests.flows.test_polls import POLLS, at, wanted

HOME = ZoneInfo("Europe/Belgrade")
CLOCKS = {"tadeja": "Europe/Belgrade", "ines": "Europe/Lisbon", "blagica": "Europe/Istanbul"}
"""At home, one hour behind in Porto, and in İzmir, where the clock is not changed."""
NAMES = {"tadeja": "Tadeja Žgajnar", "ines": "Ines Žužić", "blagica": "Благица Ѓурчинова"}
HOURS = {"tadeja": ("16:00", "20:00"), "ines": ("17:00", "20:00"), "blagica": ("17:00", "20:00")}


async def say(office: Office, person: str, zone: str, *span: str) -> None:
    await office.put(person, "/me/hours", {"version": 1, "zone": zone, "weekly": [[list(span)]] * 7})


async def of_three_clocks(office: Office) -> None:
    """In October, before the clock is put back on the 25th."""
    office.clock.now = at("2026-10-06", 12)
    for person, zone in CLOCKS.items():
        await say(office, person, zone, *HOURS[person])


def series(office: Office, **fields: Any) -> dict[str, Any]:
    """Six Mondays from 12 October on, by home's clock between 15:00 and 20:00, for an hour and a half."""
    return (
        wanted(
            office,
            people=[{"person": person} for person in CLOCKS],
            day_from="2026-10-12",
            day_to="2026-10-12",
            since="15:00",
            until="20:00",
            minutes=90,
            meetings=6,
            every="week",
        )
        | fields
    )


async def looked_for(office: Office, **fields: Any) -> tuple[Any, Any]:
    made = await office.post(COORDINATOR, POLLS, series(office, **fields))
    return made, await office.get(COORDINATOR, f"/polls/{made['id']}/times")


def outside(person: str, start: int, minutes: int) -> str:
    """On which side of their hours it lies, by the clock on their wall alone: another way to the same."""
    wall = datetime.fromtimestamp(start / 1000, ZoneInfo(CLOCKS[person]))
    begins = f"{wall:%H:%M}"
    ends = f"{wall + timedelta(minutes=minutes):%H:%M}"
    since, until = HOURS[person]
    return "early" if begins < since else "late" if ends > until else ""


async def test_who_is_asked_to_be_outside_of_their_hours_takes_turns(either_office: Office) -> None:
    """No hour of a Monday suits Porto and İzmir both: after the change of the clock they are three hours apart."""
    office = either_office
    await of_three_clocks(office)
    made, found = await looked_for(office)
    names = {guest["id"]: guest["name"] for guest in made["guests"]}
    days = [one["day_from"] for one in found["series"]]
    assert days == ["2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]
    for one in found["series"]:
        for time in one["times"]:
            seen = {names[each["guest"]]: each["why"] for each in time["beyond"]}
            assert seen == {
                NAMES[person]: why for person in CLOCKS if (why := outside(person, time["start"], made["minutes"]))
            }
            assert datetime.fromtimestamp(time["start"] / 1000, HOME).date().isoformat() == one["day_from"]
    borne: Counter[str] = Counter()
    for one in found["series"]:
        borne.update({names[each["guest"]]: each["strain"] for each in one["times"][0]["beyond"]})
    assert found["proved"]
    # Always the time that costs all together the least would leave most of it to one of them.
    assert borne[NAMES["ines"]] > 0
    assert borne[NAMES["blagica"]] > 0
    assert max(borne.values()) - min(borne[NAMES["ines"]], borne[NAMES["blagica"]]) <= 30


async def test_a_date_is_swapped_for_its_next_best(office: Office) -> None:
    await of_three_clocks(office)
    _, found = await looked_for(office, day_to="2026-10-14")
    for one in found["series"]:
        starts = [time["start"] for time in one["times"]]
        assert len(starts) == len(set(starts)) == 6
        days = {datetime.fromtimestamp(start / 1000, HOME).date().isoformat() for start in starts}
        assert all(one["day_from"] <= day <= one["day_to"] for day in days)


async def test_what_suits_everybody_is_the_same_hour_each_time(office: Office) -> None:
    """And on the last of a month that is too short for its day."""
    office.clock.now = at("2026-10-06", 12)
    for person in CLOCKS:
        await say(office, person, "Europe/Belgrade", "17:00", "19:00")
    days = {"day_from": "2026-10-30", "day_to": "2026-10-31", "meetings": 4, "every": "month"}
    _, found = await looked_for(office, **days)
    assert [(one["day_from"], one["day_to"]) for one in found["series"]] == [
        ("2026-10-30", "2026-10-31"),
        ("2026-11-30", "2026-11-30"),
        ("2026-12-30", "2026-12-31"),
        ("2027-01-30", "2027-01-31"),
    ]
    best = [one["times"][0] for one in found["series"]]
    assert all(time["beyond"] == [] for time in best)
    walls = [datetime.fromtimestamp(time["start"] / 1000, HOME) for time in best]
    assert {f"{wall:%H:%M}" for wall in walls} == {"17:00"}


async def test_what_was_answered_goes_before_hours_there_too(office: Office) -> None:
    await of_three_clocks(office)
    made, found = await looked_for(office, meetings=2)
    first = found["series"][0]["times"][0]["start"]
    starts = [one["times"][0]["start"] for one in found["series"]]
    await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": starts})
    await office.put("tadeja", f"/me/polls/{made['id']}", {"said": {str(first): "no"}})
    after = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    assert after["series"][0]["times"][0]["start"] != first
    await office.put("tadeja", f"/me/polls/{made['id']}", {"said": {str(first): "maybe"}})
    after = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    ids = {guest["name"]: guest["id"] for guest in made["guests"]}
    again = next(time for time in after["series"][0]["times"] if time["start"] == first)
    assert {"guest": ids[NAMES["tadeja"]], "strain": 90, "why": "if_need_be"} in again["beyond"]


async def test_who_has_to_be_there_takes_turns_too_but_is_never_busy(office: Office) -> None:
    await of_three_clocks(office)
    people = [{"person": person, "part": "needed"} for person in CLOCKS]
    made, found = await looked_for(office, people=people)
    assert all(len(one["times"]) for one in found["series"])
    ids = {guest["name"]: guest["id"] for guest in made["guests"]}
    asked = Counter(each["guest"] for one in found["series"] for each in one["times"][0]["beyond"])
    assert asked[ids[NAMES["ines"]]]
    assert asked[ids[NAMES["blagica"]]]
    # A day on which she is at something else from morning to night.
    starts = [one["times"][0]["start"] for one in found["series"]]
    day = datetime.fromtimestamp(starts[0] / 1000, HOME).date()
    dates = await office.get(COORDINATOR, f"/cohorts/{RUN}/calendar")
    whole_day = {"kind": "workshop", "whom": "mentors", "day": str(day), "time": "08:00", "minutes": 840}
    await office.put(
        COORDINATOR, f"/cohorts/{RUN}/calendar", {"version": dates["version"], "dates": [*dates["dates"], whole_day]}
    )
    after = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    assert [len(one["times"]) > 0 for one in after["series"]] == [False, True, True, True, True, True]


async def test_deciding_makes_all_its_dates_once(either_office: Office) -> None:
    office = either_office
    await of_three_clocks(office)
    made, found = await looked_for(office)
    starts = [one["times"][0]["start"] for one in found["series"]]
    decided = {"version": 1, "starts": starts}
    one_more = {"version": 1, "starts": [*starts, starts[-1] + 86_400_000]}
    assert await office.refused(COORDINATOR, "PUT", f"/polls/{made['id']}/decided", one_more) == "poll_asked"
    first = await office.put(COORDINATOR, f"/polls/{made['id']}/decided", decided)
    assert (first["state"], first["decided"]) == ("decided", starts)
    assert await office.put(COORDINATOR, f"/polls/{made['id']}/decided", decided) == first, "sent again"
    other = {"version": 1, "starts": starts[1:]}
    assert await office.refused(COORDINATOR, "PUT", f"/polls/{made['id']}/decided", other) == "poll_over"
    dates = (await office.get(COORDINATOR, f"/cohorts/{RUN}/calendar"))["dates"]
    assert [at(one["day"], *map(int, one["time"].split(":"))) for one in dates] == starts
    assert len({one["id"] for one in dates}) == 6
    mine = (await office.get("ines", "/me/calendar"))["dates"]
    assert [one["at"] for one in mine] == starts


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"meetings": 0}, "poll_series"),
        ({"meetings": 13}, "poll_series"),
        ({"sessions": 2}, "poll_series"),
        ({"day_to": "2026-10-19"}, "poll_series"),
        ({"every": "month", "day_to": "2026-11-09"}, "poll_series"),
        ({"every": "month", "meetings": 12}, "dates_outside"),
        ({"day_from": "2099-10-12", "day_to": "2099-10-12", "every": "month"}, "poll_days"),
    ],
)
async def test_what_is_no_series(office: Office, fields: dict[str, Any], code: str) -> None:
    office.clock.now = at("2026-10-06", 12)
    assert await office.refused(COORDINATOR, "POST", POLLS, series(office, **fields)) == code
    assert await office.rows(poll) == []


async def test_of_whom_nothing_is_known_nothing_is_asked(office: Office) -> None:
    office.clock.now = at("2026-10-06", 12)
    made, found = await looked_for(office)
    assert sorted(found["unknown"]) == sorted(guest["id"] for guest in made["guests"])
    assert all(time["beyond"] == [] for one in found["series"] for time in one["times"])
    assert datetime.fromtimestamp(found["series"][0]["times"][0]["start"] / 1000, UTC).hour == 13
