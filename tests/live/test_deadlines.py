"""Every deadline, step by step, without a clock."""

from __future__ import annotations

from itertools import pairwise

import pytest

from server.live.deadlines import Deadlines, Due, Timing


class Link:
    def __init__(self, lapsed: float = 0.0) -> None:
        self.lapsed = lapsed
        self.bytes_unsent = 0

    def unsent(self) -> int:
        return self.bytes_unsent


class Watch:
    """Deadlines with the steps at which something was due."""

    def __init__(self, timing: Timing) -> None:
        self.deadlines: Deadlines[Link] = Deadlines(timing)
        self.steps = 0

    def until(self, step: int) -> list[tuple[int, Link, Due]]:
        happened = []
        while self.steps < step:
            self.steps += 1
            happened += [(self.steps, link, due) for link, due in self.deadlines.step(float(self.steps))]
        return happened


@pytest.fixture
def watch() -> Watch:
    return Watch(Timing(step=1.0, ping=20, pong=10, connect=10, write=10, close=4))


def test_who_does_not_connect_in_time_is_due(watch: Watch) -> None:
    early, late = Link(), Link()
    watch.deadlines.came(early)
    assert watch.until(3) == []
    watch.deadlines.came(late)
    assert watch.until(10) == [(10, early, Due.CONNECT)]
    watch.deadlines.closed(early)
    watch.deadlines.gone(early)
    watch.deadlines.opened(late, 10.0)
    assert Due.CONNECT not in {due for _, _, due in watch.until(40)}


def test_an_open_one_is_pinged_once_a_round_and_its_pong_looked_at_in_between(watch: Watch) -> None:
    link = Link()
    watch.deadlines.opened(link, 0.0)
    happened = watch.until(80)
    pings = [step for step, _, due in happened if due is Due.PING]
    assert [after - before for before, after in pairwise(pings)] == [20] * (len(pings) - 1)
    assert pings[0] <= 20
    assert {step for step, _, due in happened if due is Due.PONG} >= {ping + 10 for ping in pings if ping <= 70}


def test_pings_are_spread_over_the_round(watch: Watch) -> None:
    for _ in range(100):
        watch.deadlines.opened(Link(), 0.0)
    happened = watch.until(20)
    for step in range(1, 21):
        assert sum(1 for at, _, due in happened if at == step and due is Due.PING) == 5


def test_unsent_bytes_without_progress_are_due(watch: Watch) -> None:
    stuck, slow = Link(), Link()
    stuck.bytes_unsent = slow.bytes_unsent = 1000
    watch.deadlines.blocked(stuck)
    watch.deadlines.blocked(slow)
    due = []
    for step in range(1, 30):
        slow.bytes_unsent -= 1
        stuck.bytes_unsent += 7  # a pong behind what is stuck is no progress
        due += watch.until(step)
    assert {link for _, link, _ in due} == {stuck}
    assert due[0] == (10, stuck, Due.WRITE)


def test_who_is_not_blocked_any_more_has_time(watch: Watch) -> None:
    link = Link()
    watch.deadlines.blocked(link)
    watch.until(9)
    watch.deadlines.unblocked(link)
    watch.deadlines.blocked(link)
    assert watch.until(18) == []


def test_a_closed_one_has_to_be_gone_soon_and_is_pinged_no_more(watch: Watch) -> None:
    link = Link(lapsed=2.0)
    watch.deadlines.opened(link, 0.0)
    watch.deadlines.closed(link)
    assert watch.until(5) == [(4, link, Due.CLOSE), (5, link, Due.CLOSE)]
    watch.deadlines.gone(link)
    assert watch.until(60) == []


@pytest.mark.parametrize("lapsed", [1.0, 15.5, 21.0, 42.0, 100.5])
def test_a_sign_in_ends_within_a_step_of_its_time(watch: Watch, lapsed: float) -> None:
    link = Link(lapsed)
    watch.deadlines.opened(link, 0.0)
    first = next(step for step, _, due in watch.until(130) if due is Due.LAPSE)
    assert lapsed <= first < lapsed + 1.0


def test_who_got_more_time_is_not_looked_at_before_it_is_over(watch: Watch) -> None:
    link = Link(lapsed=5.0)
    watch.deadlines.opened(link, 0.0)
    lapses = []
    for now in range(1, 101):
        if (now, link, Due.LAPSE) in watch.until(now):
            lapses.append(now)
            link.lapsed = 60.5 if len(lapses) == 1 else 1000.0
            watch.deadlines.watch_lapse(link, now)
    assert lapses == [5, 61]


def test_who_could_not_be_looked_up_again_is_due_once_a_round(watch: Watch) -> None:
    link = Link(lapsed=5.0)
    watch.deadlines.opened(link, 0.0)
    lapses = [step for step, _, due in watch.until(100) if due is Due.LAPSE]
    assert len(lapses) in (5, 6)
