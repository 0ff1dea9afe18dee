"""By when a talk is answered, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.programmes.talks.model import TalkRequest, TeamPart
from server.programmes.talks.rules import allowed, answerers, deputy_for, working_day

TALK = TalkRequest(
    id="t",
    cohort="c",
    person="nika",
    asked="vesna",
    deputy="ljupco",
    matter="time",
    state="waiting",
    taken_by=None,
    asked_at=0,
    answer_by=date(2026, 11, 20),
    deputy_from=date(2026, 11, 23),
)
BEFORE, AFTER = date(2026, 11, 22), date(2026, 11, 23)
TEAM = ("vesna", "ljupco")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("2026-11-16", "2026-11-18"),
        ("2026-11-19", "2026-11-23"),
        ("2026-11-20", "2026-11-24"),
        ("2026-11-21", "2026-11-24"),
        ("2026-11-22", "2026-11-24"),
    ],
)
def test_weekends_do_not_count(asked: str, answered: str) -> None:
    assert working_day(date.fromisoformat(asked), 2) == date.fromisoformat(answered)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 9))
def test_so_many_days_of_work_lie_between(day: date, days: int) -> None:
    found = working_day(day, days)
    between = [day + timedelta(days=count + 1) for count in range((found - day).days)]
    assert sum(one.weekday() < 5 for one in between) == days
    assert found.weekday() < 5


def test_the_one_asked_answers_and_from_the_third_working_day_on_the_deputy_too() -> None:
    assert answerers(TALK, BEFORE, TEAM, ()) == ("vesna",)
    assert answerers(TALK, AFTER, TEAM, ()) == ("vesna", "ljupco")
    assert answerers(replace(TALK, deputy=None), AFTER, TEAM, ()) == ("vesna",)


def test_who_shares_a_room_with_the_asker_or_has_left_the_team_answers_no_more() -> None:
    assert answerers(TALK, BEFORE, TEAM, ("vesna",)) == ("ljupco",)
    assert answerers(TALK, BEFORE, ("ljupco",), ()) == ("ljupco",)
    assert answerers(TALK, AFTER, TEAM, TEAM) == ()
    taken = replace(TALK, state="taken", taken_by="vesna")
    assert answerers(taken, AFTER, TEAM, ()) == ("vesna",)
    assert answerers(taken, BEFORE, TEAM, ("vesna",)) == ("ljupco",)


def test_what_is_over_waits_for_nobody() -> None:
    assert answerers(replace(TALK, state="over"), AFTER, TEAM, ()) == ()


def test_nobody_asks_themself_nor_whom_they_share_a_room_with() -> None:
    team = [TeamPart(one, "coordinator", None) for one in ("nika", "ines", "vesna")]
    team.append(TeamPart("tadeja", "mentor", None))
    assert [one.person for one in allowed(team, "nika", {"ines"})] == ["vesna"]


def test_a_deputy_is_of_ones_own_organisation_first_and_then_by_their_work() -> None:
    choice = [TeamPart("aida", "facilitator", "bank"), TeamPart("ljupco", "coordinator", "window")]
    assert deputy_for(choice, "vesna", "bank") == "aida"
    assert deputy_for(choice, "vesna", "window") == "ljupco"
    assert deputy_for(choice, "vesna", None) == "ljupco"
    assert deputy_for(choice[:1], "aida", "bank") is None
