"""What every storage does, and what a directory alone can be given."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.storage.directory import DirectoryStorage
from server.storage.port import NAME, BytesMissing, Storage, StorageAway, new_name, whole
from server.storage.s3 import S3Storage
from tests.storage.s3 import serving


@pytest.fixture(params=["directory", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    if request.param == "directory":
        yield DirectoryStorage(tmp_path / "files")
        return
    with serving() as s3:
        yield S3Storage(s3.url)


async def names(storage: Storage) -> set[str]:
    return {one.name async for portion in storage.listed() for one in portion}


async def test_what_is_put_is_there_until_it_is_deleted(storage: Storage) -> None:
    assert await names(storage) == set()
    one, two = new_name(), new_name()
    large = os.urandom(700_000)
    await storage.put(one, large)
    await storage.put(two + "-small", b"")
    assert (await whole(storage, one), await whole(storage, two + "-small")) == (large, b"")
    assert await names(storage) == {one, two + "-small"}
    await storage.put(one, b"other bytes")
    assert await whole(storage, one) == b"other bytes"
    await storage.delete([one, new_name()])
    assert await names(storage) == {two + "-small"}
    with pytest.raises(BytesMissing):
        await storage.pieces(one)


def test_names_are_chance_and_nothing_else() -> None:
    made = {new_name() for _ in range(100)}
    assert len(made) == 100
    assert all(NAME.fullmatch(name) for name in made)


async def test_no_name_leads_out_of_the_directory(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    storage = DirectoryStorage(tmp_path / "files")
    for name in ("../secret", "..", "/etc/passwd", "0" * 15 + "/", "", "0" * 16 + "\0", "0" * 16 + "-../../secret"):
        with pytest.raises(BytesMissing):
            await storage.pieces(name)
        with pytest.raises(BytesMissing):
            await storage.put(name, b"x")


async def test_files_can_be_read_by_the_server_alone_and_what_is_half_written_is_seen(tmp_path: Path) -> None:
    storage, name = DirectoryStorage(tmp_path / "files"), new_name()
    await storage.put(name, b"x")
    file = tmp_path / "files" / name[:2] / name
    assert file.stat().st_mode & 0o777 == 0o600
    begun = file.with_name("." + name)
    begun.write_bytes(b"hal")
    file.with_name("README").write_bytes(b"somebody else's")
    assert await names(storage) == {name, "." + name}
    await storage.delete(["." + name])
    assert await names(storage) == {name}
    assert file.with_name("README").exists()


async def test_a_full_disk_is_said_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "files").write_bytes(b"a file where a folder should be")
    with pytest.raises(StorageAway):
        await DirectoryStorage(tmp_path / "files").put(new_name(), b"x")


async def test_a_service_that_is_away_or_knows_another_key_is_said_so() -> None:
    with serving() as s3:
        storage = S3Storage(s3.url)
        wrong = S3Storage(s3.url.replace("atelje-key", "other-key"))
        with pytest.raises(StorageAway):
            await wrong.put(new_name(), b"x")
        await storage.put(name := new_name(), b"x")
        assert set(s3.objects) == {f"rooms/{name}"}
        s3.away = True
        for work in (storage.put(name, b"y"), storage.pieces(name), storage.delete([name]), names(storage)):
            with pytest.raises(StorageAway):
                await work
