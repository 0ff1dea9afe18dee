"""What takes long is looked for beside everything else, once, and told as soon as it is good."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest

from server.contract.polls import PollTimes
from server.flows import searching
from server.flows.polls import Known
from server.flows.searching import KEPT, Searches
from server.scheduling.availability.service import Heard
from server.scheduling.polls.service import Guest, Poll
from tests.flows.office import COORDINATOR, Office
from tests.flows.test_polls import EVENINGS, MORNINGS, POLLS, at, say_hours, wanted

DAY = date(2026, 12, 1)


def known(title: str = "Workshop", sessions: int = 3) -> Known:
    guests = (Guest("a", "welcome", "ana"), Guest("b", "welcome", "bor"))
    hours = ("workshop", "all", 60, DAY, DAY, 9 * 60, 12 * 60, "Europe/Belgrade", 0, sessions, guests)
    return Known(Poll("poll", "run", "ana", 0, title, *hours), Heard(0, 1, (), (), ()), {})


@dataclass
class Slow:
    """Looks for several sessions until it is let go; `asked`: whether for the best, each time."""

    began: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)
    asked: list[bool] = field(default_factory=list)

    def times(self, one: Known, *, exact: bool = True) -> PollTimes:
        self.asked.append(exact)
        self.began.set()
        if exact and one.poll.sessions > 1:
            assert self.go.wait(20)
        return PollTimes((), (), (), 2 if exact else 1, exact, (), ())


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(searching, "times", slow.times)
    yield slow
    slow.go.set()


@pytest.fixture
async def searches() -> AsyncIterator[Searches]:
    searches = Searches(patience=0.05)
    yield searches
    searches.close()


async def test_what_takes_long_is_told_at_once_as_far_as_it_goes_and_then_for_good(
    slow: Slow, searches: Searches
) -> None:
    first = await searches.times(known())
    assert (first.searching, first.proved, first.covered) == (True, False, 1)
    again = await asyncio.gather(searches.times(known()), searches.times(known()))
    assert all(one.searching for one in again)
    assert slow.asked.count(True) == 1, "the same question is looked for once"
    waiting = asyncio.create_task(Searches.times(searches, known()))
    slow.go.set()
    best = await waiting
    assert (best.searching, best.covered) == (False, 2)
    assert await searches.times(known()) == best
    assert searches.searched == 1


async def test_whoever_goes_away_leaves_the_search_to_others(slow: Slow) -> None:
    patient = Searches(patience=20)
    gone = asyncio.create_task(patient.times(known()))
    await asyncio.to_thread(slow.began.wait, 20)
    other = asyncio.create_task(patient.times(known()))
    gone.cancel()
    slow.go.set()
    assert (await other).covered == 2
    assert patient.searched == 1
    patient.close()


async def test_a_long_search_keeps_nobody_waiting_who_asks_for_one_time(slow: Slow, searches: Searches) -> None:
    assert (await searches.times(known())).searching
    threads = asyncio.get_running_loop().run_in_executor(None, lambda: threading.current_thread().name)
    assert not (await threads).startswith(("times", "search")), "files and databases have their own"
    assert (await searches.times(known(sessions=1))).proved


async def test_what_failed_is_looked_for_again(searches: Searches, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(one: Known, *, exact: bool = True) -> PollTimes:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(searching, "times", fail)
        with pytest.raises(ZeroDivisionError):
            await searches.times(known(sessions=1))
    assert not (await searches.times(known(sessions=1))).searching


async def test_no_more_is_kept_than_fits(searches: Searches) -> None:
    for number in range(KEPT + 1):
        await searches.times(known(f"Workshop {number}", sessions=1))
    await searches.times(known(f"Workshop {KEPT}", sessions=1))
    assert searches.searched == KEPT + 1
    await searches.times(known("Workshop 0", sessions=1))
    assert searches.searched == KEPT + 2


async def test_whatever_went_in_is_looked_at_again_when_it_changes(office: Office) -> None:
    await say_hours(office, EVENINGS, "tadeja", "ines")
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    door, start = f"/polls/{made['id']}/times", at("2026-12-01", 18)
    before = await office.get(COORDINATOR, door)
    assert await office.get(COORDINATOR, door) == before
    await say_hours(office, MORNINGS, "goran")
    said = await office.get(COORDINATOR, door)
    assert len(said["unknown"]) < len(before["unknown"])
    await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": [start]})
    assert await office.get(COORDINATOR, door) == said
    await office.put("blagica", f"/me/polls/{made['id']}", {"said": {str(start): "yes"}})
    answered = await office.get(COORDINATOR, door)
    assert answered["best"][0]["start"] == start
    dates = await office.get(COORDINATOR, "/cohorts/circles-2026/calendar")
    busy = {"kind": "workshop", "whom": "mentors", "day": "2026-12-01", "time": "18:00", "minutes": 60}
    await office.put(
        COORDINATOR, "/cohorts/circles-2026/calendar", {"version": dates["version"], "dates": [*dates["dates"], busy]}
    )
    assert (await office.get(COORDINATOR, door))["best"][0]["start"] != start
