"""What is written, read back by two libraries that are not ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import vobject
from dateutil.tz import tzical
from icalendar import Calendar

from server.scheduling.clock_rules import vtimezone
from server.scheduling.invitations import (
    Guest,
    Meeting,
    call_off,
    cancelled,
    feed,
    invite,
    media_type,
    moved,
    uninvite,
    with_guest,
    without_guest,
)  # fmt: skip
from server.scheduling.reading import read_busy
from server.scheduling.zones import instant
from tests.scheduling.oracle import naive, seconds, shown
from tests.scheduling.test_zones import AMERICAN, DISTINCT, SWITCHES

NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)
MEETING = Meeting(
    uid="meeting-7@atelje.example",
    start=datetime(2027, 3, 30, 16, tzinfo=UTC),
    end=datetime(2027, 3, 30, 17, tzinfo=UTC),
    zone="Europe/Belgrade",
    title="Razgovor, prvi; „ćao”\nEND:VEVENT",
    organiser=Guest("Atelje", "meetings@atelje.example"),
    guests=(Guest('Ana "A" Marić\r\nATTENDEE:x', "ana@example.org"), Guest("Luís", "luis@example.org", "ACCEPTED")),
    place="Trg 1, Novi Sad",
    link="https://atelje.example/rooms/1",
)


def parsed(file: bytes) -> vobject.base.Component:
    return vobject.readOne(file.decode())


def test_an_invitation_says_what_the_meeting_is() -> None:
    calendar = parsed(invite(MEETING, NOW))
    event = calendar.vevent
    assert (calendar.method.value, media_type("REQUEST")) == ("REQUEST", "text/calendar; method=REQUEST; charset=utf-8")
    assert (event.uid.value, event.sequence.value, event.status.value) == (MEETING.uid, "0", "CONFIRMED")
    assert (event.dtstart.value, event.dtend.value) == (MEETING.start, MEETING.end)
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Belgrade"]
    assert event.dtstart.serialize().strip().endswith("20270330T180000")
    assert (event.summary.value, event.location.value, event.url.value) == (MEETING.title, MEETING.place, MEETING.link)
    assert event.organizer.value == "mailto:meetings@atelje.example"
    assert [one.value for one in event.attendee_list] == ["mailto:ana@example.org", "mailto:luis@example.org"]
    assert [one.params["PARTSTAT"] for one in event.attendee_list] == [["NEEDS-ACTION"], ["ACCEPTED"]]
    assert all(len(line) <= 75 for line in invite(MEETING, NOW).split(b"\r\n"))


def test_the_whole_life_of_an_invitation_keeps_its_uid_and_never_goes_back() -> None:
    later = moved(MEETING, MEETING.start + timedelta(days=1), MEETING.end + timedelta(days=1))
    added = with_guest(later, Guest("Mia", "mia@example.org"))
    removed = without_guest(added, "LUIS@example.org")
    life = [
        invite(MEETING, NOW),
        invite(later, NOW),
        invite(added, NOW),
        uninvite(added, ["luis@example.org"], NOW),
        invite(removed, NOW),
        call_off(cancelled(removed), NOW),
    ]
    told = [parsed(file) for file in life]
    assert {one.vevent.uid.value for one in told} == {MEETING.uid}
    assert [one.method.value for one in told] == ["REQUEST", "REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]
    assert [int(one.vevent.sequence.value) for one in told] == [0, 1, 1, 2, 1, 2]
    assert [one.vevent.status.value for one in told[3:]] == ["CANCELLED", "CONFIRMED", "CANCELLED"]
    guests = [[guest.value.removeprefix("mailto:").split("@")[0] for guest in one.vevent.attendee_list] for one in told]
    assert guests == [
        ["ana", "luis"],
        ["ana", "luis"],
        ["ana", "luis", "mia"],
        ["luis"],
        ["ana", "mia"],
        ["ana", "mia"],
    ]
    assert {one.vevent.dtstart.value for one in told[1:]} == {later.start}


def test_a_name_is_no_place_for_other_lines() -> None:
    file = invite(MEETING, NOW)
    assert file.count(b"BEGIN:VEVENT") == 1
    assert b"\r\nATTENDEE:x" not in file
    assert b"\r\nEND:VEVENT\r\nEND:VCALENDAR" in file
    with pytest.raises(ValueError, match="CR or LF"):
        invite(replace(MEETING, organiser=Guest("x", "a@b.example\r\nATTENDEE:mailto:c@d.example")), NOW)


@pytest.mark.parametrize("name", [*DISTINCT, "Africa/Casablanca", "America/Toronto"])
def test_the_clock_that_is_written_is_the_clock_of_the_zone(name: str) -> None:
    """dateutil reads it, and another library knows the zone: the hours around each change, and each month."""
    text = vtimezone(name, 2027).to_ical().decode().replace("\r\n", "\n")
    written = tzical(StringIO(text)).get(name)
    around = [f"{day}T00:00Z" for day in SWITCHES + AMERICAN]
    moments = [seconds(day) + hour * 3600 for day in around for hour in range(-3, 12)]
    moments += [seconds(f"{year}-{month:02}-15T12:00Z") for year in (2027, 2028) for month in range(1, 13)]
    for at in moments:
        wall = shown(name, at)
        # dateutil has its own mind about walls that come twice.
        if shown(name, at - 3600) != wall != shown(name, at + 3600):
            assert wall.replace(tzinfo=written).utcoffset() == wall - datetime.fromtimestamp(at, UTC).replace(
                tzinfo=None
            )


def test_an_onset_is_the_wall_time_before_the_change() -> None:
    text = vtimezone("Europe/Belgrade", 2027).to_ical().decode()
    spring = text[text.index("BEGIN:DAYLIGHT") : text.index("END:DAYLIGHT")]
    assert "DTSTART:20260329T020000\r\n" in spring
    assert "TZOFFSETFROM:+0100\r\n" in spring
    assert "TZOFFSETTO:+0200\r\n" in spring
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in spring.replace("BYMONTH=3;BYDAY=-1SU", "BYDAY=-1SU;BYMONTH=3")


@pytest.mark.parametrize(
    ("day", "fold"), [("2027-03-23", 0), ("2027-03-28", 0), ("2027-03-30", 0), ("2027-10-31", 0), ("2027-10-31", 1)]
)
def test_a_feed_is_read_back_as_the_time_that_was_meant(day: str, fold: int) -> None:
    start = instant("Europe/Belgrade", naive(f"{day}T02:30"), fold)
    meeting = replace(MEETING, start=start, end=start + timedelta(hours=1))
    others = [replace(meeting, uid=zone, zone=zone) for zone in ("America/Sao_Paulo", "UTC")]
    file = feed([meeting, *others], "Ana", NOW)
    low = int(start.timestamp()) - 86_400
    assert read_busy(file, "Asia/Tokyo", low, low + 3 * 86_400).busy.tolist() == [[low + 86_400, low + 90_000]]
    starts = [event["DTSTART"].dt.timestamp() for event in Calendar.from_ical(file).walk("VEVENT")]
    assert starts == [start.timestamp()] * 3
    assert b"ATTENDEE" not in file
