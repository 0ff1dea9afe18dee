"""One file that tells by itself whether it is whole: a first line, the parts (deflated), what they are, its own seal.

Every byte is covered: each part by its SHA-256, what is said of the parts by the seal in the last line. The last two
lines are text, so that `tail -n 2` shows what a file is.
"""

from __future__ import annotations

import hashlib
import os
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec
from msgspec import Struct

HEAD = b"atelje backup 1\n"
SEAL = re.compile(rb"(?P<hash>[0-9a-f]{64}) (?P<size>[0-9]{12})\n")
SEAL_BYTES = 78
MANIFEST_LIMIT = 1024 * 1024
PIECE = 256 * 1024

Kind = Literal["sqlite", "postgresql"]


class BackupRefused(Exception):
    """What a backup or a restore is refused for, in words."""


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """`size` in bytes when it is unpacked, `stored` and `sha256` as it stands in the file."""

    name: str
    size: int
    stored: int
    sha256: str


class Origin(Struct, frozen=True, kw_only=True):
    """What a backup was made of. `at`: UTC, to the second."""

    product: str
    database: Kind
    schema: str
    epoch: str
    at: str


class Manifest(Origin, frozen=True, kw_only=True, forbid_unknown_fields=True):
    parts: list[Part]


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def write(target: Path, origin: Origin, files: Mapping[str, Path]) -> Manifest:
    """Readable by its owner alone, and on the disk when this returns. `files`: the parts by name."""
    with create(target) as output:
        output.write(HEAD)
        parts = [_write_part(output, name, file) for name, file in files.items()]
        manifest = msgspec.convert({**msgspec.structs.asdict(origin), "parts": parts}, Manifest)
        text = msgspec.json.encode(manifest) + b"\n"
        output.write(b"\n" + text)
        output.write(f"{hashlib.sha256(text).hexdigest()} {len(text):012}\n".encode())
        output.flush()
        os.fsync(output.fileno())
    return manifest


def create(file: Path) -> BinaryIO:
    """A new file that its owner alone can read."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _write_part(output: BinaryIO, name: str, file: Path) -> Part:
    # The lowest level: what is written is mostly limited by the disk then, and is a third of the size already.
    deflate, digest, size, stored = zlib.compressobj(1), hashlib.sha256(), 0, 0
    with file.open("rb") as source:
        for piece in (*_pieces(source), None):
            packed = deflate.flush() if piece is None else deflate.compress(piece)
            size += len(piece or b"")
            stored += len(packed)
            digest.update(packed)
            output.write(packed)
    return Part(name, size, stored, digest.hexdigest())


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────

CUT = "is cut off or was altered: it does not end as a backup does"
ALTERED = "is damaged or was altered: what is in it is not what was written"


def read_manifest(file: Path) -> Manifest:
    """After every byte of the file was looked at. Raises BackupRefused."""
    try:
        with file.open("rb") as source:
            manifest, ends = _read_end(source, file)
            _check_parts(source, manifest.parts, ends, file)
    except OSError as error:
        raise BackupRefused(f"{file} can't be read: {error.strerror}.") from None
    return manifest


def unpack(file: Path, manifest: Manifest, name: str, target: Path) -> None:
    """One part of a file that was checked. Raises BackupRefused."""
    start = len(HEAD)
    for part in manifest.parts:
        if part.name == name:
            with file.open("rb") as source:
                source.seek(start)
                _inflate(source, part, target, file)
            return
        start += part.stored
    raise BackupRefused(f"{file} has no {name} in it.")


def _read_end(source: BinaryIO, file: Path) -> tuple[Manifest, int]:
    """What the file says of itself, and where its parts end."""
    if source.read(len(HEAD)) != HEAD:
        raise BackupRefused(f"{file} is no backup of Atelje, or one of a version that is not known here.")
    length = source.seek(0, os.SEEK_END)
    source.seek(max(0, length - SEAL_BYTES))
    seal = SEAL.fullmatch(source.read())
    ends = length - SEAL_BYTES - int(seal["size"]) - 1 if seal else 0
    if seal is None or int(seal["size"]) > MANIFEST_LIMIT or ends < len(HEAD):
        raise BackupRefused(f"{file} {CUT}.")
    source.seek(ends)
    text = source.read(length - SEAL_BYTES - ends)
    if text[:1] != b"\n" or hashlib.sha256(text[1:]).hexdigest().encode() != seal["hash"]:
        raise BackupRefused(f"{file} {ALTERED}.")
    try:
        return msgspec.json.decode(text, type=Manifest), ends
    except msgspec.MsgspecError:
        raise BackupRefused(f"{file} was made by a version that is not known here.") from None


def _check_parts(source: BinaryIO, parts: Sequence[Part], ends: int, file: Path) -> None:
    if len(HEAD) + sum(part.stored for part in parts) != ends:
        raise BackupRefused(f"{file} {CUT}.")
    source.seek(len(HEAD))
    for part in parts:
        digest = hashlib.sha256()
        for piece in _pieces(source, part.stored):
            digest.update(piece)
        if digest.hexdigest() != part.sha256:
            raise BackupRefused(f"{file} {ALTERED}.")


def _inflate(source: BinaryIO, part: Part, target: Path, file: Path) -> None:
    inflate, size = zlib.decompressobj(), 0
    try:
        with create(target) as output:
            for piece in _pieces(source, part.stored):
                size += output.write(inflate.decompress(piece))
            size += output.write(inflate.flush())
    except zlib.error:
        raise BackupRefused(f"{file} {ALTERED}.") from None
    if size != part.size or not inflate.eof:
        raise BackupRefused(f"{file} {ALTERED}.")


def _pieces(source: BinaryIO, size: int | None = None) -> Iterator[bytes]:
    """To the end, or so many bytes."""
    left = size
    while left is None or left > 0:
        piece = source.read(PIECE if left is None else min(PIECE, left))
        if not piece:
            return
        left = None if left is None else left - len(piece)
        yield piece
