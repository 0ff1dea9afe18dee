"""The way of a file into a room, out of it, and away; what a crash leaves, and what comes of it."""

from __future__ import annotations

import asyncio
import io
import os
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest
from PIL import Image

from server.contract.entries import FoundingMember
from server.flows.files import UNNAMED_LIFE, UPLOAD_LIFE, Files
from server.rooms.service import Rooms, open_room
from server.rooms.tables import stored_file, upload
from server.storage.directory import DirectoryStorage
from server.storage.port import StorageAway, new_name
from server.storage.s3 import S3Storage
from tests.flows.office import COORDINATOR, STRANGER, Office, open_office
from tests.rooms.things.files import samples
from tests.storage.s3 import serving

ROOM = "/rooms/r"
PART = 2**20
MIB = 2**20


async def open_pair(office: Office) -> None:
    members = [FoundingMember("nika", "mentee"), FoundingMember("ines", "mentor")]
    await office.unit(lambda unit: open_room(unit, "r", "pair", members, office.id()))


async def send(office: Office, person: str, path: str, data: bytes, offset: int) -> httpx2.Response:
    await office.ask(person, "GET", "/me")
    cookie = {"Cookie": f"atelje={office.tokens[person]}"}
    headers = {"Upload-Offset": str(offset), "Content-Type": "application/octet-stream"} | cookie
    office.client.cookies.clear()
    return await office.client.put(f"/api/v1{path}", content=data, headers=headers)


async def bring(office: Office, person: str, name: str, data: bytes, **told: Any) -> Any:
    """The answer of the last step; fails when one before it is refused."""
    begun = await office.post(person, f"{ROOM}/uploads", {"name": name, "size": len(data)})
    path = f"{ROOM}/uploads/{begun['id']}"
    for offset in range(0, len(data), PART):
        answer = await send(office, person, path, data[offset : offset + PART], offset)
        assert answer.status_code == 200, answer.text
    return (await office.ask(person, "POST", f"{path}/finish", told)).json()


async def item(office: Office, person: str, name: str, data: bytes, **told: Any) -> int:
    return int((await bring(office, person, name, data, **told))["offset"])


async def files_of(office: Office, person: str) -> list[dict[str, Any]]:
    things: dict[str, Any] = (await office.get(person, ROOM))["things"]
    return list(things.get("files", []))


def on_disk(folder: Path) -> set[str]:
    return {path.name for path in (folder / "files").rglob("*") if path.is_file()}


def desk(office: Office, folder: Path) -> Files:
    """The chores, at once instead of in some seconds."""
    product = office.product
    clock = lambda: office.clock.now  # noqa: E731
    return Files(product.database, product.writer, Rooms(), DirectoryStorage(folder / "files"), clock, 500 * MIB)


async def test_a_file_comes_in_parts_and_goes_out_to_members_alone(either_office: Office, tmp_path: Path) -> None:
    office = either_office
    await open_pair(office)
    data = samples.picture("JPEG", (1_200, 900))
    found = await item(office, "nika", "Скица.jpeg", data, text=" Look  here ")
    (file,) = await files_of(office, "ines")
    body = file["body"]
    assert (file["id"], file["by"], body["name"], body["text"]) == (found, "nika", "Скица.jpeg", "Look here")
    assert (body["type"], body["width"], body["height"]) == ("image/jpeg", 1_200, 900)

    out = await office.ask("ines", "GET", f"{ROOM}/files/{found}")
    assert (out.status_code, out.headers["content-type"], len(out.content)) == (200, "image/jpeg", body["size"])
    assert samples.PLACE not in out.content
    assert out.headers["x-content-type-options"] == "nosniff"
    assert out.headers["content-security-policy"].startswith("sandbox")
    assert out.headers["cache-control"] == "no-store"
    assert out.headers["content-disposition"].startswith("inline; filename=\"_____.jpeg\"; filename*=UTF-8''%D0%A1")
    small = await office.ask("ines", "GET", f"{ROOM}/files/{found}/thumbnail")
    assert small.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(small.content)).size == (480, 360)
    assert (await office.ask("nika", "GET", f"{ROOM}/files/{found}/thumbnail")).content == small.content

    for person in (COORDINATOR, STRANGER, "tadeja"):
        for path in (f"{ROOM}/files/{found}", f"{ROOM}/files/{found}/thumbnail", f"{ROOM}/uploads/x"):
            assert await office.refused(person, "GET", path) == "not_found"
        assert await office.refused(person, "POST", f"{ROOM}/uploads", {"name": "a.pdf", "size": 9}) == "not_found"
    for nothing in ("0", "999", "٣", "-1", "9" * 30, "1 OR 1"):
        assert await office.refused("nika", "GET", f"{ROOM}/files/{nothing}") == "item_not_found"
    names = " ".join(str(path) for path in (tmp_path / "files").rglob("*"))
    assert not {"nika", "ines", "Скица"} & set(names)


