"""A log that begins a new life is never taken for the old one: who held a position starts over from a snapshot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.stories.device import WireFailure
from tests.stories.opening import OpenSite
from tests.stories.site import Site


async def say(site: Site, room: str, *texts: str) -> None:
    async with site.browser("ana") as ana:
        for text in texts:
            await ana.accepted("room.post", {"room": room, "command_id": site.id(), "text": text})


async def position(site: Site, room: str) -> tuple[str, int]:
    async with site.browser("bor") as bor:
        snapshot = await bor.snapshot(room)
        return snapshot["epoch"], snapshot["offset"]


async def is_reset(site: Site, room: str, since: tuple[str, int]) -> None:
    """Whatever way it comes back, nothing of the new life passes for a continuation of the old one."""
    now = await position(site, room)
    assert now[0] != since[0]
    async with site.connected("bor") as (bor,):
        told = await bor.subscribe(room, since)
        assert (told["was_recovering"], told.get("recovered", False)) == (True, False)
        assert (told["epoch"], told["offset"], told.get("publications")) == (*now, None)
    async with site.connected("bor") as (bor,):
        with pytest.raises(WireFailure, match="112"):
            await bor.subscribe(room, since, flag=2)


async def test_new_epoch_resets_every_reader(open_site: OpenSite) -> None:
    site = await open_site()
    room = site.room()
    await say(site, room, "one", "two")
    since = await position(site, room)
    site.process.terminate()
    assert site.process.run("new-epoch").returncode == 0
    site.process.start()
    await is_reset(site, room, since)


async def test_an_older_copy_of_the_database_that_is_put_back_resets_every_reader(
    open_site: OpenSite, tmp_path: Path
) -> None:
    site = await open_site()
    room, data = site.room(), site.process.data
    await say(site, room, "kept")
    site.process.terminate()
    replace_database(data, tmp_path)
    site.process.start()
    await say(site, room, "lost", "lost too")
    since = await position(site, room)
    site.process.terminate()
    replace_database(tmp_path, data)
    site.process.start()
    await say(site, room, "another", "and another")
    assert (await position(site, room))[1] == since[1], "the same offsets, for other words"
    await is_reset(site, room, since)


async def test_a_crash_and_a_restart_are_no_new_life(open_site: OpenSite) -> None:
    site = await open_site()
    room = site.room()
    since = await position(site, room)
    await say(site, room, "one")
    site.process.restart()
    site.process.terminate()
    site.process.start()
    async with site.connected("bor") as (bor,):
        told = await bor.subscribe(room, since)
        assert (told["recovered"], [one["offset"] for one in told["publications"]]) == (True, [2])


def replace_database(source: Path, target: Path) -> None:
    for file in target.glob("atelje.db*"):
        file.unlink()
    for file in source.glob("atelje.db*"):
        shutil.copy(file, target)
