"""The hours of a typical week: the same all year for who shares the run's clock; of others, what always holds."""

from __future__ import annotations

from datetime import date

import pytest

from server.scheduling.hours import Hours
from server.scheduling.typical import SLOTS, slots, weeks

HOME = "Europe/Belgrade"
AUTUMN, SPRING = date(2026, 10, 5), date(2027, 6, 27)
EVENING = ((17 * 60, 20 * 60),)
TUESDAYS: tuple[tuple[tuple[int, int], ...], ...] = ((), EVENING, (), (), (), (), ())


def at(day: int, hour: int, minute: int = 0) -> int:
    return day * 96 + hour * 4 + minute // 15


def found(zone: str, weekly: tuple[tuple[tuple[int, int], ...], ...] = TUESDAYS, last: date = SPRING) -> list[int]:
    return sorted(slots(HOME, Hours(zone, weekly), weeks(HOME, [zone], AUTUMN, last)))


@pytest.mark.parametrize(
    ("zone", "first"), [(HOME, at(1, 17)), ("Europe/Skopje", at(1, 17)), ("Europe/Lisbon", at(1, 18))]
)
def test_who_changes_the_clock_with_the_run_has_one_week_all_year(zone: str, first: int) -> None:
    assert weeks(HOME, [zone], AUTUMN, SPRING) == (date(2026, 10, 5),)
    assert found(zone) == list(range(first, first + 12))


def test_who_never_changes_the_clock_keeps_what_holds_in_summer_and_winter() -> None:
    # 17 to 20 in São Paulo is 22 to 01 in Belgrade in summer, and 21 to 24 in winter.
    assert len(weeks(HOME, ["America/Sao_Paulo"], AUTUMN, SPRING)) == 2
    assert found("America/Sao_Paulo") == list(range(at(1, 22), at(2, 0)))


def test_a_run_within_one_season_has_one_week() -> None:
    assert len(weeks(HOME, ["America/Sao_Paulo"], date(2026, 11, 2), date(2027, 2, 28))) == 1
    assert found("America/Sao_Paulo", last=date(2026, 10, 18)) == list(range(at(1, 22), at(2, 1)))


def test_the_few_weeks_between_the_changes_of_two_continents_do_not_count() -> None:
    assert len(weeks(HOME, ["America/New_York"], AUTUMN, SPRING)) == 1
    assert found("America/New_York") == list(range(at(1, 23), at(2, 2)))


def test_a_week_wraps_and_quarters_are_whole() -> None:
    late = ((), (), (), (), (), (), ((22 * 60, 24 * 60),))
    # Kathmandu is 4:45 h before Belgrade in winter, 3:45 h in summer: Sunday 22:00 there is Sunday afternoon here.
    assert found("Asia/Kathmandu", late) == list(range(at(6, 18, 15), at(6, 19, 15)))
    odd = ((), ((17 * 60 + 7, 18 * 60 + 7),), (), (), (), (), ())
    assert found(HOME, odd) == [at(1, 17, 15), at(1, 17, 30), at(1, 17, 45)]
    always = (((0, 1440),),) * 7
    assert len(found("Pacific/Kiritimati", always)) == SLOTS


def test_single_days_are_no_part_of_it() -> None:
    hours = Hours(HOME, TUESDAYS, {date(2026, 10, 6): ()})
    assert len(slots(HOME, hours, weeks(HOME, [HOME], AUTUMN, SPRING))) == 12


def test_a_run_of_a_week_in_which_the_clock_changes_still_has_one() -> None:
    assert weeks(HOME, [HOME], date(2027, 3, 23), date(2027, 3, 28)) == (date(2027, 3, 22),)
