"""What a room takes, known by its content; and what of it is left."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from PIL import Image

from server.errors import Refused
from server.rooms.things.files import documents, pictures
from server.rooms.things.files.checking import Checked, checked
from server.rooms.things.files.names import clean_name
from server.rooms.things.files.pictures import thumbnail
from server.rooms.things.files.types import said_type
from tests.rooms.things.files import samples


def check(data: bytes, name: str) -> Checked:
    said = said_type("", name)
    assert said is not None
    return checked(data, said)


def refused(data: bytes, name: str) -> str:
    with pytest.raises(Refused) as caught:
        check(data, name)
    return caught.value.code


# ── pictures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif")])
def test_pictures_are_written_anew_without_where_they_were_taken(form: str, name: str) -> None:
    before = samples.picture(form)
    assert (samples.PLACE in before) == (form != "GIF")
    found = check(before + b"<script>hidden()</script>", name)
    assert (found.width, found.height, found.type.endings[0]) == (640, 480, name.partition(".")[2])
    assert samples.PLACE not in found.data
    assert b"<script>" not in found.data
    with Image.open(io.BytesIO(found.data)) as image:
        assert (image.format, image.size) == (form, (640, 480))
        assert not dict(image.getexif())


def test_a_picture_that_lies_on_its_side_is_turned_for_good() -> None:
    found = check(samples.picture("JPEG", turned=True), "a.jpg")
    assert (found.width, found.height) == (480, 640)


def test_a_picture_is_what_it_is_whatever_it_is_called() -> None:
    assert check(samples.picture("PNG"), "a.jpg").type.mime == "image/png"


@pytest.mark.parametrize(("form", "name"), [("GIF", "a.gif"), ("WEBP", "a.webp")])
def test_what_moves_goes_on_moving(form: str, name: str) -> None:
    with Image.open(io.BytesIO(check(samples.moving(form), name).data)) as image:
        assert (getattr(image, "n_frames", 1), image.size) == (3, (60, 40))


def bomb(width: int, height: int) -> bytes:
    """A PNG of zeroes, as small as it gets."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([1, 0, 0, 0, 0])
    rows = zlib.compress(bytes(width // 8 + 1) * min(height, 5_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_that_would_fill_the_memory_is_refused_by_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    began = time.process_time()
    assert refused(bomb(50_000, 50_000), "a.png") == "picture_too_large"
    assert refused(bomb(8_000, 6_000), "a.png") == "picture_too_large"
    assert time.process_time() - began < 1
    monkeypatch.setattr(pictures, "PIXELS", 9_000)
    assert refused(samples.moving("GIF", frames=4), "a.gif") == "picture_too_large"
    monkeypatch.setattr(pictures, "FRAMES", 2)
    assert refused(samples.moving("GIF", frames=3), "a.gif") == "picture_too_large"


def test_a_thumbnail_is_a_small_webp() -> None:
    data = thumbnail(check(samples.picture("PNG", (1_600, 900)), "a.png").data, "image/png")
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("WEBP", (480, 270))


# ── sound ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seconds", [1, 59, 180])
def test_a_recording_tells_how_long_it_is(seconds: int) -> None:
    kinds = {
        "a.ogg": samples.ogg(seconds),
        "a.webm": samples.webm(seconds),
        "a.m4a": samples.m4a(seconds),
        "b.m4a": samples.m4a(seconds, recorded=True),
        "a.mp3": samples.mp3(seconds),
    }
    for name, data in kinds.items():
        found = check(data, name)
        assert found.seconds is not None, name
        assert abs(found.seconds - seconds) <= 1, (name, found.seconds)
        assert found.data == data
        assert found.type.sort == "sound"


def test_a_recording_of_more_than_three_minutes_is_refused() -> None:
    kinds = {"a.ogg": samples.ogg, "a.webm": samples.webm, "a.m4a": samples.m4a, "a.mp3": samples.mp3}
    assert {refused(make(190), name) for name, make in kinds.items()} == {"sound_too_long"}


# ── the catalogue of bad files ────────────────────────────────────────────────────────────────────────────────────────

PNG, DOCX = samples.picture("PNG", (40, 30)), samples.docx()
LINKED = samples.archive({"[Content_Types].xml": b"", "word/a": b"/etc/passwd"}, word=0o120777)
CROWDED = samples.docx(**{f"word/{number}": b"" for number in range(10_001)})
BOXES = samples.box(b"ftyp") + samples.box(b"free") * 120_000
BAD = {
    "a page called a picture": (b"<html><script>alert(1)</script>", "a.png", "file_not_as_said"),
    "a picture that is a page too": (b"GIF89a/*<script>alert(1)</script>*/=1;", "a.gif", "file_damaged"),
    "half a picture": (samples.picture("JPEG")[:2_000], "a.jpg", "file_damaged"),
    "the head of a picture": (b"\x89PNG\r\n\x1a\n", "a.png", "file_damaged"),
    "a vector picture": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png", "file_not_as_said"),
    "a program called a document": (b"MZ\x90\0" + bytes(60), "a.pdf", "file_not_as_said"),
    "a document behind something else": (b"<script>" + samples.PDF, "a.pdf", "file_not_as_said"),
    "half a document": (samples.PDF[:-8], "a.pdf", "file_not_as_said"),
    "an archive called a document": (samples.archive({"a.txt": b"x"}), "a.docx", "file_not_as_said"),
    "a table called a text": (samples.archive({"[Content_Types].xml": b"", "xl/a": b""}), "a.docx", "file_not_as_said"),
    "half an archive": (DOCX[:-30], "a.docx", "file_not_as_said"),
    "a document with a link in it": (LINKED, "a.docx", "file_not_as_said"),
    "a document that leads elsewhere": (samples.docx(**{"word/../../../etc/cron": b""}), "a.docx", "file_not_as_said"),
    "a document with a program": (samples.docx(**{"word/vbaProject.bin": b""}), "a.docx", "file_not_as_said"),
    "a document of 10 001 files": (CROWDED, "a.docx", "file_not_as_said"),
    "a sheet called a text": (samples.odt("spreadsheet"), "a.odt", "file_not_as_said"),
    "bytes called a text": (b"text\0text", "a.txt", "file_not_as_said"),
    "blanks": (b" \n\t", "a.txt", "file_not_as_said"),
    "a film": (samples.webm(3, track=1), "a.webm", "file_damaged"),
    "another film": (samples.m4a(3, b"vide"), "a.m4a", "file_damaged"),
    "a film in pages": (samples.ogg(3, b"\x80theora" + bytes(30)), "a.ogg", "file_damaged"),
    "silence without an end": (samples.webm(0), "a.webm", "file_damaged"),
    "elements without a size": (samples.webm(1)[:-8] + b"\xec\x80" * 200_000, "a.webm", "file_damaged"),
    "boxes in boxes": (BOXES, "a.m4a", "file_damaged"),
    "a box in itself": (samples.box(b"ftyp") + b"\0\0\0\0moov" * 5_000, "a.m4a", "file_damaged"),
    "a song of nothing": (b"ID3" + bytes(70_000), "a.mp3", "file_damaged"),
    "a cut recording": (samples.m4a(3)[:60], "a.m4a", "file_damaged"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_bad_files_are_refused_in_words_and_soon(what: str) -> None:
    data, name, code = BAD[what]
    began = time.process_time()
    assert refused(data, name) == code
    assert time.process_time() - began < 2


def test_a_document_that_unpacks_without_end_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    large = samples.docx(**{"word/a": bytes(2**20)})
    assert check(large, "a.docx").data == large
    monkeypatch.setattr(documents, "UNPACKED_BYTES", 2**20)
    assert refused(large, "a.docx") == "file_not_as_said"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (samples.PDF, "a.pdf"),
        (DOCX, "a.docx"),
        (samples.archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "a.xlsx"),
        (samples.archive({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "a.pptx"),
        (samples.docx(**{"word/embeddings/table.xlsx": samples.docx()}), "a.docx"),
        (samples.odt(), "a.odt"),
        (samples.odt("spreadsheet"), "a.ods"),
        ("Ђорђе, Đorđe\r\n".encode(), "a.txt"),
        ("Ђорђе".encode("cp1251"), "a.txt"),
        ("Ђорђе".encode("utf-16"), "a.txt"),
    ],
)
def test_documents_stay_as_they_are(data: bytes, name: str) -> None:
    found = check(data, name)
    assert (found.data, found.type.endings[0]) == (data, name.partition(".")[2])


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.xhtml", "a.xml", "a.exe", "a.docm", "a.zip", "a", "png", ""])
def test_what_a_browser_might_run_is_refused_by_its_name(name: str) -> None:
    assert said_type("", name) is None


def test_the_type_that_a_browser_tells_comes_before_the_name() -> None:
    assert said_type("text/html;charset=utf-7", "a.png") is None
    assert said_type("image/svg+xml", "a.png") is None
    for mime, name in (("AUDIO/WebM; codecs=opus", "a"), ("application/octet-stream", "a.webm")):
        found = said_type(mime, name)
        assert found is not None
        assert found.mime == "audio/webm"


# ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.png"),
        ("C:\\fakepath\\Скица 1.PNG", "Скица 1.png"),
        ("nul\0.png", "_nul.png"),
        ("CON", "_CON.png"),
        ("com1.tar.png", "_com1.tar.png"),
        ("invoice\u202egnp.exe", "invoicegnp.exe.png"),
        ("page.html", "page.html.png"),
        (" . .png", "png.png"),
        ("trailing. ", "trailing.png"),
        ("", "file.png"),
        ("a\r\nSet-Cookie: b=c.png", "a Set-Cookie b=c.png"),
        ('a"b;c.png', "ab;c.png"),
        ("cafe\u0301.png", "café.png"),
    ],
)
def test_a_name_is_safe_to_save_and_says_what_the_file_is(given: str, kept: str) -> None:
    said = said_type("image/png", "")
    assert said is not None
    assert clean_name(given, said) == kept


def test_a_long_name_keeps_its_ending() -> None:
    said = said_type("image/png", "")
    assert said is not None
    name = clean_name("щ" * 300 + ".png", said)
    assert (len(name), name[-5:]) == (119, "щ.png")
