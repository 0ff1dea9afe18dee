"""Backup and restore on each database: what comes back, what does not, what is refused before anything is touched."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from server.accounts.tables import link, login, set_up_link
from server.backup import archive
from server.backup.archive import BackupRefused
from server.backup.restoring import check
from server.config import Config
from server.database import open_database
from server.installation import installation
from server.post.tables import mail
from tests.backup.house import NOW, bring_back, config_of, content, make, rows
from tests.servers import PostgresServer
from tests.stories.programme import found


@pytest.fixture
async def config(database_url: str, tmp_path: Path) -> Config:
    """Ana and Bor, who have a room."""
    await found(database_url, {"r1": ("ana", "bor")})
    (tmp_path / "data").mkdir()
    await change(
        database_url, insert(installation).values(id=1, epoch="e1", start_stamp="", token_key=b"k", created_at=1)
    )
    return config_of(tmp_path / "data", database_url)


async def change(url: str, *statements: Any) -> None:
    database = open_database(url)
    try:
        for one in statements:
            await database.write_once(lambda c, one=one: c.execute(one))  # type: ignore[misc]
    finally:
        await database.close()


async def test_everything_comes_back_as_it_was(config: Config) -> None:
    before = await content(config.database_url)
    made = await make(config)
    assert made.file.stat().st_mode & 0o777 == 0o600
    assert made.file.parent.stat().st_mode & 0o777 == 0o700
    await change(config.database_url, text("DELETE FROM entry"), text("UPDATE person SET name = 'Nobody'"))
    assert await content(config.database_url) != before
    done = await bring_back(config, made.file, replace=True)
    print(f"\nbacked up in {made.seconds:.2f} s, back in {done.seconds:.2f} s")
    assert await content(config.database_url) == before


async def test_who_was_signed_in_signs_in_again_and_no_mail_goes_out_twice(config: Config) -> None:
    url = config.database_url
    to_ana = {"person": "ana", "email": "a@b.example", "created_at": 1, "expires_at": 2}
    links = [{**to_ana, "token_hash": purpose.encode(), "purpose": purpose} for purpose in ("invitation", "sign_in")]
    a_mail = {"template": "sign_in_link", "address": "a@b.example", "language": "en", "zone": "UTC", "tries": 1}
    states = (("waiting", 1, None), ("sending", 1, None), ("sent", None, 5))
    mails = [
        {**a_mail, "id": state, "state": state, "facts": "{}", "created_at": 1, "due_at": due, "ended_at": ended}
        for state, due, ended in states
    ]
    statements = [insert(link).values(links), insert(mail).values(mails)]
    await change(url, *statements, insert(set_up_link).values(token_hash=b"s", created_at=1))
    await bring_back(config, (await make(config)).file, replace=True)
    assert {row["ended_at"] for row in await rows(url, login)} == {NOW}
    assert {row["purpose"]: row["used_at"] for row in await rows(url, link)} == {"invitation": None, "sign_in": NOW}
    assert [row["used_at"] for row in await rows(url, set_up_link)] == [NOW]
    told = {row["id"]: (row["state"], row["due_at"], row["ended_at"], row["facts"]) for row in await rows(url, mail)}
    over = ("failed", None, NOW, None)
    assert told == {"waiting": over, "sending": over, "sent": ("sent", None, 5, "{}")}
    assert (await rows(url, installation))[0]["epoch"] != "e1"


async def test_what_is_there_is_only_replaced_when_asked(config: Config) -> None:
    made = await make(config)
    before = await content(config.database_url)
    assert (await check(config, made.file)).manifest == made.manifest
    with pytest.raises(BackupRefused, match="--replace"):
        await bring_back(config, made.file)
    assert await content(config.database_url) == before


async def test_a_backup_of_a_newer_version_is_refused(config: Config) -> None:
    await change(config.database_url, text("UPDATE alembic_version SET version_num = '9999'"))
    made = await make(config)
    with pytest.raises(BackupRefused, match="newer version"):
        await bring_back(config, made.file, replace=True)


async def test_one_kind_of_database_does_not_go_into_the_other(
    sqlite_url: str, empty_postgres_url: str, tmp_path: Path
) -> None:
    await found(sqlite_url, {})
    await change(sqlite_url, insert(installation).values(id=1, epoch="e", start_stamp="", token_key=b"k", created_at=1))
    made = await make(config_of(tmp_path, sqlite_url))
    with pytest.raises(BackupRefused, match="other kind"):
        await bring_back(config_of(tmp_path, empty_postgres_url), made.file)


async def test_where_nothing_is_nothing_is_backed_up(empty_database_url: str, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="no database"):
        await make(config_of(tmp_path, empty_database_url))
    assert files(tmp_path / "backups") == {}


# ── SQLite ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def own(tmp_path: Path) -> Config:
    """The same in a file."""
    data = tmp_path / "data"
    data.mkdir()
    config = config_of(data)
    await found(config.database_url, {"r1": ("ana", "bor")})
    value = {"id": 1, "epoch": "e1", "start_stamp": "", "token_key": b"k", "created_at": 1}
    await change(config.database_url, insert(installation).values(value))
    return config


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


async def test_nothing_is_touched_before_everything_was_checked(own: Config, tmp_path: Path) -> None:
    made = await make(own, tmp_path / "good.backup")
    before = files(own.data)
    whole = made.file.read_bytes()
    bad = tmp_path / "bad.backup"
    for content_of_bad in (whole[:-1], whole[: len(whole) // 2], whole[:5000] + b"\0" + whole[5001:], b"words", b""):
        bad.write_bytes(content_of_bad)
        with pytest.raises(BackupRefused, match=r"bad\.backup (is|can't)"):
            await bring_back(own, bad, replace=True)
        assert files(own.data) == before
    assert not (own.data / "before-restore").exists()
    assert not (own.data / ".unfinished").exists()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("CREATE TABLE x AS SELECT * FROM installation; DROP TABLE installation", "no database of Atelje"),
        ("UPDATE installation SET epoch = 'other'", "says something else"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM person", "damaged"),
        ("PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage = 3 WHERE name = 'entry'", "damaged"),
    ],
)
async def test_a_database_that_is_not_sound_is_refused_though_its_file_is_whole(
    own: Config, tmp_path: Path, fault: str, words: str
) -> None:
    made = await make(own, tmp_path / "good.backup")
    manifest = archive.read_manifest(made.file)
    archive.unpack(made.file, manifest, "database", tmp_path / "database")
    with sqlite3.connect(tmp_path / "database") as connection:
        connection.executescript(fault)
    connection.close()
    archive.write(tmp_path / "forged.backup", manifest, {"database": tmp_path / "database"})
    before = files(own.data)
    with pytest.raises(BackupRefused, match=words):
        await bring_back(own, tmp_path / "forged.backup", replace=True)
    assert files(own.data) == before


async def test_what_was_there_is_put_aside_with_all_that_was_committed(own: Config, tmp_path: Path) -> None:
    made = await make(own, tmp_path / "good.backup")
    await change(own.database_url, text("UPDATE person SET name = 'Later'"))
    before = await content(own.database_url)
    done = await bring_back(own, made.file, replace=True)
    assert done.aside == own.data / "before-restore"
    assert await content(f"sqlite:///{done.aside / 'atelje.db'}") == before
    assert {path.name for path in own.data.glob("atelje.db*")} == {"atelje.db"}


async def test_a_database_that_is_broken_beyond_reading_can_be_replaced(own: Config, tmp_path: Path) -> None:
    made = await make(own, tmp_path / "good.backup")
    before = await content(own.database_url)
    (own.data / "atelje.db").write_bytes(b"\0" * 9_000)
    (own.data / "atelje.db-wal").write_bytes(b"half a log")
    await bring_back(own, made.file, replace=True)
    assert await content(own.database_url) == before
    assert (own.data / "before-restore" / "atelje.db-wal").read_bytes() == b"half a log"


async def test_while_something_has_the_database_open_nothing_is_replaced(own: Config, tmp_path: Path) -> None:
    made = await make(own, tmp_path / "good.backup")
    before = await content(own.database_url)
    with sqlite3.connect(own.data / "atelje.db") as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchone()
        with pytest.raises(BackupRefused, match="open"):
            await bring_back(own, made.file, replace=True)
    other.close()
    assert await content(own.database_url) == before


async def test_a_disk_without_room_is_found_before(
    own: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await make(own, tmp_path / "good.backup")
    full = shutil.disk_usage(tmp_path)._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    for attempt in (make(own), bring_back(own, made.file, replace=True)):
        with pytest.raises(BackupRefused, match="1 MB free"):
            await attempt
    assert files(own.data / "backups") == {}


async def test_a_disk_that_fills_up_on_the_way_changes_nothing(own: Config, tmp_path: Path) -> None:
    made = await make(own, tmp_path / "good.backup")
    before, limits = files(own.data), resource.getrlimit(resource.RLIMIT_FSIZE)
    # No file may grow beyond this, which for who writes is as a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        for attempt in (make(own), bring_back(own, made.file, replace=True)):
            with pytest.raises(BackupRefused, match="can't be"):
                await attempt
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files(own.data) == before
    assert files(own.data / "backups") == {}


async def test_so_many_backups_are_kept_and_nobody_elses_file_goes(own: Config) -> None:
    folder = own.data / "backups"
    for day in range(5):
        made = await make(own, keep=3, now=NOW + day * 86_400_000)
        (folder / "atelje-notes.txt").touch()
    assert made.deleted == 1
    names = sorted(path.name for path in folder.iterdir())
    assert names == [*(f"atelje-202611{day}T110000Z.backup" for day in (20, 21, 22)), "atelje-notes.txt"]
    with pytest.raises(BackupRefused, match="there already"):
        await make(own, keep=1, now=NOW + 4 * 86_400_000)
    assert len(list(folder.iterdir())) == 4


async def test_what_a_killed_backup_left_goes_with_the_next_one(own: Config) -> None:
    left = own.data / "backups" / ".unfinished"
    left.mkdir(parents=True)
    (left / "database").write_bytes(b"words")
    await make(own)
    assert not left.exists()


async def test_a_folder_that_can_not_be_written_to_is_refused_in_words(own: Config) -> None:
    with pytest.raises(BackupRefused, match="can't be written"):
        await make(own, Path("/proc/none"))


# ── PostgreSQL ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_node_that_is_connected_keeps_its_database(
    postgres_server: PostgresServer, postgres_url: str, tmp_path: Path
) -> None:
    await found(postgres_url, {})
    await change(
        postgres_url, insert(installation).values(id=1, epoch="e", start_stamp="", token_key=b"k", created_at=1)
    )
    config = config_of(tmp_path, postgres_url)
    made = await make(config)
    node = open_database(postgres_url)
    await node.read(lambda c: c.execute(text("SELECT 1")).scalar())
    with pytest.raises(BackupRefused, match="Stop every node"):
        await bring_back(config, made.file, replace=True)
    await node.close()
    await bring_back(config, made.file, replace=True)


async def test_without_postgresqls_programs_it_says_which_is_missing(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "PATH", "")
    with pytest.raises(BackupRefused, match="pg_dump is not installed"):
        await make(config_of(tmp_path, postgres_url))
