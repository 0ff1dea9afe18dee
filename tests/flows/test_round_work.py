"""Long work of rounds: taken back, superseded, lost with its node and begun anew, ended with a clear word."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from server.flows.round_views import Gathered
from server.matching.rounds import process
from server.matching.rounds import service as rounds
from server.matching.rounds.child import Explain
from server.matching.rounds.tables import matching_work
from tests.flows.office import COORDINATOR, NOW, Office, copy_founded, open_office
from tests.flows.test_matching_rounds import begin, ended, tell, worked

ENDLESS, DYING = "tests.matching.rounds.endless_child", "tests.matching.rounds.dying_child"


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "PROGRAM", ENDLESS)


def lives(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


async def started(office: Office, one: Any) -> int:
    """Ordered, and the child at work; its id."""
    await office.post(COORDINATOR, f"/rounds/{one['id']}/work", {"version": one["version"]})
    async with asyncio.timeout(50):
        while (now := await office.get(COORDINATOR, f"/rounds/{one['id']}/work"))["stage"] != "optimum":  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    assert (now["state"], now["steps"]) == ("running", 7)
    return int(now["step"])


async def gone(process_id: int) -> None:
    async with asyncio.timeout(20):
        while lives(process_id):  # noqa: ASYNC110 (what is waited for is another process)
            await asyncio.sleep(0.02)


@pytest.mark.usefixtures("endless")
async def test_work_that_is_taken_back_is_killed(either_office: Office) -> None:
    office = either_office
    await tell(office)
    made = await begin(office)
    child = await started(office, made)
    assert lives(child)
    after = await office.done(COORDINATOR, "DELETE", f"/rounds/{made['id']}/work")
    assert (after["work"]["state"], after["result"]) == ("cancelled", None)
    await gone(child)
    assert (await office.get(COORDINATOR, f"/rounds/{made['id']}"))["work"]["state"] == "cancelled"
    again = await office.done(COORDINATOR, "DELETE", f"/rounds/{made['id']}/work")
    assert again["work"]["state"] == "cancelled", "once more changes nothing"


async def test_a_new_order_goes_before_the_one_that_runs(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await tell(office)
    made = await begin(office)
    with monkeypatch.context() as patch:
        patch.setattr(process, "PROGRAM", ENDLESS)
        child = await started(office, made)
    body = {"version": 1, "settings": {"keep": 3, "rules": {"language_level": 0, "overlap_minutes": 0}}}
    changed = await office.put(COORDINATOR, f"/rounds/{made['id']}/settings", body)
    done = await worked(office, changed)
    await gone(child)
    assert (done["work"]["state"], done["result"]["run"], done["stale"]) == ("done", 1, False)


async def test_a_child_that_dies_is_said_so_and_the_next_order_gets_another(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tell(office)
    made = await begin(office)
    with monkeypatch.context() as patch:
        patch.setattr(process, "PROGRAM", DYING)
        done = await worked(office, made)
    assert (done["work"]["state"], done["work"]["fault"], done["result"]) == ("failed", "died", None)
    assert (await worked(office, made))["work"]["state"] == "done"


async def test_what_takes_too_long_is_killed_and_said_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    lane = process.Lane(0.05)
    monkeypatch.setattr(process, "PROGRAM", ENDLESS)
    with pytest.raises(process.Failed) as failed:
        await lane.ask(Explain(("a", "b"), False), b"")
    assert failed.value.fault == "too_long"
    await lane.close()


async def test_a_server_that_ends_in_the_middle_hands_the_order_on(
    founded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = copy_founded(founded_file, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(process, "PROGRAM", ENDLESS)
        async with open_office(url, tmp_path) as office:
            await tell(office)
            made = await begin(office)
            child = await started(office, made)
    await gone(child)
    async with open_office(url, tmp_path) as office:
        done = await ended(office, made["id"])
        assert (done["work"]["state"], done["result"]["run"]) == ("done", 1)


async def test_a_node_that_is_not_heard_of_any_more_has_lost_the_order(either_office: Office) -> None:
    """As after a kill: nobody handed anything back. The second time in a row that is the end of it."""
    office = either_office
    await tell(office)
    made = await begin(office)
    for tries, state in ((1, "done"), (2, "interrupted")):
        lost = {"state": "running", "id": f"x{tries}", "version": 1, "node": "gone", "until": NOW - 1, "tries": tries}
        await office.unit(lambda unit, lost=lost: unit.connection.execute(update(matching_work).values(**lost)))  # type: ignore[misc]
        done = await ended(office, made["id"])
        assert done["work"]["state"] == state
    assert done["result"]["run"] == 1, "the answer before stays"
    assert (await worked(office, made))["work"]["state"] == "done", "and may be ordered again"


async def test_an_order_is_one_nodes_as_long_as_it_is_heard_of(either_office: Office) -> None:
    office = either_office
    made = await begin(office)

    def order(unit: Any) -> Any:
        one = rounds.find(unit.connection, made["id"])
        assert one is not None
        rounds.order(unit, one, COORDINATOR)
        mine = rounds.take(unit, "this node")
        assert mine is not None
        assert rounds.take(unit, "another node") is None
        id, work = mine
        assert rounds.hear(unit, id, work, ("optimum", 1, 7))
        # Whoever takes it back, or gives another, is heard of at the next word.
        newer = rounds.find(unit.connection, id)
        assert newer is not None
        rounds.order(unit, newer, COORDINATOR)
        assert not rounds.hear(unit, id, work, ("optimum", 2, 7))
        rounds.fail(unit, id, work, "died")
        return rounds.find(unit.connection, id)

    one = await office.unit(order)
    assert one.work.state == "waiting", "what an old order says of itself is nobody's news"


async def test_a_closed_round_is_worked_on_no_more(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await tell(office)
    made = await begin(office)
    with monkeypatch.context() as patch:
        patch.setattr(process, "PROGRAM", ENDLESS)
        child = await started(office, made)
        await office.done(COORDINATOR, "DELETE", f"/rounds/{made['id']}")
        await gone(child)
    assert await office.refused(COORDINATOR, "POST", f"/rounds/{made['id']}/work", {"version": 2}) == "round_over"
    assert (await begin(office))["state"] == "open", "and another one can begin"


async def test_a_round_that_cannot_be_worked_on_ends_no_server(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await tell(office)
    made = await begin(office)

    def breaks(_gathered: Gathered) -> Any:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Gathered, "told", breaks)
        done = await worked(office, made)
    assert (done["work"]["state"], done["work"]["fault"], office.product.failed) == ("failed", "broken", False)
    assert (await worked(office, made))["work"]["state"] == "done"
    assert (await office.told(COORDINATOR)).count("programme_changed") > 0, "other screens hear of it"
