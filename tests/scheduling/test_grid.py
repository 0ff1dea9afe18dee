"""Sets of time and the table of starts, against the slow and simple way."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from server.scheduling.grid import Grid, attendance, minutes_in_common, possible
from server.scheduling.hours import EPOCH, Hours, free
from server.scheduling.intervals import Intervals, difference, intersection, intervals, union
from tests.scheduling.oracle import can_come, free_by_minutes, seconds

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


def members(of: Intervals) -> set[int]:
    return {at for start, end in of.tolist() for at in range(start, end)}


@settings(max_examples=40)
@given(spans, spans)
def test_sets_of_time_are_sets(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    a, b = intervals(one), intervals(other)
    assert members(a) == {at for start, end in one for at in range(start, end)}
    assert members(intersection(a, b)) == members(a) & members(b)
    assert members(difference(a, b)) == members(a) - members(b)
    for result in (a, intersection(a, b), difference(a, b)):
        assert np.array_equal(union(result), result)


@settings(max_examples=40)
@given(st.lists(spans, min_size=1, max_size=3), st.integers(1, 7), st.integers(1, 20), st.integers(0, 30))
def test_a_start_is_possible_where_the_whole_length_is_free(
    people: list[list[tuple[int, int]]], step: int, length: int, start: int
) -> None:
    grid = Grid(start, 55, step, length)
    frees = [intervals(person) for person in people]
    table = can_come(grid, frees)
    assert np.array_equal(possible(grid, frees), table)
    assert np.array_equal(attendance(grid, frees), table.sum(axis=0))


@settings(max_examples=40)
@given(st.lists(spans, min_size=1, max_size=3))
def test_minutes_in_common_are_counted(people: list[list[tuple[int, int]]]) -> None:
    frees = [intervals(person) * 60 for person in people]
    table = minutes_in_common(frees, 5 * 60, 50 * 60)
    for a, one in enumerate(frees):
        for b, other in enumerate(frees):
            both = {at for at in members(one // 60) & members(other // 60) if 5 <= at < 50}
            assert table[a, b] == len(both)


minute = st.integers(0, 96).map(lambda quarter: quarter * 15)
window = st.tuples(minute, minute).filter(lambda span: span[0] < span[1])


@settings(max_examples=8)
@given(
    zone=st.sampled_from(
        ("Europe/Belgrade", "Europe/Lisbon", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Chatham")
    ),
    first=st.sampled_from(("2027-03-27T00:00Z", "2027-10-30T13:15Z", "2027-04-03T05:00Z")),
    weekly=st.lists(st.lists(window, max_size=2).map(tuple), min_size=7, max_size=7).map(tuple),
    exceptions=st.dictionaries(st.integers(0, 4), st.lists(window, max_size=2).map(tuple), max_size=2),
    busy=st.lists(st.tuples(st.integers(0, 288), st.integers(0, 288)), max_size=3),
)
def test_free_is_what_a_look_at_the_clock_in_each_minute_says(zone, first, weekly, exceptions, busy) -> None:
    start = seconds(first)
    today = EPOCH + timedelta(days=start // 86_400)
    hours = Hours(zone, weekly, {today + timedelta(days=number): found for number, found in exceptions.items()})
    taken = intervals((start + a * 900, start + b * 900) for a, b in busy)
    end = start + 2 * 86_400
    assert np.array_equal(free(hours, start, end, taken), free_by_minutes(hours, start, end, taken))
