"""How long a recording is, from its container; and that there are no pictures in it.

Nothing is decoded. What browsers record says no length in its head, so that the whole file has to be walked through.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

STEPS = 100_000
"""Pieces of one file that are looked at: three minutes in the smallest ones that are in use are fewer."""
DEPTH = 8


class SoundUnreadable(Exception):
    """It is no recording, or has pictures in it, or a length that is not known."""


def seconds_of(data: bytes, mime: str) -> float:
    """Raises SoundUnreadable."""
    try:
        seconds = _LENGTHS[mime](data)
    except (struct.error, IndexError, ZeroDivisionError, OverflowError):
        raise SoundUnreadable from None
    if seconds <= 0:
        raise SoundUnreadable
    return seconds


# ── Ogg (RFC 3533): pages, each with how many samples there are up to its end ─────────────────────────────────────────

OPUS_RATE = 48_000


def _ogg(data: bytes) -> float:
    place, samples, rate, serial, steps = 0, 0, 0, None, 0
    while place + 27 <= len(data):
        steps += 1
        if data[place : place + 4] != b"OggS" or steps > STEPS:
            raise SoundUnreadable
        granule, stream = struct.unpack_from("<qL", data, place + 6)
        count = data[place + 26]
        body = place + 27 + count
        if serial is None:
            serial, rate = stream, _ogg_rate(data[body : body + 30])
        if stream != serial:
            raise SoundUnreadable
        samples = max(samples, granule)
        place = body + sum(data[place + 27 : body])
    return samples / rate


def _ogg_rate(head: bytes) -> int:
    if head.startswith(b"OpusHead"):
        return OPUS_RATE
    if head.startswith(b"\x01vorbis"):
        return int(struct.unpack_from("<L", head, 12)[0])
    raise SoundUnreadable


# ── WebM (Matroska): elements in elements; blocks, each with its time in its cluster ──────────────────────────────────

SEGMENT, CLUSTER, INFO, TRACKS, TRACK, GROUP = 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B, 0xAE, 0xA0
SCALE, TRACK_TYPE, CLUSTER_TIME, SIMPLE_BLOCK, BLOCK = 0x2AD7B1, 0x83, 0xE7, 0xA3, 0xA1
_OPENED = {SEGMENT, CLUSTER, INFO, TRACKS, TRACK, GROUP}
SOUND_TRACK = 2


def _webm(data: bytes) -> float:
    scale, cluster, last, tracks = 1_000_000, 0, -1, 0
    for name, body in _elements(data):
        if name == SCALE:
            scale = int.from_bytes(body)
        elif name == TRACK_TYPE:
            if int.from_bytes(body) != SOUND_TRACK:
                raise SoundUnreadable
            tracks += 1
        elif name == CLUSTER_TIME:
            cluster = int.from_bytes(body)
        elif name in (SIMPLE_BLOCK, BLOCK):
            _, skip = _number(body, 0, marked=False)
            last = max(last, cluster + struct.unpack_from(">h", body, skip)[0])
    if tracks != 1 or last < 0:
        raise SoundUnreadable
    # One block at least is not over when it begins.
    return last * scale / 1e9 + 0.02


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Those that hold others are opened: what is in them stands behind their head, as if they were not there. A file
    that was cut off ends in the middle of one."""
    place, steps = 0, 0
    while place < len(data) - 1:
        steps += 1
        if steps > STEPS:
            raise SoundUnreadable
        name, place = _number(data, place, marked=True)
        size, place = _number(data, place, marked=False)
        if name in _OPENED:
            continue
        if size < 0:
            raise SoundUnreadable
        yield name, data[place : place + size]
        place += size


def _number(data: bytes, place: int, *, marked: bool) -> tuple[int, int]:
    """A number of one to eight bytes, whose first one tells how many; and the place behind it. -1: not known."""
    length = 9 - data[place].bit_length()
    if length > 8 or place + length > len(data):
        raise SoundUnreadable
    number = int.from_bytes(data[place : place + length])
    if not marked:
        number &= (1 << 7 * length) - 1
        number = -1 if number == (1 << 7 * length) - 1 else number
    return number, place + length


# ── MPEG-4: boxes in boxes; one length in the head, or, as browsers record it, a length for each sample ───────────────

_HOLDERS = {b"moov", b"trak", b"mdia", b"moof", b"traf", b"mvex"}
_SAID_LENGTH, _SAID_DEFAULT = 0x100, 0x08


