"""When silence is told to whom: one step after the other, each in its time, whatever was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from server.programmes.care.model import Steps, Watched
from server.programmes.care.rules import asked_first, asks, dates, is_due, life_of, still_so

ZONE = "Europe/Belgrade"
OCTOBER = date(2026, 10, 5)


def at(day: date, hour: int = 12) -> int:
    return int(datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


def days(count: int) -> date:
    return OCTOBER + timedelta(days=count)


PAIR = Watched(
    id="m",
    cohort="c",
    room="r",
    people={"nika": "mentee", "ines": "mentor"},
    since=at(OCTOBER),
    start=OCTOBER,
    home_zone=ZONE,
    days=(14, 21, 28),
    steps=Steps(),
)


def told(step: int, day: date) -> Watched:
    return replace(PAIR, steps=Steps(step=step, told_at=at(day), asked=("nika",)))


def test_the_three_days_are_known_in_advance() -> None:
    life = life_of(PAIR, None)
    assert dates(PAIR, life, days(3)) == (days(14), days(21), days(28))
    assert dates(PAIR, life_of(PAIR, at(days(5))), days(6)) == (days(19), days(26), days(33))
    assert not is_due(PAIR, life, days(13))
    assert is_due(PAIR, life, days(14))


def test_each_step_waits_for_its_own_day() -> None:
    life = life_of(PAIR, None)
    asked = told(1, days(14))
    assert not is_due(asked, life, days(20))
    assert is_due(asked, life, days(21))
    assert is_due(told(2, days(21)), life, days(28))
    assert not is_due(told(3, days(28)), life, days(99)), "there is no fourth"


def test_where_it_was_quiet_before_anybody_looked_nobody_is_passed_over() -> None:
    life, today = life_of(PAIR, None), days(60)
    assert dates(PAIR, life, today) == (days(60), days(67), days(74))
    late = told(1, days(60))
    assert not is_due(late, life, days(66))
    assert dates(late, life, days(61)) == (days(14), days(67), days(74))


def test_any_sign_of_life_begins_anew() -> None:
    asked = told(2, days(21))
    life = life_of(asked, at(days(22)))
    assert still_so(asked.steps, life) == Steps()
    assert dates(asked, life, days(22)) == (days(36), days(43), days(50))
    assert not is_due(asked, life, days(22))
    said = replace(PAIR, steps=Steps(said="elsewhere", said_at=at(days(30))))
    assert dates(said, life_of(said, at(days(2))), days(30))[0] == days(44)
    resumed = replace(asked, since=at(days(40)))
    assert still_so(resumed.steps, life_of(resumed, None)).step == 0


def test_before_the_run_begins_no_silence_counts() -> None:
    early = replace(PAIR, since=at(days(-40)))
    assert dates(early, life_of(early, None), days(1))[0] == days(14)


def test_days_are_those_of_the_runs_own_zone() -> None:
    late = at(days(2), 0) - 1
    assert dates(PAIR, life_of(PAIR, late), days(2))[0] == days(15)


def test_who_was_silent_for_longest_is_asked_first() -> None:
    people = ("ines", "nika")
    assert asked_first(people, {"nika": 10, "ines": 20}) == ("nika",)
    assert asked_first(people, {"nika": 10}) == ("ines",)
    assert asked_first(people, {}) == ("ines", "nika"), "who waits for whom is not known"
    assert asked_first(people, {"ines": 10, "gone": 5}) == ("nika",)


def test_at_the_first_step_one_is_asked_and_then_all() -> None:
    assert [asks(Steps(1, 5, ("nika",)), person) for person in ("nika", "ines")] == [True, False]
    assert asks(Steps(2, 5, ("nika",)), "ines")
    assert not asks(Steps(), "nika")


@given(st.lists(st.integers(0, 30), max_size=12), st.integers(1, 5))
def test_the_team_never_hears_before_all_were_asked_in_their_time(words: list[int], pace: int) -> None:
    """Looked at every few days, with words in between: between two steps there is always their distance."""
    one, spoken, came = PAIR, at(OCTOBER), {0: OCTOBER}
    on = {sum(words[: count + 1]) for count in range(len(words))}
    for count in range(0, 200, pace):
        today = days(count)
        said = [day for day in on if day <= count]
        spoken = max([spoken, *(at(days(day), 8) for day in said)])
        life = life_of(one, spoken)
        one = replace(one, steps=still_so(one.steps, life))
        if is_due(one, life, today):
            step = one.steps.step + 1
            silent = (today - max(OCTOBER, *(days(day) for day in (0, *said)))).days
            assert silent >= PAIR.days[step - 1]
            if step > 1:
                assert (today - came[step - 1]).days >= PAIR.days[step - 1] - PAIR.days[step - 2]
            came[step] = today
            one = replace(one, steps=Steps(step, at(today), ("nika",)))
