"""Who has to come, who would be outside their hours, and who takes turns."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.scheduling.grid import Grid
from server.scheduling.group import (
    BUSY,
    FREE,
    OUTSIDE,
    Candidate,
    Quorum,
    candidates,
    gaps,
    heat,
    required,
    states,
    strains,
    wake,
)
from server.scheduling.hours import Hours
from server.scheduling.intervals import NONE, intervals
from server.scheduling.sharing import share
from tests.scheduling.oracle import seconds

HOUR = 3600
DAY = Grid(seconds("2027-03-23T00:00Z"), seconds("2027-03-24T00:00Z"), HOUR, HOUR)


def daily(zone: str, start: int, end: int) -> Hours:
    return Hours(zone, (((start * 60, end * 60),),) * 7)


PEOPLE = (daily("Europe/Belgrade", 9, 12), daily("Europe/Belgrade", 10, 17), daily("America/Sao_Paulo", 9, 12))
"""In UTC: 8 to 11, 9 to 16, 12 to 15."""


def found(quorums: list[Quorum], limit: int = 20) -> list[Candidate]:
    table = states(wake(DAY, PEOPLE), [NONE, intervals([(DAY.at(12), DAY.at(13))]), NONE])
    return candidates(DAY, table, strains(wake(DAY, PEOPLE)), quorums, limit)


def hour(candidate: Candidate) -> int:
    return (candidate.start - DAY.start) // HOUR


def test_people_are_busy_outside_their_hours_or_free() -> None:
    table = states(wake(DAY, PEOPLE), [NONE, intervals([(DAY.at(12), DAY.at(13))]), NONE])
    assert table[:, 12].tolist() == [OUTSIDE, BUSY, FREE]
    assert [n for n, count in enumerate(heat(table)) if count == 2] == [9, 10, 13, 14]


def test_required_people_come_first_and_nobody_required_is_busy() -> None:
    starts = found([required([1, 2])])
    assert [hour(one) for one in starts[:2]] == [13, 14]
    assert (starts[0].missing, starts[0].free, starts[0].outside) == (0, (1, 2), (0,))
    assert 12 not in map(hour, starts)


def test_one_of_several_facilitators_is_enough() -> None:
    starts = found([Quorum(frozenset({0, 2}), 1), required([1])])
    assert sorted(hour(one) for one in starts if not one.missing) == [9, 10, 13, 14]


def test_when_not_enough_are_free_the_fewest_are_asked_to_come_outside_their_hours_and_by_day() -> None:
    best = found([required([0, 1, 2])], limit=1)[0]
    assert (hour(best), best.missing, best.outside) == (14, 1, (0,)) or best.strain <= 60
    assert best.missing == 1


def test_who_could_come_outside_their_hours_is_better_than_who_cannot_come() -> None:
    table = np.array([[FREE, FREE], [BUSY, OUTSIDE]], np.int8)
    best = candidates(DAY, table, np.array([[0, 0], [0, 60]], np.int32), [])
    assert [(hour(one), one.busy, one.outside) for one in best] == [(1, (), (1,)), (0, (1,), ())]


def test_an_hour_at_night_weighs_as_three_by_day() -> None:
    table = strains(wake(DAY, [daily("Europe/Belgrade", 9, 17)]))
    assert [table[0, n] for n in (3, 7, 8, 16, 20, 21)] == [180, 60, 0, 60, 60, 180]


def test_parts_of_a_session_count_as_parts() -> None:
    grid = Grid(DAY.start, DAY.end, 1800, 3600)
    assert strains(wake(grid, [daily("UTC", 9, 17)]))[0, [17, 18, 33, 13, 44]].tolist() == [30, 0, 30, 30 * 3 + 30, 180]


def test_how_far_a_session_is_from_the_nearest_of_ones_hours() -> None:
    twice = Hours("UTC", (((9 * 60, 11 * 60), (15 * 60, 17 * 60)),) * 7)
    table = gaps(wake(DAY, [twice, Hours("UTC")]))
    assert [table[0, n] for n in (6, 8, 9, 10, 11, 12, 13, 14, 17, 20)] == [120, 0, 0, 0, 0, 60, 60, 0, 0, 180]
    assert not table[1].any()


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_turns_are_shared_as_trying_everything_shares_them(data: st.DataObject) -> None:
    people, meetings = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 4))
    cost = st.lists(st.integers(0, 9), min_size=people, max_size=people)
    tables = [np.array(data.draw(st.lists(cost, min_size=1, max_size=3)), np.int32).T.copy() for _ in range(meetings)]
    made = share(tables)
    outcomes = []
    for chosen in itertools.product(*(range(table.shape[1]) for table in tables)):
        borne = sum(table[:, start] for table, start in zip(tables, chosen, strict=True))
        outcomes.append((int(borne.max()), int(borne.sum())))
    assert made.proved
    assert (max(made.borne), sum(made.borne)) == min(outcomes)


def test_without_a_search_turns_are_still_taken() -> None:
    table = np.array([[60, 0], [0, 60]], np.int32)
    assert share([table] * 4).borne == (120, 120)


@pytest.mark.parametrize("grid", [Grid(DAY.start, DAY.end, HOUR, 25 * HOUR)])
def test_what_is_longer_than_the_time_there_is_has_no_candidate(grid: Grid) -> None:
    assert candidates(grid, states(wake(grid, PEOPLE), [NONE] * 3), strains(wake(grid, PEOPLE)), []) == []
