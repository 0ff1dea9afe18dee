"""A backup's file: written whole or not at all, and taken back only if every byte of it is as it was."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from server.backup import archive
from server.backup.archive import BackupRefused, Origin

ORIGIN = Origin(product="1.2.3", database="sqlite", schema="0005", epoch="e", at="2026-11-20T03:00:00Z")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "one").write_bytes(random.Random(7).randbytes(3_000) + b"words " * 60_000)
    (tmp_path / "empty").write_bytes(b"")
    archive.write(tmp_path / "backup", ORIGIN, {"one": tmp_path / "one", "empty": tmp_path / "empty"})
    return tmp_path / "backup"


def test_what_was_written_is_read_again(file: Path, tmp_path: Path) -> None:
    manifest = archive.read_manifest(file)
    assert (manifest.product, manifest.schema, manifest.epoch) == ("1.2.3", "0005", "e")
    assert [part.name for part in manifest.parts] == ["one", "empty"]
    for name in ("one", "empty"):
        archive.unpack(file, manifest, name, tmp_path / "again")
        assert (tmp_path / "again").read_bytes() == (tmp_path / name).read_bytes()
        (tmp_path / "again").unlink()
    assert file.stat().st_mode & 0o777 == 0o600


def test_one_bit_that_differs_anywhere_is_found(file: Path) -> None:
    whole = file.read_bytes()
    chance = random.Random(1)
    places = {*range(20), *range(len(whole) - 400, len(whole)), *chance.sample(range(len(whole)), 200)}
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        file.write_bytes(changed)
        with pytest.raises(BackupRefused, match=r"altered|no backup"):
            archive.read_manifest(file)


def test_a_file_that_is_cut_anywhere_is_refused(file: Path) -> None:
    whole = file.read_bytes()
    for size in {0, 1, 15, 16, 17, len(whole) // 2, *range(len(whole) - 300, len(whole))}:
        file.write_bytes(whole[:size])
        with pytest.raises(BackupRefused, match=r"cut off|altered|no backup"):
            archive.read_manifest(file)
    for more in (b"\n", whole, whole[-300:]):
        file.write_bytes(whole + more)
        with pytest.raises(BackupRefused, match="altered"):
            archive.read_manifest(file)


def test_what_is_no_file_at_all_is_refused_in_words(tmp_path: Path) -> None:
    for nothing in (tmp_path, tmp_path / "none"):
        with pytest.raises(BackupRefused, match="can't be read"):
            archive.read_manifest(nothing)