async def test_documents_are_only_ever_saved(office: Office) -> None:
    await open_pair(office)
    found = await item(office, "ines", 'a"\r\nb.pdf', samples.PDF)
    out = await office.ask("nika", "GET", f"{ROOM}/files/{found}")
    assert out.headers["content-disposition"] == "attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf"
    assert out.content == samples.PDF
    assert await office.refused("nika", "GET", f"{ROOM}/files/{found}/thumbnail") == "item_not_found"
    note = await item(office, "ines", "voice.webm", samples.webm(12), text="Listen")
    assert [one["body"]["seconds"] for one in await files_of(office, "nika")] == [None, 12]
    out = await office.ask("nika", "GET", f"{ROOM}/files/{note}")
    assert (out.headers["content-type"], out.headers["content-disposition"][:6]) == ("audio/webm", "inline")


async def test_a_lost_network_costs_one_part_and_a_repeat_nothing(either_office: Office, tmp_path: Path) -> None:
    office = either_office
    await open_pair(office)
    data = samples.PDF.replace(b"%%EOF", os.urandom(2 * MIB).replace(b"%", b"_") + b"\n%%EOF")
    begun = await office.post("nika", f"{ROOM}/uploads", {"name": "a.pdf", "size": len(data)})
    path = f"{ROOM}/uploads/{begun['id']}"
    assert (begun["received"], begun["part"]) == (0, PART)
    for _ in range(2):
        answer = await send(office, "nika", path, data[:PART], 0)
    assert (answer.status_code, answer.json()["code"], answer.json()["received"]) == (409, "upload_elsewhere", PART)
    head = await office.ask("nika", "HEAD", path)
    assert head.headers["upload-offset"] == str(PART)
    assert await office.refused("nika", "POST", f"{path}/finish", {}) == "upload_not_whole"
    assert await office.refused("ines", "GET", path) == "upload_not_found"
    # Two tabs at once: one of them is told where it goes on.
    answers = await asyncio.gather(*(send(office, "nika", path, data[PART : 2 * PART], PART) for _ in range(2)))
    assert sorted(one.status_code for one in answers) == [200, 409]
    assert (await send(office, "nika", path, data[2 * PART :] + b"more", 2 * PART)).json()["code"] == "too_large"
    assert (await send(office, "nika", path, data[2 * PART :], 2 * PART)).status_code == 200
    once, again = [await office.post("nika", f"{path}/finish", {}) for _ in range(2)]
    assert once == again
    assert len(await files_of(office, "ines")) == 1
    assert (await office.ask("ines", "GET", f"{ROOM}/files/{once['offset']}")).content == data
    await desk(office, tmp_path).tidy()
    assert len(on_disk(tmp_path)) == len(await office.rows(stored_file)) == 1


async def test_two_who_finish_at_once_make_one_file(office: Office, tmp_path: Path) -> None:
    await open_pair(office)
    begun = await office.post("nika", f"{ROOM}/uploads", {"name": "a.pdf", "size": len(samples.PDF)})
    path = f"{ROOM}/uploads/{begun['id']}"
    await send(office, "nika", path, samples.PDF, 0)
    answers = await asyncio.gather(*(office.ask("nika", "POST", f"{path}/finish", {}) for _ in range(3)))
    assert {one.status_code for one in answers} == {200}
    assert len({one.json()["offset"] for one in answers}) == 1
    assert len(await files_of(office, "ines")) == 1
    await desk(office, tmp_path).tidy()
    assert len(on_disk(tmp_path)) == 1


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("a.svg", 9, "file_type_not_allowed"),
        ("a.html", 9, "file_type_not_allowed"),
        ("a.png", 0, "file_empty"),
        ("a.png", -1, "file_empty"),
        ("a.png", 20 * MIB + 1, "file_too_large"),
        ("a.png", 2**63, "bad_request"),
        ("a.png", 1.5, "bad_request"),
        (7, 1, "bad_request"),
    ],
)
async def test_what_can_not_come_is_told_before_it_is_sent(office: Office, name: Any, size: Any, code: str) -> None:
    await open_pair(office)
    wanted = {"name": name, "size": size}
    got = await office.refused("nika", "POST", f"{ROOM}/uploads", wanted)
    assert got == code or (size == 2**63 and got == "file_too_large")


async def test_what_is_not_what_it_says_is_refused_and_leaves_nothing(office: Office, tmp_path: Path) -> None:
    await open_pair(office)
    refused = await bring(office, "nika", "a.png", b"<html>" * 20)
    assert refused["code"] == "file_not_as_said"
    assert await office.rows(upload) == []
    await desk(office, tmp_path).tidy()
    assert (on_disk(tmp_path), await office.rows(stored_file), await files_of(office, "nika")) == (set(), [], [])


