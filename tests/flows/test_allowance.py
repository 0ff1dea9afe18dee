"""How fast one person may write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.flows import allowance
from server.flows.allowance import Allowance


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def five(clock: Clock) -> Allowance:
    """Five at once, two a second, and three seconds of pause."""
    return Allowance(clock, burst=5, per_second=2, pause=3)


def taken(allowance: Allowance, person: str, times: int) -> int:
    return sum(allowance.take(person) == 0 for _ in range(times))


def test_a_burst_is_allowed_and_no_more(five: Allowance) -> None:
    assert taken(five, "ana", 5) == 5
    assert five.take("ana") == 3


def test_a_refusal_closes_for_the_whole_pause(five: Allowance, clock: Clock) -> None:
    """Who sends several in a row must not see a later one accepted before an earlier one."""
    taken(five, "ana", 6)
    clock.seconds += 2.5
    assert five.take("ana") == pytest.approx(0.5)
    clock.seconds += 0.5
    assert taken(five, "ana", 9) == 5


def test_the_bucket_fills_with_time_up_to_the_burst(five: Allowance, clock: Clock) -> None:
    taken(five, "ana", 5)
    clock.seconds += 1
    assert taken(five, "ana", 2) == 2
    clock.seconds += 1_000
    assert taken(five, "ana", 99) == 5


def test_one_person_does_not_use_up_what_is_anothers(five: Allowance) -> None:
    taken(five, "ana", 99)
    assert taken(five, "bor", 99) == 5


def test_a_clock_that_stands_still_gives_nothing(five: Allowance) -> None:
    taken(five, "ana", 5)
    assert {five.take("ana") for _ in range(50)} == {3}


def test_the_one_unused_for_longest_is_forgotten(five: Allowance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "PEOPLE_KEPT", 2)
    taken(five, "ana", 5)
    taken(five, "bor", 5)
    five.take("ana")
    five.take("vesna")
    assert five.take("ana") == 3
    assert five.take("bor") == 0


@given(st.lists(st.floats(0, 2), max_size=200))
def test_no_pattern_gets_more_than_the_burst_and_the_rate(waits: list[float]) -> None:
    clock = Clock()
    five = Allowance(clock, burst=5, per_second=2, pause=3)
    allowed = 0
    for wait in waits:
        clock.seconds += wait
        allowed += five.take("ana") == 0
    assert allowed <= 5 + 2 * sum(waits) + 1e-6
