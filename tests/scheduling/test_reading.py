"""Calendars of strangers: read by the stated rules, or refused with a reason."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from importlib import metadata
from pathlib import Path

import pytest
import recurring_ical_events
from icalendar import Calendar

from server.scheduling.content_lines import LARGEST, CalendarRefused
from server.scheduling.reading import Reading, read_busy
from tests.scheduling.oracle import seconds

WINDOW = (seconds("2027-03-01T00:00Z"), seconds("2027-11-30T00:00Z"))


def calendar(*lines: str, head: str = "") -> bytes:
    body = "\r\n".join(["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"])
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{body}\r\nEND:VCALENDAR\r\n".encode()


def read(file: bytes) -> Reading:
    return read_busy(file, "Europe/Belgrade", *WINDOW)


def busy(*lines: str, head: str = "") -> list[str]:
    spans = read(calendar(*lines, head=head)).busy.tolist()
    return [
        f"{datetime.fromtimestamp(a, UTC):%m-%dT%H:%M}/{datetime.fromtimestamp(b, UTC):%m-%dT%H:%M}" for a, b in spans
    ]


BELGRADE = "DTSTART;TZID=Europe/Belgrade:"


@pytest.mark.parametrize(
    ("lines", "spans"),
    [
        (["DTSTART:20270401T100000Z", "DTEND:20270401T110000Z"], ["04-01T10:00/04-01T11:00"]),
        ([f"{BELGRADE}20270401T100000", "DURATION:PT90M"], ["04-01T08:00/04-01T09:30"]),
        # Floating times and whole days are the person's own.
        (["DTSTART:20270401T100000", "DURATION:PT1H"], ["04-01T08:00/04-01T09:00"]),
        (["DTSTART;VALUE=DATE:20270401"], ["03-31T22:00/04-01T22:00"]),
        (["DTSTART;VALUE=DATE:20270401", "DTEND;VALUE=DATE:20270403"], ["03-31T22:00/04-02T22:00"]),
        # On the night of the change: exact lengths are exact, days are days on the wall.
        ([f"{BELGRADE}20270328T013000", "DURATION:PT2H"], ["03-28T00:30/03-28T02:30"]),
        ([f"{BELGRADE}20270327T120000", "DURATION:P1D"], ["03-27T11:00/03-28T10:00"]),
        ([f"{BELGRADE}20271030T120000", "DURATION:P1D"], ["10-30T10:00/10-31T11:00"]),
        ([f"{BELGRADE}20270328T023000", "DURATION:PT1H"], ["03-28T01:30/03-28T02:30"]),
        ([f"{BELGRADE}20271031T023000", "DURATION:PT1H"], ["10-31T00:30/10-31T01:30"]),
        # What takes no time.
        (["DTSTART:20270401T100000Z"], []),
        (["DTSTART:20270401T100000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"], []),
        (["DTSTART:20270401T100000Z", "DURATION:PT1H", "STATUS:CANCELLED"], []),
        (["DTSTART:20270401T100000Z", "DURATION:PT1H", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"], []),
        (["DTSTART:20270401T100000Z", "DURATION:PT1H", "STATUS:TENTATIVE"], ["04-01T10:00/04-01T11:00"]),
        # 24:00, and seconds rounded outwards.
        ([f"{BELGRADE}20270401T240000", "DURATION:PT1H"], ["04-01T22:00/04-01T23:00"]),
        (["DTSTART:20270401T100030Z", "DTEND:20270401T100031Z"], ["04-01T10:00/04-01T10:01"]),
        # Names of zones.
        (["DTSTART;TZID=Central European Standard Time:20270701T100000", "DURATION:PT1H"], ["07-01T08:00/07-01T09:00"]),
        (
            ['DTSTART;TZID="/mozilla.org/20050126_1/America/New_York":20270701T100000', "DURATION:PT1H"],
            ["07-01T14:00/07-01T15:00"],
        ),
        (["DTSTART;TZID=Europe/../etc:20270701T100000", "DURATION:PT1H"], ["07-01T08:00/07-01T09:00"]),
        # Series.
        (
            [f"{BELGRADE}20270323T180000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2"],
            ["03-23T17:00/03-23T18:00", "03-30T16:00/03-30T17:00"],
        ),
        (
            [
                f"{BELGRADE}20270321T023000",
                "DTEND;TZID=Europe/Belgrade:20270321T033000",
                "RRULE:FREQ=WEEKLY;UNTIL=20270330T000000Z",
            ],
            ["03-21T01:30/03-21T02:30", "03-28T01:30/03-28T02:30"],
        ),
        (
            [
                f"{BELGRADE}20270323T180000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "EXDATE;TZID=Europe/Belgrade:20270330T180000",
            ],
            ["03-23T17:00/03-23T18:00", "04-06T16:00/04-06T17:00"],
        ),
        (
            [f"{BELGRADE}20270323T180000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20270330"],
            ["03-23T17:00/03-23T18:00"],
        ),
        (
            [f"{BELGRADE}20270323T180000", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20270401T100000Z/PT30M"],
            ["03-23T17:00/03-23T18:00", "04-01T10:00/04-01T10:30"],
        ),
        (["DTSTART;VALUE=DATE:19000401", "RRULE:FREQ=YEARLY"], ["03-31T22:00/04-01T22:00"]),
        # Folded in the middle of a name.
        (
            ["DTSTART;TZI\r\n D=Europe/Belgrade:2027\r\n\t0401T100000", "DURATION:PT1H", "SUMMARY:a\r\n DTSTART:b"],
            ["04-01T08:00/04-01T09:00"],
        ),
    ],
)
def test_an_entry_takes_the_time_that_the_rules_say(lines: list[str], spans: list[str]) -> None:
    assert busy(*lines) == spans


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["DTSTART:20270401T100000Z", "RRULE:FREQ=SECONDLY"], "too_often"),
        (["DTSTART:20270401T100000Z", "DTEND:20270401T090000Z"], "ends_before_it_starts"),
        (["DTSTART:20270401T100000Z", "DURATION:-PT1H"], "ends_before_it_starts"),
        (["DTSTART:20270231T100000Z"], "no_such_time"),
        (["DTSTART:99991231T240000Z"], "no_such_time"),
        (["DTSTART:00000101T000000Z"], "no_such_time"),
        (["DTSTART:20270401T250000Z"], "no_such_time"),
        (["DTSTART:yesterday"], "malformed"),
        (["DTSTART;TZID:20270401T100000Z"], "malformed"),
        (["DTSTART:20270401T100000Z", "DURATION:P"], "malformed"),
        (["DTSTART:20270401T100000Z", "RRULE:FREQ=DAILY;INTERVAL=0"], "malformed"),
        (["SUMMARY:no start"], "malformed"),
    ],
)
def test_an_entry_that_means_no_time_is_left_out_and_counted(lines: list[str], reason: str) -> None:
    found = read(calendar(*lines))
    assert (found.busy.tolist(), found.read, found.left_out) == ([], 0, {reason: 1})


def many(count: int, *lines: str) -> bytes:
    one = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])
    return f"BEGIN:VCALENDAR\r\n{one * count}END:VCALENDAR".encode()


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "no_calendar"),
        (b"<html>", "no_calendar"),
        (calendar("DTSTART:20270401T100000Z")[:-20], "unfinished"),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR", "unfinished"),
        (b"BEGIN:VCALENDAR\n" * 50, "too_deep"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X\nEND:X\n" * 50_000 + b"END:VCALENDAR", "too_many"),
        (calendar("DESCRIPTION:" + "x" * LARGEST), "too_large"),
        (many(600, "DTSTART:19000101T100000Z", "RRULE:FREQ=DAILY;COUNT=99999999", "DURATION:PT1H"), "too_many"),
        (many(3000, "DTSTART:20270301T100000Z", "RRULE:FREQ=DAILY;BYHOUR=0,4,8,12,16,20", "DURATION:PT1H"), "too_many"),
    ],
)
def test_a_calendar_that_is_none_or_a_bomb_is_refused_at_once(file: bytes, reason: str) -> None:
    began = time.process_time()
    with pytest.raises(CalendarRefused, match=reason):
        read(file)
    assert time.process_time() - began < 8


def test_ten_megabytes_of_attachment_are_not_even_unfolded() -> None:
    lines = "ATTACH;ENCODING=BASE64:" + "\r\n ".join(["A" * 70] * 100_000)
    began = time.process_time()
    assert busy("DTSTART:20270401T100000Z", lines, "DURATION:PT1H") == ["04-01T10:00/04-01T11:00"]
    assert time.process_time() - began < 3


def test_a_moved_and_a_cancelled_one_of_a_series_and_all_later_ones() -> None:
    def event(*lines: str) -> str:
        return "\r\n".join(["BEGIN:VEVENT", "UID:s", "DURATION:PT1H", *lines, "END:VEVENT", ""])

    weekly = event("DTSTART:20270401T100000Z", "RRULE:FREQ=WEEKLY;COUNT=5")
    moved = event("DTSTART:20270409T120000Z", "RECURRENCE-ID:20270408T100000Z")
    gone = event("DTSTART:20270415T100000Z", "RECURRENCE-ID:20270415T100000Z", "STATUS:CANCELLED")
    later = event("DTSTART:20270422T110000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270422T100000Z")
    file = f"BEGIN:VCALENDAR\r\n{moved}{weekly}{gone}{later}END:VCALENDAR".encode()
    starts = [datetime.fromtimestamp(a, UTC).strftime("%m-%dT%H") for a, _ in read(file).busy.tolist()]
    assert starts == ["04-01T10", "04-09T12", "04-22T11", "04-29T11"]


OWN = """BEGIN:VTIMEZONE\r
TZID:Office\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
"""


WALLS = """
20270328T013000 20270328T023000 20270328T033000 20271031T013000 20271031T023000 20271031T033000
20270701T120000 20270301T120000
"""


@pytest.mark.parametrize("wall", WALLS.split())
def test_a_zone_that_only_the_calendar_knows_is_read_from_it(wall: str) -> None:
    own = busy(f"DTSTART;TZID=Office:{wall}", "DURATION:PT1H", head=OWN)
    assert own == busy(f"{BELGRADE}{wall}", "DURATION:PT1H")
    assert len(own) == 1


def test_a_bomb_in_a_zone_is_no_clock() -> None:
    bomb = OWN.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=SECONDLY")
    assert busy("DTSTART;TZID=Office:20270401T100000", "DURATION:PT1H", head=bomb) == ["04-01T08:00/04-01T09:00"]


# ── the test files of two libraries ───────────────────────────────────────────────────────────────────────────────────


def files() -> list[Path]:
    return sorted(
        Path(str(file.locate()))
        for package in ("icalendar", "recurring-ical-events")
        for file in metadata.files(package) or ()
        if file.suffix == ".ics"
    )


def test_the_calendars_of_two_libraries_are_read_or_refused_with_a_reason() -> None:
    assert len(files()) >= 250
    refused = {}
    for path in files():
        try:
            found = read_busy(path.read_bytes(), "Europe/Belgrade", *WINDOW)
            assert set(found.left_out) <= {
                "malformed",
                "no_such_time",
                "ends_before_it_starts",
                "too_often",
                "too_many",
            }
        except CalendarRefused as reason:
            refused[path.name] = str(reason)
    assert set(refused.values()) <= {"no_calendar", "unfinished", "too_deep", "too_many"}
    assert len(refused) < 9, refused


def test_starts_are_those_that_another_library_finds() -> None:
    """Of every calendar of its own tests that it reads: whole days apart, which have no zone of their own there."""
    compared = 0
    for path in files():
        if "recurring" not in str(path) or path.stat().st_size > 6_000:
            continue
        try:
            theirs_calendar = Calendar.from_ical(path.read_bytes())
            first = min(
                e["DTSTART"].dt for e in theirs_calendar.walk("VEVENT") if isinstance(e["DTSTART"].dt, datetime)
            )
            first = first.replace(tzinfo=first.tzinfo or UTC).astimezone(UTC)
            low, high = first - timedelta(days=2), first + timedelta(days=30)
            found = recurring_ical_events.of(theirs_calendar).between(low, high)
            ours = read_busy(path.read_bytes(), "UTC", int(low.timestamp()), int(high.timestamp()))
        except (ValueError, KeyError, TypeError):
            continue
        if ours.left_out:
            continue
        for event in found:
            start, end = event["DTSTART"].dt, event.end
            if (
                not isinstance(start, datetime)
                or start == end
                or event.get("TRANSP") == "TRANSPARENT"
                or event.get("STATUS") == "CANCELLED"
            ):
                continue
            at = int(start.replace(tzinfo=start.tzinfo or UTC).timestamp()) // 60 * 60
            if low.timestamp() <= at < high.timestamp():
                compared += 1
                assert any(a <= at < b for a, b in ours.busy.tolist()), (path.name, start)
    assert compared > 50
