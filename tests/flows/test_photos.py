"""Whose photo one sees, and that nobody else does."""

from __future__ import annotations

import io
from base64 import b64encode

from PIL import Image

from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, STRANGER, Office


def picture(colour: str = "red", size: int = 300) -> dict[str, str]:
    written = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(written, "PNG")
    return {"picture": b64encode(written.getvalue()).decode()}


async def test_a_photo_is_seen_by_who_meets_its_person_and_by_nobody_else(either_office: Office) -> None:
    office = either_office
    path = "/people/nika/photo"
    assert await office.refused(COORDINATOR, "GET", path) == "not_found"
    (mark,) = (await office.put("nika", "/me/photo", picture()))["photos"].values()
    for person in ("nika", COORDINATOR):
        seen = await office.ask(person, "GET", path)
        assert (seen.status_code, seen.headers["content-type"]) == (200, "image/webp")
        assert seen.headers["cache-control"].startswith("private")
        assert seen.headers["etag"] == f'"{mark}"'
        assert Image.open(io.BytesIO(seen.content)).size == (256, 256)
    for person in ("ines", STRANGER, NOBODY):
        assert await office.refused(person, "GET", path) == "not_found"
    assert await office.refused("", "GET", path) == "sign_in_required"
    await office.put("nika", "/me/photo", picture("blue"))
    assert (await office.ask(COORDINATOR, "GET", path)).headers["etag"] != f'"{mark}"'
    await office.done("nika", "DELETE", "/me/photo")
    assert await office.refused("nika", "GET", path) == "not_found"


async def test_nobody_learns_from_photos_who_else_takes_part(office: Office) -> None:
    for person in ("nika", "zvezda", "aida", COORDINATOR, STRANGER):
        await office.put(person, "/me/photo", picture())
    seen = {p: set((await office.get(p, "/me/photos"))["photos"]) for p in ("nika", COORDINATOR, COLLEAGUE, NOBODY)}
    assert seen == {
        "nika": {"nika", "aida", COORDINATOR},
        COORDINATOR: {"nika", "zvezda", "aida", COORDINATOR},
        COLLEAGUE: {"zvezda", "aida", COORDINATOR},
        NOBODY: set(),
    }


async def test_a_file_of_two_megabytes_comes_in_and_no_larger_one(office: Office) -> None:
    written = io.BytesIO()
    Image.new("L", (1_440, 1_440)).save(written, "PNG", compress_level=0)
    large = len(written.getvalue())
    assert large > 2_000_000
    assert large < 2**21
    await office.put("nika", "/me/photo", {"picture": b64encode(written.getvalue()).decode()})
    too_large = {"picture": b64encode(bytes(2**21 + 1)).decode()}
    assert await office.refused("nika", "PUT", "/me/photo", too_large) == "photo_too_large"
    assert await office.refused("nika", "PUT", "/me/photo", {"picture": "A" * 2**22}) == "too_large"
    assert await office.refused("nika", "PUT", "/me/photo", {"picture": "no base64!"}) == "bad_request"
