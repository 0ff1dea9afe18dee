"""What becomes of a photo, and of what is none."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import ExifTags, Image

from server.accounts.photos.picture import SIDE, square
from server.contract.alumni import PHOTO_BYTES
from server.errors import Refused

CANARY = "cuvarkuca"


def file(kind: str, size: tuple[int, int] = (600, 400), mode: str = "RGB", turn: int = 1) -> bytes:
    """Its left half is red and its right one blue; somebody has written where it was taken."""
    image = Image.new(mode, size, "red")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "blue"), (size[0] // 2, 0))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    exif[ExifTags.Base.ImageDescription] = CANARY
    written = io.BytesIO()
    image.save(written, kind, exif=exif)
    return written.getvalue()


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


def colour(picture: bytes, x: int, y: int) -> str:
    red, _, blue = opened(picture).convert("RGB").getpixel((x, y))  # type: ignore[misc]
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGB")]
)
def test_a_picture_becomes_a_small_square(kind: str, mode: str) -> None:
    picture = square(file(kind, mode=mode))
    assert (opened(picture).format, opened(picture).size) == ("WEBP", (SIDE, SIDE))
    assert len(picture) < 20_000


def test_nothing_of_what_a_camera_writes_is_left() -> None:
    sent = file("JPEG", turn=8)
    assert CANARY.encode() in sent
    picture = square(sent)
    assert CANARY.encode() not in picture
    assert not opened(picture).getexif()


def test_it_stands_upright() -> None:
    assert [colour(square(file("JPEG")), x, 128) for x in (9, 246)] == ["red", "blue"]
    assert [colour(square(file("JPEG", turn=3)), x, 128) for x in (9, 246)] == ["blue", "red"]
    assert [colour(square(file("PNG", turn=6)), 128, y) for y in (9, 246)] == ["red", "blue"]


def a_bomb(side: int) -> bytes:
    """A PNG of a few bytes that says it is very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"", "photo_unreadable"),
        (b"no picture", "photo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "photo_unreadable"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "photo_unreadable"),
        (file("JPEG")[:300], "photo_unreadable"),
        (file("PNG", (64, 64))[:-60], "photo_unreadable"),
        (a_bomb(6_000), "photo_too_large"),
        (a_bomb(60_000), "photo_too_large"),
        (a_bomb(2**31 - 1), "photo_too_large"),
        (a_bomb(400), "photo_unreadable"),
        (b"\xff\xd8" + b"\0" * PHOTO_BYTES, "photo_too_large"),
    ],
    ids=range(11),
)
def test_what_is_no_picture_or_a_bomb_is_refused(sent: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        square(sent)
    assert refused.value.code == code