async def test_a_room_has_so_much_place_and_no_more(founded_url: str, tmp_path: Path) -> None:
    async with open_office(founded_url, tmp_path, ATELJE_ROOM_FILES_MB="2") as office:
        await open_pair(office)
        text = b"words " * (MIB // 6)
        found = await item(office, "nika", "a.txt", text)
        wanted = {"name": "b.txt", "size": MIB}
        assert (await office.post("ines", f"{ROOM}/uploads", wanted))["received"] == 0
        assert await office.refused("nika", "POST", f"{ROOM}/uploads", wanted) == "room_full"
        remove = {"room": "r", "command_id": office.id(), "item": found}
        assert await office.refused("ines", "POST", "/rpc/room.remove_file", remove) == "not_your_file"
        await office.post("nika", "/rpc/room.remove_file", remove)
        assert (await office.post("nika", f"{ROOM}/uploads", wanted))["received"] == 0


async def test_what_is_removed_is_on_no_disk_a_moment_later(office: Office, tmp_path: Path) -> None:
    await open_pair(office)
    found = await item(office, "nika", "canary.png", samples.picture("PNG"), text="Canary")
    stays = await item(office, "nika", "b.pdf", samples.PDF)
    await office.ask("ines", "GET", f"{ROOM}/files/{found}/thumbnail")
    files = desk(office, tmp_path)
    await files.tidy()
    assert len(on_disk(tmp_path)) == 3
    await office.post("nika", "/rpc/room.remove_file", {"room": "r", "command_id": office.id(), "item": found})
    for path in (f"{ROOM}/files/{found}", f"{ROOM}/files/{found}/thumbnail"):
        assert await office.refused("nika", "GET", path) == "item_not_found"
    await files.tidy()
    assert [one["id"] for one in await files_of(office, "ines")] == [stays]
    assert len(on_disk(tmp_path)) == len(await office.rows(stored_file)) == 1
    rows = await office.read(lambda connection: str(connection.exec_driver_sql("SELECT body FROM entry").all()))
    assert "canary" not in rows.lower()


async def test_an_emptied_room_and_who_leaves_it_leave_no_bytes(either_office: Office, tmp_path: Path) -> None:
    office = either_office
    await open_pair(office)
    rooms, files = Rooms(), desk(office, tmp_path)
    await item(office, "nika", "a.pdf", samples.PDF)
    for person in ("nika", "ines"):
        begun = await office.post(person, f"{ROOM}/uploads", {"name": f"{person}.pdf", "size": 99})
        await send(office, person, f"{ROOM}/uploads/{begun['id']}", samples.PDF[:50], 0)
    await office.unit(lambda unit: rooms.change_members(unit, "r", gone=["ines"]))
    assert {row.person for row in await office.rows(upload)} == {"nika"}
    await files.tidy()
    assert len(on_disk(tmp_path)) == 2
    await office.unit(lambda unit: rooms.close(unit, "r", "ended", office.id()))
    assert await office.refused("nika", "POST", f"{ROOM}/uploads", {"name": "a.pdf", "size": 9}) == "room_closed"
    await office.unit(lambda unit: rooms.empty(unit, "r"))
    await files.tidy()
    assert (on_disk(tmp_path), await office.rows(stored_file), await office.rows(upload)) == (set(), [], [])


async def test_a_file_cut_in_the_middle_leaves_no_orphan(office: Office, tmp_path: Path) -> None:
    await open_pair(office)
    files = desk(office, tmp_path)
    kept = await item(office, "nika", "kept.pdf", samples.PDF)
    begun = await office.post("nika", f"{ROOM}/uploads", {"name": "a.pdf", "size": 500})
    await send(office, "nika", f"{ROOM}/uploads/{begun['id']}", samples.PDF[:50], 0)
    # Killed before the row of what was stored, and in the middle of storing.
    unnamed = new_name()
    await files.storage.put(unnamed, b"no row names it")
    (tmp_path / "files" / unnamed[:2] / f".{unnamed}").write_bytes(b"half")
    await files.tidy()
    assert await files.sweep() == 0
    assert len(on_disk(tmp_path)) == 4
    past = (office.clock.now - 2 * UNNAMED_LIFE) / 1_000
    for path in (tmp_path / "files").rglob("*"):
        os.utime(path, (past, past))
    assert await files.sweep() == 2
    assert len(on_disk(tmp_path)) == 2
    office.clock.now += UPLOAD_LIFE + 1
    await files.tidy()
    assert len(on_disk(tmp_path)) == 1
    assert await office.rows(upload) == []
    assert (await office.ask("ines", "GET", f"{ROOM}/files/{kept}")).content == samples.PDF


async def test_one_more_upload_makes_an_end_of_the_oldest(office: Office) -> None:
    await open_pair(office)
    wanted = {"name": "a.pdf", "size": 20 * MIB}
    begun = [(await office.post("nika", f"{ROOM}/uploads", wanted))["id"] for _ in range(7)]
    assert {row.id for row in await office.rows(upload)} == set(begun[2:])
    await office.done("nika", "DELETE", f"{ROOM}/uploads/{begun[6]}")
    await office.done("nika", "DELETE", f"{ROOM}/uploads/{begun[6]}")
    assert {row.id for row in await office.rows(upload)} == set(begun[2:6])


async def test_who_comes_later_has_no_file_of_before(office: Office) -> None:
    await open_pair(office)
    found = await item(office, "nika", "a.pdf", samples.PDF)
    rooms = Rooms()
    await office.unit(lambda unit: rooms.change_members(unit, "r", {"goran": "guest"}))
    assert await office.refused("goran", "GET", f"{ROOM}/files/{found}") == "item_not_found"
    assert await files_of(office, "goran") == []
    later = await item(office, "nika", "b.pdf", samples.PDF)
    assert (await office.ask("goran", "GET", f"{ROOM}/files/{later}")).status_code == 200
    await office.unit(lambda unit: rooms.change_members(unit, "r", gone=["goran"]))
    assert await office.refused("goran", "GET", f"{ROOM}/files/{later}") == "not_found"


async def test_a_disk_that_is_full_is_told_and_the_upload_goes_on_later(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await open_pair(office)
    begun = await office.post("nika", f"{ROOM}/uploads", {"name": "a.pdf", "size": len(samples.PDF)})
    path = f"{ROOM}/uploads/{begun['id']}"

    def full(*_given: object) -> None:
        raise StorageAway

    with monkeypatch.context() as patched:
        patched.setattr(DirectoryStorage, "_put", full)
        assert (await send(office, "nika", path, samples.PDF, 0)).json()["code"] == "unavailable"
    assert (await office.get("nika", path))["received"] == 0
    assert (await send(office, "nika", path, samples.PDF, 0)).status_code == 200
    found = (await office.post("nika", f"{path}/finish", {}))["offset"]
    for file in (tmp_path / "files").rglob("*"):
        if file.is_file():
            file.unlink()
    assert await office.refused("nika", "GET", f"{ROOM}/files/{found}") == "file_missing"


async def test_files_can_lie_with_a_service_that_speaks_s3(founded_url: str, tmp_path: Path) -> None:
    with serving() as s3:
        async with open_office(founded_url, tmp_path, ATELJE_S3_URL=s3.url) as office:
            await open_pair(office)
            found = await item(office, "nika", "a.png", samples.picture("PNG"))
            assert (await office.ask("ines", "GET", f"{ROOM}/files/{found}/thumbnail")).status_code == 200
            out = await office.ask("ines", "GET", f"{ROOM}/files/{found}")
            files = Files(office.database, office.product.writer, Rooms(), S3Storage(s3.url), lambda: 0, MIB)
            await files.tidy()
            assert out.content in s3.objects.values()
            assert len(s3.objects) == 2
            assert on_disk(tmp_path) == set()
            await office.post("nika", "/rpc/room.remove_file", {"room": "r", "command_id": "x", "item": found})
            s3.away = True
            assert await office.refused("ines", "POST", f"{ROOM}/uploads/x/finish", {}) == "upload_not_found"
            await files.tidy()
            s3.away = False
            await files.tidy()
            assert s3.objects == {}


async def test_bytes_that_are_no_part_are_refused(office: Office) -> None:
    await open_pair(office)
    begun = await office.post("nika", f"{ROOM}/uploads", {"name": "a.pdf", "size": 99})
    path = f"/api/v1{ROOM}/uploads/{begun['id']}"
    cookie = {"Cookie": f"atelje={office.tokens['nika']}"}
    for headers in ({}, {"Upload-Offset": "-1"}, {"Upload-Offset": "x"}, {"Upload-Offset": "9" * 40}):
        answer = await office.client.put(path, content=b"x", headers=headers | cookie)
        assert answer.json()["code"] == "upload_elsewhere", headers
    typed = {"Upload-Offset": "0", "Content-Type": "text/plain"} | cookie
    assert (await office.client.put(path, content=b"x", headers=typed)).json()["code"] == "bad_request"
    at_zero = {"Upload-Offset": "0"} | cookie
    assert (await office.client.put(path, content=b"", headers=at_zero)).json()["code"] == "upload_elsewhere"
    assert (await office.client.put(path, content=bytes(PART + 1), headers=at_zero)).json()["code"] == "too_large"
    assert msgspec.json.decode((await office.client.get(path, headers=cookie)).content)["received"] == 0
