"""Reading a large calendar in a process of its own, so that nobody else waits meanwhile: a thread would share the one
interpreter with all that people say."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys

import msgspec
import numpy as np

from server.child import ROOT, environment
from server.scheduling import reading_child
from server.scheduling.content_lines import CalendarRefused
from server.scheduling.reading import Reading, read_busy
from server.scheduling.reading_child import Answer, Question

log = logging.getLogger("atelje.calendars")

SMALL = 64 * 1024
"""Bytes: what is read in less time than a process takes to start."""
WAIT_SECONDS = 90.0
"""Where others keep the machine busy, the seconds of a core that it may take are longer by the clock."""


def is_large(file: bytes) -> bool:
    return len(file) > SMALL


async def read_apart(file: bytes, zone: str, start: int, end: int, child: str = reading_child.__name__) -> Reading:
    """As `read_busy`. Raises CalendarRefused, also `gave_up` where the process took too long or died."""
    if not is_large(file):
        return await asyncio.to_thread(read_busy, file, zone, start, end)
    asked = await asyncio.to_thread(msgspec.msgpack.encode, Question(file, zone, start, end))
    answer = await asyncio.to_thread(_understood, await _answered(asked, child))
    if answer.refused is not None:
        raise CalendarRefused(answer.refused)
    busy = np.frombuffer(answer.busy, np.int64).reshape(-1, 2)
    return Reading(busy, answer.read, answer.left_out)


async def _answered(asked: bytes, child: str) -> bytes:
    """Raises CalendarRefused, OSError where no process can be started."""
    there = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", child),
        cwd=ROOT,
        env=environment(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            answer, _ = await there.communicate(asked)
    except TimeoutError:
        log.warning("a calendar took too long to read", extra={"bytes": len(asked)})
        raise CalendarRefused("gave_up") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            there.kill()
        await there.wait()
    if there.returncode != 0:
        # What it said on its way out could hold something of the calendar.
        log.warning("a process died while it read a calendar", extra={"status": there.returncode, "bytes": len(asked)})
        raise CalendarRefused("gave_up")
    return answer


def _understood(answer: bytes) -> Answer:
    """Raises CalendarRefused."""
    try:
        return msgspec.msgpack.decode(answer, type=Answer)
    except msgspec.DecodeError:
        raise CalendarRefused("gave_up") from None
