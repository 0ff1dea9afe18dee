"""Sums, and what is too small to be shown."""

from __future__ import annotations

from datetime import date

import pytest

from server.programmes.sums.model import Came, GroupSum, Held, Kind
from server.programmes.sums.rules import by_group, by_kind, by_large_group, safe_cell


def held(kind: Kind, minutes: int, *people: str, in_person: bool = False) -> Held:
    """Each person as `ana of bank in RS`, `bank` and `RS` by the first letter of the name."""
    homes = {"r": ("bank", "RS"), "m": ("window", "MK"), "h": ("attic", "HR"), "-": (None, None)}
    there = tuple(Came(one, *homes[one[0]]) for one in people)
    return Held(kind, date(2026, 11, 3), minutes, in_person, there, len(there) + 1, "vesna")


def country(one: Came) -> str | None:
    return one.country


def test_kinds_are_counted_with_their_minutes_and_places() -> None:
    events = [held("meeting", 60, "r1", "m1"), held("workshop", 90, "r1", in_person=True), held("meeting", 30, "r2")]
    first, second = by_kind(events)
    assert (first.kind, first.count, first.minutes, first.online, first.in_person, first.people) == (
        *("meeting", 2, 90),
        *(2, 0, 3),
    )
    assert (second.kind, second.online, second.in_person) == ("workshop", 0, 1)


def test_a_group_counts_each_person_and_each_event_once() -> None:
    events = [held("meeting", 60, "r1", "m1"), held("workshop", 90, "r1", "r2", "-x")]
    assert by_group(events, country) == [
        GroupSum(("",), 1, 0, 1, 90),
        GroupSum(("MK",), 1, 1, 0, 60),
        GroupSum(("RS",), 2, 1, 1, 150),
    ]


def crowd(letter: str, count: int) -> list[str]:
    return [f"{letter}{number}" for number in range(count)]


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"r": 4}, []),
        ({"r": 5}, [(("RS",), 5)]),
        ({"r": 9, "m": 2}, [(("MK", "RS"), 11)]),
        ({"r": 9, "m": 2, "h": 3}, [(("RS",), 9), (("HR", "MK"), 5)]),
        ({"r": 9, "m": 6, "h": 1}, [(("RS",), 9), (("HR", "MK"), 7)]),
        ({"r": 2, "m": 2}, []),
    ],
)
def test_fewer_than_five_never_stand_alone_nor_are_found_by_taking_away(
    sizes: dict[str, int], shown: list[tuple[tuple[str, ...], int]]
) -> None:
    event = held("workshop", 90, *(one for letter, count in sizes.items() for one in crowd(letter, count)))
    found = by_large_group([event], country)
    assert [(one.keys, one.people) for one in found] == shown
    assert all(one.minutes == 90 for one in found), "one event of several groups is one event"


@pytest.mark.parametrize("cell", ["=1+1", "+3", "-2", "@x", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"
    assert safe_cell(f"a{cell}") == f"a{cell}"
