"""When the monthly question is asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.months import months_later
from server.programmes.pulse.rules import is_asked, month_of, question, shown_months

START, END = date(2026, 10, 5), date(2027, 4, 4)


@pytest.mark.parametrize(
    ("today", "asked"),
    [
        ("2026-10-04", None),
        ("2026-10-10", None),
        ("2026-10-11", "2026-10-05"),
        ("2026-11-04", "2026-10-05"),
        ("2026-11-05", None),
        ("2026-11-11", "2026-11-05"),
        ("2027-04-04", "2027-03-05"),
        ("2027-04-11", None),
    ],
)
def test_it_is_asked_from_the_seventh_day_of_each_month_of_the_run_on(today: str, asked: str | None) -> None:
    found = question(START, END, date.fromisoformat(today))
    assert found == (None if asked is None else date.fromisoformat(asked))


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_every_day_lies_in_one_month(start: date, days: int) -> None:
    day = start + timedelta(days=days)
    month = month_of(start, day)
    assert month is not None
    assert month <= day < month + timedelta(days=31)
    assert month_of(start, month) == month


def test_a_run_that_begins_on_a_last_day_has_months_all_the_same() -> None:
    assert [months_later(date(2027, 1, 31), count) for count in (0, 1, 2, 12)] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2028, 1, 31),
    ]


def test_the_team_sees_this_month_and_the_one_before() -> None:
    assert shown_months(START, date(2026, 10, 4)) == ()
    assert shown_months(START, date(2026, 10, 20)) == (START,)
    assert shown_months(START, date(2026, 12, 20)) == (date(2026, 11, 5), date(2026, 12, 5))


def test_only_mentees_and_mentors_of_a_run_that_goes_on_are_asked() -> None:
    assert is_asked(("mentee",), "running")
    assert not is_asked(("coordinator", "facilitator"), "running")
    assert not is_asked(("mentee",), "draft")
