"""P11: the event loop is never busy for long, whatever else the process does."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.backup.house import config_of, make
from tests.figures import Figures, figures
from tests.servers import free_port
from tests.stories.faithful import Author
from tests.stories.opening import OpenSite
from tests.stories.programme import PASSWORD
from tests.stories.site import Site

P99, LARGEST = 0.05, 0.2
"""Seconds that are promised. A loaded machine gets five times that before a test fails."""
LOGINS, READS = 5.0, 20.0
"""A second."""


@pytest.mark.serial
async def test_the_loop_is_not_held_up_by_logins_reads_and_a_backup(open_site: OpenSite, tmp_path: Path) -> None:
    await busy(open_site, tmp_path, 4.0)


@pytest.mark.soak
@pytest.mark.timeout(300)
async def test_the_loop_is_not_held_up_for_long(open_site: OpenSite, tmp_path: Path) -> None:
    await busy(open_site, tmp_path, 120.0)


async def busy(open_site: OpenSite, tmp_path: Path, seconds: float) -> None:
    port = free_port()
    site = await open_site(password=True, ATELJE_LIMITS="off", ATELJE_METRICS_PORT=str(port))
    room = site.room()
    await sign_in(site)
    author = Author(site.device("ana"), room, map(str, itertools.count()))
    before = figures(port)
    ends = time.monotonic() + seconds
    async with asyncio.TaskGroup() as tasks:
        writing = tasks.create_task(author.say(f"{number}" for number in range(200 * int(seconds) * 20)))
        tasks.create_task(repeat(lambda: sign_in(site), LOGINS, ends))
        tasks.create_task(repeat(lambda: read(site, room), READS, ends))
        backups = tasks.create_task(back_up(site, tmp_path, ends))
        await asyncio.sleep(seconds)
        writing.cancel()
    after = figures(port)
    p99, largest = lag(before, after)
    said = len(author.acknowledged)
    print(f"\n{said} messages, {backups.result()} backups in {seconds:.0f} s: loop late by {p99 * 1000:.0f} ms (p99), ")
    print(f"{largest * 1000:.0f} ms at worst (upper bounds)")
    assert p99 <= 5 * P99
    assert largest <= 5 * LARGEST
    await author.device.close()


def lag(before: Figures, after: Figures) -> tuple[float, float]:
    """The upper bounds of the 99th percentile and of the largest, in seconds."""
    earlier = before.buckets("loop_lag_seconds")
    counts = {bound: count - earlier[bound] for bound, count in after.buckets("loop_lag_seconds").items()}
    bounds = sorted(bound for bound, count in counts.items() if count)
    total, below = sum(counts.values()), 0.0
    for bound in bounds:
        below += counts[bound]
        if below >= 0.99 * total:
            return bound, bounds[-1]
    raise AssertionError("nothing was measured")


async def repeat(work: Callable[[], Awaitable[None]], a_second: float, ends: float) -> None:
    while time.monotonic() < ends:
        due = time.monotonic() + 1 / a_second
        await work()
        await asyncio.sleep(max(0.0, due - time.monotonic()))


async def sign_in(site: Site) -> None:
    async with site.browser() as browser:
        answer = await browser.post("/api/v1/login", {"email": "ana@people.example", "password": PASSWORD})
        assert answer.status_code == 200, answer.text


async def read(site: Site, room: str) -> None:
    async with site.browser("bor") as browser:
        await browser.snapshot(room)


async def back_up(site: Site, folder: Path, ends: float) -> int:
    """One after the other. How many."""
    count = 0
    while time.monotonic() < ends:
        # In a thread, as it would be in a process of its own.
        await asyncio.to_thread(asyncio.run, make(config_of(site.process.data), folder / f"{count}"))
        count += 1
    return count
