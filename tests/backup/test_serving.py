"""P18: a backup while the server writes, brought back on an empty machine; and one that is killed in the middle."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from server.backup import archive
from server.backup.archive import BackupRefused
from server.config import Config
from server.database import open_database
from server.flows.rebuild import rebuild
from server.rooms.tables import message
from server.rooms.tables import room as room_table
from tests.backup.house import bring_back, config_of, content, make
from tests.faults.test_crashes import acknowledged
from tests.servers import ROOT, AteljeProcess, Leash, PostgresServer, serving
from tests.stories.faithful import Author
from tests.stories.opening import OpenSite
from tests.stories.programme import another_login, found
from tests.stories.site import Site
from tests.waiting import until

CANARY = "Кафа код Благице у седам"
RESTORED = 5 * 60.0
"""Seconds that are promised."""


@pytest.mark.timeout(120)
async def test_a_backup_amid_writing_comes_back_whole_on_an_empty_machine(
    open_site: OpenSite, leash: Leash, tmp_path: Path
) -> None:
    """By the commands that a person types, beside the server and elsewhere."""
    site = await open_site(ATELJE_LIMITS="off")
    room, file = site.room(), tmp_path / "night.backup"
    machine = AteljeProcess(leash, tmp_path)
    async with writing(site, room) as authors:
        before = acknowledged_by_now(authors)
        made = await asyncio.to_thread(site.process.run, "backup", str(file))
        meanwhile = acknowledged(authors) - len(before)
    async with site.browser("ana") as ana:
        epoch = (await ana.snapshot(room))["epoch"]
    refused, done = await asyncio.gather(
        asyncio.to_thread(site.process.run, "restore", str(file), "--replace"),
        asyncio.to_thread(machine.run, "restore", str(file)),
    )
    said = (made, refused, done)
    assert [one.returncode for one in said] == [0, 2, 0], said
    assert "already serves" in refused.stderr
    print(f"\n{meanwhile} messages meanwhile. {' '.join(one.stdout.strip() for one in said)}")
    assert meanwhile > 0, "the backup held the writers up"
    assert not any(CANARY in one.stdout + one.stderr for one in said)
    assert CANARY not in site.process.log
    with serving(machine):
        await is_the_state_of_then(machine, site, room, before, epoch)
    machine.stop()
    await is_as_it_would_be_written_anew(config_of(machine.data))


async def test_the_same_between_two_databases_of_postgresql(
    open_site: OpenSite, tmp_path: Path, postgres_server: PostgresServer, postgres_url: str
) -> None:
    site = await open_site(ATELJE_LIMITS="off", url=postgres_url)
    room = site.room()
    there = config_of(tmp_path, postgres_server.create_database())
    async with writing(site, room) as authors:
        before = acknowledged_by_now(authors)
        made = await make(config_of(tmp_path, postgres_url))
    done = await bring_back(there, made.file)
    print(f"\nbacked up in {made.seconds:.2f} s, back in {done.seconds:.2f} s")
    offsets = await offsets_by_text(there, room)
    assert before.items() <= offsets.items()
    assert sorted(offsets.values()) == list(range(2, 2 + len(offsets)))
    await is_as_it_would_be_written_anew(there)
    # And of a server that is quiet by now, everything.
    await bring_back(there, (await make(config_of(tmp_path, postgres_url), tmp_path / "quiet")).file, replace=True)
    assert await content(there.database_url) == await content(postgres_url)


@contextlib.asynccontextmanager
async def writing(site: Site, room: str) -> AsyncIterator[list[Author]]:
    """Two people, all the time, once they are under way."""
    ids = map(str, itertools.count())
    authors = [Author(site.device(person), room, ids) for person in ("ana", "bor")]
    texts = [[f"{CANARY} {which}.{number}" for number in range(20_000)] for which in range(2)]
    tasks = [asyncio.create_task(one.say(said)) for one, said in zip(authors, texts, strict=True)]
    await until(lambda: acknowledged(authors) > 300)
    try:
        yield authors
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for one in authors:
            await one.device.close()


def acknowledged_by_now(authors: Sequence[Author]) -> dict[str, int]:
    """What is acknowledged at this moment."""
    return {said: offset for one in authors for said, offset in one.acknowledged.items()}


async def is_the_state_of_then(
    machine: AteljeProcess, site: Site, room: str, before: dict[str, int], epoch: str
) -> None:
    """Of what was acknowledged before the backup began nothing is missing; the rest is there up to one moment."""
    again = Site([machine], {}, site.spare, site.ids)
    async with Site([machine], site.tokens, site.spare, site.ids).browser("ana") as ana:
        assert (await ana.get("/api/v1/me")).status_code == 401
    database = open_database(config_of(machine.data).database_url)
    again.tokens = {"ana": await database.write_once(lambda connection: another_login(connection, "ana"))}
    await database.close()
    async with again.browser("ana") as ana:
        snapshot, messages = await ana.snapshot(room), await ana.messages(room)
    assert before.items() <= {message["text"]: message["id"] for message in messages}.items()
    assert [message["id"] for message in messages] == list(range(2, 2 + len(messages)))
    assert (snapshot["offset"], snapshot["talk"]) == (1 + len(messages), len(messages))
    assert snapshot["epoch"] != epoch
    async with again.connected("ana") as (device,):
        assert (await device.subscribe(room, (epoch, 5))).get("recovered", False) is False


async def offsets_by_text(config: Config, key: str) -> dict[str, int]:
    words = select(message.c.text, message.c.first).join(room_table, room_table.c.id == message.c.room_id)
    database = open_database(config.database_url)
    try:
        found = await database.read(lambda c: c.execute(words.where(room_table.c.key == key)).all())
    finally:
        await database.close()
    return {row.text.decode(): row.first for row in found}


async def is_as_it_would_be_written_anew(config: Config) -> None:
    was = await content(config.database_url)
    database = open_database(config.database_url)
    await database.write_once(rebuild)
    await database.close()
    assert await content(config.database_url) == was


# ── killed in the middle ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_restore_that_is_killed_at_any_step_leaves_the_old_or_the_new_whole(tmp_path: Path) -> None:
    config = config_of(tmp_path)
    await found(config.database_url, {"r1": ("ana", "bor")})
    await change(config, "INSERT INTO installation VALUES (1, 'e', '', 'k', 1, 'p')")
    backup, old = (await make(config)).file, await content(config.database_url)
    await change(config, "UPDATE person SET name = 'Newer'")
    newer = await content(config.database_url)
    steps = tmp_path / "steps"
    steps.mkdir()
    words = [sys.executable, "-m", "tests.backup.kill", str(steps), str(tmp_path / "atelje.db"), str(backup)]
    done = await asyncio.to_thread(
        subprocess.run, words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=50
    )
    left = [line.split() for line in done.stdout.splitlines()]
    assert {sound for _, sound, _ in left} == {"True"}
    assert {code for code, _, _ in left[:-1]} == {"-9"}
    hashes = [hashed for _, _, hashed in left]
    changed = hashes.index(old)
    print(f"\nkilled at {len(left) - 1} steps: {changed} left what was there, the others what was brought back")
    assert hashes == [newer] * changed + [old] * (len(hashes) - changed)
    assert 8 < changed < len(left)
    # And once more on what the last kill left, as a person would.
    data = steps / str(changed)
    await bring_back(config_of(data), backup, replace=True)
    assert await content(config_of(data).database_url) == old
    assert not (data / ".unfinished").exists()


async def change(config: Config, sql: str) -> None:
    database = open_database(config.database_url)
    await database.write_once(lambda connection: connection.execute(text(sql)))
    await database.close()


async def test_a_restore_into_postgresql_that_is_killed_leaves_what_was_there(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL's own program is killed when it has dropped everything and put half of it back."""
    config = config_of(tmp_path, postgres_url)
    await found(postgres_url, {"r1": ("ana", "bor")})
    await change(config, "INSERT INTO installation VALUES (1, 'e', '', 'k', 1, 'p')")
    backup = (await make(config)).file
    await change(config, "UPDATE person SET name = 'Newer'")
    newer = await content(postgres_url)
    half = partial(read_by_halves, tmp_path / "programs")
    with monkeypatch.context() as patch:
        patch.setenv("PATH", f"{half('exit 1')}:{os.environ['PATH']}")
        with pytest.raises(BackupRefused, match="Nothing was changed"):
            await bring_back(config, backup, replace=True)
        assert await content(postgres_url) == newer
        patch.setenv("PATH", f"{half('kill -9 $PPID')}:{os.environ['PATH']}")
        place = {"ATELJE_DATA": str(tmp_path), "ATELJE_DATABASE_URL": postgres_url}
        words = [sys.executable, "-m", "server", "restore", "--replace", str(backup)]
        killed = await asyncio.to_thread(subprocess.run, words, cwd=ROOT, env=os.environ | place, timeout=30)
        assert killed.returncode == -9
    assert await content(postgres_url) == newer
    await bring_back(config, backup, replace=True)
    assert await content(postgres_url) != newer