def _mp4(data: bytes) -> float:
    if data[4:8] != b"ftyp":
        raise SoundUnreadable
    scale, length, ticks, standing, own, handlers = 0, 0.0, 0, 0, 0, []
    for step, (name, body) in enumerate(_boxes(data, 0, len(data), DEPTH)):
        if step > STEPS:
            raise SoundUnreadable
        if name == b"mvhd":
            rate, duration = struct.unpack_from(">LQ" if body[0] else ">LL", body, 20 if body[0] else 12)
            length = duration / rate
        elif name == b"mdhd":
            (scale,) = struct.unpack_from(">L", body, 20 if body[0] else 12)
        elif name == b"hdlr":
            handlers.append(body[8:12])
        elif name == b"trex":
            (standing,) = struct.unpack_from(">L", body, 12)
        elif name == b"tfhd":
            own = _default(body) or standing
        elif name == b"trun":
            ticks += _ticks(body, own)
    if b"soun" not in handlers or b"vide" in handlers:
        raise SoundUnreadable
    return length + (ticks / scale if ticks else 0)


def _boxes(data: bytes, place: int, end: int, depth: int) -> Iterator[tuple[bytes, bytes]]:
    """Without what is in those that hold the sound itself."""
    if not depth:
        raise SoundUnreadable
    while place + 8 <= end:
        size, head = struct.unpack_from(">L", data, place)[0], 8
        name = data[place + 4 : place + 8]
        if size == 1:
            size, head = struct.unpack_from(">Q", data, place + 8)[0], 16
        size = size or end - place
        if size < head or place + size > end:
            raise SoundUnreadable
        if name in _HOLDERS:
            yield from _boxes(data, place + head, place + size, depth - 1)
        else:
            yield name, b"" if name == b"mdat" else data[place + head : place + size]
        place += size


def _default(body: bytes) -> int:
    flags, place = int.from_bytes(body[1:4]), 8
    place += (8 if flags & 0x01 else 0) + (4 if flags & 0x02 else 0)
    return int(struct.unpack_from(">L", body, place)[0]) if flags & _SAID_DEFAULT else 0


def _ticks(body: bytes, default: int) -> int:
    flags, (count,) = int.from_bytes(body[1:4]), struct.unpack_from(">L", body, 4)
    if count > STEPS:
        raise SoundUnreadable
    if not flags & _SAID_LENGTH:
        return int(count * default)
    place = 8 + (4 if flags & 0x01 else 0) + (4 if flags & 0x04 else 0)
    step = 4 * (flags >> 8 & 0xF).bit_count()
    return sum(struct.unpack_from(">L", body, place + number * step)[0] for number in range(count))


# ── MP3: frames, each of so many samples ──────────────────────────────────────────────────────────────────────────────

_BITRATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
_RATES = (44_100, 48_000, 32_000, 0)
FIRST_VERSION, LAYER_THREE = 3, 1
TAG = 10


def _mp3(data: bytes) -> float:
    place, seconds, missed, steps = _behind_tag(data), 0.0, 0, 0
    while place + 4 <= len(data) and steps < STEPS:
        steps += 1
        frame = _frame(data[place : place + 4])
        if frame is None:
            # A tag behind the last frame, or some bytes of nothing.
            place, missed = place + 1, missed + 1
            if missed > 2**14:
                break
            continue
        seconds, place = seconds + frame[0], place + frame[1]
    return seconds


def _behind_tag(data: bytes) -> int:
    if data[:3] != b"ID3":
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return TAG + size


def _frame(head: bytes) -> tuple[float, int] | None:
    """Its seconds and its bytes."""
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or head[1] >> 1 & 3 != LAYER_THREE:
        return None
    version = head[1] >> 3 & 3
    bitrate = _BITRATES[3 if version == FIRST_VERSION else 2][head[2] >> 4] * 1_000
    rate = _RATES[head[2] >> 2 & 3] >> {3: 0, 2: 1, 0: 2}.get(version, 0)
    if not bitrate or not rate or version == 1:
        return None
    samples = 1_152 if version == FIRST_VERSION else 576
    return samples / rate, samples // 8 * bitrate // rate + (head[2] >> 1 & 1)


_LENGTHS: dict[str, Callable[[bytes], float]] = {
    "audio/ogg": _ogg,
    "audio/webm": _webm,
    "audio/mp4": _mp4,
    "audio/mpeg": _mp3,
}
