"""Which dates a run usually has, and when they are."""

from __future__ import annotations

from datetime import date

import pytest

from server.contract.calendar import PlannedDate
from server.errors import Refused
from server.programmes.calendar.rules import checked, is_for, moment, proposal

START, END = date(2026, 10, 5), date(2027, 4, 4)


def days(kind: str) -> list[str]:
    return [str(one.day) for one in proposal(START, END) if one.kind == kind and one.whom in ("all", "mentors")]


def test_half_a_year_has_its_usual_dates_on_one_weekday() -> None:
    assert days("kick_off") == ["2026-10-05"]
    assert days("midterm") == ["2027-01-04"]
    assert days("closing") == ["2027-04-04"]
    assert days("consultation") == ["2026-11-16", "2027-01-04", "2027-02-15"]
    assert days("workshop") == ["2026-11-02", "2026-12-07", "2027-02-08", "2027-03-08"]
    assert {one.day.weekday() for one in proposal(START, END) if one.kind != "closing"} == {START.weekday()}


@pytest.mark.parametrize("end", [date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 30), date(2029, 10, 4)])
def test_short_and_long_runs_have_dates_within_them(end: date) -> None:
    dates = proposal(START, end)
    assert all(START <= one.day <= end for one in dates)
    assert len({(one.kind, one.whom, one.day) for one in dates}) == len(dates) <= 100


def test_a_date_is_for_whom_it_says_and_for_the_team() -> None:
    of_mentors = PlannedDate("consultation", "mentors", START)
    of_staff = PlannedDate("workshop", "staff", START)
    who = [roles for roles in ("mentor", "mentee", "facilitator", "alumna") if is_for(of_mentors, {roles})]
    assert who == ["mentor", "facilitator"]
    assert not is_for(of_staff, {"mentor", "mentee"})
    assert is_for(of_staff, {"mentor", "coordinator"})


def test_times_are_the_home_zones() -> None:
    assert moment(PlannedDate("kick_off", "all", START, "18:00"), "Europe/Belgrade") == 1_791_216_000_000
    assert moment(PlannedDate("closing", "all", date(2027, 1, 4), "18:00"), "Europe/Belgrade") == 1_799_082_000_000
    assert moment(PlannedDate("kick_off", "all", START), "Europe/Belgrade") is None


def test_a_day_far_from_the_run_is_refused() -> None:
    near = (PlannedDate("workshop", "all", date(2026, 8, 6)), PlannedDate("closing", "all", date(2027, 6, 3)))
    assert checked(near[::-1], START, END, ()) == near
    for day in (date(2026, 8, 5), date(2027, 6, 4)):
        with pytest.raises(Refused, match="dates_outside"):
            checked([PlannedDate("workshop", "all", day)], START, END, ())
