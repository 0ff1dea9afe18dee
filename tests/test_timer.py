"""The timer: every chore at its own pace, whatever becomes of the others."""

from __future__ import annotations

import asyncio
import logging

import pytest
from sqlalchemy.exc import OperationalError

from server import timer
from server.errors import Refused
from server.timer import Chore
from tests.waiting import until


async def test_a_chore_that_fails_is_asked_again_and_costs_no_other_its_turn(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []
    outcomes = [RuntimeError("a fault"), Refused("unavailable"), OperationalError("", {}, Exception()), None]

    async def fail() -> None:
        done.append("failing")
        outcome = outcomes.pop(0) if outcomes else None
        if outcome is not None:
            raise outcome

    async def go_on() -> None:
        done.append("steady")

    with caplog.at_level(logging.WARNING):
        running = asyncio.create_task(timer.run([Chore("failing", 0.001, fail), Chore("steady", 0.001, go_on)]))
        await until(lambda: done.count("failing") > 4 and done.count("steady") > 4)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    told = [record.getMessage() for record in caplog.records]
    assert told == ["a chore failed unexpectedly", "a chore has to wait", "a chore has to wait"]
