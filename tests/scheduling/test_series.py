"""Series keep the time on one wall; holidays of each country come from its own calendar."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from server.scheduling.days_off import UnknownCountry, days_off
from server.scheduling.series import MOST, ClockMove, Series, clock_moves, occurrences
from tests.scheduling.oracle import naive

TUESDAYS = Series("Europe/Lisbon", naive("2027-03-16T18:00"), minutes=60, times=4)


def starts(series: Series) -> list[str]:
    return [f"{one.start:%m-%dT%H:%MZ}" for one in occurrences(series)]


def test_a_series_keeps_its_wall_time_when_clocks_change() -> None:
    assert starts(TUESDAYS) == ["03-16T18:00Z", "03-23T18:00Z", "03-30T17:00Z", "04-06T17:00Z"]


def test_single_ones_are_moved_or_left_out_and_keep_the_name_of_their_day() -> None:
    series = Series(
        "Europe/Lisbon", naive("2027-03-16T18:00"), 60, 4,
        exceptions={date(2027, 3, 23): naive("2027-03-24T19:00"), date(2027, 3, 30): None},
    )  # fmt: skip
    assert starts(series) == ["03-16T18:00Z", "03-24T19:00Z", "04-06T17:00Z"]
    assert [one.day for one in occurrences(series) if one.moved] == [date(2027, 3, 23)]


def test_holidays_are_skipped_and_made_up_for_when_that_is_wished() -> None:
    skipped = days_off("RS", date(2027, 4, 1), date(2027, 5, 31))
    mondays = Series("Europe/Belgrade", naive("2027-04-26T18:00"), 60, 3, skipped=skipped)
    assert starts(mondays) == ["04-26T16:00Z", "05-10T16:00Z"]
    made_up = Series("Europe/Belgrade", naive("2027-04-26T18:00"), 60, 3, skipped=skipped, make_up=True)
    assert starts(made_up) == ["04-26T16:00Z", "05-10T16:00Z", "05-17T16:00Z"]


def test_months_keep_the_weekday_of_the_month_and_a_fifth_one_is_the_last_one() -> None:
    third = Series("Europe/Belgrade", naive("2027-01-19T18:00"), 60, 4, every_months=1)
    assert [f"{one.day:%m-%d}" for one in occurrences(third)] == ["01-19", "02-16", "03-16", "04-20"]
    last = Series("Europe/Belgrade", naive("2027-01-29T18:00"), 60, 4, every_months=1)
    assert [f"{one.day:%m-%d}" for one in occurrences(last)] == ["01-29", "02-26", "03-26", "04-30"]


def test_a_time_that_is_skipped_that_night_takes_place_an_hour_later_and_lasts_as_long_as_ever() -> None:
    nightly = Series("Europe/Belgrade", naive("2027-03-21T02:30"), 120, 3)
    assert starts(nightly) == ["03-21T01:30Z", "03-28T01:30Z", "04-04T00:30Z"]
    assert {one.end - one.start for one in occurrences(nightly)} == {timedelta(hours=2)}


def test_a_series_has_an_end() -> None:
    assert len(occurrences(Series("UTC", naive("2027-01-01T10:00"), 60, 10**9))) == MOST
    every_day = [date(2027, 1, 1) + timedelta(days=n) for n in range(7 * 3 * MOST)]
    assert occurrences(Series("UTC", naive("2027-01-01T10:00"), 60, 5, skipped=every_day, make_up=True)) == []


def test_it_is_named_whose_clock_moves_and_for_whom() -> None:
    # Belgrade and Lisbon change together: only Brazil, which changes no clock, sees another time.
    europe = Series("Europe/Belgrade", naive("2027-03-23T18:00"), 60, 2)
    changed = ("Europe/Belgrade", "Europe/Lisbon")
    assert clock_moves(europe, ["Europe/Lisbon", "America/Sao_Paulo"]) == [
        ClockMove(date(2027, 3, 30), "America/Sao_Paulo", time(14), time(13), changed)
    ]
    # For two weeks America is ahead.
    assert [
        (move.day.day, move.zone, move.before.hour, move.after.hour, move.changed)
        for move in clock_moves(Series("Europe/Belgrade", naive("2027-03-09T18:00"), 60, 4), ["America/New_York"])
    ] == [
        (16, "America/New_York", 12, 13, ("America/New_York",)),
        (30, "America/New_York", 13, 12, ("Europe/Belgrade",)),
    ]


def test_a_meeting_that_was_moved_by_hand_is_no_move_of_a_clock() -> None:
    series = Series(
        "Europe/Lisbon", naive("2027-01-05T18:00"), 60, 3, exceptions={date(2027, 1, 12): naive("2027-01-12T20:00")}
    )
    assert clock_moves(series, ["Europe/Belgrade"]) == []


@pytest.mark.parametrize("year", range(2026, 2032))
def test_easter_is_that_of_each_country(year: int) -> None:
    """Against another library's arithmetic."""
    whole = (date(year, 1, 1), date(year, 12, 31))
    eastern, western = easter(year, EASTER_ORTHODOX), easter(year, EASTER_WESTERN)
    for country in ("RS", "BG", "RO", "GR"):
        assert eastern + timedelta(days=1) in days_off(country, *whole)
        assert eastern - timedelta(days=2) in days_off(country, *whole)
    for country in ("HR", "SI", "AT", "HU", "DE"):
        assert western + timedelta(days=1) in days_off(country, *whole)
    assert {date(year, 1, 7), date(year, 12, 25)} <= set(days_off("BA", *whole))


def test_a_person_may_keep_the_feasts_of_a_faith_that_their_country_does_not() -> None:
    spring = (date(2027, 3, 1), date(2027, 5, 31))
    assert date(2027, 3, 29) not in days_off("RS", *spring)
    assert date(2027, 3, 29) in days_off("RS", *spring, faiths=frozenset({"catholic"}))
    assert date(2027, 5, 3) in days_off("HR", *spring, faiths=frozenset({"orthodox"}))


def test_parts_of_a_country_have_days_of_their_own() -> None:
    summer = (date(2027, 8, 1), date(2027, 8, 31))
    assert date(2027, 8, 15) in days_off("DE", *summer, part="SL")
    assert date(2027, 8, 15) not in days_off("DE", *summer, part="BE")


@pytest.mark.parametrize(("country", "part"), [("XX", None), ("", None), ("rs/../", None), ("DE", "XX")])
def test_what_is_no_country_is_refused(country: str, part: str | None) -> None:
    with pytest.raises(UnknownCountry):
        days_off(country, date(2027, 1, 1), date(2027, 12, 31), part=part)
