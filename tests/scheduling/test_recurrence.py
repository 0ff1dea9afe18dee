"""Rules of calendars, against another library's way of following them."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from unittest import mock

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from server.scheduling.recurrence import RuleRefused, read_rule, walls
from tests.scheduling.oracle import naive


def until(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall time


def followed(text: str, start: str, low: str, high: str) -> list[datetime]:
    return walls(read_rule(text, naive(start), until), naive(start), naive(low), naive(high))


def numbers(*bounds: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(bounds), min_size=1, max_size=2, unique=True).map(lambda n: ",".join(map(str, n)))


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    optional = {
        "BYMONTH": numbers(1, 2, 6, 11, 12),
        "BYDAY": st.sampled_from(["TU,SU", "MO,TU,FR"]),
        "BYHOUR": numbers(2, 18),
        "WKST": st.sampled_from(["SU", "TH"]),
    }
    if frequency in ("MONTHLY", "YEARLY"):
        optional["BYDAY"] = st.sampled_from(["TU", "1MO", "-1FR", "5SU", "2WE,-2WE"])
    if frequency in ("DAILY", "MONTHLY"):
        optional["BYMONTHDAY"] = numbers(1, 13, 29, 31, -1, -30)
    if frequency == "YEARLY":
        optional |= {"BYYEARDAY": numbers(1, 100, 366, -1), "BYWEEKNO": numbers(1, 20, 53, -1)}
    chosen = draw(st.lists(st.sampled_from(sorted(optional)), max_size=3, unique=True))
    if "BYWEEKNO" in chosen:
        chosen = [name for name in chosen if name in ("BYWEEKNO", "WKST", "BYHOUR")]
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 3))}"]
    parts += [f"{name}={draw(optional[name])}" for name in chosen]
    ends = ["UNTIL=20270712T100000", "UNTIL=20281231T100000"]
    if {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & set(chosen) and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(numbers(1, 2, -1))}")
    elif set(chosen) <= {"BYDAY", "BYHOUR", "WKST"}:
        ends += ["COUNT=7", "COUNT=1"]
    return ";".join([*parts, draw(st.sampled_from(ends))])


@settings(max_examples=60, deadline=None)
@given(rules(), st.dates(datetime(2024, 1, 1).date(), datetime(2026, 12, 31).date()), st.integers(0, 400))  # noqa: DTZ001
def test_rules_mean_the_same_times_as_in_another_library(rule: str, day: object, later: int) -> None:
    start = datetime.fromisoformat(f"{day}T10:00:00")
    low = start + timedelta(days=later)
    high = low + timedelta(days=500)
    # The other library looks for a 30th of February until the last year there is.
    with mock.patch("datetime.MAXYEAR", 2030):
        theirs = list(rrulestr(rule, dtstart=start).between(low, high - timedelta(seconds=1), inc=True))
        first = next(iter(rrulestr(rule, dtstart=start)), None)
    # A start that the rule does not mean is a time of the series to us (3.8.5.3), and to them not.
    assume("COUNT" not in rule or first == start)
    ours = walls(read_rule(rule, start, until), start, low, high)
    assert [wall for wall in ours if wall != start or first == start] == theirs


def test_the_examples_of_the_standard() -> None:
    friday = "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"
    assert followed(friday, "1998-02-13T09:00", "1998-01-01T00:00", "2000-12-31T00:00") == [
        naive(f"{day}T09:00") for day in ("1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13")
    ]
    for week_start, days in (("MO", [5, 10, 19, 24]), ("SU", [5, 17, 19, 31])):
        rule = f"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={week_start}"
        found = followed(rule, "1997-08-05T09:00", "1997-08-01T00:00", "1998-01-01T00:00")
        assert [wall.day for wall in found] == days


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "too_often"),
        ("FREQ=MINUTELY;COUNT=1000000000", "too_often"),
        ("FREQ=HOURLY;UNTIL=99991231T235959", "too_often"),
        ("FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,10,20,30,40,50", "too_often"),
        ("FREQ=FORTNIGHTLY", "malformed"),
        ("FREQ=DAILY;INTERVAL=0", "malformed"),
        ("FREQ=DAILY;COUNT=-1", "malformed"),
        ("FREQ=DAILY;FREQ=DAILY", "malformed"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "malformed"),
        ("FREQ=MONTHLY;BYDAY=99MO", "malformed"),
        ("FREQ=DAILY;BYDAY=1MO", "malformed"),
        ("FREQ=YEARLY;RSCALE=CHINESE", "malformed"),
        ("FREQ=DAILY;BYHOUR=24", "malformed"),
        ("FREQ=DAILY;WKST=XX", "malformed"),
        ("FREQ", "malformed"),
        ("", "malformed"),
    ],
)
def test_rules_that_come_too_often_or_mean_nothing_are_refused(rule: str, why: str) -> None:
    with pytest.raises(RuleRefused, match=why):
        followed(rule, "2027-01-01T10:00", "2027-01-01T00:00", "2028-01-01T00:00")


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "1900-01-01T10:00"),
        ("FREQ=DAILY;COUNT=999999999", "1900-01-01T10:00"),
        ("FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,30", "0001-01-01T10:00"),
        ("FREQ=DAILY;INTERVAL=999999999", "1900-01-01T10:00"),
        ("FREQ=YEARLY;INTERVAL=5000", "2027-01-01T10:00"),
        ("FREQ=WEEKLY;BYSETPOS=366", "1900-01-01T10:00"),
        ("FREQ=DAILY;UNTIL=99991231T235959", "9999-12-31T10:00"),
    ],
)
def test_a_rule_never_costs_more_than_the_days_that_are_looked_at(rule: str, start: str) -> None:
    began = time.process_time()
    followed(rule, start, "2027-01-01T00:00", "2027-07-01T00:00")
    assert time.process_time() - began < 2
