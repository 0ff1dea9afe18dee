"""Small files of every kind that a room takes, made here."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

from PIL import Image

PLACE = b"GPS-place-46.0569N"
"""Stands for where a picture was taken."""


def picture(form: str, size: tuple[int, int] = (640, 480), *, turned: bool = False) -> bytes:
    """With a place in it where the form has one."""
    image, written = Image.effect_mandelbrot(size, (-2.0, -1.5, 1.0, 1.5), 40).convert("RGB"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    exif.get_ifd(0x8825)[1] = "N"
    if turned:
        exif[0x0112] = 6
    image.save(written, form, **({} if form == "GIF" else {"exif": exif.tobytes()}))
    return written.getvalue()


def moving(form: str, frames: int = 3, size: tuple[int, int] = (60, 40)) -> bytes:
    written = io.BytesIO()
    first, *others = [Image.new("RGB", size, (40 * number % 256, 90, 10)) for number in range(frames)]
    first.save(written, form, save_all=True, append_images=others, duration=120, loop=0)
    return written.getvalue()


def archive(entries: Mapping[str, bytes], **attributes: int) -> bytes:
    """`attributes`: of entries, by their names' first letters."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = attributes.get(name[:4], 0) << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(info, data)
    return written.getvalue()


def docx(**more: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"} | more)


def odt(kind: str = "text") -> bytes:
    mime = f"application/vnd.oasis.opendocument.{kind}".encode()
    return archive({"mimetype": mime, "content.xml": b"<office/>"})


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def ogg(seconds: float, head: bytes = b"OpusHead\1\1" + bytes(9)) -> bytes:
    pages = [(0, head), (0, b"OpusTags" + bytes(8)), (int(seconds * 48_000), b"sound" * 20)]
    return b"".join(
        b"OggS\0\0" + struct.pack("<qLLL", granule, 7, number, 0) + bytes([1, len(body)]) + body
        for number, (granule, body) in enumerate(pages)
    )


def webm(seconds: float, track: int = 2) -> bytes:
    """As a browser records it: the sizes of what is still being written are not known."""
    unknown = b"\x01\xff\xff\xff\xff\xff\xff\xff"
    head = b"\x1a\x45\xdf\xa3\x84" + b"\x42\x82\x81w" + b"\x18\x53\x80\x67" + unknown
    head += b"\x15\x49\xa9\x66\x87" + b"\x2a\xd7\xb1\x83" + (1_000_000).to_bytes(3)
    head += b"\x16\x54\xae\x6b\x85" + b"\xae\x83\x83\x81" + bytes([track])
    sound = b"".join(
        b"\x1f\x43\xb6\x75" + unknown + b"\xe7\x84" + at.to_bytes(4) + b"\xa3\x88\x81\0\0\x80opus"
        for at in range(0, int(seconds * 1_000), 1_000)
    )
    return head + sound


def box(name: bytes, *bodies: bytes) -> bytes:
    body = b"".join(bodies)
    return struct.pack(">L", len(body) + 8) + name + body


def m4a(seconds: float, handler: bytes = b"soun", *, recorded: bool = False) -> bytes:
    """`recorded`: as a browser does it, in fragments, without a length in its head."""
    said = 0 if recorded else int(seconds * 1_000)
    mdia = box(b"mdia", box(b"mdhd", bytes(12) + struct.pack(">LL", 48_000, 0)), box(b"hdlr", bytes(8) + handler))
    trex = box(b"mvex", box(b"trex", bytes(8) + struct.pack(">LLLL", 1, 1_024, 0, 0)))
    moov = box(b"moov", box(b"mvhd", bytes(12) + struct.pack(">LL", 1_000, said)), box(b"trak", mdia), trex)
    samples = round(seconds * 48_000 / 1_024)
    tfhd, trun = box(b"tfhd", b"\0\2\0\0" + bytes(4)), box(b"trun", bytes(4) + struct.pack(">L", samples))
    moof = box(b"moof", box(b"traf", tfhd, trun)) if recorded else b""
    return box(b"ftyp", b"M4A ") + moov + moof + box(b"mdat", b"sound")


def mp3(seconds: float) -> bytes:
    """With a tag in front of it, and one behind."""
    frame = b"\xff\xfb\x90\x00" + bytes(417 - 4)
    return b"ID3\4\0\0\0\0\0\x05tags!" + frame * round(seconds * 44_100 / 1_152) + b"TAG" + bytes(125)
