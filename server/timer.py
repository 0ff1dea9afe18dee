"""Asks, at a pace of its own for each, what is due: mails to send, news to tell, old things to forget."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from server.database import StorageError
from server.errors import Refused

log = logging.getLogger("atelje.timer")


@dataclass(frozen=True, slots=True)
class Chore:
    """`work` takes what is due when it is called; every node calls it, so only the first one there may find it.
    `at_start`: also once when the server starts."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[object]]
    at_start: bool = False


async def run(chores: Sequence[Chore]) -> None:
    """Until cancelled. What goes wrong in a chore is logged and costs no other its turn."""
    async with asyncio.TaskGroup() as tasks:
        for chore in chores:
            tasks.create_task(_repeat(chore), name=chore.name)


async def _repeat(chore: Chore) -> None:
    if chore.at_start:
        await _do(chore)
    while True:
        # Spread, so that nodes that were started together do not ask together.
        await asyncio.sleep(chore.seconds * random.uniform(0.8, 1.2))  # noqa: S311 (jitter)
        await _do(chore)


async def _do(chore: Chore) -> None:
    try:
        await chore.work()
    except (Refused, *StorageError) as error:
        log.warning("a chore has to wait", extra={"chore": chore.name, "error": type(error).__name__})
    except Exception:
        log.exception("a chore failed unexpectedly", extra={"chore": chore.name})