def read_by_halves(folder: Path, fault: str) -> Path:
    """A folder with a `pg_restore` that reads well when it is only looked at, and else fails in the middle."""
    folder.mkdir(exist_ok=True)
    real = shutil.which("pg_restore", path=os.defpath)
    program = (
        f'#!/bin/sh\ncase "$*" in *--no-owner*) {real} "$@" | head -c 9000; {fault} ;; *) exec {real} "$@" ;; esac\n'
    )
    (folder / "pg_restore").write_text(program)
    (folder / "pg_restore").chmod(0o755)
    return folder


# ── a lot of it ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.soak
@pytest.mark.timeout(900)
async def test_a_large_database_is_back_within_minutes(tmp_path: Path) -> None:
    config = config_of(tmp_path / "old")
    config.data.mkdir()
    await found(config.database_url, {"r1": ("ana", "bor")})
    await change(config, "INSERT INTO installation VALUES (1, 'e', '', 'k', 1, 'p')")
    await change(
        config,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) "
        "INSERT INTO mail (id, template, address, language, zone, facts, state, tries, created_at) "
        "SELECT i, 'unread', 'a@b.example', 'en', 'UTC', hex(randomblob(500)), 'sent', 1, i FROM n",
    )
    made = await make(config)
    there = config_of(tmp_path / "new")
    there.data.mkdir()
    done: Any = await bring_back(there, made.file)
    size = archive.read_manifest(made.file).parts[0].size
    print(f"\n{size / 1e6:.0f} MB: backed up in {made.seconds:.1f} s, brought back in {done.seconds:.1f} s")
    assert await content(there.database_url) == await content(config.database_url)
    assert done.seconds < RESTORED
